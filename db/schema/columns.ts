import { sql } from 'drizzle-orm';
import { boolean, check, customType, date, integer, pgSchema, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** Every table of ours lives in one schema, apart from whatever else an installation keeps in its database. */
export const app = pgSchema('app');

/** Identifiers are made by the application: a row its writer may not read back cannot return one. */
export const id = () => uuid().primaryKey();

/** Counts the saves of a row; a form that carries an older number is told so instead of overwriting. Raised by a trigger. */
export const version = () => integer().notNull().default(1);

/** Counts what one form of the record saves in other tables, so that its own version is raised with them. */
export const savedBeside = () => integer().notNull().default(0);

export const recordedAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();
export const instant = () => timestamp({ withTimezone: true });
export const day = () => date({ mode: 'string' });

/** Distinct words, for an index that finds by them. */
export const wordList = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** How exactly a day is known. A period too wide to tell is counted in its reporting year and never used for timeliness. */
export const precisions = ['day', 'month', 'year', 'reporting_year'] as const;
export type Precision = (typeof precisions)[number];

/** How a record came to be here. "Must have" rules and clocks bind the first only. */
export const recordBases = ['worked_here', 'recorded_from_document', 'carried_over'] as const;
export type RecordBasis = (typeof recordBases)[number];

/** Where a recorded fact stands in the document it was taken from; a fact the document does not give is *not stated*. */
export const provenance = () => ({
  recordBasis: text().$type<RecordBasis>().notNull().default('worked_here'),
  carriedFromYear: text(),
  carriedFromBody: text(),
  document: text(),
  documentPage: text(),
  /** Invented for demonstration: marked EXAMPLE wherever it is shown, and counted in no real year. */
  example: boolean().notNull().default(false),
});

/** What decides when a root may be disposed of. Retention is never automatic. */
export const retention = () => ({
  retentionClass: text().notNull().default('review'),
  heldBecause: text(),
  disposedAt: instant(),
});

export const areas = ['hartlepool', 'stockton', 'both', 'other', 'not_stated'] as const;
export type Area = (typeof areas)[number];

/** A closed list is `text` with a check: an enum's operators are not leakproof, so no index would serve it under a policy. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`);
}
