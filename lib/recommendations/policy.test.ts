import { describe, expect, test } from 'vitest';
import { memberships, type Membership } from '@/db/policies/matrix';
import type { PersonActor } from '@/lib/access/actor';
import { acceptsAs, canRelease, canWrite } from '@/lib/recommendations/policy';
import type { ToAccept } from '@/lib/recommendations/rules';

const somebody = (membership: Membership, reviewId: string | null = null, groupKind: string | null = null) =>
  ({ kind: 'person', memberships: [{ membership, agencyId: null, groupId: null, groupName: null, groupKind, sourceId: null, reviewId, votesForAgencyId: null, personId: 'p' }] }) as unknown as PersonActor;
const whoMay = (asks: (actor: PersonActor) => unknown) => memberships.filter((membership) => asks(somebody(membership, 'r')));

const onList = { reviewId: 'r', isOnMyList: true };
const offList = { reviewId: 'r', isOnMyList: false };
const audit = { reviewId: null, isOnMyList: false };

describe('writing a recommendation', () => {
  test('is for the business unit, and on a list for case review leads and lead reviewers', () => {
    expect(whoMay((actor) => canWrite(actor, onList))).toEqual(['BU', 'CL', 'LR']);
    expect(whoMay((actor) => canWrite(actor, offList))).toEqual(['BU']);
    expect(whoMay((actor) => canWrite(actor, audit))).toEqual(['BU']);
  });
});

describe('accepting a recommendation', () => {
  const of = (more: Partial<ToAccept>, list: typeof onList | typeof audit) => ({ sourceKind: 'review', reviewKind: 'rapid_review', addressedTo: 'partnership', addressees: [], ...more, ...list }) as ToAccept & typeof onList;

  test('of a rapid review is the Engine Room’s on its list, and recorded by the business unit for it', () => {
    expect(acceptsAs(somebody('ER'), of({}, onList))).toBe('own');
    expect(acceptsAs(somebody('ER'), of({}, offList))).toBeNull();
    expect(acceptsAs(somebody('BU'), of({}, offList))).toBe('on_behalf');
    expect(whoMay((actor) => acceptsAs(actor, of({}, onList)))).toEqual(['BU', 'ER']);
  });

  test('of an audit is any Engine Room member’s, and its chair’s; another group’s chair has no part in it', () => {
    const draft = of({ sourceKind: 'audit', reviewKind: null }, audit);
    expect(acceptsAs(somebody('ER'), draft)).toBe('own');
    expect(acceptsAs(somebody('CH'), draft)).toBeNull();
    const chair = somebody('CH', null, 'engine_room');
    expect(acceptsAs(chair, draft)).toBe('own');
    expect(acceptsAs(chair, of({}, offList))).toBeNull();
    expect(acceptsAs(somebody('CH', null, 'task_and_finish'), draft)).toBeNull();
  });

  test.each([
    ['a practice review', of({ reviewKind: 'lcspr' }, onList)],
    ['one agency alone', of({ addressedTo: 'agencies', addressees: [{ id: 'a' }] }, onList)],
    ['a national body', of({ addressedTo: 'national' }, onList)],
  ])('of %s is recorded by the business unit alone', (_, recommendation) => {
    expect(whoMay((actor) => acceptsAs(actor, recommendation))).toEqual(['BU']);
  });
});

test('releasing is for the business unit, and for the lead reviewer of that review', () => {
  expect(whoMay((actor) => canRelease(actor, { reviewId: 'r' }))).toEqual(['BU', 'LR']);
  expect(canRelease(somebody('LR', 'another'), { reviewId: 'r' })).toBe(false);
  expect(canRelease(somebody('LR', 'r'), { reviewId: null })).toBe(false);
});
