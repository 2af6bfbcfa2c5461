import { Card } from '@/components/ui/card';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { formatDate } from '@/lib/dates/calendar-date';
import { sourceHref } from '@/lib/recommendations/labels';
import type { Recommendation } from '@/lib/recommendations/queries';

/** What is recommended, to whom, what for and how one will know. */
export function RecommendationCard({ recommendation, mayChange }: { recommendation: Recommendation; mayChange: boolean }) {
  const { source } = recommendation;
  const stated = (text: string | null, otherwise = 'Not stated') => (text?.trim() ? <span className="typed">{text}</span> : <span className="soft">{otherwise}</span>);
  const later = recommendation.state === 'draft' ? 'Not written yet' : 'Not stated';
  const href = source && sourceHref(source);
  const measured = [recommendation.baseline && `from ${recommendation.baseline}`, recommendation.target && `to ${recommendation.target}`, recommendation.measureOn && `measured on ${formatDate(recommendation.measureOn)}`].filter(Boolean).join(', ');
  const rows: SummaryRow[] = [
    { key: 'Addressed to', value: recommendation.addressedWords },
    { key: 'By when', value: stated(recommendation.byWhen && formatDate(recommendation.byWhen), recommendation.document ? 'Not stated' : 'No date') },
    { key: 'What will be different', value: stated(recommendation.outcome, later) },
    { key: 'How we will know', value: <>{stated(recommendation.measure, later)}{measured && <span className="soft">: {measured}</span>}</> },
    { key: 'Comes from', value: href ? <a href={href}>{recommendation.sourceWords}</a> : recommendation.sourceWords },
    recommendation.document
      ? { key: 'Recorded from', value: [recommendation.document, recommendation.documentPage].filter(Boolean).join(', ') }
      : { key: 'Written by', value: stated(recommendation.writtenBy) },
  ];
  return (
    <Card title="The recommendation" id="recommendation" aside={mayChange && <a href={`/recommendations/${recommendation.reference}/change`}>Change it</a>}>
      <p className="typed"><b>{recommendation.text}</b></p>
      <SummaryList rows={rows} />
    </Card>
  );
}
