import { randomUUID } from 'node:crypto';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { Recommendation } from '@/lib/recommendations/queries';
import { whatStopsReleasing } from '@/lib/recommendations/rules';
import { submitReleaseRecommendation } from '@/lib/recommendations/server-actions';

/** Whether the people who own its actions read its text, and letting them. */
export function ReleaseCard({ recommendation, mayRelease }: { recommendation: Recommendation; mayRelease: boolean }) {
  const { reference, releasedAt, releasedBy, acceptance } = recommendation;
  if (releasedAt) return <Card title="Release" id="release"><p>Released {formatInstant(releasedAt)}{releasedBy && ` by ${releasedBy}`}. Its text travels with its actions.</p></Card>;
  if (acceptance === 'not_accepted') return <Card title="Release" id="release"><p>A recommendation that was not accepted is not released.</p></Card>;
  const issues = whatStopsReleasing(recommendation);
  return (
    <Card title="Release" id="release">
      <p>Once released, its text travels with its actions to the people who own them. {recommendation.reviewId && 'Where it comes from stays hidden until the review is published.'}</p>
      {issues.length > 0 && <Blocked issues={issues} />}
      {issues.length === 0 && mayRelease && (
        <Form id="release" action={submitReleaseRecommendation} formKey={randomUUID()} version={recommendation.version} title={`Recommendation ${reference}`} submitLabel="Release it" hidden={{ reference, _page: `/recommendations/${reference}` }}>{null}</Form>
      )}
      {issues.length === 0 && !mayRelease && <p className="soft">The business unit or the lead reviewer releases it.</p>}
    </Card>
  );
}
