import { createHash } from 'node:crypto';
import type { actionAgencies, actions, actionSources, ActionType, evidence, EvidenceKind, EvidenceLevel, reviews, SourceKind, sources, updates } from '../../db/schema';
import { addDays, type CalendarDate } from '../../lib/dates/calendar-date';

/** Whom the actions are given to: agencies, groups and people that are there already. The first agency takes part in two thirds of them. */
export type Cast = { agencies: { id: string; name: string }[]; groups: { id: string }[]; people: { id: string; agencyId: string; post: string }[] };

type Rows<Table extends { $inferInsert: unknown }> = Table['$inferInsert'][];
export type LargePlan = {
  sources: Rows<typeof sources>; reviews: Rows<typeof reviews>; actions: Rows<typeof actions>; actionSources: Rows<typeof actionSources>;
  actionAgencies: Rows<typeof actionAgencies>; updates: Rows<typeof updates>; evidence: Rows<typeof evidence>;
};

export type PlanSize = { actions: number; /** Reviews, audits and lines of enquiry that they come from. */ sources: number };

/** Every block of this many actions holds the same situations in the same shares, so that a filter finds the same share of a plan of any size. */
const block = 200;

/**
 * A plan of any size, the same every time: for one day, one cast and one size there is one plan. Its texts are as long as those that
 * partnerships write, and nobody in them exists.
 */
export function planOf(size: PlanSize, cast: Cast, today: CalendarDate, firstNumber: number): LargePlan {
  const plan: LargePlan = { sources: [], reviews: [], actions: [], actionSources: [], actionAgencies: [], updates: [], evidence: [] };
  for (let number = 0; number < size.sources; number += 1) addSource(plan, number, today);
  for (let number = 0; number < size.actions; number += 1) addAction(plan, number, { size, cast, today, firstNumber });
  return plan;
}

const sourceKinds: SourceKind[] = ['review', 'audit', 'review', 'line_of_enquiry', 'review'];

function addSource(plan: LargePlan, number: number, today: CalendarDate) {
  const kind = sourceKinds[number % sourceKinds.length]!;
  const id = idOf('source', number);
  const year = 2020 + (number % 6);
  const common = { id, kind, area: 'other' as const, reportingYear: `${year}-${String(year + 1).slice(2)}`, summary: text(number, 3), example: true };
  if (kind === 'review') {
    const published = number % 2 === 0 ? addDays(today, -30 - (number % 900)) : null;
    plan.sources.push({
      ...common, reference: `RR-${year}-X${String(number).padStart(5, '0')}`, title: `Example child ${number + 1}`, reviewId: id,
      publishedFrom: published, publishedTo: published, publishedPrecision: published ? 'day' : null,
    });
    plan.reviews.push({ id, kind: number % 10 === 0 ? 'lcspr' : 'rapid_review', guidanceEdition: 'WT 2026' });
  } else {
    plan.sources.push({ ...common, reference: `${kind === 'audit' ? 'AUD' : 'LOE'}-${year}-X${String(number).padStart(5, '0')}`, title: `Example: ${themes[number % themes.length]}` });
  }
}

type Where = { size: PlanSize; cast: Cast; today: CalendarDate; firstNumber: number };

