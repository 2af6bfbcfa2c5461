import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { accounts, covers, membershipRows, posts } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { overASave, twoPeople } from '@/lib/access/testing/browser';
import { submitChangeGroup } from '@/lib/groups/server-actions';
import { submitChangeAgency, submitEndAgency, submitRenameAgency } from '@/lib/partnership/agencies/server-actions';
import { submitEndCover } from '@/lib/partnership/cover/server-actions';
import { submitConfirmMembership, submitEndMembership } from '@/lib/partnership/memberships/server-actions';
import { submitDisableAccount, submitEnableAccount, submitEndPost, submitRenamePerson } from '@/lib/partnership/people/server-actions';
import { submitChangeSettings } from '@/lib/partnership/settings/server-actions';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
let sam: TestEntry, priya: TestEntry & { name: string }, administrator: TestEntry;

beforeAll(async () => {
  sam = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Sam Okafor' }));
  priya = { name: 'Priya Nair', ...(await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Priya Nair' }))) };
  administrator = await db.enterAs(await made.aMember(db.owner, 'SA'));
});

test('a group', async () => {
  const { id: groupId } = await made.aGroup(db.owner, { kind: 'other', name: 'Neglect' });
  const hers = { groupId, _version: '1', name: 'Neglect group', purpose: 'Hers', cadence: 'Monthly', cadenceWeeks: '4', chairedBy: 'Rota', startedOn: '1 March 2026', endedOn: '' };
  expect(await twoPeople(priya, sam, submitChangeGroup, hers, { groupId, _version: '1', name: 'Neglect board', purpose: 'His', cadence: '', cadenceWeeks: '6', chairedBy: 'Vote', startedOn: '1/4/26', endedOn: '1/4/27' })).toEqual({
    'Name': ['Neglect group', 'Neglect board'], 'What is it for?': ['Hers', 'His'], 'How often does it meet?': ['Monthly', ''], 'Weeks between meetings': ['4', '6'], 'How is it chaired?': ['Rota', 'Vote'], 'First day': ['1 March 2026', '1 April 2026'], 'Last day': ['', '1 April 2027'],
  });
});

test('the settings', async () => {
  const hers = { _version: '1', partnershipName: 'The Example Partnership', partnershipShortName: 'TEP', rapidReviewStartsFrom: 'aware', countStartDay: 'yes', ragDueSoonDays: '20', ragQuietDays: '40', ragMovesForRed: '3', secondCheckMonths: '6, 12', idleMinutes: '30', sessionHours: '9' };
  expect(await twoPeople(priya, sam, submitChangeSettings, hers, { ...hers, rapidReviewStartsFrom: 'sent', countStartDay: 'no', ragMovesForRed: '2' })).toEqual({
    'What starts it?': ['The day the council became aware of the incident', 'The day the notification was sent to the National Panel'], 'Which day is day 1?': ['The start day itself is day 1', 'The day after is day 1'], 'Red: its date was moved this many times': ['3', '2'],
  });
});

describe('an agency', () => {
  test('in what it is, what it is called, and its end', async () => {
    const [trust, board] = [await made.anAgency(db.owner, { name: 'The trust' }), await made.anAgency(db.owner, { name: 'The board' })];
    const { id: agencyId } = await made.anAgency(db.owner, { name: 'The service' });
    const about = { agencyId, kind: 'relevant_agency', area: 'hartlepool', parentId: trust.id, fromOn: '1/3/20' };
    expect(await twoPeople(priya, sam, submitChangeAgency, { ...about, _version: '1' }, { agencyId, _version: '1', kind: 'outside', area: 'stockton', parentId: board.id, fromOn: '' })).toEqual({
      'What kind of agency is it?': ['Relevant agency', 'Outside the partnership'], 'Area': ['Hartlepool', 'Stockton-on-Tees'], 'Part of': ['The trust', 'The board'], 'First day': ['1 March 2020', ''],
    });
    expect(await overASave(sam, submitRenameAgency, { agencyId, _version: '1', name: 'The new service', nameFromOn: '1/4/26' })).toEqual({ 'New name': ['The service', 'The new service'], 'First day of the new name': ['', '1 April 2026'] });
    expect(await twoPeople(priya, sam, submitEndAgency, { agencyId, _version: '3', toOn: '31/3/27', successorId: trust.id }, { agencyId, _version: '3', toOn: '30/4/27', successorId: '' }))
      .toEqual({ 'Last day': ['31 March 2027', '30 April 2027'], 'Who took its duties on?': ['The trust', ''] });
  });
});

describe('a person', () => {
  test('in their name, the end of a post, of a membership and of a cover', async () => {
    const person = await made.aPerson(db.owner, { name: 'Jo Hale' });
    const agency = await made.anAgency(db.owner, { name: 'The trust' });
    expect(await twoPeople(priya, sam, submitRenamePerson, { personId: person.id, _version: '1', name: 'Jo Hale-Smith' }, { personId: person.id, _version: '1', name: 'Joanna Hale' })).toEqual({ 'Name': ['Jo Hale-Smith', 'Joanna Hale'] });

    const held = await made.aPost(db.owner, { person, agency, title: 'Nurse', fromOn: '2026-01-01' });
    await db.owner.update(posts).set({ toOn: '2027-03-31' }).where(eq(posts.id, held.id));
    expect(await overASave(sam, submitEndPost, { postId: held.id, _version: '1', when: 'on', lastDay: '30/4/27' })).toEqual({ 'Last day': ['31 March 2027', '30 April 2027'] });

    const membership = await made.aMembership(db.owner, { person, membership: 'ER', fromOn: '2026-01-01' });
    await db.owner.update(membershipRows).set({ toOn: '2027-03-31' }).where(eq(membershipRows.id, membership.id));
    expect(await overASave(sam, submitEndMembership, { membershipId: membership.id, _version: '1', when: 'now', reason: 'Left' })).toEqual({ 'When does it end?': ['On a date', 'At once'], 'Last day': ['31 March 2027', ''], 'Why does it end?': ['', 'Left'] });

    const cover = await made.aCover(db.owner, { person, by: await made.aPerson(db.owner, { name: 'Dee Marsh' }), membership: 'ER', fromOn: '2026-01-01' });
    await db.owner.update(covers).set({ reason: 'Leave' }).where(eq(covers.id, cover.id));
    expect(await overASave(sam, submitEndCover, { coverId: cover.id, _version: '1', when: 'on', lastDay: '30/4/27' }))
      .toEqual({ 'When does Dee Marsh stop covering for Joanna Hale as Engine Room member?': ['', 'On a date'], 'Last day': ['', '30 April 2027'] });
  });

  test('in a grant that is confirmed, and in their account', async () => {
    const person = await made.aPerson(db.owner);
    const granted = await made.aMembership(db.owner, { person, membership: 'EX', needsSecond: true, fromOn: '2026-01-01' });
    await db.owner.update(membershipRows).set({ toOn: '2027-03-31' }).where(eq(membershipRows.id, granted.id));
    expect(await overASave(sam, submitConfirmMembership, { membershipId: granted.id, _version: '1' })).toEqual({});

    const account = await made.anAccount(db.owner, { person });
    await db.owner.update(accounts).set({ disabledReason: 'Long leave', disabledAt: new Date() }).where(eq(accounts.id, account.id));
    expect(await overASave(administrator, submitDisableAccount, { accountId: account.id, _version: '1', reason: 'Left' })).toEqual({ 'Why?': ['Long leave', 'Left'] });
    expect(await overASave(administrator, submitEnableAccount, { accountId: account.id, _version: '1' })).toEqual({});
  });
});
