import 'server-only';
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  actionAgencies, actionRecommendations, actionRequests, actions, actionSources, agencies, checks, dueMoves, evidence, files, groups, persons, posts, recommendations, settings, sources, updates,
  type ActionType, type Area, type CheckResult, type ClosingBasis, type Contribution, type EscalatedTo, type EvidenceKind, type EvidenceStrength, type PriorityLevel, type RecordBasis, type RequestKind, type SaidHow, type SourceKind,
} from '@/db/schema';
import { foundOr404, type ReadContext, type WriteContext } from '@/lib/access/context';
import { heldAs, holds } from '@/lib/access/rights';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { addDays, type CalendarDate } from '@/lib/dates/calendar-date';
import { inForce, latestNameOfAgency, listPersonOptions, nameOfAgencyOn, type PersonOption } from '@/lib/partnership/queries';
import { canUpdate } from '@/lib/plan/policy';
import { levels, ragOf, stageOf, whatStopsAddingEvidence, type ActionFacts, type Aside, type Level, type Rag, type Stage } from '@/lib/plan/rules';

export type { ActionType, Area, CheckResult, ClosingBasis, Contribution, EscalatedTo, EvidenceKind, EvidenceStrength, PriorityLevel, RecordBasis, RequestKind, SaidHow, SourceKind };

type Context = ReadContext | WriteContext;

/** How many rows a page of the plan shows, how many a file holds, and how far a list is counted: beyond that it says "more than". */
export const perPage = 50;
export const perFile = 5000;
export const countedTo = 1000;

export type DueFilter = 'past' | 'next30';
export type NeedsFilter = 'blocked' | 'escalated' | 'owner' | 'decision' | 'second-check';
export type PlanSort = 'due' | 'reference' | 'rag' | 'owner' | 'updated';

export type PlanFilter = {
  rag?: Rag[];
  /** Owner or contributing. */
  agencyId?: string;
  ownerId?: string;
  groupId?: string;
  /** The reference of a review, an audit, a line of enquiry. */
  source?: string;
  due?: DueFilter;
  /** The plan as it stood at the end of this day. */
  asAt?: CalendarDate;
  priority?: PriorityLevel;
  /** What somebody has to do about it besides. */
  needs?: NeedsFilter;
  dueFrom?: CalendarDate;
  dueTo?: CalendarDate;
  /** Words that its reference, title and detail have between them, in any order; the beginning of a word is enough. */
  text?: string;
  sort?: PlanSort;
  descending?: boolean;
  /** From 1. */
  page?: number;
  /** All rows on one page, as far as `countedTo`: to print. */
  onePage?: boolean;
};

export type ActionSource = { id: string; reference: string; title: string; kind: SourceKind; example: boolean; /** A review worked on here and not published: its name is *case*. */ isCase: boolean };

export type ActionListed = {
  id: string;
  reference: string;
  title: string;
  detail: string | null;
  intendedOutcome: string | null;
  type: ActionType;
  priority: PriorityLevel | null;
  area: Area;
  stage: Stage;
  rag: Rag;
  because: string;
  ownerAgencyName: string | null;
  ownerPost: string | null;
  ownerPersonId: string | null;
  ownerPersonName: string | null;
  /** Who owned it has left: it falls to who leads the owning agency. */
  ownerLeft: boolean;
  groupName: string | null;
  firstDueOn: string | null;
  dueOn: string | null;
  proposedOn: string | null;
  moves: number;
  lastUpdateOn: string | null;
  /** What is in the way, and since when. */
  blocker: string | null;
  blockedSince: string | null;
  /** Whose help is asked for and has not come. */
  escalatedTo: EscalatedTo | null;
  nextCheckOn: string | null;
  completeOn: string | null;
  checkedOn: string | null;
  closedOn: string | null;
  level: Level | null;
  statedStatus: string | null;
  /** Those the reader may see, in the order in which they were linked. */
  sources: ActionSource[];
  /** How many reviews it comes from besides: "a review not yet published". */
  hiddenReviews: number;
  recordBasis: RecordBasis;
  document: string | null;
  documentPage: string | null;
  example: boolean;
};

const owner = alias(persons, 'owner');

/** The RAG of a row on that day, from what the trigger keeps: the twin of `ragOf`. */
const ragOn = (today: CalendarDate): SQL<Rag> => sql<Rag>`case
  when ${actions.ragFixed} is not null then ${actions.ragFixed}
  when ${actions.startOn} > ${today}::date then 'grey'
  when ${actions.redFrom} <= ${today}::date then 'red'
  when ${actions.amberFrom} <= ${today}::date then 'amber'
  else 'green' end`;

/** The same, turned round for a filter that indexes serve. */
function hasRag(rag: Rag, today: CalendarDate): SQL | undefined {
  const started = and(isNull(actions.ragFixed), or(isNull(actions.startOn), lte(actions.startOn, today)));
  const notRed = or(isNull(actions.redFrom), gt(actions.redFrom, today));
  switch (rag) {
    case 'blue':
    case 'not_stated':
      return eq(actions.ragFixed, rag);
    case 'grey':
      return or(eq(actions.ragFixed, rag), and(isNull(actions.ragFixed), gt(actions.startOn, today)));
    case 'red':
      return and(started, lte(actions.redFrom, today));
    case 'amber':
      return and(started, notRed, lte(actions.amberFrom, today));
    case 'green':
      return or(eq(actions.ragFixed, rag), and(started, notRed, or(isNull(actions.amberFrom), gt(actions.amberFrom, today))));
  }
}

/** The name an agency had when a recorded action was last spoken of, or has today. */
const agencyNameOf = (agencyId: typeof actions.ownerAgencyId, today: CalendarDate) => nameOfAgencyOn(agencyId, dayOfName(today));

const dayOfName = (today: CalendarDate): SQL => sql`case when ${actions.recordBasis} = 'worked_here' then ${today}::date else coalesce(${actions.checkedOn}, ${actions.completeOn}, ${actions.agreedOn}, ${actions.proposedOn}, ${today}::date) end`;

/** Over the evidence `e` of one action: 1 to 5 for the level that what is checked reaches, nothing where none is. The twin of `levelOfEvidence`. */
export const levelReached: SQL<number | null> = sql<number | null>`max(array_position(array[${sql.join(levels.map((level) => sql`${level}`), sql`, `)}]::text[], e.level)) filter (where e.checked_on is not null)`;

const levelNumber: SQL<number | null> = sql<number | null>`(select ${levelReached} from ${evidence} e where e.action_id = ${actions.id})`;

const facts = {
  recordBasis: actions.recordBasis, ownerAgencyId: actions.ownerAgencyId, agreedOn: actions.agreedOn, startOn: actions.startOn, dueOn: actions.dueOn, moves: actions.moves,
  lastUpdateOn: actions.lastUpdateOn, aside: actions.aside, completeOn: actions.completeOn, checkedOn: actions.checkedOn, closedOn: actions.closedOn,
  worsenedTo: actions.worsenedTo, worsenedBecause: actions.worsenedBecause, agenciesBehind: actions.agenciesBehind,
};

