import { addDays, daysBetween, formatDateShort, spanInWords, type CalendarDate } from '@/lib/dates/calendar-date';
import type { Issue } from '@/lib/forms/state';

export type Rag = 'red' | 'amber' | 'green' | 'grey' | 'blue' | 'not_stated';
export type Aside = 'paused' | 'superseded' | 'not_accepted' | 'transferred';
export type Stage = 'proposed' | 'agreed' | 'in_progress' | 'awaiting_check' | 'checked' | 'closed' | 'not_stated' | Aside;

/** What the stage and the RAG of an action follow from. Days as 'YYYY-MM-DD'. */
export type ActionFacts = {
  recordBasis: 'worked_here' | 'recorded_from_document' | 'carried_over';
  ownerAgencyId: string | null;
  agreedOn: string | null;
  startOn: string | null;
  dueOn: string | null;
  moves: number;
  lastUpdateOn: string | null;
  aside: Aside | null;
  completeOn: string | null;
  checkedOn: string | null;
  closedOn: string | null;
  worsenedTo: 'red' | 'amber' | null;
  worsenedBecause: string | null;
  agenciesBehind: number;
};

/** The partnership's settings, in days and in moves of a due date. */
export type Thresholds = { dueSoonDays: number; quietDays: number; movesForRed: number };

const asideWords: Record<Aside, string> = { paused: 'paused', superseded: 'superseded', not_accepted: 'not accepted', transferred: 'transferred' };

/**
 * Where an action is in its life on that day. An action agreed to start later is agreed until that day, and in progress from it on. One taken from
 * a document that does not give its dates is *not stated*: the document's own word stands beside it. Source: "an action's life" in the words of
 * the product.
 */
export function stageOf(action: ActionFacts, today: CalendarDate): Stage {
  if (action.closedOn !== null) return 'closed';
  if (action.checkedOn !== null) return 'checked';
  if (action.aside !== null) return action.aside;
  if (action.completeOn !== null) return 'awaiting_check';
  if (action.agreedOn === null) return action.recordBasis === 'worked_here' ? 'proposed' : 'not_stated';
  return startsLater(action, today) ? 'agreed' : 'in_progress';
}

/**
 * Whether nothing more is to be done about an action: it was checked, closed, or put aside for good. The plan shows such ones after all that are open; a
 * paused one is open. Its twin for that order is the trigger `app.keep_rag`.
 */
export function isOver({ stage }: { stage: Stage }): boolean {
  return ['checked', 'closed', 'superseded', 'not_accepted', 'transferred'].includes(stage);
}

/**
 * The RAG of an action on that day and the reason in words, the first that fits. Blue: closed. Green: complete and checked. Grey: proposed, agreed
 * before its start, or put aside. Red: past due (from the day after), no owning agency, moved `movesForRed` times or more, or made worse by somebody.
 * Amber: due in `dueSoonDays` or less with no update for `quietDays` or more (counted from being agreed where there is none), moved at all, a
 * contributing agency behind, or made worse. Otherwise green. Nobody makes it better. Complete but not checked keeps its date until it is checked.
 * A record from a document without a due date is *not stated*. Source: RAG in the words of the product; its twin for filters is the trigger
 * `app.keep_rag`, from the same thresholds.
 */
export function ragOf(action: ActionFacts, today: CalendarDate, thresholds: Thresholds): { rag: Rag; because: string } {
  if (action.closedOn !== null) return { rag: 'blue', because: 'closed' };
  if (action.checkedOn !== null) return { rag: 'green', because: 'complete, checked' };
  if (action.aside !== null) return { rag: 'grey', because: asideWords[action.aside] };
  if (action.recordBasis !== 'worked_here' && action.dueOn === null) return { rag: 'not_stated', because: 'not stated' };
  if (action.agreedOn === null) return { rag: 'grey', because: 'proposed' };
  if (action.startOn !== null && action.startOn > today) return { rag: 'grey', because: `agreed, starts ${formatDateShort(action.startOn, today)}` };
  const red = whyRed(action, today, thresholds);
  if (red !== null) return { rag: 'red', because: red };
  const amber = whyAmber(action, today, thresholds);
  if (amber !== null) return { rag: 'amber', because: amber };
  if (action.completeOn !== null) return { rag: 'green', because: 'complete, awaiting check' };
  return { rag: 'green', because: action.dueOn === null ? 'on track, no due date' : 'on track' };
}

