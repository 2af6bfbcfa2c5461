import 'server-only';
import { and, asc, desc, eq, getTableColumns, gt, lte, sql } from 'drizzle-orm';
import { actions, actionSources, dueMoves, evidence, groups, history, persons, settings, sources, updates } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { addDays, type CalendarDate } from '@/lib/dates/calendar-date';
import { nameOfAgencyOn } from '@/lib/partnership/queries';
import { asAt, type Facts } from '@/lib/plan/as-at/rules';
import { bySoonest, countedTo, listActions, listActionsById, listActionsForFile, noteCases, perFile, perPage, whereOf, type ActionListed, type ActionsFound, type PlanFilter } from '@/lib/plan/queries';
import { isOver, ragOf, stageOf, stepsReached, type Level, type Rag, type Stage, type Thresholds } from '@/lib/plan/rules';

/** An action as it stood at the end of a day, with what followed from that. */
export type ActionThen = Facts & { id: string; reference: string; title: string; ownerPost: string | null; stage: Stage; rag: Rag; because: string };

const columns = getTableColumns(actions);
/** What an action is looked back at by: its facts, and what a list shows of them. Long texts are not read for every line. */
const kept = {
  id: columns.id, reference: columns.reference, title: columns.title, recordBasis: columns.recordBasis, ownerAgencyId: columns.ownerAgencyId, ownerPost: columns.ownerPost,
  ownerPersonId: columns.ownerPersonId, accountableGroupId: columns.accountableGroupId, proposedOn: columns.proposedOn, agreedOn: columns.agreedOn, startOn: columns.startOn,
  firstDueOn: columns.firstDueOn, dueOn: columns.dueOn, moves: columns.moves, lastUpdateOn: columns.lastUpdateOn, aside: columns.aside, asideOn: columns.asideOn, completeOn: columns.completeOn,
  checkedOn: columns.checkedOn, closedOn: columns.closedOn, worsenedTo: columns.worsenedTo, worsenedBecause: columns.worsenedBecause, agenciesBehind: columns.agenciesBehind,
};
type Kept = Pick<typeof actions.$inferSelect, keyof typeof kept>;

/** The first moment after that day, in England. */
const endOf = (on: CalendarDate) => sql`(${addDays(on, 1)}::date::timestamp at time zone 'Europe/London')`;

/**
 * The actions of the filter, up to `perFile`, in no order: as they stand today, and those that were in the plan at the end of that day as they stood then,
 * with that day's rules and today's rights. An agency, a group, an owner or words in the filter look at the action as it is now.
 */
export async function listThen(ctx: ReadContext, filter: PlanFilter, on: CalendarDate): Promise<{ then: ActionThen[]; now: ActionThen[]; more: boolean }> {
  const { rag: _rag, due: _due, dueFrom: _from, dueTo: _to, ...standing } = filter;
  const rows = await ctx.tx
    .select({
      ...kept,
      lastSaidOn: sql<string | null>`(select max(u.said_on) from ${updates} u where u.action_id = ${actions}.id and u.said_on <= ${on}::date)`,
      reportingYear: sql<string | null>`(select max(s.reporting_year) from ${actionSources} l join ${sources} s on s.id = l.source_id where l.action_id = ${actions}.id)`,
    })
    .from(actions).where(whereOf(ctx, standing)).orderBy(...bySoonest).limit(perFile + 1);
  const looked = rows.slice(0, perFile);
  const ids = looked.map((row) => row.id);
  const [changes, moves, thresholds] = [await listChangesSince(ctx, ids, on), await listMovesSince(ctx, ids, on), await thresholdsOn(ctx, on)];
  const then = looked.flatMap(({ lastSaidOn, reportingYear, ...row }) => {
    const undone = { ...row, ...changes.get(row.id) };
    const facts = asAt(row, undone, { lastSaidOn, reportingYear, movesSince: moves.get(row.id) ?? [] }, on);
    return facts ? [{ ...undone, ...facts, stage: stageOf(facts, on), ...ragOf(facts, on, thresholds) }] : [];
  });
  const today = await thresholdsOn(ctx, ctx.today);
  return { then, now: looked.map((row) => ({ ...row, stage: stageOf(row, ctx.today), ...ragOf(row, ctx.today, today) })), more: rows.length > perFile };
}

/** Of each action, what its row held at the end of that day where it has changed since. */
async function listChangesSince(ctx: ReadContext, ids: string[], on: CalendarDate): Promise<Map<string, Partial<Kept>>> {
  const rows = ids.length === 0 ? [] : await ctx.tx
    .select({ id: history.recordId, before: history.before }).from(history)
    .where(and(eq(history.tableName, 'actions'), eq(history.operation, 'update'), sql`${history.recordId} = any (${`{${ids.join(',')}}`}::text[])`, sql`${history.at} >= ${endOf(on)}`))
    .orderBy(desc(history.id));
  // History calls the columns as the database does.
  const names = Object.keys(kept).map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const);
  const found = new Map<string, Partial<Kept>>();
  // The newest first, so that what is left is what was there before the earliest of them.
  for (const row of rows) found.set(row.id, { ...found.get(row.id), ...Object.fromEntries(names.flatMap(([name, column]) => (row.before && column in row.before ? [[name, row.before[column]]] : []))) });
  return found;
}

