/**
 * Who may see and do what: the one data file. Row-level policies read these cells from a table that every migration fills
 * from here; the permission tests at the database and over HTTP are made from them; commands ask them through `mayDo`.
 *
 * A person's reach is: a membership (or current cover for one), and on this review's list where a cell says `list`, and their
 * own agency, group or action where it says so, and dates current, and not excluded. What no cell gives is refused.
 */

export const memberships = ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF', 'AU', 'OB', 'SA'] as const;
export type Membership = (typeof memberships)[number];

export const membershipNames: Record<Membership, string> = {
  BU: 'Business unit',
  CL: 'Case review lead',
  EX: 'Executive member',
  IS: 'Independent scrutineer',
  CH: 'Chair',
  ER: 'Engine Room member',
  LR: 'Lead reviewer',
  RP: 'Review panel member',
  AL: 'Agency lead',
  TF: 'Task-and-finish member',
  TC: 'Task-and-finish chair',
  AO: 'Action owner',
  CF: 'Independent critical friend',
  AU: 'Auditor or inspector',
  OB: 'Observer',
  SA: 'System administrator',
};

/**
 * `all`: every row. `list`: rows of reviews on whose list one is. `agency`, `group`, `own`, `source`: rows that belong to
 * one's agency, one's group, oneself, or the source one is critical friend to. `linked`: what one's own actions hang on.
 */
export const reaches = ['all', 'list', 'agency', 'group', 'own', 'source', 'linked'] as const;
export type Reach = (typeof reaches)[number];
export const operations = ['see', 'add', 'change'] as const;
export type Operation = (typeof operations)[number];

type Row = Partial<Record<Membership, Reach>>;
type FamilyRules = { see: Row; add: Row; change: Row };

const everyMember: Row = {
  BU: 'all', CL: 'all', EX: 'all', IS: 'all', CH: 'all', ER: 'all', LR: 'all', RP: 'all', AL: 'all', TF: 'all', TC: 'all', AO: 'all', CF: 'all', AU: 'all',
};
/** Any member: those who come to look, or keep the accounts, hold nobody to account here. */
const raisesChallenges: Row = { BU: 'all', CL: 'all', EX: 'all', IS: 'all', CH: 'all', ER: 'all', LR: 'all', RP: 'all', AL: 'all', TF: 'all', TC: 'all', AO: 'all', CF: 'all' };
const caseSeen: Row = { BU: 'all', EX: 'all', IS: 'all', CL: 'list', LR: 'list', RP: 'list', ER: 'list' };
const caseWorked: Row = { BU: 'all', CL: 'list' };
const planSeen: Row = {
  BU: 'all', EX: 'all', IS: 'all', ER: 'all', LR: 'all', AU: 'all',
  CL: 'list', RP: 'list', AL: 'agency', TF: 'group', TC: 'group', CH: 'group', AO: 'own', CF: 'source',
};
const planLinked: Row = { ...planSeen, CL: 'linked', RP: 'linked', AL: 'linked', TF: 'linked', TC: 'linked', CH: 'linked', AO: 'linked', CF: 'linked' };