function whyRed(action: ActionFacts, today: CalendarDate, { movesForRed }: Thresholds): string | null {
  if (action.dueOn !== null && action.dueOn < today) return 'past due';
  if (action.ownerAgencyId === null) return 'no owner';
  if (action.moves >= movesForRed) return movedWords(action.moves);
  return action.worsenedTo === 'red' ? `worsened: ${action.worsenedBecause}` : null;
}

function whyAmber(action: ActionFacts, today: CalendarDate, { dueSoonDays, quietDays }: Thresholds): string | null {
  const heardOn = action.lastUpdateOn ?? action.agreedOn;
  const soon = action.dueOn !== null && today >= addDays(action.dueOn, -dueSoonDays);
  if (soon && heardOn !== null && daysBetween(heardOn, today) >= quietDays) return `no update in ${daysBetween(heardOn, today)} days`;
  if (action.moves >= 1) return movedWords(action.moves);
  if (action.agenciesBehind > 0) return action.agenciesBehind === 1 ? 'an agency is behind' : `${action.agenciesBehind} agencies are behind`;
  return action.worsenedTo === 'amber' ? `worsened: ${action.worsenedBecause}` : null;
}

function startsLater(action: ActionFacts, today: CalendarDate): boolean {
  return action.startOn !== null && action.startOn > today;
}

/** How many words what was done, or has happened, may take: a list of them is read in a meeting. */
export const mostWords = 150;

/** How often a due date has been moved, in words; nothing to say for 0. */
export function movedWords(moves: number): string {
  if (moves <= 0) return '';
  return moves === 1 ? 'moved once' : moves === 2 ? 'moved twice' : `moved ${moves} times`;
}

/** What something comes from, each title once: a rapid review and the review that follows it bear the same name. */
export function sourceTitles(sources: { title: string }[]): string[] {
  return [...new Set(sources.map((source) => source.title))];
}

/** Whether something that is shown is *case*: it names a review that is not published, or its evidence holds personal data. */
export function showsCase(shown: { sources: { isCase: boolean }[]; evidence?: { holdsPersonalData: boolean }[] }[]): boolean {
  return shown.some((one) => one.sources.some((source) => source.isCase) || one.evidence?.some((item) => item.holdsPersonalData));
}

type Words = { completes: boolean; saidById: string | null };

/**
 * The words with which an action was last said to be complete, of updates that begin with the newest; null where it is not said to be complete, or
 * where they were not kept apart. An update that came after them, or those of somebody else, are not what is checked.
 */
export function wordOfCompletion<T extends Words>(action: { completeOn: string | null; completeSaidById: string | null; updates: T[] }): T | null {
  if (action.completeOn === null) return null;
  return action.updates.find((update) => update.completes && update.saidById === action.completeSaidById) ?? null;
}

/** What evidence can show, from the least to the most. */
export const levels = ['done', 'reached', 'understood', 'seen_in_practice', 'better_for_children'] as const;
export type Level = (typeof levels)[number];

/** The level of an action: the highest that *checked* evidence reaches; null where none has been checked. Source: "level of evidence". */
export function levelOfEvidence(evidence: { level: Level; checkedOn: string | null }[]): Level | null {
  return levels.findLast((level) => evidence.some((item) => item.checkedOn !== null && item.level === level)) ?? null;
}

/** How many of the five steps are reached: 0 for nothing checked, 5 for better for children. */
export function stepsReached(level: Level | null): number {
  return level === null ? 0 : levels.indexOf(level) + 1;
}

/**
 * The lowest and the highest level over the actions of one recommendation, and how many reach the highest ("seen in practice: 1 of 5"), so that the
 * best one never speaks for all. Null where there are no actions.
 */
export function levelsOver(actions: (Level | null)[]): { lowest: Level | null; highest: Level | null; atHighest: number; of: number } | null {
  if (actions.length === 0) return null;
  const inOrder = actions.toSorted((a, b) => stepsReached(a) - stepsReached(b));
  const highest = inOrder.at(-1) ?? null;
  return { lowest: inOrder[0] ?? null, highest, atHighest: actions.filter((level) => level === highest).length, of: actions.length };
}

type Known = ActionFacts & { reference: string };

