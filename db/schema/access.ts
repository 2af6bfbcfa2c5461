import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, day, id, instant, oneOf, recordedAt, version } from './columns';
import { agencies, persons } from './partnership';
import { groups } from './groups';
import { reviews, sources } from './reviews';

export const memberships = ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF', 'AU', 'OB', 'SA'] as const;
export type Membership = (typeof memberships)[number];

/** A person's sign-in, if they have one. */
export const accounts = app.table(
  'accounts',
  {
    id: id(),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    email: text().notNull(),
    disabledAt: instant(),
    disabledReason: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [uniqueIndex('accounts_email').on(sql`lower(${t.email})`), uniqueIndex('accounts_person').on(t.personId)],
);

/** A password's argon2id hash. No policy for the application: only `app.find_sign_in` reads it. */
export const credentials = app.table('credentials', {
  accountId: uuid().primaryKey().references(() => accounts.id, { onDelete: 'restrict' }),
  passwordHash: text().notNull(),
  setAt: recordedAt(),
});

/** Who an account is to an identity provider, once one is connected. */
export const accountIdentities = app.table(
  'account_identities',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    accountId: uuid().notNull().references(() => accounts.id, { onDelete: 'restrict' }),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index('account_identities_account').on(t.accountId)],
);

export const authenticationStrengths = ['password', 'password_and_code', 'provider', 'demonstration'] as const;