export const families = {
  /** Agencies, groups, people and their posts: what every member needs to know who is who. */
  partnership: { see: { ...everyMember, OB: 'all', SA: 'all' }, add: { BU: 'all' }, change: { BU: 'all' } },
  people: { see: { ...everyMember, OB: 'all', SA: 'all' }, add: { BU: 'all', SA: 'all' }, change: { BU: 'all', SA: 'all' } },
  /** Accounts, memberships and cover: everyone sees their own besides. */
  accounts: { see: { BU: 'all', SA: 'all' }, add: { BU: 'all', SA: 'all' }, change: { SA: 'all' } },
  memberships: { see: { BU: 'all', EX: 'all', IS: 'all', SA: 'all', CH: 'group', ER: 'group', TF: 'group', TC: 'group' }, add: { BU: 'all', EX: 'all', SA: 'all' }, change: { BU: 'all', EX: 'all', SA: 'all' } },
  covers: { see: { BU: 'all', EX: 'all', IS: 'all' }, add: { BU: 'all' }, change: { BU: 'all' } },
  settings: { see: {}, add: {}, change: { BU: 'all', SA: 'all' } },
  /** Priorities and published counts. */
  facts: { see: everyMember, add: { BU: 'all' }, change: { BU: 'all' } },
  /** Audits, lines of enquiry and other sources that are not reviews. */
  sources: { see: everyMember, add: { BU: 'all', ER: 'all' }, change: { BU: 'all', ER: 'all' } },
  /** A review's spine while it is *case*. Whoever records one is put on its list by the database. */
  spines: { see: { ...caseSeen, AU: 'all' }, add: { BU: 'all', CL: 'all' }, change: caseWorked },
  /** A review's spine once published. */
  published: { see: planLinked, add: {}, change: {} },
  notifications: { see: caseSeen, add: caseWorked, change: caseWorked },
  rapidReviews: { see: caseSeen, add: caseWorked, change: caseWorked },
  clocks: { see: { ...caseSeen, AU: 'all' }, add: caseWorked, change: caseWorked },
  /** The chair records the outcome where views differ: a chair who cannot see the case changes nothing. */
  decisions: { see: caseSeen, add: caseWorked, change: { BU: 'all', EX: 'all', CH: 'all', CL: 'list' } },
  decisionViews: { see: caseSeen, add: { BU: 'all', EX: 'all' }, change: { BU: 'all', EX: 'all' } },
  identities: { see: { BU: 'all', CL: 'list', LR: 'list', RP: 'list' }, add: caseWorked, change: caseWorked },
  places: { see: caseSeen, add: { BU: 'all', LR: 'list' }, change: { BU: 'all', LR: 'list' } },
  /**
   * Conflicts of interest: those who see the case see who stays and who steps back. One's own, whoever sees the review declares. A chair
   * who cannot see the case confirms nothing.
   */
  interests: { see: caseSeen, add: { BU: 'all', EX: 'all' }, change: { BU: 'all', EX: 'all', CH: 'all' } },
  /** Who is excluded, and why. */
  exclusions: { see: { BU: 'all', EX: 'all', IS: 'all' }, add: {}, change: {} },
  draftRecommendations: { see: caseSeen, add: { BU: 'all', CL: 'list', LR: 'list' }, change: { BU: 'all', CL: 'list', LR: 'list', ER: 'list' } },
  /**
   * The same, and once accepted, where they come from a source that is not a review: an audit, a line of enquiry. There is no list
   * to be on, so the Engine Room, which accepts them, reads them all. `group`: whoever chairs the Engine Room.
   */
  recommendationsElsewhere: { see: { BU: 'all', EX: 'all', IS: 'all', ER: 'all', CH: 'group' }, add: {}, change: { BU: 'all', ER: 'all', CH: 'group' } },
  /** Once accepted its words stand: the lead reviewer releases it, and an acceptance may be put right until then. */
  recommendations: { see: planLinked, add: {}, change: { BU: 'all', LR: 'list', ER: 'list' } },
  /** As recommendations; and a critical friend writes the findings of their own enquiry. */
  draftFindings: { see: { ...caseSeen, CF: 'source' }, add: { BU: 'all', CL: 'list', LR: 'list', CF: 'source' }, change: { BU: 'all', CL: 'list', LR: 'list', CF: 'source', ER: 'list' } },
  findingsElsewhere: { see: { BU: 'all', EX: 'all', IS: 'all', ER: 'all', CH: 'group' }, add: {}, change: { BU: 'all', ER: 'all', CH: 'group' } },
  /** Once agreed: what becomes of it, and its themes, are the Engine Room's. `linked`: where one's own actions hang on a source that one sees. */
  findings: { see: planLinked, add: {}, change: { BU: 'all', ER: 'all' } },
  themes: { see: everyMember, add: { BU: 'all', ER: 'all' }, change: { BU: 'all', ER: 'all' } },
  actions: { see: planSeen, add: { BU: 'all', ER: 'all', CL: 'list', LR: 'list' }, change: { BU: 'all', ER: 'all', CL: 'list', AL: 'agency', CH: 'group', TC: 'group', TF: 'group', AO: 'own' } },
  updates: { see: planSeen, add: { BU: 'all', TC: 'group', TF: 'group', AO: 'own' }, change: {} },
  evidence: { see: planSeen, add: { BU: 'all', TC: 'group', TF: 'group', AO: 'own' }, change: { BU: 'all', ER: 'all' } },
  /** Evidence that holds personal data: of these, and of whoever added it, whoever else sees its action. */
  caseEvidence: { see: caseSeen, add: {}, change: {} },
  checks: { see: planSeen, add: { BU: 'all', ER: 'all' }, change: {} },
  /** Written where another date is granted. */
  dueMoves: { see: planSeen, add: {}, change: {} },
  /** What is asked about an action and answered: another date, help from above, its closing. Who decides which, the record says. */
  requests: { see: planSeen, add: { BU: 'all', ER: 'all', CH: 'group', TC: 'group', TF: 'group', AO: 'own' }, change: { BU: 'all', CH: 'all' } },
  actionLinks: { see: planSeen, add: { BU: 'all', ER: 'all', CL: 'list', LR: 'list' }, change: { BU: 'all', ER: 'all', AL: 'agency' } },
  /** Meetings of groups, who was there and what was decided. What is about a record is seen with it. */
  meetings: { see: { BU: 'all', EX: 'all', IS: 'all', AU: 'all', CH: 'group', ER: 'group', TF: 'group', TC: 'group' }, add: { BU: 'all', CH: 'group', TC: 'group' }, change: { BU: 'all', CH: 'group', TC: 'group' } },
  /** One's own, and those of both agencies besides; whoever raised one escalates and closes it. */
  challenges: { see: { BU: 'all', EX: 'all', IS: 'all', AL: 'agency' }, add: raisesChallenges, change: { BU: 'all', AL: 'agency' } },
  /** Who has looked at a review. */
  views: { see: caseSeen, add: {}, change: {} },
  denials: { see: { BU: 'all', IS: 'all' }, add: {}, change: {} },
} satisfies Record<string, FamilyRules>;

