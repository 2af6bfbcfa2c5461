import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { history, persons } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { formatInstant } from '@/lib/dates/calendar-date';

/** Who changed a record, or one of several of a table, last, and when, in words: "Priya Nair on 23 November 2026 at 10:42". */
export async function findLastChange(ctx: ReadContext, tableName: string, recordId: string | string[]): Promise<string> {
  const [row] = await ctx.tx
    .select({ at: history.at, name: persons.name })
    .from(history)
    .leftJoin(persons, eq(persons.id, history.personId))
    .where(and(eq(history.tableName, tableName), inArray(history.recordId, [recordId].flat())))
    .orderBy(desc(history.id))
    .limit(1);
  return row ? `${row.name ?? 'Somebody'} on ${formatInstant(row.at)}` : 'Somebody else';
}