/** Its owner's posts in the owning agency have all ended, or their account is closed. */
const ownerLeft = (today: CalendarDate): SQL<boolean> => sql<boolean>`exists (select 1 from app.people_gone(${today}::date) gone where gone.person_id = ${actions.ownerPersonId} and (gone.agency_id is null or gone.agency_id = ${actions.ownerAgencyId}))`;

const chairsOf = (executive: boolean, today: CalendarDate): SQL<string[]> => sql<string[]>`array(select chair.person_id::text from app.who_chairs(${actions.accountableGroupId}, ${executive}, ${today}::date) chair)`;

/** What decides, beside its own row, what a reader may do to an action: see `Owned`. */
export const standingOf = (today: CalendarDate) => ({
  ownerLeft: ownerLeft(today),
  leads: sql<boolean>`${actions.ownerAgencyId} = any ((select app.my_agencies('actions', 'change'))::uuid[]) is true`,
  onItsList: sql<boolean>`exists (select 1 from ${actionSources} listed where listed.action_id = ${actions}.id and listed.review_id = any ((select app.my_reviews('actions', 'change'))::uuid[]))`,
  chairs: chairsOf(false, today),
  executiveChairs: chairsOf(true, today),
});

/** What the partners decided that stands: told to whoever sees the action, its reasons to whoever sees the decision. */
export const exceptionOf: SQL<'waiting' | 'agreed' | 'not_agreed' | null> = sql`app.exception_of(${actions.id})`;

const thresholds = { dueSoonDays: settings.ragDueSoonDays, quietDays: settings.ragQuietDays, movesForRed: settings.ragMovesForRed };

function listed(today: CalendarDate) {
  return {
    ...facts,
    id: actions.id, reference: actions.reference, title: actions.title, detail: actions.detail, intendedOutcome: actions.intendedOutcome, type: actions.type, priority: actions.priority, area: actions.area,
    ownerLeft: ownerLeft(today), blocker: actions.blocker, blockedSince: actions.blockedSince, escalatedTo: actions.escalatedTo, nextCheckOn: actions.nextCheckOn,
    ownerAgencyName: agencyNameOf(actions.ownerAgencyId, today), ownerPost: actions.ownerPost, ownerPersonId: actions.ownerPersonId, ownerPersonName: owner.name,
    groupName: groups.name, firstDueOn: actions.firstDueOn, proposedOn: actions.proposedOn, levelNumber, statedStatus: actions.statedStatus,
    document: actions.document, documentPage: actions.documentPage, example: actions.example, thresholds,
  };
}

/** What is open before what is over, the soonest due first. The indexes of the table are in this order. */
export const bySoonest: SQL[] = [asc(actions.isOver), asc(actions.dueOn), asc(actions.reference)];

type Choice = { where: SQL | undefined; orderBy?: SQL[]; limit?: number; offset?: number; /** Says with each row how many fit: where all that do are looked at in any case. */ counting?: boolean };

/** Chooses the rows by what their own table knows, and only then looks up what stands beside them: names, levels, groups. */
function readListed(ctx: Context, { where, orderBy = bySoonest, limit = perPage, offset = 0, counting = false }: Choice) {
  const counted = sql<number | null>`${counting ? sql`(count(*) over ())::integer` : sql`null::integer`}`.as('counted');
  const chosen = ctx.tx.$with('chosen').as(ctx.tx.select({ id: actions.id, counted }).from(actions).where(where).orderBy(...orderBy).limit(limit).offset(offset));
  return ctx.tx
    .with(chosen)
    .select({ ...listed(ctx.today), counted: chosen.counted })
    .from(chosen)
    .innerJoin(actions, eq(actions.id, chosen.id))
    .innerJoin(settings, eq(settings.id, 1))
    .leftJoin(owner, eq(owner.id, actions.ownerPersonId))
    .leftJoin(groups, eq(groups.id, actions.accountableGroupId))
    .orderBy(...orderBy);
}

type Listed = Awaited<ReturnType<typeof readListed>>[number];
type Row = Omit<Listed, 'counted'> & Partial<Pick<Listed, 'counted'>>;

type Finished<R extends Row> = Omit<R, 'levelNumber' | 'thresholds' | 'counted'> & Pick<ActionListed, 'stage' | 'rag' | 'because' | 'level' | 'sources' | 'hiddenReviews'>;

async function withSources<R extends Row>(ctx: Context, rows: R[]): Promise<Finished<R>[]> {
  const links = await listSourcesOf(ctx, rows.map((row) => row.id));
  return rows.map(({ levelNumber: reached, thresholds: kept, counted: _, ...row }) => ({
    ...row,
    stage: stageOf(row, ctx.today),
    ...ragOf(row, ctx.today, kept),
    level: reached === null ? null : (levels[reached - 1] ?? null),
    ...(links.get(row.id) ?? { sources: [], hiddenReviews: 0 }),
  }));
}

