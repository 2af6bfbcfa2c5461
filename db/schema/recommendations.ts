import { sql } from 'drizzle-orm';
import { check, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
