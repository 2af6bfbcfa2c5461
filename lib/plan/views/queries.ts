import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { savedViews } from '@/db/schema';
import type { ReadContext, WriteContext } from '@/lib/access/context';

/** A filter of the plan that somebody keeps by a name. */
export type SavedView = { id: string; name: string; /** Of the plan, on this site. */ href: string };

/** One's own, by name. */
export async function listSavedViews(ctx: ReadContext | WriteContext): Promise<SavedView[]> {
  const rows = await ctx.tx
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query }).from(savedViews)
    .where(and(eq(savedViews.accountId, ctx.actor.accountId), isNull(savedViews.removedAt)))
    .orderBy(asc(sql`lower(${savedViews.name})`));
  return rows.map(({ id, name, query }) => ({ id, name, href: `/plan${query}` }));
}
