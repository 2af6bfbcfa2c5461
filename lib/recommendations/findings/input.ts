import { z } from 'zod';
import { oneOf, optionalId, optionalOneOf, optionalText, pastDay, several, text, version } from '@/lib/forms/readers';
import { agreementLabels, answerLabels, kindLabels, levelLabels } from '@/lib/recommendations/findings/labels';
import { howLabels } from '@/lib/reviews/labels';

const reference = z.string().regex(/^F-\d{3,9}$/, 'Open the finding again and send the form from there');

const fields = {
  kind: oneOf(kindLabels, 'Choose whether it is a gap or good practice'),
  text: text('Enter what was found'),
  level: oneOf(levelLabels, 'Choose at which level'),
  why: optionalText(),
  shownBy: optionalText(),
  voice: optionalText(),
  agencies: several(z.uuid('Choose agencies from the list')),
  ownerAgency: optionalId('Choose the agency from the list'),
  ownerPost: optionalText(200),
};

export const writeFindingInput = z.object({ source: z.string({ error: 'Choose what it comes from' }).trim().min(3, 'Choose what it comes from').max(60), ...fields });
export type WriteFindingInput = z.output<typeof writeFindingInput>;

export const changeFindingInput = z.object({ reference, version, ...fields });
export type ChangeFindingInput = z.output<typeof changeFindingInput>;

export const agreeFindingInput = z
  .object({
    reference,
    version,
    agreement: oneOf(agreementLabels, 'Choose whether it is agreed'),
    reason: optionalText(),
    decidedOn: pastDay('Enter the date it was decided'),
    group: optionalId('Choose the group from the list'),
    how: optionalOneOf(howLabels, 'Choose how it was said'),
    howNote: optionalText(500),
  })
  .refine((typed) => typed.agreement === 'agreed' || typed.reason !== null, { path: ['reason'], message: 'Give the reason it is not agreed' });
export type AgreeFindingInput = z.output<typeof agreeFindingInput>;

export const connectFindingInput = z.object({
  reference,
  version,
  themes: several(z.uuid('Choose themes from the list')),
  earlier: z.union([z.literal(''), z.string().trim().toUpperCase().regex(/^F-\d{3,9}$/, 'Enter its reference, such as F-014')]).optional().transform((typed) => typed || null),
  recommendations: several(z.uuid('Choose recommendations from the list')),
});
export type ConnectFindingInput = z.output<typeof connectFindingInput>;

export const answerFindingInput = z
  .object({ reference, version, answer: oneOf(answerLabels, 'Choose what became of it'), reason: optionalText(), answeredOn: pastDay('Enter the date') })
  .refine((typed) => typed.answer === 'open' || typed.reason !== null, { path: ['reason'], message: 'Say what addresses it, or why it is accepted without action' });
export type AnswerFindingInput = z.output<typeof answerFindingInput>;
