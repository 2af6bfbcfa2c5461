import 'server-only';
import { and, desc, gt, sql } from 'drizzle-orm';
import { updates } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import type { CalendarDate } from '@/lib/dates/calendar-date';
import { listLevelsBy, listThen, type ActionThen } from '@/lib/plan/as-at/queries';
import { tally, urgency, whatChanged, type Change, type ChangeKind } from '@/lib/plan/changes/rules';
import { listActionsById, noteCases, perPage, type ActionListed, type PlanFilter } from '@/lib/plan/queries';

export type ActionChanged = {
  action: ActionListed;
  changes: Change[];
  /** How it stood; null where it was not in the plan yet. */
  then: Pick<ActionThen, 'rag' | 'because'> | null;
  /** How many updates there are since, and the last of them. */
  updates: { count: number; text: string; saidOn: string } | null;
};
export type PlanChanges = { changed: ActionChanged[]; total: number; /** There are more actions than were looked through. */ more: boolean; page: number; counts: Record<ChangeKind, number>; updated: number };

/** What has changed in the plan since the end of a day, the most urgent first: each action that changed or of which something was said. */
export async function listPlanChanges(ctx: ReadContext, filter: PlanFilter, since: CalendarDate): Promise<PlanChanges> {
  const { then, now, more } = await listThen(ctx, filter, since);
  const ids = now.map((action) => action.id);
  const [before, after, said] = [await listLevelsBy(ctx, ids, since), await listLevelsBy(ctx, ids, ctx.today), await listUpdatesSince(ctx, ids, since)];
  const stood = new Map(then.map((action) => [action.id, action]));
  const found = now.flatMap((action) => {
    const was = stood.get(action.id) ?? null;
    const level = after.get(action.id) ?? null;
    const changes = whatChanged(was && { ...was, level: before.get(action.id) ?? null }, { ...action, level }, ctx.today);
    const since = said.get(action.id) ?? null;
    return changes.length > 0 || since ? [{ id: action.id, reference: action.reference, changes, then: was, updates: since, urgency: urgency(changes, level) }] : [];
  });
  found.sort((a, b) => a.urgency - b.urgency || a.reference.length - b.reference.length || (a.reference < b.reference ? -1 : 1));
  const page = Math.max(1, filter.page ?? 1);
  const rows = found.slice((page - 1) * perPage, page * perPage);
  const details = await listActionsById(ctx, rows.map((row) => row.id));
  const changed = rows.flatMap((row) => {
    const action = details.get(row.id);
    return action ? [{ action, changes: row.changes, then: row.then, updates: row.updates }] : [];
  });
  await noteCases(ctx, { kind: 'listed', place: '/plan/changes', filter }, changed.map(({ action }) => action));
  return { changed, total: found.length, more, page, counts: tally(found.map((one) => one.changes)), updated: found.filter((one) => one.updates).length };
}

async function listUpdatesSince(ctx: ReadContext, ids: string[], since: CalendarDate): Promise<Map<string, NonNullable<ActionChanged['updates']>>> {
  const rows = ids.length === 0 ? [] : await ctx.tx
    .select({ actionId: updates.actionId, text: updates.text, saidOn: updates.saidOn }).from(updates)
    .where(and(sql`${updates.actionId} = any (${`{${ids.join(',')}}`}::uuid[])`, gt(updates.saidOn, since)))
    .orderBy(desc(updates.saidOn), desc(updates.recordedAt));
  const found = new Map<string, NonNullable<ActionChanged['updates']>>();
  for (const row of rows) {
    const first = found.get(row.actionId);
    if (first) first.count += 1;
    else found.set(row.actionId, { count: 1, text: row.text, saidOn: row.saidOn });
  }
  return found;
}
