import { membershipNames, membershipTasks, type Membership } from '@/lib/access/labels';
import type { HeldNamed } from '@/lib/partnership/memberships/queries';
import type { PlanFilter } from '@/lib/plan/queries';

/** One thing that somebody holds, and where it is to be found. */
export type Holding = {
  key: string;
  /** "Task-and-finish member, Neglect group". */
  name: string;
  task: string;
  links: { href: string; label: string }[];
  /** Its actions, where it has some of its own: how many are past due is said beside. */
  actions: { filter: PlanFilter; href: string } | null;
};

/** Who runs the process has every part of it in the menu, and in the lists of the first screen. */
const runsTheProcess: Membership[] = ['BU', 'CL'];

/** What the reader holds besides running the process, in the order of the matrix, each once, with the way to it. */
export function holdingsOf(held: HeldNamed[]): Holding[] {
  const order = Object.keys(membershipNames);
  const shown = held.filter((one) => !runsTheProcess.includes(one.membership)).sort((a, b) => order.indexOf(a.membership) - order.indexOf(b.membership));
  const all = shown.map((one): Holding => {
    const name = [membershipNames[one.membership], one.of, one.forPerson && `for ${one.forPerson}`].filter(Boolean).join(', ');
    return { key: name, name, task: membershipTasks[one.membership], links: linksOf(one), actions: actionsOf(one) };
  });
  return all.filter((one, place) => all.findIndex((other) => other.key === one.key) === place);
}

function linksOf({ membership, groupId, groupKind, reference }: HeldNamed): Holding['links'] {
  const group = groupId ? [{ href: `/groups/${groupId}`, label: 'The group' }] : [];
  const assurance = { href: '/assurance', label: 'Assurance' };
  switch (membership) {
    case 'BU':
    case 'CL':
    case 'AL':
    case 'CF':
      return [];
    case 'TF':
    case 'TC':
      return group;
    case 'EX':
    case 'IS':
      return [assurance, ...group];
    case 'CH':
      return groupKind === 'engine_room' ? [...group, assurance] : group;
    case 'ER':
      return [...group, { href: '/plan', label: 'The plan' }, { href: '/recommendations', label: 'Recommendations' }];
    case 'LR':
    case 'RP':
      return reference ? [{ href: `/reviews/${reference}`, label: `Open ${reference}` }] : [];
    case 'AO':
      return [{ href: '/plan?owner=me', label: 'Your actions' }];
    case 'AU':
      return [{ href: '/plan', label: 'The plan' }, { href: '/reviews', label: 'Dates and outcomes of reviews' }];
    case 'OB':
      return [{ href: '/partnership', label: 'Who is who in the partnership' }];
    case 'SA':
      return [{ href: '/partnership/people', label: 'People and accounts' }, { href: '/partnership/settings', label: 'Settings' }];
  }
}

function actionsOf({ membership, groupId, agencyId, reference }: HeldNamed): Holding['actions'] {
  if (groupId && ['CH', 'TF', 'TC'].includes(membership)) return { filter: { groupId }, href: `/plan?group=${groupId}` };
  if (agencyId && membership === 'AL') return { filter: { agencyId }, href: `/plan?agency=${agencyId}` };
  if (reference && membership === 'CF') return { filter: { source: reference }, href: `/plan?source=${reference}` };
  return null;
}
