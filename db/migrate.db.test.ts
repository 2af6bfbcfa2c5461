import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { decisions, identities } from './schema';
import * as made from './testing/builders';
import { aTestDatabase } from './testing/harness';

const db = aTestDatabase();

/** What a migration does to rows, without what it does to tables. */
function changesOfRows(name: string): string[] {
  const folder = new URL('./migrations/', import.meta.url);
  const file = readdirSync(folder).find((one) => one.endsWith(`${name}.sql`))!;
  return readFileSync(new URL(file, folder), 'utf8').split('--> statement-breakpoint').filter((statement) => /^\s*(--.*\n)*\s*(UPDATE|WITH)/.test(statement));
}

test('what two people recorded at the same moment is kept, and one of each counts from then on', async () => {
  const [review, other] = [await made.aReview(db.owner), await made.aReview(db.owner)];
  await db.owner.execute(sql`drop index app.identities_child, app.decisions_first`);
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  for (const [place, id] of ids.entries()) await made.anIdentity(db.owner, { review, id, recordedAt: new Date(Date.UTC(2026, 0, 10 + place)) });
  await made.anIdentity(db.owner, { review: other });
  const decided = async (on: number, supersedes?: { id: string }) => made.aDecision(db.owner, { review, supersedes, recordedAt: new Date(Date.UTC(2026, 0, on)) });
  const first = await decided(10);
  const second = await decided(11);
  const afterFirst = await decided(12, first);
  const third = await decided(13);
  const elsewhere = await made.aDecision(db.owner, { review: other });

  const statements = changesOfRows('once-per-review-and-acceptance-minute');
  expect(statements).toHaveLength(2);
  for (const statement of statements) await db.owner.execute(sql.raw(statement));

  await db.owner.execute(sql`create unique index identities_child on app.identities (review_id) where subject = 'child'`);
  await db.owner.execute(sql`create unique index decisions_first on app.decisions (review_id, matter) where supersedes_id is null`);
  const subjects = new Map((await db.owner.select().from(identities).where(eq(identities.reviewId, review.id))).map((row) => [row.id, row.subject]));
  expect(ids.map((id) => subjects.get(id))).toEqual(['child_replaced', 'child_replaced', 'child']);
  const before = new Map((await db.owner.select().from(decisions)).map((row) => [row.id, row.supersedesId]));
  expect([first, second, afterFirst, third, elsewhere].map((row) => before.get(row.id))).toEqual([null, afterFirst.id, first.id, second.id, null]);
});
