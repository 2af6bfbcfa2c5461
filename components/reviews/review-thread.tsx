import { Steps } from '@/components/ui/steps';
import { Thread, type ThreadPart } from '@/components/ui/thread';
import { formatDateShort } from '@/lib/dates/calendar-date';
import type { Review } from '@/lib/reviews/queries';

export type Chain = { recommendations: number; actions: number; red: number; evidence: { reached: number; words: string } };

/** The golden thread of a review: notification to impact in one row, each part a link to what stands behind it. */
export function ReviewThread({ review, chain, today }: { review: Review; chain: Chain; today: string }) {
  const path = `/reviews/${review.reference}`;
  const clock = review.clocks.find((one) => one.rule === (review.kind === 'rapid_review' ? 'rapid_review' : 'lcspr'));
  const worked = review.recordBasis === 'worked_here';
  const begun = review.undertakenFrom !== null;
  const parts: ThreadPart[] = [
    review.kind === 'rapid_review'
      ? { value: review.notification?.sentOn ? formatDateShort(review.notification.sentOn, today) : worked ? 'Not sent' : 'Not stated', label: 'Notification', href: review.notification ? '#notification' : undefined, muted: !review.notification }
      : { value: review.origins.length || '–', label: review.origins.length === 1 ? 'Rapid review it came from' : 'Rapid reviews it came from', href: review.origins[0] ? `/reviews/${review.origins[0].reference}` : undefined, muted: review.origins.length === 0 },
    { value: clock ? (clock.metOn ? formatDateShort(clock.metOn, today) : `${clock.reading.unit === 'day' ? 'Day' : 'Month'} ${Math.max(0, clock.reading.day)}`) : begun ? 'Held' : '–', label: review.kind === 'rapid_review' ? 'Rapid review' : 'Review', href: clock ? '#clocks' : '#about', current: review.stage === 'gathering' || review.stage === 'notified' || review.stage === 'under_way' },
  ];
  if (review.kind === 'rapid_review') {
    parts.push({
      value: review.decision?.decidedFrom ? formatDateShort(review.decision.decidedFrom, today) : review.decision ? `${review.decision.views.length} view${review.decision.views.length === 1 ? "" : "s"} in` : '–',
      label: 'Decision', href: worked ? `${path}/decision` : undefined, current: review.stage === 'deciding', muted: !review.decision,
    });
  }
  const continuation = review.continuations[0];
  if (continuation) parts.push({ value: 'LCSPR', label: continuation.inferred ? 'Followed, link inferred' : 'Followed', href: `/reviews/${continuation.reference}` });
  parts.push(
    { value: chain.recommendations, label: chain.recommendations === 1 ? 'Recommendation' : 'Recommendations', href: `/recommendations?source=${review.reference}`, muted: chain.recommendations === 0 },
    { value: chain.actions, label: chain.red > 0 ? `Actions, ${chain.red} red` : chain.actions === 1 ? 'Action' : 'Actions', href: `/plan?source=${review.reference}`, muted: chain.actions === 0 },
    { value: <Steps reached={chain.evidence.reached} label={chain.evidence.words} />, label: 'Checked evidence', href: chain.actions > 0 ? `/plan?source=${review.reference}` : undefined, muted: chain.evidence.reached === 0 },
  );
  return <Thread parts={parts} />;
}
