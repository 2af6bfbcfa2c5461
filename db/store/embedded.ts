import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { accountFor, canReach, findBinaries, machineFolder, runAs, StoreUnavailable, type Account } from './binaries';
import { FolderInUse, lockFolder } from './lock';
import { commandOf, exists, isRunning, markProcess, ownerOf, until, type ProcessMark } from './processes';
import { databaseName, rolesSql } from './roles';

export { FolderInUse, StoreUnavailable };

export type Store = {
  readonly port: number;
  /** Signs in as crt_owner. */
  readonly ownerUrl: string;
  /** Signs in as crt_app. */
  readonly appUrl: string;
  /** Signs in as the superuser: for the roles and, in tests, for databases made from a template. The product never uses it. */
  readonly adminUrl: string;
  /** The main PostgreSQL process; another one after a crash, since it is started anew. */
  readonly pid: number;
  stop(): Promise<void>;
};

export type RunningStore = { port: number; ownerUrl: string; appUrl: string; pid: number };

type Input = {
  dataDir: string;
  /** False for a store that is thrown away when it stops: nothing is forced to disk, and its files go with it. */
  durable: boolean;
  log: (line: string) => void;
};

// Kept in the data folder for as long as the database exists. Written before the database is made: one without its passwords is lost.
type Credentials = { place: string; admin: string; owner: string; app: string; prepared: boolean };

// Kept in the data folder while the store runs.
type Running = { supervisor: ProcessMark; postgres?: ProcessMark; port?: number; ownerUrl?: string; appUrl?: string };

const superuser = 'postgres';
const credentialsFile = 'store-credentials.json';
const runningFile = 'store-running.json';
const supervisorProgram = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

// A crashed store replays its log before it answers.
const readyWithin = 300_000;
const orphanStopsWithin = 20_000;

/**
 * Starts the PostgreSQL that npm installed, on a data folder, for this process alone. It stops with stop(), and also when this process ends
 * in whatever way. Throws FolderInUse or StoreUnavailable, whose messages are for the person who starts the product.
 */
export async function startEmbeddedStore({ dataDir, durable, log }: Input): Promise<Store> {
  const folder = openDataFolder(dataDir);
  const locks = [lockFolder(folder)];
  try {
    await waitForFormerSupervisor(folder, log);
    const credentials = readCredentials(folder) ?? makeCredentials(folder, durable);
    const place = resolve(folder, credentials.place);
    // A copy of a data folder points to the same place as the folder it was copied from.
    if (relative(folder, place).startsWith('..') && existsSync(place)) locks.push(lockFolder(place));

    const cluster = join(place, 'cluster');
    const account = accountFor(existsSync(cluster) ? cluster : null);
    const binaries = findBinaries(account, folder, log);
    if (existsSync(cluster)) await stopOrphan(cluster, log);
    else await makeCluster({ binaries, place, cluster, account, credentials, durable, log });

    return await run({ folder, place, cluster, account, binaries, credentials, durable, log, release: () => locks.reverse().forEach((lock) => lock.release()) });
  } catch (error) {
    locks.reverse().forEach((lock) => lock.release());
    throw error;
  }
}

/** The store that runs on a data folder, for scripts beside the product; null when none does. */
export function findRunningStore(dataDir: string): RunningStore | null {
  const running = readJson<Running>(join(dataDir, runningFile));
  if (!running?.postgres || !running.port || !running.ownerUrl || !running.appUrl || !isRunning(running.postgres)) return null;
  return { port: running.port, ownerUrl: running.ownerUrl, appUrl: running.appUrl, pid: running.postgres.pid };
}

/** Whether a database was ever made in a data folder. */
export function holdsStore(dataDir: string): boolean {
  return existsSync(join(dataDir, credentialsFile)) || existsSync(join(dataDir, 'store', 'cluster'));
}

