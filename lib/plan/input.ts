import { z } from 'zod';
import { dayToCome, oneOf, optionalCount, optionalDay, optionalId, optionalOneOf, optionalPastDay, optionalText, optionalUpload, pastDay, several, text, textOfWords, tick, version } from '@/lib/forms/readers';
import { areaNames } from '@/lib/partnership/labels';
import { actionTypeNames, evidenceKindNames, evidenceResultNames, levelNames, priorityNames, saidHowNames, strengthNames } from '@/lib/plan/labels';
import { mostWords } from '@/lib/plan/rules';

/** Which action a form is about. */
export const reference = z.string().regex(/^A-\d{3,9}$/, 'Open the action again and send the form from there');

const webAddress = optionalText(1000).refine((text) => text === null || /^https?:\/\/[^\s]+$/.test(text), 'Enter the whole web address, beginning with https://');

export const proposeInput = z.object({
  recommendations: several(z.string().regex(/^R-\d{3,9}$/)),
  source: z.string().trim().max(60).optional().transform((text) => text || null),
  title: text('Enter what is to be done, in one line', 200),
  detail: optionalText(),
  intendedOutcome: optionalText(),
  measure: optionalText(),
  type: oneOf(actionTypeNames, 'Choose what kind of action it is'),
  priority: optionalOneOf(priorityNames, 'Choose how urgent it is'),
  area: oneOf(areaNames, 'Choose where it applies'),
  agency: z.uuid('Choose the agency that owns it'),
  post: text('Enter the post that owns it, such as Head of safeguarding', 200),
  person: optionalId('Choose a person from the list'),
  contributing: several(z.uuid()),
  group: optionalId('Choose a group from the list'),
  due: dayToCome('Enter when it is due'),
});
export type ProposeInput = z.output<typeof proposeInput>;

export const agreeInput = z.object({ reference, version, agreedOn: optionalPastDay('Enter the date it was agreed'), startOn: optionalDay('Enter the date it starts', 'future') });
export type AgreeInput = z.output<typeof agreeInput>;

/** Said by somebody else, and recorded for them: the business unit's alone. */
export const onBehalf = {
  saidBy: optionalId('Choose who said it'),
  how: optionalOneOf(saidHowNames, 'Choose how they said it').transform((how) => how ?? 'in_person'),
  howNote: optionalText(500),
  saidOn: optionalPastDay('Enter the date it was said'),
};

export const updateInput = z.object({ reference, text: textOfWords('Enter what has happened', mostWords), nextStep: optionalText(), blocker: optionalText(), ...onBehalf });
export type UpdateInput = z.output<typeof updateInput>;
export type OnBehalf = Pick<UpdateInput, 'saidBy' | 'how' | 'howNote' | 'saidOn'>;

const whichKind = 'Choose what kind of evidence it is';
const whichLevel = 'Choose what it shows';
const whichDate = 'Enter the date of the evidence';

/** What may be said besides of evidence that is added by itself. */
const evidenceFurther = {
  evidenceStrength: optionalOneOf(strengthNames, 'Choose how strong it is'),
  evidenceAgency: optionalId('Choose an agency from the list'),
  periodFrom: optionalPastDay('Enter the first day of the period'),
  periodTo: optionalPastDay('Enter the last day of the period'),
  lookedAt: optionalCount('Enter how many were looked at'),
  numerator: optionalCount('Enter in how many it was found'),
  denominator: optionalCount('Enter out of how many'),
  before: optionalText(60),
  after: optionalText(60),
  expiresOn: optionalDay('Enter the last day it can be rested on', 'future'),
};

