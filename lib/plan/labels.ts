import type { ChangeKind } from '@/lib/plan/changes/rules';
import type { ActionType, Contribution, DueFilter, EvidenceKind, EvidenceStrength, NeedsFilter, PlanSort, PriorityLevel, SaidHow, SourceKind } from '@/lib/plan/queries';
import type { Level, Rag, Stage } from '@/lib/plan/rules';

/** The words on screen for coded values, in the order in which they are listed. */

export const ragNames: Record<Rag, string> = { red: 'Red', amber: 'Amber', green: 'Green', blue: 'Blue', grey: 'Grey', not_stated: 'Not stated' };

/** What the filter by colour offers, and what each choice shows. */
export const ragChoices: { value: string; label: string; rags: Rag[] }[] = [
  { value: 'red-amber', label: 'Red and amber', rags: ['red', 'amber'] },
  ...(Object.keys(ragNames) as Rag[]).map((rag) => ({ value: rag.replace('_', '-'), label: ragNames[rag], rags: [rag] })),
];

export const stageNames: Record<Stage, string> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  in_progress: 'In progress',
  awaiting_check: 'Complete, awaiting check',
  checked: 'Complete, checked',
  closed: 'Closed',
  paused: 'Paused',
  superseded: 'Superseded',
  not_accepted: 'Not accepted',
  transferred: 'Transferred',
  not_stated: 'Not stated',
};

export const levelNames: Record<Level, string> = {
  done: 'Done',
  reached: 'Reached',
  understood: 'Understood',
  seen_in_practice: 'Seen in practice',
  better_for_children: 'Better for children',
};

/** What each level asks of the evidence, where somebody has to choose one. */
export const levelHints: Record<Level, string> = {
  done: 'It was made, written, bought or held',
  reached: 'It got to the people it was meant for',
  understood: 'They know it and can say what it changes',
  seen_in_practice: 'Their work with families shows it',
  better_for_children: 'Children or families notice the difference',
};

/** "nothing checked yet", "reached": beside the five steps. */
export function levelWords(level: Level | null): string {
  return level === null ? 'nothing checked yet' : levelNames[level].toLowerCase();
}

export const actionTypeNames: Record<ActionType, string> = {
  procedure: 'Procedure or guidance',
  training: 'Training or learning',
  tool: 'Tool, template or checklist',
  audit: 'Audit or dip sample',
  supervision: 'Supervision or management oversight',
  pathway: 'Pathway or service change',
  commissioning: 'Commissioning or resources',
  data: 'Data or performance',
  information_sharing: 'Information sharing or IT',
  communication: 'Communication',
  enquiry: 'Further enquiry',
  governance: 'Strategy or governance',
  single_agency: 'Single agency',
  national_challenge: 'Challenge to a national body',
  not_stated: 'Not stated',
};

export const priorityNames: Record<PriorityLevel, string> = { high: 'High', medium: 'Medium', low: 'Low' };

export const evidenceKindNames: Record<EvidenceKind, string> = {
  procedure: 'Policy or procedure',
  minute: 'Minute of a meeting',
  training_record: 'Training record',
  audit: 'Audit',
  dip_sample: 'Dip sample',
  data: 'Trend in data',
  survey: 'Survey of practitioners',
  supervision: 'Supervision record',
  family_feedback: 'Feedback from children or families',
  inspection: 'Inspection or peer finding',
  case_example: 'Case example, anonymised',
  assurance_statement: 'Agency’s assurance statement',
  self_assessment: 'Section 11 or section 175 return',
  complaint: 'Complaint or compliment',
};

export const strengthNames: Record<EvidenceStrength, string> = {
  anecdote: 'One example, told by somebody',
  self_report: 'People’s own word for what they do',
  record: 'A record made at the time',
  audit: 'An audit or a dip sample',
  independent: 'Seen by somebody independent',
};

export const evidenceResultNames = { accepted: 'Yes: it shows that', declined: 'No: it does not show it' } as const;

export const contributionNames: Record<Contribution, string> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  behind: 'Behind',
  done: 'Done',
  not_stated: 'Not stated',
};

export const saidHowNames: Record<SaidHow, string> = { in_person: 'Said it here', meeting: 'In a meeting', email: 'By e-mail', phone: 'By phone' };

/** The fields of each form by name, as the form calls them and as they are told to somebody whose form is older. */

export const agreementFields = { agreedOn: 'When it was agreed', startOn: 'When it starts' } as const;

export const onBehalfFields = { saidBy: 'Who said it', how: 'How they said it', howNote: 'Which meeting, e-mail or call', saidOn: 'When they said it' } as const;

export const evidenceFields = {
  evidenceTitle: 'What the evidence is',
  evidenceKind: 'Kind of evidence',
  evidenceLevel: 'What it shows',
  evidenceDate: 'Date of the evidence',
  evidenceDetail: 'What it says',
  evidenceAddress: 'Web address',
  evidencePersonal: 'It holds personal data',
} as const;

