import { z } from 'zod';
import { dayToCome, oneOf, optionalText, text, version } from '@/lib/forms/readers';
import { onBehalf, reference } from '@/lib/plan/input';
import { escalatedToNames, exception, ownEvidence } from '@/lib/plan/requests/labels';

export const askForDateInput = z.object({ reference, wantedOn: dayToCome('Enter the date you ask for'), reason: text('Enter why it needs more time'), ...onBehalf });
export type AskForDateInput = z.output<typeof askForDateInput>;

export const askForHelpInput = z.object({ reference, escalatedTo: oneOf(escalatedToNames, 'Choose whose help you need'), reason: text('Enter what stands in the way') });
export type AskForHelpInput = z.output<typeof askForHelpInput>;

export const proposeClosingInput = z.object({
  reference,
  /** Its own evidence, the partners' exception, or the reference of the recommendation on which its impact is judged. */
  rests: z.union([z.enum([ownEvidence, exception]), z.string().regex(/^R-\d{3,9}$/)], 'Choose what shows that it has made a difference'),
  reason: text('Enter why it can be closed'),
});
export type ProposeClosingInput = z.output<typeof proposeClosingInput>;

export const exceptionInput = z.object({ reference, reason: text('Enter why it should be closed without evidence of impact') });
export type ExceptionInput = z.output<typeof exceptionInput>;

const request = z.uuid('Open the action again and send the form from there');

export const answerInput = z
  .object({ reference, request, version, result: z.enum(['granted', 'refused'], 'Choose the answer'), answer: optionalText(), ...onBehalf })
  .superRefine((input, checking) => {
    if (input.result === 'refused' && input.answer === null) checking.addIssue({ code: 'custom', path: ['answer'], message: 'Enter why, in a sentence: who asked reads it' });
  });
export type AnswerInput = z.output<typeof answerInput>;

export const reopenInput = z.object({ reference, request, version, reason: text('Enter why it is opened again') });
export type ReopenInput = z.output<typeof reopenInput>;
