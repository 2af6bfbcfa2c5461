import type { ActionType, AgencyKind, Area, GroupKind, PriorityKind, RapidReviewOutcome, ReviewKind } from '../schema';

/**
 * What the partnership's own annual report for 2020-21 says, each fact beside its page. Pages are those of the report's list of
 * contents; a part that the list does not name is given by its heading. What the report does not say is not here: it is *not stated*.
 */
export const partnership = { name: 'Hartlepool and Stockton-on-Tees Safeguarding Children Partnership', shortName: 'HSSCP' };
export const report = 'Annual report 2020-21';
export const year = '2020-21';

const foreword = 'Foreword by the Independent Chair';
const membershipPage = 'p. 6, HSSCP Membership';
const rolesPage = 'p. 7, HSSCP Key Roles and Functions';
const enquiriesPage = 'p. 17, Key Lines of Enquiry (KLOE)';
const reviewsPage = 'p. 18, Case Reviews';
const evePage = 'p. 18, Case Reviews: Reviews carried over into the new partnership - EVE';
const alexPage = 'Reviews carried over from 2019-20: ALEX LCSPR';
const auditsPage = 'Multi-Agency Audits';
const trainingPage = 'p. 19, Training and Development';
const communicationPage = 'p. 20, Communication and Engagement';
const nextStepsPage = 'p. 22, Next Steps';

type ReportedAgency = { name: string; kind: AgencyKind; isCouncil?: true; area: Area; page: string };

export const safeguardingPartners: ReportedAgency[] = [
  { name: 'Hartlepool Borough Council', kind: 'safeguarding_partner', isCouncil: true, area: 'hartlepool', page: membershipPage },
  { name: 'Stockton-On-Tees Borough Council', kind: 'safeguarding_partner', isCouncil: true, area: 'stockton', page: membershipPage },
  { name: 'Tees Valley Clinical Commissioning Group', kind: 'safeguarding_partner', area: 'both', page: membershipPage },
  { name: 'Chief Officer of Cleveland Police', kind: 'safeguarding_partner', area: 'both', page: membershipPage },
];

