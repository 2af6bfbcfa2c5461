/** The words on screen for findings, in the order they are offered. */

const options = <T extends string>(labels: Record<T, string>) => Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

export const kindLabels = { gap: 'Gap', good_practice: 'Good practice' } as const;
export const levelLabels = { frontline: 'Frontline practice', management: 'Management and supervision', system: 'How the system works', national: 'National', not_stated: 'Not stated' } as const;
export const agreementLabels = { agreed: 'Agreed', not_agreed: 'Not agreed' } as const;

/** Where a finding stands: it follows from whether it was agreed and what became of it, and is never stored. */
export const stateLabels = { draft: 'Draft', not_agreed: 'Not agreed', good_practice: 'Agreed', open: 'Open', addressed: 'Addressed', accepted_without_action: 'Accepted without action', not_stated: 'What became of it not stated' } as const;

export const answerLabels = { open: 'Still open', addressed: 'Addressed', accepted_without_action: 'Accepted without action' } as const;

/** What the list can be narrowed to. */
export const stateFilterLabels = { draft: 'Drafts, still to be agreed', open: 'Open gaps', addressed: 'Addressed', accepted_without_action: 'Accepted without action', not_agreed: 'Not agreed' } as const;

export const sortLabels = { reference: 'Newest first', year: 'By year', repeats: 'Most often found' } as const;

/** Who agrees, as the end of a sentence. */
export const agreerLabels = { partners: 'the safeguarding partners jointly', engine_room: 'the Engine Room' } as const;

/** The fields of each form by name, as the form calls them and as they are told to somebody who typed over an older version. */

export const findingFields = {
  kind: 'What is it?',
  text: 'What was found',
  level: 'At which level',
  why: 'Why it happened',
  shownBy: 'What shows it',
  voice: 'What children and families said',
  agencies: 'Agencies concerned',
  ownerAgency: 'Who answers for it',
  ownerPost: 'Their post',
} as const;

export const agreementFields = (by: string, onBehalf: boolean) => ({
  agreement: `Is it agreed by ${by}?`,
  reason: 'Reason',
  group: 'Decided by',
  decidedOn: 'Decided on',
  how: 'How it was decided',
  howNote: onBehalf ? 'Meeting and minute, or the message' : 'Meeting and minute',
}) as const;

export const connectionFields = { themes: 'Themes', earlier: 'Which earlier finding does it repeat?', recommendations: 'Recommendations that answer it' } as const;

export const answerFields = { answer: 'What became of it', reason: 'Reason', answeredOn: 'On' } as const;

/** What was just done, said back on the next page. */
export const saidLabels: Record<string, string> = {
  written: 'The finding is saved as a draft. Next: its themes, what it repeats and what answers it.',
  changed: 'The finding is saved.',
  agreed: 'What was decided is recorded.',
  connected: 'Its themes, what it repeats and what answers it are saved.',
  answered: 'What became of it is recorded.',
};

export const kindOptions = options(kindLabels);
export const levelOptions = options(levelLabels);
export const agreementOptions = options(agreementLabels);
export const answerOptions = options(answerLabels);
export const stateFilterOptions = options(stateFilterLabels);
