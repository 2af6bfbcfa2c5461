import type { FindingKind, FindingLevel } from '../schema';

/** What the invented reviews, audit and line of enquiry found: gaps that came back, one that was put right, and what works well. Days are counted from the day of loading. */
type ExampleFinding = {
  key: string; source: string; kind: FindingKind; level: FindingLevel; text: string; why?: string; shownBy?: string; voice?: string;
  about?: string[]; owner?: { agency: string; post: string };
  themes: string[]; repeats?: string; answeredBy?: string[];
  writtenBy: string; writtenDay: number;
  agreed?: { day: number; group: string; minute: string };
  became?: { as: 'addressed' | 'accepted_without_action'; day: number; by: string; reason: string };
};

export const exampleFindings: ExampleFinding[] = [
  {
    key: 'v-fathers', source: 'lcspr-v', kind: 'gap', level: 'frontline', themes: ['The father or partner in the home'], answeredBy: ['v-fathers'],
    text: 'The man who lived in the home was in nobody’s assessment. Nobody had spoken to him on his own.',
    why: 'Forms ask for a mother’s details first and do not ask who else sleeps in the home. Visits were made in working hours.', shownBy: 'Records of three agencies and the practitioner event.', voice: '“Nobody asked me. I would have told them.” (the father)',
    about: ['social-care', 'nhs-trust', 'mental-health'], owner: { agency: 'social-care', post: 'Head of service' }, writtenBy: 'priya', writtenDay: -290, agreed: { day: -272, group: 'executive', minute: 'Executive, item 4' },
  },
  {
    key: 'v-origin', source: 'lcspr-v', kind: 'gap', level: 'system', themes: ['What a parent said, passed on as fact'], answeredBy: ['v-origin', 'v-national'],
    text: 'What the mother had said about an earlier case was passed between four agencies as a checked fact.',
    why: 'No system marks where a fact came from, and each agency took the one before it to have checked.', shownBy: 'The merged chronology.', about: ['social-care', 'nhs-trust', 'police', 'academies'], writtenBy: 'priya', writtenDay: -290, agreed: { day: -272, group: 'executive', minute: 'Executive, item 4' },
  },
  {
    key: 'v-good', source: 'lcspr-v', kind: 'good_practice', level: 'frontline', themes: ['Seeing the child alone'],
    text: 'A school nurse saw each child alone, wrote down what they said in their own words, and read it out at the core group.', shownBy: 'The school nurse’s record.', voice: 'The eldest remembered her name two years later.',
    about: ['community-health'], writtenBy: 'priya', writtenDay: -290, agreed: { day: -272, group: 'executive', minute: 'Executive, item 4' },
  },
  {
    key: 'a-pre-birth', source: 'audit-pre-birth', kind: 'gap', level: 'management', themes: ['Planning before birth'], answeredBy: ['a-pre-birth'],
    text: 'In five of twelve cases no pre-birth assessment was considered although a sibling was open to social care.', why: 'Whether to consider one was left to each team, and nobody asked for the reason.', shownBy: 'Twelve files read by four agencies.',
    about: ['social-care', 'nhs-trust'], owner: { agency: 'social-care', post: 'Service manager' }, writtenBy: 'grace', writtenDay: -162, agreed: { day: -150, group: 'engine-room', minute: 'Engine Room, item 5' },
  },
  {
    key: 'a-fathers', source: 'audit-pre-birth', kind: 'gap', level: 'frontline', themes: ['The father or partner in the home', 'Planning before birth'], repeats: 'v-fathers',
    text: 'In nine of twelve cases the expectant father was named and nobody had spoken to him.', shownBy: 'Twelve files read by four agencies.', about: ['social-care', 'nhs-trust'],
    writtenBy: 'grace', writtenDay: -162, agreed: { day: -150, group: 'engine-room', minute: 'Engine Room, item 5' },
  },
  {
    key: 'p-step-down', source: 'rr-p', kind: 'gap', level: 'system', themes: ['Step-down and handover'], answeredBy: ['p-step-down'],
    text: 'The family stepped down on the day their key worker left. Nobody who came next had met them.', why: 'Step-down is a form, and the form has no line for who comes next.', shownBy: 'The rapid review’s timeline.', voice: 'The mother said that she had stopped opening the door to new faces.',
    about: ['social-care', 'early-help', 'community-health'], owner: { agency: 'early-help', post: 'Head of service' }, writtenBy: 'sam', writtenDay: -106, agreed: { day: -98, group: 'engine-room', minute: 'Engine Room, item 3' },
  },
  {
    key: 'p-neglect', source: 'rr-p', kind: 'gap', level: 'frontline', themes: ['Neglect and drift'], answeredBy: ['p-neglect'],
    text: 'Each agency described the home in its own words, so that nobody saw it getting slowly worse.', why: 'Three tools are in use, and no two agencies use the same one.', about: ['social-care', 'academies', 'community-health'], writtenBy: 'sam', writtenDay: -106,
    agreed: { day: -98, group: 'engine-room', minute: 'Engine Room, item 3' },
  },
  {
    key: 'p-fathers', source: 'rr-p', kind: 'gap', level: 'frontline', themes: ['The father or partner in the home'], repeats: 'a-fathers',
    text: 'The mother’s partner stayed most nights. He was in one agency’s record by first name, and in no assessment.', about: ['social-care', 'housing'], writtenBy: 'sam', writtenDay: -106, agreed: { day: -98, group: 'engine-room', minute: 'Engine Room, item 3' },
  },
  {
    key: 'p-housing', source: 'rr-p', kind: 'gap', level: 'system', themes: ['Neglect and drift'], answeredBy: ['p-housing'],
    text: 'A housing officer saw the state of the home twice and had nobody to tell.', about: ['housing', 'early-help'], writtenBy: 'sam', writtenDay: -106, agreed: { day: -98, group: 'engine-room', minute: 'Engine Room, item 3' },
    became: { as: 'addressed', day: -20, by: 'grace', reason: 'Each housing team has a named link in early help. Eleven contacts came through it in the last quarter.' },
  },
  {
    key: 'm-interviews', source: 'enquiry-missing', kind: 'gap', level: 'system', themes: ['What a child says reaches their day'], answeredBy: ['m-interviews', 'm-placements'],
    text: 'What children said in return home interviews stayed with the team that held the interview.', voice: '“I said it three times. Nothing changed.”', about: ['police', 'social-care', 'youth-justice', 'academies'], writtenBy: 'grace', writtenDay: -96,
    agreed: { day: -85, group: 'engine-room', minute: 'Engine Room, item 6' },
  },
  {
    key: 'r-storage', source: 'rr-r', kind: 'gap', level: 'frontline', themes: ['Where medicines are kept'], answeredBy: ['r-storage'],
    text: 'Three visitors knew of the medicine in the home, and none had asked where it was kept.', about: ['community-health', 'mental-health'], writtenBy: 'priya', writtenDay: -62, agreed: { day: -52, group: 'engine-room', minute: 'Engine Room, item 2' },
  },
  // Drafts of reviews still under way.
  {
    key: 'n-handover', source: 'lcspr-n', kind: 'gap', level: 'system', themes: ['Handover between areas'], repeats: 'p-step-down', answeredBy: ['n-handover'],
    text: 'When the family moved, the file moved and nobody spoke. The next worker began again.', about: ['nhs-trust', 'community-health'], writtenBy: 'fiona', writtenDay: -16,
  },
  {
    key: 'j-alone', source: 'rr-j', kind: 'gap', level: 'frontline', themes: ['Seeing the child alone'], answeredBy: ['j-alone'],
    text: 'The children were seen together, with their mother in the room, at eleven of twelve visits.', about: ['social-care', 'academies'], writtenBy: 'sam', writtenDay: -4,
  },
];
