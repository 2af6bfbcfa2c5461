import { type CalendarDate, addDays } from '../../lib/dates/calendar-date';
import { isWorkingDay } from '../../lib/dates/holidays';
import { addMonthsClamped, addWorkingDays, subtractWorkingDays } from '../../lib/dates/working-days';
import type { AgeBand, Criterion, InterestOutcome, Nature, RapidReviewOutcome, SaidHow, YesNoUnclear } from '../schema';
import { onWorkingDay } from './loading';

/**
 * An invented present-day caseload, told from the day of loading so that every clock is alive. Nothing here happened to anybody:
 * coded circumstances only, invented agencies, invented people. It belongs to no real partnership's year.
 */

export type Notified = {
  incidentOn: CalendarDate; awareOn: CalendarDate; sentOn: CalendarDate; nationalReference?: string;
  nature: Nature; natureNow?: Nature; harmTypes: string[]; abuseSuspected: YesNoUnclear; ageBand: AgeBand; gender: string; ethnicity: string;
  disability: YesNoUnclear; livingArrangement: string; careStatus: string; setting: string; outline: string; immediateSafety: string; mediaInterest: YesNoUnclear;
};

type Request = { agency: string; askedOn: CalendarDate; dueOn: CalendarDate; repliedOn?: CalendarDate; remindedOn?: CalendarDate; nothingKnown?: true };
type View = { partner: 'council' | 'icb' | 'police'; view: RapidReviewOutcome | 'not_given'; reason: string; givenBy?: string; givenFor?: string; on: CalendarDate; how?: SaidHow; howNote?: string };
type Decided = {
  key: string; openedOn: CalendarDate; openedBy: string; recommended: RapidReviewOutcome; because: string;
  outcome?: RapidReviewOutcome; decidedOn?: CalendarDate; chair?: { by: string; reason: string }; supersedes?: { key: string; because: string }; views: View[];
};

export type ExampleReview = {
  key: string; title: string; recordedBy: string; notification: Notified;
  /** Obviously invented; sealed before it is stored. */
  identity: { name: string; bornOn: CalendarDate; family?: string };
  openedOn?: CalendarDate; meetingOn?: CalendarDate; sentToPanelOn?: CalendarDate;
  narrative?: Partial<Record<'facts' | 'immediateSafety' | 'agencyInvolvement' | 'contextAndInequality' | 'childsVoice' | 'goodPractice' | 'learning', string>>;
  criteria?: Partial<Record<Criterion, [YesNoUnclear, string]>>;
  requests?: Request[];
  decisions?: Decided[];
  places?: { person: string; capacity: 'BU' | 'CL' | 'LR' | 'RP' | 'ER'; reason: string; from: CalendarDate; to?: CalendarDate; grantedBy: string }[];
  interests?: { person: string; outcome: InterestOutcome; reason: string; on: CalendarDate; declaredBy: string; ended?: { on: CalendarDate; by: string; reason: string } }[];
};

export type ExamplePracticeReview = {
  key: string; title: string; summary: string; from: string; commissionedOn: CalendarDate;
  completedOn?: CalendarDate; published?: { on: CalendarDate; items: string };
  override?: { dueOn: CalendarDate; reason: string; by: string };
  places: NonNullable<ExampleReview['places']>;
};

export type ExampleSource = {
  key: string; kind: 'audit' | 'line_of_enquiry'; letters: 'AU' | 'LE'; title: string; summary: string;
  commissionedOn: CalendarDate; undertakenOn?: CalendarDate; completedOn?: CalendarDate;
};