/** Reviews that are not published are *case*: notes that these actions named them. */
export async function noteCases(ctx: Context, shown: { kind: 'opened' | 'listed' | 'exported'; place: string; filter?: PlanFilter }, found: Pick<ActionListed, 'sources'>[]): Promise<void> {
  const asked = shown.filter && Object.fromEntries(Object.entries(shown.filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  await ctx.recordView({ ...shown, filter: asked, sensitivity: 'case', reviewIds: found.flatMap((action) => action.sources.filter((source) => source.isCase).map((source) => source.id)) });
}

/** Evidence that holds personal data is *case* by itself: noted for every review that the action is seen to come from, and also where there is none. */
async function noteCaseEvidence(ctx: Context, shown: { kind: 'opened' | 'exported'; place: string }, action: Pick<ActionListed, 'reference' | 'sources'>): Promise<void> {
  const reviewIds = action.sources.filter((source) => source.kind === 'review').map((source) => source.id);
  await ctx.recordView({ ...shown, filter: { action: action.reference }, sensitivity: 'case', reviewIds, withoutReview: true });
}

/** What each action comes from, as this reader may see it, and how many reviews stay unnamed. One statement for any number of actions. */
async function listSourcesOf(ctx: Context, ids: string[]): Promise<Map<string, { sources: ActionSource[]; hiddenReviews: number }>> {
  const found = new Map<string, { sources: ActionSource[]; hiddenReviews: number }>();
  if (ids.length === 0) return found;
  const of = `{${ids.join(',')}}`;
  const rows = await ctx.tx.execute<{ action: string; id: string; reference: string | null; title: string; kind: SourceKind; example: boolean; is_case: boolean; reviews: number }>(sql`
    with wanted as materialized (select unnest(${of}::uuid[]) as id)
    select l.action_id as action, sources.id, sources.reference, sources.title, sources.kind, sources.example, ${sourceIsCase()} as is_case, 0 as reviews, l.recorded_at as at
      from wanted w join ${actionSources} l on l.action_id = w.id join ${sources} on sources.id = l.source_id
    union all
    select c.action_id, null, null, '', '', false, false, c.reviews, null from app.count_review_sources(${of}::uuid[]) c
    order by at nulls last, reference`);
  for (const row of rows) {
    const entry = found.get(row.action) ?? { sources: [], hiddenReviews: 0 };
    if (row.reference === null) entry.hiddenReviews = Math.max(0, row.reviews - entry.sources.filter((source) => source.kind === 'review').length);
    else entry.sources.push({ id: row.id, reference: row.reference, title: row.title, kind: row.kind, example: row.example, isCase: row.is_case });
    found.set(row.action, entry);
  }
  return found;
}

/** Its date still counts: nobody has closed, checked or put it aside, and it is more than a proposal. The same that leaves its RAG to the day. */
const isRunning = isNull(actions.ragFixed);

/** What is red for being past due, and what the filter and the figures call so. */
export const isPastDue = (today: CalendarDate): SQL | undefined => and(isRunning, lt(actions.dueOn, today));

/** What narrows the plan. */
export function whereOf(ctx: Context, filter: PlanFilter): SQL | undefined {
  const { today } = ctx;
  return and(
    filter.rag && filter.rag.length > 0 ? or(...filter.rag.map((rag) => hasRag(rag, today))) : undefined,
    filter.agencyId ? sql`${filter.agencyId} = any (${actions.partyIds})` : undefined,
    filter.ownerId ? eq(actions.ownerPersonId, filter.ownerId) : undefined,
    filter.groupId ? eq(actions.accountableGroupId, filter.groupId) : undefined,
    filter.source
      ? sql`${actions.id} in (select l.action_id from ${actionSources} l join ${sources} s on s.id = l.source_id where s.reference = ${filter.source})`
      : undefined,
    filter.due === 'past' ? isPastDue(today) : undefined,
    filter.due === 'next30' ? and(isRunning, gte(actions.dueOn, today), lte(actions.dueOn, addDays(today, 30))) : undefined,
    filter.priority ? eq(actions.priority, filter.priority) : undefined,
    filter.needs ? needing(filter.needs, today) : undefined,
    filter.dueFrom ? gte(actions.dueOn, filter.dueFrom) : undefined,
    filter.dueTo ? lte(actions.dueOn, filter.dueTo) : undefined,
    filter.text ? sql`${actions.id} = any ((select app.search_actions(${filter.text}))::uuid[])` : undefined,
  );
}

/** Somebody has to own it: its owner has left, or nobody owns it; and it is not over. */
const ownerNeeded = (today: CalendarDate): SQL | undefined =>
  and(isNull(actions.closedOn), isNull(actions.aside), isNull(actions.checkedOn), eq(actions.recordBasis, 'worked_here'), isNotNull(actions.agreedOn), or(isNull(actions.ownerAgencyId), ownerLeft(today)));

const secondCheckDue = (today: CalendarDate): SQL | undefined => lte(actions.nextCheckOn, today);

function needing(needs: NeedsFilter, today: CalendarDate): SQL | undefined {
  switch (needs) {
    case 'blocked':
      return and(isNotNull(actions.blocker), isNull(actions.closedOn), isNull(actions.checkedOn), isNull(actions.aside));
    case 'escalated':
      return isNotNull(actions.escalatedTo);
    case 'owner':
      return ownerNeeded(today);
    case 'decision':
      return sql`exists (select 1 from ${actionRequests} r where r.action_id = ${actions.id} and r.result is null and r.kind <> 'escalation')`;
    case 'second-check':
      return secondCheckDue(today);
  }
}

function orderOf(filter: PlanFilter, today: CalendarDate): SQL[] {
  const way = filter.descending ? desc : asc;
  // Ascending, a missing date comes last by itself, and the index on the due date gives the order.
  const last = (column: SQL) => (filter.descending ? sql`${column} desc nulls last` : sql`${column} asc`);
  switch (filter.sort ?? 'due') {
    case 'due':
      return [asc(actions.isOver), last(sql`${actions.dueOn}`), asc(actions.reference)];
    case 'reference':
      return [way(sql`length(${actions.reference})`), way(actions.reference)];
    case 'rag':
      return [way(sql`array_position(array['red', 'amber', 'green', 'blue', 'grey', 'not_stated'], ${ragOn(today)})`), ...bySoonest];
    case 'owner':
      return [last(agencyNameOf(actions.ownerAgencyId, today)), last(sql`(select p.name from ${persons} p where p.id = ${actions.ownerPersonId})`), ...bySoonest];
    case 'updated':
      return [last(sql`${actions.lastUpdateOn}`), ...bySoonest];
  }
}

export type ActionsFound = { actions: ActionListed[]; total: number; /** There are more than `total`. */ more: boolean; page: number; /** How many rows a page of it holds. */ perPage: number };

/** One page of the plan, or all of it on one, with how many there are in all: counted as far as `countedTo`, so that a long plan costs no more than a short one. */
export async function listActions(ctx: ReadContext, filter: PlanFilter): Promise<ActionsFound> {
  const where = whereOf(ctx, filter);
  const page = filter.onePage ? 1 : Math.max(1, filter.page ?? 1);
  const size = filter.onePage ? countedTo : perPage;
  // What the words find has no order yet: every row of it is sorted, and so counted on the way.
  const rows = await readListed(ctx, { where, orderBy: orderOf(filter, ctx.today), limit: size, offset: (page - 1) * size, counting: filter.text !== undefined });
  const counted = Math.max(countedTo, page * size);
  // A page that is not full is the last one, and says how many there are.
  const onLastPage = rows.length < size && (rows.length > 0 || page === 1) ? (page - 1) * size + rows.length : null;
  const known = onLastPage ?? rows[0]?.counted ?? (await countAsFar(ctx, where, counted + 1));
  const shown = await withSources(ctx, rows);
  await noteCases(ctx, { kind: 'listed', place: '/plan', filter }, shown);
  return { actions: shown, total: Math.min(known, counted), more: known > counted, page, perPage: size };
}

/** These actions, as they are today, by their identifiers. Notes nothing: whoever shows them does. */
export async function listActionsById(ctx: ReadContext, ids: string[]): Promise<Map<string, ActionListed>> {
  const rows = ids.length === 0 ? [] : await withSources(ctx, await readListed(ctx, { where: inArray(actions.id, ids), limit: ids.length }));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every row of the filter in its order, up to `perFile`: for a file. */
export async function listActionsForFile(ctx: ReadContext, filter: PlanFilter): Promise<{ actions: ActionListed[]; more: boolean }> {
  const rows = await readListed(ctx, { where: whereOf(ctx, filter), orderBy: orderOf(filter, ctx.today), limit: perFile + 1 });
  const shown = await withSources(ctx, rows.slice(0, perFile));
  await noteCases(ctx, { kind: 'exported', place: '/plan/export', filter }, shown);
  return { actions: shown, more: rows.length > perFile };
}

async function countAsFar(ctx: Context, where: SQL | undefined, limit: number): Promise<number> {
  const some = ctx.tx.select({ one: sql`1` }).from(actions).where(where).limit(limit).as('some');
  const [row] = await ctx.tx.select({ count: sql<number>`count(*)::integer` }).from(some);
  return row?.count ?? 0;
}

/** The actions of one source, open ones first, the soonest due first: for the page of a review, an audit, a line of enquiry. */
export async function listActionsOfSource(ctx: ReadContext, input: { sourceId: string }): Promise<ActionListed[]> {
  const linked = ctx.tx.select({ id: actionSources.actionId }).from(actionSources).where(eq(actionSources.sourceId, input.sourceId));
  const shown = await withSources(ctx, await readListed(ctx, { where: inArray(actions.id, linked), limit: perFile }));
  // The page of a review notes itself; what else its actions come from is noted here.
  await noteCases(ctx, { kind: 'listed', place: '/reviews/[reference]' }, shown.map(({ sources: from }) => ({ sources: from.filter((source) => source.id !== input.sourceId) })));
  return shown;
}

export async function listActionsOfRecommendation(ctx: ReadContext, input: { recommendationId: string }): Promise<ActionListed[]> {
  return listActionsOfRecommendations(ctx, { recommendationIds: [input.recommendationId], place: '/recommendations/[reference]' });
}

/** The actions of any of these recommendations, each once. */
export async function listActionsOfRecommendations(ctx: ReadContext, { recommendationIds, place }: { recommendationIds: string[]; /** The address pattern of the page that shows them. */ place: string }): Promise<ActionListed[]> {
  if (recommendationIds.length === 0) return [];
  const linked = ctx.tx.select({ id: actionRecommendations.actionId }).from(actionRecommendations).where(inArray(actionRecommendations.recommendationId, recommendationIds));
  const shown = await withSources(ctx, await readListed(ctx, { where: inArray(actions.id, linked), limit: perFile }));
  await noteCases(ctx, { kind: 'listed', place }, shown);
  return shown;
}

export type ToDecide = { action: ActionListed; kind: RequestKind; askedOn: string; askedByName: string; wantedOn: string | null };
export type MyActions = {
  mine: ActionListed[];
  toCheck: ActionListed[];
  toAgree: ActionListed[];
  /** What others have asked and the reader decides, the longest waiting first. */
  toDecide: ToDecide[];
  /** Those whose owner has left, of the reader's own agency; for the business unit, all. */
  ownerNeeded: ActionListed[];
  /** Complete, and to be looked at again. */
  toCheckAgain: ActionListed[];
};

/** What one has to do about the plan, soonest due first: one's own open actions, those one may check, those one may agree. At most 50 of each. */
export async function listMyActions(ctx: ReadContext): Promise<MyActions> {
  const me = [ctx.actor.personId, ...heldAs(ctx.actor, 'AO').map((held) => held.personId)];
  const chaired = heldAs(ctx.actor, 'CH').flatMap((held) => held.groupId ?? []);
  const isBusinessUnit = heldAs(ctx.actor, 'BU').length > 0;
  const open = and(isNull(actions.closedOn), isNull(actions.checkedOn), isNull(actions.aside));
  const proposed = and(open, isNull(actions.agreedOn), eq(actions.recordBasis, 'worked_here'), isBusinessUnit ? undefined : inArray(actions.accountableGroupId, chaired));
  const soonest = async (where: SQL | undefined) => readListed(ctx, { where });

  const mine = await soonest(and(open, inArray(actions.ownerPersonId, me), isNotNull(actions.agreedOn), isNull(actions.completeOn)));
  const toCheck = isBusinessUnit || heldAs(ctx.actor, 'ER').length > 0
    ? await soonest(and(open, isNotNull(actions.completeOn), or(isNull(actions.ownerPersonId), sql`not ${inArray(actions.ownerPersonId, me)}`), sql`${actions.completeSaidById} is distinct from ${ctx.actor.personId}`))
    : [];
  const toAgree = isBusinessUnit || chaired.length > 0 ? await soonest(proposed) : [];
  const asked = await listToDecide(ctx);
  const toDecide = asked.length > 0 ? await soonest(inArray(actions.id, asked.map((one) => one.actionId))) : [];
  const leadsAgency = heldAs(ctx.actor, 'AL').length > 0;
  const owning = isBusinessUnit || leadsAgency
    ? await soonest(and(ownerNeeded(ctx.today), isBusinessUnit ? undefined : sql`${actions.ownerAgencyId} = any ((select app.my_agencies('actions', 'change'))::uuid[])`))
    : [];
  const toCheckAgain = isBusinessUnit || heldAs(ctx.actor, 'ER').length > 0
    ? await readListed(ctx, { where: and(secondCheckDue(ctx.today), or(isNull(actions.ownerPersonId), sql`not ${inArray(actions.ownerPersonId, me)}`)), orderBy: [asc(actions.nextCheckOn), asc(actions.id)] })
    : [];
  const shown = await withSources(ctx, [...mine, ...toCheck, ...toAgree, ...toDecide, ...owning, ...toCheckAgain]);
  await noteCases(ctx, { kind: 'listed', place: '/' }, shown);
  const all = new Map(shown.map((action) => [action.id, action]));
  const inOrder = (rows: Row[]) => rows.flatMap((row) => all.get(row.id) ?? []);
  return {
    mine: inOrder(mine), toCheck: inOrder(toCheck), toAgree: inOrder(toAgree), ownerNeeded: inOrder(owning), toCheckAgain: inOrder(toCheckAgain),
    toDecide: asked.flatMap(({ actionId, ...one }) => { const action = all.get(actionId); return action ? [{ action, ...one }] : []; }),
  };
}

/** What waits for the reader's decision: as chair or for them, of another's asking; dates also for the business unit. */
async function listToDecide(ctx: ReadContext): Promise<(Omit<ToDecide, 'action'> & { actionId: string })[]> {
  const isBusinessUnit = heldAs(ctx.actor, 'BU').length > 0;
  if (!isBusinessUnit && heldAs(ctx.actor, 'CH').length === 0) return [];
  const asker = alias(persons, 'asker');
  const ofExecutive = sql`case ${actionRequests.kind} when 'closing' then ${actions.executiveCloses} else ${actionRequests.escalatedTo} is not distinct from 'executive' end`;
  return ctx.tx
    .select({ actionId: actionRequests.actionId, kind: actionRequests.kind, askedOn: actionRequests.askedOn, askedByName: asker.name, wantedOn: actionRequests.wantedOn })
    .from(actionRequests)
    .innerJoin(actions, eq(actions.id, actionRequests.actionId))
    .innerJoin(asker, eq(asker.id, actionRequests.askedById))
    .where(and(
      isNull(actionRequests.result), sql`${actionRequests.askedById} <> ${ctx.actor.personId}`, sql`${actions.ownerPersonId} is distinct from ${ctx.actor.personId}`,
      or(
        isBusinessUnit ? eq(actionRequests.kind, 'date') : undefined,
        sql`${ctx.actor.personId}::uuid in (select chair.person_id from app.who_chairs(${actions.accountableGroupId}, ${ofExecutive}, ${ctx.today}::date) chair)`,
      ),
    ))
    .orderBy(asc(actionRequests.askedOn), asc(actionRequests.id))
    .limit(perPage);
}

export type GroupActions = { toAgree: ActionListed[]; toClose: ActionListed[]; due: ActionListed[] };

/** How many actions a group is shown at once. */
const mostOfGroup = 150;

/** What a group has before it about its actions: those to agree, those complete and checked that it is to close, and those that fall due by that day. Soonest due first. */
export async function listActionsOfGroup(ctx: ReadContext, { groupId, dueBy }: { groupId: string; dueBy: CalendarDate }): Promise<GroupActions> {
  const toAgree = and(isNull(actions.aside), isNull(actions.agreedOn), eq(actions.recordBasis, 'worked_here'));
  const where = and(eq(actions.accountableGroupId, groupId), isNull(actions.closedOn), or(toAgree, isNotNull(actions.checkedOn), and(isRunning, lte(actions.dueOn, dueBy))));
  const shown = await withSources(ctx, await readListed(ctx, { where, limit: mostOfGroup }));
  await noteCases(ctx, { kind: 'listed', place: '/groups/[id]' }, shown);
  const isProposed = (action: ActionListed) => action.stage === 'proposed';
  return { toAgree: shown.filter(isProposed), toClose: shown.filter((action) => action.checkedOn !== null), due: shown.filter((action) => action.checkedOn === null && !isProposed(action)) };
}

export type PlanFigure = { /** Counted as far as `countedTo`. */ count: number; more: boolean; /** The one that falls due first. */ first: { reference: string; dueOn: string | null } | null };

/** How many actions each filter of the plan finds, and the one due first of them: as the plan itself counts and orders them. One statement. */
export async function countEach(ctx: ReadContext, filters: PlanFilter[]): Promise<PlanFigure[]> {
  if (filters.length === 0) return [];
  const each = filters.map((filter, place) => {
    const where = whereOf(ctx, filter) ?? sql`true`;
    return sql`select ${place}::int as place, (select count(*)::int from (select 1 from ${actions} where ${where} limit ${countedTo + 1}) as found) as count, f.reference, f.due_on
      from (select 1) one left join lateral (select reference, due_on from ${actions} where ${where} order by ${sql.join(bySoonest, sql`, `)} limit 1) f on true`;
  });
  const rows = await ctx.tx.execute<{ place: number; count: number; reference: string | null; due_on: string | null }>(sql.join(each, sql` union all `));
  return filters.map((_, place) => {
    const row = rows.find((one) => one.place === place);
    const count = row?.count ?? 0;
    return { count: Math.min(count, countedTo), more: count > countedTo, first: row?.reference ? { reference: row.reference, dueOn: row.due_on } : null };
  });
}

/** How many actions the reader may see have each RAG today; `example` counts only invented ones, or only real ones. */
export async function countByRag(ctx: ReadContext, filter: { example?: boolean } = {}): Promise<Record<Rag, number>> {
  const rag = ragOn(ctx.today);
  const rows = await ctx.tx.select({ rag, count: sql<number>`count(*)::integer` }).from(actions).where(exampleIs(filter.example)).groupBy(sql`1`);
  return Object.assign({ red: 0, amber: 0, green: 0, grey: 0, blue: 0, not_stated: 0 }, Object.fromEntries(rows.map((row) => [row.rag, row.count])));
}

/** How many actions' checked evidence reaches each level, from nothing to better for children. Of those agreed and not put aside. */
export async function countByLevel(ctx: ReadContext): Promise<{ level: Level | 'none'; count: number }[]> {
  const rows = await ctx.tx.execute<{ step: number; count: number }>(sql`
    with reached as (
      select ${levelReached} as step from ${actions} a left join ${evidence} e on e.action_id = a.id
       where a.agreed_on is not null and a.aside is null group by a.id)
    select coalesce(step, 0) as step, count(*)::integer as count from reached group by 1`);
  return (['none', ...levels] as const).map((level, step) => ({ level, count: rows.find((row) => row.step === step)?.count ?? 0 }));
}

export type AgencyRags = { agencyId: string | null; agencyName: string | null; counts: Partial<Record<Rag, number>>; total: number };

/** The same by owning agency, the one with most red first. An action without one is counted under nobody. */
export async function countByAgencyAndRag(ctx: ReadContext, filter: { example?: boolean } = {}): Promise<AgencyRags[]> {
  const rag = ragOn(ctx.today);
  const counted = ctx.tx
    .select({ agencyId: sql<string | null>`${actions.ownerAgencyId}`.as('agency'), rag: rag.as('rag'), count: sql<number>`count(*)::integer`.as('count') })
    .from(actions)
    .where(exampleIs(filter.example))
    .groupBy(sql`1`, sql`2`)
    .as('counted');
  const rows = await ctx.tx
    .select({
      agencyId: counted.agencyId, rag: counted.rag, count: counted.count,
      agencyName: nameOfAgencyOn(counted.agencyId, ctx.today),
    })
    .from(counted);
  const byAgency = new Map<string | null, AgencyRags>();
  for (const row of rows) {
    const entry = byAgency.get(row.agencyId) ?? { agencyId: row.agencyId, agencyName: row.agencyName, counts: {}, total: 0 };
    entry.counts[row.rag] = row.count;
    entry.total += row.count;
    byAgency.set(row.agencyId, entry);
  }
  return [...byAgency.values()].sort((a, b) => (b.counts.red ?? 0) - (a.counts.red ?? 0) || b.total - a.total || (a.agencyName ?? '').localeCompare(b.agencyName ?? ''));
}

function exampleIs(example: boolean | undefined): SQL | undefined {
  return example === undefined ? undefined : eq(actions.example, example);
}

export type FilterOption = { value: string; label: string; group?: string };
export type FilterOptions = { agencies: FilterOption[]; groups: FilterOption[]; owners: FilterOption[]; sources: (FilterOption & { kind: SourceKind; isCase: boolean })[] };

/** How many reviews, audits and enquiries a list offers to choose from: the latest. The actions of an earlier one stand on its own page. */
const sourcesOffered = 100;

/** What the plan may be filtered by, as this reader may see it, with the source that is chosen already. One statement. */
export async function listFilterOptions(ctx: ReadContext, chosen: { source?: string } = {}): Promise<FilterOptions> {
  const source = sql`select 'sources', ${sources.reference}, ${sources.title}, ${sources.kind}, ${sourceIsCase()} from ${sources}`;
  const rows = await ctx.tx.execute<{ what: keyof FilterOptions; value: string; label: string | null; kind: SourceKind; is_case: boolean }>(sql`
    select 'agencies' as what, a.id::text as value, ${latestNameOfAgency(sql`a.id`)} as label, '' as kind, false as is_case from ${agencies} a
    union all select 'groups', g.id::text, g.name, '', false from ${groups} g
    -- One visible action each, by the index on the owner: a long plan is not read through for it.
    union all select 'owners', p.id::text, p.name, '', false from ${persons} p cross join lateral (select 1 from ${actions} o where o.owner_person_id = p.id limit 1) owned
    union all ((${source} order by ${sources.recordedAt} desc, ${sources.id} limit ${sourcesOffered})${chosen.source ? sql` union ${source} where ${sources.reference} = ${chosen.source}` : sql``})
    order by 1, 3, 2`);
  const of = (what: keyof FilterOptions) => rows.filter((row) => row.what === what).map((row) => ({ value: row.value, label: row.label ?? row.value, kind: row.kind, isCase: row.is_case }));
  return { agencies: of('agencies'), groups: of('groups'), owners: of('owners'), sources: of('sources') };
}

export type UpdateShown = {
  id: string; text: string; nextStep: string | null; blocker: string | null; saidOn: string; saidById: string | null; saidByName: string | null; how: SaidHow; howNote: string | null;
  /** With these words it was said to be complete. */
  completes: boolean; recordedByName: string | null; recordedAt: Date;
};
export type EvidenceShown = {
  id: string; kind: EvidenceKind; level: Level; title: string; detail: string | null; datedOn: string; webAddress: string | null;
  periodFrom: string | null; periodTo: string | null; agencyName: string | null; lookedAt: number | null; numerator: number | null; denominator: number | null; before: string | null; after: string | null;
  strength: EvidenceStrength | null; expiresOn: string | null; holdsPersonalData: boolean; addedById: string | null; addedByName: string | null;
  /** Accepted by somebody else; or declined, as not showing it. */
  checkedOn: string | null; checkedByName: string | null; declinedOn: string | null; declinedByName: string | null; checkReason: string | null;
  files: { id: string; name: string; size: number; /** Where it is sent back. */ href: string }[];
};
export type CheckShown = { id: string; result: CheckResult; afterMonths: number | null; reason: string; sameAgencyReason: string | null; checkedOn: string; checkedByName: string | null };
export type MoveShown = { id: string; fromOn: string; toOn: string; reason: string; movedOn: string; askedByName: string | null; grantedByName: string | null };

export type ContributionShown = { id: string; name: string; contribution: Contribution; note: string | null; notedOn: string | null; notedByName: string | null; /** The reader says how far it is. */ own: boolean; version: number };
export type RequestShown = {
  id: string; kind: RequestKind; reason: string; wantedOn: string | null; escalatedTo: EscalatedTo | null; basis: ClosingBasis | null; recommendation: string | null;
  askedOn: string; askedById: string; askedByName: string; how: SaidHow; howNote: string | null; recordedByName: string | null;
  result: 'granted' | 'refused' | null; answer: string | null; answeredOn: string | null; answeredByName: string | null; answerHow: SaidHow | null; answerNote: string | null; answerRecordedByName: string | null;
  undoneOn: string | null; undoneByName: string | null; undoneBecause: string | null; version: number;
};

export type RecommendationLinked = { reference: string; /** Only once it has been accepted: until then its words are the review's. */ text: string | null; accepted: boolean; /** When its outcome is measured, by which impact is judged; as its words. */ measureOn: string | null };

export type ActionShown = ActionListed & ActionFacts & {
  measure: string | null;
  accountableGroupId: string | null;
  proposedByName: string | null;
  agreedByName: string | null;
  completeSaidById: string | null;
  completeSaidByName: string | null;
  checkedByName: string | null;
  aside: Aside | null;
  asideReason: string | null;
  asideOn: string | null;
  reportedRag: string | null;
  carriedFromYear: string | null;
  carriedFromBody: string | null;
  version: number;
  recommendations: RecommendationLinked[];
  agencies: ContributionShown[];
  worsenedById: string | null;
  worsenedByName: string | null;
  worsenedOn: string | null;
  closedByName: string | null;
  reopenedOn: string | null;
  reopenedBecause: string | null;
  executiveCloses: boolean;
  leads: boolean;
  onItsList: boolean;
  chairs: string[];
  executiveChairs: string[];
  /** Whether the safeguarding partners let it be closed without evidence of impact; null where nobody has asked them. */
  exception: 'waiting' | 'agreed' | 'not_agreed' | null;
  /** What was asked about it, newest first. */
  requests: RequestShown[];
  /** Newest first. */
  updates: UpdateShown[];
  /** Oldest first. */
  evidence: EvidenceShown[];
  /** Newest first. */
  checks: CheckShown[];
  /** Oldest first. */
  dueMoves: MoveShown[];
};

const proposer = alias(persons, 'proposer');
const agreer = alias(persons, 'agreer');
const sayer = alias(persons, 'sayer');
const checker = alias(persons, 'checker');
const closer = alias(persons, 'closer');
const worsener = alias(persons, 'worsener');

/** One action with everything that hangs on it and that this reader may see. What is *case* is noted as opened. */
export async function getAction(ctx: ReadContext, input: { reference: string }): Promise<ActionShown> {
  const action = await readAction(ctx, input);
  await noteCases(ctx, { kind: 'opened', place: '/plan/[reference]' }, [action]);
  if (action.evidence.some((item) => item.holdsPersonalData)) await noteCaseEvidence(ctx, { kind: 'opened', place: '/plan/[reference]' }, action);
  return action;
}

async function readAction(ctx: ReadContext, input: { reference: string }): Promise<ActionShown> {
  const [row] = await ctx.tx
    .select({
      ...listed(ctx.today),
      ...standingOf(ctx.today),
      worsenedById: actions.worsenedById, worsenedByName: worsener.name, worsenedOn: actions.worsenedOn, closedByName: closer.name, reopenedOn: actions.reopenedOn, reopenedBecause: actions.reopenedBecause,
      executiveCloses: actions.executiveCloses, exception: exceptionOf,
      measure: actions.measure, accountableGroupId: actions.accountableGroupId, proposedByName: proposer.name, agreedByName: agreer.name,
      completeSaidById: actions.completeSaidById, completeSaidByName: sayer.name, checkedByName: checker.name, asideReason: actions.asideReason, asideOn: actions.asideOn,
      reportedRag: actions.reportedRag, carriedFromYear: actions.carriedFromYear, carriedFromBody: actions.carriedFromBody, version: actions.version,
    })
    .from(actions)
    .innerJoin(settings, eq(settings.id, 1))
    .leftJoin(owner, eq(owner.id, actions.ownerPersonId))
    .leftJoin(groups, eq(groups.id, actions.accountableGroupId))
    .leftJoin(proposer, eq(proposer.id, actions.proposedById))
    .leftJoin(agreer, eq(agreer.id, actions.agreedById))
    .leftJoin(sayer, eq(sayer.id, actions.completeSaidById))
    .leftJoin(checker, eq(checker.id, actions.checkedById))
    .leftJoin(closer, eq(closer.id, actions.closedById))
    .leftJoin(worsener, eq(worsener.id, actions.worsenedById))
    .where(eq(actions.reference, input.reference));
  const found = foundOr404(row, 'action');
  const [action] = await withSources(ctx, [found]);
  return {
    ...action!,
    recommendations: await listRecommendationsOf(ctx, found.id),
    agencies: await listContributing(ctx, found.id),
    updates: await listUpdates(ctx, found.id),
    evidence: await listEvidence(ctx, found.id),
    checks: await listChecks(ctx, found.id),
    dueMoves: await listMoves(ctx, found.id),
    requests: await listRequests(ctx, found.id),
  };
}

async function listRecommendationsOf(ctx: Context, actionId: string): Promise<RecommendationLinked[]> {
  const rows = await ctx.tx
    .select({ reference: recommendations.reference, text: recommendations.text, acceptance: recommendations.acceptance, measureOn: recommendations.measureOn })
    .from(actionRecommendations)
    .innerJoin(recommendations, eq(recommendations.id, actionRecommendations.recommendationId))
    .where(eq(actionRecommendations.actionId, actionId))
    .orderBy(asc(actionRecommendations.recordedAt));
  return rows.map(({ acceptance, ...row }) => (acceptance === null ? { reference: row.reference, accepted: false, text: null, measureOn: null } : { ...row, accepted: true }));
}

async function listContributing(ctx: Context, actionId: string): Promise<ContributionShown[]> {
  const noter = alias(persons, 'noter');
  return ctx.tx
    .select({
      id: agencies.id, name: nameOfAgencyOn(actionAgencies.agencyId, ctx.today), contribution: actionAgencies.contribution, note: actionAgencies.note, notedOn: actionAgencies.notedOn, notedByName: noter.name,
      own: sql<boolean>`${holds(ctx.actor, 'BU')} or ${actionAgencies.agencyId} = any ((select app.my_agencies('actionLinks', 'change'))::uuid[])`, version: actionAgencies.version,
    })
    .from(actionAgencies)
    .innerJoin(agencies, eq(agencies.id, actionAgencies.agencyId))
    .leftJoin(noter, eq(noter.id, actionAgencies.notedById))
    .where(eq(actionAgencies.actionId, actionId))
    .orderBy(asc(agencies.position));
}

async function listUpdates(ctx: Context, actionId: string): Promise<UpdateShown[]> {
  const recorder = alias(persons, 'recorder');
  return ctx.tx
    .select({
      id: updates.id, text: updates.text, nextStep: updates.nextStep, blocker: updates.blocker, saidOn: updates.saidOn, saidById: updates.saidById, saidByName: sayer.name,
      how: updates.how, howNote: updates.howNote, completes: updates.completes, recordedByName: recorder.name, recordedAt: updates.recordedAt,
    })
    .from(updates)
    .leftJoin(sayer, eq(sayer.id, updates.saidById))
    .leftJoin(recorder, eq(recorder.id, updates.recordedById))
    .where(eq(updates.actionId, actionId))
    .orderBy(desc(updates.recordedAt));
}

export async function listEvidence(ctx: Context, actionId: string): Promise<EvidenceShown[]> {
  const adder = alias(persons, 'adder');
  const decliner = alias(persons, 'decliner');
  const items = await ctx.tx
    .select({
      id: evidence.id, kind: evidence.kind, level: evidence.level, title: evidence.title, detail: evidence.detail, datedOn: evidence.datedOn, webAddress: evidence.webAddress,
      periodFrom: evidence.periodFrom, periodTo: evidence.periodTo, agencyName: sql<string | null>`${nameOfAgencyOn(evidence.agencyId, sql`${evidence.datedOn}`)}`, lookedAt: evidence.lookedAt,
      numerator: evidence.numerator, denominator: evidence.denominator, before: evidence.before, after: evidence.after, strength: evidence.strength, expiresOn: evidence.expiresOn,
      holdsPersonalData: evidence.holdsPersonalData, addedById: evidence.addedById, addedByName: adder.name, checkedOn: evidence.checkedOn, checkedByName: checker.name,
      declinedOn: evidence.declinedOn, declinedByName: decliner.name, checkReason: evidence.checkReason,
    })
    .from(evidence)
    .leftJoin(adder, eq(adder.id, evidence.addedById))
    .leftJoin(checker, eq(checker.id, evidence.checkedById))
    .leftJoin(decliner, eq(decliner.id, evidence.declinedById))
    .where(eq(evidence.actionId, actionId))
    .orderBy(asc(evidence.datedOn), asc(evidence.recordedAt));
  if (items.length === 0) return [];
  const held = await ctx.tx.select({ id: files.id, evidenceId: files.evidenceId, name: files.name, size: files.size, reference: actions.reference }).from(files).innerJoin(actions, eq(actions.id, files.actionId)).where(eq(files.actionId, actionId)).orderBy(asc(files.recordedAt));
  return items.map((item) => ({ ...item, files: held.filter((file) => file.evidenceId === item.id).map(({ id, name, size, reference }) => ({ id, name, size, href: `/plan/${reference}/files/${id}` })) }));
}

export type FileShown = { id: string; name: string; mediaType: string; size: number };

/** A file of an action's evidence, to be sent. That it was is noted, where it is *case*. */
export async function getFile(ctx: ReadContext, input: { reference: string; file: string }): Promise<FileShown> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(input.file);
  const [file] = !isId ? [] : await ctx.tx
    .select({ id: files.id, name: files.name, mediaType: files.mediaType, size: files.size, actionId: files.actionId, holdsPersonalData: evidence.holdsPersonalData })
    .from(files)
    .innerJoin(actions, eq(actions.id, files.actionId))
    .innerJoin(evidence, eq(evidence.id, files.evidenceId))
    .where(and(eq(files.id, input.file), eq(actions.reference, input.reference)));
  const { actionId, holdsPersonalData, ...shown } = foundOr404(file, 'file');
  if (holdsPersonalData) {
    const from = (await listSourcesOf(ctx, [actionId])).get(actionId);
    await noteCaseEvidence(ctx, { kind: 'exported', place: '/plan/[reference]/files/[file]' }, { reference: input.reference, sources: from?.sources ?? [] });
  }
  return shown;
}

/** Whether a file of theirs would be attached to this action, were its form right: asked before it is taken. */
export async function mayAddEvidence(ctx: ReadContext, input: { reference: string }): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ ...getTableColumns(actions), ...standingOf(ctx.today) })
    .from(actions).where(eq(actions.reference, input.reference));
  const action = foundOr404(row, 'action');
  return canUpdate(ctx.actor, action) && whatStopsAddingEvidence(action).length === 0;
}

