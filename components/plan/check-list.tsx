import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { formatDate } from '@/lib/dates/calendar-date';
import { checkedAs, checkName } from '@/lib/plan/labels';
import type { CheckShown } from '@/lib/plan/queries';

/** Every check of an action, the newest first: accepted or returned; and later, still in place or slipped. */
export function CheckList({ checks }: { checks: CheckShown[] }) {
  return (
    <Timeline
      moments={checks.map((check) => ({
        key: check.id, when: formatDate(check.checkedOn), dateTime: check.checkedOn, tone: toneOf(check),
        title: <><Tag tone={toneOf(check)}>{checkedAs[check.result]}</Tag>{check.afterMonths !== null && <> {checkName(check.afterMonths)}</>}</>, by: check.checkedByName ?? 'Not stated who',
        children: (
          <>
            <p className="typed">{check.reason}</p>
            {check.sameAgencyReason && <p className="soft typed">Of the owner’s agency, because: {check.sameAgencyReason}</p>}
          </>
        ),
      }))}
    />
  );
}

function toneOf({ result }: CheckShown): 'green' | 'amber' {
  return result === 'accepted' || result === 'in_place' ? 'green' : 'amber';
}