async function listMovesSince(ctx: ReadContext, ids: string[], on: CalendarDate): Promise<Map<string, { fromOn: string }[]>> {
  const rows = ids.length === 0 ? [] : await ctx.tx
    .select({ actionId: dueMoves.actionId, fromOn: dueMoves.fromOn }).from(dueMoves)
    .where(and(sql`${dueMoves.actionId} = any (${`{${ids.join(',')}}`}::uuid[])`, gt(dueMoves.movedOn, on)))
    .orderBy(asc(dueMoves.movedOn), asc(dueMoves.recordedAt));
  const found = new Map<string, { fromOn: string }[]>();
  for (const row of rows) found.set(row.actionId, [...(found.get(row.actionId) ?? []), row]);
  return found;
}

/** The settings that a RAG was worked out with on that day. */
async function thresholdsOn(ctx: ReadContext, on: CalendarDate): Promise<Thresholds> {
  const [now] = await ctx.tx.select({ dueSoonDays: settings.ragDueSoonDays, quietDays: settings.ragQuietDays, movesForRed: settings.ragMovesForRed }).from(settings);
  const changes = await ctx.tx.select({ before: history.before }).from(history).where(and(eq(history.tableName, 'settings'), eq(history.operation, 'update'), sql`${history.at} >= ${endOf(on)}`)).orderBy(desc(history.id));
  const before: Record<string, unknown> = Object.assign({}, ...changes.map((change) => change.before));
  const then = (column: string, today: number) => (typeof before[column] === 'number' ? before[column] : today);
  return { dueSoonDays: then('rag_due_soon_days', now!.dueSoonDays), quietDays: then('rag_quiet_days', now!.quietDays), movesForRed: then('rag_moves_for_red', now!.movesForRed) };
}

/** The plan as it is, or as it stood on the day that the filter asks for. */
export const listPlan = (ctx: ReadContext, { asAt: on, ...filter }: PlanFilter): Promise<ActionsFound> => (on ? listActionsAsAt(ctx, { ...filter, asAt: on }) : listActions(ctx, filter));

/** The same, every row of it: for a file. */
export const listPlanForFile = (ctx: ReadContext, { asAt: on, ...filter }: PlanFilter): Promise<{ actions: ActionListed[]; more: boolean }> =>
  on ? listActionsAsAtForFile(ctx, { ...filter, asAt: on }) : listActionsForFile(ctx, filter);

/** The plan as it stood at the end of `filter.asAt`, a page of it or all on one. Counted and ordered as the plan of today is. */
async function listActionsAsAt(ctx: ReadContext, filter: PlanFilter & { asAt: CalendarDate }): Promise<ActionsFound> {
  const { then, more } = await listThen(ctx, filter, filter.asAt);
  const fitting = then.filter((action) => fits(action, filter));
  const names = await namesThen(ctx, fitting, filter.asAt);
  const inOrder = fitting.sort(orderThen(filter, names));
  const size = filter.onePage ? countedTo : perPage;
  const page = filter.onePage ? 1 : Math.max(1, filter.page ?? 1);
  const shown = await withDetails(ctx, inOrder.slice((page - 1) * size, page * size), names, filter.asAt);
  await noteCases(ctx, { kind: 'listed', place: '/plan', filter }, shown);
  return { actions: shown, total: inOrder.length, more, page, perPage: size };
}

async function listActionsAsAtForFile(ctx: ReadContext, filter: PlanFilter & { asAt: CalendarDate }): Promise<{ actions: ActionListed[]; more: boolean }> {
  const { then, more } = await listThen(ctx, filter, filter.asAt);
  const fitting = then.filter((action) => fits(action, filter));
  const names = await namesThen(ctx, fitting, filter.asAt);
  const shown = await withDetails(ctx, fitting.sort(orderThen(filter, names)), names, filter.asAt);
  await noteCases(ctx, { kind: 'exported', place: '/plan/export', filter }, shown);
  return { actions: shown, more };
}

function fits(action: ActionThen, { rag, due, dueFrom, dueTo, asAt: on }: PlanFilter): boolean {
  const runs = ['red', 'amber', 'green', 'grey'].includes(action.rag) && action.checkedOn === null && action.closedOn === null && action.aside === null && action.agreedOn !== null;
  const { dueOn } = action;
  return (
    (rag === undefined || rag.length === 0 || rag.includes(action.rag)) &&
    (due !== 'past' || (runs && dueOn !== null && dueOn < on!)) &&
    (due !== 'next30' || (runs && dueOn !== null && dueOn >= on! && dueOn <= addDays(on!, 30))) &&
    (dueFrom === undefined || (dueOn !== null && dueOn >= dueFrom)) &&
    (dueTo === undefined || (dueOn !== null && dueOn <= dueTo))
  );
}