function addAction(plan: LargePlan, number: number, { size, cast, today, firstNumber }: Where) {
  // 77 shares no factor with 200: neighbours differ, and every block of 200 still holds every place once.
  const place = (number * 77) % block;
  const day = (days: number) => addDays(today, days);
  const spread = Math.floor(number / block) + place;
  const lead = cast.agencies[0]!;
  const others = cast.agencies.slice(1);
  const leads = place % 20 < 5;
  const owning = leads ? lead : others[(spread * 7) % others.length]!;
  const staff = cast.people.filter((person) => person.agencyId === owning.id);
  const owner = staff[spread % Math.max(1, staff.length)];
  const id = idOf('action', number);
  const proposed = -420 - (spread % 90);
  const situation = situationOf(place, spread);
  const accepted = situation.checked !== undefined;

  plan.actions.push({
    id, reference: `A-${String(firstNumber + number).padStart(3, '0')}`, title: titleOf(number), detail: text(number, 4), intendedOutcome: text(number + 7, 2), measure: measures[number % measures.length],
    type: types[number % types.length]!, area: 'other', ownerAgencyId: situation.nobody ? null : owning.id, ownerPost: situation.nobody ? null : (owner?.post ?? 'Head of service'),
    ownerPersonId: situation.nobody ? null : (owner?.id ?? null), accountableGroupId: cast.groups[spread % cast.groups.length]!.id,
    proposedOn: day(proposed), agreedOn: situation.proposal ? null : day(proposed + 14), firstDueOn: day(situation.due - (situation.moves ?? 0) * 60), dueOn: day(situation.due), moves: situation.moves ?? 0,
    lastUpdateOn: situation.proposal ? null : day(situation.heard), completeOn: accepted ? day(situation.checked! - 10) : null, completeSaidById: accepted ? (owner?.id ?? null) : null,
    checkedOn: accepted ? day(situation.checked!) : null, checkedById: accepted ? (cast.people.find((person) => person.id !== owner?.id)?.id ?? null) : null, closedOn: situation.closed ? day(situation.checked! + 5) : null,
    example: true,
  });

  const from = new Set([number % size.sources, ...(place % 3 === 0 ? [(number * 13 + 5) % size.sources] : [])]);
  for (const source of from) plan.actionSources.push({ id: idOf('link', number, source), actionId: id, sourceId: idOf('source', source) });

  const contributing = new Set([...(place % 20 >= 5 && place % 20 < 13 ? [lead.id] : []), ...(place % 4 === 0 ? [others[(spread * 3 + 1) % others.length]!.id] : [])]);
  contributing.delete(owning.id);
  for (const agencyId of contributing) plan.actionAgencies.push({ id: idOf('contributes', number, agencyId), actionId: id, agencyId, contribution: 'in_progress' });

  if (!situation.proposal) plan.updates.push({ id: idOf('update', number), actionId: id, text: text(number + 3, 3), nextStep: text(number + 5, 1), saidOn: day(situation.heard), saidById: owner?.id, recordedById: owner?.id });
  if (place % 2 === 0 && !situation.proposal) {
    const by = cast.people[spread % cast.people.length]!;
    plan.evidence.push({
      id: idOf('evidence', number), actionId: id, kind: kinds[number % kinds.length]!, level: levels[spread % levels.length]!, title: titleOf(number + 11), detail: text(number + 2, 1), datedOn: day(situation.heard),
      addedById: by.id, checkedOn: place % 4 === 0 ? day(situation.heard + 7) : null, checkedById: place % 4 === 0 ? cast.people.find((person) => person.id !== by.id)!.id : null,
    });
  }
}

type Situation = { due: number; heard: number; moves?: number; nobody?: true; proposal?: true; checked?: number; closed?: true };

/** Of 200: 80 red, 30 amber, 50 green (10 of them checked), 20 grey, 20 blue. Days from today. */
function situationOf(place: number, spread: number): Situation {
  const far = 60 + (spread % 240);
  if (place < 60) return { due: -1 - (spread % 390), heard: -20 - (spread % 100) };
  if (place < 72) return { due: far, heard: -10, moves: 2 + (spread % 2) };
  if (place < 80) return { due: far, heard: -30, nobody: true };
  if (place < 95) return { due: 1 + (spread % 28), heard: -50 - (spread % 60) };
  if (place < 110) return { due: far, heard: -12, moves: 1 };
  if (place < 150) return { due: far, heard: -5 - (spread % 30) };
  if (place < 170) return { due: far, heard: -1, proposal: true };
  if (place < 190) return { due: -100 - (spread % 200), heard: -110 - (spread % 200), checked: -60 - (spread % 40), closed: true };
  return { due: -20 - (spread % 100), heard: -40, checked: -8 - (spread % 20) };
}

