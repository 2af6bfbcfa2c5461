import { Card } from '@/components/ui/card';
import { SummaryList } from '@/components/ui/summary-list';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { outcomeLabels } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';

/** A review for somebody who may know its dates and its outcome, and not the case: what has not happened is said so, what is hidden is said to be. */
export function DatesAndOutcome({ review }: { review: Review }) {
  const rows = [
    ['Notification sent to the National Panel', review.notifiedOn],
    ['Rapid review opened', review.openedOn],
    ['Put to the safeguarding partners', review.putOn],
    ['Decided', review.decidedOn],
    ['Rapid review sent to the National Panel', review.sentToPanelOn],
  ] as const;
  return (
    <Card title="Dates and outcome" id="dates">
      <p className="soft">You see the dates and the outcome of this review. The notification, what the rapid review found, the agencies asked and the partners’ views are not shown to you, nor who is on its list or has looked.</p>
      <SummaryList rows={[...(review.kind === 'rapid_review' ? rows.map(([key, on]) => ({ key, value: formatDateIfAny(on) || 'Not yet' })) : []), ...(review.outcome ? [{ key: 'Outcome', value: outcomeLabels[review.outcome] }] : [])]} />
    </Card>
  );
}
