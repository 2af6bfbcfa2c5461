import 'server-only';
import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { agencyRequests, clocks, criteriaTests, identities, notifications, persons, rapidReviews, reviewOrigins, reviewPlaces, reviews, settings, sources } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { unseal } from '@/lib/access/encryption';
import { isCase } from '@/lib/access/sensitivity';
import { addDays } from '@/lib/dates/calendar-date';
import { latestNameOfAgency, notOver } from '@/lib/partnership/queries';
import { listDecisions } from '@/lib/reviews/decisions/queries';
import { standingOf } from '@/lib/reviews/decisions/rules';
import { clockIsNear, isAtItsClock, readClock, stageOf, type Clock, type ClockReading, type Stage } from '@/lib/reviews/rules';

/** A clock whose start was taken back is no longer there. */
export const clockIsThere = isNull(clocks.takenBackOn);

export type ReviewFilter = { kind?: string; area?: string; year?: string; stage?: string; /** Only those whose clock is late, or runs out within the week. */ atClock?: boolean; example?: boolean };

export type ReviewListed = {
  id: string;
  reference: string;
  title: string;
  kind: 'rapid_review' | 'lcspr' | 'scr' | 'local_learning_review';
  area: string;
  reportingYear: string;
  example: boolean;
  isPublished: boolean;
  stage: Stage;
  outcome: string | null;
  clock: (ClockReading & { rule: Clock['rule'] }) | null;
  agenciesAsked: number;
  agenciesMissing: number;
  undertakenFrom: string | null;
  completedFrom: string | null;
  recordedFrom: string | null;
};

const spine = {
  id: reviews.id, kind: reviews.kind, guidanceEdition: reviews.guidanceEdition, isPublished: reviews.isPublished, withdrawnOn: reviews.withdrawnOn, expectedYear: reviews.expectedYear, publishedItems: reviews.publishedItems,
  notifiedOn: reviews.notifiedOn, openedOn: reviews.openedOn, putOn: reviews.putOn, decidedOn: reviews.decidedOn, outcome: reviews.outcome, sentToPanelOn: reviews.sentToPanelOn,
  reference: sources.reference, title: sources.title, area: sources.area, reportingYear: sources.reportingYear, example: sources.example, recordBasis: sources.recordBasis,
  undertakenFrom: sources.undertakenFrom, undertakenPrecision: sources.undertakenPrecision, completedFrom: sources.completedFrom, completedPrecision: sources.completedPrecision, publishedFrom: sources.publishedFrom, publishedPrecision: sources.publishedPrecision, document: sources.document, documentPage: sources.documentPage,
  carriedFromYear: sources.carriedFromYear, carriedFromBody: sources.carriedFromBody, summary: sources.summary, recordedAt: sources.recordedAt, version: sources.version,
};

/** The register: every review the reader may see, newest first. What is *case* is noted as listed. */
export async function listReviews(ctx: ReadContext, filter: ReviewFilter = {}): Promise<ReviewListed[]> {
  const rows = await ctx.tx
    .select(spine)
    .from(reviews)
    .innerJoin(sources, eq(sources.id, reviews.id))
    .where(and(
      filter.kind ? eq(reviews.kind, filter.kind as never) : undefined,
      filter.area ? eq(sources.area, filter.area as never) : undefined,
      filter.year ? eq(sources.reportingYear, filter.year) : undefined,
      filter.example === undefined ? undefined : eq(sources.example, filter.example),
    ))
    .orderBy(desc(sources.reportingYear), desc(sources.recordedAt), asc(sources.title), asc(sources.reference));
  const ids = rows.map((row) => row.id);
  const [clockRows, requestRows] = await Promise.all([
    ids.length === 0 ? [] : ctx.tx.select().from(clocks).where(and(inArray(clocks.reviewId, ids), clockIsThere)),
    ids.length === 0 ? [] : ctx.tx.select({ reviewId: agencyRequests.reviewId, asked: sql<number>`count(*)::int`, missing: sql<number>`count(*) filter (where ${agencyRequests.repliedOn} is null)::int` })
      .from(agencyRequests).where(inArray(agencyRequests.reviewId, ids)).groupBy(agencyRequests.reviewId),
  ]);
  const listed = rows.map((row): ReviewListed => {
    const clock = mostUrgent(clockRows.filter((one) => one.reviewId === row.id));
    const requests = requestRows.find((one) => one.reviewId === row.id);
    return {
      id: row.id, reference: row.reference, title: row.title, kind: row.kind, area: row.area, reportingYear: row.reportingYear, example: row.example, isPublished: row.isPublished,
      stage: stageOf(row), outcome: row.outcome,
      clock: clock && { rule: clock.rule, ...readClock(clock, ctx.today) },
      agenciesAsked: requests?.asked ?? 0, agenciesMissing: requests?.missing ?? 0,
      undertakenFrom: row.undertakenFrom, completedFrom: row.completedFrom, recordedFrom: row.document,
    };
  });
  const shown = listed.filter((review) => (!filter.stage || review.stage === filter.stage) && (!filter.atClock || (review.clock !== null && isAtItsClock(review.clock, ctx.today))));
  await ctx.recordView({ kind: 'listed', place: '/reviews', sensitivity: 'case', reviewIds: rows.filter((row) => isCase(row) && shown.some((review) => review.id === row.id)).map((row) => row.id), filter: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])) });
  return shown;
}

