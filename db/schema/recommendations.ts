import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { app, day, id, instant, oneOf, provenance, recordBases, recordedAt, retention, savedBeside, version } from './columns';
import { groups } from './groups';
import { agencies, persons } from './partnership';
import { reviews, saidHows, sources, type SaidHow } from './reviews';

export const acceptances = ['accepted', 'partly', 'not_accepted'] as const;
export type Acceptance = (typeof acceptances)[number];

/** What a source asks for: *case* while a draft, *learning* once accepted. Its own outcome measure is what impact is judged on. */
export const recommendations = app.table(
  'recommendations',
  {
    id: id(),
    reference: text().notNull(),
    sourceId: uuid().notNull().references(() => sources.id, { onDelete: 'restrict' }),
    /** The review it came from, where it came from one: copied from the source by a trigger. */
    reviewId: uuid().references(() => reviews.id, { onDelete: 'restrict' }),
    text: text().notNull(),
    /** What children, families or practitioners will experience differently. */
    outcome: text().notNull(),
    measure: text().notNull(),
    baseline: text(),
    target: text(),
    measureOn: day(),
    byWhen: day(),
    addressedTo: text().$type<'partnership' | 'agencies' | 'national'>().notNull(),
    nationalBody: text(),
    acceptance: text().$type<Acceptance>(),
    acceptanceReason: text(),
    /** How it was decided, and the meeting and minute, or the message, by which that can be found again. */
    acceptanceHow: text().$type<SaidHow>(),
    acceptanceNote: text(),
    acceptedOn: day(),
    acceptedByGroupId: uuid().references(() => groups.id, { onDelete: 'restrict' }),
    acceptedByAgencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    acceptanceRecordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** From then on its text travels with its actions to those who own them. */
    releasedAt: instant(),
    releasedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    writtenById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** The agencies it is addressed to stand beside it. */
    savedBeside: savedBeside(),
    ...provenance(),
    ...retention(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('recommendations_reference').on(t.reference),
    index('recommendations_source').on(t.sourceId),
    index('recommendations_review').on(t.reviewId),
    index('recommendations_group').on(t.acceptedByGroupId),
    index('recommendations_agency').on(t.acceptedByAgencyId),
    index('recommendations_recorded_by').on(t.acceptanceRecordedById),
    index('recommendations_released_by').on(t.releasedById),
    index('recommendations_written_by').on(t.writtenById),
    oneOf('recommendations_addressed', t.addressedTo, ['partnership', 'agencies', 'national']),
    oneOf('recommendations_acceptance', t.acceptance, acceptances),
    oneOf('recommendations_how', t.acceptanceHow, saidHows),
    oneOf('recommendations_basis', t.recordBasis, recordBases),
    check('recommendations_accepted', sql`(${t.acceptance} is null) = (${t.acceptedOn} is null)`),
    check('recommendations_refused', sql`${t.acceptance} is null or ${t.acceptance} = 'accepted' or ${t.acceptanceReason} is not null`),
    check('recommendations_released', sql`${t.releasedAt} is null or (${t.acceptance} is not null and ${t.acceptance} in ('accepted', 'partly'))`),
  ],
);

/** An agency a recommendation is addressed to, or was until it was taken off the draft. */
export const recommendationAddressees = app.table(
  'recommendation_addressees',
  {
    id: id(),
    recommendationId: uuid().notNull().references(() => recommendations.id, { onDelete: 'restrict' }),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    removedOn: day(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('recommendation_addressees_pair').on(t.recommendationId, t.agencyId), index('recommendation_addressees_agency').on(t.agencyId)],
);

/**
 * A code that findings are sorted by. A set (such as the National Panel's of one year) is a theme without a parent; the others stand under
 * it. A theme is never removed: what becomes of it is in `theme_changes`.
 */
export const themes = app.table(
  'themes',
  {
    id: id(),
    parentId: uuid().references((): AnyPgColumn => themes.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    description: text(),
    /** Of which year or version it is: "2020", "2022-23". */
    edition: text().notNull(),
    /** Where it comes from: a document, or the partnership's own. */
    source: text().notNull(),
    /** Nobody here has read the name in its source yet. */
    nameToCheck: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    ...provenance(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    index('themes_parent').on(t.parentId, t.position),
    oneOf('themes_basis', t.recordBasis, recordBases),
    check('themes_not_own_parent', sql`${t.parentId} is distinct from ${t.id}`),
  ],
);

export const themeChangeKinds = ['merged', 'split', 'retired', 'restored'] as const;
export type ThemeChangeKind = (typeof themeChangeKinds)[number];

/**
 * What became of a theme on one day: merged into another, split into several (a row for each), retired, or in use again. Never changed
 * afterwards, so that findings can be counted by the themes as they stood on any day.
 */
export const themeChanges = app.table(
  'theme_changes',
  {
    id: id(),
    themeId: uuid().notNull().references(() => themes.id, { onDelete: 'restrict' }),
    kind: text().$type<ThemeChangeKind>().notNull(),
    intoId: uuid().references(() => themes.id, { onDelete: 'restrict' }),
    changedOn: day().notNull(),
    reason: text().notNull(),
    changedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('theme_changes_theme').on(t.themeId, t.changedOn),
    index('theme_changes_into').on(t.intoId),
    index('theme_changes_changed_by').on(t.changedById),
    oneOf('theme_changes_kind', t.kind, themeChangeKinds),
    check('theme_changes_into_another', sql`(${t.kind} in ('merged', 'split')) = (${t.intoId} is not null) and ${t.intoId} is distinct from ${t.themeId}`),
  ],
);

export const findingKinds = ['gap', 'good_practice'] as const;
export type FindingKind = (typeof findingKinds)[number];
export const findingLevels = ['frontline', 'management', 'system', 'national', 'not_stated'] as const;
export type FindingLevel = (typeof findingLevels)[number];
export const findingAgreements = ['agreed', 'not_agreed'] as const;
export type FindingAgreement = (typeof findingAgreements)[number];
export const findingAnswers = ['addressed', 'accepted_without_action'] as const;
export type FindingAnswer = (typeof findingAnswers)[number];

/** What a source found out about practice: *case* until it is agreed, *learning* from then on. */
export const findings = app.table(
  'findings',
  {
    id: id(),
    reference: text().notNull(),
    sourceId: uuid().notNull().references(() => sources.id, { onDelete: 'restrict' }),
    /** The review it came from, where it came from one: copied from the source by a trigger. */
    reviewId: uuid().references(() => reviews.id, { onDelete: 'restrict' }),
    kind: text().$type<FindingKind>().notNull(),
    level: text().$type<FindingLevel>().notNull(),
    text: text().notNull(),
    why: text(),
    shownBy: text(),
    /** What children and families said of it. */
    voice: text(),
    ownerAgencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    ownerPost: text(),
    /** Empty while it is a draft. */
    agreement: text().$type<FindingAgreement>(),
    agreementReason: text(),
    decidedOn: day(),
    /** How it was decided, and the meeting and minute, or the message, by which that can be found again. */
    decidedHow: text().$type<SaidHow>(),
    decidedNote: text(),
    decidedByGroupId: uuid().references(() => groups.id, { onDelete: 'restrict' }),
    decisionRecordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** What became of a gap once it was agreed; empty while it is open. */
    answer: text().$type<FindingAnswer>(),
    answerReason: text(),
    answeredOn: day(),
    answeredById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    writtenById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Its agencies and themes stand beside it. */
    savedBeside: savedBeside(),
    ...provenance(),
    ...retention(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('findings_reference').on(t.reference),
    index('findings_source').on(t.sourceId),
    index('findings_review').on(t.reviewId),
    index('findings_owner_agency').on(t.ownerAgencyId),
    index('findings_group').on(t.decidedByGroupId),
    index('findings_recorded_by').on(t.decisionRecordedById),
    index('findings_answered_by').on(t.answeredById),
    index('findings_written_by').on(t.writtenById),
    oneOf('findings_kind', t.kind, findingKinds),
    oneOf('findings_level', t.level, findingLevels),
    oneOf('findings_agreement', t.agreement, findingAgreements),
    oneOf('findings_answer', t.answer, findingAnswers),
    oneOf('findings_how', t.decidedHow, saidHows),
    oneOf('findings_basis', t.recordBasis, recordBases),
    // When a document's finding was agreed, it need not state.
    check('findings_decided', sql`${t.recordBasis} <> 'worked_here' or (${t.agreement} is null) = (${t.decidedOn} is null)`),
    check('findings_not_agreed', sql`${t.agreement} is null or ${t.agreement} = 'agreed' or ${t.agreementReason} is not null`),
    check('findings_answered', sql`${t.answer} is null or (${t.agreement} is not null and ${t.agreement} = 'agreed' and ${t.kind} = 'gap' and ${t.answeredOn} is not null)`),
    check('findings_without_action', sql`${t.answer} is null or ${t.answer} <> 'accepted_without_action' or ${t.answerReason} is not null`),
  ],
);

/** An agency that a finding is about, or was until it was taken off the draft. */
export const findingAgencies = app.table(
  'finding_agencies',
  {
    id: id(),
    findingId: uuid().notNull().references(() => findings.id, { onDelete: 'restrict' }),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    removedOn: day(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('finding_agencies_pair').on(t.findingId, t.agencyId), index('finding_agencies_agency').on(t.agencyId)],
);

/** A theme that a finding belongs to. The theme it was given stays: where that has been merged since, counting follows. */
export const findingThemes = app.table(
  'finding_themes',
  {
    id: id(),
    findingId: uuid().notNull().references(() => findings.id, { onDelete: 'restrict' }),
    themeId: uuid().notNull().references(() => themes.id, { onDelete: 'restrict' }),
    removedOn: day(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('finding_themes_pair').on(t.findingId, t.themeId), index('finding_themes_theme').on(t.themeId)],
);

/** A recommendation answers a finding; many to many. */
export const findingRecommendations = app.table(
  'finding_recommendations',
  {
    id: id(),
    findingId: uuid().notNull().references(() => findings.id, { onDelete: 'restrict' }),
    recommendationId: uuid().notNull().references(() => recommendations.id, { onDelete: 'restrict' }),
    removedOn: day(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('finding_recommendations_pair').on(t.findingId, t.recommendationId), index('finding_recommendations_recommendation').on(t.recommendationId)],
);

/** A finding that repeats an earlier one. A row of its own, so that whoever does not see the earlier one is told of no repeat. */
export const findingRepeats = app.table(
  'finding_repeats',
  {
    id: id(),
    findingId: uuid().notNull().references(() => findings.id, { onDelete: 'restrict' }),
    earlierId: uuid().notNull().references(() => findings.id, { onDelete: 'restrict' }),
    removedOn: day(),
    saidById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [
    uniqueIndex('finding_repeats_pair').on(t.findingId, t.earlierId),
    index('finding_repeats_earlier').on(t.earlierId),
    index('finding_repeats_said_by').on(t.saidById),
    check('finding_repeats_another', sql`${t.findingId} <> ${t.earlierId}`),
  ],
);
