import { AcceptanceTag } from '@/components/recommendations/acceptance-tag';
import { ByWhen } from '@/components/recommendations/recommendation-list';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateShort } from '@/lib/dates/calendar-date';
import type { RecommendationListed } from '@/lib/recommendations/queries';

type Props = { recommendations: RecommendationListed[]; total: number; order: 'reference' | 'when'; hrefFor: (sort: 'reference' | 'when') => string; today: string; filtered: boolean; mayWrite: boolean };

export function RecommendationsTable({ recommendations, total, order, hrefFor, today, filtered, mayWrite }: Props) {
  if (recommendations.length === 0) {
    return (
      <Empty title={filtered ? 'No recommendation fits this choice' : 'No recommendations yet'} action={filtered ? { href: '/recommendations', label: 'Show all' } : mayWrite ? { href: '/recommendations/new', label: 'Write a recommendation' } : undefined}>
        <p>{filtered ? 'There is none that you may see. Take a filter away.' : 'There is none that you may see. What is recommended to you comes with your actions once it is released.'}</p>
      </Empty>
    );
  }
  const mixed = recommendations.some((recommendation) => recommendation.example) && recommendations.some((recommendation) => !recommendation.example);
  return (
    <Table
      caption={`${total} ${total === 1 ? 'recommendation' : 'recommendations'} that you may see, ${order === 'when' ? 'the soonest by-when date first' : 'newest first'}`}
      columns={[
        { header: 'Recommendation', sort: hrefFor('reference'), sorted: order === 'reference' ? 'descending' : undefined },
        { header: 'Comes from' },
        { header: 'Addressed to' },
        { header: 'By when', sort: hrefFor('when'), sorted: order === 'when' ? 'ascending' : undefined },
        { header: 'Where it stands' },
      ]}
      rows={recommendations.map((recommendation) => ({
        key: recommendation.id,
        cells: [
          <><a href={`/recommendations/${recommendation.reference}`}><b>{recommendation.reference}</b></a> {recommendation.text}{mixed && recommendation.example && <span className="soft">EXAMPLE</span>}</>,
          recommendation.source ? <>{recommendation.source.title}<span className="soft">{recommendation.source.reference}</span></> : <span className="soft">{recommendation.sourceWords}</span>,
          recommendation.addressedWords,
          <ByWhen key="when" recommendation={recommendation} today={today} />,
          <><AcceptanceTag state={recommendation.state} />{recommendation.acceptedOn && <span className="soft">{formatDateShort(recommendation.acceptedOn, today)}</span>}{recommendation.releasedAt && <span className="soft"><Tag tone="blue">Released</Tag></span>}</>,
        ],
      }))}
    />
  );
}
