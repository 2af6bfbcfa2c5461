import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, areas, day, id, instant, oneOf, provenance, recordBases, recordedAt, retention, version, type Area } from './columns';
import { groups } from './groups';
import { agencies, persons } from './partnership';
import { recommendations } from './recommendations';
import { reviews, saidHows, sources, type SaidHow } from './reviews';

export const actionTypes = [
  'procedure', 'training', 'tool', 'audit', 'supervision', 'pathway', 'commissioning', 'data', 'information_sharing',
  'communication', 'enquiry', 'governance', 'single_agency', 'national_challenge', 'not_stated',
] as const;
export type ActionType = (typeof actionTypes)[number];
export const asides = ['paused', 'superseded', 'not_accepted', 'transferred'] as const;
export type Aside = (typeof asides)[number];
export const priorityLevels = ['high', 'medium', 'low'] as const;
export type PriorityLevel = (typeof priorityLevels)[number];
export const rags = ['red', 'amber', 'green', 'grey', 'blue', 'not_stated'] as const;
export type Rag = (typeof rags)[number];

export const escalatedTos = ['chair', 'executive'] as const;
export type EscalatedTo = (typeof escalatedTos)[number];

/** A line of the combined learning action plan. Its stage and its RAG follow from the dates and facts here. */
export const actions = app.table(
  'actions',
  {
    id: id(),
    reference: text().notNull(),
    title: text().notNull(),
    detail: text(),
    intendedOutcome: text(),
    measure: text(),
    type: text().$type<ActionType>().notNull(),
    priority: text().$type<PriorityLevel>(),
    area: text().$type<Area>().notNull().default('both'),
    /** The owner is an agency and a post in it; the person is named where one is known. */
    ownerAgencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    ownerPost: text(),
    ownerPersonId: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    accountableGroupId: uuid().references(() => groups.id, { onDelete: 'restrict' }),
    proposedOn: day(),
    proposedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    agreedOn: day(),
    agreedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    startOn: day(),
    firstDueOn: day(),
    dueOn: day(),
    moves: integer().notNull().default(0),
    lastUpdateOn: day(),
    /** What is in the way by the latest update, and since which one. */
    blocker: text(),
    blockedSince: day(),
    aside: text().$type<Aside>(),
    asideReason: text(),
    asideOn: day(),
    /** The owner says it is complete. */
    completeOn: day(),
    completeSaidById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Somebody else has checked that it is. */
    checkedOn: day(),
    checkedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Closed by whoever confirmed it, and opened again; a trigger carries out what was answered (`action_requests`). */
    closedOn: day(),
    closedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    reopenedOn: day(),
    reopenedBecause: text(),
    worsenedTo: text().$type<'red' | 'amber'>(),
    worsenedBecause: text(),
    worsenedOn: day(),
    worsenedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Kept by triggers: how many contributing agencies are behind; whose help is asked for and not answered yet; whether the Executive's chair closes it; when it is next looked at again. */
    agenciesBehind: integer().notNull().default(0),
    escalatedTo: text().$type<EscalatedTo>(),
    executiveCloses: boolean().notNull().default(false),
    nextCheckOn: day(),
    /** The document's own word for how far it was ("delivered", "under way"); RAG is not worked out from it. */
    statedStatus: text(),
    reportedRag: text(),
    /**
     * What makes a RAG of this row on a given day, kept by a trigger from the facts above and the settings' thresholds, so
     * that a filter is an indexed comparison: `ragFixed` where no day matters; else grey before `startOn`, red from `redFrom`,
     * amber from `amberFrom`, otherwise green. The same rule, told in words and tested against this one: `lib/plan/rules.ts`.
     */
    ragFixed: text().$type<Rag>(),
    redFrom: day(),
    amberFrom: day(),
    /** Nothing more is to be done: it comes after all that is open. Kept by the same trigger; in words: `isOver` of `lib/plan/rules.ts`. */
    isOver: boolean().notNull().default(false),
    /** Its owner, its agencies and its group, kept by a trigger: for the policy and for the filter by agency, which look at every row they pass. */
    partyIds: uuid().array().notNull().default(sql`'{}'`),
    ...provenance(),
    ...retention(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('actions_reference').on(t.reference),
    index('actions_due').on(t.isOver, t.dueOn, t.reference),
    index('actions_rag_due').on(t.ragFixed, t.isOver, t.dueOn, t.reference),
    index('actions_red').on(t.redFrom).where(sql`rag_fixed is null`),
    index('actions_owner_agency').on(t.ownerAgencyId, t.isOver, t.dueOn, t.reference),
    index('actions_owner_person').on(t.ownerPersonId, t.isOver, t.dueOn, t.reference),
    index('actions_to_check').on(t.isOver, t.dueOn, t.reference).where(sql`complete_on is not null and checked_on is null and closed_on is null`),
    index('actions_to_agree').on(t.isOver, t.dueOn, t.reference).where(sql`agreed_on is null and aside is null and closed_on is null`),
    index('actions_group').on(t.accountableGroupId, t.isOver, t.dueOn, t.reference),
    index('actions_proposed_by').on(t.proposedById),
    index('actions_agreed_by').on(t.agreedById),
    index('actions_complete_said_by').on(t.completeSaidById),
    index('actions_checked_by').on(t.checkedById),
    index('actions_closed_by').on(t.closedById),
    index('actions_worsened_by').on(t.worsenedById),
    index('actions_next_check').on(t.nextCheckOn, t.id).where(sql`next_check_on is not null`),
    index('actions_blocked').on(t.dueOn, t.id).where(sql`blocker is not null`),
    index('actions_escalated').on(t.dueOn, t.id).where(sql`escalated_to is not null`),
    index('actions_priority').on(t.priority, t.dueOn, t.id).where(sql`priority is not null`),
    oneOf('actions_type', t.type, actionTypes),
    oneOf('actions_area', t.area, areas),
    oneOf('actions_basis', t.recordBasis, recordBases),
    oneOf('actions_aside', t.aside, asides),
    oneOf('actions_worsened', t.worsenedTo, ['red', 'amber']),
    oneOf('actions_rag_fixed', t.ragFixed, rags),
    oneOf('actions_priority_known', t.priority, priorityLevels),
    oneOf('actions_escalated_to', t.escalatedTo, escalatedTos),
    check('actions_blocked_since', sql`(${t.blocker} is null) = (${t.blockedSince} is null)`),
    check('actions_closed_by_another', sql`${t.closedById} is null or ${t.closedById} is distinct from ${t.ownerPersonId}`),
    check('actions_reopened_reason', sql`(${t.reopenedOn} is null) = (${t.reopenedBecause} is null)`),
    check('actions_worsened_reason', sql`(${t.worsenedTo} is null) = (${t.worsenedBecause} is null)`),
    check('actions_due_kept', sql`(${t.dueOn} is null) = (${t.firstDueOn} is null)`),
    check('actions_checked_after_complete', sql`${t.checkedOn} is null or ${t.completeOn} is not null`),
    check('actions_closed_after_checked', sql`${t.closedOn} is null or ${t.checkedOn} is not null`),
    check('actions_checked_by_another', sql`${t.checkedById} is null or ${t.checkedById} is distinct from ${t.ownerPersonId}`),
    check('actions_owner', sql`${t.ownerPersonId} is null or ${t.ownerAgencyId} is not null`),
    check('actions_moves', sql`${t.moves} >= 0 and ${t.agenciesBehind} >= 0`),
  ],
);

/** An action serves a recommendation; many to many. */
export const actionRecommendations = app.table(
  'action_recommendations',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    recommendationId: uuid().notNull().references(() => recommendations.id, { onDelete: 'restrict' }),
    reviewId: uuid().references(() => reviews.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('action_recommendations_pair').on(t.actionId, t.recommendationId), index('action_recommendations_recommendation').on(t.recommendationId), index('action_recommendations_review').on(t.reviewId)],
);

/** An action hangs on a source, directly or through a recommendation (then kept in step by a trigger). */
export const actionSources = app.table(
  'action_sources',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    sourceId: uuid().notNull().references(() => sources.id, { onDelete: 'restrict' }),
    reviewId: uuid().references(() => reviews.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('action_sources_pair').on(t.actionId, t.sourceId), index('action_sources_source').on(t.sourceId), index('action_sources_review').on(t.reviewId)],
);

export const contributions = ['not_started', 'in_progress', 'behind', 'done', 'not_stated'] as const;
export type Contribution = (typeof contributions)[number];

/** An agency that contributes to an action beside its owner, with its own state. */
export const actionAgencies = app.table(
  'action_agencies',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    contribution: text().$type<Contribution>().notNull().default('not_started'),
    /** What was last said of it, in a sentence. */
    note: text(),
    notedOn: day(),
    notedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [index('action_agencies_noted_by').on(t.notedById), uniqueIndex('action_agencies_pair').on(t.actionId, t.agencyId), index('action_agencies_agency').on(t.agencyId), oneOf('action_agencies_contribution', t.contribution, contributions)],
);

/**
 * One key to an action, for the policies: the identifier of its owner, of an agency, of its group or of a source it hangs on. The key
 * opens the action itself and, with it, each source and recommendation that the action hangs on: a row for each. Kept by triggers.
 */
export const actionScopes = app.table(
  'action_scopes',
  {
    /** What is opened: the action, or one of its sources or recommendations. No column here is called as one of a table whose policy looks. */
    openedId: uuid().notNull(),
    key: uuid().notNull(),
    byActionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
  },
  (t) => [primaryKey({ columns: [t.openedId, t.key, t.byActionId] }), index('action_scopes_by_action').on(t.byActionId), index('action_scopes_key').on(t.key)],
);

/** What the owner says about an action at one moment. Never changed afterwards. */
export const updates = app.table(
  'updates',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    text: text().notNull(),
    nextStep: text(),
    blocker: text(),
    saidOn: date({ mode: 'string' }).notNull(),
    saidById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    how: text().$type<SaidHow>().notNull().default('in_person'),
    howNote: text(),
    /** With these words it was said to be complete: whoever checks it reads them. */
    completes: boolean().notNull().default(false),
    recordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [
    index('updates_action').on(t.actionId, t.recordedAt.desc().nullsFirst()),
    index('updates_said_by').on(t.saidById),
    index('updates_recorded_by').on(t.recordedById),
    oneOf('updates_how', t.how, saidHows),
    check('updates_on_behalf', sql`${t.how} = 'in_person' or ${t.howNote} is not null`),
  ],
);

export const evidenceKinds = [
  'procedure', 'minute', 'training_record', 'audit', 'dip_sample', 'data', 'survey', 'supervision', 'family_feedback',
  'inspection', 'case_example', 'assurance_statement', 'self_assessment', 'complaint',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceLevels = ['done', 'reached', 'understood', 'seen_in_practice', 'better_for_children'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];
/** From the weakest to the strongest. */
export const evidenceStrengths = ['anecdote', 'self_report', 'record', 'audit', 'independent'] as const;
export type EvidenceStrength = (typeof evidenceStrengths)[number];

/** A filter of the plan that somebody keeps by a name: theirs alone. */
export const savedViews = app.table(
  'saved_views',
  {
    id: id(),
    accountId: uuid().notNull(),
    name: text().notNull(),
    /** What follows the plan's address, as the filter writes it. */
    query: text().notNull(),
    /** It is not wanted any more. */
    removedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    uniqueIndex('saved_views_name').on(t.accountId, sql`lower(${t.name})`).where(sql`removed_at is null`),
    check('saved_views_short', sql`length(${t.name}) between 1 and 80 and length(${t.query}) <= 1000`),
  ],
);

/** What shows that something was done, used, or made a difference: text, a date, an address on the web. One that holds personal data is *case*, whatever its action is. */
export const evidence = app.table(
  'evidence',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    kind: text().$type<EvidenceKind>().notNull(),
    level: text().$type<EvidenceLevel>().notNull(),
    title: text().notNull(),
    detail: text(),
    datedOn: day().notNull(),
    webAddress: text(),
    /** The time that it speaks of, where that is not its own day. */
    periodFrom: day(),
    periodTo: day(),
    /** Whose it is: the agency it was made in. */
    agencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    /** How many were looked at; in how many of how many it was found. */
    lookedAt: integer(),
    numerator: integer(),
    denominator: integer(),
    /** The measure, as it was taken before and after: in its own unit. */
    before: text(),
    after: text(),
    strength: text().$type<EvidenceStrength>(),
    /** From the day after, it is too old to rest on. */
    expiresOn: day(),
    holdsPersonalData: boolean().notNull().default(false),
    addedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Somebody other than who added it has looked at it and accepts it; or says that it does not show what it is said to. */
    checkedOn: day(),
    checkedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    declinedOn: day(),
    declinedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    checkReason: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    index('evidence_action').on(t.actionId, t.datedOn),
    index('evidence_added_by').on(t.addedById),
    index('evidence_checked_by').on(t.checkedById),
    index('evidence_declined_by').on(t.declinedById),
    index('evidence_agency').on(t.agencyId),
    oneOf('evidence_kind', t.kind, evidenceKinds),
    oneOf('evidence_level', t.level, evidenceLevels),
    oneOf('evidence_strength', t.strength, evidenceStrengths),
    check('evidence_checked_by_another', sql`(${t.checkedById} is null or ${t.checkedById} is distinct from ${t.addedById}) and (${t.declinedById} is null or ${t.declinedById} is distinct from ${t.addedById})`),
    check('evidence_one_result', sql`${t.checkedOn} is null or ${t.declinedOn} is null`),
    check('evidence_declined_reason', sql`${t.declinedOn} is null or (${t.declinedById} is not null and ${t.checkReason} is not null)`),
    check('evidence_period', sql`${t.periodTo} is null or (${t.periodFrom} is not null and ${t.periodTo} >= ${t.periodFrom})`),
    check('evidence_numbers', sql`${t.lookedAt} >= 0 and ${t.numerator} >= 0 and ${t.denominator} > 0 and ${t.numerator} <= ${t.denominator} and (${t.numerator} is null) = (${t.denominator} is null)`),
    check('evidence_web_address', sql`${t.webAddress} is null or ${t.webAddress} ~ '^https?://'`),
  ],
);

export const checkResults = ['accepted', 'returned', 'in_place', 'slipped'] as const;
export type CheckResult = (typeof checkResults)[number];

/** Somebody else's check of a complete action: accepted, or returned to its owner; and so many months after it was complete, still in place, or slipped. */
export const checks = app.table(
  'checks',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    result: text().$type<CheckResult>().notNull(),
    /** For a second check: how long after it was complete. */
    afterMonths: integer(),
    reason: text().notNull(),
    /** Given where the person who checks belongs to the owner's agency. */
    sameAgencyReason: text(),
    checkedOn: day().notNull(),
    checkedById: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [index('checks_action').on(t.actionId, t.recordedAt.desc().nullsFirst()), index('checks_checked_by').on(t.checkedById), oneOf('checks_result', t.result, checkResults), check('checks_second', sql`(${t.afterMonths} is null) = (${t.result} in ('accepted', 'returned'))`)],
);

/** One granted move of a due date. The first date is kept on the action; moves are counted. */
export const dueMoves = app.table(
  'due_moves',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    fromOn: day().notNull(),
    toOn: day().notNull(),
    reason: text().notNull(),
    movedOn: day().notNull(),
    askedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    grantedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [index('due_moves_action').on(t.actionId), index('due_moves_asked_by').on(t.askedById), index('due_moves_granted_by').on(t.grantedById)],
);

export const requestKinds = ['date', 'escalation', 'closing'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const closingBases = ['own_evidence', 'recommendation', 'exception'] as const;
export type ClosingBasis = (typeof closingBases)[number];

/**
 * Something about an action that one person asks and another decides: another due date, help from above, its closing. Granted or
 * not, with the answer; a closing may be undone. What is granted is carried out by a trigger, and never by the one who asked.
 */
export const actionRequests = app.table(
  'action_requests',
  {
    id: id(),
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    kind: text().$type<RequestKind>().notNull(),
    reason: text().notNull(),
    /** The date asked for. */
    wantedOn: day(),
    /** Whose help is asked for. */
    escalatedTo: text().$type<EscalatedTo>(),
    /** What its closing rests on; where its impact is judged on a recommendation, on which. */
    basis: text().$type<ClosingBasis>(),
    recommendationId: uuid().references(() => recommendations.id, { onDelete: 'restrict' }),
    askedOn: date({ mode: 'string' }).notNull(),
    askedById: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    how: text().$type<SaidHow>().notNull().default('in_person'),
    howNote: text(),
    recordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    result: text().$type<'granted' | 'refused'>(),
    answer: text(),
    answeredOn: day(),
    answeredById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    answerHow: text().$type<SaidHow>(),
    answerNote: text(),
    answerRecordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    undoneOn: day(),
    undoneById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    undoneBecause: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    index('action_requests_action').on(t.actionId, t.recordedAt.desc().nullsFirst()),
    // One question of a kind at a time.
    uniqueIndex('action_requests_open').on(t.actionId, t.kind).where(sql`result is null`),
    index('action_requests_waiting').on(t.askedOn).where(sql`result is null`),
    index('action_requests_recommendation').on(t.recommendationId),
    index('action_requests_asked_by').on(t.askedById),
    index('action_requests_recorded_by').on(t.recordedById),
    index('action_requests_answered_by').on(t.answeredById),
    index('action_requests_answer_recorded_by').on(t.answerRecordedById),
    index('action_requests_undone_by').on(t.undoneById),
    oneOf('action_requests_kind', t.kind, requestKinds),
    oneOf('action_requests_escalated_to', t.escalatedTo, escalatedTos),
    oneOf('action_requests_basis', t.basis, closingBases),
    oneOf('action_requests_how', t.how, saidHows),
    oneOf('action_requests_answer_how', t.answerHow, saidHows),
    oneOf('action_requests_result', t.result, ['granted', 'refused']),
    check('action_requests_date', sql`(${t.kind} = 'date') = (${t.wantedOn} is not null)`),
    check('action_requests_escalation', sql`(${t.kind} = 'escalation') = (${t.escalatedTo} is not null)`),
    check('action_requests_closing', sql`(${t.kind} = 'closing') = (${t.basis} is not null)`),
    check('action_requests_judged_on', sql`(${t.basis} is not distinct from 'recommendation') = (${t.recommendationId} is not null)`),
    check('action_requests_on_behalf', sql`(${t.how} = 'in_person' or ${t.howNote} is not null) and (${t.answerHow} is null or ${t.answerHow} = 'in_person' or ${t.answerNote} is not null)`),
    check('action_requests_answered', sql`num_nulls(${t.result}, ${t.answeredOn}, ${t.answeredById}, ${t.answerHow}) in (0, 4) and (${t.result} is null or ${t.result} = 'granted' or ${t.answer} is not null)`),
    check('action_requests_by_another', sql`${t.answeredById} is distinct from ${t.askedById}`),
    check('action_requests_undone', sql`num_nulls(${t.undoneOn}, ${t.undoneById}, ${t.undoneBecause}) in (0, 3) and (${t.undoneOn} is null or (${t.kind} = 'closing' and ${t.result} is not distinct from 'granted'))`),
  ],
);
