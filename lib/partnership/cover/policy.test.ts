import { expect, test } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import type { Membership } from '@/lib/access/labels';
import { mayEndCover, whyNotSetCover } from '@/lib/partnership/cover/policy';

const holding = (...memberships: Membership[]) => ({ kind: 'person', personId: 'me', memberships: memberships.map((membership) => ({ membership, personId: 'me' })) }) as unknown as Actor;

test('people set their own cover, for whatever they hold', () => expect(whyNotSetCover(holding('EX'), { personId: 'me', membership: 'EX', byPersonId: 'other' })).toBeNull());
test('the business unit sets it for others, never to act for them itself', () => {
  expect(whyNotSetCover(holding('BU'), { personId: 'other', membership: 'AL', byPersonId: 'another' })).toBeNull();
  expect(whyNotSetCover(holding('BU'), { personId: 'other', membership: 'AL', byPersonId: 'me' })).toMatch(/themselves/);
  expect(whyNotSetCover(holding('ER'), { personId: 'other', membership: 'AL', byPersonId: 'another' })).toMatch(/their own cover/);
});
test('what two people give is not passed on by a third alone', () => expect(whyNotSetCover(holding('BU'), { personId: 'other', membership: 'EX', byPersonId: 'another' })).toMatch(/two people/));
test('the person who is covered ends it, or the business unit, not whoever covers', () => {
  expect(mayEndCover(holding('AL'), { personId: 'me', byPersonId: 'other' })).toBe(true);
  expect(mayEndCover(holding('BU'), { personId: 'other', byPersonId: 'another' })).toBe(true);
  expect(mayEndCover(holding('BU'), { personId: 'other', byPersonId: 'me' })).toBe(false);
  expect(mayEndCover(holding('ER'), { personId: 'other', byPersonId: 'another' })).toBe(false);
});
