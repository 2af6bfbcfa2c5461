import type { Presence } from '@/lib/groups/meetings/queries';

/** The words on screen for meetings and what was decided at them. */

export const presenceNames: Record<Presence, string> = { present: 'There', apologies: 'Apologies' };

/** The fields of the form, as it calls them and as they are told to somebody who typed over an older version. */
export const meetingFields = {
  plannedOn: 'When is it?',
  place: 'Where?',
  chairedBy: 'Who chairs it?',
  standInBecause: 'Why is it not the group’s chair?',
  papers: 'Papers',
  heldOn: 'The day it was held',
  calledOffBecause: 'Called off, because',
  present: 'Who was there?',
  apologies: 'Who sent apologies?',
  alsoThere: 'Who else was there?',
  minuteReference: 'Which minute?',
  minuteAddress: 'Where is the minute?',
} as const;

export const decisionFields = {
  matter: 'What was it about?',
  about: 'Which record does it concern?',
  options: 'What were the choices?',
  decision: 'What was decided?',
  reasons: 'Why?',
  evidenceSeen: 'What was seen before deciding?',
  decidedBy: 'Who decided?',
  dissent: 'Who did not agree, and why?',
  conflicts: 'Which conflicts of interest were declared?',
  legalBasis: 'Under which duty or power?',
  reviewOn: 'When is it looked at again?',
} as const;

/** What was just done, said back on the next page. */
export const meetingSaidLabels: Record<string, string> = {
  'meeting-planned': 'The meeting is planned',
  'meeting-saved': 'The meeting is saved',
  decided: 'The decision is in the log. It stands; its words are final once the chair has confirmed them',
  'decided-by-chair': 'The decision is in the log, confirmed by you as the chair',
  'decision-changed': 'Your change is saved',
  'decision-confirmed': 'The decision is confirmed: its words stand',
};

export const notTheirs = 'The chair of the group, or the business unit, plans its meetings and records them';
