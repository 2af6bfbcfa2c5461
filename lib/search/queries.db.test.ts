import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordViewReviews, recordViews, sessions } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read } from '@/lib/access/context';
import { findByReference, search } from './queries';

const db = aTestDatabase();
let unit: TestEntry, engine: TestEntry, owner: TestEntry, lead: TestEntry, kept: TestEntry, administrator: TestEntry;
let review: Awaited<ReturnType<typeof made.aReview>>;
let action: Awaited<ReturnType<typeof made.anAction>>, other: typeof action;

const found = async (entry: TestEntry, typed: string, page = 1) => (await read(entry, (ctx) => search(ctx, { typed, page }))).found.map(({ kind, reference }) => [kind, reference]);

beforeAll(async () => {
  const store = db.owner;
  review = await made.aReview(store, { title: 'Child Quartz' });
  const jo = await made.aPerson(store, { name: 'Jo Hale' });
  const recommendation = await made.aRecommendation(store, { source: review, text: 'Record what fathers say', released: true });
  await made.aNotification(store, { review, outline: 'An injury found by a quartzite doctor' });
  await made.aRapidReview(store, { review, facts: 'The quartz was seen at home' });
  await made.aDecision(store, { review, recommendedBecause: 'Quartz again' });
  action = await made.anAction(store, { owner: jo, title: 'Train in recording', detail: 'Fathers and quartz', recommendations: [recommendation] });
  other = await made.anAction(store, { title: 'Quartz for others' });
  await made.anUpdate(store, { action, text: 'A quartz of the teams' });
  await made.someEvidence(store, { action, title: 'Quartz register' });
  await made.someEvidence(store, { action, title: 'Quartz of a named child', holdsPersonalData: true });
  [unit, engine, owner, administrator] = [await db.enterAs(await made.aMember(store, 'BU')), await db.enterAs(await made.aMember(store, 'ER')), await db.enterAs(jo), await db.enterAs(await made.aMember(store, 'SA'))];
  const member = await made.aMember(store, 'CL');
  await made.aPlace(store, { review, person: member, capacity: 'CL' });
  lead = await db.enterAs(member);
  const excluded = await made.aMember(store, 'BU');
  await made.anExclusion(store, { person: excluded, review });
  kept = await db.enterAs(excluded);
});

describe('a search', () => {
  test('finds every kind of record, a heading with the words first', async () => {
    const all = await found(unit, 'quartz');
    expect(all).toHaveLength(8);
    expect(new Set(all.map(([kind]) => kind))).toEqual(new Set(['sources', 'actions', 'updates', 'evidence', 'notifications', 'rapid_reviews', 'decisions']));
    expect(new Set(all.slice(0, 6).map(([kind]) => kind))).toEqual(new Set(['sources', 'actions', 'evidence', 'notifications', 'rapid_reviews', 'decisions']));
    expect(await found(unit, 'fathers recor')).toEqual(expect.arrayContaining([['recommendations', expect.anything()], ['actions', action.reference]]));
  });

  test('finds nothing that has not all the words, or where there is none', async () => {
    for (const typed of ['quartz zebra', 'uartz', '%', "' | :* & !(", '']) expect(await found(unit, typed), typed).toEqual([]);
  });

  test('never finds what holds personal data', async () => {
    expect(await found(unit, 'named child quartz')).toEqual([]);
  });

  test('finds what the reader may see, and nothing else', async () => {
    expect(new Set((await found(engine, 'quartz')).map(([kind]) => kind))).toEqual(new Set(['actions', 'updates', 'evidence']));
    expect(await found(owner, 'quartz')).toEqual(expect.arrayContaining([['actions', action.reference], ['updates', action.reference], ['evidence', action.reference]]));
    expect(await found(owner, 'quartz')).toHaveLength(3);
    expect(await found(owner, 'fathers')).toEqual(expect.arrayContaining([['recommendations', expect.anything()]]));
    const onList = await found(lead, 'quartz');
    expect(onList.map(([, reference]) => reference)).not.toContain(other.reference);
    expect(new Set(onList.map(([kind]) => kind))).toEqual(new Set(['sources', 'actions', 'updates', 'evidence', 'notifications', 'rapid_reviews', 'decisions']));
    // Everything hangs on the review that they are excluded from, but for one action.
    expect(await found(kept, 'quartz')).toEqual([['actions', other.reference]]);
    expect(await found(administrator, 'quartz')).toEqual([]);
  });

  test('finds a word that was changed as it is now', async () => {
    const one = await made.anAction(db.owner, { title: 'Basalt' });
    expect(await found(unit, 'basalt')).toEqual([['actions', one.reference]]);
    await db.owner.execute(`update app.actions set title = 'Granite' where id = '${one.id}'`);
    expect([await found(unit, 'basalt'), await found(unit, 'granite')]).toEqual([[], [['actions', one.reference]]]);
  });

  test('notes the reviews whose case it showed', async () => {
    await found(unit, 'quartz');
    const looks = await db.owner.select({ kind: recordViews.kind, filter: recordViews.filter }).from(recordViews)
      .innerJoin(recordViewReviews, eq(recordViewReviews.viewId, recordViews.id)).innerJoin(sessions, eq(sessions.id, recordViews.sessionId))
      .where(and(eq(sessions.tokenHash, unit.tokenHash), eq(recordViewReviews.reviewId, review.id), eq(recordViews.place, '/search')));
    expect(looks.at(-1)).toEqual({ kind: 'listed', filter: { q: 'quartz' } });
  });

  test('by reference leads to the record, where one may see it', async () => {
    const to = (entry: TestEntry, reference: string) => read(entry, (ctx) => findByReference(ctx, reference));
    expect(await to(unit, action.reference)).toBe(`/plan/${action.reference}`);
    expect(await to(unit, review.reference)).toBe(`/reviews/${review.reference}`);
    expect([await to(owner, other.reference), await to(kept, review.reference), await to(engine, review.reference), await to(unit, 'A-99999')]).toEqual([null, null, null, null]);
  });
});
