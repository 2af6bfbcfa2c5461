import { Steps } from '@/components/ui/steps';
import { Thread, type ThreadPart } from '@/components/ui/thread';
import { formatDateShort, todayInEngland } from '@/lib/dates/calendar-date';
import { sourceHref, stateLabels } from '@/lib/recommendations/labels';
import type { Recommendation } from '@/lib/recommendations/queries';
import { reviewKindShort, sourceKindLabels } from '@/lib/reviews/labels';

export type Forward = { actions: number; red: number; evidence: { reached: number; words: string } };

/** The chain of one recommendation: back to what it comes from, forward to what is done about it and what that shows. */
export function RecommendationThread({ recommendation, forward, today }: { recommendation: Recommendation; forward: Forward; today: string }) {
  const { source, state } = recommendation;
  const parts: ThreadPart[] = [
    source
      ? { value: source.title, label: recommendation.reviewKind ? reviewKindShort[recommendation.reviewKind] : sourceKindLabels[source.kind], href: sourceHref(source) }
      : { value: '–', label: 'A review not yet published', muted: true },
    recommendation.recordBasis === 'worked_here'
      ? { value: formatDateShort(todayInEngland(recommendation.recordedAt), today), label: 'Written', current: state === 'draft', href: '#recommendation' }
      : { value: 'Recorded', label: recommendation.document ?? 'From a document', href: '#recommendation' },
    { value: recommendation.acceptedOn ? formatDateShort(recommendation.acceptedOn, today) : '–', label: state === 'draft' ? 'Acceptance' : stateLabels[state], href: '#acceptance', muted: !recommendation.acceptedOn },
    { value: recommendation.releasedAt ? formatDateShort(todayInEngland(recommendation.releasedAt), today) : '–', label: recommendation.releasedAt ? 'Released' : 'Not released', href: '#release', muted: !recommendation.releasedAt },
    { value: forward.actions, label: `${forward.actions === 1 ? 'Action' : 'Actions'}${forward.red > 0 ? `, ${forward.red} red` : ''}`, href: '#actions', muted: forward.actions === 0 },
    { value: <Steps reached={forward.evidence.reached} />, label: `Checked evidence, ${forward.evidence.words}`, href: forward.actions > 0 ? '#actions' : undefined, muted: forward.evidence.reached === 0 },
  ];
  return <Thread label="From its source to its evidence" parts={parts} />;
}
