'use server';

import { formAction } from '@/lib/access/form-action';
import { confirmMembership, endMembership, grantMembership } from '@/lib/partnership/memberships/commands';
import { confirmMembershipInput, endMembershipInput, grantMembershipInput } from '@/lib/partnership/memberships/input';
import { membershipAsItIs, membershipEndAsItIs } from '@/lib/partnership/memberships/queries';

export const submitGrantMembership = formAction(grantMembershipInput, grantMembership, {
  act: 'grant-membership', name: 'grant-membership', path: ({ personId, waits }) => `/partnership/people/${personId}?said=${waits ? 'waits' : 'granted'}`,
});
export const submitConfirmMembership = formAction(confirmMembershipInput, confirmMembership, {
  act: 'grant-membership', name: 'confirm-membership', path: ({ personId }) => `/partnership/people/${personId}?said=confirmed`, theirs: membershipAsItIs,
});
export const submitEndMembership = formAction(endMembershipInput, endMembership, {
  act: 'grant-membership', name: 'end-membership', path: ({ personId }) => `/partnership/people/${personId}?said=membership-ended`, theirs: membershipEndAsItIs,
});
