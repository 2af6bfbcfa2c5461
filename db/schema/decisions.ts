import { sql, type SQL } from 'drizzle-orm';
import { boolean, check, index, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { app, day, id, oneOf, recordedAt, version, type Precision } from './columns';
import { agencies, persons } from './partnership';
import { actions } from './plan';
import { acceptances, recommendations } from './recommendations';
import { rapidReviewOutcomes, reviews, saidHows, type SaidHow } from './reviews';

/** What the safeguarding partners decide jointly, and what each can come to. */
export const outcomesOfMatters = {
  rapid_review_outcome: rapidReviewOutcomes,
  lead_reviewer: ['approved', 'not_approved'],
  publication: ['full', 'redacted', 'summary_and_report', 'improvements_only', 'not_published', 'delayed', 'anonymous'],
  /** A recommendation of a practice review. */
  recommendation: acceptances,
  /** The exception for an action or a recommendation of whose impact there is no evidence. */
  closed_without_impact: ['agreed', 'not_agreed'],
} as const;
export type DecisionMatter = keyof typeof outcomesOfMatters;
export type DecisionOutcome = (typeof outcomesOfMatters)[DecisionMatter][number];
export const decisionMatters = Object.keys(outcomesOfMatters) as DecisionMatter[];

/** An outcome that its matter can come to; `besides` for what a view can be and an outcome cannot. */
function ofItsMatter(name: string, matter: AnyPgColumn, column: AnyPgColumn, besides: readonly string[] = []) {
  const listed = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '));
  const ways = decisionMatters.map((one) => sql`(${matter} = ${sql.raw(`'${one}'`)} and ${column} in (${listed([...outcomesOfMatters[one], ...besides])}))`);
  return check(name, sql`${column} is null or ${sql.join(ways, sql` or `)}`);
}

/** One matter put to the safeguarding partners, who decide jointly. It settles when their views agree, or when the chair records the outcome. */
export const decisions = app.table(
  'decisions',
  {
    id: id(),
    /** The review it is about, or that its recommendation comes from; copied by a trigger. Without one, whoever sees every case sees it. */
    reviewId: uuid().references(() => reviews.id, { onDelete: 'restrict' }),
    matter: text().$type<DecisionMatter>().notNull(),
    recommendationId: uuid().references(() => recommendations.id, { onDelete: 'restrict' }),
    actionId: uuid().references(() => actions.id, { onDelete: 'restrict' }),
    /** About an invented record, so that invented partners answer. Copied by a trigger. */
    example: boolean().notNull().default(false),
    openedOn: day().notNull(),
    recommendedOutcome: text().$type<DecisionOutcome>().notNull(),
    recommendedBecause: text().notNull(),
    /** Set when it is settled. */
    outcome: text().$type<DecisionOutcome>(),
    decidedFrom: day(),
    decidedTo: day(),
    decidedPrecision: text().$type<Precision>(),
    /** Given where the views differ or one is missing: the chair records the outcome with the reason. */
    chairReason: text(),
    chairedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    supersedesId: uuid().references((): AnyPgColumn => decisions.id, { onDelete: 'restrict' }),
    supersededBecause: text(),
    openedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    index('decisions_review').on(t.reviewId, t.matter),
    index('decisions_recommendation').on(t.recommendationId),
    index('decisions_action').on(t.actionId),
    // Put to the partners once; from then on each decision supersedes the one before.
    uniqueIndex('decisions_first').on(t.matter, subjectOf(t)).where(sql`supersedes_id is null`),
    uniqueIndex('decisions_supersedes').on(t.supersedesId),
    index('decisions_open').on(t.openedOn).where(sql`outcome is null`),
    index('decisions_chaired_by').on(t.chairedById),
    index('decisions_opened_by').on(t.openedById),
    oneOf('decisions_matter', t.matter, decisionMatters),
    ofItsMatter('decisions_outcome', t.matter, t.outcome),
    ofItsMatter('decisions_recommended', t.matter, t.recommendedOutcome),
    check('decisions_settled', sql`(${t.outcome} is null) = (${t.decidedFrom} is null)`),
    check('decisions_subject', sql`case ${t.matter}
      when 'recommendation' then ${t.recommendationId} is not null and ${t.actionId} is null
      when 'closed_without_impact' then num_nonnulls(${t.recommendationId}, ${t.actionId}) = 1
      else ${t.reviewId} is not null and num_nonnulls(${t.recommendationId}, ${t.actionId}) = 0 end`),
  ],
);

/** What a decision is about: one recommendation, one action, or the review itself. */
export function subjectOf(t: { recommendationId: AnyPgColumn; actionId: AnyPgColumn; reviewId: AnyPgColumn }): SQL {
  return sql`coalesce(${t.recommendationId}, ${t.actionId}, ${t.reviewId})`;
}

/** One safeguarding partner's view of one decision: what, who gave it for whom, how it came here. "Not given" is a view with a reason. */
export const decisionViews = app.table(
  'decision_views',
  {
    id: id(),
    decisionId: uuid().notNull().references(() => decisions.id, { onDelete: 'restrict' }),
    /** Copied from the decision by a trigger. */
    reviewId: uuid().references(() => reviews.id, { onDelete: 'restrict' }),
    matter: text().$type<DecisionMatter>().notNull(),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    view: text().$type<DecisionOutcome | 'not_given'>().notNull(),
    reason: text().notNull(),
    givenById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Where a deputy gave it: whose vote it was. */
    givenForId: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    givenOn: day().notNull(),
    how: text().$type<SaidHow>().notNull(),
    howNote: text(),
    recordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('decision_views_partner').on(t.decisionId, t.agencyId),
    index('decision_views_review').on(t.reviewId),
    index('decision_views_agency').on(t.agencyId),
    index('decision_views_given_by').on(t.givenById),
    index('decision_views_given_for').on(t.givenForId),
    index('decision_views_recorded_by').on(t.recordedById),
    ofItsMatter('decision_views_view', t.matter, t.view, ['not_given']),
    oneOf('decision_views_how', t.how, saidHows),
    check('decision_views_on_behalf', sql`${t.how} = 'in_person' or ${t.howNote} is not null`),
  ],
);
