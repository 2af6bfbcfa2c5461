import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { rolesSql } from '../store/roles';
import type { TestStore } from './global-setup';

/** The address of one database of the throwaway store, as one of the two roles that sign in. */
export function databaseUrl(store: TestStore, role: 'crt_owner' | 'crt_app', database: string): string {
  const url = new URL(store.adminUrl);
  url.username = role;
  url.password = role === 'crt_owner' ? store.ownerPassword : store.appPassword;
  url.pathname = `/${database}`;
  return url.href;
}

/** The same as the superuser, whom nothing binds: to look behind row security. */
export function adminUrl(store: TestStore, database: string): string {
  const url = new URL(store.adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Who may connect: rights on a database itself are not copied from its template. */
export async function prepareDatabase(store: TestStore, database: string): Promise<void> {
  const inside = postgres(adminUrl(store, database), { max: 1, onnotice: () => {} });
  try {
    for (const statement of rolesSql({ database, ownerPassword: '', appPassword: '' }).database) await inside.unsafe(statement);
  } finally {
    await inside.end({ timeout: 5 });
  }
}

export async function copyTemplate(store: TestStore): Promise<string> {
  const name = `crt_test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(store.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`create database ${name} template ${store.template} owner crt_owner`);
  } finally {
    await admin.end({ timeout: 5 });
  }
  await prepareDatabase(store, name);
  return name;
}

export async function dropDatabase(store: TestStore, name: string): Promise<void> {
  const admin = postgres(store.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
  } finally {
    await admin.end({ timeout: 5 });
  }
}
