import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expectedState, isCurrent, migrateDatabase } from '../db/migrate';
import { listDemonstrationPeople, loadDemonstration } from '../db/seed';
import { holdsStore, openDataFolder, startEmbeddedStore, type Store } from '../db/store/embedded';
import { parentOf } from '../db/store/processes';
import { checkSettings, settingsMessage, type StartSettings } from '../lib/env';
import { keepSecrets, serverActionsKey } from '../lib/env/kept-secrets';
import { build, buildIsStale } from './build';
import { checkExternalStore } from './external-store';
import { project } from './prepare.mjs';

// Everything that this process has begun and must end.
const begun: { store?: Store; building?: ChildProcess; server?: ChildProcess } = {};
let ending: Promise<never> | null = null;

const serverStopsWithin = 8_000;
const serverReadyWithin = 60_000;

type Ready = { databaseUrl: string; ownerUrl: string | null; encryptionKey: string; nextauthSecret: string };

/** Brings the product up, from whatever state its folder is in, and keeps it up until it is told to stop. */
export async function start(kind: 'start' | 'dev'): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, 'Stopping …'));
  if (process.env.npm_lifecycle_event) endWithNpm();
  try {
    const checked = checkSettings(process.env);
    if (!checked.ok) throw new Error(settingsMessage(checked.problems));
    const { settings } = checked;

    const ready = settings.store === 'embedded' ? await openEmbedded(settings) : await openExternal(settings);
    await requireFreePort(settings);
    if (settings.mode === 'demonstration' && ready.ownerUrl) await loadDemonstration(ready.ownerUrl, { encryptionKey: ready.encryptionKey, log: say });
    if (kind === 'start') await ensureBuilt();
    await serve(kind, settings, ready);
    await introduce(settings, ready);
  } catch (error) {
    if (ending) return;
    await end(1, inWords(error as Error));
  }
}

// A signal to npm ends npm and the shell between the two, and is not passed on.
function endWithNpm() {
  const above = () => [process.ppid, parentOf(process.ppid)].join();
  const atFirst = above();
  setInterval(() => above() !== atFirst && void end(0, 'Stopping, since npm has ended …'), 500).unref();
}

async function openEmbedded(settings: StartSettings): Promise<Ready> {
  const dataDir = openDataFolder(settings.dataDir);
  const secrets = keepSecrets(dataDir, settings, holdsStore(dataDir));
  const store = await startEmbeddedStore({ dataDir, durable: true, log: say });
  begun.store = store;
  await migrateDatabase(store.ownerUrl, { mode: settings.mode, log: say });
  return { databaseUrl: store.appUrl, ownerUrl: store.ownerUrl, ...secrets };
}

async function openExternal({ databaseUrl, databaseOwnerUrl, encryptionKey, nextauthSecret, mode }: StartSettings): Promise<Ready> {
  if (!databaseUrl || !encryptionKey || !nextauthSecret) throw new Error('DATABASE_URL, CRT_ENCRYPTION_KEY and NEXTAUTH_SECRET must be given together.');
  await checkExternalStore('DATABASE_URL', databaseUrl);
  if (databaseOwnerUrl) {
    await checkExternalStore('DATABASE_OWNER_URL', databaseOwnerUrl);
    await migrateDatabase(databaseOwnerUrl, { mode, log: say });
  } else if (!(await isCurrent(databaseUrl))) {
    throw new Error(
      'The tables in the database are not those of this version. Run "npm run db:migrate" with DATABASE_OWNER_URL set to the owner\'s address, ' +
        'or set DATABASE_OWNER_URL for npm start, which then does it first.',
    );
  }
  return { databaseUrl, ownerUrl: databaseOwnerUrl, encryptionKey, nextauthSecret };
}

async function requireFreePort({ host, port }: StartSettings) {
  const problem = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
  // A browser may take "localhost" to be ::1, and would then be shown whatever runs there.
  const taken = problem === 'EADDRINUSE' || (host === '127.0.0.1' && (await answers('::1', port)));
  if (taken) throw new Error(`Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`);
  if (problem === 'EACCES') throw new Error(`Port ${port} is for the system alone. Choose one above 1023: PORT=3000 npm start`);
  if (problem) throw new Error(`The product cannot listen on ${host}, port ${port} (${problem}). Check the settings HOST and PORT.`);
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false)).once('timeout', () => settle(false));
  });
}

