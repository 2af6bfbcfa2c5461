import { addDays, formatDate, formatDateShort, type CalendarDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';
import { levelWords, stageNames } from '@/lib/plan/labels';
import { stepsReached, type Level, type Rag, type Stage } from '@/lib/plan/rules';

/** How an action stood on one day: what is compared between two. */
export type Standing = { stage: Stage; rag: Rag; dueOn: string | null; moves: number; ownerAgencyId: string | null; ownerPersonId: string | null; level: Level | null };

export const changeKinds = ['added', 'agreed', 'moved', 'owner', 'complete', 'returned', 'checked', 'closed', 'reopened', 'put_aside', 'taken_up', 'evidence', 'worse', 'better'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export type Change = { kind: ChangeKind; words: string };

const life: Stage[] = ['proposed', 'agreed', 'in_progress', 'awaiting_check', 'checked', 'closed'];
const asides: Stage[] = ['paused', 'superseded', 'not_accepted', 'transferred'];

/**
 * What happened to an action between a day and today, in the order of its life: each thing once, in words. `then` is null where it was not in the plan
 * yet. A RAG that only the passing of days has changed is told too: that is what a meeting has to know.
 */
export function whatChanged(then: Standing | null, now: Standing, today: CalendarDate): Change[] {
  if (then === null) return [{ kind: 'added', words: `new: ${stageNames[now.stage].toLowerCase()}` }];
  const dayOf = (day: string | null) => (day === null ? 'no date' : formatDateShort(day, today));
  return [
    ...inItsLife(then.stage, now.stage),
    ...(then.dueOn === now.dueOn ? [] : [{ kind: 'moved' as const, words: then.dueOn === null ? `due date set: ${dayOf(now.dueOn)}` : `due date moved from ${dayOf(then.dueOn)} to ${dayOf(now.dueOn)}` }]),
    ...(then.ownerAgencyId === now.ownerAgencyId && then.ownerPersonId === now.ownerPersonId ? [] : [{ kind: 'owner' as const, words: then.ownerAgencyId === null ? 'owner named' : now.ownerAgencyId === null ? 'no owner any more' : 'owner changed' }]),
    ...(then.level === now.level ? [] : [{ kind: 'evidence' as const, words: `checked evidence: ${levelWords(now.level)}, was ${levelWords(then.level)}` }]),
    ...inItsColour(then.rag, now.rag),
  ];
}

function inItsLife(then: Stage, now: Stage): Change[] {
  if (then === now) return [];
  if (asides.includes(now)) return [{ kind: 'put_aside', words: stageNames[now].toLowerCase() }];
  if (asides.includes(then)) return [{ kind: 'taken_up', words: 'taken up again' }, ...(life.indexOf(now) > life.indexOf('in_progress') ? inItsLife('in_progress', now) : [])];
  if (then === 'closed') return [{ kind: 'reopened', words: 'reopened' }];
  const [from, to] = [life.indexOf(then), life.indexOf(now)];
  if (to < from) return [{ kind: 'returned', words: 'returned to its owner' }];
  const passed = life.slice(from + 1, to + 1);
  return [
    ...(then === 'proposed' ? [{ kind: 'agreed' as const, words: 'agreed' }] : []),
    ...(passed.includes('awaiting_check') ? [{ kind: 'complete' as const, words: 'said to be complete' }] : []),
    ...(passed.includes('checked') ? [{ kind: 'checked' as const, words: 'checked' }] : []),
    ...(passed.includes('closed') ? [{ kind: 'closed' as const, words: 'closed' }] : []),
  ];
}

const badness: Partial<Record<Rag, number>> = { green: 0, amber: 1, red: 2 };

/** Only between green, amber and red: the others are told by what happened. */
function inItsColour(then: Rag, now: Rag): Change[] {
  const [before, after] = [badness[then], badness[now]];
  if (before === undefined || after === undefined || before === after) return [];
  return [after > before ? { kind: 'worse', words: `has turned ${now}` } : { kind: 'better', words: `is ${now} again` }];
}

/** How many actions each kind of change has happened to. */
export function tally(changes: Change[][]): Record<ChangeKind, number> {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  for (const of of changes) for (const kind of new Set(of.map((change) => change.kind))) counts[kind] += 1;
  return counts;
}

/** What a meeting looks at first comes first: what got worse, then what moved or came back, then the rest. Equal ones stay as they were. */
export function urgency(changes: Change[], level: Level | null): number {
  const kinds = changes.map((change) => change.kind);
  if (kinds.includes('worse')) return 0;
  if (kinds.includes('returned') || kinds.includes('reopened') || kinds.includes('moved')) return 1;
  return kinds.includes('closed') && stepsReached(level) === 0 ? 1 : 2;
}

/** The Engine Room's six weeks: what is asked for where nobody asks for a day. */
export const usualWeeks = 6;

/** The day whose end is compared with today, as typed in an address; six weeks ago where none is, or none that is understood. */
export function readSince(given: string | string[] | undefined, today: CalendarDate): { since: CalendarDate; typed: string; problem: string | null } {
  const typed = [given ?? ''].flat()[0]!.trim().slice(0, 60);
  const usual = addDays(today, -7 * usualWeeks);
  if (typed === '') return { since: usual, typed: formatDate(usual), problem: null };
  const { date, problem } = readTypedDate(typed, today, { prefer: 'past' });
  if (date === undefined) return { since: usual, typed, problem: `Since: ${problem}` };
  return date >= today ? { since: usual, typed, problem: 'Since: Enter a day that has gone by' } : { since: date, typed, problem: null };
}
