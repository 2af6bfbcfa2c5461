import 'server-only';
import { and, asc, desc, eq, ilike, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { agencies, findingAgencies, findingRecommendations, findingRepeats, findings, findingThemes, groups, persons, recommendations, reviews, sources, themes } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { mayDo } from '@/lib/access/rights';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { latestNameOfAgency, namesOfAgencies } from '@/lib/partnership/queries';
import { hiddenReview } from '@/lib/recommendations/labels';
import { listRecommendationsByIds, type RecommendationListed } from '@/lib/recommendations/queries';
import { inOneLine } from '@/lib/recommendations/rules';
import type { AgreeFindingInput, AnswerFindingInput, ChangeFindingInput, ConnectFindingInput } from '@/lib/recommendations/findings/input';
import { agreementFields, agreementLabels, agreerLabels, answerFields, answerLabels, connectionFields, findingFields, kindLabels, levelLabels } from '@/lib/recommendations/findings/labels';
import { agreesAs } from '@/lib/recommendations/findings/policy';
import { agreerOf, likelyRepeats, placesIn, showsCase, stateOf, type FindingsView, type Place, type StateFilter } from '@/lib/recommendations/findings/rules';
import { readThemes } from '@/lib/recommendations/themes/queries';
import { countedAs, countedTogether } from '@/lib/recommendations/themes/rules';
import { howLabels, sourceKindLabels } from '@/lib/reviews/labels';

/** How many rows a page of the register shows. */
export const perPage = 50;

const listed = {
  id: findings.id, reference: findings.reference, kind: findings.kind, level: findings.level, text: findings.text, agreement: findings.agreement, decidedOn: findings.decidedOn, answer: findings.answer, answeredOn: findings.answeredOn,
  recordedAt: findings.recordedAt, example: findings.example, recordBasis: findings.recordBasis, document: findings.document, documentPage: findings.documentPage, reviewId: findings.reviewId, ofSource: findings.sourceId,
  sourceId: sources.id, sourceReference: sources.reference, sourceTitle: sources.title, sourceKind: sources.kind, sourceBasis: sources.recordBasis, year: sources.reportingYear, reviewKind: reviews.kind, isPublished: reviews.isPublished,
};

function readListed(ctx: ReadContext, where: SQL | undefined) {
  return ctx.tx
    .select(listed)
    .from(findings)
    // Not inner: the source of a finding that one may read can be a review that one may not.
    .leftJoin(sources, eq(sources.id, findings.sourceId))
    .leftJoin(reviews, eq(reviews.id, findings.reviewId))
    .where(where)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof readListed>>[number];

export type FindingListed = Omit<Row, 'sourceReference' | 'sourceTitle' | 'ofSource'> & {
  /** Where it comes from, as the reader may see it; null for a review that is not theirs to see. */
  source: { id: string; reference: string; title: string; kind: NonNullable<Row['sourceKind']> } | null;
  sourceWords: string;
  state: ReturnType<typeof stateOf>;
  /** Its themes as they are counted today. */
  themes: { id: string; name: string }[];
  /** Where it stands among those that say the same, as far as the reader may see them. */
  place: Place | null;
};

async function withBeside(ctx: ReadContext, rows: Row[]): Promise<FindingListed[]> {
  const ids = rows.map((row) => row.id);
  const [tags, tree, places] = ids.length === 0 ? [[], { themes: [], changes: [] }, new Map<string, Place>()] : [
    await ctx.tx.select({ findingId: findingThemes.findingId, themeId: findingThemes.themeId }).from(findingThemes).where(and(inArray(findingThemes.findingId, ids), isNull(findingThemes.removedOn))),
    await readThemes(ctx),
    await readPlaces(ctx),
  ];
  return rows.map(({ sourceReference, sourceTitle, ofSource: _, ...row }) => {
    const own = new Set(tags.filter((tag) => tag.findingId === row.id).map((tag) => countedAs(tag.themeId, tree.changes, ctx.today)));
    return {
      ...row,
      source: row.sourceId && row.sourceKind ? { id: row.sourceId, reference: sourceReference!, title: sourceTitle!, kind: row.sourceKind } : null,
      sourceWords: sourceReference ? `${sourceTitle} (${sourceReference})` : hiddenReview,
      state: stateOf(row),
      themes: tree.themes.filter((theme) => own.has(theme.id)).map(({ id, name }) => ({ id, name })),
      place: places.get(row.id) ?? null,
    };
  });
}

/** The place of every finding that the reader may see in its chain of repeats. A link is there for whoever sees both its ends. */
async function readPlaces(ctx: ReadContext): Promise<Map<string, Place>> {
  const links = await ctx.tx.select({ findingId: findingRepeats.findingId, earlierId: findingRepeats.earlierId }).from(findingRepeats).where(isNull(findingRepeats.removedOn));
  if (links.length === 0) return new Map();
  const ids = [...new Set(links.flatMap((link) => [link.findingId, link.earlierId]))];
  const dated = await ctx.tx.select({ id: findings.id, year: sources.reportingYear, recordedAt: findings.recordedAt }).from(findings).leftJoin(sources, eq(sources.id, findings.sourceId)).where(inArray(findings.id, ids));
  return placesIn(links, dated);
}

export type FindingFilter = Partial<Pick<FindingsView, 'theme' | 'from' | 'year' | 'kind' | 'state' | 'repeats' | 'q' | 'sort' | 'page'>> & { sourceId?: string };

function ofState(state: StateFilter): SQL {
  switch (state) {
    case 'draft': return isNull(findings.agreement);
    case 'not_agreed': return eq(findings.agreement, 'not_agreed');
    case 'open': return sql`${findings.agreement} = 'agreed' and ${findings.kind} = 'gap' and ${findings.answer} is null and ${findings.recordBasis} = 'worked_here'`;
    case 'addressed':
    case 'accepted_without_action': return eq(findings.answer, state);
  }
}

/** What is found again: a chain of two at least, both of which the reader sees. */
const isRepeat = sql`exists (select 1 from ${findingRepeats} r where r.removed_on is null and (r.finding_id = ${findings.id} or r.earlier_id = ${findings.id}))`;

async function whereOf(ctx: ReadContext, filter: FindingFilter): Promise<SQL | undefined> {
  const like = filter.q && `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const themed = filter.theme ? await readThemesUnder(ctx, filter.theme) : null;
  return and(
    filter.sourceId ? eq(findings.sourceId, filter.sourceId) : undefined,
    themed ? sql`exists (select 1 from ${findingThemes} t where t.finding_id = ${findings.id} and t.removed_on is null and ${inArray(sql`t.theme_id`, themed)})` : undefined,
    filter.from ? (Object.hasOwn(sourceKindLabels, filter.from) ? eq(sources.kind, filter.from as NonNullable<Row['sourceKind']>) : eq(sources.reference, filter.from)) : undefined,
    filter.year ? eq(sources.reportingYear, filter.year) : undefined,
    filter.kind ? eq(findings.kind, filter.kind) : undefined,
    filter.state ? ofState(filter.state) : undefined,
    filter.repeats ? isRepeat : undefined,
    like ? or(ilike(findings.reference, like), ilike(findings.text, like), ilike(findings.why, like)) : undefined,
  );
}

/** The themes that are counted today as this one, or under this set; of one that was merged, as the other. */
async function readThemesUnder(ctx: ReadContext, id: string): Promise<string[]> {
  const { themes: all, changes } = await readThemes(ctx);
  const under = all.filter((theme) => theme.id === id || theme.parentId === id).map((theme) => countedAs(theme.id, changes, ctx.today));
  const counted = countedTogether(under, all.map((theme) => theme.id), changes, ctx.today);
  // None that is not a theme: then nothing fits.
  return counted.length > 0 ? counted : [id];
}

const casesShown = (shown: FindingListed[]) => shown.flatMap((finding) => (finding.reviewId !== null && !finding.isPublished && showsCase(finding) ? [finding.reviewId] : []));
const newestFirst = [desc(sql`length(${findings.reference})`), desc(findings.reference)];

async function orderOf(ctx: ReadContext, sort: FindingFilter['sort']): Promise<SQL[]> {
  switch (sort) {
    case undefined:
    case 'reference': return newestFirst;
    case 'year': return [sql`${sources.reportingYear} desc nulls last`, ...newestFirst];
    case 'repeats': {
      const often = [...(await readPlaces(ctx))].sort(([, a], [, b]) => b.of - a.of || b.place - a.place).map(([id]) => id);
      return [...(often.length > 0 ? [sql`array_position(array[${sql.join(often.map((id) => sql`${id}::uuid`), sql`, `)}], ${findings.id}) nulls last`] : []), ...newestFirst];
    }
  }
}

export type FindingsFound = { findings: FindingListed[]; total: number; page: number };

/** One page of the findings that the reader may see, and how many there are in all. What is *case* is noted as listed. */
export async function listFindings(ctx: ReadContext, filter: FindingFilter = {}): Promise<FindingsFound> {
  const page = Math.max(1, filter.page ?? 1);
  const where = await whereOf(ctx, filter);
  const rows = await readListed(ctx, where).orderBy(...(await orderOf(ctx, filter.sort))).limit(perPage).offset((page - 1) * perPage);
  const [counted] = rows.length < perPage && page === 1 ? [{ count: rows.length }]
    : await ctx.tx.select({ count: sql<number>`count(*)::integer` }).from(findings).leftJoin(sources, eq(sources.id, findings.sourceId)).where(where);
  const shown = await withBeside(ctx, rows);
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' || value === false ? [] : [[name, String(value)]]));
  await ctx.recordView({ kind: 'listed', place: '/findings', sensitivity: 'case', reviewIds: casesShown(shown), filter: Object.fromEntries(asked) });
  return { findings: shown, total: counted?.count ?? 0, page };
}

/** The findings of one source, in the order in which they were written: for the page of a review, which notes that it was opened. */
export async function listFindingsOfSource(ctx: ReadContext, sourceId: string): Promise<FindingListed[]> {
  const shown = await withBeside(ctx, await readListed(ctx, eq(findings.sourceId, sourceId)).orderBy(asc(sql`length(${findings.reference})`), asc(findings.reference)));
  await ctx.recordView({ kind: 'listed', place: '/reviews/[reference]', sensitivity: 'case', reviewIds: casesShown(shown.filter((one) => one.state === 'draft' && one.sourceBasis !== 'worked_here')) });
  return shown;
}

/** The findings that a recommendation answers: for its page. */
export async function listFindingsAnswered(ctx: ReadContext, recommendationId: string): Promise<FindingListed[]> {
  const links = ctx.tx.select({ id: findingRecommendations.findingId }).from(findingRecommendations).where(and(eq(findingRecommendations.recommendationId, recommendationId), isNull(findingRecommendations.removedOn)));
  const shown = await withBeside(ctx, await readListed(ctx, inArray(findings.id, links)).orderBy(asc(sql`length(${findings.reference})`), asc(findings.reference)));
  await ctx.recordView({ kind: 'listed', place: '/recommendations/[reference]', sensitivity: 'case', reviewIds: casesShown(shown) });
  return shown;
}

/** Agreed gaps that came back, the most often found first: each chain once, by its latest finding. */
export async function listRepeats(ctx: ReadContext): Promise<FindingListed[]> {
  const shown = await withBeside(ctx, await readListed(ctx, and(isRepeat, eq(findings.kind, 'gap'), eq(findings.agreement, 'agreed'))));
  const latest = shown.filter((finding) => finding.place !== null && finding.place.of > 1 && finding.place.place === finding.place.of).sort((a, b) => b.place!.of - a.place!.of || b.reference.localeCompare(a.reference));
  await ctx.recordView({ kind: 'listed', place: '/assurance', sensitivity: 'case', reviewIds: casesShown(latest) });
  return latest;
}

/** The reviews on whose list the reader is, in a capacity that writes findings or agrees them. */
async function listWorkableReviewIds(ctx: ReadContext, operation: 'add' | 'change'): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ ids: string[] }>(sql`select app.my_reviews('draftFindings', ${operation}) as ids`);
  return row?.ids ?? [];
}

export type Finding = Awaited<ReturnType<typeof getFinding>>;

/** One finding, for its page. Reading one that is not agreed, of a review that is not published, is noted, and so is being told that it comes from one. */
export async function getFinding(ctx: ReadContext, reference: string) {
  const finding = await getFindingToWrite(ctx, reference);
  await ctx.recordView({ kind: 'opened', place: '/findings/[reference]', sensitivity: 'case', reviewIds: casesShown([finding]) });
  return finding;
}

/** The same for a command, which shows nothing of it. */
export async function getFindingToWrite(ctx: ReadContext, reference: string) {
  const [writer, recorder, answerer] = [alias(persons, 'writer'), alias(persons, 'recorder'), alias(persons, 'answerer')];
  const [found] = await readListed(ctx, eq(findings.reference, reference)).limit(1);
  const [row] = await withBeside(ctx, found ? [found] : []);
  const finding = foundOr404(row, 'finding');
  const [more] = await ctx.tx
    .select({
      why: findings.why, shownBy: findings.shownBy, voice: findings.voice, ownerAgencyId: findings.ownerAgencyId, ownerAgency: latestNameOfAgency(findings.ownerAgencyId), ownerPost: findings.ownerPost,
      agreementReason: findings.agreementReason, decidedHow: findings.decidedHow, decidedNote: findings.decidedNote, decidedByGroupId: findings.decidedByGroupId, decidedByGroup: groups.name, decisionRecordedBy: recorder.name,
      answerReason: findings.answerReason, answeredBy: answerer.name, writtenById: findings.writtenById, writtenBy: writer.name, ofSource: findings.sourceId, version: findings.version,
    })
    .from(findings)
    .leftJoin(groups, eq(groups.id, findings.decidedByGroupId))
    .leftJoin(recorder, eq(recorder.id, findings.decisionRecordedById))
    .leftJoin(answerer, eq(answerer.id, findings.answeredById))
    .leftJoin(writer, eq(writer.id, findings.writtenById))
    .where(eq(findings.id, finding.id));
  const concerned = await ctx.tx
    .select({ id: findingAgencies.agencyId, name: latestNameOfAgency(findingAgencies.agencyId) })
    .from(findingAgencies).innerJoin(agencies, eq(agencies.id, findingAgencies.agencyId))
    .where(and(eq(findingAgencies.findingId, finding.id), isNull(findingAgencies.removedOn))).orderBy(asc(agencies.position), asc(agencies.id));
  const reviewIds = finding.reviewId ? await listWorkableReviewIds(ctx, 'change') : [];
  const { ofSource, ...known } = foundOr404(more, 'finding');
  return { ...finding, ...known, sourceId: ofSource, agencies: concerned, isOnMyList: finding.reviewId !== null && reviewIds.includes(finding.reviewId) };
}

export type SourceToWriteOn = { id: string; sourceId: string; reference: string; title: string; kind: NonNullable<Row['sourceKind']>; reviewId: string | null; example: boolean; isOnMyList: boolean };

/** The source that a new finding is to come from. */
export async function getSourceToFindOn(ctx: ReadContext, reference: string): Promise<SourceToWriteOn> {
  const [row] = await ctx.tx.select({ id: sources.id, sourceId: sources.id, reference: sources.reference, title: sources.title, kind: sources.kind, reviewId: sources.reviewId, example: sources.example }).from(sources).where(eq(sources.reference, reference));
  const source = foundOr404(row, 'source');
  return { ...source, isOnMyList: source.reviewId !== null && (await listWorkableReviewIds(ctx, 'add')).includes(source.reviewId) };
}

/** The sources that the reader may write a finding on, newest first. Reviews that are not published are noted as listed. */
export async function listSourcesToFindOn(ctx: ReadContext): Promise<SourceToWriteOn[]> {
  if (!mayDo(ctx.actor, 'write-finding')) return [];
  const isBusinessUnit = ctx.actor.memberships.some((held) => held.membership === 'BU');
  const [reviewIds, enquiries] = [await listWorkableReviewIds(ctx, 'add'), ctx.actor.memberships.flatMap((held) => (held.membership === 'CF' && held.sourceId ? [held.sourceId] : []))];
  const mine = [...reviewIds, ...enquiries];
  if (!isBusinessUnit && mine.length === 0) return [];
  const rows = await ctx.tx
    .select({ id: sources.id, sourceId: sources.id, reference: sources.reference, title: sources.title, kind: sources.kind, reviewId: sources.reviewId, example: sources.example, isCase: sourceIsCase() })
    .from(sources).where(isBusinessUnit ? undefined : inArray(sources.id, mine)).orderBy(desc(sources.reportingYear), desc(sources.recordedAt)).limit(200);
  await ctx.recordView({ kind: 'listed', place: '/findings/new', sensitivity: 'case', reviewIds: rows.flatMap((row) => (row.isCase ? [row.id] : [])) });
  return rows.map(({ isCase: _, ...row }) => ({ ...row, isOnMyList: row.reviewId !== null && reviewIds.includes(row.reviewId) }));
}

export type Connections = {
  /** Given to it, as they were given. */
  themes: string[];
  /** The earlier finding it repeats, and those that say the same: the whole chain but itself, as far as the reader sees it. */
  earlier: { id: string; reference: string } | null;
  chain: { reference: string; text: string; year: string | null; sourceWords: string }[];
  recommendations: RecommendationListed[];
};

/** What a finding belongs to, repeats and is answered by. */
export async function readConnections(ctx: ReadContext, finding: { id: string }): Promise<Connections> {
  const tags = await ctx.tx.select({ id: findingThemes.themeId }).from(findingThemes).where(and(eq(findingThemes.findingId, finding.id), isNull(findingThemes.removedOn)));
  const links = await ctx.tx.select({ findingId: findingRepeats.findingId, earlierId: findingRepeats.earlierId }).from(findingRepeats).where(isNull(findingRepeats.removedOn));
  const chain = new Set([finding.id]);
  for (const id of chain) for (const link of links) if (link.findingId === id || link.earlierId === id) chain.add(link.findingId === id ? link.earlierId : link.findingId);
  chain.delete(finding.id);
  const inChain = chain.size === 0 ? [] : (await withBeside(ctx, await readListed(ctx, inArray(findings.id, [...chain])))).sort((a, b) => (a.place?.place ?? 0) - (b.place?.place ?? 0));
  await ctx.recordView({ kind: 'listed', place: '/findings/[reference]', sensitivity: 'case', reviewIds: casesShown(inChain) });
  const earlierId = links.find((link) => link.findingId === finding.id)?.earlierId;
  const earlier = inChain.find((one) => one.id === earlierId);
  const answering = await ctx.tx.select({ id: findingRecommendations.recommendationId }).from(findingRecommendations).where(and(eq(findingRecommendations.findingId, finding.id), isNull(findingRecommendations.removedOn)));
  return {
    themes: tags.map((tag) => tag.id),
    earlier: earlier ? { id: earlier.id, reference: earlier.reference } : null,
    chain: inChain.map(({ reference, text, year, sourceWords }) => ({ reference, text, year, sourceWords })),
    recommendations: await listRecommendationsByIds(ctx, answering.map((link) => link.id), '/findings/[reference]'),
  };
}

/** Findings that this one may repeat, by their words: the likest of those the reader may see. Their beginnings are shown, so what is *case* is noted. */
export async function suggestEarlier(ctx: ReadContext, finding: { id: string; text: string; kind: 'gap' | 'good_practice' }): Promise<{ reference: string; text: string; year: string | null }[]> {
  const rows = await ctx.tx.select({ id: findings.id, text: findings.text }).from(findings).where(eq(findings.kind, finding.kind)).orderBy(...newestFirst).limit(2_000);
  const likely = likelyRepeats(finding.text, rows.filter((row) => row.id !== finding.id)).map((row) => row.id);
  if (likely.length === 0) return [];
  const shown = await withBeside(ctx, await readListed(ctx, inArray(findings.id, likely)));
  await ctx.recordView({ kind: 'listed', place: '/findings/[reference]/connect', sensitivity: 'case', reviewIds: casesShown(shown) });
  return likely.flatMap((id) => shown.find((one) => one.id === id) ?? []).map(({ reference, text, year }) => ({ reference, text: inOneLine(text, 140), year }));
}

/** What a finding may be answered by: the recommendations of its own source, and those that answer it already. */
export async function listAnswerOptions(ctx: ReadContext, finding: { sourceId: string }, chosen: { id: string }[]): Promise<{ value: string; label: string }[]> {
  const rows = await ctx.tx.select({ id: recommendations.id, reference: recommendations.reference, text: recommendations.text }).from(recommendations)
    .where(or(eq(recommendations.sourceId, finding.sourceId), chosen.length > 0 ? inArray(recommendations.id, chosen.map((one) => one.id)) : undefined)).orderBy(asc(sql`length(${recommendations.reference})`), asc(recommendations.reference)).limit(100);
  return rows.map((row) => ({ value: row.id, label: `${row.reference} ${inOneLine(row.text, 120)}` }));
}

/** The themes in use, and those already given, under the names of their sets. */
export async function listThemeOptions(ctx: ReadContext, given: string[] = []): Promise<{ value: string; label: string; set: string }[]> {
  const { themes: all } = await readThemes(ctx);
  return all
    .filter((theme) => theme.parentId !== null && (theme.standing.kind === 'in_use' || given.includes(theme.id)))
    .map((theme) => ({ value: theme.id, label: theme.name, set: all.find((set) => set.id === theme.parentId)?.name ?? '' }));
}

/** The themes and sets that the register can be narrowed to: those in use, and those not followed to another. */
export async function listThemeFilterOptions(ctx: ReadContext): Promise<{ value: string; label: string; group: string }[]> {
  const { themes: all } = await readThemes(ctx);
  return all.filter((theme) => theme.standing.kind !== 'merged').map((theme) => ({
    value: theme.id, label: theme.parentId === null ? `All of ${theme.name}` : theme.name, group: (all.find((set) => set.id === theme.parentId) ?? theme).name,
  }));
}

/** The sources and reporting years of findings that the reader may see. */
export async function listSourceFilters(ctx: ReadContext): Promise<{ sources: { value: string; label: string; group: string }[]; years: string[] }> {
  const rows = await ctx.tx.selectDistinct({ reference: sources.reference, title: sources.title, year: sources.reportingYear }).from(findings).innerJoin(sources, eq(sources.id, findings.sourceId)).orderBy(asc(sources.title), asc(sources.reference)).limit(300);
  return {
    sources: [
      ...Object.entries(sourceKindLabels).map(([value, label]) => ({ value, label: `Any ${label.toLowerCase()}`, group: 'A kind of source' })),
      ...rows.map((row) => ({ value: row.reference, label: `${row.title} (${row.reference})`, group: 'One source' })),
    ],
    years: [...new Set(rows.map((row) => row.year))].sort().reverse(),
  };
}

type Answers = Pick<ChangeFindingInput, 'kind' | 'text' | 'level' | 'why' | 'shownBy' | 'voice' | 'agencies' | 'ownerAgency' | 'ownerPost'>;

/** What the finding holds now, beside what somebody typed over an older version of it. */
export async function theirFinding(ctx: ReadContext, input: ChangeFindingInput): Promise<Theirs> {
  const row = await getFinding(ctx, input.reference);
  const names = await namesOfAgencies(ctx);
  const inWords = (answers: Answers): Record<keyof typeof findingFields, string> => ({
    kind: kindLabels[answers.kind], text: answers.text, level: levelLabels[answers.level], why: answers.why ?? '', shownBy: answers.shownBy ?? '', voice: answers.voice ?? '',
    agencies: answers.agencies.map((id) => names.get(id) ?? '').sort().join(', '), ownerAgency: (answers.ownerAgency && names.get(answers.ownerAgency)) || '', ownerPost: answers.ownerPost ?? '',
  });
  return { version: row.version, fields: sideBySide(findingFields, inWords({ ...row, agencies: row.agencies.map((agency) => agency.id), ownerAgency: row.ownerAgencyId }), inWords(input)) };
}

/** How its agreement is recorded now, beside what somebody whose form is older would record. */
export async function theirAgreement(ctx: ReadContext, input: AgreeFindingInput): Promise<Theirs> {
  const row = await getFinding(ctx, input.reference);
  const onBehalf = agreesAs(ctx.actor, row) === 'on_behalf';
  const [group] = input.group ? await ctx.tx.select({ name: groups.name }).from(groups).where(eq(groups.id, input.group)) : [];
  const theirs = {
    agreement: row.agreement ? agreementLabels[row.agreement] : '', reason: row.agreementReason ?? '', group: row.decidedByGroup ?? '', decidedOn: formatDateIfAny(row.decidedOn), how: row.decidedHow ? howLabels[row.decidedHow] : '', howNote: row.decidedNote ?? '',
  };
  const yours = {
    agreement: agreementLabels[input.agreement], reason: input.reason ?? '', group: group?.name ?? '', decidedOn: formatDate(input.decidedOn), how: onBehalf ? (input.how ? howLabels[input.how] : '') : howLabels.in_person, howNote: input.howNote ?? '',
  };
  return { version: row.version, fields: sideBySide(agreementFields(agreerLabels[agreerOf(row)], onBehalf), theirs, yours) };
}

/** What it is connected with now, beside what somebody whose form is older would save. */
export async function theirConnections(ctx: ReadContext, input: ConnectFindingInput): Promise<Theirs> {
  const row = await getFinding(ctx, input.reference);
  const now = await readConnections(ctx, row);
  const named = await ctx.tx.select({ id: themes.id, name: themes.name }).from(themes);
  const chosen = input.recommendations.length === 0 ? [] : await ctx.tx.select({ reference: recommendations.reference }).from(recommendations).where(inArray(recommendations.id, input.recommendations));
  const namesOf = (ids: string[]) => named.filter((theme) => ids.includes(theme.id)).map((theme) => theme.name).sort().join(', ');
  const inWords = (themeIds: string[], earlier: string | null, answers: { reference: string }[]) => ({ themes: namesOf(themeIds), earlier: earlier ?? '', recommendations: answers.map((one) => one.reference).sort().join(', ') });
  return { version: row.version, fields: sideBySide(connectionFields, inWords(now.themes, now.earlier?.reference ?? null, now.recommendations), inWords(input.themes, input.earlier, chosen)) };
}

/** What became of it as it is recorded now, beside what somebody whose form is older would record. */
export async function theirAnswer(ctx: ReadContext, input: AnswerFindingInput): Promise<Theirs> {
  const row = await getFinding(ctx, input.reference);
  const theirs = { answer: answerLabels[row.answer ?? 'open'], reason: row.answerReason ?? '', answeredOn: formatDateIfAny(row.answeredOn) };
  return { version: row.version, fields: sideBySide(answerFields, theirs, { answer: answerLabels[input.answer], reason: input.reason ?? '', answeredOn: formatDate(input.answeredOn) }) };
}