/** What stops an action from being agreed: it is not a proposal any more, or nobody would own it, or nobody knows by when. */
export function whatStopsAgreeing(action: Known): Issue[] {
  if (action.aside !== null) return [{ message: `This action is ${asideWords[action.aside]}` }];
  if (action.agreedOn !== null) return [{ message: 'This action has already been agreed', href: `/plan/${action.reference}` }];
  return [
    ...(action.ownerAgencyId === null ? [{ message: 'Name the agency that owns it' }] : []),
    ...(action.dueOn === null ? [{ message: 'Give the date it is due' }] : []),
  ];
}

/** What stops somebody from saying more about an action: it is only a proposal, or it is over. */
export function whatStopsUpdating(action: Known): Issue[] {
  if (action.closedOn !== null) return [{ message: 'This action is closed' }];
  if (action.checkedOn !== null) return [{ message: 'This action is complete and has been checked' }];
  if (action.aside !== null && action.aside !== 'paused') return [{ message: `This action is ${asideWords[action.aside]}` }];
  if (action.agreedOn === null && action.recordBasis === 'worked_here') {
    return [{ message: 'The accountable group’s chair or the business unit agrees it first', href: `/plan/${action.reference}/agree` }];
  }
  return [];
}

/** What stops evidence from being added. It may still come after the check: how far an action reaches is asked again and again. */
export function whatStopsAddingEvidence(action: Known): Issue[] {
  return action.checkedOn !== null && action.closedOn === null ? [] : whatStopsUpdating(action);
}

/** What stops an owner from saying that an action is complete. `evidence` counts the items there would be, with one added in the same form. */
export function whatStopsSayingComplete(action: Known, evidence: number): Issue[] {
  if (action.completeOn !== null && action.checkedOn === null) return [{ message: 'It has already been said to be complete, and waits to be checked', href: `/plan/${action.reference}` }];
  const over = whatStopsUpdating(action);
  if (over.length > 0) return over;
  if (action.aside === 'paused') return [{ message: 'This action is paused. It is taken up again first' }];
  return evidence === 0 ? [{ field: 'evidenceTitle', message: 'Add what shows that it was done: a minute, a procedure, a training record' }] : [];
}

/** What stops anybody from checking an action: nobody has said that it is complete, or somebody has checked it already. */
export function whatStopsChecking(action: Known): Issue[] {
  if (action.closedOn !== null || action.checkedOn !== null) return [{ message: 'This action has already been checked', href: `/plan/${action.reference}` }];
  if (action.aside !== null) return [{ message: `This action is ${asideWords[action.aside]}` }];
  return action.completeOn === null ? [{ message: 'Its owner has to say that it is complete', href: `/plan/${action.reference}` }] : [];
}

type Aged = { datedOn: string; periodTo: string | null; expiresOn: string | null };

/** How old what it tells of is: from the end of its period, or from its own day. "14 months old", "new today". */
export function ageInWords({ datedOn, periodTo }: Aged, today: CalendarDate | string): string {
  const tellsOf = periodTo ?? datedOn;
  return tellsOf >= today ? 'new today' : `${spanInWords(tellsOf, today)} old`;
}

/** How many days before its last one evidence is told of as running out. */
const runsOutDays = 60;

/** Whether it can still be rested on: nothing to say where it has no last day; `soon` for the last 60 days; `expired` from the day after. */
export function expiryOf({ expiresOn }: Aged, today: CalendarDate | string): { state: 'good' | 'soon' | 'expired'; words: string } | null {
  if (expiresOn === null) return null;
  if (expiresOn < today) return { state: 'expired', words: `expired ${spanInWords(expiresOn, today)} ago` };
  if (expiresOn === today) return { state: 'soon', words: 'expires today' };
  return { state: daysBetween(today, expiresOn) <= runsOutDays ? 'soon' : 'good', words: `expires in ${spanInWords(today, expiresOn)}` };
}

type Numbers = { lookedAt: number | null; numerator: number | null; denominator: number | null; before: string | null; after: string | null };