async function listChecks(ctx: Context, actionId: string): Promise<CheckShown[]> {
  return ctx.tx
    .select({ id: checks.id, result: checks.result, afterMonths: checks.afterMonths, reason: checks.reason, sameAgencyReason: checks.sameAgencyReason, checkedOn: checks.checkedOn, checkedByName: checker.name })
    .from(checks)
    .leftJoin(checker, eq(checker.id, checks.checkedById))
    .where(eq(checks.actionId, actionId))
    .orderBy(desc(checks.recordedAt));
}

async function listMoves(ctx: Context, actionId: string): Promise<MoveShown[]> {
  const asker = alias(persons, 'asker');
  const granter = alias(persons, 'granter');
  return ctx.tx
    .select({ id: dueMoves.id, fromOn: dueMoves.fromOn, toOn: dueMoves.toOn, reason: dueMoves.reason, movedOn: dueMoves.movedOn, askedByName: asker.name, grantedByName: granter.name })
    .from(dueMoves)
    .leftJoin(asker, eq(asker.id, dueMoves.askedById))
    .leftJoin(granter, eq(granter.id, dueMoves.grantedById))
    .where(eq(dueMoves.actionId, actionId))
    .orderBy(asc(dueMoves.movedOn), asc(dueMoves.recordedAt));
}