async function ensureBuilt() {
  if (!buildIsStale()) return;
  say('Building the pages. This takes under a minute, and only after a change');
  const built = await build({ show: 'failure', started: (child) => (begun.building = child) });
  begun.building = undefined;
  if (!built) throw new Error('The pages could not be built; what went wrong is above.');
}

async function serve(kind: 'start' | 'dev', settings: StartSettings, ready: Ready) {
  say('Starting the server');
  const server = spawn(process.execPath, [join(project, 'scripts/serve.mjs'), kind], {
    cwd: project,
    env: serverEnvironment(kind, settings, ready),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  begun.server = server;
  const stopped = new Promise<never>((_, reject) => {
    server.once('exit', (code, signal) => {
      if (!ending) reject(new Error(`The server has stopped by itself (${signal ?? `code ${code}`}); what it said is above.`));
    });
  });
  // From here on the product lives as long as its server.
  stopped.catch((error: Error) => (ending ? undefined : end(1, inWords(error))));
  await Promise.race([stopped, untilHealthy(settings)]);
}

function serverEnvironment(kind: 'start' | 'dev', settings: StartSettings, ready: Ready): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _migrationsOnly, ...env } = process.env;
  return {
    ...env,
    NODE_ENV: kind === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || serverActionsKey(ready),
    CRT_MODE: settings.mode,
    CRT_STORE: settings.store,
    CRT_DATA_DIR: settings.dataDir,
    CRT_SCHEMA_STATE: expectedState(),
    CRT_ENCRYPTION_KEY: ready.encryptionKey,
    NEXTAUTH_SECRET: ready.nextauthSecret,
    NEXTAUTH_URL: settings.nextauthUrl,
    DATABASE_URL: ready.databaseUrl,
    HOST: settings.host,
    PORT: String(settings.port),
  };
}

async function untilHealthy({ host, port }: StartSettings) {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const address = `http://${reachable}:${port}/api/health`;
  const giveUpAt = Date.now() + serverReadyWithin;
  let last = 'it did not answer';
  while (Date.now() < giveUpAt) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
      if (answer.ok) return;
      last = `it answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
    } catch {
      // It is not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was started, but is not well after a minute: ${last}`);
}

async function introduce(settings: StartSettings, { ownerUrl }: Ready) {
  console.log(`\nCase Review Tracker is running: ${settings.nextauthUrl}\n`);
  if (settings.mode === 'demonstration' && ownerUrl) {
    const people = await listDemonstrationPeople(ownerUrl);
    const width = (field: 'name' | 'membership') => Math.max(...people.map((person) => person[field].length)) + 2;
    console.log('This is a demonstration. You can sign in as anybody below: press a name under “Try it as…”. It needs no password.\n');
    for (const { name, membership, email } of people) console.log(`  ${name.padEnd(width('name'))}${membership.padEnd(width('membership'))}${email}`);
    console.log('');
  }
  console.log('Stop it with Ctrl-C.');
}

// The server first: it finishes the requests it has, for which it needs the store.
function end(code: number, message: string): Promise<never> {
  ending ??= (async () => {
    if (code === 0) console.log(message);
    else console.error(message);
    begun.building?.kill('SIGTERM');
    if (begun.server) await stopServer(begun.server);
    await begun.store?.stop();
    process.exit(code);
  })();
  return ending;
}

async function stopServer(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), serverStopsWithin);
  await ended;
  clearTimeout(late);
}

// Messages are written for the person who starts the product. A mistake in the program is another matter, and needs its place named.
function inWords(error: Error): string {
  // The message of a failed statement holds its values, which are nobody's business on a screen or in a log.
  if ('query' in error && 'params' in error) return `The database refused a statement: ${error.cause instanceof Error ? error.cause.message : 'it did not say why'}.`;
  const mistake = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError || error instanceof SyntaxError;
  return mistake ? (error.stack ?? error.message) : error.message;
}

function say(line: string) {
  console.log(`${line} …`);
}
