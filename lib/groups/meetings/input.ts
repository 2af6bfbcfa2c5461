import { z } from 'zod';
import { laterText, optionalDay, optionalId, optionalPastDay, optionalText, several, text, typedDay, version } from '@/lib/forms/readers';

const planned = {
  plannedOn: typedDay('Enter the day of the meeting', 'future'),
  place: optionalText(200),
  chairedBy: optionalId('Choose who chairs it from the list'),
  standInBecause: optionalText(500),
  papers: optionalText(),
};

export const planMeetingInput = z.object({ groupId: z.uuid(), ...planned });
export type PlanMeetingInput = z.output<typeof planMeetingInput>;

const address = optionalText(1000).refine((typed) => typed === null || /^https?:\/\/[^\s]+$/.test(typed), 'Enter the whole web address, beginning with https://');

export const changeMeetingInput = z.object({
  meetingId: z.uuid(),
  version,
  ...planned,
  heldOn: optionalPastDay('Enter the day it was held'),
  calledOffBecause: optionalText(500),
  present: several(z.uuid()),
  apologies: several(z.uuid()),
  alsoThere: optionalText(1000),
  minuteReference: optionalText(200),
  minuteAddress: address,
});
export type ChangeMeetingInput = z.output<typeof changeMeetingInput>;

const decided = {
  matter: text('Enter what the decision was about', 300),
  about: laterText(60),
  options: optionalText(),
  decision: text('Enter what was decided'),
  reasons: text('Enter why it was decided so'),
  evidenceSeen: optionalText(),
  decidedBy: optionalText(1000),
  dissent: optionalText(),
  conflicts: optionalText(1000),
  legalBasis: optionalText(500),
  reviewOn: optionalDay('Enter the day it is looked at again', 'future'),
};

const reference = z.string().regex(/^D-\d{3,9}$/, 'Open the decision again and send the form from there');

/** `supersedes`: the reference of the decision that this one takes the place of. */
export const recordDecisionInput = z.object({ meetingId: z.uuid(), supersedes: z.union([z.literal(''), reference]).optional().transform((typed) => typed || null), ...decided });
export type RecordDecisionInput = z.output<typeof recordDecisionInput>;

export const changeDecisionInput = z.object({ reference, version, ...decided });
export type ChangeDecisionInput = z.output<typeof changeDecisionInput>;

export const confirmDecisionInput = z.object({ reference, version });
export type ConfirmDecisionInput = z.output<typeof confirmDecisionInput>;
