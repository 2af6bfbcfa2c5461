import { expect, test } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import type { Membership } from '@/lib/access/labels';
import { whyNotChangeAccount, whyNotStartLink } from '@/lib/partnership/people/policy';
import { isSameName, searchPattern } from '@/lib/partnership/people/rules';

const holding = (...memberships: Membership[]) => ({ kind: 'person', personId: 'me', memberships: memberships.map((membership) => ({ membership, personId: 'me' })) }) as unknown as Actor;

test('nobody starts a sign-in link for themselves, and only business unit and administrators for others', () => {
  expect(whyNotStartLink(holding('BU'), { personId: 'other', disabledAt: null })).toBeNull();
  expect(whyNotStartLink(holding('SA'), { personId: 'me', disabledAt: null })).toMatch(/themselves/);
  expect(whyNotStartLink(holding('EX'), { personId: 'other', disabledAt: null })).toMatch(/starts a sign-in link/);
  expect(whyNotStartLink(holding('BU'), { personId: 'other', disabledAt: new Date(0) })).toMatch(/disabled/);
});
test('an administrator disables the accounts of others', () => {
  expect(whyNotChangeAccount(holding('SA'), { personId: 'other' })).toBeNull();
  expect(whyNotChangeAccount(holding('SA'), { personId: 'me' })).toMatch(/their own/);
  expect(whyNotChangeAccount(holding('BU'), { personId: 'other' })).toMatch(/administrator/);
});
test('spaces and capitals do not make another name', () => expect(isSameName(' Priya  nair', 'Priya Nair')).toBe(true));
test('signs that mean something in a pattern mean themselves', () => expect(searchPattern(' 100%_\\ ')).toBe('%100\\%\\_\\\\%'));
