import { reportingYearPeriod, type CalendarDate } from '@/lib/dates/calendar-date';
import type { ActionFacts } from '@/lib/plan/rules';

/** The facts of an action as they were, or are. */
export type Facts = ActionFacts & { ownerPersonId: string | null; accountableGroupId: string | null; firstDueOn: string | null; proposedOn: string | null; asideOn: string | null };

/** What is kept beside an action's row, for looking back to one day. */
export type Beside = {
  /** Moves of its date made after that day, the earliest first. */
  movesSince: { fromOn: string }[];
  /** The day of the last update said by then. */
  lastSaidOn: string | null;
  /** The reporting year of what it comes from, where that is known. */
  reportingYear: string | null;
};

/**
 * An action as it stood at the end of a day, or null where it was not in the plan yet. `now` is its row today; `undone` the same row with every change
 * recorded since that day taken back. What happened is told by when it happened, not by when it was typed: a check of 10 March that was typed on
 * the 20th had happened by the 15th, and one taken back on the 20th stood on the 15th. What has no date of its own (an owner, a group, a RAG made worse) is
 * as it was recorded then. Source: "when it happened is not when it was typed".
 */
export function asAt(now: Facts, undone: Facts, beside: Beside, on: CalendarDate): Facts | null {
  const began = beganOn(now, beside);
  if (began !== null && began > on) return null;
  const happened = (what: 'agreedOn' | 'completeOn' | 'checkedOn' | 'closedOn'): string | null => {
    const [then, since] = [undone[what], now[what]];
    if (then !== null && then <= on) return then;
    return since !== null && since <= on ? since : null;
  };
  return {
    ...undone,
    proposedOn: now.proposedOn,
    agreedOn: happened('agreedOn'),
    completeOn: happened('completeOn'),
    checkedOn: happened('checkedOn'),
    closedOn: happened('closedOn'),
    ...asideThen(now, undone, on),
    dueOn: dueThen(now, undone, beside),
    moves: Math.max(0, now.moves - beside.movesSince.length),
    lastUpdateOn: beside.lastSaidOn ?? (now.lastUpdateOn !== null && now.lastUpdateOn <= on ? now.lastUpdateOn : null),
  };
}

/** The first day of which anything is known; for a line of a document without dates, the last day of its reporting year; null where nothing tells. */
function beganOn(action: Facts, { reportingYear }: Beside): string | null {
  const first = [action.proposedOn, action.agreedOn, action.startOn].filter((day) => day !== null).sort()[0];
  return first ?? (reportingYear === null ? null : reportingYearPeriod(reportingYear).to);
}

function asideThen(now: Facts, undone: Facts, on: CalendarDate): Pick<Facts, 'aside' | 'asideOn'> {
  const stood = [undone, now].find((row) => row.aside !== null && row.asideOn !== null && row.asideOn <= on);
  return { aside: stood?.aside ?? null, asideOn: stood?.asideOn ?? null };
}

function dueThen(now: Facts, undone: Facts, { movesSince }: Beside): string | null {
  if (movesSince[0]) return movesSince[0].fromOn;
  // Moved by then, and typed later: the date of today had been given already.
  return undone.moves === now.moves ? undone.dueOn : now.dueOn;
}
