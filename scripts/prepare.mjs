// What has to hold before anything else can run. Plain JavaScript with nothing but Node: on a fresh copy there is nothing else yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const project = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Makes this process able to run the project's TypeScript, installing the packages first where they are missing or not those of the lock file. */
export async function prepare() {
  checkNode(process.versions.node);
  process.chdir(project);
  const reason = whyInstall(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));
  if (reason) install(reason);
  const { patchPostgres } = await import('./patch-postgres.mjs');
  patchPostgres();
  const { register } = await import(pathToFileURL(join(project, 'node_modules/tsx/dist/esm/api/index.mjs')).href);
  register();
}

export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  const good = major === 20 ? minor >= 19 : major > 20 && major < 25;
  if (!good) {
    stop(`Case Review Tracker needs Node 20.19 or later, up to 24, and this is Node ${version}. Install Node 24 (nodejs.org), then run the same command again.`);
  }
}

/** Null when every package of the lock file is installed in its version; else the reason in words. */
export function whyInstall(wanted, installed) {
  if (!installed) return 'Installing the packages that the product is made of. This takes about a minute, once';
  for (const [path, { version, optional, link, extraneous }] of Object.entries(wanted.packages)) {
    // Nothing asks for what is extraneous, and npm does not install it.
    if (path === '' || link || extraneous) continue;
    const found = installed.packages[path];
    // What is optional may be for another kind of machine.
    if (found ? found.version !== version : !optional) return 'Installing the packages anew: those here are not the ones that this version is made of';
  }
  return null;
}

function install(reason) {
  const running = readJson(resolve(process.env.CRT_DATA_DIR || '.data', 'store-running.json'));
  if (running && isAlive(running.supervisor?.pid)) {
    stop('Packages have to be installed, and Case Review Tracker is running on this data folder. Stop it first (Ctrl-C where it runs), then run the same command again.');
  }
  console.log(`${reason} …`);
  // All of them, whatever NODE_ENV says: building the pages checks every file's types, those of the tests included.
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit' });
  if (status !== 0) {
    stop('The packages could not be installed; what npm said is above. Where it speaks of the network, check the connection, then run the same command again.');
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
