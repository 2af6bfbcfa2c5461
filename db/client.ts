import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Opens a pool. The application has one, kept by `lib/access/context.ts`; scripts and tests open their own and close it. */
export function openDatabase(url: string, options: { max?: number } = {}): { database: Database; close(): Promise<void> } {
  const client = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 3,
    idle_timeout: 300,
    // In seconds. The driver's own waits grow to twenty: a database that is back would be left alone that long.
    backoff: () => 0.1,
    onnotice: () => {},
    // Policies make a plan look costly, and compiling one takes longer than any of our statements.
    connection: { application_name: 'case-review-tracker', jit: 'off' },
  });
  return { database: drizzle(client, { schema, casing: 'snake_case' }), close: () => client.end({ timeout: 5 }) };
}
