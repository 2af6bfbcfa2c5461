import type { ChallengeOutcome, ChallengeStage, ChallengeTopic, SaidHow } from '../schema';

/** Who held whom to account, at each stage. Days from today. */
export const challenges: {
  key: string; by: string; agency?: string; about: string; topic: ChallengeTopic; stage: ChallengeStage; day: number; dueDay: number; forum?: string; challenge: string; asked: string;
  of?: { source: string } | { recommendation: string } | { action: string } | { decision: string };
  answer?: { text: string; by: string; day: number; how?: SaidHow; note?: string };
  closed?: { day: number; by: string; outcome: ChallengeOutcome; because: string; changed?: string };
}[] = [
  {
    key: 'attendance', by: 'dee', agency: 'social-care', about: 'academies', topic: 'information', stage: 'formal', day: -22, dueDay: -8, forum: 'Neglect task and finish group', of: { action: 'attendance-weekly' },
    challenge: 'Nine of thirteen schools still send no attendance list, and two children’s absences reached us three weeks late.', asked: 'A date by which every school sends its list, and a name to call until then.',
  },
  {
    key: 'handover', by: 'grace', agency: 'icb', about: 'nhs-trust', topic: 'slipped_action', stage: 'informal', day: -6, dueDay: 2, of: { action: 'dip-sample-health' },
    challenge: 'The dip sample has moved, and the Engine Room has not seen its first results.', asked: 'The records looked at so far, before the next Engine Room.',
  },
  {
    key: 'joint-visits', by: 'marcus', agency: 'police', about: 'nhs-trust', topic: 'quality', stage: 'informal', day: -30, dueDay: -23, forum: 'Call', of: { action: 'joint-visit' },
    challenge: 'Joint visits are recorded as made where one of the two came alone.', asked: 'Count again, and say how many were joint.',
    answer: { text: 'Counted again: eleven of nineteen were joint. The form now asks who was there.', by: 'joanne', day: -24, how: 'phone', note: 'Call of the Engine Room’s chair' },
  },
  {
    key: 'threshold', by: 'eleanor', about: 'council', topic: 'threshold', stage: 'executive', day: -88, dueDay: -80, forum: 'Executive',
    challenge: 'Families who step down are counted as closed, so the same family comes back as a new one.', asked: 'Count them as stepped down, and show how many come back within six months.',
    answer: { text: 'The count was changed. One family in seven comes back within six months; the step-down group has the list.', by: 'laura', day: -79, how: 'meeting', note: 'Executive, item 3' },
    closed: { day: -30, by: 'eleanor', outcome: 'upheld', because: 'The new count has been seen for a quarter.', changed: 'Families who come back are seen again by the practitioner who knew them.' },
  },
  {
    key: 'weekly', by: 'tariq', agency: 'academies', about: 'social-care', topic: 'decision', stage: 'informal', day: -95, dueDay: -88, of: { recommendation: 'p-weekly' },
    challenge: 'A weekly meeting for each child in need was turned down without asking schools.', asked: 'Say what answers the same need.',
    answer: { text: 'The step-down meeting does, and a school is asked to each one.', by: 'dee', day: -90, how: 'email', note: 'E-mail to the head of safeguarding' },
    closed: { day: -84, by: 'tariq', outcome: 'partly', because: 'Schools are asked now; the meeting itself was not needed.', changed: 'Nothing yet that can be shown.' },
  },
];
