import { z } from 'zod';
import { keysOf, oneOf, optionalDay, optionalText, several, text, typedDay, version } from '@/lib/forms/readers';
import { areaNames } from '@/lib/partnership/labels';
import { ageBandLabels, capacityLabels, careStatusLabels, criterionLabels, ethnicityLabels, genderLabels, harmTypeLabels, livingArrangementLabels, natureLabels, outcomeLabels, settingLabels, yesNoUnclearLabels } from '@/lib/reviews/labels';

const reference = z.string().min(3).max(40);
/** The longest story that one field takes. */
const longest = 20_000;

/** In the order of the form, as everywhere: what is wrong is told in this order. */
const notificationFields = {
  pseudonym: text('Enter a pseudonym, such as “Child R”: never the child’s own initial or name', 60),
  nature: oneOf(natureLabels, 'Choose what happened'),
  abuseSuspected: oneOf(yesNoUnclearLabels, 'Say whether abuse or neglect is known or suspected'),
  area: oneOf(areaNames, 'Choose where the incident happened'),
  notifyingAgency: z.uuid('Choose the council that notifies'),
  setting: oneOf(settingLabels, 'Choose the setting, or “Not known”'),
  harmTypes: several(oneOf(harmTypeLabels, 'Choose from the list')),
  incidentOn: typedDay('Enter the date of the incident', 'past'),
  awareOn: typedDay('Enter the date the council became aware of the incident', 'past'),
  sentOn: optionalDay('Enter the date it was sent to the National Panel', 'past'),
  nationalReference: optionalText(60),
  ageBand: oneOf(ageBandLabels, 'Choose the child’s age band'),
  gender: oneOf(genderLabels, 'Choose the child’s gender, or “Not known”'),
  ethnicity: oneOf(ethnicityLabels, 'Choose the child’s ethnic group, or “Not known”'),
  disability: oneOf(yesNoUnclearLabels, 'Say whether the child is disabled'),
  livingArrangement: oneOf(livingArrangementLabels, 'Choose where the child was living, or “Not known”'),
  careStatus: oneOf(careStatusLabels, 'Choose how children’s social care knew the child, or “Not known”'),
  outline: text('Enter an outline of what happened, without names', longest),
  immediateSafety: optionalText(longest),
  mediaInterest: oneOf(yesNoUnclearLabels, 'Say whether the media are interested'),
};

export const recordNotificationInput = z.object(notificationFields);
export type RecordNotificationInput = z.output<typeof recordNotificationInput>;

export const changeNotificationInput = z.object({ ...notificationFields, reference, version });
export type ChangeNotificationInput = z.output<typeof changeNotificationInput>;

const agencies = several(z.uuid('Choose agencies from the list'));

export const openRapidReviewInput = z.object({
  reference,
  openedOn: typedDay('Enter the date the rapid review was opened', 'past'),
  meetingOn: optionalDay('Enter the date of the rapid review meeting', 'future'),
  agencies,
  replyBy: optionalDay('Enter the date their reports are due', 'future'),
});
export type OpenRapidReviewInput = z.output<typeof openRapidReviewInput>;

export const recordFactsInput = z.object({
  reference,
  version,
  meetingOn: optionalDay('Enter the date of the rapid review meeting', 'future'),
  facts: z.string().trim().max(60_000, 'Shorten the facts'),
  immediateSafety: z.string().trim().max(60_000, 'Shorten this'),
  agencyInvolvement: z.string().trim().max(60_000, 'Shorten this'),
  contextAndInequality: z.string().trim().max(60_000, 'Shorten this'),
  childsVoice: z.string().trim().max(60_000, 'Shorten this'),
  goodPractice: z.string().trim().max(60_000, 'Shorten this'),
  learning: z.string().trim().max(60_000, 'Shorten this'),
});
export type RecordFactsInput = z.output<typeof recordFactsInput>;