export const evidenceFurtherFields = {
  evidenceStrength: 'How strong it is',
  evidenceAgency: 'Whose it is',
  periodFrom: 'First day of the period',
  periodTo: 'Last day of the period',
  lookedAt: 'How many were looked at',
  numerator: 'In how many it was found',
  denominator: 'Out of how many',
  before: 'The measure before',
  after: 'The measure now',
  expiresOn: 'Last day it can be rested on',
} as const;

export const evidenceCheckFields = {
  evidence: 'Evidence you have looked at',
  result: 'Does it show what it is said to?',
  reason: 'What you looked at and what you found',
} as const;

export const completionFields = { text: 'What was done', completeOn: 'When it was complete', ...onBehalfFields, ...evidenceFields } as const;

export const checkResultNames = { accepted: 'Yes: it is complete', returned: 'No: return it to its owner' } as const;

export const checkFields = {
  evidence: 'Evidence you have looked at and accept',
  result: 'Is it complete?',
  reason: 'What you looked at and what you found',
  sameAgencyReason: 'Why you check it, who are of the owner’s own agency',
  checkedOn: 'When it was checked',
} as const;

export const secondCheckResultNames = { in_place: 'Yes: it is still in place', slipped: 'No: it has slipped, and the action is opened again' } as const;

export const secondCheckFields = { result: 'Is what was done still in place?', reason: checkFields.reason, sameAgencyReason: checkFields.sameAgencyReason, checkedOn: checkFields.checkedOn } as const;

/** What each check came to, beside its date. */
export const checkedAs = { accepted: 'Accepted', returned: 'Returned', in_place: 'Still in place', slipped: 'Slipped' } as const;

/** "Checked", "Second check, after 6 months". */
export function checkName(afterMonths: number | null): string {
  return afterMonths === null ? 'Checked' : `Second check, after ${afterMonths} ${afterMonths === 1 ? 'month' : 'months'}`;
}

export const sourceKindNames: Record<SourceKind, string> = {
  review: 'Reviews',
  audit: 'Audits',
  line_of_enquiry: 'Lines of enquiry',
  national_review: 'National reviews',
  inspection: 'Inspections',
  other: 'Others',
};

export const dueNames: Record<DueFilter, string> = { past: 'Past due', next30: 'In the next 30 days' };

export const needsNames: Record<NeedsFilter, string> = { blocked: 'Blocked', escalated: 'Help asked for', owner: 'Owner needed', decision: 'A date or a closing to decide', 'second-check': 'Second check due' };

/** The order of the plan in words: ascending, then descending. */
/** What may have happened to an action between two days, as it is counted. */
export const changeKindNames: Record<ChangeKind, string> = {
  added: 'New', agreed: 'Agreed', moved: 'Dates moved or set', owner: 'Owners changed', complete: 'Said to be complete', returned: 'Returned', checked: 'Checked', closed: 'Closed', reopened: 'Reopened',
  put_aside: 'Put aside', taken_up: 'Taken up again', evidence: 'Evidence checked', worse: 'Got worse', better: 'Got better',
};

export const orderNames: Record<PlanSort, [string, string]> = {
  due: ['soonest due first, finished last', 'latest due first, finished last'],
  reference: ['by reference', 'latest reference first'],
  rag: ['red first', 'red last'],
  owner: ['by owner', 'by owner, from the end'],
  updated: ['longest without an update first', 'latest update first'],
};

export const hiddenReviewWords = 'a review not yet published';

/** "Child D", "Child D, a review not yet published", "2 reviews not yet published". */
export function hiddenReviewsWords(count: number): string {
  return count === 1 ? hiddenReviewWords : `${count} reviews not yet published`;
}

/** What is said back after something was done, by the word in the address. */
export const saidLabels: Record<string, string> = {
  'view-saved': 'Your view is saved. It stands above the filter',
  'view-removed': 'The view is removed',
  proposed: 'Proposed. The accountable group’s chair or the business unit agrees it.',
  agreed: 'Agreed. Its owner has been told.',
  updated: 'Saved. Thank you.',
  evidence: 'Evidence added. Somebody else checks it.',
  complete: 'Said to be complete. Somebody who does not own it checks it.',
  checked: 'Checked: complete.',
  returned: 'Returned to its owner, who has been told why.',
  'evidence-checked': 'Evidence checked. Whoever added it sees your reason.',
  'in-place': 'Second check saved: it is still in place.',
  slipped: 'Opened again. Its owner has been told.',
  changed: 'Changed.',
  named: 'Saved. Whoever owns it now has been told.',
  contribution: 'Saved.',
  aside: 'Put aside. Its owner has been told.',
  'taken-up': 'Taken up again. Its owner has been told.',
  worse: 'Saved. It is no better than that until you take it back.',
  'not-worse': 'Taken back.',
  'asked-date': 'Asked. Who decides has been told.',
  'asked-help': 'Asked. Who can help has been told.',
  'asked-closing': 'Proposed for closing. Somebody else confirms it.',
  'asked-partners': 'The safeguarding partners have been asked.',
  granted: 'Saved. Who asked has been told.',
  refused: 'Saved. Who asked has been told why.',
  reopened: 'Opened again. Its owner has been told.',
};
