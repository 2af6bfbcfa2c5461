import { Steps } from '@/components/ui/steps';
import { Thread, type ThreadPart } from '@/components/ui/thread';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { hiddenReviewsWords, levelWords, stageNames } from '@/lib/plan/labels';
import type { ActionShown } from '@/lib/plan/queries';
import { sourceTitles, stepsReached } from '@/lib/plan/rules';
import { sourceKindLabels } from '@/lib/reviews/labels';

/** The golden thread of an action: back to what it comes from, forward to what it shows and to when its impact is measured. */
export function ActionThread({ action, today }: { action: ActionShown; today: string }) {
  const parts: ThreadPart[] = [
    sourcePart(action),
    recommendationPart(action),
    { value: action.reference, label: `Action: ${stageNames[action.stage].toLowerCase()}`, href: '#action', current: true },
    { value: <Steps reached={stepsReached(action.level)} />, label: `Checked evidence, ${levelWords(action.level)}`, href: '#evidence', muted: action.level === null },
    impactPart(action, today),
  ];
  return <Thread label="From what it comes from to its impact" parts={parts} />;
}

function sourcePart({ sources, hiddenReviews }: ActionShown): ThreadPart {
  const [first, ...others] = sources;
  if (!first) return { value: '–', label: hiddenReviews > 0 ? `From ${hiddenReviewsWords(hiddenReviews)}` : 'From: not stated', muted: true };
  const value = sourceTitles(sources).join(', ');
  if (others.length + hiddenReviews > 0) return { value, label: 'What it comes from', href: '#action' };
  return { value, label: sourceKindLabels[first.kind], href: first.kind === 'review' ? `/reviews/${first.reference}` : `/plan?source=${first.reference}` };
}

function recommendationPart({ recommendations }: ActionShown): ThreadPart {
  const [first, ...others] = recommendations;
  if (!first) return { value: '–', label: 'No recommendation', muted: true };
  if (others.length > 0) return { value: recommendations.map((one) => one.reference).join(', '), label: 'Recommendations', href: '#action' };
  return { value: first.reference, label: 'Recommendation', href: `/recommendations/${first.reference}` };
}

/** Impact is judged on the recommendation, by its own measure: what is known so far is when that is taken. */
function impactPart({ recommendations }: ActionShown, today: string): ThreadPart {
  const [next] = recommendations.filter((one) => one.measureOn !== null).toSorted((a, b) => (a.measureOn! < b.measureOn! ? -1 : 1));
  if (!next) return { value: '–', label: 'Impact, no date to measure it', muted: true };
  return { value: formatDateShort(next.measureOn!, today), label: 'Impact to be measured', href: `/recommendations/${next.reference}`, muted: true };
}
