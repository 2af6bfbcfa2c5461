import type { AgencyKind, GroupKind, Membership } from '../schema';

/**
 * Invented agencies and invented people: nobody here exists, and no address here can receive a message. One person for each
 * membership, so that the product can be looked at with every pair of eyes, and owners of actions in every agency.
 */

export const agencies: { key: string; name: string; kind: AgencyKind; isCouncil?: true; parent?: string }[] = [
  { key: 'council', name: 'Example Borough Council', kind: 'safeguarding_partner', isCouncil: true },
  { key: 'icb', name: 'Example Integrated Care Board', kind: 'safeguarding_partner' },
  { key: 'police', name: 'Example Constabulary', kind: 'safeguarding_partner' },
  { key: 'business-unit', name: 'Example Partnership Business Unit', kind: 'relevant_agency', parent: 'council' },
  { key: 'social-care', name: "Example Children's Social Care", kind: 'relevant_agency', parent: 'council' },
  { key: 'early-help', name: 'Example Early Help Service', kind: 'relevant_agency', parent: 'council' },
  { key: 'nhs-trust', name: 'Example NHS Trust', kind: 'relevant_agency' },
  { key: 'community-health', name: 'Example NHS Trust Community Division', kind: 'relevant_agency', parent: 'nhs-trust' },
  { key: 'mental-health', name: 'Example Mental Health Trust', kind: 'relevant_agency' },
  { key: 'academies', name: 'Example Academy Trust', kind: 'relevant_agency' },
  { key: 'primary-school', name: 'Example Primary School', kind: 'relevant_agency', parent: 'academies' },
  { key: 'probation', name: 'Example Probation Service', kind: 'relevant_agency' },
  { key: 'housing', name: 'Example Housing Association', kind: 'relevant_agency' },
  { key: 'youth-justice', name: 'Example Youth Justice Service', kind: 'relevant_agency' },
  { key: 'charity', name: 'Example Families Charity', kind: 'relevant_agency' },
];

export const groups: { key: string; kind: GroupKind; name: string; purpose: string; cadence: string; cadenceWeeks?: number; cadenceMonths?: number; chairedBy: string }[] = [
  { key: 'executive', kind: 'executive', name: 'Example Executive', purpose: 'The safeguarding partners together: receives assurance, challenges, decides.', cadence: 'every two months', cadenceMonths: 2, chairedBy: 'the independent scrutineer' },
  { key: 'engine-room', kind: 'engine_room', name: 'Example Engine Room', purpose: 'Carries the learning plan: themes, audits, lines of enquiry, checks and impact testing.', cadence: 'every six weeks', cadenceWeeks: 6, chairedBy: 'a safeguarding partner, by rota' },
  { key: 'neglect', kind: 'task_and_finish', name: 'Example neglect task and finish group', purpose: 'One way of recognising and recording neglect, used by every agency.', cadence: 'every four weeks', cadenceWeeks: 4, chairedBy: "children's social care" },
  { key: 'step-down', kind: 'task_and_finish', name: 'Example step-down task and finish group', purpose: 'Families who step down from a plan know who is with them next.', cadence: 'every four weeks', cadenceWeeks: 4, chairedBy: 'early help' },
];

type ExamplePerson = {
  key: string;
  name: string;
  agency?: string;
  post: string;
  /** Days from today on which the post ended: they have left. */
  leftDay?: number;
  /** Somebody one can sign in as. */
  account?: true;
  memberships?: {
    membership: Membership; agency?: string; includesBelow?: true; group?: string; source?: string; votesFor?: string;
    grantedBy: string; confirmedBy?: string;
    /** Days from today; a year ago to without an end where nothing is given. */
    fromDay?: number; toDay?: number;
  }[];
};