type Names = { agencies: Map<string, string>; people: Map<string, string>; groups: Map<string, string> };

async function namesThen(ctx: ReadContext, of: ActionThen[], on: CalendarDate): Promise<Names> {
  const distinct = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const [agencyIds, personIds, groupIds] = [distinct(of.map((one) => one.ownerAgencyId)), distinct(of.map((one) => one.ownerPersonId)), distinct(of.map((one) => one.accountableGroupId))];
  const rows = await ctx.tx.execute<{ what: keyof Names; id: string; name: string | null }>(sql`
    select 'agencies' as what, a.id, ${nameOfAgencyOn(sql`a.id`, on)} as name from unnest(${`{${agencyIds.join(',')}}`}::uuid[]) a (id)
    union all select 'people', p.id, p.name from ${persons} p where p.id = any (${`{${personIds.join(',')}}`}::uuid[])
    union all select 'groups', g.id, g.name from ${groups} g where g.id = any (${`{${groupIds.join(',')}}`}::uuid[])`);
  const named = (what: keyof Names) => new Map(rows.flatMap((row) => (row.what === what && row.name !== null ? [[row.id, row.name] as const] : [])));
  return { agencies: named('agencies'), people: named('people'), groups: named('groups') };
}

/** The orders of `orderOf`, over rows that are at hand. */
function orderThen(filter: PlanFilter, names: Names): (a: ActionThen, b: ActionThen) => number {
  const way = filter.descending ? -1 : 1;
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  // What is missing comes last, either way round.
  const by = (of: (action: ActionThen) => string | null) => (a: ActionThen, b: ActionThen) => {
    const [first, second] = [of(a), of(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return way * byText(first, second);
  };
  const openFirst = (a: ActionThen, b: ActionThen) => Number(isOver(a)) - Number(isOver(b));
  const soonest = (a: ActionThen, b: ActionThen) => openFirst(a, b) || Number(a.dueOn === null) - Number(b.dueOn === null) || byText(a.dueOn ?? '', b.dueOn ?? '') || byText(a.reference, b.reference);
  switch (filter.sort ?? 'due') {
    case 'due':
      return (a, b) => openFirst(a, b) || by((action) => action.dueOn)(a, b) || byText(a.reference, b.reference);
    case 'reference':
      return (a, b) => way * (a.reference.length - b.reference.length || byText(a.reference, b.reference));
    case 'rag':
      return (a, b) => way * (worstFirst.indexOf(a.rag) - worstFirst.indexOf(b.rag)) || soonest(a, b);
    case 'owner':
      return (a, b) => by((action) => names.agencies.get(action.ownerAgencyId ?? '') ?? null)(a, b) || by((action) => names.people.get(action.ownerPersonId ?? '') ?? null)(a, b) || soonest(a, b);
    case 'updated':
      return (a, b) => by((action) => action.lastUpdateOn)(a, b) || soonest(a, b);
  }
}

const worstFirst: Rag[] = ['red', 'amber', 'green', 'blue', 'grey', 'not_stated'];

/** What a row shows beside its facts: its texts and sources as they are today, and the level that evidence checked by then reached. */
async function withDetails(ctx: ReadContext, rows: ActionThen[], names: Names, on: CalendarDate): Promise<ActionListed[]> {
  const ids = rows.map((row) => row.id);
  const today = await listActionsById(ctx, ids);
  const levelsThen = await listLevelsBy(ctx, ids, on);
  return rows.flatMap((row) => {
    const now = today.get(row.id);
    if (!now) return [];
    return [{
      ...now, ...row, level: levelsThen.get(row.id) ?? null,
      ownerAgencyName: names.agencies.get(row.ownerAgencyId ?? '') ?? null, ownerPersonName: names.people.get(row.ownerPersonId ?? '') ?? null, groupName: names.groups.get(row.accountableGroupId ?? '') ?? null,
    }];
  });
}

/** The highest level that evidence checked by that day reached, of the actions where any was. */
export async function listLevelsBy(ctx: ReadContext, ids: string[], on: CalendarDate): Promise<Map<string, Level>> {
  const rows = ids.length === 0 ? [] : await ctx.tx
    .select({ actionId: evidence.actionId, level: evidence.level }).from(evidence)
    .where(and(sql`${evidence.actionId} = any (${`{${ids.join(',')}}`}::uuid[])`, lte(evidence.checkedOn, on)));
  const found = new Map<string, Level>();
  for (const { actionId, level } of rows) if (stepsReached(level) > stepsReached(found.get(actionId) ?? null)) found.set(actionId, level);
  return found;
}
