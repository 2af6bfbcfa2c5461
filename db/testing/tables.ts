import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../client';
import * as schema from '../schema';

type Schema = typeof schema;
type Tables = { [K in keyof Schema as Schema[K] extends PgTable ? Schema[K]['_']['name'] : never]: Schema[K] extends PgTable ? Schema[K] : never };
export type TableName = keyof Tables;

/** A row to be added, and so also one that is there. */
export type Row<T extends TableName> = Tables[T]['$inferInsert'];

/** Every table of the schema by its name in the database. */
export const allTables = Object.fromEntries(
  Object.values(schema)
    .filter((value): value is Extract<typeof value, PgTable> => is(value, PgTable))
    .map((table) => [getTableName(table), table]),
) as Tables;

export const tableNames = Object.keys(allTables) as TableName[];

/** The columns of a table as the database calls them. */
export function columnsOf(table: PgTable): string[] {
  return Object.keys(getTableColumns(table)).map((key) => toSnakeCase(key));
}

/** Every row there is. */
export type World = { [T in TableName]: Tables[T]['$inferSelect'][] };

export async function readWorld(owner: Database): Promise<World> {
  const read = await Promise.all(tableNames.map(async (name) => [name, await owner.select().from(allTables[name] as PgTable)] as const));
  return Object.fromEntries(read) as unknown as World;
}
