import { bigint, index, jsonb, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { app, id, instant, recordedAt } from './columns';

/** One thing somebody asked the product to do. History points here, so undo and "what changed" are one thing. */
export const commands = app.table(
  'commands',
  {
    id: id(),
    command: text().notNull(),
    actorKind: text().notNull(),
    personId: uuid(),
    accountId: uuid(),
    /** The form it came from; the same key twice is one event. */
    formKey: uuid(),
    /** Of what was sent, so that the same key with other content is refused. */
    bodyDigest: text(),
    /** Where the first press led, so that the second leads there too. */
    resultPath: text(),
    startedAt: recordedAt(),
  },
  (t) => [uniqueIndex('commands_form_key').on(t.accountId, t.formKey), index('commands_person').on(t.personId, t.startedAt)],
);

/** What changed in one row: who, when, by which command, before and after. Written by triggers only, never changed. */
export const history = app.table(
  'history',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    tableName: text().notNull(),
    recordId: text().notNull(),
    /** The record whose timeline this belongs to: an update's is its action. */
    rootName: text().notNull(),
    rootId: text().notNull(),
    /** Whose rule decides who may see this entry: the record's own, as it stands now. */
    family: text().notNull(),
    scopeId: uuid(),
    operation: text().notNull(),
    commandId: uuid(),
    command: text().notNull(),
    actorKind: text().notNull(),
    personId: uuid(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    contentDigest: text().notNull(),
    /** The hash of the same record's previous entry, or nothing for its first. */
    previousHash: text(),
    hash: text().notNull(),
  },
  (t) => [index('history_record').on(t.tableName, t.recordId, t.id), index('history_root').on(t.rootName, t.rootId, t.id.desc().nullsFirst()), index('history_command').on(t.commandId)],
);

/** Entries committed since the last seal, bound into one chain. */
export const historySeals = app.table('history_seals', {
  number: bigint({ mode: 'number' }).primaryKey(),
  sealedAt: recordedAt(),
  entries: bigint({ mode: 'number' }).notNull(),
  entriesDigest: text().notNull(),
  previousHash: text(),
  hash: text().notNull(),
  /** No entry up to this one is left to seal: where the next seal begins to look. */
  sealedThrough: bigint({ mode: 'number' }).notNull().default(0),
});

/** Which seal holds an entry, and at which place in it. */
export const historySealed = app.table(
  'history_sealed',
  {
    historyId: bigint({ mode: 'number' }).primaryKey().references(() => history.id, { onDelete: 'restrict' }),
    sealNumber: bigint({ mode: 'number' }).notNull().references(() => historySeals.number, { onDelete: 'restrict' }),
  },
  (t) => [index('history_sealed_seal').on(t.sealNumber, t.historyId)],
);

/** Somebody opened, listed or exported text of a case. Written in the transaction that reads it: no row, no page. */
export const recordViews = app.table(
  'record_views',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: recordedAt(),
    personId: uuid().notNull(),
    sessionId: uuid(),
    kind: text().$type<'opened' | 'listed' | 'exported'>().notNull(),
    /** Which page or file, as an address pattern: never with what was typed. */
    place: text().notNull(),
    sensitivity: text().$type<'named' | 'case'>().notNull(),
    filter: jsonb().$type<Record<string, string>>(),
  },
  (t) => [index('record_views_person').on(t.personId, t.at)],
);

/** The reviews that one view showed. */
export const recordViewReviews = app.table(
  'record_view_reviews',
  {
    viewId: bigint({ mode: 'number' }).notNull().references(() => recordViews.id, { onDelete: 'restrict' }),
    reviewId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.viewId, t.reviewId] }), index('record_view_reviews_review').on(t.reviewId, t.viewId)],
);

/** What somebody has typed and not sent, encrypted: theirs alone. */
export const drafts = app.table(
  'drafts',
  {
    id: id(),
    accountId: uuid().notNull(),
    /** The form and the record it is about ("update-action:A-014"). */
    form: text().notNull(),
    sealed: text().notNull(),
    keyId: text().notNull(),
    /** Where the form is: an address on this site. */
    page: text(),
    savedAt: recordedAt(),
  },
  (t) => [uniqueIndex('drafts_form').on(t.accountId, t.form), index('drafts_saved').on(t.savedAt)],
);

/** A message to somebody, written in the transaction of what it tells about. Reference and link only. */
export const outbox = app.table(
  'outbox',
  {
    id: id(),
    toPersonId: uuid().notNull(),
    message: text().notNull(),
    recordName: text().notNull(),
    recordId: uuid().notNull(),
    path: text().notNull(),
    readAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [index('outbox_person').on(t.toPersonId, t.recordedAt), index('outbox_record').on(t.recordName, t.recordId)],
);

/** Work done inside the server on a lease, so that any number of instances is safe. */
export const jobs = app.table('jobs', {
  name: text().primaryKey(),
  dueAt: recordedAt(),
  leasedUntil: instant(),
  lastStartedAt: instant(),
  lastFinishedAt: instant(),
  lastFailure: text(),
});

/** The next number of a run of references (`A-014`). Holds numbers only. */
export const counters = app.table('counters', {
  name: text().primaryKey(),
  next: bigint({ mode: 'number' }).notNull(),
});
