import { z } from 'zod';
import { dayToCome, oneOf, optionalId, optionalOneOf, optionalText, text, version } from '@/lib/forms/readers';
import { areaNames } from '@/lib/partnership/labels';
import { proposeInput, reference } from '@/lib/plan/input';
import { contributionNames, priorityNames } from '@/lib/plan/labels';
import { asideChoices, worseNames } from '@/lib/plan/steering/labels';

const { title, detail, intendedOutcome, measure, type, priority } = proposeInput.shape;

export const changeProposalInput = z.object({ reference, version, title, detail, intendedOutcome, measure, type, priority, area: oneOf(areaNames, 'Choose where it applies'), due: dayToCome('Enter when it is due') });
export type ChangeProposalInput = z.output<typeof changeProposalInput>;

export const prioritiseInput = z.object({ reference, version, priority: optionalOneOf(priorityNames, 'Choose how urgent it is') });
export type PrioritiseInput = z.output<typeof prioritiseInput>;

/** The agency and the group are the business unit's to choose: for anybody else they stay as they are. */
export const nameOwnerInput = z.object({
  reference, version, agency: optionalId('Choose the agency that owns it'), post: text('Enter the post that owns it, such as Head of safeguarding', 200), person: optionalId('Choose a person from the list'), group: optionalId('Choose a group from the list'),
});
export type NameOwnerInput = z.output<typeof nameOwnerInput>;

const { not_stated: _, ...contributions } = contributionNames;

export const contributionInput = z
  .object({ reference, version, agency: z.uuid('Choose the agency'), contribution: oneOf(contributions, 'Choose how far it is'), note: optionalText(1000) })
  .superRefine((input, checking) => {
    if (input.contribution === 'behind' && input.note === null) checking.addIssue({ code: 'custom', path: ['note'], message: 'Enter in a sentence what has held it up' });
  });
export type ContributionInput = z.output<typeof contributionInput>;

export const asideInput = z.object({ reference, version, aside: z.enum(Object.keys(asideChoices) as (keyof typeof asideChoices)[], 'Choose how it is put aside'), reason: text('Enter why it is put aside') });
export type AsideInput = z.output<typeof asideInput>;

export const takeUpInput = z.object({ reference, version });
export type TakeUpInput = z.output<typeof takeUpInput>;

export const worsenInput = z.object({ reference, version, worsenedTo: oneOf(worseNames, 'Choose how bad it is'), reason: text('Enter in a sentence why it is worse than its dates say', 500) });
export type WorsenInput = z.output<typeof worsenInput>;
