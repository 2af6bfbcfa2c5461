import { expect, test } from 'vitest';
import { holdingsOf } from '@/components/home/holdings';
import { membershipNames, type Membership } from '@/lib/access/labels';
import type { HeldNamed } from '@/lib/partnership/memberships/queries';

const held = (membership: Membership, given: Partial<HeldNamed> = {}): HeldNamed => ({ membership, agencyId: null, groupId: null, groupKind: null, of: null, reference: null, forPerson: null, ...given });

test('every membership has a way on, but those that run the process and have it all in the menu', () => {
  const full = { agencyId: 'a', groupId: 'g', groupKind: 'engine_room' as const, reference: 'RR-2026-7KQ4' };
  for (const membership of Object.keys(membershipNames) as Membership[]) {
    const [holding] = holdingsOf([held(membership, full)]);
    if (membership === 'BU' || membership === 'CL') expect(holding).toBeUndefined();
    else expect([membership, holding!.links.length + (holding!.actions ? 1 : 0)]).not.toEqual([membership, 0]);
  }
});

test('is named with what it is of and for whom, in the order of the matrix, each once', () => {
  const twice = held('TF', { groupId: 'g', of: 'Neglect' });
  expect(holdingsOf([held('AO'), twice, twice, held('EX', { of: 'Example Council', forPerson: 'Helen' })]).map((one) => one.name)).toEqual(['Executive member, Example Council, for Helen', 'Task-and-finish member, Neglect', 'Action owner']);
});

test('assurance is offered to the chair of the Engine Room and to no other chair', () => {
  const links = (groupKind: HeldNamed['groupKind']) => holdingsOf([held('CH', { groupId: 'g', groupKind })])[0]!.links.map((link) => link.href);
  expect(links('engine_room')).toEqual(['/groups/g', '/assurance']);
  expect([links('executive'), links('task_and_finish')]).toEqual([['/groups/g'], ['/groups/g']]);
});
