import { Card } from '@/components/ui/card';
import type { Decision } from '@/lib/reviews/decisions/queries';

/** What the partners decide on, with the way to it. */
export function DecisionSubject({ decision }: { decision: Decision }) {
  const { href, words } = subjectOf(decision);
  return (
    <Card title={words} aside={<a href={href}>Open {decision.reference}</a>}>
      <p className="typed">{decision.title}</p>
      {decision.reviewReference && decision.reviewReference !== decision.reference && <p className="soft">From <a href={`/reviews/${decision.reviewReference}`}>{decision.reviewReference} {decision.reviewTitle}</a></p>}
    </Card>
  );
}

function subjectOf({ recommendationId, actionId, reference }: Decision) {
  if (recommendationId) return { href: `/recommendations/${reference}`, words: `The recommendation ${reference}` };
  if (actionId) return { href: `/plan/${reference}`, words: `The action ${reference}` };
  return { href: `/reviews/${reference}`, words: `The review ${reference}` };
}
