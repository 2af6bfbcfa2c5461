import type { Acceptance, ActionType, Aside, CheckResult, Contribution, EscalatedTo, EvidenceKind, EvidenceLevel, EvidenceStrength, PriorityLevel, RequestKind, SaidHow } from '../schema';

/**
 * What the invented reviews, audit and line of enquiry recommend, and the plan that follows: actions at every stage,
 * with every reason a colour can have. Days are counted from the day of loading: -12 is twelve days ago, 12 is in twelve days.
 */

type ExampleRecommendation = {
  key: string; source: string; text: string; outcome: string; measure: string; baseline?: string; target?: string; measureDay?: number; byDay?: number;
  to: 'partnership' | 'national' | string[]; nationalBody?: string;
  writtenBy: string; writtenDay: number;
  accepted?: { as: Acceptance; day: number; by: { group: string } | { agency: string }; reason?: string; /** The meeting and the item at which it was decided. */ minute?: string };
  releasedDay?: number;
};

export const recommendations: ExampleRecommendation[] = [
  // From the published practice review.
  {
    key: 'v-origin', source: 'lcspr-v', to: ['social-care', 'nhs-trust', 'police', 'academies'], writtenBy: 'priya', writtenDay: -285, byDay: 60,
    text: 'Every agency records where a piece of information about a family came from, and whether anybody has checked it, so that what a parent said is never passed on as fact.',
    outcome: 'Decisions about a child rest on what somebody has seen or checked. Families can see in their record what is their own account.',
    measure: 'Dip sample of 40 records: share in which the origin of each key fact is recorded', baseline: '22%', target: '80%', measureDay: 90,
    accepted: { as: 'accepted', day: -272, by: { group: 'executive' }, minute: 'Executive, item 4' }, releasedDay: -256,
  },
  {
    key: 'v-fathers', source: 'lcspr-v', to: ['social-care', 'nhs-trust', 'mental-health'], writtenBy: 'priya', writtenDay: -285, byDay: 45,
    text: 'Practitioners ask for, meet and record the father or partner in every assessment, with time on his own.',
    outcome: 'Children\'s plans take account of the man in their home, as a help and as a risk.',
    measure: 'Share of assessments in which the father was spoken to on his own', baseline: '31%', target: '75%', measureDay: 75,
    accepted: { as: 'accepted', day: -272, by: { group: 'executive' }, minute: 'Executive, item 4' }, releasedDay: -256,
  },
  {
    key: 'v-supervision', source: 'lcspr-v', to: 'partnership', writtenBy: 'priya', writtenDay: -285, byDay: 120,
    text: 'The partnership offers group supervision across agencies for every child on a plan for longer than a year.',
    outcome: 'Practitioners think together about what a day is like for the child, and change the plan when it does not help.',
    measure: 'Plans changed after group supervision, of those discussed', target: 'Half of those discussed',
    accepted: { as: 'partly', day: -272, by: { group: 'executive' }, minute: 'Executive, item 4', reason: 'Accepted for children on a child protection plan. For children in need it is more than the agencies can offer this year; four pilot teams come first.' }, releasedDay: -256,
  },
  {
    key: 'v-national', source: 'lcspr-v', to: 'national', nationalBody: 'An example national body', writtenBy: 'priya', writtenDay: -285,
    text: 'National recording guidance for children\'s records says how a self-reported fact is marked when it moves between systems.',
    outcome: 'A fact keeps its origin when a family moves.', measure: 'The guidance says so',
    accepted: { as: 'accepted', day: -180, by: { group: 'executive' }, reason: 'The body replied that it will consider it in its next edition.' },
  },
  // From a rapid review that went no further.
  {
    key: 'p-step-down', source: 'rr-p', to: ['social-care', 'early-help', 'community-health'], writtenBy: 'sam', writtenDay: -104, byDay: 30,
    text: 'No family steps down on the day a key worker leaves. Step-down is a meeting with the family, the worker who leaves and the worker who comes.',
    outcome: 'Families know who is with them next, and have met them.', measure: 'Step-downs with a joint meeting before the date, of all step-downs in a quarter', baseline: '4 of 19', target: '9 in 10', measureDay: 100,
    accepted: { as: 'accepted', day: -98, by: { group: 'engine-room' }, minute: 'Engine Room, item 3' }, releasedDay: -97,
  },
  {
    key: 'p-housing', source: 'rr-p', to: ['housing'], writtenBy: 'sam', writtenDay: -104, byDay: 90,
    text: 'Housing officers have one named link in early help, and use it when what they see in a home worries them.',
    outcome: 'What neighbours and housing officers see reaches somebody who can help.', measure: 'Contacts from housing to early help in a quarter', baseline: '2', target: '15',
    accepted: { as: 'accepted', day: -92, by: { agency: 'housing' } }, releasedDay: -90,
  },
  {
    key: 'p-neglect', source: 'rr-p', to: 'partnership', writtenBy: 'sam', writtenDay: -104, byDay: 100,
    text: 'All agencies use one tool to recognise and record neglect, and use it again at each review, so that drift can be seen.',
    outcome: 'Neglect is named early and in the same words; children do not wait for things to become worse.', measure: 'Children in need with a completed tool at each review', baseline: '12%', target: '70%', measureDay: 150,
    accepted: { as: 'accepted', day: -98, by: { group: 'engine-room' }, minute: 'Engine Room, item 3' }, releasedDay: -97,
  },
  {
    key: 'p-weekly', source: 'rr-p', to: 'partnership', writtenBy: 'sam', writtenDay: -104,
    text: 'A multi-agency meeting is held every week for each child in need.',
    outcome: 'Nobody is left out of what the others know.', measure: 'Meetings held',
    accepted: { as: 'not_accepted', day: -98, by: { group: 'engine-room' }, minute: 'Engine Room, item 3', reason: 'It would take practitioners away from families, and the step-down meeting answers the same need.' },
  },
  // Drafts of reviews still under way.
  {
    key: 'j-alone', source: 'rr-j', to: ['social-care', 'academies'], writtenBy: 'sam', writtenDay: -3,
    text: 'Children on a plan are seen alone at every visit, and the core group hears what they said in their words.',
    outcome: 'Children are asked, and believed.', measure: 'Visits in which each child was seen alone',
  },
  {
    key: 'n-handover', source: 'lcspr-n', to: ['nhs-trust', 'community-health'], writtenBy: 'fiona', writtenDay: -15,
    text: 'When a family with a baby moves, the two health visitors speak to each other before the file moves.',
    outcome: 'A baby is seen by somebody who knows what the last person knew.', measure: 'Moves with a recorded conversation', target: 'All',
  },
  {
    key: 'r-storage', source: 'rr-r', to: ['community-health', 'mental-health'], writtenBy: 'priya', writtenDay: -60, byDay: 20,
    text: 'Advice on keeping medicines locked away is given at the first home visit, and the box is seen.',
    outcome: 'Young children cannot reach an adult\'s medicine.', measure: 'First visits with the box seen', target: 'All',
    accepted: { as: 'accepted', day: -52, by: { group: 'engine-room' }, minute: 'Engine Room, item 2' }, releasedDay: -51,
  },
  // From the audit and the line of enquiry.
  {
    key: 'a-pre-birth', source: 'audit-pre-birth', to: ['social-care', 'nhs-trust', 'mental-health'], writtenBy: 'grace', writtenDay: -158, byDay: 60,
    text: 'A pre-birth assessment is considered, and the reason recorded, whenever a sibling is open to social care or was within a year.',
    outcome: 'Nobody\'s first plan is made after the birth.', measure: 'Births with an open sibling and a recorded consideration', baseline: '7 of 12', target: 'All', measureDay: 120,
    accepted: { as: 'accepted', day: -150, by: { group: 'engine-room' } }, releasedDay: -150,
  },
  {
    key: 'm-interviews', source: 'enquiry-missing', to: ['police', 'social-care', 'youth-justice', 'academies'], writtenBy: 'grace', writtenDay: -93, byDay: 80,
    text: 'What a child says in a return home interview reaches the people in the child\'s day within three working days.',
    outcome: 'Children who go missing tell their story once, and something changes.', measure: 'Interviews shared in three working days', baseline: '41%', target: '90%', measureDay: 110,
    accepted: { as: 'accepted', day: -85, by: { group: 'engine-room' }, minute: 'Engine Room, item 6' }, releasedDay: -84,
  },
  {
    // Accepted, and not released yet: its text does not travel with the action.
    key: 'm-placements', source: 'enquiry-missing', to: ['council'], writtenBy: 'grace', writtenDay: -93,
    text: 'Before a placement away from home is agreed, somebody asks the child who they would run to.',
    outcome: 'Placements keep the people a child trusts within reach.', measure: 'Placement plans that name them',
    accepted: { as: 'accepted', day: -85, by: { group: 'engine-room' }, minute: 'Engine Room, item 6' },
  },
];

