import { sql } from 'drizzle-orm';
import { boolean, check, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, day, id, oneOf, recordedAt, version } from './columns';
import { meetingDecisions } from './meetings';
import { agencies, persons } from './partnership';
import { actions } from './plan';
import { recommendations } from './recommendations';
import { saidHows, sources, type SaidHow } from './reviews';

export const challengeTopics = ['threshold', 'information', 'late_return', 'slipped_action', 'quality', 'decision', 'other'] as const;
export type ChallengeTopic = (typeof challengeTopics)[number];
export const challengeStages = ['informal', 'formal', 'executive'] as const;
export type ChallengeStage = (typeof challengeStages)[number];
export const challengeOutcomes = ['upheld', 'partly', 'not_upheld', 'withdrawn'] as const;
export type ChallengeOutcome = (typeof challengeOutcomes)[number];

/** One member of the partnership holds an agency to account for one thing: raised, answered, closed. */
export const challenges = app.table(
  'challenges',
  {
    id: id(),
    reference: text().notNull(),
    raisedOn: day().notNull(),
    raisedById: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    /** Nothing where it is raised for no agency, as the independent scrutineer does. */
    raisedByAgencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    aboutAgencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    topic: text().$type<ChallengeTopic>().notNull(),
    /** Where it was raised: a meeting, a call, a letter. */
    forum: text(),
    challenge: text().notNull(),
    asked: text().notNull(),
    stage: text().$type<ChallengeStage>().notNull().default('informal'),
    dueOn: day().notNull(),
    answer: text(),
    answeredOn: day(),
    answeredById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    how: text().$type<SaidHow>(),
    howNote: text(),
    answerRecordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    outcome: text().$type<ChallengeOutcome>(),
    outcomeReason: text(),
    changedForChildren: text(),
    closedOn: day(),
    closedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    aboutSourceId: uuid().references(() => sources.id, { onDelete: 'restrict' }),
    aboutRecommendationId: uuid().references(() => recommendations.id, { onDelete: 'restrict' }),
    aboutActionId: uuid().references(() => actions.id, { onDelete: 'restrict' }),
    aboutDecisionId: uuid().references(() => meetingDecisions.id, { onDelete: 'restrict' }),
    example: boolean().notNull().default(false),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('challenges_reference').on(t.reference),
    index('challenges_raised').on(t.raisedOn.desc(), t.id),
    index('challenges_open').on(t.dueOn).where(sql`closed_on is null`),
    index('challenges_raised_by').on(t.raisedById),
    index('challenges_raised_by_agency').on(t.raisedByAgencyId),
    index('challenges_about_agency').on(t.aboutAgencyId),
    index('challenges_answered_by').on(t.answeredById),
    index('challenges_answer_recorded_by').on(t.answerRecordedById),
    index('challenges_closed_by').on(t.closedById),
    index('challenges_source').on(t.aboutSourceId),
    index('challenges_recommendation').on(t.aboutRecommendationId),
    index('challenges_action').on(t.aboutActionId),
    index('challenges_decision').on(t.aboutDecisionId),
    oneOf('challenges_topic', t.topic, challengeTopics),
    oneOf('challenges_stage', t.stage, challengeStages),
    oneOf('challenges_outcome', t.outcome, challengeOutcomes),
    oneOf('challenges_how', t.how, saidHows),
    check('challenges_about_one', sql`num_nonnulls(${t.aboutSourceId}, ${t.aboutRecommendationId}, ${t.aboutActionId}, ${t.aboutDecisionId}) <= 1`),
    check('challenges_of_another', sql`${t.raisedByAgencyId} is distinct from ${t.aboutAgencyId}`),
    check('challenges_answered', sql`num_nonnulls(${t.answer}, ${t.answeredOn}, ${t.answeredById}, ${t.how}, ${t.answerRecordedById}) in (0, 5) and (${t.how} is null or ${t.how} = 'in_person' or ${t.howNote} is not null)`),
    check('challenges_closed', sql`num_nonnulls(${t.closedOn}, ${t.closedById}, ${t.outcome}, ${t.outcomeReason}) in (0, 4)`),
  ],
);
