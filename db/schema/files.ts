import { sql } from 'drizzle-orm';
import { check, customType, index, integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { app, id, instant, recordedAt } from './columns';
import { persons } from './partnership';
import { actions, evidence } from './plan';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * What somebody has sent and no record holds yet: like a draft it is theirs alone, and goes after a day. Its bytes stand in chunks. Once a
 * command has attached it, the row of `files` speaks for it, and this one is nobody's to see or remove.
 */
export const uploads = app.table(
  'uploads',
  {
    id: id(),
    personId: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    /** As it was called, without what could be taken for a path or hide what it is. */
    name: text().notNull(),
    arrivedAt: recordedAt(),
    /** Found by its content, together with what follows, when all of it had arrived and nothing was wrong with it. */
    mediaType: text(),
    size: integer(),
    sha256: text(),
    readyAt: instant(),
    attachedAt: instant(),
  },
  (t) => [
    index('uploads_person').on(t.personId),
    index('uploads_arrived').on(t.arrivedAt).where(sql`attached_at is null`),
    check('uploads_ready', sql`${t.readyAt} is null or (${t.mediaType} is not null and ${t.size} is not null and ${t.sha256} is not null)`),
    check('uploads_attached_when_ready', sql`${t.attachedAt} is null or ${t.readyAt} is not null`),
  ],
);

/** A part of what was sent, in order from 0. */
export const fileChunks = app.table(
  'file_chunks',
  {
    uploadId: uuid().notNull().references(() => uploads.id, { onDelete: 'restrict' }),
    number: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.number] }), check('file_chunks_number', sql`${t.number} >= 0`), check('file_chunks_size', sql`length(${t.bytes}) between 1 and 262144`)],
);

/** A file that a record holds: seen by whoever sees that record. What it says of itself is copied from its upload by a trigger. */
export const files = app.table(
  'files',
  {
    id: uuid().primaryKey().references(() => uploads.id, { onDelete: 'restrict' }),
    evidenceId: uuid().notNull().references(() => evidence.id, { onDelete: 'restrict' }),
    /** Its evidence's, kept by a trigger. */
    actionId: uuid().notNull().references(() => actions.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    uploadedById: uuid().notNull().references(() => persons.id, { onDelete: 'restrict' }),
    uploadedAt: timestamp({ withTimezone: true }).notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [index('files_evidence').on(t.evidenceId), index('files_action').on(t.actionId), index('files_uploaded_by').on(t.uploadedById)],
);
