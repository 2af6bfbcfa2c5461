import type { Issue } from '@/lib/forms/state';
import { levels, whatStopsUpdating, type ActionFacts, type Level } from '@/lib/plan/rules';

type Known = ActionFacts & { reference: string };
type Open = { kind: 'date' | 'escalation' | 'closing'; result: 'granted' | 'refused' | null };

const isWaiting = (requests: Open[], kind: Open['kind']) => requests.some((one) => one.kind === kind && one.result === null);

/** What stops another date from being asked for: there is none yet, the owner says that it is complete, or one waits for its answer. */
export function whatStopsAskingForDate(action: Known, requests: Open[]): Issue[] {
  const over = whatStopsUpdating(action);
  if (over.length > 0) return over;
  if (action.aside === 'paused') return [{ message: 'This action is paused. It is taken up again first' }];
  if (action.completeOn !== null) return [{ message: 'Its owner says that it is complete: no date is moved now' }];
  if (action.dueOn === null) return [{ message: 'It has no date to move' }];
  return isWaiting(requests, 'date') ? [{ message: 'Another date has been asked for, and waits for its answer', href: `/plan/${action.reference}` }] : [];
}

/** What stops help from being asked for. */
export function whatStopsAskingForHelp(action: Known, requests: Open[]): Issue[] {
  if (action.closedOn !== null) return [{ message: 'This action is closed' }];
  if (action.agreedOn === null) return [{ message: 'It has not been agreed yet' }];
  return isWaiting(requests, 'escalation') ? [{ message: 'Help has been asked for, and waits for its answer', href: `/plan/${action.reference}` }] : [];
}

/**
 * What stops an action from being proposed for closing, or closed: it is not checked, or nothing shows that it made a difference. "Closed" rests on
 * one of: its own checked evidence that it is in use (reached or more: that it was done is not enough); a recommendation it serves, on whose
 * outcome measure its impact is judged; the safeguarding partners' exception. Source: domain 2.12, proof of embedding, and the permissions,
 * "Close an action".
 */
export function whatStopsClosing(action: Known, shown: { level: Level | null; recommendations: { accepted: boolean }[]; exception: 'waiting' | 'agreed' | 'not_agreed' | null }): Issue[] {
  if (action.closedOn !== null) return [{ message: 'This action is closed' }];
  if (action.aside !== null) return [{ message: 'This action is put aside' }];
  if (action.checkedOn === null) return [{ message: 'Somebody who does not own it checks first that it is complete', href: `/plan/${action.reference}` }];
  if (isInUse(shown.level) || shown.recommendations.some((one) => one.accepted) || shown.exception === 'agreed') return [];
  return [{ message: 'Nothing shows yet that it has made a difference: add evidence that it reached the people it was meant for, and have it checked', href: `/plan/${action.reference}` }];
}

/** Whether checked evidence shows more than that it was done. */
export function isInUse(level: Level | null): boolean {
  return level !== null && level !== levels[0];
}

/** What stops an answer: it has one, or what would be granted cannot be done any more. Refusing what nobody can do is always open. */
export function whatStopsAnswering(action: Known, request: Open & { wantedOn: string | null }, today: string, answer: 'granted' | 'refused'): Issue[] {
  if (request.result !== null) return [{ message: 'This has been answered already', href: `/plan/${action.reference}` }];
  if (answer === 'refused') return [];
  if (request.kind === 'date' && (action.completeOn !== null || action.closedOn !== null)) return [{ field: 'result', message: 'Its owner says meanwhile that it is complete: the date stands' }];
  if (request.kind === 'date' && request.wantedOn !== null && request.wantedOn < today) return [{ field: 'result', message: 'The date that was asked for has passed: refuse it, so that another can be asked for' }];
  if (request.kind === 'closing' && action.checkedOn === null) return [{ field: 'result', message: 'It has been opened again meanwhile: it cannot be closed' }];
  return [];
}
