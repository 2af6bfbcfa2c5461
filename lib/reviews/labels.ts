import { formatDate, nameOfMonth, partsOf, reportingYearOf } from '@/lib/dates/calendar-date';
import { areaNames } from '@/lib/partnership/labels';

/** The words on screen for everything coded about reviews, in the order they are offered. */

type Options = { value: string; label: string }[];
const options = (labels: Record<string, string>): Options => Object.entries(labels).map(([value, label]) => ({ value, label }));

export const reviewKindLabels = { rapid_review: 'Rapid review', lcspr: 'Local Child Safeguarding Practice Review', scr: 'Serious Case Review', local_learning_review: 'Local learning review' } as const;
export const reviewKindShort = { rapid_review: 'Rapid review', lcspr: 'LCSPR', scr: 'SCR', local_learning_review: 'Local learning review' } as const;
export const sourceKindLabels = { review: 'Review', audit: 'Multi-agency audit', line_of_enquiry: 'Line of enquiry', national_review: 'National review', inspection: 'Inspection', other: 'Other' } as const;

export const natureLabels = {
  death: 'Child death',
  serious_harm: 'Serious harm',
  other: 'Other',
  looked_after_death: 'Death of a looked-after child, abuse not suspected',
  care_leaver_death: 'Death of a care leaver up to and including age 24',
} as const;
export const ageBandLabels = { unborn: 'Unborn', under_1: 'Under 1', '1_to_5': '1 to 5', '6_to_10': '6 to 10', '11_to_15': '11 to 15', '16_to_17': '16 to 17', not_stated: 'Not stated' } as const;
export const yesNoUnclearLabels = { yes: 'Yes', no: 'No', unclear: 'Unclear' } as const;
export const genderLabels = { girl: 'Girl', boy: 'Boy', another: 'Another', not_known: 'Not known', not_stated: 'Not stated' } as const;

export const harmTypeLabels = {
  physical_abuse: 'Physical abuse',
  head_injury: 'Non-accidental or head injury',
  neglect: 'Neglect',
  sexual_abuse_in_family: 'Sexual abuse in the family',
  sexual_abuse_outside_family: 'Sexual abuse outside the family',
  sexual_exploitation: 'Child sexual exploitation',
  criminal_exploitation: 'Child criminal exploitation',
  youth_violence: 'Serious youth violence',
  self_harm: 'Self-harm or attempted suicide',
  suicide: 'Suicide',
  sudden_infant_death: 'Sudden unexpected death in infancy',
  ingestion: 'Medication or substance ingestion',
  fabricated_illness: 'Fabricated or induced illness, perplexing presentations',
  institution: 'Harm in an institution or placement',
  online: 'Online harm',
  not_known: 'Not known',
} as const;

/** ONS harmonised groups, as in the 2021 Census, with what a notification may not know yet. */
export const ethnicityLabels = {
  white_british: 'White: English, Welsh, Scottish, Northern Irish or British',
  white_irish: 'White: Irish',
  gypsy_irish_traveller: 'White: Gypsy or Irish Traveller',
  roma: 'White: Roma',
  white_other: 'White: any other',
  mixed_caribbean: 'Mixed or Multiple: White and Black Caribbean',
  mixed_african: 'Mixed or Multiple: White and Black African',
  mixed_asian: 'Mixed or Multiple: White and Asian',
  mixed_other: 'Mixed or Multiple: any other',
  indian: 'Asian or Asian British: Indian',
  pakistani: 'Asian or Asian British: Pakistani',
  bangladeshi: 'Asian or Asian British: Bangladeshi',
  chinese: 'Asian or Asian British: Chinese',
  asian_other: 'Asian or Asian British: any other',
  caribbean: 'Black, Black British: Caribbean',
  african: 'Black, Black British: African',
  black_other: 'Black, Black British: any other',
  arab: 'Other: Arab',
  other: 'Other: any other',
  prefer_not_to_say: 'Prefer not to say',
  not_known: 'Not known',
  not_yet_obtained: 'Not yet obtained (unborn or infant)',
  not_stated: 'Not stated',
} as const;

export const livingArrangementLabels = {
  parents: 'With a parent or parents',
  relatives: 'With relatives, kinship or special guardianship',
  foster_care: 'Foster care',
  childrens_home: 'Children’s home',
  private_fostering: 'Private fostering',
  supported: 'Supported or semi-independent',
  hospital: 'Hospital',
  temporary: 'Temporary accommodation',
  custody: 'Custody or secure setting',
  other: 'Another arrangement',
  not_known: 'Not known',
  not_stated: 'Not stated',
} as const;

