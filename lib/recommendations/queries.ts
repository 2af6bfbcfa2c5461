import 'server-only';
import { and, asc, desc, eq, ilike, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { agencies, groups, persons, recommendationAddressees, recommendations, reviews, sources } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { holds, mayDo } from '@/lib/access/rights';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { latestNameOfAgency, namesOfAgencies } from '@/lib/partnership/queries';
import type { AcceptRecommendationInput, ChangeRecommendationInput } from '@/lib/recommendations/input';
import { acceptanceFields, acceptanceLabels, addressedLabels, hiddenReview, recommendationFields } from '@/lib/recommendations/labels';
import { acceptsAs } from '@/lib/recommendations/policy';
import { accepterOf, accepterWords, showsCase, stateOf, type AcceptanceFilter, type Compared, type Sort } from '@/lib/recommendations/rules';
import { howLabels } from '@/lib/reviews/labels';

/** How many rows a page of the list shows. */
export const perPage = 50;

/** An agency that was taken off a draft is addressed no longer. */
export const isAddressed = isNull(recommendationAddressees.removedOn);

export type RecommendationFilter = { /** The reference of a source. */ source?: string; acceptance?: AcceptanceFilter; /** The id of an agency it is addressed to. */ agency?: string; q?: string; example?: boolean; sort?: Sort; page?: number };

/** Where a recommendation comes from, as the reader may see it; null for a review that is not theirs to see. */
export type SourceShown = { id: string; reference: string; title: string; kind: NonNullable<Row['sourceKind']> } | null;

export type RecommendationListed = Omit<Row, 'sourceId' | 'sourceReference' | 'sourceTitle'> & {
  source: SourceShown;
  /** Its source in words: "Child R (RR-2026-7KQ4)", or "a review not yet published". */
  sourceWords: string;
  state: ReturnType<typeof stateOf>;
  /** The agencies it is addressed to, where it is addressed to agencies. */
  addressees: { id: string; name: string }[];
  /** "The whole partnership", "Example NHS Trust", "Department for Education". */
  addressedWords: string;
};

const listed = {
  id: recommendations.id, reference: recommendations.reference, text: recommendations.text, outcome: recommendations.outcome, measure: recommendations.measure, byWhen: recommendations.byWhen,
  addressedTo: recommendations.addressedTo, nationalBody: recommendations.nationalBody, acceptance: recommendations.acceptance, acceptedOn: recommendations.acceptedOn, releasedAt: recommendations.releasedAt, recordedAt: recommendations.recordedAt,
  example: recommendations.example, recordBasis: recommendations.recordBasis, document: recommendations.document, documentPage: recommendations.documentPage, reviewId: recommendations.reviewId,
  sourceId: sources.id, sourceReference: sources.reference, sourceTitle: sources.title, sourceKind: sources.kind, sourceBasis: sources.recordBasis, reviewKind: reviews.kind, isPublished: reviews.isPublished,
};

function readListed(ctx: ReadContext, where: SQL | undefined) {
  return ctx.tx
    .select(listed)
    .from(recommendations)
    // Not inner: the source of a recommendation that one may read can be a review that one may not.
    .leftJoin(sources, eq(sources.id, recommendations.sourceId))
    .leftJoin(reviews, eq(reviews.id, recommendations.reviewId))
    .where(where)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof readListed>>[number];

async function withAddressees(ctx: ReadContext, rows: Row[]): Promise<RecommendationListed[]> {
  const ids = rows.map((row) => row.id);
  const links = ids.length === 0 ? [] : await ctx.tx
    .select({ recommendationId: recommendationAddressees.recommendationId, id: recommendationAddressees.agencyId, name: latestNameOfAgency(recommendationAddressees.agencyId) })
    .from(recommendationAddressees).innerJoin(agencies, eq(agencies.id, recommendationAddressees.agencyId))
    .where(and(inArray(recommendationAddressees.recommendationId, ids), isAddressed)).orderBy(asc(agencies.position), asc(agencies.id));
  return rows.map(({ sourceId, sourceReference, sourceTitle, ...row }) => {
    const addressees = row.addressedTo === 'agencies' ? links.filter((link) => link.recommendationId === row.id).map(({ id, name }) => ({ id, name })) : [];
    return {
      ...row,
      source: sourceId && row.sourceKind ? { id: sourceId, reference: sourceReference!, title: sourceTitle!, kind: row.sourceKind } : null,
      sourceWords: sourceReference ? `${sourceTitle} (${sourceReference})` : hiddenReview,
      state: stateOf(row),
      addressees,
      addressedWords: addressedWords(row, addressees),
    };
  });
}

function addressedWords(row: Pick<Row, 'addressedTo' | 'nationalBody'>, addressees: { name: string }[]): string {
  switch (row.addressedTo) {
    case 'partnership': return addressedLabels.partnership;
    case 'agencies': return addressees.map((agency) => agency.name).join(', ') || 'Agencies not chosen yet';
    case 'national': return row.nationalBody ?? addressedLabels.national;
  }
}

function whereOf(filter: RecommendationFilter): SQL | undefined {
  const like = filter.q && `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return and(
    filter.source ? eq(sources.reference, filter.source) : undefined,
    filter.acceptance === undefined ? undefined : filter.acceptance === 'draft' ? isNull(recommendations.acceptance) : eq(recommendations.acceptance, filter.acceptance),
    filter.agency ? sql`${recommendations.addressedTo} = 'agencies' and ${recommendations.id} in (select a.recommendation_id from ${recommendationAddressees} a where a.agency_id = ${filter.agency} and a.removed_on is null)` : undefined,
    like ? or(ilike(recommendations.reference, like), ilike(recommendations.text, like), ilike(recommendations.outcome, like)) : undefined,
    filter.example === undefined ? undefined : eq(recommendations.example, filter.example),
  );
}

/** The reviews not published whose text or name is shown with these: *case*. */
const casesShown = (shown: Pick<RecommendationListed, 'state' | 'reviewId' | 'isPublished' | 'sourceBasis'>[]) =>
  shown.flatMap((recommendation) => (recommendation.reviewId !== null && !recommendation.isPublished && showsCase(recommendation) ? [recommendation.reviewId] : []));

const newestFirst = [desc(sql`length(${recommendations.reference})`), desc(recommendations.reference)];
const soonestFirst = [sql`${recommendations.byWhen} asc nulls last`, ...newestFirst];

export type RecommendationsFound = { recommendations: RecommendationListed[]; total: number; page: number };

/** One page of the recommendations that the reader may see, and how many there are in all. What is *case* is noted as listed. */
export async function listRecommendations(ctx: ReadContext, filter: RecommendationFilter = {}): Promise<RecommendationsFound> {
  const page = Math.max(1, filter.page ?? 1);
  const rows = await readListed(ctx, whereOf(filter)).orderBy(...(filter.sort === 'when' ? soonestFirst : newestFirst)).limit(perPage).offset((page - 1) * perPage);
  const total = rows.length < perPage && page === 1 ? rows.length : await countRecommendations(ctx, filter);
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const shown = await withAddressees(ctx, rows);
  await ctx.recordView({ kind: 'listed', place: '/recommendations', sensitivity: 'case', reviewIds: casesShown(shown), filter: Object.fromEntries(asked) });
  return { recommendations: shown, total, page };
}

/** How many recommendations the reader may see that fit. */
export async function countRecommendations(ctx: ReadContext, filter: RecommendationFilter = {}): Promise<number> {
  const [row] = await ctx.tx.select({ count: sql<number>`count(*)::integer` }).from(recommendations).leftJoin(sources, eq(sources.id, recommendations.sourceId)).where(whereOf(filter));
  return row?.count ?? 0;
}

/** How many recommendations of one source the reader may see. */
export async function countRecommendationsOfSource(ctx: ReadContext, sourceId: string): Promise<number> {
  return ctx.tx.$count(recommendations, eq(recommendations.sourceId, sourceId));
}

/**
 * The recommendations of one source, in the order in which they were written: for the page of a review. A review worked on here is noted
 * by that page as opened, and not again; of one that is not, the drafts are what there is to note.
 */
export async function listRecommendationsOfSource(ctx: ReadContext, sourceId: string): Promise<RecommendationListed[]> {
  const rows = await readListed(ctx, eq(recommendations.sourceId, sourceId)).orderBy(asc(sql`length(${recommendations.reference})`), asc(recommendations.reference));
  const shown = await withAddressees(ctx, rows);
  await ctx.recordView({ kind: 'listed', place: '/reviews/[reference]', sensitivity: 'case', reviewIds: casesShown(shown.filter((one) => one.state === 'draft' && one.sourceBasis !== 'worked_here')) });
  return shown;
}

/** Those of these recommendations that the reader may see, in the order in which they were written. What is *case* is noted as listed there. */
export async function listRecommendationsByIds(ctx: ReadContext, ids: string[], place: string): Promise<RecommendationListed[]> {
  if (ids.length === 0) return [];
  const shown = await withAddressees(ctx, await readListed(ctx, inArray(recommendations.id, ids)).orderBy(asc(sql`length(${recommendations.reference})`), asc(recommendations.reference)));
  await ctx.recordView({ kind: 'listed', place, sensitivity: 'case', reviewIds: casesShown(shown) });
  return shown;
}

/** Drafts whose acceptance the reader may record, the oldest first: for the first screen. */
export async function listToAccept(ctx: ReadContext, limit = 20): Promise<RecommendationListed[]> {
  if (!mayDo(ctx.actor, 'accept-recommendation')) return [];
  const rows = await readListed(ctx, and(isNull(recommendations.acceptance), eq(recommendations.recordBasis, 'worked_here'))).orderBy(asc(recommendations.recordedAt)).limit(500);
  const reviewIds = await listWorkableReviewIds(ctx, 'change');
  const mine = (await withAddressees(ctx, rows))
    .filter((row) => acceptsAs(ctx.actor, { ...row, isOnMyList: row.reviewId !== null && reviewIds.includes(row.reviewId) }) !== null).slice(0, limit);
  await ctx.recordView({ kind: 'listed', place: '/', sensitivity: 'case', reviewIds: casesShown(mine) });
  return mine;
}

/** The reviews on whose list the reader is, in a capacity that writes or changes recommendations. */
async function listWorkableReviewIds(ctx: ReadContext, operation: 'add' | 'change'): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ ids: string[] }>(sql`select app.my_reviews('draftRecommendations', ${operation}) as ids`);
  return row?.ids ?? [];
}

export type Recommendation = Awaited<ReturnType<typeof getRecommendation>>;

/** One recommendation, for its page. Reading a draft of a review that is not published is noted, and so is being told that it comes from one. */
export async function getRecommendation(ctx: ReadContext, reference: string) {
  const recommendation = await getRecommendationToWrite(ctx, reference);
  await ctx.recordView({ kind: 'opened', place: '/recommendations/[reference]', sensitivity: 'case', reviewIds: casesShown([recommendation]) });
  return recommendation;
}

/** The same for a command, which shows nothing of it. */
export async function getRecommendationToWrite(ctx: ReadContext, reference: string) {
  const [writer, recorder, releaser] = [alias(persons, 'writer'), alias(persons, 'recorder'), alias(persons, 'releaser')];
  const [found] = await readListed(ctx, eq(recommendations.reference, reference)).limit(1);
  const [row] = await withAddressees(ctx, found ? [found] : []);
  const recommendation = foundOr404(row, 'recommendation');
  const [more] = await ctx.tx
    .select({
      baseline: recommendations.baseline, target: recommendations.target, measureOn: recommendations.measureOn, acceptanceReason: recommendations.acceptanceReason, acceptanceHow: recommendations.acceptanceHow, acceptanceNote: recommendations.acceptanceNote,
      acceptedByGroupId: recommendations.acceptedByGroupId, acceptedByGroup: groups.name, acceptedByAgency: latestNameOfAgency(recommendations.acceptedByAgencyId), acceptanceRecordedBy: recorder.name,
      releasedBy: releaser.name, writtenById: recommendations.writtenById, writtenBy: writer.name, version: recommendations.version,
    })
    .from(recommendations)
    .leftJoin(groups, eq(groups.id, recommendations.acceptedByGroupId))
    .leftJoin(recorder, eq(recorder.id, recommendations.acceptanceRecordedById))
    .leftJoin(releaser, eq(releaser.id, recommendations.releasedById))
    .leftJoin(writer, eq(writer.id, recommendations.writtenById))
    .where(eq(recommendations.id, recommendation.id));
  const reviewIds = recommendation.reviewId ? await listWorkableReviewIds(ctx, 'change') : [];
  return { ...recommendation, ...foundOr404(more, 'recommendation'), isOnMyList: recommendation.reviewId !== null && reviewIds.includes(recommendation.reviewId) };
}

export type SourceToWriteOn = { id: string; reference: string; title: string; kind: NonNullable<Row['sourceKind']>; reviewId: string | null; example: boolean; isOnMyList: boolean };

const toWriteOn = { id: sources.id, reference: sources.reference, title: sources.title, kind: sources.kind, reviewId: sources.reviewId, example: sources.example };

/** The source that a new recommendation is to come from. */
export async function getSourceToWriteOn(ctx: ReadContext, reference: string): Promise<SourceToWriteOn> {
  const source = foundOr404((await ctx.tx.select(toWriteOn).from(sources).where(eq(sources.reference, reference)))[0], 'source');
  return { ...source, isOnMyList: source.reviewId !== null && (await listWorkableReviewIds(ctx, 'add')).includes(source.reviewId) };
}

/** The sources that the reader may write a recommendation on, newest first. Reviews that are not published are noted as listed. */
export async function listSourcesToWriteOn(ctx: ReadContext): Promise<SourceToWriteOn[]> {
  const reviewIds = await listWorkableReviewIds(ctx, 'add');
  if (!holds(ctx.actor, 'BU') && reviewIds.length === 0) return [];
  const rows = await ctx.tx
    .select({ ...toWriteOn, isCase: sourceIsCase() })
    .from(sources)
    .where(holds(ctx.actor, 'BU') ? undefined : inArray(sources.reviewId, reviewIds))
    .orderBy(desc(sources.reportingYear), desc(sources.recordedAt)).limit(200);
  await ctx.recordView({ kind: 'listed', place: '/recommendations/new', sensitivity: 'case', reviewIds: rows.flatMap((row) => (row.isCase ? [row.id] : [])) });
  return rows.map(({ isCase: _, ...row }) => ({ ...row, isOnMyList: row.reviewId !== null && reviewIds.includes(row.reviewId) }));
}

/** The sources of the recommendations that the reader may see, by title: to narrow the list to one. */
export async function listSourceFilterOptions(ctx: ReadContext): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.tx
    .selectDistinct({ reference: sources.reference, title: sources.title })
    .from(recommendations).innerJoin(sources, eq(sources.id, recommendations.sourceId)).orderBy(asc(sources.title), asc(sources.reference)).limit(300);
  return rows.map((row) => ({ value: row.reference, label: `${row.title} (${row.reference})` }));
}

/** The agencies that recommendations the reader may see are addressed to. */
export async function listAgencyFilterOptions(ctx: ReadContext): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.tx
    .selectDistinct({ id: agencies.id, name: latestNameOfAgency(agencies.id) })
    .from(recommendationAddressees).innerJoin(agencies, eq(agencies.id, recommendationAddressees.agencyId)).where(isAddressed).limit(300);
  return rows.map((row) => ({ value: row.id, label: row.name })).sort((a, b) => a.label.localeCompare(b.label));
}

/** What a new text is compared with: every recommendation the reader may see, but the one itself. Their words are compared, not shown. */
export async function listTextsToCompare(ctx: ReadContext, exceptReference?: string): Promise<Compared[]> {
  const rows = await ctx.tx.select({ reference: recommendations.reference, text: recommendations.text }).from(recommendations).orderBy(...newestFirst).limit(2000);
  return rows.filter((row) => row.reference !== exceptReference);
}

type Answers = Pick<ChangeRecommendationInput, 'text' | 'addressedTo' | 'nationalBody' | 'outcome' | 'measure' | 'baseline' | 'target' | 'agencies'> & { measureOn: string | null; byWhen: string | null };

/** What the recommendation holds now, beside what somebody typed over an older version of it. */
export async function theirRecommendation(ctx: ReadContext, input: ChangeRecommendationInput): Promise<Theirs> {
  const row = await getRecommendation(ctx, input.reference);
  const names = await namesOfAgencies(ctx);
  const inWords = (answers: Answers): Record<keyof typeof recommendationFields, string> => ({
    text: answers.text, addressedTo: addressedLabels[answers.addressedTo], nationalBody: answers.addressedTo === 'national' ? (answers.nationalBody ?? '') : '',
    agencies: answers.addressedTo === 'agencies' ? answers.agencies.map((id) => names.get(id) ?? '').sort().join(', ') : '',
    byWhen: formatDateIfAny(answers.byWhen), outcome: answers.outcome, measure: answers.measure, baseline: answers.baseline ?? '', target: answers.target ?? '', measureOn: formatDateIfAny(answers.measureOn),
  });
  return { version: row.version, fields: sideBySide(recommendationFields, inWords({ ...row, agencies: row.addressees.map((agency) => agency.id) }), inWords(input)) };
}

/** How its acceptance is recorded now, beside what somebody whose form is older would record. */
export async function theirAcceptance(ctx: ReadContext, input: AcceptRecommendationInput): Promise<Theirs> {
  const row = await getRecommendation(ctx, input.reference);
  const onBehalf = acceptsAs(ctx.actor, row) === 'on_behalf';
  const [group] = input.group && accepterOf(row) === 'engine_room' ? await ctx.tx.select({ name: groups.name }).from(groups).where(eq(groups.id, input.group)) : [];
  const theirs = {
    acceptance: row.acceptance ? acceptanceLabels[row.acceptance] : '', reason: row.acceptanceReason ?? '', group: row.acceptedByGroup ?? '', acceptedOn: formatDateIfAny(row.acceptedOn),
    how: row.acceptanceHow ? howLabels[row.acceptanceHow] : '', howNote: row.acceptanceNote ?? '',
  };
  const yours = {
    acceptance: acceptanceLabels[input.acceptance], reason: input.reason ?? '', group: group?.name ?? '', acceptedOn: formatDate(input.acceptedOn),
    how: onBehalf ? (input.how ? howLabels[input.how] : '') : howLabels.in_person, howNote: input.howNote ?? '',
  };
  return { version: row.version, fields: sideBySide(acceptanceFields(accepterWords(row), onBehalf), theirs, yours) };
}

/** It is released or it is not: there is nothing typed to set beside it. */
export async function theirRelease(ctx: ReadContext, input: { reference: string }): Promise<Theirs> {
  return { version: (await getRecommendation(ctx, input.reference)).version, fields: [] };
}
