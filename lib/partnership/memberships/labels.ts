import { membershipNames, type Membership } from '@/lib/access/labels';
import { endingFields } from '@/lib/partnership/labels';

/** The memberships that are granted as such. Lead reviewers and panel members are put on a review's list; action owners are named on an action. */
export const grantedMemberships = ['AL', 'CL', 'ER', 'CH', 'TF', 'TC', 'CF', 'IS', 'AU', 'OB', 'BU', 'EX', 'SA'] as const satisfies readonly Membership[];
export type GrantedMembership = (typeof grantedMemberships)[number];

/** Given by two people, always. */
export const givenByTwo = ['BU', 'EX', 'SA'] as const satisfies readonly Membership[];

export const membershipStateNames = {
  waiting: 'Waiting for a second person',
  later: 'Not begun yet',
  current: 'In force',
  ended: 'Ended',
} as const;
export type MembershipState = keyof typeof membershipStateNames;

/** "Agency lead for Example NHS Trust": what somebody is, and of what. */
export function membershipInWords(row: { membership: Membership; of: string | null; includesBelow?: boolean; votesFor?: string | null }): string {
  const name = membershipNames[row.membership];
  if (row.votesFor) return `${name}, deciding for ${row.votesFor}`;
  if (!row.of) return name;
  const joined = row.membership === 'CH' ? 'Chair of' : `${name},`;
  return `${joined} ${row.of}${row.includesBelow ? ' and the agencies that are part of it' : ''}`;
}

/** The fields of the form that ends one, as it calls them and as they are told to somebody who typed over an older version. */
export const membershipEndFields = { ...endingFields('When does it end?'), reason: 'Why does it end?' } as const;
