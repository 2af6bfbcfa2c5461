import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { history, persons, recordViewReviews, recordViews } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { changesInWords, commandSentences, rowNamedBy, type Wording } from '@/lib/history/sentences';

export type TimelineEntry = { key: string; at: Date; sentence: string; details: string[] };

const longest = 200;

/**
 * What happened to one record, newest first: one entry for each command, with what it changed. Only entries of rows that the
 * reader may see now, by the policy of the history table.
 */
export async function listTimeline(ctx: ReadContext, rootName: string | string[], rootId: string, wording: Wording): Promise<TimelineEntry[]> {
  const rows = await ctx.tx
    .select({ id: history.id, at: history.at, tableName: history.tableName, recordId: history.recordId, operation: history.operation, commandId: history.commandId, command: history.command, name: persons.name, before: history.before, after: history.after })
    .from(history)
    .leftJoin(persons, eq(persons.id, history.personId))
    .where(and(inArray(history.rootName, [rootName].flat()), eq(history.rootId, rootId)))
    .orderBy(desc(history.id))
    .limit(longest);
  const added = await listAdded(ctx, rows);
  const byCommand = new Map<string, TimelineEntry>();
  for (const row of rows) {
    // What an owner's script did has no command row: it is told once under its name.
    const key = row.commandId ?? `owner-${row.command}`;
    const entry = byCommand.get(key) ?? { key, at: row.at, sentence: commandSentences(row.command, row.name), details: [] };
    entry.details.push(...changesInWords(row, added.get(row.recordId) ?? null, wording));
    byCommand.set(key, entry);
  }
  return [...byCommand.values()];
}

/** What was recorded when a row was added, by its id: for the rows that are told apart by it. */
async function listAdded(ctx: ReadContext, rows: { tableName: string; recordId: string; operation: string; after: Record<string, unknown> | null }[]): Promise<Map<string, Record<string, unknown>>> {
  const named = rows.filter((row) => row.tableName in rowNamedBy);
  const added = new Map(named.flatMap((row) => (row.operation === 'insert' && row.after ? [[row.recordId, row.after] as const] : [])));
  const missing = [...new Set(named.filter((row) => !added.has(row.recordId)).map((row) => row.recordId))];
  if (missing.length === 0) return added;
  const older = await ctx.tx.select({ recordId: history.recordId, after: history.after }).from(history)
    .where(and(eq(history.operation, 'insert'), inArray(history.tableName, Object.keys(rowNamedBy)), inArray(history.recordId, missing)));
  for (const row of older) if (row.after) added.set(row.recordId, row.after);
  return added;
}

/** One person on one day: how often they opened, exported or saw a review in a list, and whether with names. */
export type Looked = { key: string; name: string; day: string; last: Date; opened: number; exported: number; listed: number; named: boolean };

const longestDays = 200;

/** Who has looked at a review, newest first: one row for each person and day. */
export async function listLooks(ctx: ReadContext, reviewId: string): Promise<Looked[]> {
  const day = sql<string>`(${recordViews.at} at time zone 'Europe/London')::date::text`;
  const last = sql<string>`max(${recordViews.at})`;
  const countOf = (kind: 'opened' | 'exported' | 'listed') => sql<number>`count(*) filter (where ${recordViews.kind} = ${kind})::int`;
  const rows = await ctx.tx
    .select({ personId: persons.id, name: persons.name, day, last, opened: countOf('opened'), exported: countOf('exported'), listed: countOf('listed'), named: sql<boolean>`bool_or(${recordViews.sensitivity} = 'named')` })
    .from(recordViewReviews)
    .innerJoin(recordViews, eq(recordViews.id, recordViewReviews.viewId))
    .innerJoin(persons, eq(persons.id, recordViews.personId))
    .where(eq(recordViewReviews.reviewId, reviewId))
    .groupBy(persons.id, persons.name, day)
    .orderBy(desc(last))
    .limit(longestDays);
  return rows.map(({ personId, ...row }) => ({ ...row, key: `${personId}-${row.day}`, last: new Date(row.last) }));
}