async function listRequests(ctx: Context, actionId: string): Promise<RequestShown[]> {
  const [asker, recorder, answerer, answerRecorder, undoer] = [alias(persons, 'asker'), alias(persons, 'recorder'), alias(persons, 'answerer'), alias(persons, 'answer_recorder'), alias(persons, 'undoer')];
  const r = actionRequests;
  return ctx.tx
    .select({
      id: r.id, kind: r.kind, reason: r.reason, wantedOn: r.wantedOn, escalatedTo: r.escalatedTo, basis: r.basis, recommendation: recommendations.reference, askedOn: r.askedOn, askedById: r.askedById, askedByName: asker.name,
      how: r.how, howNote: r.howNote, recordedByName: recorder.name, result: r.result, answer: r.answer, answeredOn: r.answeredOn, answeredByName: answerer.name, answerHow: r.answerHow, answerNote: r.answerNote,
      answerRecordedByName: answerRecorder.name, undoneOn: r.undoneOn, undoneByName: undoer.name, undoneBecause: r.undoneBecause, version: r.version,
    })
    .from(r)
    .innerJoin(asker, eq(asker.id, r.askedById))
    .leftJoin(recommendations, eq(recommendations.id, r.recommendationId))
    .leftJoin(recorder, eq(recorder.id, r.recordedById))
    .leftJoin(answerer, eq(answerer.id, r.answeredById))
    .leftJoin(answerRecorder, eq(answerRecorder.id, r.answerRecordedById))
    .leftJoin(undoer, eq(undoer.id, r.undoneById))
    .where(eq(r.actionId, actionId))
    .orderBy(desc(r.recordedAt));
}

