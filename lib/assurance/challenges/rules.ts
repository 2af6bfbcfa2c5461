import type { CalendarDate } from '@/lib/dates/calendar-date';
import { addWorkingDays } from '@/lib/dates/working-days';
import type { Issue } from '@/lib/forms/state';

/** How far a challenge can be taken, from the least: it goes up, and never down. */
export const stagesInOrder = ['informal', 'formal', 'executive'] as const;
export type Stage = (typeof stagesInOrder)[number];

/** One working week to answer, unless somebody says otherwise: the guide of partnerships that have one. */
export function usualAnswerBy(today: CalendarDate): CalendarDate {
  return addWorkingDays(today, 5);
}

export type ChallengeFacts = { stage: Stage; dueOn: string; answeredOn: string | null; closedOn: string | null };
export type ChallengeState = 'waiting' | 'late' | 'answered' | 'closed';

/** Where a challenge stands: it waits for an answer, is late from the day after it was due, is answered, or closed. */
export function stateOfChallenge({ dueOn, answeredOn, closedOn }: ChallengeFacts, today: CalendarDate): ChallengeState {
  if (closedOn !== null) return 'closed';
  if (answeredOn !== null) return 'answered';
  return dueOn < today ? 'late' : 'waiting';
}

export function whatStopsAnswering({ closedOn }: Pick<ChallengeFacts, 'closedOn'>): Issue[] {
  return closedOn === null ? [] : [{ message: 'This challenge is closed' }];
}

/** The stages above the one it is at. */
export function stagesAbove(stage: Stage): Stage[] {
  return stagesInOrder.slice(stagesInOrder.indexOf(stage) + 1);
}

export function whatStopsEscalating({ stage, closedOn }: Pick<ChallengeFacts, 'stage' | 'closedOn'>, to: Stage): Issue[] {
  if (closedOn !== null) return [{ message: 'This challenge is closed' }];
  return stagesAbove(stage).includes(to) ? [] : [{ field: 'stage', message: 'Choose a stage above the one it is at' }];
}

/** What stops a challenge from being closed: nobody has answered, unless it is withdrawn; or nobody says what changed for children where it was right. */
export function whatStopsClosing({ answeredOn, closedOn }: Pick<ChallengeFacts, 'answeredOn' | 'closedOn'>, closing: { outcome: string; changedForChildren: string | null }): Issue[] {
  if (closedOn !== null) return [{ message: 'This challenge is closed already' }];
  const right = closing.outcome === 'upheld' || closing.outcome === 'partly';
  return [
    ...(answeredOn === null && closing.outcome !== 'withdrawn' ? [{ field: 'outcome', message: 'The agency has not answered yet. Until it has, a challenge is only withdrawn' }] : []),
    ...(right && closing.changedForChildren === null ? [{ field: 'changedForChildren', message: 'Enter what changed for children, or that nothing has yet' }] : []),
  ];
}