/** Makes the data folder where it is missing, and returns its real path. */
export function openDataFolder(dataDir: string): string {
  const existed = existsSync(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true });
    // Under root the database inside belongs to another account, which has to pass through. What is secret in here is closed by itself.
    if (!existed) chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    writeFileSync(join(dataDir, '.writable'), '');
    rmSync(join(dataDir, '.writable'));
  } catch (cause) {
    throw new StoreUnavailable(
      `The data folder ${dataDir} cannot be written to (${(cause as NodeJS.ErrnoException).code}). Start as the user it belongs to, or set ` +
        'CRT_DATA_DIR to another folder.',
      { cause },
    );
  }
  return realpathSync(dataDir);
}

function readCredentials(folder: string): Credentials | null {
  const path = join(folder, credentialsFile);
  const found = readJson<Credentials>(path);
  if (found) return found;
  if (existsSync(join(folder, 'store', 'cluster'))) {
    throw new StoreUnavailable(
      `The data folder ${folder} holds a database, but not its passwords: ${credentialsFile} is missing or damaged. Put that file back from ` +
        'your copy of the folder, or set CRT_DATA_DIR to a new folder to begin again.',
    );
  }
  return null;
}

function makeCredentials(folder: string, durable: boolean): Credentials {
  const place = choosePlace(folder, durable);
  const credentials = { place, admin: newPassword(), owner: newPassword(), app: newPassword(), prepared: false };
  writeJson(join(folder, credentialsFile), credentials);
  return credentials;
}

// Inside the data folder where the account that runs PostgreSQL can get there, else in a folder of the machine, which the data folder names.
function choosePlace(folder: string, durable: boolean): string {
  if (canReach(folder, accountFor(null))) return 'store';
  if (!durable) {
    const place = mkdtempSync(join(tmpdir(), 'case-review-tracker-'));
    return place;
  }
  const place = join(machineFolder, `data-${randomBytes(8).toString('hex')}`);
  try {
    mkdirSync(place, { recursive: true, mode: 0o711 });
    chmodSync(machineFolder, 0o755);
  } catch (cause) {
    throw new StoreUnavailable(
      `PostgreSQL refuses to run as root, the account it runs as cannot enter ${folder}, and ${place} cannot be made. ` +
        'Set CRT_DATA_DIR to a folder whose parents every user of the machine may enter, or start as an ordinary user.',
      { cause },
    );
  }
  return place;
}

type Making = { binaries: string; place: string; cluster: string; account: Account | null; credentials: Credentials; durable: boolean; log: (line: string) => void };

