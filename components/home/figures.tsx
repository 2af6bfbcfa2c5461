import { Parts } from '@/components/ui/columns';
import { Stat } from '@/components/ui/stat';
import { formatDate } from '@/lib/dates/calendar-date';
import type { PlanFigure } from '@/lib/plan/queries';
import type { ClockDue } from '@/lib/reviews/queries';

export type Figures = { red: PlanFigure; pastDue: PlanFigure; atClock: number };

/** What an Executive member asks first, each figure opening its rows, with what comes first of them beside it. */
export function ExecutiveFigures({ figures: { red, pastDue, atClock }, soonest }: { figures: Figures; soonest: ClockDue | undefined }) {
  return (
    <Parts of="stats">
      <Stat label="Red actions" value={inFigures(red)} href="/plan?rag=red" worst={firstOf(red)} />
      <Stat label="Actions past due" value={inFigures(pastDue)} href="/plan?due=past" worst={firstOf(pastDue)} />
      <Stat label="Reviews late or due within a week" value={atClock} href="/reviews?clock=near" worst={atClock > 0 && soonest ? { link: { text: soonest.reference, href: `/reviews/${soonest.reference}` }, text: soonest.reading.words } : undefined} />
    </Parts>
  );
}

const inFigures = ({ count, more }: PlanFigure) => (more ? `More than ${count.toLocaleString('en-GB')}` : count);

function firstOf({ first }: PlanFigure) {
  return first ? { link: { text: first.reference, href: `/plan/${first.reference}` }, text: first.dueOn ? `due ${formatDate(first.dueOn)}` : 'no due date' } : undefined;
}
