import { expect, test } from 'vitest';
import type { Held, PersonActor } from '@/lib/access/actor';
import { canEnd, confirmsAs } from '@/lib/reviews/interests/policy';

const as = (...memberships: Partial<Held>[]) => ({ kind: 'person', personId: 'me', memberships: memberships.map((held) => ({ votesForAgencyId: null, personId: 'me', ...held })) }) as unknown as PersonActor;
const chair = as({ membership: 'CH', groupKind: 'executive' });
const partner = as({ membership: 'EX', votesForAgencyId: 'police' });
const open = { state: 'to_confirm', personId: 'jo', declaredById: 'priya', chairConfirmedById: null, partnerConfirmedById: null };

test('the chair of the Executive confirms, and no other chair', () => {
  expect(confirmsAs(chair, open)).toBe('chair');
  expect(confirmsAs(as({ membership: 'CH', groupKind: 'engine_room' }), open)).toBeNull();
});
test('a safeguarding partner’s decision-maker confirms, and no other member of the Executive', () => {
  expect(confirmsAs(partner, open)).toBe('partner');
  expect(confirmsAs(as({ membership: 'EX' }), open)).toBeNull();
});
test('two people confirm it, neither the one it is about nor, as the partner, the one who declared it', () => {
  expect(confirmsAs(partner, { ...open, declaredById: 'me' })).toBeNull();
  expect(confirmsAs(partner, { ...open, personId: 'me' })).toBeNull();
  expect(confirmsAs(as({ membership: 'CH', groupKind: 'executive' }, { membership: 'EX', votesForAgencyId: 'police' }), { ...open, chairConfirmedById: 'me' })).toBeNull();
  expect(confirmsAs(chair, { ...open, state: 'lapsed' })).toBeNull();
});
test('somebody else ends it: the business unit or the Executive', () => {
  expect(canEnd(as({ membership: 'BU' }), { personId: 'jo', state: 'in_force' })).toBe(true);
  expect(canEnd(as({ membership: 'BU' }), { personId: 'me', state: 'in_force' })).toBe(false);
  expect(canEnd(as({ membership: 'ER' }), { personId: 'jo', state: 'in_force' })).toBe(false);
  expect(canEnd(as({ membership: 'BU' }), { personId: 'jo', state: 'ended' })).toBe(false);
});
