import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { formatDate } from '@/lib/dates/calendar-date';
import type { CheckShown } from '@/lib/plan/queries';

/** Every check of an action, the newest first: accepted, or returned with the reason. */
export function CheckList({ checks }: { checks: CheckShown[] }) {
  return (
    <Timeline
      moments={checks.map((check) => ({
        key: check.id, when: formatDate(check.checkedOn), dateTime: check.checkedOn, tone: check.result === 'accepted' ? 'green' : 'amber',
        title: <Tag tone={check.result === 'accepted' ? 'green' : 'amber'}>{check.result === 'accepted' ? 'Accepted' : 'Returned'}</Tag>, by: check.checkedByName ?? 'Not stated who',
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
