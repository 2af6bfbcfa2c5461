/** What the invented groups met for, and what they decided. Days from today, on the working day before; keys of records as the plan and the caseload call them. */

export type ExampleDecision = {
  key: string;
  matter: string;
  options?: string;
  decision: string;
  reasons: string;
  evidenceSeen?: string;
  decidedBy?: string;
  dissent?: string;
  conflicts?: string;
  legalBasis?: string;
  reviewDay?: number;
  supersedes?: string;
  about?: { source: string } | { recommendation: string } | { action: string };
  /** Whoever chaired it, where they have confirmed it. */
  confirmed?: true;
};

export type ExampleMeeting = {
  key: string;
  group: string;
  day: number;
  /** Only planned: its day is to come. */
  planned?: true;
  calledOff?: string;
  place: string;
  chair: string;
  standIn?: string;
  there?: string[];
  apologies?: string[];
  alsoThere?: string;
  minute?: string;
  papers?: string;
  decisions?: ExampleDecision[];
};

const partners = ['helen', 'daniel', 'imran'];
const engineRoom = ['marcus', 'grace'];
const neglect = ['dee', 'ben', 'amina', 'kieran'];

export const meetings: ExampleMeeting[] = [
  {
    key: 'executive-1', group: 'executive', day: -152, place: 'Council offices, committee room 2', chair: 'eleanor', there: [...partners, 'eleanor'], alsoThere: 'Priya Nair, business manager', minute: 'Executive, items 1 to 7',
    papers: 'Assurance report for the quarter\nProposal: multi-agency group supervision',
    decisions: [{
      key: 'supervision-pilot', matter: 'Group supervision across agencies', options: 'Every team at once; four pilot teams first; not this year.', decision: 'Four pilot teams begin, and the Executive sees what changed before others follow.',
      reasons: 'The agencies cannot release every supervisor this year, and a pilot shows whether plans change.', evidenceSeen: 'The proposal and its costs; the recommendation of the review of Child V.',
      decidedBy: 'Helen Whitaker for the council, Daniel Osei for the integrated care board, Imran Sheikh for the constabulary', dissent: 'The constabulary would have begun with two teams.', reviewDay: 30, confirmed: true,
      legalBasis: 'The safeguarding partners’ local arrangements', about: { recommendation: 'v-supervision' },
    }],
  },
  {
    key: 'executive-2', group: 'executive', day: -91, place: 'Online', chair: 'eleanor', there: ['helen', 'imran', 'eleanor'], apologies: ['daniel'], alsoThere: 'Priya Nair, business manager; Stephanie Orr for the integrated care board', minute: 'Executive, items 1 to 5',
    decisions: [{
      key: 'pace-of-step-down', matter: 'The pace of the step-down work', decision: 'The step-down group reports to each Executive until its checklist is in use everywhere.', reasons: 'Two reviews in a year came back to the same point.',
      evidenceSeen: 'The plan by agency, with what has moved', decidedBy: 'The three safeguarding partners, together', confirmed: true, about: { action: 'step-down-checklist' },
    }],
  },
  {
    key: 'executive-3', group: 'executive', day: -30, place: 'Council offices, committee room 2', chair: 'eleanor', there: [...partners, 'eleanor'], alsoThere: 'Priya Nair, business manager', minute: 'Executive, items 1 to 6',
    papers: 'Assurance report for the quarter\nChallenges since the last meeting',
    decisions: [{
      key: 'supervision-second', matter: 'Group supervision, second round', options: 'Go on with all teams; a second round of four; stop.', decision: 'A second round of four teams, with health visitors in each.', reasons: 'Plans changed in a third of the cases discussed; the effect was least where health was not in the room.',
      evidenceSeen: 'Notes of the four pilot teams', decidedBy: 'The three safeguarding partners, together', supersedes: 'supervision-pilot', about: { recommendation: 'v-supervision' }, confirmed: true,
    }, {
      key: 'attendance-agreement', matter: 'Weekly attendance lists from every school', decision: 'The council writes to every school this month; what is still missing comes back here.', reasons: 'Four of thirteen schools send them, by hand.', decidedBy: 'The three safeguarding partners, together',
      conflicts: 'None of those present runs a school.', about: { action: 'attendance-weekly' }, reviewDay: 31,
    }],
  },
  { key: 'executive-4', group: 'executive', day: 31, planned: true, place: 'Council offices, committee room 2', chair: 'eleanor', papers: 'Assurance report for the quarter' },

  {
    key: 'engine-room-1', group: 'engine-room', day: -98, place: 'Online', chair: 'marcus', there: engineRoom, alsoThere: 'Priya Nair, business manager; Jo Hale, children’s social care', minute: 'Engine Room, items 1 to 6',
    decisions: [{
      key: 'one-tool', matter: 'One tool for neglect', options: 'Each agency keeps its own; one tool for all; one tool for children’s services alone.', decision: 'One tool for every agency, and a task-and-finish group to bring it in.', reasons: 'Reviews found the same neglect named in four ways.',
      evidenceSeen: 'The three tools in use, side by side', about: { recommendation: 'p-neglect' }, confirmed: true,
    }],
  },
  {
    key: 'engine-room-2', group: 'engine-room', day: -52, place: 'Online', chair: 'grace', standIn: 'The chair was at an inquest', there: ['grace'], apologies: ['marcus'], alsoThere: 'Priya Nair, business manager; Amina Yusuf, community health', minute: 'Engine Room, items 1 to 4',
    decisions: [{
      key: 'storage-first-visit', matter: 'Safe storage advice', decision: 'The box is seen at the first home visit, not asked about.', reasons: 'Parents said yes to a question they had not understood.', about: { action: 'safe-storage' }, confirmed: true,
    }],
  },
  {
    key: 'engine-room-3', group: 'engine-room', day: -10, place: 'Constabulary headquarters', chair: 'marcus', there: engineRoom, alsoThere: 'Priya Nair, business manager', minute: 'Engine Room, items 1 to 5', papers: 'Actions due before the next meeting\nProposal: audit pre-birth assessment again',
    decisions: [{
      key: 'audit-again', matter: 'Pre-birth assessment', decision: 'It is audited again in the spring, with the same tool.', reasons: 'Only the same tool shows whether practice has changed.', evidenceSeen: 'The first audit', about: { source: 'audit-pre-birth' }, reviewDay: 120, confirmed: true,
    }, {
      key: 'leaflet-back', matter: 'The leaflet for children who go missing', decision: 'It goes to the young people’s panel once more before it is printed.', reasons: 'They asked for two changes, and one of them was not made.', dissent: 'Youth justice would have printed it now.', about: { action: 'missing-leaflet' },
    }],
  },

  { key: 'neglect-1', group: 'neglect', day: -63, place: 'Early help hub', chair: 'dee', there: neglect, minute: 'Neglect task and finish group, minute 5' },
  {
    key: 'neglect-2', group: 'neglect', day: -35, place: 'Early help hub', chair: 'dee', there: ['dee', 'ben', 'kieran'], apologies: ['amina'], minute: 'Neglect task and finish group, minute 6',
    decisions: [{ key: 'tool-one-page', matter: 'The length of the tool', decision: 'The tool fits on one page; what explains it is kept apart.', reasons: 'Practitioners filled in the first page and left the second.', about: { recommendation: 'p-neglect' }, confirmed: true }],
  },
  { key: 'neglect-3', group: 'neglect', day: -7, place: 'Early help hub', chair: 'dee', calledOff: 'Half of its members were at an inspection' },
  { key: 'neglect-4', group: 'neglect', day: 14, planned: true, place: 'Early help hub', chair: 'dee', papers: 'The tool as it stands\nList of schools without a champion' },
];
