import { z } from 'zod';
import { oneOf, optionalId, optionalText, text, typedDay, version } from '@/lib/forms/readers';
import { decidedLabels, viewLabels } from '@/lib/reviews/decisions/labels';
import { howLabels } from '@/lib/reviews/labels';

const decision = z.uuid('Open the decision again and send the form from there');

export const giveViewInput = z
  .object({
    decision,
    version,
    agency: z.uuid('Choose the safeguarding partner'),
    view: oneOf(viewLabels, 'Choose the view'),
    reason: text('Give the reason', 8_000),
    givenOn: typedDay('Enter the date it was given', 'past'),
    how: oneOf(howLabels, 'Choose how it was given'),
    saidBy: optionalId('Choose from the list'),
    howNote: optionalText(1_000),
  })
  .superRefine((typed, ctx) => {
    if (typed.how !== 'in_person' && typed.view !== 'not_given' && !typed.howNote) ctx.addIssue({ code: 'custom', path: ['howNote'], message: 'Name the meeting and its minute, or the message, so that it can be found again' });
  });
export type GiveViewInput = z.output<typeof giveViewInput>;

export const settleInput = z.object({
  decision,
  version,
  outcome: oneOf(decidedLabels, 'Choose the outcome'),
  reason: text('Give the reason: it stays beside the views that differ', 8_000),
  decidedOn: typedDay('Enter the date of the decision', 'past'),
  saidBy: optionalId('Choose from the list'),
  howNote: optionalText(1_000),
});
export type SettleInput = z.output<typeof settleInput>;

export const supersedeInput = z.object({
  decision,
  because: text('Say what makes the partners decide again, such as the National Panel’s reply', 4_000),
  recommendedOutcome: oneOf(decidedLabels, 'Choose what is recommended now'),
  openedOn: typedDay('Enter the date it is put to the partners again', 'past'),
});
export type SupersedeInput = z.output<typeof supersedeInput>;
