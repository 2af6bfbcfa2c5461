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
          <><a href={`/recommendations/${recommendation.reference}`}><b>{recommendation.reference}</b></a><span className="typed">{recommendation.text}</span></>,
          recommendation.addressedWords,
          recommendation.byWhen ? formatDateShort(recommendation.byWhen, today) : <span className="soft">Not stated</span>,
          <><AcceptanceTag state={recommendation.state} />{recommendation.releasedAt && <> <Tag tone="blue">Released</Tag></>}</>,
        ],
      }))}
    />
  );
}
