import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { history, persons, recordViewReviews, recordViews } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { columnWords, commandSentences, valueInWords } from '@/lib/history/sentences';

export type TimelineEntry = { key: string; at: Date; sentence: string; details: string[] };

const longest = 200;

/**
 * What happened to one record, newest first: one entry for each command, with what it changed. Only entries of rows that the
 * reader may see now, by the policy of the history table.
 */
export async function listTimeline(ctx: ReadContext, rootName: string | string[], rootId: string): Promise<TimelineEntry[]> {
  const rows = await ctx.tx
    .select({ id: history.id, at: history.at, tableName: history.tableName, operation: history.operation, commandId: history.commandId, command: history.command, name: persons.name, before: history.before, after: history.after })
    .from(history)
    .leftJoin(persons, eq(persons.id, history.personId))
    .where(and(inArray(history.rootName, [rootName].flat()), eq(history.rootId, rootId)))
    .orderBy(desc(history.id))
    .limit(longest);
  const byCommand = new Map<string, TimelineEntry>();
  for (const row of rows) {
    // What an owner's script did has no command row: it is told once under its name.
    const key = row.commandId ?? `owner-${row.command}`;
    const entry = byCommand.get(key) ?? { key, at: row.at, sentence: commandSentences(row.command, row.name), details: [] };
    entry.details.push(...changesOf(row));
    byCommand.set(key, entry);
  }
  return [...byCommand.values()];
}

function changesOf(row: { operation: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null }): string[] {
  return Object.entries(row.after ?? {}).flatMap(([column, value]) => {
    const label = columnWords[column];
    if (!label || value === false) return [];
    const was = row.before?.[column];
    const now = valueInWords(value);
    return [row.operation === 'update' && was !== undefined && was !== null ? `${label}: ${now} (was ${valueInWords(was)})` : `${label}: ${now}`];
  });
}

export type Look = { at: Date; name: string; kind: 'opened' | 'listed' | 'exported'; sensitivity: string };

/** Who has looked at a review, newest first. */
export async function listLooks(ctx: ReadContext, reviewId: string, limit = 100): Promise<Look[]> {
  return ctx.tx
    .select({ at: recordViews.at, name: persons.name, kind: recordViews.kind, sensitivity: recordViews.sensitivity })
    .from(recordViewReviews)
    .innerJoin(recordViews, eq(recordViews.id, recordViewReviews.viewId))
    .innerJoin(persons, eq(persons.id, recordViews.personId))
    .where(eq(recordViewReviews.reviewId, reviewId))
    .orderBy(desc(recordViewReviews.viewId))
    .limit(limit);
}
