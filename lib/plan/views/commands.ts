import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { savedViews } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { blocked, done, type Outcome } from '@/lib/forms/outcome';
import type { RemoveViewInput, SaveViewInput } from '@/lib/plan/views/input';
import { listSavedViews } from '@/lib/plan/views/queries';

/** More than these nobody finds anything in. */
export const mostViews = 30;

/** Keeps a filter of the plan by a name. The name of a view that is there already is given to the new filter. */
export async function saveView(ctx: WriteContext, input: SaveViewInput): Promise<Outcome<{ href: string }>> {
  if (input.query === '') return blocked([{ message: 'This is the whole plan. Choose what you want to see of it first', href: '/plan' }]);
  const kept = await listSavedViews(ctx);
  const same = kept.find((view) => view.name.toLowerCase() === input.name.toLowerCase());
  if (!same && kept.length >= mostViews) return blocked([{ message: `You keep ${mostViews} views already. Remove one first` }]);

  if (same) await ctx.tx.update(savedViews).set({ name: input.name, query: input.query }).where(eq(savedViews.id, same.id));
  else await ctx.tx.insert(savedViews).values({ id: newId(), accountId: ctx.actor.accountId, name: input.name, query: input.query });
  return done({ href: `/plan${input.query}` });
}

export async function removeView(ctx: WriteContext, input: RemoveViewInput): Promise<Outcome<null>> {
  const [view] = await ctx.tx.update(savedViews).set({ removedAt: ctx.now }).where(and(eq(savedViews.id, input.view), isNull(savedViews.removedAt))).returning({ id: savedViews.id });
  foundOr404(view, 'view');
  return done(null);
}
