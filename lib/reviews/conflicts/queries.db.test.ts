import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { decisions, notifications, rapidReviews } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { postAs, shown, twoPeople, type Typed } from '@/lib/access/testing/browser';
import { notificationFields } from '@/lib/reviews/labels';
import { submitGiveView, submitSettle } from '@/lib/reviews/decisions/server-actions';
import { submitChangeNotification, submitOverrideClock, submitRecordFacts, submitRecordIdentity, submitRecordReply, submitSendToPanel, submitTestCriteria } from '@/lib/reviews/server-actions';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
let sam: TestEntry, priya: TestEntry & { name: string }, helen: { id: string }, council: { id: string }, health: { id: string };

beforeAll(async () => {
  [council, health] = [await made.aSafeguardingPartner(db.owner, { name: 'Testham Council', position: 1, example: true }), await made.aSafeguardingPartner(db.owner, { name: 'Testham Health', position: 2, example: true })];
  sam = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Sam Okafor' }));
  priya = { name: 'Priya Nair', ...(await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Priya Nair' }))) };
  helen = await made.aMember(db.owner, 'EX', { name: 'Helen Whitaker', votesFor: council });
});

let review: Awaited<ReturnType<typeof made.aReview>>;
beforeEach(async () => {
  review = await made.aReview(db.owner, { title: 'Child R', example: true });
  await made.aNotification(db.owner, { review, agency: council });
  await made.aRapidReview(db.owner, { review });
  await made.aClock(db.owner, { review });
});

/** What somebody sends of the review who opened its form at this version. */
const at = (version: string, typed: Typed): Typed => ({ reference: review.reference, _version: version, ...typed });

const notified = {
  pseudonym: 'Child R', area: 'hartlepool', notifyingAgency: '', nature: 'serious_harm', abuseSuspected: 'yes', harmTypes: ['neglect'], incidentOn: '2 March 2026', awareOn: '3 March 2026', sentOn: '5 March 2026', nationalReference: '',
  ageBand: 'under_1', gender: 'girl', ethnicity: 'not_known', disability: 'no', livingArrangement: 'parents', careStatus: 'child_in_need', setting: 'home', outline: 'What happened', immediateSafety: '', mediaInterest: 'no',
};

describe('a notification', () => {
  test('is compared in every field of its form, in words', async () => {
    const his = {
      pseudonym: 'Child Q', area: 'stockton', notifyingAgency: health.id, nature: 'death', abuseSuspected: 'unclear', harmTypes: ['head_injury', 'neglect'], incidentOn: '1/3/26', awareOn: '2/3/26', sentOn: '', nationalReference: 'SIN 7',
      ageBand: '1_to_5', gender: 'boy', ethnicity: 'roma', disability: 'yes', livingArrangement: 'foster_care', careStatus: 'looked_after', setting: 'placement', outline: 'Something else', immediateSafety: 'Moved', mediaInterest: 'yes',
    };
    const both = await twoPeople(priya, sam, submitChangeNotification, at('1', { ...notified, notifyingAgency: council.id }), at('1', his));
    expect(both).toEqual({
      'Pseudonym': ['Child R', 'Child Q'], 'What happened': ['Serious harm', 'Child death'], 'Is abuse or neglect known or suspected?': ['Yes', 'Unclear'], 'Where did it happen?': ['Hartlepool', 'Stockton-on-Tees'],
      'Council that notifies': ['Testham Council', 'Testham Health'], 'Setting': ['Home', 'Placement'], 'Kinds of harm': ['Neglect', 'Non-accidental or head injury, Neglect'],
      'Date of the incident': ['2 March 2026', '1 March 2026'], 'Date the council became aware': ['3 March 2026', '2 March 2026'], 'Date the notification was sent to the National Panel': ['5 March 2026', ''],
      'Reference on the national system': ['', 'SIN 7'], 'Age at the incident': ['Under 1', '1 to 5'], 'Gender': ['Girl', 'Boy'], 'Ethnic group': ['Not known', 'White: Roma'], 'Disabled child': ['No', 'Yes'],
      'Where the child was living': ['With a parent or parents', 'Foster care'], 'Known to children’s social care': ['Child in need', 'Looked after'], 'Outline of what happened': ['What happened', 'Something else'],
      'What has been done to keep this child and other children safe': ['', 'Moved'], 'Is there media interest?': ['No', 'Yes'],
    });
    expect(Object.keys(both!)).toHaveLength(Object.keys(notificationFields).length);
    expect(await db.owner.select({ nature: notifications.natureNow, outline: notifications.outline }).from(notifications).where(eq(notifications.reviewId, review.id))).toEqual([{ nature: 'death', outline: 'Something else' }]);
  });

  test('written another way is no difference', async () => {
    const hers = { ...notified, notifyingAgency: council.id, outline: 'Hers' };
    await postAs(priya, submitChangeNotification, at('1', hers));
    const state = await postAs(sam, submitChangeNotification, at('1', { ...hers, incidentOn: '2/3/26', harmTypes: 'neglect', outline: 'His' }));
    expect(shown(state)).toEqual({ 'Outline of what happened': ['Hers', 'His'] });
  });
});

test('the rapid review, the criteria and a clock', async () => {
  const texts = { facts: '', immediateSafety: '', agencyInvolvement: '', contextAndInequality: '', childsVoice: '', goodPractice: '', learning: '' };
  expect(await twoPeople(priya, sam, submitRecordFacts, at('1', { ...texts, meetingOn: '9 March 2026', facts: 'In May', childsVoice: 'Asked' }), at('1', { ...texts, meetingOn: '', facts: 'In July' })))
    .toEqual({ 'Rapid review meeting': ['9 March 2026', ''], 'The facts': ['In May', 'In July'], 'The child’s voice and lived experience': ['Asked', ''] });
  expect(await twoPeople(priya, sam, submitTestCriteria, at('0', { 'answer-recurrent_themes': 'yes', 'reason-recurrent_themes': 'Seen before', 'answer-single_agency': 'no', 'reason-single_agency': 'No' }), at('0', { 'answer-recurrent_themes': 'unclear', 'reason-recurrent_themes': 'Not sure' })))
    .toEqual({ 'The case highlights recurrent themes': ['Yes', 'Unclear'], 'Because: The case highlights recurrent themes': ['Seen before', 'Not sure'] });
  expect(await twoPeople(priya, sam, submitOverrideClock, at('1', { rule: 'rapid_review', dueOn: '2 March 2027', reason: 'An inquest' }), at('1', { rule: 'rapid_review', dueOn: '3/3/27', reason: 'A trial' })))
    .toEqual({ 'Due instead on': ['2 March 2027', '3 March 2027'], 'Because': ['An inquest', 'A trial'] });
});

test('who the child is', async () => {
  expect(await twoPeople(priya, sam, submitRecordIdentity, at('0', { name: 'Invented Example', school: 'First School' }), at('0', { name: 'Invented Other', address: '1 Street' })))
    .toEqual({ 'Child’s name': ['Invented Example', 'Invented Other'], 'Address': ['', '1 Street'], 'School or early years setting': ['First School', ''] });
});

test('an agency’s reply', async () => {
  await made.anAgencyRequest(db.owner, { review, agency: health });
  expect(await twoPeople(priya, sam, submitRecordReply, at('1', { agency: health.id, repliedOn: '12/1/26' }), at('1', { agency: health.id, repliedOn: '13/1/26', nothingKnown: 'yes' })))
    .toEqual({ 'Arrived on': ['12 January 2026', '13 January 2026'], 'The agency knew nothing of the child or the family': ['No', 'Yes'] });
});

test('a safeguarding partner’s view, with who said it by name', async () => {
  const { id: decision } = await made.aDecision(db.owner, { review });
  const said = { decision, agency: council.id, givenOn: '22/1/26', saidBy: helen.id };
  expect(await twoPeople(priya, sam, submitGiveView, at('0', { ...said, view: 'lcspr', reason: 'All met', how: 'meeting', howNote: 'Minute 4' }), at('0', { ...said, view: 'not_given', reason: 'Away', how: 'email', howNote: 'Of 22 January' }))).toEqual({
    'View of Testham Council': ['Local Child Safeguarding Practice Review', 'View not given'], 'Because': ['All met', 'Away'], 'How it was said': ['In a meeting', 'By e-mail'], 'Meeting and minute, or the message': ['Minute 4', 'Of 22 January'],
  });
});

test('the chair’s outcome and the sending, over a row that somebody saved meanwhile', async () => {
  const chair = await made.aMember(db.owner, 'IS', { name: 'Eleanor Baptiste' });
  await made.aMembership(db.owner, { person: chair, membership: 'CH', group: await made.aGroup(db.owner, { kind: 'executive' }) });
  const decision = await made.aDecision(db.owner, { review });
  for (const [agency, view] of [[council, 'lcspr'], [health, 'no_lcspr']] as const) await made.aPartnerView(db.owner, { decision, agency, view });
  await db.owner.update(decisions).set({ recommendedBecause: 'Said better' }).where(eq(decisions.id, decision.id));
  const his = { decision: decision.id, outcome: 'lcspr', reason: 'Two of three', decidedOn: '23/1/26', saidBy: chair.id, howNote: 'Minute 5' };
  const state = await postAs(sam, submitSettle, at('1', his));
  expect(shown(state)).toEqual({ 'Outcome': ['', 'Local Child Safeguarding Practice Review'], 'Because': ['', 'Two of three'], 'Decided on': ['', '23 January 2026'], 'Decided by the chair': ['', 'Eleanor Baptiste'], 'Meeting and minute, or the message': ['', 'Minute 5'] });
  expect((await postAs(sam, submitSettle, at(String(state.conflict!.version), his))).redirect).toContain('said=decided');

  await db.owner.update(rapidReviews).set({ facts: 'Written meanwhile' }).where(eq(rapidReviews.reviewId, review.id));
  const sending = await postAs(sam, submitSendToPanel, at('1', { sentOn: '26/1/26' }));
  expect(shown(sending)).toEqual({ 'Rapid review and decision sent to the National Panel on': ['', '26 January 2026'] });
  expect((await postAs(sam, submitSendToPanel, at(String(sending.conflict!.version), { sentOn: '26/1/26' }))).redirect).toContain('said=sent');
});