/** The same identifier for the same thing, every time. */
function idOf(...what: (string | number)[]): string {
  const hex = createHash('sha256').update(what.join(':')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function titleOf(number: number): string {
  return `${beginnings[number % beginnings.length]} ${objects[Math.floor(number / beginnings.length) % objects.length]} ${places[Math.floor(number / 5) % places.length]}`;
}

function text(number: number, count: number): string {
  return Array.from({ length: count }, (_, place) => sentences[(number * 7 + place * 5 + Math.floor(number / sentences.length)) % sentences.length]).join(' ');
}

const types: ActionType[] = ['procedure', 'training', 'tool', 'audit', 'supervision', 'pathway', 'commissioning', 'data', 'information_sharing', 'communication', 'single_agency'];
const kinds: EvidenceKind[] = ['procedure', 'minute', 'training_record', 'audit', 'dip_sample', 'data', 'survey', 'supervision', 'family_feedback'];
const levels: EvidenceLevel[] = ['done', 'reached', 'understood', 'seen_in_practice', 'better_for_children'];

const themes = ['return home interviews', 'self-reported information', 'children seen alone', 'fathers and partners', 'step-down from plans', 'neglect over time', 'pre-birth assessment', 'attendance and safety'];
const beginnings = ['Agree and publish', 'Bring into daily use', 'Test with practitioners', 'Rewrite with families', 'Check in a dip sample', 'Train every new starter in', 'Put into the case record', 'Report each quarter on', 'Review after six months', 'Share across agencies', 'Put before the managers'];
const objects = [
  'the step-down checklist', 'one word list for self-reported facts', 'the neglect tool', 'the pathway for unseen children', 'the pre-birth planning meeting', 'the question on who else lives in the home',
  'the record of the child’s own words', 'the script for calls out of hours', 'the attendance list for children on plans', 'the letter to families', 'the chronology of missing episodes', 'the supervision template', 'the guide to bruising in babies',
];
const places = ['in every team', 'for children under one', 'across health and social care', 'in schools and early years', 'with housing and probation', 'for children who move between areas', 'at each review'];
const measures = ['Dip sample of 40 records each quarter', 'Share of step-downs with a joint meeting before the date', 'Practitioners who can say what they would do differently', 'Contacts received in a quarter, against the quarter before', 'Children whose own words are in the latest assessment'];
const sentences = [
  'The team managers have agreed who does this, and the first month’s records show that most practitioners have begun.',
  'Two agencies have changed their own procedure; the third waits for its policy group, which meets again next month.',
  'A dip sample of twelve records found the new heading used in seven, and in four of those with the child’s own words.',
  'Practitioners told us that the form asks too early, before they have met the family, so the question has moved to the second visit.',
  'The training was given four times, to a hundred and six people from nine agencies, and the next dates are in the calendar.',
  'Families who were asked said that they had not known who would visit next, and that a name and a telephone number would have helped.',
  'The record system cannot hold the date of the check yet; until it can, it is written into the summary of the case.',
  'Health visitors and family practitioners now visit together before a plan ends, and write one note that both records hold.',
  'Attendance is shared each week for every child on a plan, and a fall of more than a fifth leads to a call on the same day.',
  'It is done when a practitioner in any agency can find out within one working day who else is working with the child.',
  'Supervisors ask at every session what a day is like for this child, and the answer is written down in plain words.',
  'The group has looked at what other partnerships do, and has chosen the shorter of two tools because it is used again more often.',
  'Nobody has yet looked at whether it changes anything for children; that is planned for the spring, with the same twelve families.',
  'The link between housing officers and early help has been named, and fifteen contacts came in its first quarter.',
];
