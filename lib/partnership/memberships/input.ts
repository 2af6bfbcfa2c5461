import { z } from 'zod';
import { optionalDay, optionalId, text, tick, typedDay, version } from '@/lib/forms/readers';
import { ending, lastDayIsGiven } from '@/lib/partnership/input';
import { grantedMemberships } from '@/lib/partnership/memberships/labels';

/** Where a membership hangs on something, each has a field of its own: a form without scripts sends them all. */
export const scopeFields = { AL: 'agencyOfAL', CH: 'groupOfCH', TF: 'groupOfTF', TC: 'groupOfTC', CF: 'sourceOfCF' } as const;

const missing = {
  AL: 'Choose the agency they lead or contribute for',
  CH: 'Choose the group they chair',
  TF: 'Choose the group they are a member of',
  TC: 'Choose the group they chair',
  CF: 'Choose the line of enquiry or learning set',
} as const;

export const grantMembershipInput = z
  .object({
    personId: z.uuid('Choose a person'),
    membership: z.enum(grantedMemberships, { error: 'Choose a membership' }),
    agencyOfAL: optionalId(missing.AL),
    includesBelow: tick,
    groupOfCH: optionalId(missing.CH),
    groupOfTF: optionalId(missing.TF),
    groupOfTC: optionalId(missing.TC),
    sourceOfCF: optionalId(missing.CF),
    votesFor: optionalId('Choose a safeguarding partner from the list'),
    fromOn: typedDay('Enter the first day, for example today'),
    toOn: optionalDay('Enter the last day'),
  })
  .superRefine((input, ctx) => {
    const scoped = input.membership as keyof typeof scopeFields;
    const field = scopeFields[scoped];
    if (field && !input[field]) ctx.addIssue({ code: 'custom', path: [field], message: missing[scoped] });
  })
  .transform((input) => ({
    personId: input.personId, membership: input.membership, fromOn: input.fromOn, toOn: input.toOn,
    agencyId: input.membership === 'AL' ? input.agencyOfAL : null,
    includesBelow: input.membership === 'AL' && input.includesBelow,
    groupId: input.membership === 'CH' ? input.groupOfCH : input.membership === 'TF' ? input.groupOfTF : input.membership === 'TC' ? input.groupOfTC : null,
    sourceId: input.membership === 'CF' ? input.sourceOfCF : null,
    votesForAgencyId: input.membership === 'EX' ? input.votesFor : null,
  }));
export type GrantMembershipInput = z.output<typeof grantMembershipInput>;

export const confirmMembershipInput = z.object({ membershipId: z.uuid(), version });
export type ConfirmMembershipInput = z.output<typeof confirmMembershipInput>;

export const endMembershipInput = z
  .object({ membershipId: z.uuid(), ...ending, reason: text('Enter why it ends, in a few words', 1000), version })
  .refine((input) => input.when === 'now' || input.lastDay !== null, lastDayIsGiven);
export type EndMembershipInput = z.output<typeof endMembershipInput>;
