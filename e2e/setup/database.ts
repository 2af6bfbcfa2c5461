import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Store } from '../../db/testing/builders';
import { readWorld, type World } from '../../db/testing/tables';
import type { Installation } from './installation';

type Owner = Parameters<typeof readWorld>[0];

export type TestData = {
  /** What builders insert with. Sees every row. */
  store: Store;
  /** For looking behind the screens, and for what only time or an administrator does. */
  sql: postgres.Sql;
  world(): Promise<World>;
  close(): Promise<void>;
};

/** The database of an installation, as the owner of its tables. */
export function openTestData({ ownerUrl }: Installation): TestData {
  const sql = postgres(ownerUrl, { max: 2, onnotice: () => {}, idle_timeout: 20 });
  const store = drizzle(sql, { casing: 'snake_case' }) as unknown as Owner;
  return { store, sql, world: () => readWorld(store), close: () => sql.end({ timeout: 5 }) };
}

/** Ends every session of a person at once, as an administrator or a change of rights would. */
export async function endSessionsOf({ sql }: TestData, name: string): Promise<number> {
  const ended = await sql`
    update app.sessions s set ended_at = now() from app.accounts a join app.persons p on p.id = a.person_id
     where s.account_id = a.id and p.name = ${name} and s.ended_at is null returning s.id`;
  return ended.length;
}
