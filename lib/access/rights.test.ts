import { expect, test } from 'vitest';
import type { Held, PersonActor } from '@/lib/access/actor';
import { mayDo, membershipLabel } from '@/lib/access/rights';

const nothing = { agencyId: null, groupId: null, groupName: null, groupKind: null, sourceId: null, reviewId: null, votesForAgencyId: null, personId: 'p' };
const somebody = (...held: Partial<Held>[]) => ({ kind: 'person', memberships: held.map((one) => ({ ...nothing, ...one })) }) as PersonActor;
const chairOf = (groupKind: Held['groupKind'], groupName: string): Partial<Held> => ({ membership: 'CH', groupId: groupName, groupName, groupKind });

test('a live assurance page is for the Engine Room’s chair, and for no other chair', () => {
  expect(mayDo(somebody(chairOf('engine_room', 'Engine Room')), 'see-assurance')).toBe(true);
  for (const other of ['executive', 'task_and_finish', 'other', null] as const) expect(mayDo(somebody(chairOf(other, 'Group')), 'see-assurance')).toBe(false);
  expect(mayDo(somebody({ membership: 'ER' }), 'see-assurance')).toBe(false);
  for (const membership of ['BU', 'EX', 'IS'] as const) expect(mayDo(somebody({ membership }), 'see-assurance')).toBe(true);
  expect(mayDo(somebody(chairOf('engine_room', 'Engine Room')), 'see-year')).toBe(false);
});

test('the head of a page says what somebody holds, the widest first', () => {
  expect(membershipLabel(somebody(chairOf('executive', 'Executive'), { membership: 'IS' }))).toBe('Independent scrutineer, Chair');
  expect(membershipLabel(somebody({ membership: 'AO' }, { membership: 'AO', personId: 'covered' }))).toBe('Action owner');
  expect(membershipLabel(somebody({ membership: 'AO' }, { membership: 'ER' }, { membership: 'BU' }))).toBe('Business unit, Engine Room member and 1 more');
  expect(membershipLabel(somebody())).toBe('No membership');
});