type Said = { day: number; text: string; next?: string; blocker?: string; by?: string; how?: Exclude<SaidHow, 'in_person'>; howNote?: string; /** With these words it was said to be complete. */ completes?: true };
type Shown = {
  day: number; kind: EvidenceKind; level: EvidenceLevel; title: string; detail?: string; web?: string; addedBy?: string; checked?: { by: string; day: number; reason?: string }; declined?: { by: string; day: number; reason: string };
  strength?: EvidenceStrength; agency?: string; fromDay?: number; toDay?: number; numbers?: { lookedAt?: number; found?: [number, number]; before?: string; after?: string }; expiresDay?: number; personal?: true;
  /** What stands in it, as text. */
  file?: { name: string; mediaType: 'text/plain' | 'text/csv'; content: string };
};
export type ExampleAction = {
  key: string; title: string; detail?: string; outcome?: string; measure?: string; type: ActionType;
  /** A person by key, a post without a person, or nobody yet. */
  owner: string | { agency: string; post: string } | null;
  group: 'executive' | 'engine-room' | 'neglect' | 'step-down';
  serves?: string[]; sources?: string[];
  contributing?: Record<string, Contribution>;
  proposed: { by: string; day: number };
  agreed?: { by: string; day: number };
  startDay?: number;
  dueDay?: number;
  moves?: { day: number; fromDay: number; toDay: number; reason: string; grantedBy: string }[];
  updates?: Said[];
  evidence?: Shown[];
  complete?: { day: number; saidBy: string };
  priority?: PriorityLevel;
  checks?: { day: number; by: string; result: CheckResult; afterMonths?: number; reason: string; sameAgencyReason?: string }[];
  worsened?: { to: 'red' | 'amber'; because: string; by: string; day: number };
  asks?: {
    kind: RequestKind; day: number; by: string; reason: string; toDay?: number; of?: EscalatedTo; rests?: 'own_evidence' | string;
    answered?: { as: 'granted' | 'refused'; day: number; by: string; words?: string; minute?: string };
  }[];
  closed?: { day: number; by: string };
  aside?: { as: Aside; day: number; reason: string };
};

const byChair = (day: number) => ({ by: 'marcus', day });
const byBusinessUnit = (day: number) => ({ by: 'priya', day });

