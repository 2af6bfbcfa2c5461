import { eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { recommendations } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { overASave, twoPeople } from '@/lib/access/testing/browser';
import { submitAcceptRecommendation, submitChangeRecommendation, submitReleaseRecommendation } from '@/lib/recommendations/server-actions';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
let sam: TestEntry, priya: TestEntry & { name: string };

beforeAll(async () => {
  sam = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Sam Okafor' }));
  priya = { name: 'Priya Nair', ...(await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Priya Nair' }))) };
});

test('a recommendation is compared in every field of its form, with the agencies by name', async () => {
  const [homes, police] = [await made.anAgency(db.owner, { name: 'Homes' }), await made.anAgency(db.owner, { name: 'Police' })];
  const { reference } = await made.aRecommendation(db.owner, { source: await made.aReview(db.owner) });
  const hers = { reference, _version: '1', text: 'Hers', addressedTo: 'agencies', agencies: [homes.id, police.id], byWhen: '31 March 2027', outcome: 'Children are heard', measure: 'Files', baseline: '1', target: '9', measureOn: '1 May 2027' };
  const his = { reference, _version: '1', text: 'His', addressedTo: 'national', nationalBody: 'A body', agencies: [homes.id], byWhen: '31/3/27', outcome: 'They are seen', measure: 'Visits', baseline: '2', target: '8', measureOn: '' };
  expect(await twoPeople(priya, sam, submitChangeRecommendation, hers, his)).toEqual({
    'What is recommended': ['Hers', 'His'], 'Who is it addressed to?': ['One or more agencies', 'A national body'], 'Agencies': ['Homes, Police', ''], 'Name of the national body': ['', 'A body'],
    'What will be different for children and families': ['Children are heard', 'They are seen'], 'How the partnership will know': ['Files', 'Visits'], 'Where it stands now': ['1', '2'], 'Where it should be': ['9', '8'], 'When it is measured': ['1 May 2027', ''],
  });
});

test('whether it is accepted is compared with the group, how and the minute', async () => {
  const [engineRoom, other] = [await made.aGroup(db.owner, { kind: 'engine_room', name: 'Engine Room', example: true }), await made.aGroup(db.owner, { kind: 'other', name: 'Another group', example: true })];
  const { reference } = await made.aRecommendation(db.owner, { source: await made.aReview(db.owner), example: true });
  const hers = { reference, _version: '1', acceptance: 'accepted', acceptedOn: '10/2/26', group: engineRoom.id, how: 'meeting', howNote: 'Item 4' };
  const his = { reference, _version: '1', acceptance: 'partly', reason: 'This year', acceptedOn: '11/2/26', group: other.id, how: 'email', howNote: 'Of 11 February' };
  expect(await twoPeople(priya, sam, submitAcceptRecommendation, hers, his)).toEqual({
    'Is it accepted by the Engine Room?': ['Accepted', 'Accepted in part'], 'Reason': ['', 'This year'], 'Decided by': ['Engine Room', 'Another group'], 'Decided on': ['10 February 2026', '11 February 2026'],
    'How it was decided': ['In a meeting', 'By e-mail'], 'Meeting and minute, or the message': ['Item 4', 'Of 11 February'],
  });
});

test('a release over somebody’s save is done knowingly', async () => {
  const { id, reference } = await made.aRecommendation(db.owner, { source: await made.aReview(db.owner), accepted: true });
  await db.owner.update(recommendations).set({ acceptanceNote: 'Item 5' }).where(eq(recommendations.id, id));
  expect(await overASave(sam, submitReleaseRecommendation, { reference, _version: '1' })).toEqual({});
});