/** One signed-in browser. The cookie holds a random token; this row holds its hash, and can be ended at once. */
export const sessions = app.table(
  'sessions',
  {
    id: id(),
    accountId: uuid().notNull().references(() => accounts.id, { onDelete: 'restrict' }),
    tokenHash: text().notNull(),
    startedAt: recordedAt(),
    lastSeenAt: recordedAt(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: instant(),
    strength: text().notNull(),
    authenticatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_account').on(t.accountId), oneOf('sessions_strength', t.strength, authenticationStrengths)],
);

/** A one-time link by which somebody sets their own password; the token is stored hashed. */
export const signInLinks = app.table(
  'sign_in_links',
  {
    id: id(),
    accountId: uuid().notNull().references(() => accounts.id, { onDelete: 'restrict' }),
    tokenHash: text().notNull(),
    startedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [uniqueIndex('sign_in_links_token').on(t.tokenHash), index('sign_in_links_account').on(t.accountId), index('sign_in_links_started_by').on(t.startedById)],
);

/** The one-time code of a live installation's first visit, hashed. */
export const setUpCodes = app.table('set_up_codes', {
  codeHash: text().primaryKey(),
  offeredAt: recordedAt(),
  usedAt: instant(),
});

/** What somebody is in the partnership, from when to when, and who gave it to them. */
export const membershipRows = app.table(
  'memberships',
  {
    id: id(),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    membership: text().$type<Membership>().notNull(),
    agencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    includesBelow: boolean().notNull().default(false),
    groupId: uuid().references(() => groups.id, { onDelete: 'restrict' }),
    sourceId: uuid().references(() => sources.id, { onDelete: 'restrict' }),
    /** A safeguarding partner's named decision-maker: whose vote this Executive member gives. */
    votesForAgencyId: uuid().references(() => agencies.id, { onDelete: 'restrict' }),
    fromOn: day().notNull(),
    toOn: day(),
    grantedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** Business unit, Executive and system administrator are granted by two people: not in force until confirmed. */
    needsSecond: boolean().notNull().default(false),
    confirmedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    confirmedAt: instant(),
    endedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    endedReason: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('memberships_membership', t.membership, memberships.filter((m) => m !== 'AO' && m !== 'LR' && m !== 'RP')),
    check('memberships_agency', sql`(${t.membership} = 'AL') = (${t.agencyId} is not null)`),
    check('memberships_group', sql`(${t.membership} in ('CH', 'TF', 'TC')) = (${t.groupId} is not null)`),
    check('memberships_source', sql`(${t.membership} = 'CF') = (${t.sourceId} is not null)`),
    check('memberships_vote', sql`${t.votesForAgencyId} is null or ${t.membership} = 'EX'`),
    check('memberships_two_people', sql`${t.confirmedById} is null or ${t.confirmedById} <> ${t.grantedById}`),
    check('memberships_not_to_oneself', sql`${t.grantedById} is null or ${t.grantedById} <> ${t.personId}`),
    check('memberships_second_not_oneself', sql`${t.confirmedById} is null or ${t.confirmedById} <> ${t.personId}`),
    check('memberships_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn} - 1`),
    index('memberships_person').on(t.personId, t.membership),
    index('memberships_agency_id').on(t.agencyId),
    index('memberships_group_id').on(t.groupId),
    index('memberships_source_id').on(t.sourceId),
    index('memberships_vote_agency').on(t.votesForAgencyId),
    index('memberships_granted_by').on(t.grantedById),
    index('memberships_confirmed_by').on(t.confirmedById),
    index('memberships_ended_by').on(t.endedById),
  ],
);

/** One person acting for another in one membership, between two dates. Standing deputies have no end. */
export const covers = app.table(
  'covers',
  {
    id: id(),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    byPersonId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    membership: text().$type<Membership>().notNull(),
    fromOn: day().notNull(),
    toOn: day(),
    setById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    reason: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('covers_membership', t.membership, memberships.filter((m) => m !== 'SA')),
    check('covers_two_people', sql`${t.personId} <> ${t.byPersonId}`),
    check('covers_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn} - 1`),
    index('covers_person').on(t.personId),
    index('covers_by').on(t.byPersonId),
    index('covers_set_by').on(t.setById),
  ],
);

export const placeCapacities = ['BU', 'CL', 'LR', 'RP', 'ER'] as const;
export type PlaceCapacity = (typeof placeCapacities)[number];

/** A person's place on one review's list: need to know, dated, given by somebody else with a reason. */
export const reviewPlaces = app.table(
  'review_places',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    capacity: text().$type<PlaceCapacity>().notNull(),
    reason: text().notNull(),
    fromOn: day().notNull(),
    toOn: day(),
    grantedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** An emergency place ends at this instant, 72 hours after it was taken: nobody gave it. */
    endsAt: instant(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('review_places_capacity', t.capacity, placeCapacities),
    check('review_places_emergency', sql`${t.endsAt} is null or (${t.capacity} = 'BU' and ${t.grantedById} is null and ${t.toOn} is not null)`),
    check('review_places_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn} - 1`),
    uniqueIndex('review_places_person_review').on(t.personId, t.reviewId, t.capacity, t.fromOn),
    index('review_places_review').on(t.reviewId),
    index('review_places_granted_by').on(t.grantedById),
  ],
);

/** A member of the business unit taken off one review's list: what is *case* and *named* of it is not theirs, unless they are given a place or take one. */
export const listRemovals = app.table(
  'list_removals',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    reason: text().notNull(),
    fromOn: day().notNull(),
    toOn: day(),
    removedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    endedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    endedReason: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    check('list_removals_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn} - 1`),
    check('list_removals_two_people', sql`${t.removedById} is null or ${t.removedById} <> ${t.personId}`),
    check('list_removals_ended', sql`${t.endedById} is null or (${t.toOn} is not null and ${t.endedReason} is not null)`),
    index('list_removals_person').on(t.personId),
    index('list_removals_review').on(t.reviewId),
    index('list_removals_removed_by').on(t.removedById),
    index('list_removals_ended_by').on(t.endedById),
  ],
);

export const interestOutcomes = ['stays', 'steps_back', 'excluded'] as const;
export type InterestOutcome = (typeof interestOutcomes)[number];

/**
 * A conflict of interest that somebody has with one review, and what follows: they stay, they step back from deciding, or they are
 * excluded. Only an exclusion hides, and it beats every membership. Declared by the person or by somebody else.
 */
export const conflictsOfInterest = app.table(
  'conflicts_of_interest',
  {
    id: id(),
    reviewId: uuid().notNull().references(() => reviews.id, { onDelete: 'restrict' }),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    outcome: text().$type<InterestOutcome>().notNull(),
    /** What the interest is. */
    reason: text().notNull(),
    fromOn: day().notNull(),
    /** The last day of it. */
    toOn: day(),
    declaredById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    /** The last day on which it holds by the word of somebody else alone: without both confirmations it has lapsed the day after. */
    confirmBy: day(),
    chairConfirmedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    partnerConfirmedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    endedById: uuid().references(() => persons.id, { onDelete: 'restrict' }),
    endedReason: text(),
    recordedAt: recordedAt(),
    version: version(),
  },
  (t) => [
    oneOf('conflicts_of_interest_outcome', t.outcome, interestOutcomes),
    check('conflicts_of_interest_dates', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn} - 1`),
    check('conflicts_of_interest_two_people', sql`${t.chairConfirmedById} is null or ${t.partnerConfirmedById} is null or ${t.chairConfirmedById} <> ${t.partnerConfirmedById}`),
    check('conflicts_of_interest_not_oneself', sql`coalesce(${t.chairConfirmedById} <> ${t.personId}, true) and coalesce(${t.partnerConfirmedById} <> ${t.personId}, true)`),
    check('conflicts_of_interest_ended', sql`${t.endedById} is null or (${t.toOn} is not null and ${t.endedReason} is not null)`),
    index('conflicts_of_interest_person').on(t.personId),
    index('conflicts_of_interest_review').on(t.reviewId),
    index('conflicts_of_interest_declared_by').on(t.declaredById),
    index('conflicts_of_interest_chair').on(t.chairConfirmedById),
    index('conflicts_of_interest_partner').on(t.partnerConfirmedById),
    index('conflicts_of_interest_ended_by').on(t.endedById),
  ],
);

/** One cell of the permission matrix, loaded from `db/policies/matrix.ts` by every migration. */
export const permissionCells = app.table(
  'permission_cells',
  {
    family: text().notNull(),
    membership: text().$type<Membership>().notNull(),
    operation: text().notNull(),
    reach: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.family, t.membership, t.operation, t.reach] })],
);

/** How many tries a key has left: sign-in per account and per address. Emptied as time passes. */
export const limits = app.table('limits', {
  key: text().primaryKey(),
  used: integer().notNull(),
  resetsAt: timestamp({ withTimezone: true }).notNull(),
}, (t) => [index('limits_resets').on(t.resetsAt)]);

/** What the gate signs the entered actor with. Made by the first migration; only the gate reads it. */
export const gateSecrets = app.table('gate_secrets', {
  id: smallint().primaryKey().default(1),
  secret: text().notNull(),
});

/** Somebody tried to open what they may not see. Written in a transaction of its own, without what they typed. */
export const denials = app.table('denials', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: recordedAt(),
  personId: uuid(),
  attempt: text().notNull(),
  details: jsonb().$type<Record<string, string>>(),
}, (t) => [index('denials_at').on(t.at)]);

/** Which policies and functions a migration last applied, by the digest of their text. */
export const schemaVersions = app.table('schema_versions', {
  name: text().primaryKey(),
  digest: text().notNull(),
  appliedAt: recordedAt(),
});