/** The clock that is running, the soonest due first; else the last one that was met. */
function mostUrgent<T extends Clock>(all: T[]): T | null {
  const running = all.filter((clock) => clock.metOn === null).sort((a, b) => ((a.overrideDueOn ?? a.computedDueOn) < (b.overrideDueOn ?? b.computedDueOn) ? -1 : 1));
  const met = all.filter((clock) => clock.metOn !== null).sort((a, b) => (a.metOn! < b.metOn! ? 1 : -1));
  return running[0] ?? met[0] ?? null;
}

async function findSpine(ctx: ReadContext, reference: string) {
  const [row] = await ctx.tx.select(spine).from(reviews).innerJoin(sources, eq(sources.id, reviews.id)).where(eq(sources.reference, reference));
  return row;
}

/** The spine of a review, or "not found", the same for hidden and absent. */
export async function getSpine(ctx: ReadContext, reference: string) {
  return foundOr404(await findSpine(ctx, reference), 'review');
}

/** Lets one writer at a time work on a review, until its transaction is over. */
export async function lockReview(ctx: ReadContext, id: string): Promise<void> {
  await ctx.tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.id, id)).for('update');
}

export type Review = Awaited<ReturnType<typeof getReview>>;

/** Everything of a review but its identities: for its page and those under it. The reading of what is *case* is noted as opened at `place`. */
export async function getReview(ctx: ReadContext, reference: string, place = '/reviews/[reference]') {
  const row = await getSpine(ctx, reference);
  const [[notification], [rapid], clockRows, tests, requests, decisionRows, origins, continuations, places, [mine]] = await Promise.all([
    ctx.tx.select({ notification: notifications, agency: latestNameOfAgency(notifications.notifyingAgencyId) }).from(notifications).where(eq(notifications.reviewId, row.id)),
    ctx.tx.select().from(rapidReviews).where(eq(rapidReviews.reviewId, row.id)),
    ctx.tx.select().from(clocks).where(and(eq(clocks.reviewId, row.id), clockIsThere)),
    ctx.tx.select().from(criteriaTests).where(eq(criteriaTests.reviewId, row.id)),
    ctx.tx.select({ id: agencyRequests.id, agencyId: agencyRequests.agencyId, agency: latestNameOfAgency(sql`${agencyRequests}.agency_id`), askedOn: agencyRequests.askedOn, dueOn: agencyRequests.dueOn, repliedOn: agencyRequests.repliedOn, nothingKnown: agencyRequests.nothingKnown, version: agencyRequests.version })
      .from(agencyRequests).where(eq(agencyRequests.reviewId, row.id)).orderBy(asc(agencyRequests.dueOn)),
    listDecisions(ctx, { reviewId: row.id, matter: 'rapid_review_outcome' }),
    linkedReviews(ctx, reviewOrigins.reviewId, reviewOrigins.originReviewId, row.id),
    linkedReviews(ctx, reviewOrigins.originReviewId, reviewOrigins.reviewId, row.id),
    listPlaces(ctx, row.id),
    ctx.tx.execute<{ works: boolean; names: boolean; case: boolean; spines: boolean; plan: boolean; writes: boolean; proposes: boolean }>(sql`select
      app.reaches_case('notifications', 'change', ${row.id}) as works, app.reaches_case('identities', 'see', ${row.id}) as names,
      app.reaches_case('notifications', 'see', ${row.id}) as case, 'all' = any (app.reach('spines', 'see')) and app.my_removals() = '{}' as spines, ${reaches('actions', 'see', row.id)} as plan,
      app.reaches_case('draftRecommendations', 'add', ${row.id}) as writes, ${reaches('actionLinks', 'add', row.id)} as proposes`),
  ]);
  const decision = standingOf(decisionRows);
  if (isCase(row) || notification) await ctx.recordView({ kind: 'opened', place, sensitivity: 'case', reviewIds: [row.id] });
  return {
    ...row,
    notification: notification ? { ...notification.notification, agency: notification.agency } : null,
    rapidReview: rapid ?? null,
    clocks: clockRows.map((clock) => ({ ...clock, reading: readClock(clock, ctx.today) })),
    criteria: tests,
    requests,
    decision,
    earlierDecisions: decisionRows.filter((one) => one !== decision),
    origins, continuations, places,
    /** In a capacity that works on it: a lead reviewer or panel member reads. The business unit is on every list but those it was taken off. */
    isOnMyList: mine?.works ?? false,
    namesAreMine: mine?.names ?? false,
    /**
     * What of it the reader sees in full. What is not theirs to see is left out or said to be so, and never told as absent: the rows
     * behind the spine (`case`), the reviews it came from and led to (`spines`), its actions (`plan`).
     */
    sees: { case: mine?.case ?? false, spines: mine?.spines ?? false, plan: mine?.plan ?? false },
    /** Whether what the reader adds to the plan may come from it. */
    takes: { recommendations: mine?.writes ?? false, actions: mine?.proposes ?? false },
    stage: stageOf(row),
    provenance: row.document ? `${row.document}${row.documentPage ? `, ${row.documentPage}` : ''}` : null,
  };
}

