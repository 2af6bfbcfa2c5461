import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, smallint, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { app, areas, day, id, instant, oneOf, provenance, recordBases, recordedAt, version, type Area } from './columns';

export const modes = ['demonstration', 'live'] as const;
export type Mode = (typeof modes)[number];

/** One row: what this database was made for. Written once at its creation and never changed. */
export const installation = app.table(
  'installation',
  {
    id: smallint().primaryKey().default(1),
    mode: text().$type<Mode>().notNull(),
    createdAt: recordedAt(),
    demonstrationLoadedAt: instant(),
    setUpAt: instant(),
  },
  (t) => [check('installation_one_row', sql`${t.id} = 1`), oneOf('installation_mode', t.mode, modes)],
);

/** One row: what this partnership has chosen where guidance leaves a choice. Readable by anyone, so nothing about a case. */
export const settings = app.table(
  'settings',
  {
    id: smallint().primaryKey().default(1),
    partnershipName: text().notNull(),
    partnershipShortName: text().notNull(),
    guidanceEdition: text().notNull().default('WT 2026'),
    /** The rapid review's start event: the notification being sent, or the council becoming aware. */
    rapidReviewStartsFrom: text().$type<'sent' | 'aware'>().notNull().default('sent'),
    countStartDay: boolean().notNull().default(false),
    ragDueSoonDays: integer().notNull().default(30),
    ragQuietDays: integer().notNull().default(45),
    ragMovesForRed: integer().notNull().default(2),
    /** In months after an action was complete: when it is looked at again, whether what was done is still in place. */
    secondCheckMonths: integer().array().notNull().default(sql`'{3,6,12}'`),
    idleMinutes: integer().notNull().default(15),
    sessionHours: integer().notNull().default(12),
    version: version(),
  },
  (t) => [
    check('settings_one_row', sql`${t.id} = 1`),
    oneOf('settings_start', t.rapidReviewStartsFrom, ['sent', 'aware']),
    check('settings_second_checks', sql`cardinality(${t.secondCheckMonths}) between 1 and 6 and 0 < all (${t.secondCheckMonths})`),
    check('settings_positive', sql`${t.ragDueSoonDays} > 0 and ${t.ragQuietDays} > 0 and ${t.ragMovesForRed} > 0 and ${t.idleMinutes} between 5 and 60 and ${t.sessionHours} between 1 and 24`),
  ],
);

export const agencyKinds = ['safeguarding_partner', 'relevant_agency', 'community_voice', 'outside'] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** An organisation the partnership knows: a node of the agencies tree (council → service, trust → division). */
export const agencies = app.table(
  'agencies',
  {
    id: id(),
    kind: text().$type<AgencyKind>().notNull(),
    parentId: uuid().references((): AnyPgColumn => agencies.id, { onDelete: 'restrict' }),
    /** Who took its duties on when it ended (a clinical commissioning group's integrated care board). */
    successorId: uuid().references((): AnyPgColumn => agencies.id, { onDelete: 'restrict' }),
    area: text().$type<Area>().notNull().default('both'),
    /** A local authority: it notifies serious incidents of its area. */
    isCouncil: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    fromOn: day(),
    toOn: day(),
    ...provenance(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('agencies_kind', t.kind, agencyKinds),
    oneOf('agencies_area', t.area, areas),
    oneOf('agencies_basis', t.recordBasis, recordBases),
    index('agencies_parent').on(t.parentId),
    index('agencies_successor').on(t.successorId),
  ],
);

/** What an agency was called, from when to when: historic names stay on historic records. */
export const agencyNames = app.table(
  'agency_names',
  {
    id: id(),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    fromOn: day(),
    toOn: day(),
    recordedAt: recordedAt(),
  },
  (t) => [index('agency_names_agency').on(t.agencyId, t.fromOn)],
);

/** Someone the partnership knows: owns, chairs or is named. Needs no sign-in. */
export const persons = app.table('persons', {
  id: id(),
  name: text().notNull(),
  ...provenance(),
  recordedAt: recordedAt(),
  version: version(),
}, (t) => [index('persons_name').on(t.name), oneOf('persons_basis', t.recordBasis, recordBases)]);

/** What somebody is in an agency, dated: none, one or many to a person. */
export const posts = app.table(
  'posts',
  {
    id: id(),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    agencyId: uuid().notNull().references(() => agencies.id, { onDelete: 'restrict' }),
    title: text().notNull(),
    fromOn: date({ mode: 'string' }).notNull(),
    toOn: day(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [index('posts_person').on(t.personId), index('posts_agency').on(t.agencyId), check('posts_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn} - 1`)],
);

export const priorityKinds = ['business', 'thematic', 'practice'] as const;
export type PriorityKind = (typeof priorityKinds)[number];

/** What the partnership set itself for a year. */
export const priorities = app.table(
  'priorities',
  {
    id: id(),
    reportingYear: text().notNull(),
    number: integer().notNull(),
    kind: text().$type<PriorityKind>().notNull(),
    title: text().notNull(),
    ...provenance(),
    recordedAt: recordedAt(),
  },
  (t) => [oneOf('priorities_kind', t.kind, priorityKinds), uniqueIndex('priorities_year_number').on(t.reportingYear, t.number), oneOf('priorities_basis', t.recordBasis, recordBases)],
);

/** A number somebody published, kept as they gave it and never forced to agree with another. */
export const reportedCounts = app.table(
  'reported_counts',
  {
    id: id(),
    reportingYear: text().notNull(),
    key: text().notNull(),
    counted: text().notNull(),
    value: integer().notNull(),
    quote: text(),
    note: text(),
    ...provenance(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('reported_counts_year_key').on(t.reportingYear, t.key), oneOf('reported_counts_basis', t.recordBasis, recordBases)],
);
