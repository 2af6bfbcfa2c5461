import { ClockLine } from '@/components/reviews/clock-line';
import { CriteriaTable } from '@/components/reviews/criteria-table';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { narrativeFields } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';
import { agenciesMissing } from '@/lib/reviews/rules';

/** What a safeguarding partner decides on, above where they do: how much time is left, what happened, who is safe, the tests, and what is missing. */
export function CaseForDecision({ review }: { review: Review }) {
  const clock = review.clocks.find((one) => one.rule === 'rapid_review');
  const missing = agenciesMissing(review);
  return (
    <Card title="The case" aside={<a href={`/reviews/${review.reference}`}>Read the whole rapid review</a>}>
      {clock && <ClockLine clock={clock} compact />}
      {missing.length > 0 && <Notice tone="warning" title="Agency information reports are missing"><p>{missing.join(', ')}. The fifteen days do not wait for them.</p></Notice>}
      {(['facts', 'immediateSafety'] as const).map((part) => <section key={part}><h3>{narrativeFields[part]}</h3><p className="typed">{review.rapidReview?.[part] || 'Not written yet'}</p></section>)}
      <section><h3>Criteria</h3><CriteriaTable criteria={review.criteria} /></section>
    </Card>
  );
}