/** Every criterion of the guidance answered: those that tell one review from another are given, the others are as here. */
const otherwise: Record<Criterion, [YesNoUnclear, string]> = {
  abuse_or_neglect: ['yes', 'Neglect is known or suspected from what the agencies have sent.'],
  died_or_seriously_harmed: ['yes', 'Serious harm as the guidance means it; recovery does not rule it out.'],
  improvements_needed: ['yes', 'Practice at the point of handover needs to improve, and has been said before.'],
  recurrent_themes: ['no', 'Nothing like it in the reviews of the last three years.'],
  two_or_more_agencies: ['yes', 'Three agencies worked with the family and each held a different part of the picture.'],
  panel_suggests_local: ['no', 'No reply from the National Panel so far.'],
  single_agency: ['no', 'The concern is about how agencies worked together.'],
  no_agency_involvement: ['no', 'Several agencies were involved.'],
  more_than_one_area: ['no', 'One council, one police force and one health area.'],
  institutional_setting: ['no', 'At home.'],
  national_importance: ['no', 'Local learning; nothing here asks for a change of law or national guidance.'],
};
const everyCriterion = (told: Partial<Record<Criterion, [YesNoUnclear, string]>> = {}) => ({ ...otherwise, ...told });

export function exampleReviews(today: CalendarDate): ExampleReview[] {
  const lastWorkingDay = isWorkingDay(today) ? today : subtractWorkingDays(today, 1);
  const back = (days: number) => subtractWorkingDays(lastWorkingDay, days);
  const ago = (days: number) => onWorkingDay(addDays(today, -days));
  const asked = (sentOn: CalendarDate, agencies: Record<string, number | null>, nothingKnown: string[] = []): Request[] =>
    Object.entries(agencies).map(([agency, repliedOnDay]) => ({
      agency,
      askedOn: addWorkingDays(sentOn, 1),
      dueOn: addWorkingDays(sentOn, 8),
      ...(repliedOnDay === null ? {} : { repliedOn: addWorkingDays(sentOn, repliedOnDay) }),
      ...(nothingKnown.includes(agency) ? { nothingKnown: true as const } : {}),
    }));

  // 1. Sent today; the rapid review is not open yet.
  const d = { sentOn: back(0), awareOn: back(2), incidentOn: back(3) };
  // 2. On day 2.
  const f = { sentOn: back(2), awareOn: back(5), incidentOn: back(6) };
  // 3. On day 9: two reports missing, one came late.
  const h = { sentOn: back(9), awareOn: back(12), incidentOn: back(14) };
  // 4. On day 14: two of three partners have given their view.
  const j = { sentOn: back(14), awareOn: back(17), incidentOn: back(24) };
  // 5. Decided on day 14 about five months ago: a practice review is under way.
  const n = { sentOn: ago(172), awareOn: subtractWorkingDays(ago(172), 3), incidentOn: subtractWorkingDays(ago(172), 4) };
  // 6. Decided in time, no practice review: the learning is in the plan.
  const p = { sentOn: ago(122), awareOn: subtractWorkingDays(ago(122), 4), incidentOn: subtractWorkingDays(ago(122), 5) };
  // 7. Late twice over: notified after five working days, decided on day 17; then decided again.
  const r = { sentOn: ago(76), awareOn: subtractWorkingDays(ago(76), 7), incidentOn: subtractWorkingDays(ago(76), 8) };
  // 8. Fourteen months ago: the partners disagreed, and the chair recorded the outcome.
  const vSent = onWorkingDay(addMonthsClamped(today, -14));
  const v = { sentOn: vSent, awareOn: subtractWorkingDays(vSent, 2), incidentOn: subtractWorkingDays(vSent, 2) };

  const rDecidedAgain = ago(20);

  return [
    {
      key: 'rr-d', title: 'Child D', recordedBy: 'sam',
      notification: {
        ...d, nature: 'serious_harm', harmTypes: ['neglect'], abuseSuspected: 'yes', ageBand: '6_to_10', gender: 'girl', ethnicity: 'white_british', disability: 'yes',
        livingArrangement: 'parents', careStatus: 'child_in_need', setting: 'home', mediaInterest: 'no',
        outline: 'Admitted to hospital with a condition that had not been treated. Several appointments were missed over the autumn. A child in need plan was in place.',
        immediateSafety: 'In hospital. A strategy meeting is arranged for tomorrow; a sibling is with a relative.',
      },
      identity: { name: 'Invented Example-Dove', bornOn: addDays(today, -2920) },
    },
    {
      key: 'rr-f', title: 'Child F', recordedBy: 'sam',
      notification: {
        ...f, nature: 'serious_harm', harmTypes: ['criminal_exploitation', 'youth_violence'], abuseSuspected: 'yes', ageBand: '16_to_17', gender: 'boy', ethnicity: 'mixed_caribbean', disability: 'no',
        livingArrangement: 'supported', careStatus: 'looked_after', setting: 'community', mediaInterest: 'yes',
        outline: 'Seriously injured away from his placement. Had been reported missing four times in the month before. Known to the youth justice service.',
        immediateSafety: 'A safe placement out of the area was found on the same day. Police and social care review the risk daily.',
      },
      identity: { name: 'Invented Example-Finch', bornOn: addDays(today, -6100), family: 'Mother: Invented Example-Finch' },
      openedOn: back(1),
      meetingOn: addWorkingDays(f.sentOn, 11),
      narrative: {
        facts: 'Looked after since last year. Moved placement twice in six months. Four missing episodes in the month before, each followed by an offer of a return interview.',
        immediateSafety: 'New placement since the day of the incident. Two other young people in the former placement have been seen.',
      },
      requests: asked(f.sentOn, { 'social-care': null, police: null, 'youth-justice': 2, 'nhs-trust': null, academies: null, 'mental-health': null }),
    },
    {
      key: 'rr-h', title: 'Child H', recordedBy: 'sam',
      notification: {
        ...h, nature: 'serious_harm', harmTypes: ['physical_abuse'], abuseSuspected: 'yes', ageBand: 'under_1', gender: 'not_stated', ethnicity: 'pakistani', disability: 'unclear',
        livingArrangement: 'parents', careStatus: 'early_help', setting: 'home', mediaInterest: 'unclear',
        outline: 'A baby seen at hospital with an injury that the first explanation did not account for. The family had stepped down from a child in need plan to early help two months before.',
        immediateSafety: 'The baby is with a foster carer under an interim order. An older sibling is with a grandparent; contact is supervised.',
      },
      identity: { name: 'Invented Example-Heron', bornOn: addDays(today, -210), family: 'Sibling: Invented Example-Heron; Father: Invented Example-Hawk' },
      openedOn: addWorkingDays(h.sentOn, 1),
      meetingOn: addWorkingDays(h.sentOn, 11),
      narrative: {
        facts: 'Stepped down from child in need to early help eight weeks before. The health visitor had recorded a new adult in the household; nobody else had. The last home visit by any agency was three weeks before.',
        immediateSafety: 'Both children are safe today. Open question: two cousins who stayed with the family at weekends have not been seen yet; social care visits tomorrow.',
        agencyInvolvement: 'Early help opened on the day the social worker closed, with one joint visit planned and not held. Health visiting saw the family monthly. Housing had two calls from neighbours and told nobody.',
        childsVoice: 'Too young to say. Health visiting notes describe a settled baby at six weeks and a watchful one at five months.',
        goodPractice: 'The hospital asked for a second opinion on the same day.',
      },
      criteria: {
        abuse_or_neglect: ['yes', 'The injury is not explained by the account first given.'],
        died_or_seriously_harmed: ['yes', 'Serious injury to a baby.'],
        improvements_needed: ['yes', 'The joint visit at step-down was planned and did not take place.'],
        recurrent_themes: ['yes', 'Step-down was a theme of Child P four months ago.'],
        two_or_more_agencies: ['unclear', 'Two reports are still to come.'],
      },
      requests: asked(h.sentOn, { 'social-care': 6, 'early-help': 7, 'community-health': 5, police: 8, 'nhs-trust': 9, housing: null, 'primary-school': null }).map((request) =>
        request.repliedOn ? request : { ...request, remindedOn: addWorkingDays(h.sentOn, 8) },
      ),
      places: [{ person: 'grace', capacity: 'ER', reason: 'Reads the health information with the case review lead', from: addWorkingDays(h.sentOn, 2), to: onWorkingDay(addDays(today, 40)), grantedBy: 'priya' }],
      interests: [{ person: 'daniel', outcome: 'stays', reason: 'Chaired the board that commissioned the health visiting service. It took no decision about this family.', on: addWorkingDays(h.sentOn, 3), declaredBy: 'daniel' }],
    },
    {
      key: 'rr-j', title: 'Sibling group J', recordedBy: 'sam',
      notification: {
        ...j, nature: 'serious_harm', harmTypes: ['neglect', 'sexual_abuse_in_family'], abuseSuspected: 'yes', ageBand: '11_to_15', gender: 'girl', ethnicity: 'white_british', disability: 'no',
        livingArrangement: 'relatives', careStatus: 'protection_plan', setting: 'home', mediaInterest: 'no',
        outline: 'Three siblings living with a relative. The eldest told a teacher of harm over several months. A child protection plan for neglect was in its second year.',
        immediateSafety: 'All three are with foster carers, together. The teacher who was told sees the eldest every week.',
      },
      identity: { name: 'Invented Example-Jay', bornOn: addDays(today, -4800), family: 'Two siblings: Invented Example-Jay, the second and the third' },
      openedOn: addWorkingDays(j.sentOn, 1),
      meetingOn: addWorkingDays(j.sentOn, 11),
      narrative: {
        facts: 'Placed with a relative two years ago. The plan named neglect and was reviewed on time. Its aims were carried over unchanged at four conferences. The eldest told a teacher, who acted on the same day.',
        immediateSafety: 'All three children are together with foster carers. No other child lived in the household.',
        agencyInvolvement: 'Social care visited as planned and mostly saw the children with the carer present. School recorded tiredness and changes of behaviour on eleven dates; these reached the core group twice. Health appointments were kept.',
        contextAndInequality: 'The carer was on a low income and had asked for help with housing. Agencies spoke of the carer as "coping well", and that became the reason to ask less.',
        childsVoice: 'The eldest said that nobody had asked her on her own. The younger two drew the house they would like.',
        goodPractice: 'The teacher listened, wrote down the words and called straight away.',
        learning: 'Seeing children alone; plans that repeat their aims; what school knows reaching the core group.',
      },
      criteria: everyCriterion({
        abuse_or_neglect: ['yes', 'Neglect was known; harm by a carer is suspected.'],
        recurrent_themes: ['yes', 'Plans for neglect that go on unchanged: also in the audit of this spring.'],
        national_importance: ['unclear', 'Kinship placements under a plan may be of wider interest.'],
      }),
      requests: asked(j.sentOn, { 'social-care': 6, academies: 5, 'community-health': 7, police: 7, housing: 8, 'mental-health': 4 }, ['mental-health']),
      decisions: [
        {
          key: 'decision-j', openedOn: addWorkingDays(j.sentOn, 12), openedBy: 'sam', recommended: 'lcspr',
          because: 'A plan for neglect in its second year with unchanged aims, and what the school knew did not reach those who decided. It is like Child P and the audit: understanding why needs more than fifteen days.',
          views: [
            { partner: 'council', view: 'lcspr', reason: 'We need to understand why four conferences carried the same aims over.', givenBy: 'helen', on: addWorkingDays(j.sentOn, 13) },
            { partner: 'police', view: 'lcspr', reason: 'Agreed. The criminal investigation can run beside it; we will name a contact.', givenBy: 'imran', on: addWorkingDays(j.sentOn, 14) },
          ],
        },
      ],
    },
    {
      key: 'rr-n', title: 'Child N', recordedBy: 'sam',
      notification: {
        ...n, nationalReference: 'EXAMPLE-0172', nature: 'death', harmTypes: ['neglect', 'sudden_infant_death'], abuseSuspected: 'unclear', ageBand: 'under_1', gender: 'boy', ethnicity: 'white_other', disability: 'no',
        livingArrangement: 'parents', careStatus: 'assessment', setting: 'home', mediaInterest: 'no',
        outline: 'A baby died at home. The cause is not known yet. An assessment was open after two contacts about home conditions.',
        immediateSafety: 'An older child is with relatives, with the parents\' agreement. Support is offered to the family by a bereavement nurse.',
      },
      identity: { name: 'Invented Example-Nightjar', bornOn: addDays(n.incidentOn, -120) },
      openedOn: addWorkingDays(n.sentOn, 1),
      meetingOn: addWorkingDays(n.sentOn, 10),
      sentToPanelOn: addWorkingDays(n.sentOn, 15),
      narrative: {
        facts: 'An assessment had been open for five weeks. Two home visits were made, neither with the father present. Safe sleep advice was given at the birth and not again after the family moved.',
        immediateSafety: 'The older child is safe and has been seen by a paediatrician.',
        agencyInvolvement: 'Midwifery handed over to health visiting by letter after the move; it arrived after the first visit was due. Social care and health visiting did not visit together.',
        contextAndInequality: 'The family moved twice in four months and lived in one room. English is the parents\' second language; an interpreter was used once.',
        childsVoice: 'What a day was like for a baby in one room is not described in any record.',
        goodPractice: 'The GP noticed the missing handover and rang.',
        learning: 'Handover when families move; fathers who are not asked; safe sleep advice repeated when the home changes.',
      },
      criteria: everyCriterion({ died_or_seriously_harmed: ['yes', 'A child has died.'], abuse_or_neglect: ['yes', 'Neglect is suspected as a contributory factor.'], recurrent_themes: ['yes', 'Handover and fathers: both are themes of Child V.'] }),
      requests: asked(n.sentOn, { 'social-care': 6, 'community-health': 8, 'nhs-trust': 7, police: 6, housing: 10, icb: 5 }),
      decisions: [
        {
          key: 'decision-n', openedOn: addWorkingDays(n.sentOn, 12), openedBy: 'sam', recommended: 'lcspr', because: 'The same two themes as an earlier review, one year on. What was put in place then did not hold when a family moved.',
          outcome: 'lcspr', decidedOn: addWorkingDays(n.sentOn, 14),
          views: [
            { partner: 'council', view: 'lcspr', reason: 'We have said this before. We need to know why it did not hold.', givenBy: 'laura', givenFor: 'helen', on: addWorkingDays(n.sentOn, 13) },
            { partner: 'icb', view: 'lcspr', reason: 'The handover between two health teams is the centre of it.', givenBy: 'daniel', on: addWorkingDays(n.sentOn, 13) },
            { partner: 'police', view: 'lcspr', reason: 'Agreed at the meeting.', givenBy: 'imran', on: addWorkingDays(n.sentOn, 14), how: 'meeting', howNote: 'Partners\' meeting, minute 4' },
          ],
        },
      ],
      places: [{ person: 'fiona', capacity: 'LR', reason: 'Appointed lead reviewer: reads the rapid review it came from', from: addWorkingDays(n.sentOn, 30), to: addDays(today, 120), grantedBy: 'priya' }],
    },
    {
      key: 'rr-p', title: 'Child P', recordedBy: 'sam',
      notification: {
        ...p, nationalReference: 'EXAMPLE-0122', nature: 'serious_harm', harmTypes: ['neglect'], abuseSuspected: 'yes', ageBand: '1_to_5', gender: 'boy', ethnicity: 'african', disability: 'yes',
        livingArrangement: 'parents', careStatus: 'closed', setting: 'home', mediaInterest: 'no',
        outline: 'A young child with a learning disability found alone and unwell. Stepped down from a child in need plan seven weeks before, on the day the key worker left.',
        immediateSafety: 'With foster carers. A sibling is with them. Both go to the same nursery as before.',
      },
      identity: { name: 'Invented Example-Plover', bornOn: addDays(p.incidentOn, -1300) },
      openedOn: addWorkingDays(p.sentOn, 1),
      meetingOn: addWorkingDays(p.sentOn, 9),
      sentToPanelOn: addWorkingDays(p.sentOn, 14),
      narrative: {
        facts: 'The family stepped down on the day the key worker left. The early help plan had one named worker, who was on leave. The housing officer had three concerns on record.',
        immediateSafety: 'Both children have been seen and are safe.',
        agencyInvolvement: 'Social care, early help, nursery and housing each recorded home conditions in their own words. Nobody used the neglect tool.',
        contextAndInequality: 'The child\'s disability was given as the reason for what was seen, and this was not tested.',
        childsVoice: 'The nursery knows how he shows that he is tired or hungry. It was not asked.',
        goodPractice: 'The nursery rang on the first morning he did not come.',
        learning: 'Step-down on the day a worker leaves; one tool for neglect; what housing knows.',
      },
      criteria: everyCriterion({ improvements_needed: ['yes', 'Known already: step-down and the neglect tool. The plan can start at once.'], recurrent_themes: ['yes', 'Step-down was named in an audit.'] }),
      requests: asked(p.sentOn, { 'social-care': 6, 'early-help': 6, housing: 7, academies: 8, 'community-health': 5, police: 4 }, ['police']),
      decisions: [
        {
          key: 'decision-p', openedOn: addWorkingDays(p.sentOn, 11), openedBy: 'sam', recommended: 'no_lcspr', because: 'The rapid review found what needs to change and who changes it. A longer review would be unlikely to add to it.',
          outcome: 'no_lcspr', decidedOn: addWorkingDays(p.sentOn, 13),
          views: [
            { partner: 'council', view: 'no_lcspr', reason: 'The learning is clear and we can act on it now.', givenBy: 'helen', on: addWorkingDays(p.sentOn, 12) },
            { partner: 'icb', view: 'no_lcspr', reason: 'Agreed, provided that step-down is audited within the year.', givenBy: 'daniel', on: addWorkingDays(p.sentOn, 12) },
            { partner: 'police', view: 'no_lcspr', reason: 'Agreed.', givenBy: 'imran', on: addWorkingDays(p.sentOn, 13), how: 'email', howNote: 'E-mail to the business manager' },
          ],
        },
      ],
    },
    {
      key: 'rr-r', title: 'Child R', recordedBy: 'priya',
      notification: {
        ...r, nationalReference: 'EXAMPLE-0076', nature: 'serious_harm', harmTypes: ['ingestion'], abuseSuspected: 'unclear', ageBand: '1_to_5', gender: 'girl', ethnicity: 'white_british', disability: 'no',
        livingArrangement: 'parents', careStatus: 'unknown_to_services', setting: 'home', mediaInterest: 'unclear',
        outline: 'A young child became seriously unwell after reaching an adult\'s medicine at home. Has recovered. The family was known to health and to an adult treatment service.',
        immediateSafety: 'Home with a safety plan. Medicines are in a locked box; the health visitor has seen it.',
      },
      identity: { name: 'Invented Example-Robin', bornOn: addDays(r.incidentOn, -900) },
      openedOn: addWorkingDays(r.sentOn, 3),
      meetingOn: addWorkingDays(r.sentOn, 14),
      sentToPanelOn: addWorkingDays(r.sentOn, 17),
      narrative: {
        facts: 'The adult treatment service gave advice on storage at the first appointment. Health visiting did not know of the treatment. The two records never met.',
        immediateSafety: 'The child is well. A sibling has been seen.',
        agencyInvolvement: 'Adult treatment, health visiting and the GP. Children\'s social care was not involved before.',
        learning: 'Services for adults asking about children at home; storage advice at the first home visit.',
      },
      criteria: everyCriterion({
        abuse_or_neglect: ['yes', 'Neglect is suspected; one agency saw an accident, and its view is kept.'],
        two_or_more_agencies: ['yes', 'Two health services and a GP, each with a part.'],
        no_agency_involvement: ['unclear', 'No involvement of social care, which may itself be a concern.'],
        panel_suggests_local: ['yes', 'Its reply asks the partners to think again.'],
      }),
      interests: [{
        person: 'imran', outcome: 'steps_back', reason: 'Supervised an officer who attended.', on: addWorkingDays(r.sentOn, 2), declaredBy: 'imran',
        ended: { on: addWorkingDays(r.sentOn, 6), by: 'priya', reason: 'The officer was of another team' },
      }],
      requests: asked(r.sentOn, { 'community-health': 9, 'mental-health': 12, icb: 11, police: 6, 'nhs-trust': 8 }),
      decisions: [
        {
          key: 'decision-r-first', openedOn: addWorkingDays(r.sentOn, 14), openedBy: 'priya', recommended: 'no_lcspr', because: 'The storage advice can be put right at once by two services.',
          outcome: 'no_lcspr', decidedOn: addWorkingDays(r.sentOn, 17),
          chair: { by: 'eleanor', reason: 'Two partners agree and the third could not be reached before the fifteenth day had passed. Waiting longer would have kept the action back.' },
          views: [
            { partner: 'council', view: 'no_lcspr', reason: 'The two services know what to change.', givenBy: 'helen', on: addWorkingDays(r.sentOn, 15) },
            { partner: 'icb', view: 'no_lcspr', reason: 'Agreed.', givenBy: 'daniel', on: addWorkingDays(r.sentOn, 17), how: 'phone', howNote: 'Telephone call with the business manager' },
            { partner: 'police', view: 'not_given', reason: 'The decision-maker was on leave and the deputy was giving evidence in court.', on: addWorkingDays(r.sentOn, 17), how: 'meeting', howNote: 'Recorded by the business manager after two calls' },
          ],
        },
        {
          key: 'decision-r-second', openedOn: ago(27), openedBy: 'priya', recommended: 'lcspr', because: 'The National Panel does not agree that nothing more can be learnt about services for adults and children at home.',
          outcome: 'lcspr', decidedOn: rDecidedAgain, supersedes: { key: 'decision-r-first', because: "The National Panel's reply: it disagreed and asked the partners to decide again." },
          views: [
            { partner: 'council', view: 'lcspr', reason: 'Having read the reply, we agree.', givenBy: 'helen', on: ago(23) },
            { partner: 'icb', view: 'lcspr', reason: 'Adult services should be part of it from the start.', givenBy: 'daniel', on: ago(22) },
            { partner: 'police', view: 'lcspr', reason: 'Agreed.', givenBy: 'imran', on: rDecidedAgain },
          ],
        },
      ],
    },
    {
      key: 'rr-v', title: 'Child V', recordedBy: 'priya',
      notification: {
        ...v, nationalReference: 'EXAMPLE-0425', nature: 'serious_harm', harmTypes: ['physical_abuse', 'neglect'], abuseSuspected: 'yes', ageBand: '1_to_5', gender: 'not_stated', ethnicity: 'mixed_asian', disability: 'no',
        livingArrangement: 'parents', careStatus: 'child_in_need', setting: 'home', mediaInterest: 'yes',
        outline: 'A young child seriously harmed at home. A child in need plan was in place. What one agency was told by a parent was taken as fact by the next.',
        immediateSafety: 'With relatives under a court order. A sibling lives with them.',
      },
      identity: { name: 'Invented Example-Vireo', bornOn: addDays(v.incidentOn, -1100) },
      openedOn: addWorkingDays(v.sentOn, 1),
      meetingOn: addWorkingDays(v.sentOn, 10),
      sentToPanelOn: addWorkingDays(v.sentOn, 15),
      narrative: {
        facts: 'A child in need plan had been open for five months. A parent said that an earlier plan had been closed; three records repeat it, and none says who checked.',
        agencyInvolvement: 'Social care, health visiting, nursery and police. The father lived in the home and was spoken to once.',
        goodPractice: 'The nursery kept a dated record of what it saw.',
        learning: 'Where information comes from; fathers; supervision that asks what a day is like for the child.',
      },
      criteria: everyCriterion({ panel_suggests_local: ['yes', 'It wrote that a local review would be proportionate.'] }),
      requests: asked(v.sentOn, { 'social-care': 7, 'community-health': 6, police: 8, academies: 7, icb: 9 }),
      decisions: [
        {
          key: 'decision-v', openedOn: addWorkingDays(v.sentOn, 12), openedBy: 'priya', recommended: 'lcspr', because: 'Information passed on as fact between four agencies: how that came about is not answered by the rapid review.',
          outcome: 'lcspr', decidedOn: addWorkingDays(v.sentOn, 15),
          chair: { by: 'eleanor', reason: 'Two partners see more to be learnt and the criteria are met. The council\'s view that the actions should start at once is met by starting them beside the review. Its dissent is recorded.' },
          views: [
            { partner: 'council', view: 'no_lcspr', reason: 'The actions are clear. A review should not hold them up.', givenBy: 'helen', on: addWorkingDays(v.sentOn, 13) },
            { partner: 'icb', view: 'lcspr', reason: 'We do not understand why three records repeat what nobody checked.', givenBy: 'daniel', on: addWorkingDays(v.sentOn, 14) },
            { partner: 'police', view: 'lcspr', reason: 'The criteria are met, and it has come up before.', givenBy: 'imran', on: addWorkingDays(v.sentOn, 14) },
          ],
        },
      ],
    },
  ];
}

