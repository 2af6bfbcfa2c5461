import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { patchPostgres } from './patch-postgres.mjs';
import { project } from './prepare.mjs';

const builtFrom = join(project, '.next', 'built-from');

// What the pages are made of.
const folders = ['app', 'components', 'lib', 'db', 'public'];
const files = ['next.config.js', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];

// The names of server functions are made with this key while building, and what they carry is encrypted with another, given at start. One
// key for all builds gives one name for one function, so that two servers with separate builds of the same sources understand each other.
const namingKey = createHash('sha256').update('case-review-tracker').digest('base64');

/** Whether what is built is older than what it is built from. */
export function buildIsStale(): boolean {
  return !existsSync(join(project, '.next', 'BUILD_ID')) || readText(builtFrom) !== sourcesHash();
}

type Building = { show: 'all' | 'failure'; started?: (child: ChildProcess) => void };

/** Builds the pages; false when that failed, in which case what the build said is on the screen. */
export async function build({ show, started }: Building): Promise<boolean> {
  patchPostgres();
  const hash = sourcesHash();
  const child = spawn(process.execPath, [join(project, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: project,
    env: buildEnvironment(process.env),
    stdio: show === 'all' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  started?.(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code === 0) writeFileSync(builtFrom, hash);
  else process.stderr.write(said);
  return code === 0;
}

// Neither database nor secret is at hand while building, so that none can end up in the pages.
function buildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(DATABASE_|CRT_|NEXTAUTH_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || namingKey,
  };
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  const all = [...folders.flatMap((folder) => filesIn(folder)), ...files].filter((file) => existsSync(join(project, file))).sort();
  for (const file of all) hash.update(`${file}\0`).update(readFileSync(join(project, file))).update('\0');
  hash.update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || namingKey);
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  if (!existsSync(join(project, folder))) return [];
  return readdirSync(join(project, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1));
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