/** The numbers of an item of evidence, as a sentence has them: "14 of 23 (61%) · before 9 of 30, now 21 of 30 · 40 looked at". Nothing where it has none. */
export function numbersInWords({ lookedAt, numerator, denominator, before, after }: Numbers): string {
  const share = numerator !== null && denominator !== null && `${numerator} of ${denominator} (${Math.round((100 * numerator) / denominator)}%)`;
  const moved = [before && `before ${before}`, after && `now ${after}`].filter(Boolean).join(', ');
  return [share, moved, lookedAt !== null && `${lookedAt} looked at`].filter(Boolean).join(' · ');
}

type Item = { id: string; addedById: string | null; checkedOn: string | null; declinedOn: string | null };

/** The evidence that this person could check: nobody has said yet whether it shows what it is said to, and somebody else added it. */
export function evidenceToCheck<T extends Item>(evidence: T[], checkerId: string): T[] {
  return evidence.filter((item) => item.checkedOn === null && item.declinedOn === null && item.addedById !== checkerId);
}

/**
 * What stops a check from being accepted. At least one item of evidence must be checked, now or before: "complete" rests on evidence that somebody
 * other than who added it has looked at. Source: an action's life, "complete needs at least one checked proof of completion".
 */
export function whatStopsAccepting(evidence: Item[], chosen: string[], checkerId: string): Issue[] {
  if (evidence.some((item) => item.checkedOn !== null)) return [];
  const open = evidenceToCheck(evidence, checkerId);
  if (open.some((item) => chosen.includes(item.id))) return [];
  if (open.length > 0) return [{ field: 'evidence', message: 'Choose the evidence you have looked at and accept' }];
  return [{ field: 'result', message: 'Nobody checks evidence they added. Ask somebody else to check this, or ask the owner for other evidence' }];
}

/** What has been said since: an action that nobody may change any more, because it is closed or its line ended otherwise. */
export function hasEnded(action: Pick<ActionFacts, 'closedOn' | 'aside'>): boolean {
  return action.closedOn !== null || (action.aside !== null && action.aside !== 'paused');
}

/** What stops the words of a proposal from being changed: from its agreement on they are what was agreed. */
export function whatStopsRewording(action: Known): Issue[] {
  if (action.aside !== null) return [{ message: `This action is ${asideWords[action.aside]}` }];
  return action.agreedOn !== null || action.recordBasis !== 'worked_here' ? [{ message: 'What has been agreed is not written anew. Ask for another date, or propose a further action' }] : [];
}

/** What stops another owner from being named. Also a complete action has one: somebody is asked when it is looked at again. */
export function whatStopsNaming(action: Known): Issue[] {
  return hasEnded(action) ? [{ message: `This action is ${action.closedOn !== null ? 'closed' : asideWords[action.aside!]}` }] : [];
}

/** What stops an action from being put aside: it is so already, or it is complete. */
export function whatStopsSettingAside(action: Known): Issue[] {
  if (action.aside !== null) return [{ message: `This action is ${asideWords[action.aside]} already` }];
  return action.checkedOn !== null ? [{ message: 'This action is complete and has been checked' }] : [];
}

/** How an action can be put aside: a proposal is not accepted, and nothing else. */
export function asidesFor(action: Pick<ActionFacts, 'agreedOn' | 'recordBasis'>): Aside[] {
  return action.agreedOn === null && action.recordBasis === 'worked_here' ? ['not_accepted'] : ['paused', 'superseded', 'transferred'];
}

/** What stops a RAG from being made worse. It is computed: what is closed, checked, put aside or only proposed has none that could be. */
export function whatStopsWorsening(action: Known): Issue[] {
  return action.checkedOn === null ? whatStopsUpdating(action) : [{ message: 'This action is complete and has been checked' }];
}

/** The months after which a complete action is looked at again, from the first; today's second check answers for each whose day has come, and where none has, for the first. */
export function monthsChecked(due: { months: number; on: string }[], checkedOn: string): number | null {
  return due.findLast((one) => one.on <= checkedOn)?.months ?? due[0]?.months ?? null;
}

/** What stops a second check: it has not been checked a first time, or has been looked at for the last time. Source: clock C18, "follow up whether they are sustained". */
export function whatStopsSecondCheck(action: Known & { nextCheckOn: string | null }): Issue[] {
  if (action.checkedOn === null) return [{ message: 'It is checked a first time once its owner says that it is complete', href: `/plan/${action.reference}` }];
  return action.nextCheckOn === null ? [{ message: 'It has been looked at for the last time' }] : [];
}
