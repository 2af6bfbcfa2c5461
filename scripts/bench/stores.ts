import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrateDatabase } from '../../db/migrate';
import { loadDemonstration } from '../../db/seed';
import { startEmbeddedStore, type Store } from '../../db/store/embedded';
import { databaseName, rolesSql } from '../../db/store/roles';
import type { Secrets } from './server';

export type OwnStore = { store: Store; dataDir: string; ownerUrl(database?: string): string; appUrl(database?: string): string; copy(name: string, of?: string): Promise<void>; stop(): Promise<void> };

/** A PostgreSQL of this run alone, with the demonstration in it. Durable ones force every commit to disk, as an installation's does. */
export async function openOwnStore({ durable, secrets }: { durable: boolean; secrets: Secrets }): Promise<OwnStore> {
  const folder = mkdtempSync(join(tmpdir(), 'case-review-tracker-'));
  // The database runs as another account where root starts it, and has to be able to enter.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const store = await startEmbeddedStore({ dataDir, durable, log: () => {} });
  const inside = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const stop = async () => {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrateDatabase(store.ownerUrl, { mode: 'demonstration', log: () => {} });
    await loadDemonstration(store.ownerUrl, { encryptionKey: secrets.encryptionKey, log: () => {} });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    store, dataDir, stop,
    ownerUrl: (database = databaseName) => inside(store.ownerUrl, database),
    appUrl: (database = databaseName) => inside(store.appUrl, database),
    copy: (name, of = databaseName) => copyDatabase(store.adminUrl, inside(store.adminUrl, name), name, of),
  };
}

async function copyDatabase(adminUrl: string, insideUrl: string, name: string, of: string) {
  await onConnection(adminUrl, (sql) => sql.unsafe(`create database ${name} template ${of} owner crt_owner`));
  // Who may connect is not copied with a database.
  await onConnection(insideUrl, async (sql) => {
    for (const statement of rolesSql({ database: name, ownerPassword: '', appPassword: '' }).database) await sql.unsafe(statement);
  });
}

export async function onConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T> | PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Lets the application see every row of every table: what reading would cost without row security. There is no such setting in the
 * product; this is done to a copy of the database that is thrown away.
 */
export async function letAllRowsBeSeen(ownerUrl: string): Promise<number> {
  return onConnection(ownerUrl, async (sql) => {
    const policies = await sql<{ tablename: string; policyname: string }[]>`select tablename, policyname from pg_policies where schemaname = 'app' and cmd = 'SELECT' and 'crt_app' = any (roles)`;
    for (const { tablename, policyname } of policies) await sql.unsafe(`alter policy "${policyname}" on app."${tablename}" using (true)`);
    return policies.length;
  });
}
