import { membershipNames, type Membership } from '@/lib/access/labels';

/** What can be covered: everything but keeping the accounts. */
export const coveredMemberships = ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF', 'AU', 'OB'] as const satisfies readonly Membership[];
export type CoveredMembership = (typeof coveredMemberships)[number];

/** Set by the person themselves: two people give these, so nobody else can pass them on alone. */
export const passedOnByHolderOnly = ['BU', 'EX'] as const satisfies readonly Membership[];

export function coverEndQuestion(cover: { by: string; person: string; membership: Membership }): string {
  return `When does ${cover.by} stop covering for ${cover.person} as ${membershipNames[cover.membership]}?`;
}
