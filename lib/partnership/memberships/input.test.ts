import { expect, test } from 'vitest';
import { endMembershipInput, grantMembershipInput } from '@/lib/partnership/memberships/input';

const person = '1e595c55-321c-4b47-8e0f-8c3dc2bdfc03';
const typed = { personId: person, membership: 'ER', fromOn: 'today', agencyOfAL: '', groupOfCH: '', groupOfTF: '', groupOfTC: '', sourceOfCF: '', votesFor: '', toOn: '' };
const said = (input: object) => grantMembershipInput.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);

test('a form without scripts sends every field, and only those of the membership count', () => {
  expect(grantMembershipInput.parse({ ...typed, agencyOfAL: person, votesFor: person })).toMatchObject({ membership: 'ER', agencyId: null, votesForAgencyId: null, toOn: null });
});
test('what a membership hangs on is asked for at its own field', () => {
  expect(said({ ...typed, membership: 'AL' })).toEqual(['agencyOfAL: Choose the agency they lead or contribute for']);
  expect(said({ ...typed, membership: 'TC' })).toEqual(['groupOfTC: Choose the group they chair']);
});
test('owners, lead reviewers and panel members are not granted as such', () => expect(said({ ...typed, membership: 'AO' })).toContain('membership: Choose a membership'));
test('an end on a date needs the date', () => {
  expect(endMembershipInput.safeParse({ membershipId: person, when: 'on', lastDay: '', reason: 'Left', version: '1' }).error?.issues[0]?.path).toEqual(['lastDay']);
});