/** When a complete action is looked at again, from the first that is still to come: so many months after it was complete. */
export async function listSecondChecks(ctx: Context, input: { completeOn: string | null; nextCheckOn: string | null }): Promise<{ months: number; on: string }[]> {
  if (input.completeOn === null || input.nextCheckOn === null) return [];
  const rows = await ctx.tx.execute<{ months: number; on: string }>(sql`
    select m as months, (${input.completeOn}::date + make_interval(months => m))::date::text as on from unnest((select ${settings.secondCheckMonths} from ${settings})) m
     where (${input.completeOn}::date + make_interval(months => m))::date >= ${input.nextCheckOn}::date order by m`);
  return [...rows];
}

/** The agencies that a person belongs to today: those of their posts and of what they hold. */
export async function listOwnAgencyIds(ctx: Context): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: posts.agencyId })
    .from(posts)
    .where(and(eq(posts.personId, ctx.actor.personId), inForce(posts, ctx.today)));
  return [...new Set([...rows.map((row) => row.id), ...ctx.actor.memberships.flatMap((held) => held.agencyId ?? [])])];
}

type Answering = { actionId: string; on: CalendarDate; /** Only those whose word makes it complete. */ completes: boolean };

/** Whose word an action is told by on a day, by the rule of the database: for the business unit all of them, for anybody else whether they are one. */
export async function listWhoAnswers(ctx: Context, { actionId, on, completes }: Answering): Promise<string[]> {
  const rows = await ctx.tx.execute<{ person_id: string; completes: boolean }>(sql`select person_id, completes from app.who_answers(${actionId}::uuid, ${on}::date)`);
  return rows.filter((row) => row.completes || !completes).map((row) => row.person_id);
}

