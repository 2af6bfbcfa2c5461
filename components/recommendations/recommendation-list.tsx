import { AcceptanceTag } from '@/components/recommendations/acceptance-tag';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateShort } from '@/lib/dates/calendar-date';
import type { RecommendationListed } from '@/lib/recommendations/queries';

/** The recommendations of one source, on its page. */
export function RecommendationList({ recommendations, today }: { recommendations: RecommendationListed[]; today?: string }) {
  if (recommendations.length === 0) return <Empty title="No recommendations yet"><p>None has been written, or none that you may see.</p></Empty>;
  return (
    <Table
      caption={`${recommendations.length} ${recommendations.length === 1 ? 'recommendation' : 'recommendations'}, in the order written`} captionHidden
      columns={[{ header: 'Recommendation' }, { header: 'Addressed to' }, { header: 'By when' }, { header: 'Where it stands' }]}
      rows={recommendations.map((recommendation) => ({
        key: recommendation.id,
        cells: [
          <><a href={`/recommendations/${recommendation.reference}`}><b>{recommendation.reference}</b></a> <span className="typed">{recommendation.text}</span></>,
          recommendation.addressedWords,
          <ByWhen key="when" recommendation={recommendation} today={today} />,
          <><AcceptanceTag state={recommendation.state} />{recommendation.releasedAt && <> <Tag tone="blue">Released</Tag></>}</>,
        ],
      }))}
    />
  );
}

/** By when it is asked for. A document that does not say so leaves it *not stated*. */
export function ByWhen({ recommendation, today }: { recommendation: RecommendationListed; today?: string }) {
  if (recommendation.byWhen) return <span className="whitespace-nowrap">{formatDateShort(recommendation.byWhen, today)}</span>;
  return <span className="soft">{recommendation.recordBasis === 'worked_here' ? 'No date' : 'Not stated'}</span>;
}