export function examplePracticeReviews(today: CalendarDate, reviews: ExampleReview[]): ExamplePracticeReview[] {
  const initiated = (key: string) => {
    const decision = reviews.find((review) => review.key === key)?.decisions?.at(-1);
    if (!decision?.decidedOn) throw new Error(`Nothing was decided for ${key}`);
    return decision.decidedOn;
  };
  const n = initiated('rr-n');
  const v = initiated('rr-v');
  return [
    {
      key: 'lcspr-n', from: 'rr-n', title: 'Child N', commissionedOn: n,
      summary: 'How handover holds, or does not, when a family moves. With practitioners of two health teams, social care and housing.',
      override: { dueOn: onWorkingDay(addMonthsClamped(n, 8)), reason: 'An inquest is listed for next month and the coroner has asked that nothing is published before it. The National Panel was told in writing.', by: 'priya' },
      places: [
        { person: 'fiona', capacity: 'LR', reason: 'Appointed lead reviewer by the safeguarding partners', from: onWorkingDay(addDays(n, 20)), to: onWorkingDay(addDays(today, 120)), grantedBy: 'priya' },
        { person: 'tariq', capacity: 'RP', reason: 'Sits on the review panel for education', from: onWorkingDay(addDays(n, 28)), to: onWorkingDay(addDays(today, 120)), grantedBy: 'priya' },
        { person: 'sam', capacity: 'CL', reason: 'Recorded the rapid review it came from', from: n, grantedBy: 'priya' },
      ],
    },
    {
      key: 'lcspr-r', from: 'rr-r', title: 'Child R', commissionedOn: initiated('rr-r'),
      summary: 'Services for adults, and the children they do not see. A lead reviewer is being sought.',
      places: [],
    },
    {
      key: 'lcspr-v', from: 'rr-v', title: 'Child V', commissionedOn: v, completedOn: onWorkingDay(addDays(addMonthsClamped(v, 4), 10)), published: { on: onWorkingDay(addDays(addMonthsClamped(v, 4), 28)), items: 'Report; seven-minute briefing' },
      summary: 'How what a parent said became what every agency knew, and what was not asked of the father.',
      places: [],
    },
  ];
}

export function exampleSources(today: CalendarDate): ExampleSource[] {
  const ago = (days: number) => onWorkingDay(addDays(today, -days));
  return [
    {
      key: 'audit-pre-birth', kind: 'audit', letters: 'AU', title: 'Pre-birth assessment where a sibling is known', commissionedOn: ago(220), undertakenOn: ago(190), completedOn: ago(160),
      summary: 'Twelve records read by six agencies. In five, the sibling\'s history was not asked for before the birth.',
    },
    {
      key: 'enquiry-missing', kind: 'line_of_enquiry', letters: 'LE', title: 'Children who go missing more than once', commissionedOn: ago(240), completedOn: ago(95),
      summary: 'What children say in return interviews, who hears it, and what happens next. With fourteen practitioners and an independent critical friend.',
    },
  ];
}
