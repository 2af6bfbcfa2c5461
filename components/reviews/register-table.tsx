import { StageTag } from '@/components/reviews/stage-tag';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { areaNames } from '@/lib/partnership/labels';
import { outcomeLabels, reviewKindShort, wordFor } from '@/lib/reviews/labels';
import type { ReviewListed } from '@/lib/reviews/queries';

export function RegisterTable({ reviews, mixed, mayRecord }: { reviews: ReviewListed[]; mixed: boolean; mayRecord: boolean }) {
  if (reviews.length === 0) {
    return (
      <Empty title="No reviews here" action={mayRecord ? { href: '/reviews/new', label: 'Record a serious incident notification' } : undefined}>
        <p>There are none that you may see with this choice. Take a filter away, or ask the business unit for a place on a review’s list.</p>
      </Empty>
    );
  }
  return (
    <Table
      caption={`${reviews.length} ${reviews.length === 1 ? 'review' : 'reviews'} that you may see, newest year first`}
      columns={[{ header: 'Review' }, { header: 'Kind' }, { header: 'Where it stands' }, { header: 'Clock' }, { header: 'Year' }]}
      rows={reviews.map((review) => ({
        key: review.id,
        tone: review.clock?.state === 'late' ? 'red' : undefined,
        cells: [
          <><a href={`/reviews/${review.reference}`}><b>{review.reference}</b> {review.title}</a><span className="soft">{wordFor(areaNames, review.area)}{mixed && review.example ? ' · EXAMPLE' : ''}</span></>,
          reviewKindShort[review.kind],
          <><StageTag stage={review.stage} />{review.outcome && <span className="soft">{outcomeLabels[review.outcome as keyof typeof outcomeLabels]}</span>}{review.agenciesMissing > 0 && review.stage === 'gathering' && <span className="soft">{review.agenciesMissing} of {review.agenciesAsked} agency information reports missing</span>}</>,
          review.clock ? <>{review.clock.words}{review.clock.moved && <span className="soft">{review.clock.moved.because}</span>}</> : review.recordedFrom ? <span className="soft">Not stated</span> : review.isPublished ? '' : '–',
          <>{review.reportingYear}{review.recordedFrom && <span className="soft">{review.recordedFrom}</span>}</>,
        ],
      }))}
    />
  );
}
