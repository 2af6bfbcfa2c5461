import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate } from '@/lib/dates/calendar-date';
import { decidedLabels, recommendedByLabels, viewLabels } from '@/lib/reviews/decisions/labels';
import type { Decision } from '@/lib/reviews/decisions/queries';
import { howLabels, wordFor } from '@/lib/reviews/labels';

/** One decision with a row for each safeguarding partner; views that differ from the outcome are marked, not hidden. */
export function DecisionSummary({ decision, interested = [] }: { decision: Decision; /** Who declared an interest in the matter and decides all the same. */ interested?: string[] }) {
  return (
    <>
      <p>
        <Tag tone={decision.outcome ? 'green' : 'amber'}>{decision.outcome ? 'Decided' : 'Open'}</Tag>{' '}
        {decision.outcome ? <b>{decidedLabels[decision.outcome]}, {formatDate(decision.decidedFrom!)}</b> : <>Put to the partners on {formatDate(decision.openedOn)}. Recommended: <b>{decidedLabels[decision.recommendedOutcome]}</b></>}
      </p>
      <h3>{decision.supersedesId ? 'Why it was put to the partners again' : recommendedByLabels[decision.matter]}</h3>
      <p className="typed">{decision.outcome && `${decidedLabels[decision.recommendedOutcome]}. `}{decision.recommendedBecause}</p>
      {decision.chairReason && <p className="typed">Recorded by the chair{decision.chairedBy ? `, ${decision.chairedBy}` : ''}, where the views differ: {decision.chairReason}</p>}
      {interested.length > 0 && <p className="small">Declared an interest, and {interested.length === 1 ? 'stays' : 'stay'}: {interested.join(', ')}.</p>}
      {decision.views.length > 0 && (
        <Table
          caption="Views of the safeguarding partners"
          captionHidden
          columns={[{ header: 'Safeguarding partner' }, { header: 'View' }, { header: 'Given' }, { header: 'Reason' }]}
          rows={decision.views.map((view) => ({
            key: view.id,
            cells: [
              view.agency,
              <>{viewLabels[view.view]}{decision.outcome && view.view !== 'not_given' && view.view !== decision.outcome && <span className="soft"><Tag tone="amber">Differs</Tag></span>}</>,
              <>{formatDate(view.givenOn)}<span className="soft">{[view.givenBy, view.givenFor && `for ${view.givenFor}`, view.how !== 'in_person' && `${wordFor(howLabels, view.how).toLowerCase()}: ${view.howNote}; recorded by ${view.recordedBy ?? 'the business unit'}`].filter(Boolean).join(', ')}</span></>,
              view.reason,
            ],
          }))}
        />
      )}
    </>
  );
}
