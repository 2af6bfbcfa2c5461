import { z } from 'zod';
import { outcomeNames, stageNames, topicNames } from '@/lib/assurance/challenges/labels';
import { dayToCome, laterText, oneOf, optionalId, optionalOneOf, optionalPastDay, optionalText, text, version } from '@/lib/forms/readers';
import { saidHowNames } from '@/lib/plan/labels';

const reference = z.string().regex(/^C-\d{3,9}$/, 'Open the challenge again and send the form from there');

export const raiseInput = z.object({
  about: laterText(60),
  aboutAgency: z.uuid('Choose the agency that is challenged'),
  byAgency: optionalId('Choose your agency from the list'),
  topic: oneOf(topicNames, 'Choose what it is about'),
  stage: oneOf(stageNames, 'Choose how far it has gone'),
  forum: optionalText(300),
  challenge: text('Enter what you challenge'),
  asked: text('Enter what you ask the agency to do'),
  dueOn: dayToCome('Enter by when you ask for an answer'),
});
export type RaiseInput = z.output<typeof raiseInput>;

export const answerInput = z.object({
  reference,
  version,
  answer: text('Enter the answer'),
  answeredBy: optionalId('Choose whose answer it is from the list'),
  how: optionalOneOf(saidHowNames, 'Choose how it was given').transform((how) => how ?? 'in_person'),
  howNote: optionalText(500),
  answeredOn: optionalPastDay('Enter the day of the answer'),
});
export type AnswerInput = z.output<typeof answerInput>;

export const escalateInput = z.object({ reference, version, stage: oneOf(stageNames, 'Choose where it goes'), dueOn: dayToCome('Enter by when you ask for an answer') });
export type EscalateInput = z.output<typeof escalateInput>;

export const closeInput = z.object({ reference, version, outcome: oneOf(outcomeNames, 'Choose what came of it'), outcomeReason: text('Enter why it is closed so'), changedForChildren: optionalText() });
export type CloseInput = z.output<typeof closeInput>;
