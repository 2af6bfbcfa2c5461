import { index, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { app, wordList } from './columns';

/**
 * The words of one record, by which it is found. Which columns of which table, `db/policies/searched.ts` says; kept by triggers, and read by nobody
 * but the search, which gives no more than identifiers: what they are, the record's own policy decides.
 */
export const searchEntries = app.table(
  'search_entries',
  {
    tableName: text().notNull(),
    recordId: uuid().notNull(),
    /** Whose cells for `see` say how far somebody reaches it, at the stage that it is at. */
    family: text().notNull(),
    /** What opens it: itself, or the action or review that it belongs to. */
    scopeId: uuid().notNull(),
    reviewId: uuid(),
    /** When it was recorded: of very many, the latest are looked through. */
    at: timestamp({ withTimezone: true }).notNull(),
    words: wordList().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tableName, t.recordId] }),
    // Words are rarely added and often looked for: none wait in a list that every search would read through.
    index('search_entries_words').using('gin', t.words).with({ fastupdate: false }),
    index('search_entries_at').on(t.at.desc().nullsFirst()),
    index('search_entries_scope').on(t.scopeId),
    index('search_entries_review').on(t.reviewId),
  ],
);