const criterionFields = Object.fromEntries(
  keysOf(criterionLabels).flatMap((criterion) => [
    [`answer-${criterion}`, z.union([z.literal(''), oneOf(yesNoUnclearLabels, 'Choose yes, no or unclear')]).optional()],
    [`reason-${criterion}`, z.string().trim().max(4_000, 'Shorten the reason').optional()],
  ]),
);
export type Tested = { criterion: keyof typeof criterionLabels; answer: keyof typeof yesNoUnclearLabels; reason: string };
export const testCriteriaInput = z.object({ reference, version, ...criterionFields }).transform((typed, ctx): { reference: string; version: number; tests: Tested[] } => {
  const { reference, version } = typed as { reference: string; version: number };
  const values = typed as Record<string, string | undefined>;
  const tests = keysOf(criterionLabels).flatMap((criterion): Tested[] => {
    const answer = values[`answer-${criterion}`];
    const reason = values[`reason-${criterion}`] ?? '';
    if (!answer) return [];
    if (reason === '') ctx.addIssue({ code: 'custom', path: [`reason-${criterion}`], message: `Say why: “${criterionLabels[criterion]}”` });
    return [{ criterion, answer: answer as Tested['answer'], reason }];
  });
  return { reference, version, tests };
});
export type TestCriteriaInput = z.output<typeof testCriteriaInput>;

export const askAgenciesInput = z.object({
  reference,
  agencies: agencies.refine((chosen) => chosen.length > 0, 'Choose at least one agency'),
  askedOn: typedDay('Enter the date they were asked', 'past'),
  replyBy: typedDay('Enter the date their reports are due', 'future'),
});
export type AskAgenciesInput = z.output<typeof askAgenciesInput>;

export const recordReplyInput = z.object({
  reference,
  version,
  agency: z.uuid('Choose the agency'),
  repliedOn: typedDay('Enter the date the report arrived', 'past'),
  nothingKnown: z.literal('yes').optional().transform((ticked) => ticked === 'yes'),
});
export type RecordReplyInput = z.output<typeof recordReplyInput>;

export const overrideClockInput = z.object({
  reference,
  version,
  rule: z.enum(['notification', 'rapid_review', 'lcspr'], { error: 'Choose the clock' }),
  dueOn: typedDay('Enter the new date', 'future'),
  reason: text('Say why the date is another than the one worked out', 2_000),
});
export type OverrideClockInput = z.output<typeof overrideClockInput>;

export const recordIdentityInput = z.object({
  reference,
  version,
  name: text('Enter the child’s name', 200),
  dateOfBirth: optionalText(60),
  otherNames: optionalText(500),
  address: optionalText(1_000),
  school: optionalText(300),
  family: optionalText(4_000),
});
export type RecordIdentityInput = z.output<typeof recordIdentityInput>;

export const openDecisionInput = z.object({
  reference,
  recommendedOutcome: oneOf(outcomeLabels, 'Choose what the review recommends'),
  recommendedBecause: text('Say why the review recommends this', 8_000),
  openedOn: typedDay('Enter the date it is put to the partners', 'past'),
});
export type OpenDecisionInput = z.output<typeof openDecisionInput>;

export const sendToPanelInput = z.object({ reference, version, sentOn: typedDay('Enter the date it was sent to the National Panel', 'past') });
export type SendToPanelInput = z.output<typeof sendToPanelInput>;

export const openLcsprInput = z.object({ reference, pseudonym: text('Enter the name it will be known by', 60) });
export type OpenLcsprInput = z.output<typeof openLcsprInput>;

export const grantPlaceInput = z.object({
  reference,
  person: z.uuid('Choose a person'),
  capacity: oneOf(capacityLabels, 'Choose what they are on the list as'),
  reason: text('Say why they need to know', 1_000),
  toOn: typedDay('Enter when their place ends', 'future'),
});
export type GrantPlaceInput = z.output<typeof grantPlaceInput>;