export const evidenceInput = z.object({
  reference,
  evidenceTitle: text('Enter what the evidence is, such as “Minute of 14 October”', 200),
  evidenceKind: oneOf(evidenceKindNames, whichKind),
  evidenceLevel: oneOf(levelNames, whichLevel),
  evidenceDate: pastDay(whichDate),
  evidenceDetail: optionalText(),
  evidenceAddress: webAddress,
  evidencePersonal: tick,
  upload: optionalUpload,
  ...evidenceFurther,
}).superRefine((input, checking) => {
  const wrong = (field: string, message: string) => checking.addIssue({ code: 'custom', path: [field], message });
  if (input.periodTo && !input.periodFrom) wrong('periodFrom', 'Enter the first day of the period');
  if (input.periodFrom && input.periodTo && input.periodTo < input.periodFrom) wrong('periodTo', 'Enter a last day that is not before the first');
  if (input.numerator !== null && input.denominator === null) wrong('denominator', 'Enter out of how many');
  if (input.denominator !== null && input.numerator === null) wrong('numerator', 'Enter in how many it was found');
  if (input.denominator === 0) wrong('denominator', 'Enter a number above 0');
  if (input.numerator !== null && input.denominator !== null && input.numerator > input.denominator) wrong('numerator', 'Enter a number that is not above the one it is out of');
  if (input.expiresOn && input.expiresOn < input.evidenceDate) wrong('expiresOn', 'Enter a day that is not before the date of the evidence');
});
export type EvidenceInput = z.output<typeof evidenceInput>;
export type EvidenceFurther = Pick<EvidenceInput, keyof typeof evidenceFurther>;

/** Evidence may come with it: then its title, kind, level and date go together. */
export const completeInput = z
  .object({
    reference,
    version,
    text: textOfWords('Enter what was done', mostWords),
    completeOn: optionalPastDay('Enter the date it was complete'),
    evidenceTitle: optionalText(200),
    evidenceKind: optionalOneOf(evidenceKindNames, whichKind),
    evidenceLevel: optionalOneOf(levelNames, whichLevel),
    evidenceDate: optionalPastDay(whichDate),
    evidenceDetail: optionalText(),
    evidenceAddress: webAddress,
    evidencePersonal: tick,
    ...onBehalf,
  })
  .superRefine((input, checking) => {
    const begun = input.evidenceTitle || input.evidenceKind || input.evidenceLevel || input.evidenceDate || input.evidenceDetail || input.evidenceAddress || input.evidencePersonal;
    const needed: [keyof typeof input, string][] = [
      ['evidenceTitle', 'Enter what the evidence is, such as “Minute of 14 October”'],
      ['evidenceKind', whichKind],
      ['evidenceLevel', whichLevel],
      ['evidenceDate', whichDate],
    ];
    for (const [field, message] of needed) if (begun && !input[field]) checking.addIssue({ code: 'custom', path: [field], message });
  });
export type CompleteInput = z.output<typeof completeInput>;

export const checkInput = z
  .object({
    reference,
    version,
    result: z.enum(['accepted', 'returned'], 'Choose whether it is complete'),
    reason: text('Enter what you looked at and what you found'),
    sameAgencyReason: optionalText(1000),
    evidence: several(z.uuid()),
    checkedOn: optionalPastDay('Enter the date it was checked'),
  });
export type CheckInput = z.output<typeof checkInput>;

export const secondCheckInput = z.object({
  reference,
  version,
  result: z.enum(['in_place', 'slipped'], 'Choose whether it is still in place'),
  reason: text('Enter what you looked at and what you found'),
  sameAgencyReason: optionalText(1000),
  checkedOn: optionalPastDay('Enter the date it was checked'),
});
export type SecondCheckInput = z.output<typeof secondCheckInput>;

export const checkEvidenceInput = z.object({
  reference,
  evidence: several(z.uuid()).refine((chosen) => chosen.length > 0, 'Choose the evidence you have looked at'),
  result: oneOf(evidenceResultNames, 'Choose whether it shows what it is said to'),
  reason: text('Enter what you looked at and what you found', 1000),
});
export type CheckEvidenceInput = z.output<typeof checkEvidenceInput>;