async function makeCluster({ binaries, place, cluster, account, credentials, durable, log }: Making) {
  log('Making a new database');
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o700);
  if (account) chownSync(place, account.uid, account.gid);

  // Made under another name: what is called "cluster" is complete, whenever an earlier start was stopped.
  const draft = join(place, 'cluster-unfinished');
  const passwordFile = join(place, 'password');
  rmSync(draft, { recursive: true, force: true });
  try {
    writeFileSync(passwordFile, credentials.admin, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    // The built-in C.UTF-8 sorts alike on every machine and knows capital letters beyond English.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const access = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await promisify(execFile)(join(binaries, 'bin', 'initdb'), [`--pgdata=${draft}`, ...locale, ...access, ...(durable ? [] : ['--no-sync']), '--no-instructions'], {
      ...runAs(account),
      cwd: place,
      env: environment(),
    });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split('\n').slice(-3).join(' ') || (cause as Error).message;
    throw new StoreUnavailable(`A new database could not be made in ${place}: ${said}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // Passwords only, over the loopback address only: a local user of the machine is a stranger to the store.
  writeFileSync(join(draft, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  renameSync(draft, cluster);
  const made = openSync(place, 'r');
  fsyncSync(made);
  closeSync(made);
}

type Run = Making & { folder: string; release: () => void };

async function run({ folder, place, cluster, account, binaries, credentials, durable, log, release }: Run): Promise<Store> {
  const runningPath = join(folder, runningFile);
  let launched = await launchOnFreePort();
  let stopping: Promise<void> | null = null;
  watchOver(launched);

  const url = (user: string, password: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${launched.port}/${database}`;
  const adminUrl = url(superuser, credentials.admin, 'postgres');
  const ownerUrl = url('crt_owner', credentials.owner, databaseName);
  const appUrl = url('crt_app', credentials.app, databaseName);

  try {
    if (!credentials.prepared) {
      await prepare(adminUrl, url(superuser, credentials.admin, databaseName), credentials);
      writeJson(join(folder, credentialsFile), { ...credentials, prepared: true });
    }
    note();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    port: launched.port,
    ownerUrl,
    appUrl,
    adminUrl,
    get pid() {
      return launched.pid;
    },
    stop,
  };

  async function launchOnFreePort(): Promise<Launched> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await launch(await freePort(), true);
      } catch (error) {
        if (attempt === 5 || !/could not (bind|create any TCP)/.test((error as Error).message)) throw error;
      }
    }
  }

  function launch(port: number, portIsNew: boolean): Promise<Launched> {
    const logPath = join(place, 'postgresql.log');
    if (existsSync(logPath) && statSync(logPath).size > 5_000_000) renameSync(logPath, `${logPath}.1`);
    const throwAway = durable ? null : [place, join(folder, credentialsFile), runningPath];
    const plan = { program: join(binaries, 'bin', 'postgres'), args: serverArguments(cluster, port, durable), cluster, log: logPath, account, env: environment(), throwAway, portIsNew };
    // A session of its own: Ctrl-C in the terminal is for the product, which then stops the store in its turn.
    const supervisor = spawn(process.execPath, [supervisorProgram, JSON.stringify(plan)], { detached: true, cwd: '/', env: environment(), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    writeJson(runningPath, { supervisor: markProcess(supervisor.pid!) } satisfies Running);
    return new Promise((resolveLaunch, reject) => {
      let mine: Launched | null = null;
      const slow = setTimeout(() => log('The database is still getting ready: it was not stopped properly and checks its records'), 5_000);
      const tooSlow = setTimeout(() => {
        supervisor.kill('SIGTERM');
        reject(new StoreUnavailable(`The database did not get ready within ${readyWithin / 60_000} minutes. Its log is ${logPath}.`));
      }, readyWithin);
      const settle = () => [slow, tooSlow].forEach(clearTimeout);
      supervisor.once('error', (cause) => {
        settle();
        reject(new StoreUnavailable(`The database could not be started: ${cause.message}`, { cause }));
      });
      supervisor.once('exit', () => {
        settle();
        reject(new StoreUnavailable(`The database ended while it was starting. Its log is ${logPath}.`));
      });
      supervisor.on('message', (message: { ready?: number; failed?: string }) => {
        settle();
        if (message.failed !== undefined) {
          reject(new StoreUnavailable(`The database does not start: ${lastWords(message.failed)} Its whole log is ${logPath}.`));
        } else if (message.ready) {
          if (mine) {
            mine.pid = message.ready;
            note();
            log('The database had stopped by itself and was started again');
          } else {
            mine = { supervisor, port, pid: message.ready };
            resolveLaunch(mine);
          }
        }
      });
    });
  }

  // The store must not keep a process from ending that has nothing left to do.
  function watchOver({ supervisor }: Launched) {
    supervisor.unref();
    supervisor.channel?.unref();
    supervisor.once('exit', () => {
      if (stopping) return;
      void startAgain().catch((error: unknown) => log(`The database has stopped and does not start again: ${(error as Error).message}`));
    });
  }

  async function startAgain() {
    await stopOrphan(cluster, log);
    if (stopping) return;
    launched = await launch(launched.port, false);
    watchOver(launched);
    note();
    log('The database had stopped by itself and was started again');
  }

  function note() {
    writeJson(runningPath, { supervisor: markProcess(launched.supervisor.pid!), postgres: markProcess(launched.pid), port: launched.port, ownerUrl, appUrl } satisfies Running);
  }

  function stop(): Promise<void> {
    stopping ??= (async () => {
      const { supervisor } = launched;
      if (supervisor.exitCode === null && supervisor.signalCode === null) {
        supervisor.ref();
        const ended = new Promise((resolveEnd) => supervisor.once('exit', resolveEnd));
        if (supervisor.connected) supervisor.disconnect();
        await ended;
      }
      if (existsSync(cluster)) await stopOrphan(cluster, () => {});
      rmSync(runningPath, { force: true });
      release();
    })();
    return stopping;
  }
}

type Launched = { supervisor: ChildProcess; port: number; pid: number };

function serverArguments(cluster: string, port: number, durable: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // A failed statement's text and an error's details hold what people typed, which has no place in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    // After a crash every file is made sure of on disk before recovery: file by file takes seconds, while people wait.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 }),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
}

// The one use of the superuser.
async function prepare(adminUrl: string, adminUrlInside: string, credentials: Credentials) {
  const { cluster, createDatabase, database } = rolesSql({ database: databaseName, ownerPassword: credentials.owner, appPassword: credentials.app });
  await onConnection(adminUrl, async (sql) => {
    for (const statement of cluster) await sql.unsafe(statement);
    const [found] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!found) await sql.unsafe(createDatabase);
  });
  await onConnection(adminUrlInside, async (sql) => {
    for (const statement of database) await sql.unsafe(statement);
  });
}

