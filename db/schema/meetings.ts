import { sql } from 'drizzle-orm';
import { boolean, check, index, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { app, day, id, instant, oneOf, recordedAt, version } from './columns';
import { groups } from './groups';
import { agencies, persons } from './partnership';
import { actions } from './plan';
import { recommendations } from './recommendations';
import { sources } from './reviews';

/** One meeting of a group: planned, then held or called off. Its decisions are rows of their own. */
export const meetings = app.table(
  'meetings',
  {
    id: id(),
    groupId: uuid().notNull().references(() => groups.id, { onDelete: 'restrict' }),
    plannedOn: day().notNull(),
    place: text(),
    heldOn: day(),
    calledOffBecause: text(),
    chairedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Given where whoever chairs it is not the group's chair. */
    standInBecause: text(),
    minuteReference: text(),
    minuteAddress: text(),
    /** One paper to a line, with its address where it has one. */
    papers: text(),
    /** Who else was there, beside the members: in words. */
    alsoThere: text(),
    example: boolean().notNull().default(false),
    recordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    index('meetings_group').on(t.groupId, t.plannedOn.desc()),
    index('meetings_chaired_by').on(t.chairedById),
    index('meetings_recorded_by').on(t.recordedById),
    check('meetings_held_or_called_off', sql`${t.heldOn} is null or ${t.calledOffBecause} is null`),
    check('meetings_minute_address', sql`${t.minuteAddress} is null or ${t.minuteAddress} ~ '^https?://'`),
  ],
);

export const presences = ['present', 'apologies'] as const;
export type Presence = (typeof presences)[number];

/** A member at one meeting, and for which agency they were there that day. */
export const meetingAttendances = app.table(
  'meeting_attendances',
  {
    id: id(),
    meetingId: uuid().notNull().references(() => meetings.id, { onDelete: 'restrict' }),
    /** The meeting's, kept by a trigger. */
    groupId: uuid().notNull().references(() => groups.id, { onDelete: 'restrict' }),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    agencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    /** Nothing where an entry was taken back. */
    presence: text().$type<Presence>(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('meeting_attendances_person').on(t.meetingId, t.personId),
    index('meeting_attendances_group').on(t.groupId),
    index('meeting_attendances_person_id').on(t.personId),
    index('meeting_attendances_agency').on(t.agencyId),
    oneOf('meeting_attendances_presence', t.presence, presences),
  ],
);

/** What a group decided at a meeting: one line of the decision log. Its words stand once the chair has confirmed them. */
export const meetingDecisions = app.table(
  'meeting_decisions',
  {
    id: id(),
    reference: text().notNull(),
    meetingId: uuid().notNull().references(() => meetings.id, { onDelete: 'restrict' }),
    /** The meeting's, kept by a trigger. */
    groupId: uuid().notNull().references(() => groups.id, { onDelete: 'restrict' }),
    matter: text().notNull(),
    options: text(),
    decision: text().notNull(),
    reasons: text().notNull(),
    evidenceSeen: text(),
    decidedBy: text(),
    dissent: text(),
    conflicts: text(),
    legalBasis: text(),
    reviewOn: day(),
    supersedesId: uuid().references((): AnyPgColumn => meetingDecisions.id, { onDelete: 'restrict' }),
    aboutSourceId: uuid().references(() => sources.id, { onDelete: 'restrict' }),
    aboutRecommendationId: uuid().references(() => recommendations.id, { onDelete: 'restrict' }),
    aboutActionId: uuid().references(() => actions.id, { onDelete: 'restrict' }),
    example: boolean().notNull().default(false),
    recordedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    confirmedAt: instant(),
    confirmedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('meeting_decisions_reference').on(t.reference),
    index('meeting_decisions_meeting').on(t.meetingId, t.recordedAt),
    index('meeting_decisions_group').on(t.groupId, t.recordedAt.desc()),
    uniqueIndex('meeting_decisions_supersedes').on(t.supersedesId),
    index('meeting_decisions_source').on(t.aboutSourceId),
    index('meeting_decisions_recommendation').on(t.aboutRecommendationId),
    index('meeting_decisions_action').on(t.aboutActionId),
    index('meeting_decisions_recorded_by').on(t.recordedById),
    index('meeting_decisions_confirmed_by').on(t.confirmedById),
    check('meeting_decisions_confirmed', sql`(${t.confirmedAt} is null) = (${t.confirmedById} is null)`),
    check('meeting_decisions_about_one', sql`num_nonnulls(${t.aboutSourceId}, ${t.aboutRecommendationId}, ${t.aboutActionId}) <= 1`),
  ],
);