export type Family = keyof typeof families;

/**
 * What a person may do, beyond seeing: each act names the memberships that may do it at all. The record's own conditions
 * (not one's own action, not before a decision) are in the feature's `policy.ts`.
 */
export const acts = {
  'record-notification': ['BU', 'CL'],
  'work-rapid-review': ['BU', 'CL'],
  'record-identity': ['BU', 'CL'],
  'open-decision': ['BU', 'CL'],
  'give-partner-view': ['BU', 'EX'],
  'record-decision-outcome': ['BU', 'CH'],
  'write-recommendation': ['BU', 'CL', 'LR'],
  'accept-recommendation': ['BU', 'ER', 'CH'],
  'release-recommendation': ['BU', 'LR'],
  'write-finding': ['BU', 'CL', 'LR', 'CF'],
  'agree-finding': ['BU', 'ER', 'CH'],
  'connect-finding': ['BU', 'CL', 'LR', 'CF', 'ER'],
  'follow-finding': ['BU', 'ER'],
  'manage-themes': ['BU', 'ER'],
  'propose-action': ['BU', 'CL', 'LR', 'ER'],
  'change-proposal': ['BU', 'CL', 'ER', 'CH'],
  'agree-action': ['BU', 'CH'],
  'prioritise-action': ['BU', 'CH'],
  'set-aside': ['BU', 'CH'],
  /** An agency lead nominates in their own agency, and answers for an action there whose owner has left. */
  'name-owner': ['BU', 'AL'],
  'move-action': ['BU'],
  'update-action': ['BU', 'AL', 'AO', 'TF', 'TC'],
  'add-evidence': ['BU', 'AL', 'AO', 'TF', 'TC'],
  'say-complete': ['BU', 'AL', 'AO', 'TC'],
  'record-contribution': ['BU', 'AL'],
  'worsen-rag': ['AO', 'CH'],
  'ask-for-date': ['BU', 'AL', 'AO', 'TC'],
  'escalate-action': ['BU', 'ER', 'CH', 'TC', 'TF', 'AO'],
  'propose-closing': ['BU', 'ER', 'TC'],
  /** Puts to the safeguarding partners that an action is closed without evidence of impact. */
  'except-from-impact': ['BU'],
  'answer-request': ['BU', 'CH'],
  'reopen-action': ['BU', 'CH'],
  'check-action': ['BU', 'ER'],
  'check-evidence': ['BU', 'ER'],
  'see-assurance': ['BU', 'EX', 'IS', 'CH'],
  'see-year': ['BU', 'EX', 'IS'],
  'manage-people': ['BU', 'SA'],
  'manage-accounts': ['SA'],
  'grant-membership': ['BU', 'EX', 'SA'],
  'set-cover': ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF'],
  'manage-agencies': ['BU'],
  'manage-groups': ['BU'],
  'raise-challenge': ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF'],
  'answer-challenge': ['BU', 'AL'],
  'close-challenge': ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF'],
  'record-meeting': ['BU', 'CH', 'TC'],
  'confirm-meeting-decision': ['CH', 'TC'],
  'change-settings': ['BU', 'SA'],
  'grant-place': ['BU', 'LR'],
  'take-off-list': ['BU'],
  'take-emergency-place': ['BU'],
  'declare-interest': ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF', 'AU'],
  'declare-interest-of-another': ['BU', 'EX'],
  'confirm-interest': ['EX', 'CH'],
  'end-interest': ['BU', 'EX'],
  'export-plan': ['BU', 'EX', 'IS', 'ER', 'LR', 'AU', 'CL', 'RP', 'AL', 'TF', 'TC', 'CH', 'AO', 'CF'],
  /** Anyone signed in: their own drafts, their own session. */
  'own-session': memberships,
} as const satisfies Record<string, readonly Membership[]>;

export type Act = keyof typeof acts;

/** What a chair may do only as the chair of one kind of group. A live assurance page is for the Engine Room's chair, and no other's. */
export const onlyAsChairOf: Partial<Record<Act, 'executive' | 'engine_room'>> = { 'see-assurance': 'engine_room', 'accept-recommendation': 'engine_room', 'agree-finding': 'engine_room', 'record-decision-outcome': 'executive', 'confirm-interest': 'executive' };

/** The cells as rows, for the table that the policies read. */
export function permissionRows(): { family: string; membership: Membership; operation: Operation; reach: Reach }[] {
  return Object.entries(families).flatMap(([family, rules]) =>
    operations.flatMap((operation) =>
      Object.entries(rules[operation] as Row).map(([membership, reach]) => ({ family, membership: membership as Membership, operation, reach })),
    ),
  );
}
