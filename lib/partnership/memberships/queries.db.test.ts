import { beforeAll, expect, test } from 'vitest';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { recordViewReviews } from '@/db/schema';
import { read } from '@/lib/access/context';
import { listOwnHeld } from '@/lib/partnership/memberships/queries';

const db = aTestDatabase();
let dee: TestEntry, laura: TestEntry, fiona: TestEntry, peter: TestEntry, panelOnly: TestEntry;
let review: Awaited<ReturnType<typeof made.aReview>>;

beforeAll(async () => {
  const group = await made.aGroup(db.owner, { kind: 'task_and_finish', name: 'Neglect' });
  const trust = await made.anAgency(db.owner, { name: 'Example NHS Trust' });
  const council = await made.aSafeguardingPartner(db.owner, { name: 'Example Council' });
  review = await made.aReview(db.owner, { kind: 'lcspr', title: 'Child N' });
  const both = await made.aMember(db.owner, 'TF', { group });
  await made.aMembership(db.owner, { person: both, membership: 'AL', agency: trust });
  const [helen, deputy] = [await made.aMember(db.owner, 'EX', { name: 'Helen', votesFor: council }), await made.aPerson(db.owner)];
  await made.aCover(db.owner, { person: helen, by: deputy, membership: 'EX' });
  const hidden = await made.aMember(db.owner, 'RP', { review });
  await made.anExclusion(db.owner, { review, person: hidden });
  [dee, laura, fiona, peter, panelOnly] = [
    await db.enterAs(both), await db.enterAs(deputy), await db.enterAs(await made.aMember(db.owner, 'LR', { review })), await db.enterAs(await made.aMember(db.owner, 'OB')), await db.enterAs(hidden),
  ];
});

const heldBy = async (entry: TestEntry) => (await read(entry, (ctx) => listOwnHeld(ctx))).map(({ membership, of, reference, forPerson }) => ({ membership, of, reference, forPerson }));
const nothing = { of: null, reference: null, forPerson: null };

test('what one holds is named: of which group, agency or review, and for whom one acts', async () => {
  expect((await heldBy(dee)).sort((a, b) => a.membership.localeCompare(b.membership))).toEqual([{ ...nothing, membership: 'AL', of: 'Example NHS Trust' }, { ...nothing, membership: 'TF', of: 'Neglect' }]);
  expect(await heldBy(laura)).toEqual([{ ...nothing, membership: 'EX', of: 'Example Council', forPerson: 'Helen' }]);
  expect(await heldBy(peter)).toEqual([{ ...nothing, membership: 'OB' }]);
});

test('a review not published is named to who is on its list, and it is noted; who is excluded holds nothing of it', async () => {
  const noted = () => db.owner.$count(recordViewReviews);
  const before = await noted();
  expect(await heldBy(fiona)).toEqual([{ ...nothing, membership: 'LR', of: 'Child N', reference: review.reference }]);
  expect(await noted()).toBe(before + 1);
  expect(await heldBy(panelOnly)).toEqual([]);
  expect(await noted()).toBe(before + 1);
});