export const careStatusLabels = {
  unknown_to_services: 'Not known to children’s social care',
  early_help: 'Early help or family help',
  assessment: 'Open assessment',
  child_in_need: 'Child in need',
  section_47: 'Section 47 enquiry',
  protection_plan: 'Child protection plan',
  looked_after: 'Looked after',
  care_leaver: 'Care leaver',
  closed: 'Closed or stepped down',
  other_authority: 'Known to another authority',
  not_known: 'Not known whether',
  not_stated: 'Not stated',
} as const;

export const settingLabels = { home: 'Home', placement: 'Placement', school: 'School or early years', community: 'Community', online: 'Online', institution: 'Institution', not_known: 'Not known', not_stated: 'Not stated' } as const;

export const outcomeLabels = {
  lcspr: 'Local Child Safeguarding Practice Review',
  no_lcspr: 'No LCSPR: the learning is complete',
  other_local_review: 'No LCSPR: another local review',
  join_existing: 'Join an existing or thematic LCSPR',
  not_serious_incident: 'Not a serious incident: notification withdrawn',
} as const;
export const outcomeShort = { lcspr: 'LCSPR', no_lcspr: 'No LCSPR', other_local_review: 'Another local review', join_existing: 'Joins another LCSPR', not_serious_incident: 'Withdrawn' } as const;
export const howLabels = { in_person: 'Recorded by the person', meeting: 'In a meeting', email: 'By e-mail', phone: 'By phone' } as const;

/** The tests of the guidance: what makes a serious case; what the partners must take into account; what they also look at. */
export const criterionLabels = {
  abuse_or_neglect: 'Abuse or neglect of a child is known or suspected',
  died_or_seriously_harmed: 'The child has died or been seriously harmed',
  improvements_needed: 'The case highlights improvements needed, including ones identified before',
  recurrent_themes: 'The case highlights recurrent themes',
  two_or_more_agencies: 'There are concerns about how two or more agencies worked together',
  panel_suggests_local: 'The National Panel has said a local review may be more appropriate',
  single_agency: 'There is concern about a single agency',
  no_agency_involvement: 'No agency was involved, and that is itself a concern',
  more_than_one_area: 'More than one council, police or health area is involved',
  institutional_setting: 'The case may raise issues about an institutional setting',
  national_importance: 'The case may be complex or of national importance',
} as const;
export const criterionGroups = [
  { title: 'A serious child safeguarding case', criteria: ['abuse_or_neglect', 'died_or_seriously_harmed'] },
  { title: 'What the safeguarding partners must take into account', criteria: ['improvements_needed', 'recurrent_themes', 'two_or_more_agencies', 'panel_suggests_local'] },
  { title: 'What they also look at', criteria: ['single_agency', 'no_agency_involvement', 'more_than_one_area', 'institutional_setting', 'national_importance'] },
] as const;

export const clockLabels = { notification: 'Notification', rapid_review: 'Rapid review', lcspr: 'LCSPR' } as const;
export const capacityLabels = { BU: 'Business unit', CL: 'Case review lead', LR: 'Lead reviewer', RP: 'Review panel member', ER: 'Engine Room member' } as const;

export const stageLabels = {
  notified: 'Notified, not opened yet',
  gathering: 'Rapid review under way',
  deciding: 'With the safeguarding partners',
  decided: 'Decided',
  sent: 'Complete, sent to the National Panel',
  under_way: 'Under way',
  undertaken: 'Undertaken',
  completed: 'Completed',
  published: 'Published',
  withdrawn: 'Withdrawn',
  not_stated: 'Not stated',
} as const;

/** The fields of each form by name, as the form calls them and as they are told to somebody who typed over an older version. */

export const notificationFields = {
  pseudonym: 'Pseudonym',
  nature: 'What happened',
  abuseSuspected: 'Is abuse or neglect known or suspected?',
  area: 'Where did it happen?',
  notifyingAgency: 'Council that notifies',
  setting: 'Setting',
  harmTypes: 'Kinds of harm',
  incidentOn: 'Date of the incident',
  awareOn: 'Date the council became aware',
  sentOn: 'Date the notification was sent to the National Panel',
  nationalReference: 'Reference on the national system',
  ageBand: 'Age at the incident',
  gender: 'Gender',
  ethnicity: 'Ethnic group',
  disability: 'Disabled child',
  livingArrangement: 'Where the child was living',
  careStatus: 'Known to children’s social care',
  outline: 'Outline of what happened',
  immediateSafety: 'What has been done to keep this child and other children safe',
  mediaInterest: 'Is there media interest?',
} as const;