/** Whether the reader reaches what follows from a review in this family: all of it, or by being on its list. */
const reaches = (family: 'actions' | 'actionLinks', operation: 'see' | 'add', reviewId: string) =>
  sql`('all' = any (app.reach(${family}, ${operation})) or ${reviewId}::uuid = any (app.my_reviews(${family}, ${operation})))`;

async function linkedReviews(ctx: ReadContext, from: typeof reviewOrigins.reviewId | typeof reviewOrigins.originReviewId, to: typeof reviewOrigins.reviewId | typeof reviewOrigins.originReviewId, id: string) {
  return ctx.tx
    .select({ reference: sources.reference, title: sources.title, inferred: reviewOrigins.inferred, note: reviewOrigins.note })
    .from(reviewOrigins).innerJoin(sources, eq(sources.id, to)).where(eq(from, id)).orderBy(asc(sources.reference));
}

export type PlaceListed = { id: string; name: string; capacity: string; reason: string; fromOn: string; toOn: string | null };

/** Who is on a review's list now. */
export async function listPlaces(ctx: ReadContext, reviewId: string): Promise<PlaceListed[]> {
  return ctx.tx
    .select({ id: reviewPlaces.id, name: persons.name, capacity: reviewPlaces.capacity, reason: reviewPlaces.reason, fromOn: reviewPlaces.fromOn, toOn: reviewPlaces.toOn })
    .from(reviewPlaces).innerJoin(persons, eq(persons.id, reviewPlaces.personId))
    .where(and(eq(reviewPlaces.reviewId, reviewId), notOver(reviewPlaces, ctx.today)))
    .orderBy(asc(persons.name));
}

export type Identity = { id: string; version: number; name: string; dateOfBirth: string | null; otherNames: string | null; address: string | null; school: string | null; family: string | null };

/** Who the child is (*named*). Opening it is noted as such. */
export async function findIdentity(ctx: ReadContext, review: { id: string }): Promise<Identity | null> {
  const [row] = await ctx.tx.select().from(identities).where(and(eq(identities.reviewId, review.id), eq(identities.subject, 'child')));
  await ctx.recordView({ kind: 'opened', place: '/reviews/[reference]/identity', sensitivity: 'named', reviewIds: [review.id] });
  if (!row) return null;
  return { id: row.id, version: row.version, ...(JSON.parse(unseal(row.sealed, `identity:${row.id}`)) as Omit<Identity, 'id' | 'version'>) };
}

export async function getClockSettings(ctx: ReadContext) {
  const [row] = await ctx.tx.select({ guidanceEdition: settings.guidanceEdition, rapidReviewStartsFrom: settings.rapidReviewStartsFrom, countStartDay: settings.countStartDay }).from(settings);
  return foundOr404(row, 'settings');
}

export type ClockDue = {
  reviewId: string;
  reference: string;
  title: string;
  example: boolean;
  rule: Clock['rule'];
  reading: ClockReading;
  /** How many agency information reports have not arrived. */
  missing: number;
  /** The day of the decision that stands, once its outcome is recorded. */
  decidedOn: string | null;
};

const isRunning = and(isNull(clocks.metOn), clockIsThere);
const runsOutOn = sql<string>`coalesce(${clocks.overrideDueOn}, ${clocks.computedDueOn})`;

/** The clocks that are running, the soonest due first: for the first screen. */
export async function listRunningClocks(ctx: ReadContext, limit = 20): Promise<ClockDue[]> {
  const rows = await ctx.tx
    .select({ clock: clocks, reference: sources.reference, title: sources.title, example: sources.example,
      missing: sql<number>`(select count(*)::int from ${agencyRequests} q where q.review_id = ${clocks.reviewId} and q.replied_on is null)`,
      decidedOn: reviews.decidedOn })
    .from(clocks)
    .innerJoin(sources, eq(sources.id, clocks.reviewId))
    .innerJoin(reviews, eq(reviews.id, clocks.reviewId))
    .where(isRunning)
    .orderBy(asc(runsOutOn), asc(sources.reference))
    .limit(limit);
  await ctx.recordView({ kind: 'listed', place: '/', sensitivity: 'case', reviewIds: rows.map((row) => row.clock.reviewId) });
  return rows.map(({ clock, ...row }) => ({ ...row, reviewId: clock.reviewId, rule: clock.rule, reading: readClock(clock, ctx.today) }));
}

/** How many reviews are at their clock: as many as the register shows with that choice. */
export async function countReviewsAtClock(ctx: ReadContext): Promise<number> {
  const [row] = await ctx.tx
    .select({ count: sql<number>`count(distinct ${clocks.reviewId})::int` })
    .from(clocks).innerJoin(reviews, eq(reviews.id, clocks.reviewId)).where(and(isRunning, lte(runsOutOn, addDays(ctx.today, clockIsNear))));
  return row?.count ?? 0;
}