async function onConnection(url: string, work: (sql: postgres.Sql) => Promise<void>) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 30 });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

// A start that was killed leaves its supervisor behind for the moment that stopping takes.
async function waitForFormerSupervisor(folder: string, log: (line: string) => void) {
  const former = readJson<Running>(join(folder, runningFile))?.supervisor;
  if (!former || !isRunning(former)) return;
  log('Waiting for the database of an earlier start to stop');
  if (await until(() => !isRunning(former), orphanStopsWithin)) return;
  process.kill(former.pid, 'SIGKILL');
  await until(() => !isRunning(former), 5_000);
}

/**
 * Deals with the postmaster.pid that a start or a supervisor killed at the wrong moment leaves behind. The lock is held, so no living start
 * uses the cluster: a PostgreSQL found on it is an orphan and is stopped, in good order so that what it has acknowledged is kept.
 */
async function stopOrphan(cluster: string, log: (line: string) => void) {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number(readText(pidFile)?.split('\n')[0]);
  if (!pid) return;
  if (!exists(pid)) return;
  // The id may meanwhile be another program's. PostgreSQL itself only sees that the id is taken, and would refuse to start.
  const command = commandOf(pid);
  if (command !== null && !command.includes(cluster)) return rmSync(pidFile, { force: true });

  log('Stopping a database that an earlier start left running');
  try {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      process.kill(pid, signal);
      if (await until(() => !exists(pid), orphanStopsWithin / 2)) return;
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return;
    throw new StoreUnavailable(
      `A PostgreSQL that belongs to ${ownerOf(pid)} (process ${pid}) is using ${cluster}. Stop it, or set CRT_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

// Below the ports that systems give to outgoing connections: while the store restarts, no client can come to hold its port.
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 30_000);
    const free = await new Promise<boolean>((resolveFree) => {
      const probe = createServer();
      probe.once('error', () => resolveFree(false));
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolveFree(true)));
    });
    if (free) return port;
  }
}

// Nothing of the surroundings reaches PostgreSQL: a PGPORT or PGDATA there would speak of another installation.
function environment() {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' as const };
}

// Letters and digits only, so that it stands in an address as it is.
function newPassword(): string {
  return randomBytes(24).toString('hex');
}

function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|ERROR|PANIC|could not/.test(line));
  return (lines.at(-1) ?? log.trim()).replace(/^.*?(FATAL|ERROR|PANIC):\s*/, '').replace(/[.\s]*$/, '.');
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readJson<T>(path: string): T | null {
  const text = readText(path);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

// Whole or not at all, and on disk before it counts.
function writeJson(path: string, value: object) {
  if (!isAbsolute(path)) throw new Error(`${path} must be an absolute path`);
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(file, JSON.stringify(value, null, 2));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const parent = openSync(dirname(path), 'r');
  fsyncSync(parent);
  closeSync(parent);
}
