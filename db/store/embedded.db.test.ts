import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findRunningStore, startEmbeddedStore, type Store } from './embedded';
import { exists, until } from './processes';

type Said = { pid: number; port: number; ownerUrl: string; refused?: string };

const folders: string[] = [];
const starters: ChildProcess[] = [];

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function startElsewhere(folder: string, kind: 'durable' | 'throwaway' = 'durable'): Promise<Said & { starter: ChildProcess }> {
  const starter = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'starter.ts'), folder, kind], { stdio: ['ignore', 'pipe', 'inherit'] });
  starters.push(starter);
  for await (const line of createInterface({ input: starter.stdout })) return { ...(JSON.parse(line) as Said), starter };
  throw new Error('The store ended without a word');
}

async function onStore<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

afterEach(async () => {
  for (const starter of starters.splice(0)) {
    if (starter.exitCode !== null || starter.signalCode !== null) continue;
    starter.kill('SIGKILL');
    await new Promise((resolve) => starter.once('exit', resolve));
  }
});

describe('a store in its data folder', () => {
  let store: Store;
  let folder: string;

  beforeAll(async () => {
    folder = aFolder();
    store = await startEmbeddedStore({ dataDir: folder, durable: true, log: () => {} });
  });
  afterAll(async () => {
    await store.stop();
  });

  test('signs in the owner and the application, neither of which can bypass row security', async () => {
    for (const url of [store.ownerUrl, store.appUrl]) {
      const [role] = await onStore(url, (sql) => sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`);
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    }
  });

  test('lets the owner make schemas and give functions away, and the application neither', async () => {
    await onStore(store.ownerUrl, async (sql) => {
      await sql.unsafe('create schema app; create function app.one() returns int language sql as $$ select 1 $$; grant create on schema app to crt_resolver');
      await sql.unsafe('alter function app.one() owner to crt_resolver; create or replace function app.one() returns int language sql as $$ select 2 $$');
      await sql.unsafe('drop schema app cascade');
    });
    await expect(onStore(store.appUrl, (sql) => sql.unsafe('create schema other'))).rejects.toThrow('permission denied');
    await expect(onStore(store.appUrl, (sql) => sql.unsafe('create table public.t (a int)'))).rejects.toThrow();
  });

  test('keeps what it acknowledges on disk, in one order of letters and in one time zone', async () => {
    const rows = await onStore(store.ownerUrl, (sql) => sql`
      select current_setting('fsync') as fsync, current_setting('TimeZone') as zone, lower('É') as small, array(select unnest(array['a', 'B', 'é', 'Z']) as t order by t) as sorted`);
    expect(rows[0]).toEqual({ fsync: 'on', zone: 'UTC', small: 'é', sorted: ['B', 'Z', 'a', 'é'] });
  });

  test('asks for a password, and listens on the loopback address alone', async () => {
    const wrong = new URL(store.ownerUrl);
    wrong.password = 'guess';
    await expect(onStore(wrong.href, (sql) => sql`select 1`)).rejects.toThrow('password authentication failed');
    const [listen] = await onStore(store.adminUrl, (sql) => sql`select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`);
    expect(listen).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  test('writes no values that people typed to its log', async () => {
    await onStore(store.ownerUrl, async (sql) => {
      await sql`create table once (name text primary key)`;
      await sql`insert into once values ('Priya')`;
      await expect(sql`insert into once values ('Priya')`).rejects.toThrow('duplicate key');
      await sql`drop table once`;
    });
    expect(readFileSync(join(folder, 'store', 'postgresql.log'), 'utf8')).not.toContain('Priya');
  });

  test('is found by scripts beside it, in a file for its owner alone', () => {
    expect(findRunningStore(folder)).toEqual({ port: store.port, ownerUrl: store.ownerUrl, appUrl: store.appUrl, pid: store.pid });
    for (const file of ['store-running.json', 'store-credentials.json']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test('refuses a second start in plain words, and goes on', async () => {
    const { refused } = await startElsewhere(folder);
    expect(refused).toMatch(/already in use: Case Review Tracker is running on it as process \d+/);
    await onStore(store.appUrl, (sql) => sql`select 1`);
  });

  test('starts again on the same port when PostgreSQL is killed', async () => {
    const before = store.pid;
    process.kill(before, 'SIGKILL');
    expect(await until(() => store.pid !== before, 30_000)).toBe(true);
    expect(findRunningStore(folder)).toMatchObject({ port: store.port, pid: store.pid });
    await onStore(store.appUrl, (sql) => sql`select 1`);
  });

  test('starts again when the process that watches over it is killed', async () => {
    const before = store.pid;
    const { supervisor } = JSON.parse(readFileSync(join(folder, 'store-running.json'), 'utf8')) as { supervisor: { pid: number } };
    process.kill(supervisor.pid, 'SIGKILL');
    expect(await until(() => store.pid !== before, 30_000)).toBe(true);
    expect(exists(before)).toBe(false);
    await onStore(store.appUrl, (sql) => sql`select 1`);
  });
});

describe('a store whose starter is killed', () => {
  const folder = aFolder();

  test('ends, and the next start finds what was acknowledged', async () => {
    const first = await startElsewhere(folder);
    await onStore(first.ownerUrl, (sql) => sql.unsafe('create table public.kept (a int); insert into public.kept values (1)'));
    first.starter.kill('SIGKILL');

    // At once, while the first is still stopping.
    const second = await startElsewhere(folder);
    expect(exists(first.pid)).toBe(false);
    expect(await onStore(second.ownerUrl, (sql) => sql`select a from public.kept`)).toEqual([{ a: 1 }]);
    second.starter.kill('SIGKILL');
    expect(await until(() => !exists(second.pid), 30_000)).toBe(true);
    expect(findRunningStore(folder)).toBeNull();
  });

  test('leaves no files where it was to be thrown away', async () => {
    const thrownAway = aFolder();
    const { starter, pid } = await startElsewhere(thrownAway, 'throwaway');
    starter.kill('SIGKILL');
    expect(await until(() => !exists(pid) && !existsSync(join(thrownAway, 'store-credentials.json')), 30_000)).toBe(true);
    expect(existsSync(join(thrownAway, 'store', 'cluster'))).toBe(false);
  });

  test('is stopped by the next start where its supervisor was killed as well', async () => {
    const first = await startElsewhere(folder);
    const { supervisor } = JSON.parse(readFileSync(join(folder, 'store-running.json'), 'utf8')) as { supervisor: { pid: number } };
    first.starter.kill('SIGSTOP');
    process.kill(supervisor.pid, 'SIGKILL');
    first.starter.kill('SIGKILL');
    expect(exists(first.pid)).toBe(true);
    const second = await startElsewhere(folder);
    expect(second.refused).toBeUndefined();
    expect(exists(first.pid)).toBe(false);
  });

  test('is refused, with what to do, once its passwords are gone', async () => {
    rmSync(join(folder, 'store-credentials.json'));
    await expect(startEmbeddedStore({ dataDir: folder, durable: true, log: () => {} })).rejects.toThrow('Put that file back');
  });
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
