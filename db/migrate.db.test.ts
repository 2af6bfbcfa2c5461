import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { eq, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actions, actionScopes, agencies, decisions, history, identities, reviewOrigins, reviews, updates } from './schema';
import * as made from './testing/builders';
import { aTestDatabase } from './testing/harness';

const db = aTestDatabase();

/** What a migration does to rows, without what it does to tables. */
function changesOfRows(name: string): string[] {
  const folder = new URL('./migrations/', import.meta.url);
  const file = readdirSync(folder).find((one) => one.endsWith(`${name}.sql`))!;
  return readFileSync(new URL(file, folder), 'utf8').split('--> statement-breakpoint').filter((statement) => /^\s*(--.*\n)*\s*(UPDATE|WITH|INSERT|DELETE)/.test(statement));
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

test('what the database derives of actions is made anew as its triggers make it, without a version or a line of history', async () => {
  const [agency, other] = [await made.anAgency(db.owner), await made.anAgency(db.owner)];
  const recommendation = await made.aRecommendation(db.owner, { source: await made.aReview(db.owner) });
  await made.anAction(db.owner, {
    title: 'Agree the step-down checklist', detail: 'The child’s own words, in Éire: 50% – or more', owner: await made.aPerson(db.owner), agency, group: await made.aGroup(db.owner),
    contributors: [other, agency], sources: [await made.aSource(db.owner)], recommendations: [recommendation],
  });
  await made.anAction(db.owner);
  const derived = async () => ({
    scopes: await db.owner.select().from(actionScopes).orderBy(actionScopes.openedId, actionScopes.key, actionScopes.byActionId),
    parties: (await db.owner.select({ id: actions.id, partyIds: actions.partyIds, version: actions.version }).from(actions).orderBy(actions.id)).map((row) => ({ ...row, partyIds: row.partyIds.toSorted() })),
    history: await db.owner.$count(history),
  });
  const kept = await derived();
  // Four records are opened by six keys: the owner, two agencies, the group and two sources.
  expect(kept.scopes).toHaveLength(4 * 6);
  await db.owner.execute(sql`alter table app.actions disable trigger user`);
  await db.owner.execute(sql`update app.actions set party_ids = '{}'`);
  // The words of actions stood in a table of their own, which a later migration takes away.
  await db.owner.execute(sql`create table app.action_words (action_id uuid primary key, words tsvector not null)`);

  const statements = changesOfRows('keys-and-words-of-actions');
  expect(statements).toHaveLength(4);
  for (const statement of statements) await db.owner.execute(sql.raw(statement));

  await db.owner.execute(sql`alter table app.actions enable trigger user`);
  expect(await derived()).toEqual(kept);
});

test('of the safeguarding partners, those that are called a council are councils from then on', async () => {
  const council = await made.aSafeguardingPartner(db.owner, { name: 'Testham Borough Council' });
  const others = [await made.aSafeguardingPartner(db.owner, { name: 'Testham Constabulary' }), await made.anAgency(db.owner, { name: 'Council of Faiths' })];
  const statements = changesOfRows('which-agencies-are-councils');
  expect(statements).toHaveLength(1);
  for (const statement of statements) await db.owner.execute(sql.raw(statement));
  const after = await db.owner.select().from(agencies).where(inArray(agencies.id, [council.id, ...others.map((one) => one.id)]));
  expect(after.filter((agency) => agency.isCouncil).map((agency) => agency.id)).toEqual([council.id]);
});

test('how far each review has come is on its spine as the triggers keep it; a pair that was inferred goes, and what it told stays', async () => {
  const review = await made.aReview(db.owner);
  await made.aNotification(db.owner, { review });
  await made.aRapidReview(db.owner, { review, sentToPanelOn: '2026-01-23' });
  const decided = (outcome: 'lcspr' | 'no_lcspr', on: string) => ({ review, outcome, decidedFrom: on, decidedTo: on, decidedPrecision: 'day' as const });
  const first = await made.aDecision(db.owner, decided('no_lcspr', '2026-01-21'));
  await made.aDecision(db.owner, { ...decided('lcspr', '2026-01-22'), supersedes: first });
  const [reported, named, practice] = [await made.aReview(db.owner), await made.aReview(db.owner, { kind: 'lcspr' }), await made.aReview(db.owner, { kind: 'lcspr' })];
  await made.aReviewOrigin(db.owner, { review: practice, origin: review });
  const stages = async () => ({ spines: await db.owner.select().from(reviews).orderBy(reviews.id), history: await db.owner.$count(history), origins: await db.owner.$count(reviewOrigins) });
  const kept = await stages();
  expect(kept.spines.find((one) => one.id === review.id)).toMatchObject({ notifiedOn: '2026-01-08', openedOn: '2026-01-08', putOn: '2026-01-20', decidedOn: '2026-01-22', outcome: 'lcspr', sentToPanelOn: '2026-01-23' });

  await made.aReviewOrigin(db.owner, { review: named, origin: reported, inferred: true });
  await db.owner.execute(sql`alter table app.reviews disable trigger user`);
  await db.owner.execute(sql`update app.reviews set notified_on = null, opened_on = null, put_on = null, decided_on = null, outcome = null, sent_to_panel_on = null`);
  const statements = changesOfRows('stage-on-the-spine');
  expect(statements).toHaveLength(5);
  for (const statement of statements) await db.owner.execute(sql.raw(statement));
  await db.owner.execute(sql`alter table app.reviews enable trigger user`);

  const after = await stages();
  expect(after.spines).toEqual(kept.spines.map((spine) => (spine.id === reported.id ? { ...spine, outcome: 'lcspr' } : spine)));
  expect(after.origins).toBe(kept.origins);
  // The pair was recorded and taken back.
  expect(after.history).toBe(kept.history + 2);
});

test('words said before count as those of completion where they were sent as such', async () => {
  const action = await made.anAction(db.owner, { dueOn: '2026-12-01' });
  const [said, other] = [await made.anUpdate(db.owner, { action }), await made.anUpdate(db.owner, { action })];
  await db.owner.execute(sql`alter table app.history disable trigger user`);
  await db.owner.update(history).set({ command: 'say-complete' }).where(eq(history.recordId, said.id));
  await db.owner.execute(sql`alter table app.history enable trigger user`);
  await db.owner.execute(sql`alter table app.updates disable trigger user`);
  const statements = changesOfRows('word-of-completion');
  expect(statements).toHaveLength(1);
  for (const statement of statements) await db.owner.execute(sql.raw(statement));
  await db.owner.execute(sql`alter table app.updates enable trigger user`);
  const after = await db.owner.select().from(updates).where(inArray(updates.id, [said.id, other.id]));
  expect(after.filter((update) => update.completes).map((update) => update.id)).toEqual([said.id]);
});

test('what is over already is known to be, as the triggers know it', async () => {
  const day = (date: string) => ({ completeOn: date, checkedOn: date });
  for (const given of [{}, day('2026-02-10'), { ...day('2026-02-10'), closedOn: '2026-02-12' }, { aside: 'paused' as const }, { aside: 'transferred' as const }]) await made.anAction(db.owner, given);
  const known = async () => (await db.owner.select({ id: actions.id, isOver: actions.isOver, version: actions.version }).from(actions).orderBy(actions.id));
  const kept = await known();
  expect(new Set(kept.map((action) => action.isOver))).toEqual(new Set([false, true]));
  await db.owner.execute(sql`alter table app.actions disable trigger user`);
  await db.owner.execute(sql`update app.actions set is_over = false`);
  const statements = changesOfRows('open-before-over');
  expect(statements).toHaveLength(1);
  for (const statement of statements) await db.owner.execute(sql.raw(statement));
  await db.owner.execute(sql`alter table app.actions enable trigger user`);
  expect(await known()).toEqual(kept);
});