/** The parts of a rapid review, in the order they are written and read. */
export const narrativeFields = {
  facts: 'The facts',
  immediateSafety: 'Immediate safety',
  agencyInvolvement: 'Agency involvement',
  contextAndInequality: 'Context and inequality',
  childsVoice: 'The child’s voice and lived experience',
  goodPractice: 'Good practice',
  learning: 'Learning already identified',
} as const;

export const factsFields = { meetingOn: 'Rapid review meeting', ...narrativeFields } as const;

export const because = 'Because';

/** An answer and a reason for each criterion. */
export const criteriaFields: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(criterionLabels).flatMap(([criterion, label]) => [[`answer-${criterion}`, label], [`reason-${criterion}`, `${because}: ${label}`]]),
);

export const openingFields = { openedOn: 'Opened on', meetingOn: factsFields.meetingOn, replyBy: 'Their reports are due' } as const;

export const askingFields = { askedOn: 'Asked on', replyBy: openingFields.replyBy } as const;

export const clockFields = { dueOn: 'Due instead on', reason: because } as const;

export const identityFields = { name: 'Child’s name', dateOfBirth: 'Date of birth', otherNames: 'Other names', address: 'Address', school: 'School or early years setting', family: 'Family and household' } as const;

export const replyFields = { repliedOn: 'Arrived on', nothingKnown: 'The agency knew nothing of the child or the family' } as const;

export const sendingFields = { sentOn: 'Rapid review and decision sent to the National Panel on' } as const;

/** For the timeline of a review: the words for what is coded, by column. */
export const historyWords = {
  criterion: criterionLabels, rule: clockLabels, capacity: capacityLabels, answer: yesNoUnclearLabels,
} as const;

/** What was just done, said back on the next page. */
export const saidLabels: Record<string, string> = {
  notified: 'The notification is recorded. This has not told the National Panel. The council does that on the national system.',
  'notification-changed': 'The notification is saved.',
  opened: 'The rapid review is open.',
  facts: 'The rapid review is saved.',
  criteria: 'The criteria are saved.',
  asked: 'The agencies are recorded as asked.',
  replied: 'The agency’s reply is recorded.',
  clock: 'The clock is changed. The computed date is kept beside it.',
  identity: 'The identifying details are saved, encrypted.',
  sent: 'It is recorded as sent to the National Panel.',
  'lcspr-opened': 'The LCSPR is open. Its six months run from the decision.',
  emergency: 'You have a place on this list for 72 hours. The chair of the Executive and the scrutineer are told.',
};

/** Where an incident happened is always known: *not stated* is for what a document leaves out. */
export const areaOptions = options(areaNames).filter((area) => area.value !== 'not_stated');
export const natureOptions = options(natureLabels);
export const ageBandOptions = options(ageBandLabels);
export const yesNoUnclearOptions = options(yesNoUnclearLabels);
export const genderOptions = options(genderLabels);
export const harmTypeOptions = options(harmTypeLabels);
export const ethnicityOptions = options(ethnicityLabels);
export const livingArrangementOptions = options(livingArrangementLabels);
export const careStatusOptions = options(careStatusLabels);
export const settingOptions = options(settingLabels);
export const outcomeOptions = options(outcomeLabels);
export const howOptions = options(howLabels);
export const capacityOptions = options(capacityLabels);

/** The word for a coded value, or the value itself where a list has lost it. */
export function wordFor(labels: Readonly<Record<string, string>>, value: string): string {
  return labels[value] ?? value.replaceAll('_', ' ');
}

/** When something happened, as exactly as it is known: a day, a month, a year, or only the reporting year ("in 2020-21"). */
export function periodWords(period: { from: string | null; precision: string | null }): string {
  if (!period.from) return 'Not stated';
  const { year, month } = partsOf(period.from);
  if (period.precision === 'day') return formatDate(period.from);
  if (period.precision === 'month') return `${nameOfMonth(month)} ${year}`;
  return period.precision === 'year' ? String(year) : `in ${reportingYearOf(period.from)}`;
}