// The first membership of each is the one they are introduced by.
export const people: ExamplePerson[] = [
  { key: 'priya', name: 'Priya Nair', agency: 'business-unit', post: 'Business manager', account: true, memberships: [{ membership: 'BU', grantedBy: 'wei', confirmedBy: 'eleanor' }] },
  { key: 'sam', name: 'Sam Okafor', agency: 'social-care', post: 'Case review lead', account: true, memberships: [{ membership: 'CL', grantedBy: 'priya' }] },
  { key: 'helen', name: 'Helen Whitaker', agency: 'council', post: "Director of children's services", account: true, memberships: [{ membership: 'EX', votesFor: 'council', grantedBy: 'priya', confirmedBy: 'daniel' }] },
  { key: 'daniel', name: 'Daniel Osei', agency: 'icb', post: 'Chief nurse', account: true, memberships: [{ membership: 'EX', votesFor: 'icb', grantedBy: 'priya', confirmedBy: 'imran' }] },
  { key: 'imran', name: 'Imran Sheikh', agency: 'police', post: 'Chief superintendent', account: true, memberships: [{ membership: 'EX', votesFor: 'police', grantedBy: 'priya', confirmedBy: 'helen' }] },
  { key: 'eleanor', name: 'Eleanor Baptiste', post: 'Independent scrutineer', account: true, memberships: [{ membership: 'IS', grantedBy: 'priya' }, { membership: 'CH', group: 'executive', grantedBy: 'priya' }] },
  { key: 'marcus', name: 'Marcus Bell', agency: 'police', post: 'Detective superintendent', account: true, memberships: [{ membership: 'CH', group: 'engine-room', grantedBy: 'priya' }, { membership: 'ER', grantedBy: 'priya' }] },
  { key: 'grace', name: 'Grace Adeyemi', agency: 'icb', post: 'Designated nurse', account: true, memberships: [{ membership: 'ER', grantedBy: 'priya' }] },
  // A lead reviewer and a review panel member hold no membership row: their places on a review's list are theirs.
  { key: 'fiona', name: 'Fiona Castellan', post: 'Independent lead reviewer', account: true },
  { key: 'tariq', name: 'Tariq Mahmood', agency: 'academies', post: 'Head of safeguarding', account: true },
  { key: 'joanne', name: 'Joanne Hargreaves', agency: 'nhs-trust', post: 'Named nurse', account: true, memberships: [{ membership: 'AL', agency: 'nhs-trust', includesBelow: true, grantedBy: 'priya' }] },
  { key: 'ben', name: 'Ben Ainsley', agency: 'early-help', post: 'Family practitioner lead', account: true, memberships: [{ membership: 'TF', group: 'neglect', grantedBy: 'priya' }] },
  { key: 'dee', name: 'Dee Marsh', agency: 'social-care', post: 'Service manager, assessment', account: true, memberships: [{ membership: 'TC', group: 'neglect', grantedBy: 'priya' }] },
  // Named on actions, and that is all: being named is the invitation.
  { key: 'jo', name: 'Jo Hale', agency: 'social-care', post: 'Practice improvement lead', account: true },
  { key: 'olu', name: 'Oluwaseun Martins', post: 'Independent critical friend', account: true, memberships: [{ membership: 'CF', source: 'enquiry-missing', grantedBy: 'priya' }] },
  { key: 'katherine', name: 'Katherine Doyle', post: 'Inspector', account: true, memberships: [{ membership: 'AU', grantedBy: 'priya', fromDay: -30, toDay: 60 }] },
  { key: 'peter', name: 'Peter Langridge', agency: 'council', post: "Lead member for children's services", account: true, memberships: [{ membership: 'OB', grantedBy: 'priya' }] },
  { key: 'wei', name: 'Wei Chen', agency: 'council', post: 'Systems manager', account: true, memberships: [{ membership: 'SA', grantedBy: 'priya', confirmedBy: 'helen' }] },
  // A standing deputy: what Helen Whitaker holds on the Executive, whenever she cannot act. Owns actions besides.
  { key: 'laura', name: 'Laura Fenwick', agency: 'council', post: "Assistant director, children's services", account: true },

  { key: 'nadia', name: 'Nadia Rahman', agency: 'early-help', post: 'Head of early help', memberships: [{ membership: 'TC', group: 'step-down', grantedBy: 'priya' }] },
  { key: 'colin', name: 'Colin Brathwaite', agency: 'social-care', post: 'Team manager', memberships: [{ membership: 'TF', group: 'step-down', grantedBy: 'priya' }] },
  { key: 'stephanie', name: 'Stephanie Orr', agency: 'icb', post: 'Named GP' },
  { key: 'gareth', name: 'Gareth Llewellyn', agency: 'police', post: 'Detective inspector, child protection' },
  { key: 'amina', name: 'Amina Yusuf', agency: 'community-health', post: 'Health visiting lead', memberships: [{ membership: 'TF', group: 'neglect', grantedBy: 'priya' }] },
  { key: 'robert', name: 'Robert Kaczmarek', agency: 'nhs-trust', post: 'Head of midwifery' },
  { key: 'rosalind', name: 'Rosalind Achebe', agency: 'mental-health', post: 'Perinatal mental health lead' },
  { key: 'sunita', name: 'Sunita Rao', agency: 'academies', post: 'Designated safeguarding lead' },
  { key: 'kieran', name: 'Kieran Doherty', agency: 'primary-school', post: 'Head teacher', memberships: [{ membership: 'TF', group: 'neglect', grantedBy: 'priya' }] },
  { key: 'paula', name: 'Paula Stanislas', agency: 'probation', post: 'Senior probation officer' },
  { key: 'hugh', name: 'Hugh Tennant', agency: 'housing', post: 'Safeguarding lead' },
  { key: 'mei', name: 'Mei-Ling Tang', agency: 'youth-justice', post: 'Team manager' },
  { key: 'celia', name: 'Celia Moorcroft', agency: 'nhs-trust', post: 'Matron, emergency department', leftDay: -21 },
  { key: 'owen', name: 'Owen Parry', agency: 'charity', post: 'Services manager', memberships: [{ membership: 'TF', group: 'step-down', grantedBy: 'priya' }] },
];

export const covers: { of: string; by: string; membership: Membership; setBy: string; reason: string }[] = [
  { of: 'helen', by: 'laura', membership: 'EX', setBy: 'helen', reason: 'Standing deputy' },
];
