import { addDays, daysBetween, formatDate, formatDateShort, formatDateWithDay, nameOfWeekday, todayInEngland, weekdayOf, type CalendarDate } from '@/lib/dates/calendar-date';
import { topicNames } from '@/lib/assurance/challenges/labels';
import type { ChallengeListed, ChallengesToDo } from '@/lib/assurance/challenges/queries';
import type { ActionListed, MyActions } from '@/lib/plan/queries';
import { accepterLabels } from '@/lib/recommendations/labels';
import type { RecommendationListed } from '@/lib/recommendations/queries';
import { accepterOf, inOneLine } from '@/lib/recommendations/rules';
import { decidedLabels, matterWords } from '@/lib/reviews/decisions/labels';
import type { DecisionWaiting } from '@/lib/reviews/decisions/queries';
import { pageOfDecision } from '@/lib/reviews/decisions/rules';
import { clockLabels, wordFor } from '@/lib/reviews/labels';
import type { ClockDue } from '@/lib/reviews/queries';

/** What the first screen draws on. `worksOn` says whether a review's clock is the reader's to meet. */
export type Doing = { clocks: ClockDue[]; decisions: DecisionWaiting[]; actions: MyActions; toAccept: RecommendationListed[]; challenges: ChallengesToDo; worksOn(clock: ClockDue): boolean };

export type ToDo = {
  key: string;
  /** The day by which it is to be done; null where it only waits, since `since`. */
  on: string | null;
  since: string | null;
  title: string;
  href: string;
  soft: string[];
  rag: Pick<ActionListed, 'rag' | 'because'> | null;
  action: { href: string; label: string };
};

/** Everything the reader has to do: what has a day, in the order it falls due, then what waits without one, the longest first. */
export function whatToDo(doing: Doing, today: CalendarDate): { due: ToDo[]; waiting: ToDo[] } {
  const { actions } = doing;
  const mine = doing.decisions.filter((decision) => decision.todo !== null);
  const told = new Set(mine.filter(isOutcome).map((decision) => decision.reference));
  const all = [
    ...mine.map((decision) => decisionToDo(decision, doing.clocks)),
    ...doing.clocks.filter((clock) => doing.worksOn(clock) && !(clock.rule === 'rapid_review' && told.has(clock.reference))).map((clock) => clockToDo(clock, doing.decisions)),
    ...actions.mine.map((action) => actionToDo(action, { href: `/plan/${action.reference}#update`, label: 'Update' }, { on: action.dueOn })),
    // Its own date is what the owner had to meet: only once that is past is the check what it waits for.
    ...actions.toCheck.map((action) => actionToDo(action, { href: `/plan/${action.reference}/check`, label: 'Check' }, { on: isPast(action.dueOn, today) ? action.dueOn : null, since: action.completeOn, why: 'Said to be complete' })),
    ...actions.toAgree.map((action) => actionToDo(action, { href: `/plan/${action.reference}/agree`, label: 'Agree' }, { on: null, since: action.proposedOn, why: `Proposed${action.dueOn ? `, due ${formatDateWithDay(action.dueOn, today)}` : ''}` })),
    ...actions.toDecide.map(({ action, kind, askedOn, askedByName, wantedOn }) => ({
      ...actionToDo(action, { href: `/plan/${action.reference}/answer`, label: 'Decide' }, { on: null, since: askedOn, why: `${askedByName} asks for ${askedFor(kind, wantedOn, today)}` }), key: `Decide-${kind}-${action.reference}`,
    })),
    ...actions.ownerNeeded.map((action) => actionToDo(action, { href: `/plan/${action.reference}/owner`, label: 'Name an owner' }, { on: null, why: action.ownerLeft ? `Owner needed: ${action.ownerPersonName} has left` : 'Owner needed' })),
    ...actions.toCheckAgain.map((action) => actionToDo(action, { href: `/plan/${action.reference}/second-check`, label: 'Look again' }, { on: action.nextCheckOn, why: 'Second check: is what was done still in place?' })),
    ...doing.toAccept.map(draftToDo),
    ...doing.challenges.toAnswer.map((challenge) => challengeToDo(challenge, { on: challenge.dueOn, since: null }, 'Answer')),
    ...doing.challenges.toClose.map((challenge) => challengeToDo(challenge, { on: null, since: challenge.answeredOn }, 'Close')),
  ];
  return {
    due: all.filter((item) => item.on !== null).sort((a, b) => order(a.on, b.on)),
    waiting: all.filter((item) => item.on === null).sort((a, b) => order(a.since, b.since)),
  };
}