/** The report's twenty lines, in its order. Two of them are people, not organisations: a community voice owns no action. */
export const relevantAgencies: ReportedAgency[] = [
  { name: 'Adoption Tees Valley', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'British Transport Police', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Children and Family Court Advisory and Support Service (CAFCASS)', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Children, young people and families', kind: 'community_voice', area: 'both', page: membershipPage },
  { name: 'Cleveland Fire and Rescue Service', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Colleges, schools and Early Years settings', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Community / Voluntary Sector Organisations', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Durham Tees Valley Community Rehabilitation Company (CRC)', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Faith organisations', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Hartlepool Local Authority: 0-19, Housing, Public Health, Sports and Leisure, Youth Offending Team', kind: 'relevant_agency', area: 'hartlepool', page: membershipPage },
  { name: 'Local Housing providers', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'National Probation Service (NPS)', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'NHS England', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'North Tees and Hartlepool NHS Foundation Trust', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'North East Ambulance Service NHS Foundation Trust', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Residents of Hartlepool and Stockton-on-Tees', kind: 'community_voice', area: 'both', page: membershipPage },
  { name: 'Stockton-on-Tees Local Authority: 0-19, Housing, Public Health, Sports and Leisure, Youth Offending Teams', kind: 'relevant_agency', area: 'stockton', page: membershipPage },
  { name: 'Tees, Esk and Wear Valleys NHS Foundation Trust (TEWV)', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'Teeswide Safeguarding Adults Board (TSAB)', kind: 'relevant_agency', area: 'both', page: membershipPage },
  { name: 'The Police & Crime Commissioner', kind: 'relevant_agency', area: 'both', page: membershipPage },
];

/** Named in the report as its independent chair, who introduces it and is standing down after seven years. No account. */
export const independentChair = { name: 'Dave Pickard', page: foreword };

type ReportedGroup = { key: string; kind: GroupKind; name: string; purpose: string; cadence?: string; cadenceWeeks?: number; cadenceMonths?: number; chairedBy?: string; page: string };

export const groups: ReportedGroup[] = [
  {
    key: 'executive', kind: 'executive', name: 'HSSCP Executive', page: rolesPage,
    purpose: 'The four safeguarding partners, with the business manager and the independent chair. It reviews and determines how the safeguarding arrangements are progressing.',
    cadence: 'every two months', cadenceMonths: 2, chairedBy: 'the independent chair',
  },
  {
    key: 'engine-room', kind: 'engine_room', name: 'HSSCP Engine Room', page: rolesPage,
    purpose: 'Accountable to the Executive: analyses data and soft intelligence, commissions action learning and audits, considers requests for learning on near-miss cases, tests impact.',
    cadence: 'every six weeks', cadenceWeeks: 6, chairedBy: 'a statutory partner, by rota',
  },
  { key: 'tees-procedures', kind: 'other', name: 'Tees Procedures Group', page: reviewsPage, purpose: 'Reviews Tees-wide guidance and procedures.' },
  {
    key: 'placed-at-a-distance', kind: 'task_and_finish', name: 'Children Placed at a Distance task and finish group', page: enquiriesPage,
    purpose: 'Established to lead on actions arising from the recommendations of the line of enquiry on Children Placed at a Distance.',
  },
  {
    key: 'contextual-safeguarding', kind: 'other', name: 'Contextual Safeguarding arrangements planning group', page: enquiriesPage,
    purpose: "Took in the recommendations of the line of enquiry on Children Missing from Home / Care, as part of the key priorities for the coming year.",
  },
];

export const priorities: { number: number; kind: PriorityKind; title: string; page: string }[] = [
  { number: 1, kind: 'business', title: 'Partnership Development (to include governance, engagement)', page: nextStepsPage },
  { number: 2, kind: 'thematic', title: 'Contextual Safeguarding', page: nextStepsPage },
  { number: 3, kind: 'thematic', title: 'Domestic Abuse', page: nextStepsPage },
  { number: 4, kind: 'practice', title: 'Learning from reviews and good practice (to include active learning, audit, impacting upon frontline practice)', page: nextStepsPage },
];
export const prioritiesYear = '2021-22';

/** The report's own sentence about the year's reviews. Every number in it is counted from the records below. */
export const reviewsSentence =
  'In 2020-21 HSSCP undertook six Rapid Reviews into serious safeguarding incidents; four of which progressed to Local Child Safeguarding Practice Reviews. Three of these were completed during 2020-21 and the fourth is scheduled to be completed during 2021-22.';

const notReconciled = 'Two counts, not reconciled: 320 in the text on case reviews (four briefings, reviews of 2019-21) and 328 in the text on training (learning review briefings).';

export const reportedCounts: { key: string; counted: string; value: number; quote: string; page: string; note?: string }[] = [
  { key: 'rapid_reviews_undertaken', counted: 'rapid reviews undertaken', value: 6, quote: reviewsSentence, page: reviewsPage },
  { key: 'rapid_reviews_progressed', counted: 'rapid reviews that progressed to a local child safeguarding practice review', value: 4, quote: reviewsSentence, page: reviewsPage },
  { key: 'lcsprs_completed', counted: 'local child safeguarding practice reviews completed in the year', value: 3, quote: reviewsSentence, page: reviewsPage },
  { key: 'lcsprs_expected_next_year', counted: 'local child safeguarding practice reviews scheduled to be completed during 2021-22', value: 1, quote: reviewsSentence, page: reviewsPage },
  {
    key: 'briefings_delivered', counted: 'briefings on the reviews of 2019-21', value: 4, page: reviewsPage,
    note: 'The briefings on Alex in March 2021 are possibly among them: the report does not say.',
    quote: 'Four briefings were delivered to 320 multi-agency professionals to disseminate the key messages and learning arising from the reviews undertaken by the partnership across 2019-21.',
  },
  {
    key: 'briefed_professionals', counted: 'professionals at the four briefings', value: 320, page: reviewsPage, note: notReconciled,
    quote: 'Four briefings were delivered to 320 multi-agency professionals to disseminate the key messages and learning arising from the reviews undertaken by the partnership across 2019-21.',
  },
  {
    key: 'review_briefing_attendance', counted: 'people at the safeguarding learning review briefings', value: 328, page: trainingPage, note: notReconciled,
    quote: '328 people attended the safeguarding learning review briefings.',
  },
  { key: 'training_sessions', counted: 'multi-agency training sessions', value: 58, quote: '58 multi-agency training sessions delivered', page: trainingPage },
  { key: 'training_attendance', counted: 'people at multi-agency training', value: 1185, quote: '1,185 people attended multi-agency training', page: trainingPage },
  { key: 'e_learning_completed', counted: 'e-learning sessions completed', value: 8578, quote: '8,578 e-learning sessions completed', page: trainingPage },
  { key: 'conference_attendance', counted: 'people at the themed conference', value: 120, quote: '120 people attended the themed conference', page: trainingPage },
  { key: 'newsletters', counted: 'quarterly newsletters', value: 4, quote: '4 Quarterly newsletters were circulated to partner agencies to communicate HSSCP activity.', page: communicationPage },
  {
    key: 'seven_minute_briefings', counted: 'seven-minute briefings distributed', value: 3, page: communicationPage,
    quote: '3 seven minute briefings and 3 LCSPR reports were distributed to partner agencies, sharing learning arising from reviews undertaken.',
    note: 'The report names two: Eve and Alex. Which the third is, it does not say.',
  },
  {
    key: 'lcspr_reports', counted: 'LCSPR reports distributed', value: 3, page: communicationPage,
    quote: '3 seven minute briefings and 3 LCSPR reports were distributed to partner agencies, sharing learning arising from reviews undertaken.',
  },
  {
    key: 'bulletin_recipients', counted: 'partner representatives sent the monthly e-bulletin', value: 888, page: communicationPage,
    quote: 'Monthly e-bulletins were circulated to 888 partner representatives for wider distribution.',
  },
  { key: 'website_page_views', counted: 'page views on the new website', value: 25490, quote: '25,490 page views on the new HSSCP website', page: communicationPage },
  {
    key: 'safeguarding_forums', counted: 'termly safeguarding forums', value: 6, page: communicationPage,
    quote: '6 Termly Safeguarding Forums were delivered to Designated Leads and Head Teachers across Hartlepool and Stockton Schools.',
  },
];

type ReportedReview = {
  key: string; kind: ReviewKind; title: string; page: string; summary: string;
  /** Where the report says which of the two areas: only where the review came from one board's. */
  area?: Area;
  reportingYear: string; undertakenInYear?: true; completedInYear?: true; publishedInYear?: string; expectedYear?: string;
  carriedFrom?: { year?: string; body: string };
  /** What the report says it came to. */
  outcome?: RapidReviewOutcome;
};

/**
 * Six, of which the report says nothing one by one: who the children were, when in the year, and in which of the two areas is not stated.
 * The numbers are ours. Four progressed to practice reviews; which led to which the report does not say, so no link is made.
 */
export const rapidReviews: ReportedReview[] = [1, 2, 3, 4, 5, 6].map((number) => ({
  key: `rapid-review-${number}`, kind: 'rapid_review', title: `Rapid review ${number} of 6 (2020-21), child not named in the report`,
  summary: reviewsSentence, page: reviewsPage, reportingYear: year, undertakenInYear: true, ...(number <= 4 ? { outcome: 'lcspr' as const } : {}),
}));

export const practiceReviews: ReportedReview[] = [
  {
    key: 'emma', kind: 'lcspr', title: 'Emma', page: reviewsPage, reportingYear: year, completedInYear: true, publishedInYear: 'Report; Executive Summary',
    summary: 'The EMMA LCSPR was concluded and a Report and Executive Summary published.',
  },
  {
    key: 'child-t', kind: 'lcspr', title: 'Child T', page: reviewsPage, reportingYear: year, completedInYear: true, publishedInYear: 'Report',
    summary: 'The Child T LCSPR was finalised and the report published.',
  },
  {
    key: 'child-m', kind: 'lcspr', title: 'Child M', page: reviewsPage, reportingYear: year, completedInYear: true, publishedInYear: 'Report; briefing; resources',
    summary:
      "The Child M LCSPR was completed and a report, briefing and resources published. Method: a 'systems approach' via an Appreciative Inquiry model, with a facilitated event for multi-agency middle managers. Cross-cutting theme: 'Fixed Thinking'.",
  },
  {
    key: 'fourth', kind: 'lcspr', title: 'Fourth practice review from the rapid reviews of 2020-21, child not named in the report', page: reviewsPage, reportingYear: year, expectedYear: '2021-22',
    summary: 'The fourth is scheduled to be completed during 2021-22.',
  },
  {
    key: 'alex', kind: 'lcspr', title: 'Alex', page: alexPage, reportingYear: '2019-20', carriedFrom: { year: '2019-20', body: partnership.name }, publishedInYear: 'Seven-minute briefing',
    summary:
      'A seven-minute briefing was published. Learning was shared with multi-agency professionals in a series of briefings in March 2021 and included in newly commissioned Neglect training in the 21-22 programme. The review identified work for the partnership around step-down processes.',
  },
  {
    // The report gives the body that Eve was carried over from, and no year.
    key: 'eve', kind: 'scr', title: 'Eve', area: 'stockton', page: evePage, reportingYear: year, carriedFrom: { body: "Stockton's Safeguarding Children Board" }, publishedInYear: 'Seven-minute briefing',
    summary: "A seven-minute briefing was published for the SLSCB Eve SCR, which carried over into the partnership from Stockton's Safeguarding Children Board.",
  },
];

type ReportedSource = {
  key: string; kind: 'audit' | 'line_of_enquiry' | 'other'; reference: string; title: string; summary: string; page: string;
  commissioned?: Happened; undertaken?: Happened; completed?: Happened;
};
type Happened = { from: string; to: string; precision: 'month' | 'reporting_year' };

const during2019to20: Happened = { from: '2019-04-01', to: '2020-03-31', precision: 'reporting_year' };
export const duringTheYear: Happened = { from: '2020-04-01', to: '2021-03-31', precision: 'reporting_year' };

export const otherSources: ReportedSource[] = [
  {
    key: 'placed-at-a-distance', kind: 'line_of_enquiry', reference: 'LE-2020-1', title: 'Children Placed at a Distance', page: enquiriesPage,
    commissioned: during2019to20, completed: { from: '2020-03-01', to: '2020-03-31', precision: 'month' },
    summary: "The first, on the theme of 'Children Placed at a Distance', was completed in March 2020 and a task and finish group was established to lead on actions arising from recommendations made.",
  },
  {
    key: 'missing', kind: 'line_of_enquiry', reference: 'LE-2020-2', title: 'Children Missing from Home / Care', page: enquiriesPage,
    commissioned: during2019to20, completed: { from: '2020-09-01', to: '2020-09-30', precision: 'month' },
    summary: "The second KLOE, on the theme of 'Children Missing from Home / Care', was completed in September 2020 and the recommendations fed into the partnership's Contextual Safeguarding arrangements planning group as part of HSSCP's key priorities for the coming year.",
  },
  {
    key: 'audit-domestic-abuse', kind: 'audit', reference: 'AU-2020-1', title: 'Domestic Abuse', page: auditsPage, undertaken: duringTheYear,
    summary: "The first being on the theme of Domestic Abuse; the output of which has fed into one of HSSCP's key priorities for the coming year.",
  },
  {
    key: 'audit-child-in-need', kind: 'audit', reference: 'AU-2020-2', title: 'Child in Need cases, step-up / step-down and decision-making', page: auditsPage, undertaken: duringTheYear,
    summary: 'The second audit day focussed upon Child in Need cases, step-up / step-down and decision-making.',
  },
  {
    // The report hangs its first seven plan lines on "all review activity" and on no review by name. Hanging them on Emma, Child T and
    // Child M would say of each what the report does not say, so they hang on what it does say.
    key: 'all-review-activity', kind: 'other', reference: 'OT-2020-1', title: 'All review activity, 2020-21', page: reviewsPage,
    summary:
      "Learning from all review activity formed the basis for a 'combined learning action plan' - which is a live document being progressed the Partnership. Some of the actions and work being completed in light of recommendations made are:",
  },
];

type PlanLine = { title: string; detail?: string; statedStatus?: string; type: ActionType; source: string; group?: string; page: string };

/** The nineteen lines the report gives, in its own words. Owner and dates are not stated for any; of four, nor is how far they were. */
export const planLines: PlanLine[] = [
  {
    title: 'Briefings on the key messages and learning from the reviews undertaken across 2019-21', statedStatus: 'delivered', type: 'communication', source: 'all-review-activity', page: reviewsPage,
    detail: 'Four briefings were delivered to 320 multi-agency professionals.',
  },
  {
    title: 'Neglect Training to re-launch the Neglect Statement of intent', statedStatus: 'commissioned and delivered', type: 'training', source: 'all-review-activity', page: reviewsPage,
  },
  { title: 'Further Neglect Active Learning for the 21-22 training programme', statedStatus: 'commissioned', type: 'training', source: 'all-review-activity', page: reviewsPage },
  { title: 'Review of assessment guidance', statedStatus: 'carried out', type: 'procedure', source: 'all-review-activity', group: 'tees-procedures', page: reviewsPage },
  { title: 'Review of the Children Returning Home procedure', statedStatus: 'carried out', type: 'procedure', source: 'all-review-activity', group: 'tees-procedures', page: reviewsPage },
  { title: 'Guidance for Complex Case Discussions', statedStatus: 'underway', type: 'procedure', source: 'all-review-activity', page: reviewsPage },
  { title: 'Training on Adverse Childhood Experiences in the 21-22 HSSCP training programme', statedStatus: 'to be commissioned', type: 'training', source: 'all-review-activity', page: reviewsPage },

  { title: 'Tees-wide Concealed Pregnancy procedure', statedStatus: 'developed', type: 'procedure', source: 'eve', page: evePage },
  { title: 'Guidance document on Working with Families who Find it Hard to Engage', statedStatus: 'developed', type: 'procedure', source: 'eve', page: evePage },
  {
    title: 'Review of the Tees Multi-Agency Recording Standards', statedStatus: 'took place', type: 'procedure', source: 'eve', page: evePage,
    detail: 'With additions being made around the recording of parental self-reporting.',
  },
  { title: 'Review of the Fabricated Induction of Illness procedure', statedStatus: 'underway', type: 'procedure', source: 'eve', page: evePage },
  {
    title: "Checklist between Children's and Adult services", statedStatus: 'developed', type: 'tool', source: 'eve', page: evePage,
    detail: 'To provide guidance regarding situations where there is a child(ren) with support, care or protection needs and a parent with care and support needs.',
  },
  { title: "Review and update of the 'Think Family' guidance", statedStatus: 'reviewed and updated', type: 'procedure', source: 'eve', page: evePage },

  {
    title: 'Review of provision re advocates and independent visitors', type: 'not_stated', source: 'placed-at-a-distance', group: 'placed-at-a-distance', page: enquiriesPage,
    detail: 'Resulting in a piece of work which looks at recruitment of Local Authority employees to the Independent Visitor role.',
  },
  {
    title: 'Review of existing policies/procedures in relation to placing children (out of area)', type: 'procedure', source: 'placed-at-a-distance', group: 'placed-at-a-distance', page: enquiriesPage,
    detail: 'To ensure that they are clear and easy to follow.',
  },
  { title: 'Review of existing templates (incorporating Value in Care / Words that Care)', type: 'tool', source: 'placed-at-a-distance', group: 'placed-at-a-distance', page: enquiriesPage },
  {
    title: 'Seven minute briefing / checklist on planning out of area placements', type: 'tool', source: 'placed-at-a-distance', group: 'placed-at-a-distance', page: enquiriesPage,
    detail: 'To share good practice and development areas in relation to planning out of area placements.',
  },

  {
    title: "Multi-agency Conference to raise awareness around Contextual Safeguarding, including 'missing'", statedStatus: 'delivered', type: 'training', source: 'missing', page: enquiriesPage,
    detail: 'Delivered in November 2020.',
  },
  { title: 'Dedicated Child Exploitation Team (CET) in the Police', statedStatus: 'in place', type: 'not_stated', source: 'missing', page: enquiriesPage },
];

const childMPage = 'Local Child Safeguarding Practice Review - Child M';

/** What the report says that reviews found, in its words. Themes are those it names. At which level, and when it was agreed, it does not state. */
export const reportedFindings: { key: string; source: string; text: string; themes: string[]; page: string }[] = [
  {
    key: 'fixed-thinking', source: 'child-m', page: childMPage, themes: ['Fixed thinking and safeguarding supervision'],
    text: "The cross-cutting theme of 'Fixed Thinking' was highlighted in aspects of multi-agency working which impacts upon professional's ability to understand risk, evaluate and integrate new information and reflect and challenge them selves on how this changes working hypotheses.",
  },
  {
    key: 'fathers', source: 'child-m', page: childMPage, themes: ['Father-inclusive practice'],
    text: "Child M's father was an integral member of the household; he was not an 'absent parent', yet his vulnerabilities and how these might impact upon parenting were absent from professional understanding and analysis.",
  },
  {
    key: 'self-report', source: 'child-m', page: childMPage, themes: ['Self-reported information'],
    text: "Child M's mother told professionals that there had been previous social work involvement with her eldest child but the case was closed. This led to new professionals being unaware there was ongoing social work involvement.",
  },
  {
    key: 'pre-birth', source: 'child-m', page: childMPage, themes: ['Evidence-based decision making', 'Adaptive, evidence-based decisions'],
    text: "For Child M, the elder sibling's case was due to close and therefore, with no ongoing concerns for the sibling, a pre-birth assessment was not considered.",
  },
  { key: 'step-down', source: 'alex', page: alexPage, themes: ['Step-down'], text: 'The review identified work for the partnership around step-down processes.' },
];
