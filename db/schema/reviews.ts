import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { agencies, persons } from './partnership';
import { app, areas, day, id, oneOf, precisions, provenance, recordBases, recordedAt, retention, savedBeside, version, type Area, type Precision } from './columns';

export const sourceKinds = ['review', 'audit', 'line_of_enquiry', 'national_review', 'inspection', 'other'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/**
 * What a finding, a recommendation or an action comes from: a review, an audit, a line of enquiry, a national review, an
 * inspection. For a review this row and its `reviews` row share one id and are together its spine.
 */
export const sources = app.table(
  'sources',
  {
    id: id(),
    kind: text().$type<SourceKind>().notNull(),
    /** Random for a review, so that a gap tells nothing (`RR-2026-7KQ4`). */
    reference: text().notNull(),
    /** A review's pseudonym or public name; an audit's or a line of enquiry's subject. */
    title: text().notNull(),
    area: text().$type<Area>().notNull(),
    reportingYear: text().notNull(),
    commissionedFrom: day(),
    commissionedTo: day(),
    commissionedPrecision: text().$type<Precision>(),
    undertakenFrom: day(),
    undertakenTo: day(),
    undertakenPrecision: text().$type<Precision>(),
    completedFrom: day(),
    completedTo: day(),
    completedPrecision: text().$type<Precision>(),
    publishedFrom: day(),
    publishedTo: day(),
    publishedPrecision: text().$type<Precision>(),
    /** The spine of a review points at itself, so that one rule serves every child row. */
    reviewId: uuid(),
    summary: text(),
    ...provenance(),
    ...retention(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('sources_kind', t.kind, sourceKinds),
    oneOf('sources_area', t.area, areas),
    oneOf('sources_basis', t.recordBasis, recordBases),
    oneOf('sources_undertaken_precision', t.undertakenPrecision, precisions),
    oneOf('sources_published_precision', t.publishedPrecision, precisions),
    oneOf('sources_completed_precision', t.completedPrecision, precisions),
    oneOf('sources_commissioned_precision', t.commissionedPrecision, precisions),
    check('sources_review', sql`${t.reviewId} is null or ${t.reviewId} = ${t.id}`),
    uniqueIndex('sources_reference').on(t.reference),
    index('sources_review_id').on(t.reviewId),
    index('sources_year').on(t.reportingYear, t.kind),
    index('sources_recorded').on(t.recordedAt.desc().nullsFirst(), t.id),
  ],
);

export const reviewKinds = ['rapid_review', 'lcspr', 'scr', 'local_learning_review'] as const;
export type ReviewKind = (typeof reviewKinds)[number];
export const rapidReviewOutcomes = ['lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident'] as const;
export type RapidReviewOutcome = (typeof rapidReviewOutcomes)[number];

/**
 * The spine of one piece of review activity. A rapid review's spine is made when its notification is recorded, because the
 * list of who may know is needed from that moment; the rapid review itself is undertaken from `sources.undertaken*` on.
 */
export const reviews = app.table(
  'reviews',
  {
    id: id().references(() => sources.id, { onDelete: 'restrict' }),
    kind: text().$type<ReviewKind>().notNull(),
    guidanceEdition: text().notNull(),
    recordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Kept by a trigger from the source's `published*`: the spine is *learning* from then on. */
    isPublished: boolean().notNull().default(false),
    publishedItems: text(),
    /** The reporting year it was expected to complete in, as a document gives it. */
    expectedYear: text(),
    withdrawnOn: day(),
    withdrawnReason: text(),
    /**
     * How far it has come: days and the outcome, which whoever sees the spine may know, also where the notification, the rapid review
     * and the decision themselves are hidden. Kept by a trigger from those rows; the outcome is that of the decision that stands.
     */
    notifiedOn: day(),
    openedOn: day(),
    putOn: day(),
    decidedOn: day(),
    /** Where there is no decision here, what a document says the review came to. */
    outcome: text().$type<RapidReviewOutcome>(),
    sentToPanelOn: day(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('reviews_kind', t.kind, reviewKinds),
    oneOf('reviews_outcome', t.outcome, rapidReviewOutcomes),
    index('reviews_recorded_by').on(t.recordedById),
    index('reviews_kind_recorded').on(t.kind, t.recordedAt),
  ],
);

/** A practice review and a rapid review it came from; `inferred` where the document does not say which. */
export const reviewOrigins = app.table(
  'review_origins',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    originReviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    inferred: boolean().notNull().default(false),
    note: text(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('review_origins_pair').on(t.reviewId, t.originReviewId), index('review_origins_origin').on(t.originReviewId)],
);

export const natures = ['death', 'serious_harm', 'other', 'looked_after_death', 'care_leaver_death'] as const;
export type Nature = (typeof natures)[number];
export const ageBands = ['unborn', 'under_1', '1_to_5', '6_to_10', '11_to_15', '16_to_17', 'not_stated'] as const;
export type AgeBand = (typeof ageBands)[number];
export const yesNoUnclear = ['yes', 'no', 'unclear'] as const;
export type YesNoUnclear = (typeof yesNoUnclear)[number];

/**
 * A serious incident notification as the partnership records it (*case*): pseudonymised and coded. It is sent on the national
 * system by the council; this row says that it was, or that the partners decided not to.
 */
export const notifications = app.table(
  'notifications',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    notifyingAgencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    incidentFrom: day().notNull(),
    incidentTo: day().notNull(),
    incidentPrecision: text().$type<Precision>().notNull(),
    awareOn: day().notNull(),
    /** When it was sent to the National Panel; empty until the council has. */
    sentOn: day(),
    nationalReference: text(),
    natureAtNotification: text().$type<Nature>().notNull(),
    natureNow: text().$type<Nature>().notNull(),
    harmTypes: jsonb().$type<string[]>().notNull().default([]),
    abuseSuspected: text().$type<YesNoUnclear>().notNull(),
    ageBand: text().$type<AgeBand>().notNull(),
    gender: text().notNull().default('not_stated'),
    ethnicity: text().notNull().default('not_known'),
    disability: text().$type<YesNoUnclear>().notNull().default('unclear'),
    livingArrangement: text().notNull().default('not_stated'),
    careStatus: text().notNull().default('not_stated'),
    setting: text().notNull().default('not_stated'),
    outline: text().notNull(),
    immediateSafety: text(),
    mediaInterest: text().$type<YesNoUnclear>().notNull().default('unclear'),
    /** The pseudonym and the area stand on the spine. */
    savedBeside: savedBeside(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('notifications_review').on(t.reviewId),
    index('notifications_agency').on(t.notifyingAgencyId),
    oneOf('notifications_nature', t.natureAtNotification, natures),
    oneOf('notifications_nature_now', t.natureNow, natures),
    oneOf('notifications_age', t.ageBand, ageBands),
    oneOf('notifications_abuse', t.abuseSuspected, yesNoUnclear),
    oneOf('notifications_disability', t.disability, yesNoUnclear),
    oneOf('notifications_media', t.mediaInterest, yesNoUnclear),
    oneOf('notifications_precision', t.incidentPrecision, precisions),
  ],
);

/** Who the child and the family really are (*named*): encrypted by the application, never in history as text. */
export const identities = app.table(
  'identities',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    /** Whose details: a closed word, never a name. `child_replaced` are a child's that were recorded at the same moment as others. */
    subject: text().$type<'child' | 'other_child' | 'adult' | 'child_replaced'>().notNull(),
    sealed: text().notNull(),
    /** Which settings key sealed it, so that keys can be changed. */
    keyId: text().notNull(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    index('identities_review').on(t.reviewId),
    uniqueIndex('identities_child').on(t.reviewId).where(sql`subject = 'child'`),
    oneOf('identities_subject', t.subject, ['child', 'other_child', 'adult', 'child_replaced']),
  ],
);

/** The narrative of a rapid review (*case*). */
export const rapidReviews = app.table(
  'rapid_reviews',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    openedOn: day().notNull(),
    meetingOn: day(),
    facts: text().notNull().default(''),
    immediateSafety: text().notNull().default(''),
    agencyInvolvement: text().notNull().default(''),
    contextAndInequality: text().notNull().default(''),
    childsVoice: text().notNull().default(''),
    goodPractice: text().notNull().default(''),
    learning: text().notNull().default(''),
    sentToPanelOn: day(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [uniqueIndex('rapid_reviews_review').on(t.reviewId)],
);

export const criteria = [
  'abuse_or_neglect', 'died_or_seriously_harmed',
  'improvements_needed', 'recurrent_themes', 'two_or_more_agencies', 'panel_suggests_local',
  'single_agency', 'no_agency_involvement', 'more_than_one_area', 'institutional_setting',
  'national_importance',
] as const;
export type Criterion = (typeof criteria)[number];

/** One criterion of the guidance, tested for one review: yes, no or unclear, with the reason. */
export const criteriaTests = app.table(
  'criteria_tests',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    criterion: text().$type<Criterion>().notNull(),
    answer: text().$type<YesNoUnclear>().notNull(),
    reason: text().notNull(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('criteria_tests_criterion').on(t.reviewId, t.criterion),
    oneOf('criteria_tests_list', t.criterion, criteria),
    oneOf('criteria_tests_answer', t.answer, yesNoUnclear),
  ],
);

/** One agency asked for its information for one review, and whether it has answered. The report itself is elsewhere. */
export const agencyRequests = app.table(
  'agency_requests',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    askedOn: day().notNull(),
    dueOn: day().notNull(),
    repliedOn: day(),
    nothingKnown: boolean().notNull().default(false),
    remindedOn: day(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('agency_requests_pair').on(t.reviewId, t.agencyId),
    index('agency_requests_agency').on(t.agencyId),
    check('agency_requests_reply', sql`${t.repliedOn} is null or ${t.repliedOn} >= ${t.askedOn}`),
  ],
);

export const clockRules = ['notification', 'rapid_review', 'lcspr'] as const;
export type ClockRule = (typeof clockRules)[number];

/** A deadline with everything it was worked out from, so that it can be explained and never silently moved. */
export const clocks = app.table(
  'clocks',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    rule: text().$type<ClockRule>().notNull(),
    startEvent: text().notNull(),
    startedOn: day().notNull(),
    guidanceEdition: text().notNull(),
    length: integer().notNull(),
    unit: text().$type<'working_day' | 'month'>().notNull(),
    countStartDay: boolean().notNull().default(false),
    computedDueOn: day().notNull(),
    overrideDueOn: day(),
    overrideReason: text(),
    overriddenById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    metOn: day(),
    /** The day on which its start was found not to have happened: it is not there until a start is recorded again. */
    takenBackOn: day(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('clocks_rule').on(t.reviewId, t.rule),
    index('clocks_open').on(t.computedDueOn).where(sql`met_on is null`),
    index('clocks_overridden_by').on(t.overriddenById),
    oneOf('clocks_rule_list', t.rule, clockRules),
    oneOf('clocks_unit', t.unit, ['working_day', 'month']),
    check('clocks_override', sql`(${t.overrideDueOn} is null) = (${t.overrideReason} is null)`),
  ],
);

export const saidHows = ['in_person', 'meeting', 'email', 'phone'] as const;
export type SaidHow = (typeof saidHows)[number];