const isPast = (day: string | null, today: string) => day !== null && day < today;
const order = (a: string | null, b: string | null) => ((a ?? '9999') < (b ?? '9999') ? -1 : (a ?? '9999') > (b ?? '9999') ? 1 : 0);

/** "Today", "Wed 25 Nov", "4 days late", "Since 20 Nov": when something falls due, as a colleague would say it. */
export function whenOf({ on, since }: Pick<ToDo, 'on' | 'since'>, today: CalendarDate): { when: string; late: boolean } {
  if (on === null) return { when: since === null ? 'No date' : since === today ? 'Since today' : `Since ${formatDateShort(since, today)}`, late: false };
  const days = daysBetween(today, on);
  if (days < 0) return { when: days === -1 ? '1 day late' : `${-days} days late`, late: true };
  return { when: days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `${nameOfWeekday(on).slice(0, 3)} ${formatDateShort(on, today)}`, late: false };
}

/** "3 things are due this week, 1 is late, 2 more wait for you": the one sentence under the heading. A week ends on Sunday; `cappedAt` is how many of each kind were read, where there may be more. */
export function inOneSentence({ due, waiting }: { due: Pick<ToDo, 'on'>[]; waiting: unknown[] }, today: CalendarDate, cappedAt?: number): string {
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
  const late = due.filter((item) => isPast(item.on, today)).length;
  const week = due.filter((item) => !isPast(item.on, today) && item.on! <= sunday).length;
  const next = due.find((item) => item.on! > sunday)?.on;
  const parts = [
    week > 0 ? `${week} ${week === 1 ? 'thing is' : 'things are'} due this week` : null,
    late > 0 ? `${late}${week > 0 ? '' : late === 1 ? ' thing' : ' things'} ${late === 1 ? 'is' : 'are'} late` : null,
    week + late === 0 && next ? `nothing is due this week, the next on ${formatDateWithDay(next, today)}` : null,
    waiting.length > 0 ? `${waiting.length} ${due.length > 0 ? 'more ' : waiting.length === 1 ? 'thing ' : 'things '}${waiting.length === 1 ? 'waits' : 'wait'} for you` : null,
  ].filter((part) => part !== null);
  const sentence = [...parts, ...(cappedAt ? [`of the first ${cappedAt} of each kind`] : [])].join(', ');
  return sentence === '' ? 'Nothing is waiting for you' : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What a rapid review comes to: the decision that its clock waits for. */
const isOutcome = (decision: DecisionWaiting) => decision.matter === 'rapid_review_outcome';

/** A decision that waits for the reader: by the day its rapid review is due. */
function decisionToDo(decision: DecisionWaiting, clocks: ClockDue[]): ToDo {
  const clock = isOutcome(decision) ? clocks.find((one) => one.reference === decision.reference && one.rule === 'rapid_review') : undefined;
  const href = pageOfDecision(decision);
  const isView = decision.todo === 'view';
  const about = isOutcome(decision) ? decision.title : `${matterWords[decision.matter]}: ${inOneLine(decision.title)}`;
  return {
    key: `decision-${decision.id}`, on: clock?.reading.dueOn ?? null, since: decision.openedOn, href, rag: null,
    title: `${decision.reference}: ${isView ? `your view on ${about}` : `record the outcome for ${about}`}`,
    soft: [isView ? `Recommended: ${wordFor(decidedLabels, decision.recommendedOutcome)}. Still to come: ${viewsOf(decision.missing)}` : viewsDiffer, ...(clock ? [clock.reading.words] : []), ...mark(decision)],
    action: { href, label: isView ? 'Give your view' : 'Record the outcome' },
  };
}

const viewsDiffer = 'Every view is in, and they are not the same: the chair of the Executive records the outcome';
const viewsOf = (partners: string[]) => `the view of ${partners.join(', ')}`;
const mark = ({ example }: { example: boolean }) => (example ? ['EXAMPLE'] : []);

/** Where a clock stands, and what its review waits for: what stands beside it wherever it is on the first screen. */
export function clockWords(clock: ClockDue, decisions: DecisionWaiting[]): string[] {
  const { words, moved } = clock.reading;
  return [words, ...(moved ? [`because: ${inOneLine(moved.because)}`] : []), ...nextOf(clock, decisions)];
}

function nextOf(clock: ClockDue, decisions: DecisionWaiting[]): string[] {
  if (clock.rule === 'notification') return ['Next: record the day it was sent to the National Panel'];
  if (clock.rule === 'lcspr') return [];
  const decision = decisions.find((one) => isOutcome(one) && one.reference === clock.reference);
  if (decision) return [decision.missing.length > 0 ? `Still to come: ${viewsOf(decision.missing)}` : viewsDiffer];
  if (clock.decidedOn) return [`Decided ${formatDate(clock.decidedOn)}. Next: record that it was sent to the National Panel`];
  return clock.missing > 0 ? [`Still to come: ${clock.missing} agency information ${clock.missing === 1 ? 'report' : 'reports'}`] : [];
}

function clockToDo(clock: ClockDue, decisions: DecisionWaiting[]): ToDo {
  const page = `/reviews/${clock.reference}`;
  const isWithPartners = clock.rule === 'rapid_review' && (clock.decidedOn !== null || decisions.some((decision) => isOutcome(decision) && decision.reference === clock.reference));
  return {
    key: `clock-${clock.reference}-${clock.rule}`, on: clock.reading.dueOn, since: null, href: page, rag: null, title: `${clock.reference} ${clock.title}: ${wordFor(nouns, clock.rule)}`,
    soft: [...clockWords(clock, decisions), ...mark(clock)], action: isWithPartners ? { href: `${page}/decision`, label: clock.decidedOn ? 'Record it as sent' : 'Open the decision' } : { href: page, label: 'Open' },
  };
}

const nouns = { ...clockLabels, notification: 'notification', rapid_review: 'rapid review' };

function draftToDo(draft: RecommendationListed): ToDo {
  const page = `/recommendations/${draft.reference}`;
  return {
    key: `accept-${draft.reference}`, on: null, since: todayInEngland(draft.recordedAt), href: page, rag: null, title: `${draft.reference}: ${inOneLine(draft.text)}`,
    soft: [`Recommendation for ${accepterLabels[accepterOf({ ...draft, sourceKind: draft.source?.kind ?? null })]} to accept, from ${draft.sourceWords}`, ...mark(draft)], action: { href: `${page}/accept`, label: 'Accept' },
  };
}

function challengeToDo(challenge: ChallengeListed, when: Pick<ToDo, 'on' | 'since'>, label: 'Answer' | 'Close'): ToDo {
  const href = `/challenges/${challenge.reference}`;
  return {
    key: `${label}-${challenge.reference}`, ...when, href, rag: null, title: `${challenge.reference}: ${topicNames[challenge.topic]}`,
    soft: [label === 'Answer' ? `${challenge.raisedByAgency ?? challenge.raisedBy} asks ${challenge.aboutAgency} for an answer` : `${challenge.aboutAgency} has answered: close it, or take it further`, ...mark(challenge)], action: { href, label },
  };
}

function askedFor(kind: MyActions['toDecide'][number]['kind'], wantedOn: string | null, today: CalendarDate): string {
  switch (kind) {
    case 'date':
      return `another date, ${formatDateWithDay(wantedOn!, today)}`;
    case 'escalation':
      return 'help';
    case 'closing':
      return 'its closing';
  }
}

function actionToDo(action: ActionListed, todo: ToDo['action'], { on, since = null, why }: { on: string | null; since?: string | null; why?: string }): ToDo {
  return {
    key: `${todo.label}-${action.reference}`, on, since, href: `/plan/${action.reference}`, title: `${action.reference}: ${action.title}`, rag: action, action: todo,
    soft: [...(why ? [why] : []), ...(action.ownerAgencyName ? [action.ownerAgencyName] : []), ...(action.moves > 0 ? [`moved ${action.moves === 1 ? 'once' : `${action.moves} times`}`] : []), ...mark(action)],
  };
}
