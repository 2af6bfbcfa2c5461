import { eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { actions } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { overASave } from '@/lib/access/testing/browser';
import { formatDate, todayInEngland } from '@/lib/dates/calendar-date';
import { submitAgreement, submitCheck, submitComplete } from '@/lib/plan/server-actions';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
const today = formatDate(todayInEngland(new Date()));
let sam: TestEntry, jo: { id: string };

beforeAll(async () => {
  sam = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Sam Okafor' }));
  jo = await made.aPerson(db.owner, { name: 'Jo Hale' });
});

const changed = (action: { id: string }, detail = 'Said better') => db.owner.update(actions).set({ detail }).where(eq(actions.id, action.id));

test('agreeing an action is compared in its dates, an empty one as it would be saved', async () => {
  const action = await made.anAction(db.owner, { agency: await made.anAgency(db.owner), ownerPost: 'Head of service', agreedOn: null, dueOn: '2027-06-30' });
  await changed(action);
  expect(await overASave(sam, submitAgreement, { reference: action.reference, _version: '1', startOn: '1/2/27' })).toEqual({ 'When it was agreed': ['', today], 'When it starts': ['', '1 February 2027'] });
});

test('saying that it is complete is compared with what was said and shown last', async () => {
  const action = await made.anAction(db.owner, { owner: jo });
  await made.anUpdate(db.owner, { action, text: 'Two of three teams', saidBy: jo, recordedBy: jo });
  await made.someEvidence(db.owner, { action, title: 'A minute', kind: 'minute', level: 'done', datedOn: '2026-03-01', addedBy: jo });
  await changed(action);
  const his = { reference: action.reference, _version: '1', text: 'All teams', saidBy: jo.id, how: 'phone', howNote: 'Call', saidOn: '2/3/26', completeOn: '2/3/26', evidenceTitle: 'An audit', evidenceKind: 'audit', evidenceLevel: 'reached', evidenceDate: '3/3/26' };
  expect(await overASave(sam, submitComplete, his)).toEqual({
    'What was done': ['Two of three teams', 'All teams'], 'When it was complete': ['', '2 March 2026'], 'Who said it': ['', 'Jo Hale'], 'How they said it': ['', 'By phone'], 'Which meeting, e-mail or call': ['', 'Call'], 'When they said it': ['', '2 March 2026'],
    'What the evidence is': ['A minute', 'An audit'], 'Kind of evidence': ['Minute of a meeting', 'Audit'], 'What it shows': ['Done', 'Reached'], 'Date of the evidence': ['1 March 2026', '3 March 2026'],
  });
});

test('a check is compared with the last one, and the evidence by its title', async () => {
  const action = await made.anAction(db.owner, { owner: jo, completeOn: '2026-03-02', completeSaidBy: jo });
  const item = await made.someEvidence(db.owner, { action, title: 'A minute', addedBy: jo });
  await made.aCheck(db.owner, { action, checkedBy: jo, result: 'returned', reason: 'Nothing to see', checkedOn: '2026-02-20' });
  await changed(action);
  expect(await overASave(sam, submitCheck, { reference: action.reference, _version: '1', result: 'accepted', reason: 'Read it', evidence: item.id })).toEqual({
    'Evidence you have looked at and accept': ['', 'A minute'], 'Is it complete?': ['No: return it to its owner', 'Yes: it is complete'], 'What you looked at and what you found': ['Nothing to see', 'Read it'], 'When it was checked': ['20 February 2026', today],
  });
});