export const actions: ExampleAction[] = [
  // Red: past due, without an owner, moved twice, or made worse by a person.
  {
    key: 'step-down-checklist', title: 'Step-down checklist in use by every team', type: 'tool', owner: 'jo', group: 'step-down', serves: ['p-step-down'], contributing: { 'early-help': 'done', 'community-health': 'in_progress' },
    outcome: 'No step-down is agreed before the checklist is complete.', measure: 'Checklists on file, of step-downs in the month',
    proposed: { by: 'sam', day: -100 }, agreed: byChair(-95), startDay: -92, dueDay: -24,
    updates: [
      { day: -80, text: 'Checklist drafted with early help and health visiting. Two families who stepped down last year read it and changed the wording.', next: 'Trial in two teams' },
      { day: -61, text: 'In use by two of five teams. The other three want it inside the case system, not as a separate form.', next: 'Meeting with the systems team', blocker: 'No slot from the systems supplier before next month' },
    ],
    priority: 'high',
    asks: [{ kind: 'escalation', day: -5, by: 'jo', of: 'executive', reason: 'The supplier gives no slot to one council alone. A word between directors would put it on this quarter\'s list.' }],
    evidence: [{ day: -78, kind: 'procedure', level: 'done', title: 'Step-down checklist, version 1', web: 'https://example.invalid/step-down-checklist', checked: { by: 'grace', day: -70 } }],
  },
  {
    key: 'origin-assessments', title: 'Record the origin of information in every assessment', type: 'procedure', owner: 'jo', group: 'engine-room', serves: ['v-origin'], contributing: { 'nhs-trust': 'in_progress', police: 'done', academies: 'not_started' },
    outcome: 'A reader can tell what was seen, what was said and what was checked.', measure: 'Dip sample of 20 assessments',
    proposed: { by: 'grace', day: -238 }, agreed: byChair(-230), startDay: -225, dueDay: -70,
    moves: [
      { day: -78, fromDay: -70, toDay: -10, reason: 'The assessment form is being rebuilt; the field goes in with it.', grantedBy: 'marcus' },
      { day: -16, fromDay: -10, toDay: 40, reason: 'The rebuilt form was tested in one team and came back with changes.', grantedBy: 'priya' },
    ],
    updates: [
      { day: -150, text: 'Wording agreed: seen, said by, checked by. Added to the draft form.' },
      { day: -82, text: 'Form not released yet. Teams mark origin in free text in the meantime.', next: 'Ask for a new date' },
      { day: -16, text: 'One team tested the form for three weeks. Practitioners like it; managers want it shorter.', next: 'Second test from next week' },
    ],
    evidence: [{ day: -145, kind: 'minute', level: 'done', title: 'Engine Room minute agreeing the three words', checked: { by: 'grace', day: -140 } }],
  },
  {
    key: 'neglect-tool-reviews', title: 'Neglect tool completed at every child in need review', type: 'supervision', owner: 'jo', group: 'neglect', serves: ['p-neglect'], contributing: { 'community-health': 'in_progress', academies: 'in_progress' },
    outcome: 'Change, or no change, can be seen from one review to the next.', measure: 'Reviews with a completed tool',
    proposed: { by: 'sam', day: -99 }, agreed: byChair(-95), startDay: -90, dueDay: -40,
    moves: [{ day: -44, fromDay: -40, toDay: -12, reason: 'Reviewing officers were trained a month later than planned.', grantedBy: 'marcus' }],
    updates: [
      { day: -66, text: 'Reviewing officers have the tool. Six of eight have used it once.' },
      { day: -33, text: '29 of 84 reviews had a completed tool last month. It is used at the first review and then forgotten.', next: 'Team managers ask for it in supervision' },
    ],
    priority: 'high',
    asks: [{ kind: 'date', day: -15, by: 'jo', toDay: 60, reason: 'Two reviewing officers leave next month.', answered: { as: 'refused', day: -13, by: 'marcus', words: 'It has moved once already. Tell us in two weeks what six officers can do.', minute: 'Engine Room, item 5' } }],
    evidence: [
      { day: -60, kind: 'training_record', level: 'reached', title: 'Attendance, reviewing officers', numbers: { found: [8, 8] }, strength: 'record', agency: 'social-care', checked: { by: 'grace', day: -50, reason: 'Attendance sheets seen for both sessions.' },
        file: { name: 'Attendance, both sessions.csv', mediaType: 'text/csv', content: 'EXAMPLE: invented\r\nSession,Invited,Attended\r\nFirst,4,4\r\nSecond,4,4\r\n' } },
      { day: -58, kind: 'supervision', level: 'understood', title: 'Managers say that officers know the tool', strength: 'self_report', agency: 'social-care', declined: { by: 'grace', day: -50, reason: 'It is what managers believe. Ask the officers, or read what they wrote.' } },
      { day: -34, kind: 'data', level: 'seen_in_practice', title: 'Tools completed at review, last month', numbers: { found: [29, 84] }, strength: 'record', agency: 'social-care', fromDay: -56, toDay: -35, expiresDay: 12 },
    ],
  },
  {
    key: 'housing-link', title: 'One named link between housing officers and early help', type: 'information_sharing', owner: 'hugh', group: 'step-down', serves: ['p-housing'], contributing: { 'early-help': 'done' },
    outcome: 'A housing officer who is worried knows whom to ring.', measure: 'Calls to the link in a quarter',
    proposed: { by: 'sam', day: -92 }, agreed: byBusinessUnit(-90), startDay: -88, dueDay: -6,
    updates: [
      { day: -55, text: 'Early help has named two people. Our contact centre script is being changed.', how: 'email', howNote: 'E-mail to the business manager' },
      { day: -13, text: 'Script changed, but night staff work for a contractor who has not agreed.', blocker: 'The contractor asks for a data protection assessment first', next: 'Assessment with our information officer' },
    ],
  },
  {
    key: 'pre-birth-sibling', title: 'Pre-birth assessment considered where a sibling is open or recently closed', type: 'pathway', owner: null, group: 'engine-room', serves: ['a-pre-birth'],
    detail: 'The owner left the council. Social care and midwifery are to agree who takes it on.', proposed: { by: 'grace', day: -150 }, agreed: byChair(-145), startDay: -140, dueDay: 35,
    updates: [{ day: -90, text: 'Midwifery booking now asks about siblings. The prompt to social care is not built.', by: 'robert' }],
    evidence: [{ day: -88, kind: 'procedure', level: 'done', title: 'Booking form with the question on siblings', addedBy: 'robert' }],
  },
  {
    key: 'interviews-to-school', title: 'Return home interview shared with the school within three working days', type: 'information_sharing', owner: null, group: 'engine-room', serves: ['m-interviews'], contributing: { academies: 'in_progress', police: 'in_progress' },
    proposed: { by: 'grace', day: -83 }, agreed: byChair(-80), startDay: -78, dueDay: 50,
  },
  {
    key: 'fathers-conferences', title: 'Fathers and partners invited by name to child protection conferences', type: 'procedure', owner: 'colin', group: 'engine-room', serves: ['v-fathers'],
    outcome: 'A father hears about his child\'s plan from the people who make it.', measure: 'Conferences with the father invited by name',
    proposed: { by: 'grace', day: -236 }, agreed: byChair(-230), startDay: -220, dueDay: -90,
    moves: [
      { day: -95, fromDay: -90, toDay: -35, reason: 'Invitations are printed from a system that holds one parent\'s name.', grantedBy: 'marcus' },
      { day: -38, fromDay: -35, toDay: 25, reason: 'The system change was tested and failed for families with two addresses.', grantedBy: 'marcus' },
    ],
    updates: [
      { day: -130, text: 'Conference administrators ring for the name when it is missing. Works for about half.' },
      { day: -38, text: 'System change failed its test for separated parents. Supplier has given a new date.', next: 'Second test' },
      { day: -8, text: 'Second test passed for separated parents. Letters go out from the first of next month.' },
    ],
  },
  {
    key: 'safe-storage', title: 'Safe storage advice at the first home visit, box seen', type: 'single_agency', owner: 'amina', group: 'engine-room', serves: ['r-storage'], contributing: { 'mental-health': 'not_stated' },
    proposed: byBusinessUnit(-60), agreed: byChair(-52), startDay: -50, dueDay: -9,
  },
  {
    key: 'supervision-template', title: 'Supervision template asks what a day is like for the child', type: 'supervision', owner: 'joanne', group: 'engine-room', serves: ['v-supervision'],
    proposed: { by: 'grace', day: -235 }, agreed: byChair(-228), startDay: -220, dueDay: 60,
    updates: [
      { day: -120, text: 'Template in use on four wards and in two community teams.' },
      { day: -25, text: 'Two wards have gone back to the old form because the new one does not print.', blocker: 'Printing from the ward computers' },
    ],
    evidence: [{ day: -118, kind: 'supervision', level: 'reached', title: 'Six completed templates, read by the named nurse', checked: { by: 'grace', day: -110 } }],
    worsened: { to: 'red', because: 'Two wards have stopped using it and a third is about to. The date is far off, and by then it will have gone.', by: 'joanne', day: -24 },
  },
  {
    key: 'duty-desk-script', title: 'Duty desk script for calls about children who have not been seen', type: 'tool', owner: 'gareth', group: 'engine-room', sources: ['rr-p'],
    proposed: byBusinessUnit(-96), agreed: byChair(-90), startDay: -88, dueDay: -8,
    updates: [{ day: -40, text: 'Script written with the control room and tested on one shift.' }, { day: -10, text: 'In use on all shifts since the first of the month. Supervisors listen to two calls a week.', completes: true }],
    evidence: [{ day: -11, kind: 'procedure', level: 'done', title: 'Control room order with the script', detail: 'Order 14: every caller is asked who has seen the child, when, and where. The script is on its second page.' }],
    complete: { day: -10, saidBy: 'gareth' },
  },

  // Amber: due soon and quiet, moved once, a contributing agency behind, or made worse by a person.
  {
    key: 'step-down-letter', title: 'Letter to families at step-down, written with families', type: 'communication', owner: 'nadia', group: 'step-down', serves: ['p-step-down'],
    proposed: { by: 'sam', day: -98 }, agreed: byChair(-95), startDay: -90, dueDay: 12,
    updates: [{ day: -58, text: 'Three families have given an hour each. First draft is too long; they say so.', next: 'Shorter draft' }],
  },
  {
    key: 'group-supervision', title: 'Multi-agency group supervision in four pilot teams', type: 'supervision', owner: 'jo', group: 'engine-room', serves: ['v-supervision'], contributing: { 'nhs-trust': 'in_progress', academies: 'in_progress', police: 'in_progress' },
    outcome: 'A plan that does not help is changed.', measure: 'Plans changed, of those discussed',
    proposed: { by: 'grace', day: -232 }, agreed: byChair(-228), startDay: -200, dueDay: 20,
    updates: [
      { day: -110, text: 'First two sessions held. Nine practitioners from five agencies. Two plans changed.' },
      { day: -50, text: 'Third and fourth team have dates. Health visitors cannot be released on the same day.', blocker: 'Clinic days' },
    ],
    priority: 'medium',
    asks: [{ kind: 'date', day: -4, by: 'jo', toDay: 65, reason: 'Clinic days have been moved from next month on. Until then no health visitor can come to the third and fourth team.' }],
    evidence: [
      { day: -108, kind: 'minute', level: 'done', title: 'Notes of the first two sessions, without names', checked: { by: 'marcus', day: -100 } },
      { day: -107, kind: 'case_example', level: 'seen_in_practice', title: 'Two plans before and after the session', detail: 'The child’s own words stand first in both', strength: 'record', personal: true,
        file: { name: 'Two plans, before and after.txt', mediaType: 'text/plain', content: 'EXAMPLE: invented. Two plans of one family, as they stood before and after the session.\n' } },
      { day: -52, kind: 'survey', level: 'understood', title: 'What practitioners took away', strength: 'self_report', detail: '17 of 18 could say what they would do differently', checked: { by: 'grace', day: -45 } },
    ],
  },
  {
    key: 'missing-chronology', title: 'Chronology of missing episodes at every strategy meeting', type: 'data', owner: 'gareth', group: 'engine-room', serves: ['m-interviews'], contributing: { 'social-care': 'in_progress' },
    proposed: { by: 'grace', day: -84 }, agreed: byChair(-80), startDay: -79, dueDay: 28,
    updates: [{ day: -61, text: 'A report from our system gives the dates. It still has to be turned into a page that people can read in a meeting.' }],
  },
  {
    key: 'dip-sample-health', title: 'Dip sample of self-reported information in health records', type: 'audit', owner: 'joanne', group: 'engine-room', serves: ['v-origin'],
    measure: 'Share of 40 records in which the origin is recorded', proposed: { by: 'grace', day: -180 }, agreed: byChair(-175), startDay: -120, dueDay: 9,
    updates: [{ day: -47, text: 'Sampling frame agreed with the audit team. Reading starts when the second reader is back.' }],
  },
  {
    key: 'father-booking', title: 'Father\'s details in the maternity booking record', type: 'data', owner: 'robert', group: 'engine-room', serves: ['v-fathers'],
    proposed: { by: 'grace', day: -230 }, agreed: byChair(-225), startDay: -210, dueDay: -5,
    moves: [{ day: -20, fromDay: -5, toDay: 70, reason: 'The new booking system starts in two months; changing the old one first would be work done twice.', grantedBy: 'priya' }],
    updates: [{ day: -90, text: 'Paper insert in use meanwhile: name and telephone number, with consent.' }, { day: -20, text: 'Field is in the new system\'s design and signed off.', how: 'phone', howNote: 'Telephone call with the business manager' }],
    evidence: [{ day: -85, kind: 'audit', level: 'seen_in_practice', title: '30 booking records read', detail: 'Father named, by one reader, in records drawn at random', strength: 'audit', agency: 'nhs-trust', fromDay: -150, toDay: -90, numbers: { lookedAt: 30, found: [21, 30], before: '9 of 30', after: '21 of 30' }, expiresDay: -8, checked: { by: 'grace', day: -60 } }],
  },
  {
    key: 'attendance-weekly', title: 'School attendance shared weekly for children on plans', type: 'information_sharing', owner: { agency: 'academies', post: 'Attendance lead' }, group: 'neglect', sources: ['rr-p'], contributing: { 'social-care': 'in_progress' },
    proposed: { by: 'sam', day: -97 }, agreed: byChair(-90), startDay: -85, dueDay: -30,
    moves: [{ day: -35, fromDay: -30, toDay: 45, reason: 'The agreement on sharing has to be signed first.', grantedBy: 'marcus' }],
    updates: [{ day: -35, text: 'Lists go by hand from four schools. The other nine wait for the agreement.', by: 'tariq', how: 'meeting', howNote: 'Neglect task and finish group, minute 6' }],
  },
  {
    key: 'neglect-guide-housing', title: 'One-page neglect guide for housing officers', type: 'tool', owner: 'hugh', group: 'neglect', serves: ['p-neglect', 'p-housing'], contributing: { 'early-help': 'behind', charity: 'done' },
    proposed: { by: 'sam', day: -88 }, agreed: byChair(-85), startDay: -80, dueDay: 55,
    updates: [{ day: -28, text: 'Our half is written. Early help\'s half, on what happens after a call, has been promised twice.' }],
  },
  {
    key: 'joint-visit', title: 'Joint visit by health visitor and family practitioner before step-down', type: 'pathway', owner: 'amina', group: 'step-down', serves: ['p-step-down'], contributing: { 'early-help': 'behind', 'social-care': 'in_progress' },
    outcome: 'The family has met the person who comes next.', measure: 'Step-downs with a joint visit',
    proposed: { by: 'sam', day: -96 }, agreed: byChair(-92), startDay: -88, dueDay: 38,
    updates: [{ day: -42, text: 'Agreed for families with a child under five. 6 of 11 had a joint visit.' }, { day: -15, text: '8 of 12 this month. Early help has one practitioner where three are needed.' }],
    evidence: [{ day: -16, kind: 'data', level: 'seen_in_practice', title: 'Joint visits before step-down, two months', detail: '14 of 23' }],
  },
  {
    key: 'briefing-v', title: 'Team briefing on the review of Child V, in every team meeting', type: 'communication', owner: 'jo', group: 'engine-room', sources: ['lcspr-v'], contributing: { academies: 'done', 'nhs-trust': 'in_progress', probation: 'not_started' },
    proposed: byBusinessUnit(-225), agreed: byChair(-220), startDay: -215, dueDay: 48,
    updates: [{ day: -140, text: 'Seven-minute briefing published; used in 14 of 40 team meetings that told us.' }, { day: -30, text: '22 of 40. Teams say that they have read it and cannot say what they do differently.' }],
    evidence: [{ day: -190, kind: 'procedure', level: 'done', title: 'Seven-minute briefing', web: 'https://example.invalid/child-v-briefing', checked: { by: 'marcus', day: -185 } }, { day: -31, kind: 'survey', level: 'reached', title: 'Teams that held the briefing', detail: '22 of 40' }],
    worsened: { to: 'amber', because: 'It is reaching people, and changing little. Better to stop and think than to reach the last eighteen teams.', by: 'jo', day: -28 },
  },

  // Green: on track.
  {
    key: 'neglect-training', title: 'Neglect tool training, six sessions for all agencies', type: 'training', owner: 'dee', group: 'neglect', serves: ['p-neglect'], contributing: { academies: 'in_progress', 'community-health': 'in_progress', police: 'done' },
    outcome: 'Everybody who visits a home can use the tool.', measure: 'Places taken, and use of the tool eight weeks later',
    proposed: { by: 'sam', day: -98 }, agreed: byChair(-95), startDay: -80, dueDay: 80,
    updates: [{ day: -52, text: 'Two sessions held, 44 people.' }, { day: -9, text: 'Four of six sessions held, 91 people from nine agencies. Follow-up at eight weeks started for the first two.', next: 'Sessions five and six' }],
    evidence: [{ day: -9, kind: 'training_record', level: 'reached', title: 'Attendance, sessions one to four', detail: '91 people, nine agencies' }, { day: -7, kind: 'survey', level: 'understood', title: 'Follow-up with managers at eight weeks', detail: '19 of 30 had used the tool since' }],
  },
  {
    key: 'step-down-audit', title: 'Audit of step-down decisions, twenty records', type: 'audit', owner: 'jo', group: 'step-down', serves: ['p-step-down'], contributing: { 'early-help': 'in_progress' },
    outcome: 'We know whether step-down has changed, not only that the checklist exists.', measure: 'Step-downs with a joint meeting before the date',
    proposed: { by: 'grace', day: -60 }, agreed: byChair(-55), startDay: -30, dueDay: 95,
    updates: [{ day: -14, text: 'Tool agreed with early help. Records chosen at random by the business unit, so that nobody picks their own.' }],
  },
  {
    key: 'housing-agreement', title: 'Information sharing agreement signed by the housing providers', type: 'information_sharing', owner: 'laura', group: 'step-down', serves: ['p-housing'], contributing: { housing: 'in_progress' },
    proposed: byBusinessUnit(-88), agreed: byChair(-85), startDay: -80, dueDay: 64,
    updates: [{ day: -45, text: 'Two of five have signed.' }, { day: -20, text: 'Four of five have signed. The fifth asks for a clause on retention, which we can give.' }],
    evidence: [{ day: -20, kind: 'assurance_statement', level: 'done', title: 'Signed agreements, four of five' }],
  },
  {
    key: 'missing-leaflet', title: 'Leaflet for children who go missing, read by the young people\'s panel', type: 'communication', owner: 'mei', group: 'engine-room', serves: ['m-interviews'], contributing: { police: 'done' },
    proposed: { by: 'grace', day: -80 }, agreed: byChair(-78), startDay: -70, dueDay: 22,
    updates: [{ day: -34, text: 'Panel has read it: too many words, wrong telephone number, and why is there a picture of a door.' }, { day: -6, text: 'Second version read and liked. To be printed.' }],
    evidence: [{ day: -6, kind: 'family_feedback', level: 'understood', title: 'Young people\'s panel, notes of the second reading', detail: 'Seven young people; five could say who would ring them', checked: { by: 'grace', day: -2 } }],
  },
  {
    key: 'perinatal-pre-birth', title: 'Perinatal mental health at pre-birth planning meetings', type: 'pathway', owner: 'rosalind', group: 'engine-room', serves: ['a-pre-birth'],
    proposed: { by: 'grace', day: -148 }, agreed: byChair(-145), startDay: -130, dueDay: 110,
    updates: [{ day: -70, text: 'Rota agreed; we are asked late.' }, { day: -11, text: 'Asked on time for 9 of 10 meetings last month.' }],
    evidence: [{ day: -11, kind: 'data', level: 'seen_in_practice', title: 'Meetings attended, last month', detail: '9 of 10; 2 of 8 at the start', checked: { by: 'marcus', day: -4 } }],
  },
  {
    key: 'school-rota', title: 'Designated lead on call in school holidays', type: 'single_agency', owner: 'kieran', group: 'engine-room', sources: ['lcspr-n', 'rr-n'],
    proposed: { by: 'sam', day: -130 }, agreed: byChair(-120), startDay: -100, dueDay: 73,
    updates: [{ day: -4, text: 'Held over the last holiday: eleven calls, three of them about a family nobody else was seeing.' }],
  },
  {
    key: 'father-standard', title: 'Practice standard: what the father was asked, and what he said', type: 'procedure', owner: 'jo', group: 'engine-room', serves: ['v-fathers'], contributing: { 'mental-health': 'in_progress', 'nhs-trust': 'in_progress' },
    outcome: 'A father is met, and met alone.', measure: 'Assessments in which he was spoken to on his own',
    proposed: { by: 'grace', day: -120 }, agreed: byChair(-115), startDay: -100, dueDay: 18,
    updates: [{ day: -54, text: 'Drafted with two fathers who have been through an assessment.' }, { day: -5, text: 'Standard agreed by four of five agencies. Goes to the Engine Room next week.', next: 'Engine Room' }],
  },
  {
    key: 'probation-tells', title: 'Probation tells social care when a parent\'s supervision changes', type: 'information_sharing', owner: 'paula', group: 'engine-room', serves: ['v-origin'],
    proposed: { by: 'grace', day: -200 }, agreed: byBusinessUnit(-190), startDay: -60, dueDay: 130,
    updates: [{ day: -18, text: 'Added to the checklist for every change of order. First month: 12 messages, none late.' }],
  },

  // Complete, and awaiting somebody else's check.
  {
    key: 'recording-standard', title: 'Recording standard on self-reported information, published with examples', type: 'procedure', owner: 'jo', group: 'engine-room', serves: ['v-origin'], contributing: { police: 'done', 'nhs-trust': 'done', academies: 'done' },
    outcome: 'Everybody can see what good looks like.', measure: 'Standard published; teams who have seen it',
    proposed: { by: 'grace', day: -236 }, agreed: byChair(-230), startDay: -200, dueDay: 11,
    updates: [{ day: -40, text: 'Consultation closed; 26 replies.' }, { day: -3, text: 'Published on the website, with five worked examples: two from health, as was asked.', completes: true }],
    evidence: [
      { day: -3, kind: 'procedure', level: 'done', title: 'Recording standard, with five worked examples', web: 'https://example.invalid/recording-standard' },
      { day: -3, kind: 'data', level: 'reached', title: 'Sent to 61 teams', detail: 'Opened by 48 of 61' },
    ],
    complete: { day: -3, saidBy: 'jo' },
    checks: [{ day: -28, by: 'grace', result: 'returned', reason: 'The examples were from one agency. Practitioners in health would not have known themselves in it.' }],
  },
  {
    key: 'neglect-champions', title: 'A neglect champion named in each school', type: 'training', owner: 'sunita', group: 'neglect', serves: ['p-neglect'], contributing: { 'primary-school': 'done' },
    proposed: { by: 'sam', day: -96 }, agreed: byChair(-94), startDay: -88, dueDay: 26,
    updates: [{ day: -30, text: 'Eleven of thirteen schools have named somebody.' }, { day: -6, text: 'All thirteen.', how: 'email', howNote: 'E-mail to the business manager', completes: true }],
    evidence: [{ day: -6, kind: 'self_assessment', level: 'done', title: 'List of champions, thirteen schools', detail: 'A name and a post for each school, with the day on which they began.' }],
    complete: { day: -6, saidBy: 'sunita' },
  },

  // Complete, and checked by somebody else.
  {
    key: 'step-down-agenda', title: 'One agenda for the step-down meeting, agreed by all services', type: 'tool', owner: 'nadia', group: 'step-down', serves: ['p-step-down'], contributing: { 'social-care': 'done', 'community-health': 'done' },
    proposed: { by: 'sam', day: -99 }, agreed: byChair(-96), startDay: -95, dueDay: -60,
    updates: [{ day: -70, text: 'Agreed by all three services.' }, { day: -66, text: 'In use at every step-down meeting since.', completes: true }],
    evidence: [
      { day: -70, kind: 'procedure', level: 'done', title: 'Agenda, agreed version', checked: { by: 'grace', day: -58 } },
      { day: -62, kind: 'survey', level: 'understood', title: 'What chairs of step-down meetings say', detail: '12 of 13 could say why the agenda begins with the child', checked: { by: 'grace', day: -58 } },
    ],
    complete: { day: -66, saidBy: 'nadia' }, checks: [{ day: -58, by: 'grace', result: 'accepted', reason: 'Seen in three meetings\' notes, and understood by those who chair them.' }],
  },
  {
    key: 'missing-poster', title: 'What to do when a child is missing: one page for homes and hostels', type: 'communication', owner: 'gareth', group: 'engine-room', serves: ['m-interviews'],
    proposed: { by: 'grace', day: -82 }, agreed: byChair(-80), startDay: -78, dueDay: -20,
    updates: [{ day: -45, text: 'Printed and taken to nine homes and three hostels.' }, { day: -25, text: 'Revisited: on the wall in eleven of twelve.', completes: true }],
    asks: [
      { kind: 'escalation', day: -60, by: 'gareth', of: 'executive', reason: 'Two homes outside the area do not let us in.', answered: { as: 'granted', day: -52, by: 'eleanor', words: 'The directors of both areas have written to them.', minute: 'Executive, item 3' } },
      { kind: 'closing', day: -8, by: 'grace', rests: 'own_evidence', reason: 'It is on the wall where children live, and used.' },
    ],
    evidence: [
      { day: -45, kind: 'case_example', level: 'done', title: 'The page', checked: { by: 'marcus', day: -18 } },
      { day: -26, kind: 'dip_sample', level: 'seen_in_practice', title: 'Visits to twelve homes and hostels', detail: 'On the wall in eleven; used in the last month in six', checked: { by: 'marcus', day: -18 } },
    ],
    complete: { day: -25, saidBy: 'gareth' },
    checks: [{ day: -18, by: 'marcus', result: 'accepted', reason: 'Visited two of the homes.', sameAgencyReason: 'Nobody outside the police was able to visit before the meeting; the visits were made with a social worker.' }],
  },
  {
    key: 'father-course', title: 'Father-inclusive practice, a course for three cohorts', type: 'training', owner: 'jo', group: 'engine-room', serves: ['v-fathers'], contributing: { 'mental-health': 'done', 'nhs-trust': 'done' },
    outcome: 'Practitioners ask fathers, and use what they hear.', measure: 'Assessments in which the father was spoken to on his own',
    proposed: { by: 'grace', day: -234 }, agreed: byChair(-230), startDay: -205, dueDay: -40,
    updates: [{ day: -140, text: 'First cohort: 24 people.' }, { day: -85, text: 'All three cohorts held: 68 people from seven agencies.' }, { day: -46, text: 'Eight weeks on: 41 assessments read, and four fathers asked.', completes: true }],
    asks: [{ kind: 'closing', day: -6, by: 'grace', rests: 'v-fathers', reason: 'The course is over and its share is done. Whether fathers are heard is judged on the recommendation.' }],
    evidence: [
      { day: -85, kind: 'training_record', level: 'reached', title: 'Attendance, three cohorts', detail: '68 people, seven agencies', checked: { by: 'grace', day: -37 } },
      { day: -50, kind: 'audit', level: 'seen_in_practice', title: '41 assessments read', detail: 'Father spoken to on his own in 24 of 41; 31% the year before', checked: { by: 'grace', day: -37 } },
      { day: -48, kind: 'family_feedback', level: 'better_for_children', title: 'Four fathers, on what changed for their child', detail: 'Three described a plan that was changed after they had spoken', checked: { by: 'marcus', day: -37 } },
    ],
    complete: { day: -46, saidBy: 'jo' }, checks: [{ day: -37, by: 'grace', result: 'accepted', reason: 'Read twelve of the 41 assessments and spoke to two of the fathers\' workers.' }],
  },

  // Grey: not begun, or set aside.
  {
    key: 'tool-adult-services', title: 'Neglect tool used in adult services where there are children at home', type: 'tool', owner: 'jo', group: 'neglect', serves: ['p-neglect'],
    proposed: { by: 'sam', day: -18 }, dueDay: 150,
  },
  { key: 'six-months-on', title: 'Ask families who stepped down what helped, six months on', type: 'audit', owner: 'owen', group: 'step-down', serves: ['p-step-down'], proposed: { by: 'grace', day: -11 }, dueDay: 170 },
  {
    key: 're-audit-pre-birth', title: 'Audit pre-birth assessment again', type: 'audit', owner: 'laura', group: 'engine-room', serves: ['a-pre-birth'], sources: ['audit-pre-birth'],
    outcome: 'We know whether the second twelve records differ from the first.', proposed: { by: 'grace', day: -148 }, agreed: byChair(-140), startDay: 25, dueDay: 120,
  },
  { key: 'group-supervision-second', title: 'Group supervision, second round of teams', type: 'supervision', owner: 'jo', group: 'engine-room', serves: ['v-supervision'], proposed: { by: 'grace', day: -40 }, agreed: byChair(-30), startDay: 14, dueDay: 100 },
  {
    key: 'shared-chronology', title: 'Shared chronology between GP, health visiting and midwifery', type: 'information_sharing', owner: 'stephanie', group: 'engine-room', sources: ['audit-pre-birth'],
    proposed: { by: 'grace', day: -145 }, agreed: byChair(-140), startDay: -135, dueDay: 30,
    updates: [{ day: -95, text: 'Trial with one practice. Works; nobody can say who pays for it next year.' }],
    aside: { as: 'paused', day: -60, reason: 'Until the regional record programme says what it will provide. To be looked at again in the spring.' },
  },
  {
    key: 'paper-handover', title: 'Paper handover form at step-down', type: 'tool', owner: 'colin', group: 'step-down', serves: ['p-step-down'],
    proposed: { by: 'sam', day: -100 }, agreed: byChair(-96), startDay: -94, dueDay: -45, aside: { as: 'superseded', day: -79, reason: 'The step-down checklist does the same.' },
  },
  {
    key: 'weekly-meeting', title: 'Weekly multi-agency meeting for every child in need', type: 'governance', owner: 'nadia', group: 'step-down', serves: ['p-weekly'],
    proposed: { by: 'sam', day: -102 }, aside: { as: 'not_accepted', day: -96, reason: 'The recommendation it would have served was not accepted.' },
  },
  {
    key: 'gp-codes', title: 'Codes for fathers and partners in GP records', type: 'data', owner: 'stephanie', group: 'engine-room', serves: ['v-fathers'],
    proposed: { by: 'grace', day: -230 }, agreed: byChair(-225), startDay: -210, dueDay: 10,
    updates: [{ day: -130, text: 'Agreed in principle by the GP leads.' }],
    aside: { as: 'transferred', day: -75, reason: 'Carried on by the care board\'s records programme, which reports to the Executive once a year.' },
  },

  // Closed, and looked at again since; one whose second check is due; one that has slipped and was opened again; one whose owner has left.
  {
    key: 'chaperone-card', title: 'Card for reception staff: when a child comes alone', type: 'tool', owner: 'robert', group: 'engine-room', serves: ['a-pre-birth'], priority: 'low',
    proposed: { by: 'grace', day: -149 }, agreed: byChair(-147), startDay: -146, dueDay: -126,
    updates: [{ day: -130, text: 'Printed, and at every reception desk. Two desks have asked for more.', completes: true }],
    evidence: [
      { day: -131, kind: 'procedure', level: 'done', title: 'The card', checked: { by: 'grace', day: -122 } },
      { day: -124, kind: 'dip_sample', level: 'seen_in_practice', title: 'Ten desks visited', detail: 'Used last week at seven of ten', checked: { by: 'grace', day: -122 } },
    ],
    complete: { day: -130, saidBy: 'robert' },
    checks: [
      { day: -122, by: 'grace', result: 'accepted', reason: 'Visited three of the desks.' },
      { day: -36, by: 'grace', result: 'in_place', afterMonths: 3, reason: 'Rang ten desks: nine have it in sight, and six used it in the last month.' },
    ],
    asks: [{ kind: 'closing', day: -112, by: 'grace', rests: 'own_evidence', reason: 'In use at seven desks of ten.', answered: { as: 'granted', day: -104, by: 'marcus', words: 'Agreed.', minute: 'Engine Room, item 7' } }],
    closed: { day: -104, by: 'marcus' },
  },
  {
    key: 'night-rota', title: 'Who to ring at night about a child who has come alone', type: 'information_sharing', owner: 'stephanie', group: 'engine-room', serves: ['a-pre-birth'],
    proposed: { by: 'grace', day: -148 }, agreed: byChair(-146), startDay: -145, dueDay: -100,
    updates: [{ day: -107, text: 'One number for all wards, from the first of the month.', completes: true }],
    evidence: [{ day: -108, kind: 'procedure', level: 'reached', title: 'Rota and number, sent to all wards', checked: { by: 'grace', day: -101 } }],
    complete: { day: -107, saidBy: 'stephanie' }, checks: [{ day: -101, by: 'grace', result: 'accepted', reason: 'Rang the number twice at night.' }],
  },
  {
    key: 'booking-second-look', title: 'Second look at each booking with an open sibling', type: 'supervision', owner: 'robert', group: 'engine-room', serves: ['a-pre-birth'],
    proposed: { by: 'grace', day: -149 }, agreed: byChair(-147), startDay: -146, dueDay: 50,
    updates: [{ day: -125, text: 'Done at every booking since the first of the month.' }, { day: -17, text: 'Starts again with the two new deputies.', next: 'Both trained by the end of the month' }],
    evidence: [{ day: -125, kind: 'audit', level: 'reached', title: 'Twelve bookings read', detail: 'Second look recorded in eleven of twelve', checked: { by: 'grace', day: -118 } }],
    checks: [
      { day: -118, by: 'grace', result: 'accepted', reason: 'Read six of the twelve.' },
      { day: -26, by: 'grace', result: 'slipped', afterMonths: 3, reason: 'Recorded in three of twelve bookings last month. Both deputies who did it have moved on.' },
    ],
  },
  {
    key: 'emergency-flag', title: 'Flag for unborn children in the emergency department', type: 'data', owner: 'celia', group: 'engine-room', serves: ['a-pre-birth'], contributing: { 'social-care': 'in_progress' },
    proposed: { by: 'grace', day: -148 }, agreed: byChair(-146), startDay: -140, dueDay: 45,
    updates: [{ day: -40, text: 'The flag works in the test system. It goes live with the next release.', next: 'Release next month' }],
  },
];
