import { Steps } from '@/components/ui/steps';
import { Thread, type ThreadPart } from '@/components/ui/thread';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { outcomeShort } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';

export type Chain = { findings: number; recommendations: number; actions: number; red: number; evidence: { reached: number; words: string } };

/** The golden thread of a review: notification to impact in one row, each part a link to what stands behind it. */
export function ReviewThread({ review, chain, today }: { review: Review; chain: Chain; today: string }) {
  const path = `/reviews/${review.reference}`;
  const clock = review.clocks.find((one) => one.rule === (review.kind === 'rapid_review' ? 'rapid_review' : 'lcspr'));
  const worked = review.recordBasis === 'worked_here';
  const begun = review.undertakenFrom !== null;
  const continuation = review.continuations[0];
  // Whoever does not see the drafts, or not the whole plan, is told what is counted.
  const counted = review.sees.case ? '' : review.sees.plan ? ' accepted' : ' you may see';
  const parts: ThreadPart[] = [
    ...(review.kind === 'rapid_review'
      ? [{ value: review.notifiedOn ? formatDateShort(review.notifiedOn, today) : worked ? 'Not sent' : 'Not stated', label: 'Notification', href: review.notification ? '#notification' : undefined, muted: !review.notifiedOn }]
      : originsOf(review)),
    { value: clock ? (clock.metOn ? formatDateShort(clock.metOn, today) : `${clock.reading.unit === 'day' ? 'Day' : 'Month'} ${Math.max(0, clock.reading.day)}`) : review.sentToPanelOn ? formatDateShort(review.sentToPanelOn, today) : begun ? 'Held' : worked ? '–' : review.completedFrom ? 'Completed' : 'Not stated', label: review.kind === 'rapid_review' ? 'Rapid review' : 'Review', href: clock ? '#clocks' : worked ? undefined : '#about', current: review.stage === 'gathering' || review.stage === 'notified' || review.stage === 'under_way' },
  ];
  if (review.kind === 'rapid_review') {
    parts.push({
      value: decisionOf(review, today), label: 'Decision', href: review.rapidReview ? `${path}/decision` : undefined, current: review.stage === 'deciding', muted: !review.putOn && !review.outcome,
    });
  }
  if (continuation) parts.push({ value: 'LCSPR', label: 'Followed', href: `/reviews/${continuation.reference}` });
  parts.push(
    ...(chain.findings > 0 ? [{ value: chain.findings, label: chain.findings === 1 ? 'Finding' : 'Findings', href: '#findings' }] : []),
    { value: chain.recommendations, label: `${chain.recommendations === 1 ? 'Recommendation' : 'Recommendations'}${counted}`, href: `/recommendations?source=${review.reference}`, muted: chain.recommendations === 0 },
    { value: chain.actions, label: `${chain.actions === 1 ? 'Action' : 'Actions'}${review.sees.plan ? '' : counted}${chain.red > 0 ? `, ${chain.red} red` : ''}`, href: `/plan?source=${review.reference}`, muted: chain.actions === 0 },
    { value: <Steps reached={chain.evidence.reached} />, label: `Checked evidence, ${chain.evidence.words}`, href: chain.actions > 0 ? `/plan?source=${review.reference}` : undefined, muted: chain.evidence.reached === 0 },
  );
  return <Thread parts={parts} />;
}

/** Where the reader does not see every review, one that is not shown may be there. */
function originsOf({ origins, sees, recordBasis }: Review): ThreadPart[] {
  if (origins.length === 0 && !sees.spines) return [];
  return [{ value: origins.length || (recordBasis === 'worked_here' ? '–' : 'Not stated'), label: origins.length === 1 ? 'Rapid review it came from' : 'Rapid reviews it came from', href: origins[0] ? `/reviews/${origins[0].reference}` : undefined, muted: origins.length === 0 }];
}

function decisionOf({ decidedOn, outcome, putOn, decision, recordBasis }: Review, today: string): string {
  if (decidedOn) return formatDateShort(decidedOn, today);
  if (recordBasis !== 'worked_here') return outcome ? outcomeShort[outcome] : 'Not stated';
  if (!putOn) return '–';
  return decision ? `${decision.views.length} ${decision.views.length === 1 ? 'view' : 'views'} in` : 'With the partners';
}
