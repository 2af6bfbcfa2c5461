import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import type { Membership } from '@/lib/access/labels';
import { grantableBy, isGivenAlone, whyNotConfirm, whyNotEnd, whyNotGrant } from '@/lib/partnership/memberships/policy';

const holding = (...memberships: Membership[]) => ({ kind: 'person', personId: 'me', memberships: memberships.map((membership) => ({ membership, personId: 'me' })) }) as unknown as Actor;

describe('who grants', () => {
  test('nobody grants to themselves', () => expect(whyNotGrant(holding('BU'), { personId: 'me', membership: 'ER' })).toMatch(/themselves/));
  test('the business unit grants everything there is to grant', () => expect(grantableBy(holding('BU'))).toHaveLength(13));
  test('an Executive member and an administrator only take part in what two people give', () => {
    expect(grantableBy(holding('EX'))).toEqual(['BU', 'EX', 'SA']);
    expect(grantableBy(holding('SA'))).toEqual(['BU', 'EX', 'SA']);
    expect(whyNotGrant(holding('EX'), { personId: 'other', membership: 'ER' })).toMatch(/business unit/);
  });
  test('everybody else grants nothing', () => expect(grantableBy(holding('CL', 'ER', 'CH', 'AL'))).toEqual([]));
});

describe('two people', () => {
  test('give business unit, Executive and administrator', () => {
    expect(isGivenAlone(holding('BU'), 'EX', false)).toBe(false);
    expect(isGivenAlone(holding('BU'), 'ER', true)).toBe(true);
  });
  test('except the first of the business unit and of the Executive, which an administrator grants at set-up', () => {
    expect(isGivenAlone(holding('SA'), 'BU', false)).toBe(true);
    expect(isGivenAlone(holding('SA'), 'BU', true)).toBe(false);
    expect(isGivenAlone(holding('SA'), 'SA', false)).toBe(false);
  });
  test('are two, and neither is the one it is for', () => {
    expect(whyNotConfirm(holding('EX'), { personId: 'other', grantedById: 'another' })).toBeNull();
    expect(whyNotConfirm(holding('EX'), { personId: 'other', grantedById: 'me' })).toMatch(/yourself/);
    expect(whyNotConfirm(holding('EX'), { personId: 'me', grantedById: 'another' })).toMatch(/their own/);
    expect(whyNotConfirm(holding('ER'), { personId: 'other', grantedById: 'another' })).toMatch(/confirms this/);
  });
});

test('whoever may grant it may end it', () => {
  expect(whyNotEnd(holding('BU'), { personId: 'other', membership: 'TF' })).toBeNull();
  expect(whyNotEnd(holding('SA'), { personId: 'other', membership: 'TF' })).toMatch(/business unit/);
  expect(whyNotEnd(holding('SA'), { personId: 'other', membership: 'BU' })).toBeNull();
});
