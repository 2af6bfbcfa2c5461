import { eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { actions } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { formatDate, todayInEngland } from '@/lib/dates/calendar-date';
import { post, shown, type Typed } from '@/lib/forms/testing/post';
import type { FormAction } from '@/lib/forms/state';
import { submitAgreement, submitCheck, submitComplete } from '@/lib/plan/server-actions';

const site = 'http://localhost:3000';
let entry: TestEntry;

vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: site }), cookies: async () => ({ set: () => {} }) }));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirected to ${to}`);
  },
  notFound: () => {
    throw new Error('not found');
  },
}));
vi.mock('@/lib/access/cookie', () => ({ readEntry: async () => entry }));

const db = aTestDatabase();
const today = formatDate(todayInEngland(new Date()));
let sam: TestEntry, jo: { id: string };

beforeAll(async () => {
  process.env.NEXTAUTH_URL = site;
  sam = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Sam Okafor' }));
  jo = await made.aPerson(db.owner, { name: 'Jo Hale' });
});

/** Sam's form is older than what is saved. He is shown both, sends his again, and it is saved. Gives what he was shown. */
async function overASave(submit: FormAction, his: Typed) {
  entry = sam;
  const state = await post(submit, { ...his, _version: '1' });
  expect(state.conflict, JSON.stringify(state)).toBeDefined();
  const over = await post(submit, { ...his, _version: String(state.conflict!.version) });
  expect(over.redirect, JSON.stringify(over)).toBeDefined();
  return shown(state);
}

const changed = (action: { id: string }, detail = 'Said better') => db.owner.update(actions).set({ detail }).where(eq(actions.id, action.id));

test('agreeing an action is compared in its dates, an empty one as it would be saved', async () => {
  const action = await made.anAction(db.owner, { agency: await made.anAgency(db.owner), ownerPost: 'Head of service', agreedOn: null, dueOn: '2027-06-30' });
  await changed(action);
  expect(await overASave(submitAgreement, { reference: action.reference, startOn: '1/2/27' })).toEqual({ 'When it was agreed': ['', today], 'When it starts': ['', '1 February 2027'] });
});

test('saying that it is complete is compared with what was said and shown last', async () => {
  const action = await made.anAction(db.owner, { owner: jo });
  await made.anUpdate(db.owner, { action, text: 'Two of three teams', saidBy: jo, recordedBy: jo });
  await made.someEvidence(db.owner, { action, title: 'A minute', kind: 'minute', level: 'done', datedOn: '2026-03-01', addedBy: jo });
  await changed(action);
  const his = { reference: action.reference, text: 'All teams', saidBy: jo.id, how: 'phone', howNote: 'Call', saidOn: '2/3/26', completeOn: '2/3/26', evidenceTitle: 'An audit', evidenceKind: 'audit', evidenceLevel: 'reached', evidenceDate: '3/3/26' };
  expect(await overASave(submitComplete, his)).toEqual({
    'What was done': ['Two of three teams', 'All teams'], 'When it was complete': ['', '2 March 2026'], 'Who said it': ['', 'Jo Hale'], 'How they said it': ['', 'By phone'], 'Which meeting, e-mail or call': ['', 'Call'], 'When they said it': ['', '2 March 2026'],
    'What the evidence is': ['A minute', 'An audit'], 'Kind of evidence': ['Minute of a meeting', 'Audit'], 'What it shows': ['Done', 'Reached'], 'Date of the evidence': ['1 March 2026', '3 March 2026'],
  });
});

test('a check is compared with the last one, and the evidence by its title', async () => {
  const action = await made.anAction(db.owner, { owner: jo, completeOn: '2026-03-02', completeSaidBy: jo });
  const item = await made.someEvidence(db.owner, { action, title: 'A minute', addedBy: jo });
  await made.aCheck(db.owner, { action, checkedBy: jo, result: 'returned', reason: 'Nothing to see', checkedOn: '2026-02-20' });
  await changed(action);
  expect(await overASave(submitCheck, { reference: action.reference, result: 'accepted', reason: 'Read it', evidence: item.id })).toEqual({
    'Evidence you have looked at and accept': ['', 'A minute'], 'Is it complete?': ['No: return it to its owner', 'Yes: it is complete'], 'What you looked at and what you found': ['Nothing to see', 'Read it'], 'When it was checked': ['20 February 2026', today],
  });
});
