import { Card } from '@/components/ui/card';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { levelLabels } from '@/lib/recommendations/findings/labels';
import type { Finding } from '@/lib/recommendations/findings/queries';
import { sourceHref } from '@/lib/recommendations/labels';

/** What was found, why it happened and what shows it. */
export function FindingCard({ finding, mayChange }: { finding: Finding; mayChange: boolean }) {
  const later = finding.state === 'draft' ? 'Not written yet' : 'Not stated';
  const stated = (text: string | null) => (text?.trim() ? <span className="typed">{text}</span> : <span className="soft">{later}</span>);
  const href = finding.source ? sourceHref(finding.source) : undefined;
  const owner = [finding.ownerPost, finding.ownerAgency].filter(Boolean).join(', ');
  const rows: SummaryRow[] = [
    { key: 'Level', value: levelLabels[finding.level] },
    { key: 'Why it happened', value: stated(finding.why) },
    { key: 'What shows it', value: stated(finding.shownBy) },
    { key: 'What children and families said', value: stated(finding.voice) },
    { key: 'Agencies concerned', value: stated(finding.agencies.map((agency) => agency.name).join(', ')) },
    { key: 'Who answers for it', value: stated(owner) },
    { key: 'Comes from', value: href ? <a href={href}>{finding.sourceWords}</a> : finding.sourceWords },
    finding.document
      ? { key: 'Recorded from', value: [finding.document, finding.documentPage].filter(Boolean).join(', ') }
      : { key: 'Written by', value: stated(finding.writtenBy) },
  ];
  return (
    <Card title={finding.kind === 'gap' ? 'What was found' : 'What works well'} id="finding" aside={mayChange && <a href={`/findings/${finding.reference}/change`}>Change it</a>}>
      <p className="typed"><b>{finding.text}</b></p>
      <SummaryList rows={rows} />
    </Card>
  );
}
