import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/dates/calendar-date';
import { planAddress, type PlanView } from '@/lib/plan/filter/rules';

/** Says that this is not the plan of today, how it is told, and the ways on. */
export function PlanAsAt({ on, view, today }: { on: string; view: PlanView; today: string }) {
  return (
    <Notice title={`The plan as it stood at the end of ${formatDate(on)}`}>
      <p>Dates, owners and colours are those of that day, by that day’s rules; what had happened by then and was typed later is in it. What an agency, a group or words find is looked for in the actions as they are today, {formatDate(today)}.</p>
      <p className="no-print"><a href={planAddress({ ...view, at: '', page: 1 })}>Back to the plan of today</a> · <a href={`/plan/changes?since=${encodeURIComponent(formatDate(on))}`}>What has changed since</a></p>
    </Notice>
  );
}