/** The same as the options of a select. */
export async function listSayerOptions(ctx: ReadContext, of: Answering): Promise<PersonOption[]> {
  const answering = await listWhoAnswers(ctx, of);
  return (await listPersonOptions(ctx)).filter((person) => answering.includes(person.value));
}

export type ProposalBasis = {
  recommendations: { reference: string; text: string | null; sourceTitle: string }[];
  source: { reference: string; title: string; kind: SourceKind } | null;
  example: boolean;
  /** It names a review that is not published. */
  showsCase: boolean;
};

/** What a new action could hang on: the recommendation or the source that was asked for, with the other recommendations of the same source; without either, every recommendation that has been accepted. One that was not accepted is offered for none. */
export async function getProposalBasis(ctx: ReadContext, input: { recommendation?: string; source?: string }): Promise<ProposalBasis> {
  const of = { reference: recommendations.reference, text: recommendations.text, acceptance: recommendations.acceptance, sourceTitle: sources.title, sourceReference: sources.reference, kind: sources.kind, example: recommendations.example, sourceId: sources.id, isCase: sourceIsCase() };
  const notTurnedDown = or(isNull(recommendations.acceptance), inArray(recommendations.acceptance, ['accepted', 'partly']));
  const readAll = (where: SQL | undefined) =>
    ctx.tx.select(of).from(recommendations).innerJoin(sources, eq(sources.id, recommendations.sourceId)).where(where).orderBy(desc(recommendations.recordedAt)).limit(200);
  const basis = async (rows: Awaited<ReturnType<typeof readAll>>, source: ProposalBasis['source'], named: { sourceId: string; isCase: boolean; example: boolean }[] = rows): Promise<ProposalBasis> => {
    const cases = named.filter((row) => row.isCase).map((row) => row.sourceId);
    await ctx.recordView({ kind: 'listed', place: '/plan/new', sensitivity: 'case', reviewIds: cases });
    return {
      recommendations: rows.map((row) => ({ reference: row.reference, sourceTitle: row.sourceTitle, text: row.acceptance === null ? null : row.text })),
      source, example: named.some((row) => row.example), showsCase: cases.length > 0,
    };
  };

  if (input.recommendation) {
    const [asked] = await readAll(eq(recommendations.reference, input.recommendation));
    const first = foundOr404(asked, 'recommendation');
    const beside = await readAll(and(notTurnedDown, eq(sources.reference, first.sourceReference), sql`${recommendations.reference} <> ${first.reference}`));
    return basis([first, ...beside], { reference: first.sourceReference, title: first.sourceTitle, kind: first.kind });
  }
  if (input.source) {
    const [source] = await ctx.tx.select({ sourceId: sources.id, reference: sources.reference, title: sources.title, kind: sources.kind, example: sources.example, isCase: sourceIsCase() }).from(sources).where(eq(sources.reference, input.source));
    const found = foundOr404(source, 'source');
    return basis(await readAll(and(notTurnedDown, eq(sources.reference, found.reference))), { reference: found.reference, title: found.title, kind: found.kind }, [found]);
  }
  return basis(await readAll(inArray(recommendations.acceptance, ['accepted', 'partly'])), null);
}
