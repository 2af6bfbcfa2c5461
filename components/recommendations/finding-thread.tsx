import { Steps } from '@/components/ui/steps';
import { Thread, type ThreadPart } from '@/components/ui/thread';
import { formatDateShort, todayInEngland } from '@/lib/dates/calendar-date';
import { agreementLabels, stateLabels } from '@/lib/recommendations/findings/labels';
import type { Finding } from '@/lib/recommendations/findings/queries';
import { sourceHref } from '@/lib/recommendations/labels';
import { reviewKindShort, sourceKindLabels } from '@/lib/reviews/labels';

export type Forward = { recommendations: number; actions: number; red: number; evidence: { reached: number; words: string } };

/** The chain of one finding: back to what it comes from, forward to what is recommended and done about it and what that shows. */
export function FindingThread({ finding, forward, today }: { finding: Finding; forward: Forward; today: string }) {
  const { source } = finding;
  const parts: ThreadPart[] = [
    source
      ? { value: source.title, label: finding.reviewKind ? reviewKindShort[finding.reviewKind] : sourceKindLabels[source.kind], href: sourceHref(source) }
      : { value: '–', label: 'A review not yet published', muted: true },
    finding.recordBasis === 'worked_here'
      ? { value: formatDateShort(todayInEngland(finding.recordedAt), today), label: 'Found', current: finding.state === 'draft', href: '#finding' }
      : { value: 'Recorded', label: finding.document ?? 'From a document', href: '#finding' },
    { value: finding.decidedOn ? formatDateShort(finding.decidedOn, today) : finding.agreement ? 'Not stated' : '–', label: finding.agreement ? agreementLabels[finding.agreement] : 'Agreement', href: '#agreement', muted: !finding.agreement },
    { value: forward.recommendations, label: forward.recommendations === 1 ? 'Recommendation' : 'Recommendations', href: '#recommendations', muted: forward.recommendations === 0 },
    { value: forward.actions, label: forward.red > 0 ? `Actions, ${forward.red} red` : forward.actions === 1 ? 'Action' : 'Actions', href: '#actions', muted: forward.actions === 0 },
    { value: <Steps reached={forward.evidence.reached} label={forward.evidence.words} />, label: 'Checked evidence', href: forward.actions > 0 ? '#actions' : undefined, muted: forward.evidence.reached === 0 },
    ...(finding.kind === 'gap' && finding.agreement === 'agreed' ? [{ value: finding.answeredOn && finding.answer ? formatDateShort(finding.answeredOn, today) : '–', label: stateLabels[finding.state], href: '#answer', muted: !finding.answer }] : []),
  ];
  return <Thread label="From its source to what became of it" parts={parts} />;
}
