import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { policyScript } from './policies/script';
import type { Mode } from './schema';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** One number for one database, so that two starts at once migrate one after the other. */
const migrationLock = 7_301_946;

/** What a database must have applied for this build to run on it, in the words of `app.schema_state()`. */
export function expectedState(): string {
  const journal = readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8');
  const tables = createHash('sha256').update(journal).digest('hex').slice(0, 16);
  return `policies=${policyScript().digest},tables=${tables}`;
}

/**
 * Brings a database to this build: tables first, then functions, triggers and policies. Forward only; safe to kill and run
 * again, because each part is one transaction. Throws a plain sentence where the database was made for the other mode.
 */
export async function migrateDatabase(ownerUrl: string, options: { mode: Mode; log(line: string): void }): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(client, { casing: 'snake_case' }), { migrationsFolder });
    const expected = expectedState();
    const [state] = await client`select coalesce(string_agg(name || '=' || digest, ',' order by name), '') as state from app.schema_versions`;
    if (state?.state !== expected) {
      options.log('Applying who may see what');
      const { sql } = policyScript();
      await client.begin(async (tx) => {
        await tx.unsafe(sql);
        for (const part of expected.split(',')) {
          const [name, digest] = part.split('=') as [string, string];
          await tx`insert into app.schema_versions (name, digest) values (${name}, ${digest})
                   on conflict (name) do update set digest = excluded.digest, applied_at = now()`;
        }
      });
    }
    await client.begin(async (tx) => {
      await tx`insert into app.installation (mode) values (${options.mode}) on conflict do nothing`;
      await tx`insert into app.settings (partnership_name, partnership_short_name) values ('Safeguarding Children Partnership', 'The partnership') on conflict do nothing`;
      for (const job of ['seal-history', 'clear-limits', 'clear-drafts', 'clear-uploads']) await tx`insert into app.jobs (name) values (${job}) on conflict do nothing`;
    });
    const [installation] = await client`select mode from app.installation`;
    if (installation?.mode !== options.mode) {
      throw new Error(`This database was made for the ${installation?.mode} mode, and CRT_MODE says ${options.mode}. Set CRT_MODE to ${installation?.mode}, or use another database.`);
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Whether a database, reached as the application, is at this build. */
export async function isCurrent(appUrl: string): Promise<boolean> {
  const client = postgres(appUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [row] = await client`select app.schema_state() as state`;
    return row?.state === expectedState();
  } catch (error) {
    // No schema, or no such function: never migrated. Anything else is an outage and is told as such.
    if (['3F000', '42883', '42501', '42P01'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end({ timeout: 5 });
  }
}
