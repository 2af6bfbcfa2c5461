import 'server-only';
import { and, asc, between, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { actionRecommendations, actions, actionSources, clocks, decisions, dueMoves, evidence, notifications, priorities, rapidReviews, recommendations, reportedCounts, reviewOrigins, reviews, sources, updates } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { topicNames } from '@/lib/assurance/challenges/labels';
import { listChallenges, type ChallengeListed } from '@/lib/assurance/challenges/queries';
import type { Figure, YearFigure } from '@/lib/assurance/labels';
import { clocksMet, reviewsOfYear, type Period, type YearReview, type YearReviews } from '@/lib/assurance/rules';
import { formatDate } from '@/lib/dates/calendar-date';
import { countByAgencyAndRag, countByLevel, countByRag, isPastDue, levelReached, type AgencyRags } from '@/lib/plan/queries';
import { levels, type Rag } from '@/lib/plan/rules';
import { acceptanceLabels } from '@/lib/recommendations/labels';
import { outcomeLabels, periodWords, wordFor } from '@/lib/reviews/labels';
import { clockIsThere } from '@/lib/reviews/queries';

/** One row behind a figure: what it is, where it is, and what made it count. */
export type FigureRow = { key: string; reference: string; title: string; href: string; because: string; example: boolean };

/** What every row of a source needs. */
const named = { id: sources.id, reference: sources.reference, title: sources.title, example: sources.example };
type Named = { id: string; reference: string; title: string; example: boolean };
const reviewRow = (row: Named, because: string): FigureRow => ({ key: `${row.id}-${because}`, reference: row.reference, title: row.title, href: `/reviews/${row.reference}`, because, example: row.example });

const action = { id: actions.id, reference: actions.reference, title: actions.title, example: actions.example };
const actionRow = (row: Named, because: string): FigureRow => ({ ...reviewRow(row, because), href: `/plan/${row.reference}` });

async function rapidReviewClocks(ctx: ReadContext, period: Period) {
  const dueOn = sql<string>`coalesce(${clocks.overrideDueOn}, ${clocks.computedDueOn})`;
  const rows = await ctx.tx.select({ ...named, dueOn, metOn: clocks.metOn }).from(clocks).innerJoin(sources, eq(sources.id, clocks.reviewId))
    .where(and(eq(clocks.rule, 'rapid_review'), clockIsThere, between(dueOn, period.from, period.to))).orderBy(asc(dueOn));
  return clocksMet(rows, ctx.today);
}

/** How many there are of one figure, and the records themselves, as many as are asked for. */
export type FigureFound = { count: number; rows: FigureRow[] };
type FigureSource = (ctx: ReadContext, period: Period, atMost: number) => Promise<FigureFound>;

/** A figure whose rows are few enough to be read whole. */
const few = (all: (ctx: ReadContext, period: Period) => Promise<FigureRow[]>): FigureSource => async (ctx, period, atMost) => {
  const rows = await all(ctx, period);
  return { count: rows.length, rows: rows.slice(0, atMost) };
};

/** A figure of actions: a plan can hold thousands, so the database counts them. Both from the same condition, so that they agree. */
const ofActions = (where: (ctx: ReadContext, period: Period) => SQL | undefined, order: PgColumn, because: (row: typeof actions.$inferSelect) => string): FigureSource => async (ctx, period, atMost) => {
  const [rows, count] = await Promise.all([
    ctx.tx.select().from(actions).where(where(ctx, period)).orderBy(order, asc(actions.reference)).limit(atMost),
    ctx.tx.$count(actions, where(ctx, period)),
  ]);
  return { count, rows: rows.map((row) => actionRow(row, because(row))) };
};

/** What each figure of the assurance page counts. Late and open clocks come first in their list: the worst is named beside the number. */
const figures: Record<Figure, FigureSource> = {
  notifications: few(async (ctx, period) =>
    (await ctx.tx.select({ ...named, awareOn: notifications.awareOn, sentOn: notifications.sentOn }).from(notifications).innerJoin(sources, eq(sources.id, notifications.reviewId)).where(between(notifications.awareOn, period.from, period.to)).orderBy(asc(notifications.awareOn)))
      .map((row) => reviewRow(row, `Aware ${formatDate(row.awareOn)}, ${row.sentOn ? `sent ${formatDate(row.sentOn)}` : 'not sent yet'}`))),
  'clocks-met': few(async (ctx, period) => (await rapidReviewClocks(ctx, period)).inTime.map((row) => reviewRow(row, `Sent ${formatDate(row.metOn!)}, due ${formatDate(row.dueOn)}`))),
  'clocks-late': few(async (ctx, period) => {
    const { late, open } = await rapidReviewClocks(ctx, period);
    return [...open.map((row) => reviewRow(row, `Still open, was due ${formatDate(row.dueOn)}`)), ...late.map((row) => reviewRow(row, `Sent ${formatDate(row.metOn!)}, was due ${formatDate(row.dueOn)}`))];
  }),
  'reviews-opened': few(async (ctx, period) =>
    (await ctx.tx.select({ ...named, openedOn: rapidReviews.openedOn }).from(rapidReviews).innerJoin(sources, eq(sources.id, rapidReviews.reviewId)).where(between(rapidReviews.openedOn, period.from, period.to)).orderBy(asc(rapidReviews.openedOn)))
      .map((row) => reviewRow(row, `Opened ${formatDate(row.openedOn)}`))),
  decisions: few(standingDecisions),
  recommendations: few(async (ctx, period) =>
    (await ctx.tx.select().from(recommendations).where(between(recommendations.acceptedOn, period.from, period.to)).orderBy(asc(recommendations.reference)))
      .map((row) => recommendationRow(row, `${acceptanceLabels[row.acceptance!]}, ${formatDate(row.acceptedOn!)}`))),
  'recommendations-without-action': few(async (ctx) => {
    const served = ctx.tx.select({ id: actionRecommendations.recommendationId }).from(actionRecommendations);
    return (await ctx.tx.select().from(recommendations).where(and(inArray(recommendations.acceptance, ['accepted', 'partly']), sql`${recommendations.id} not in ${served}`)).orderBy(asc(recommendations.reference)))
      .map((row) => recommendationRow(row, `Accepted ${formatDate(row.acceptedOn!)}, no action yet`));
  }),
  'past-due': ofActions((ctx) => isPastDue(ctx.today), actions.dueOn, (row) => `Was due ${formatDate(row.dueOn!)}`),
  moved: few(async (ctx, period) =>
    (await ctx.tx.select({ ...action, moveId: dueMoves.id, fromOn: dueMoves.fromOn, toOn: dueMoves.toOn, reason: dueMoves.reason }).from(dueMoves).innerJoin(actions, eq(actions.id, dueMoves.actionId)).where(between(dueMoves.movedOn, period.from, period.to)).orderBy(asc(dueMoves.movedOn)))
      .map((row) => ({ ...actionRow(row, `From ${formatDate(row.fromOn!)} to ${formatDate(row.toOn!)}: ${row.reason}`), key: row.moveId }))),
  agreed: ofActions((_, period) => between(actions.agreedOn, period.from, period.to), actions.agreedOn, (row) => `Agreed ${formatDate(row.agreedOn!)}`),
  updated: ofActions(
    (ctx, period) => inArray(actions.id, ctx.tx.select({ id: updates.actionId }).from(updates).where(between(updates.saidOn, period.from, period.to))),
    actions.reference, (row) => (row.lastUpdateOn ? `Last update ${formatDate(row.lastUpdateOn)}` : 'Updated'),
  ),
  'evidence-checked': ofActions(
    (ctx, period) => inArray(actions.id, ctx.tx.select({ id: evidence.actionId }).from(evidence).where(between(evidence.checkedOn, period.from, period.to))),
    actions.reference, () => 'Evidence checked in the period',
  ),
  'awaiting-check': ofActions(() => and(isNotNull(actions.completeOn), isNull(actions.checkedOn), isNull(actions.aside)), actions.completeOn, (row) => `Said to be complete ${formatDate(row.completeOn!)}`),
  checked: ofActions((_, period) => between(actions.checkedOn, period.from, period.to), actions.checkedOn, (row) => `Checked ${formatDate(row.checkedOn!)}`),
  challenges: few(async (ctx, period) => (await listChallenges(ctx)).filter((one) => one.raisedOn >= period.from && one.raisedOn <= period.to).map(challengeRow)),
  'challenges-open': few(async (ctx) => (await listChallenges(ctx, { state: 'open' })).map(challengeRow)),
  'not-stated': ofActions(() => eq(actions.ragFixed, 'not_stated'), actions.reference, (row) => [`the document says: ${row.statedStatus ?? 'not stated'}`, row.document, row.documentPage].filter(Boolean).join(', ')),
};

function challengeRow(row: ChallengeListed): FigureRow {
  const state = row.closedOn ? `closed ${formatDate(row.closedOn)}` : row.answeredOn ? `answered ${formatDate(row.answeredOn)}` : `answer asked for by ${formatDate(row.dueOn)}`;
  return { key: row.id, reference: row.reference, title: topicNames[row.topic], href: `/challenges/${row.reference}`, because: `${row.raisedByAgency ?? row.raisedBy} to ${row.aboutAgency}, ${state}`, example: row.example };
}

/** The decisions that stand: one that was made again counts once, as it was made last, and says what it is in place of. */
async function standingDecisions(ctx: ReadContext, period: Period): Promise<FigureRow[]> {
  const [earlier, later] = [alias(decisions, 'earlier'), alias(decisions, 'later')];
  const rows = await ctx.tx
    .select({ ...named, decisionId: decisions.id, outcome: decisions.outcome, decidedFrom: decisions.decidedFrom, was: earlier.outcome, wasFrom: earlier.decidedFrom, againOn: later.openedOn })
    .from(decisions)
    .innerJoin(sources, eq(sources.id, decisions.reviewId))
    .leftJoin(earlier, eq(earlier.id, decisions.supersedesId))
    .leftJoin(later, eq(later.supersedesId, decisions.id))
    .where(and(isNotNull(decisions.outcome), isNull(later.outcome), between(decisions.decidedFrom, period.from, period.to)))
    .orderBy(asc(decisions.decidedFrom));
  return rows.map((row) => ({
    ...reviewRow(row, [
      `${wordFor(outcomeLabels, row.outcome!)}, ${formatDate(row.decidedFrom!)}`,
      row.was && `in place of “${wordFor(outcomeLabels, row.was)}” of ${formatDate(row.wasFrom!)}`,
      row.againOn && `put to the partners again ${formatDate(row.againOn)}`,
    ].filter(Boolean).join(', ')),
    key: row.decisionId,
  }));
}

function recommendationRow(row: typeof recommendations.$inferSelect, because: string): FigureRow {
  return { key: row.id, reference: row.reference, title: row.text, href: `/recommendations/${row.reference}`, because, example: row.example };
}

/** A page of rows is never longer than this; above it says how many there are in all. */
export const mostRows = 1000;

export async function listFigureRows(ctx: ReadContext, figure: Figure, period: Period): Promise<FigureFound> {
  const found = await figures[figure](ctx, period, mostRows);
  await noteReviews(ctx, found.rows, `/assurance/rows/${figure}`);
  return found;
}

export type Assurance = {
  /** For each figure how many there are, and the first few of them. */
  figures: Record<Figure, FigureFound>;
  byRag: Record<Rag, number>;
  byAgency: AgencyRags[];
  levels: { level: string; count: number }[];
  example: boolean;
};

const shownOfEach = 10;

/** Everything of the assurance page for a period, counted live from the records the reader may see. */
export async function getAssurance(ctx: ReadContext, period: Period): Promise<Assurance> {
  const names = Object.keys(figures) as Figure[];
  const [counted, byRag, byAgency, levels] = await Promise.all([
    Promise.all(names.map(async (name) => [name, await figures[name](ctx, period, shownOfEach)] as const)),
    countByRag(ctx), countByAgencyAndRag(ctx), countByLevel(ctx),
  ]);
  const shown = counted.flatMap(([, figure]) => figure.rows);
  await noteReviews(ctx, shown, '/assurance');
  return { figures: Object.fromEntries(counted) as Assurance['figures'], byRag, byAgency, levels, example: shown.some((row) => row.example) };
}

/** A page that lists reviews that are not published shows *case*, and says who saw it. */
async function noteReviews(ctx: ReadContext, rows: FigureRow[], place: string): Promise<void> {
  const references = [...new Set(rows.filter((row) => row.href.startsWith('/reviews/')).map((row) => row.reference))];
  if (references.length === 0) return;
  const shown = await ctx.tx.select({ id: sources.id }).from(sources).where(and(inArray(sources.reference, references), sourceIsCase()));
  await ctx.recordView({ kind: 'listed', place, sensitivity: 'case', reviewIds: shown.map((row) => row.id) });
}

export type Year = {
  reviews: YearReviews;
  linesOfEnquiry: FigureRow[];
  audits: FigureRow[];
  planLines: FigureRow[];
  counts: { key: string; counted: string; value: number; quote: string | null; note: string | null; provenance: string }[];
  priorities: { number: number; kind: string; title: string; reportingYear: string }[];
  years: string[];
  provenance: string | null;
};

const provenanceOf = (row: { document: string | null; documentPage: string | null }) => [row.document, row.documentPage].filter(Boolean).join(', ');

/** One reporting year from the records: real ones only. Invented records are counted in no year. */
export async function getYear(ctx: ReadContext, year: string): Promise<Year> {
  const [rows, origins, others, lines, counts, nextPriorities, years] = await Promise.all([
    ctx.tx.select({ source: sources, kind: reviews.kind, expectedYear: reviews.expectedYear, outcome: reviews.outcome }).from(reviews).innerJoin(sources, eq(sources.id, reviews.id)).where(eq(sources.example, false)).orderBy(asc(sources.title)),
    ctx.tx.select({ reviewId: reviewOrigins.reviewId, originReviewId: reviewOrigins.originReviewId }).from(reviewOrigins),
    ctx.tx.select().from(sources).where(and(eq(sources.example, false), inArray(sources.kind, ['audit', 'line_of_enquiry']), eq(sources.reportingYear, year))).orderBy(asc(sources.reference)),
    ctx.tx.selectDistinct({ ...action, statedStatus: actions.statedStatus, document: actions.document, documentPage: actions.documentPage }).from(actions).innerJoin(actionSources, eq(actionSources.actionId, actions.id)).innerJoin(sources, eq(sources.id, actionSources.sourceId))
      .where(and(eq(actions.example, false), eq(sources.example, false), eq(sources.reportingYear, year))).orderBy(asc(actions.reference)),
    ctx.tx.select().from(reportedCounts).where(and(eq(reportedCounts.reportingYear, year), eq(reportedCounts.example, false))).orderBy(asc(reportedCounts.key)),
    ctx.tx.select().from(priorities).where(eq(priorities.example, false)).orderBy(asc(priorities.number)),
    ctx.tx.selectDistinct({ year: sources.reportingYear }).from(sources).where(eq(sources.example, false)).orderBy(asc(sources.reportingYear)),
  ]);
  const yearReviews = rows.map(({ source, kind, expectedYear, outcome }): YearReview => ({
    id: source.id, reference: source.reference, title: source.title, kind, expectedYear, outcome, recordBasis: source.recordBasis, carriedFromYear: source.carriedFromYear, reportingYear: source.reportingYear,
    undertaken: { from: source.undertakenFrom, to: source.undertakenTo }, completed: { from: source.completedFrom, to: source.completedTo }, provenance: provenanceOf(source) || null,
  }));
  const sourceRow = (row: typeof sources.$inferSelect): FigureRow => ({
    key: row.id, reference: row.reference, title: row.title, href: `/plan?source=${row.reference}`, example: row.example,
    because: [row.completedFrom ? `completed ${periodWords({ from: row.completedFrom, precision: row.completedPrecision })}` : row.undertakenFrom ? `undertaken ${periodWords({ from: row.undertakenFrom, precision: row.undertakenPrecision })}` : null, provenanceOf(row)].filter(Boolean).join(', '),
  });
  return {
    reviews: reviewsOfYear(yearReviews, origins, year),
    linesOfEnquiry: others.filter((row) => row.kind === 'line_of_enquiry').map(sourceRow),
    audits: others.filter((row) => row.kind === 'audit').map(sourceRow),
    planLines: lines.map((row) => actionRow(row, `${row.statedStatus ?? 'not stated'}, ${provenanceOf(row)}`)),
    counts: counts.map((row) => ({ key: row.key, counted: row.counted, value: row.value, quote: row.quote, note: row.note, provenance: provenanceOf(row) })),
    priorities: nextPriorities.map((row) => ({ number: row.number, kind: row.kind, title: row.title, reportingYear: row.reportingYear })),
    years: years.map((row) => row.year),
    provenance: yearReviews.find((review) => review.reportingYear === year)?.provenance ?? null,
  };
}

/** The rows behind one figure of a year. */
export async function listYearRows(ctx: ReadContext, year: string, figure: YearFigure): Promise<FigureRow[]> {
  const found = await getYear(ctx, year);
  const ofReviews = (some: YearReview[]) => some.map((review): FigureRow => ({
    key: review.id, reference: review.reference, title: review.title, href: `/reviews/${review.reference}`, example: false,
    because: [review.completed.from ? 'completed' : review.expectedYear ? `expected in ${review.expectedYear}` : null, review.provenance].filter(Boolean).join(', '),
  }));
  const rows: Record<YearFigure, () => FigureRow[]> = {
    'rapid-reviews': () => ofReviews(found.reviews.undertaken),
    progressed: () => ofReviews(found.reviews.progressed),
    'lcsprs-completed': () => ofReviews(found.reviews.completed),
    'lcsprs-not-completed': () => ofReviews(found.reviews.still),
    'carried-over': () => ofReviews(found.reviews.carriedOver),
    'lines-of-enquiry': () => found.linesOfEnquiry,
    audits: () => found.audits,
    'plan-lines': () => found.planLines,
  };
  const shown = rows[figure]();
  await noteReviews(ctx, shown, `/assurance/years/${year}/${figure}`);
  return shown;
}

/** The newest year of which a report's own numbers are recorded: what the first screen points to. Nothing where there is none. */
export async function findReportedYear(ctx: ReadContext): Promise<string | null> {
  const [row] = await ctx.tx.select({ year: sql<string | null>`max(${reportedCounts.reportingYear})` }).from(reportedCounts).where(eq(reportedCounts.example, false));
  return row?.year ?? null;
}

/** The actions behind one bar of the assurance page: those one agency owns, or those whose checked evidence reaches one level and no further. */
export async function listBarRows(ctx: ReadContext, by: 'owner' | 'level', key: string): Promise<{ rows: FigureRow[]; count: number }> {
  const reached = sql<string>`coalesce((select ${levelReached} from ${evidence} e where e.action_id = ${actions}.id), 0)`;
  const step = ['none', ...levels].indexOf(key);
  const where = by === 'owner'
    ? and(key === 'nobody' ? isNull(actions.ownerAgencyId) : eq(actions.ownerAgencyId, key), sql`${actions.ragFixed} is distinct from 'not_stated'`)
    : and(isNotNull(actions.agreedOn), isNull(actions.aside), sql`${reached} = ${step}`);
  const [rows, counted] = await Promise.all([
    ctx.tx.select().from(actions).where(where).orderBy(asc(actions.dueOn), asc(actions.reference)).limit(mostRows),
    ctx.tx.select({ count: sql<number>`count(*)::int` }).from(actions).where(where),
  ]);
  return { rows: rows.map((row) => actionRow(row, row.dueOn ? `Due ${formatDate(row.dueOn)}` : 'No due date')), count: counted[0]?.count ?? 0 };
}
