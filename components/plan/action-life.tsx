import { Thread, type ThreadPart } from '@/components/ui/thread';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { stageNames } from '@/lib/plan/labels';
import type { ActionShown } from '@/lib/plan/queries';
import type { Stage } from '@/lib/plan/rules';

const line: Stage[] = ['proposed', 'agreed', 'in_progress', 'awaiting_check', 'checked', 'closed'];

/** The life of one action as a line: where it is, when it got to each part, and what is still to come. */
export function ActionLife({ action, today }: { action: ActionShown; today: string }) {
  if (action.stage === 'not_stated') return null;
  const current = line.includes(action.stage) ? line.indexOf(action.stage) : lastReached(action);
  const dates: Partial<Record<Stage, string | null>> = {
    proposed: action.proposedOn, agreed: action.agreedOn, in_progress: action.startOn ?? action.agreedOn, awaiting_check: action.completeOn, checked: action.checkedOn, closed: action.closedOn,
  };
  const parts = line.map((stage, place): ThreadPart => ({
    label: stageNames[stage],
    value: place <= current && dates[stage] ? formatDateShort(dates[stage], today) : place <= current ? 'no date' : stage === 'in_progress' && action.startOn ? `from ${formatDateShort(action.startOn, today)}` : 'to come',
    current: stage === action.stage, muted: place > current,
  }));
  const aside = line.includes(action.stage) ? [] : [{ label: stageNames[action.stage], value: asideOn(action, today), current: true }];
  return <Thread label="The life of this action" parts={[...parts, ...aside]} />;
}

function lastReached(action: ActionShown): number {
  if (action.checkedOn) return 4;
  if (action.completeOn) return 3;
  return action.agreedOn ? 2 : 0;
}

function asideOn(action: ActionShown, today: string): string {
  return action.asideOn ? formatDateShort(action.asideOn, today) : 'no date';
}
