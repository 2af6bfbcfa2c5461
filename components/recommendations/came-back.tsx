import { Card } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { inOneLine } from '@/lib/recommendations/rules';
import type { FindingListed } from '@/lib/recommendations/findings/queries';
import { placeWords } from '@/lib/recommendations/findings/rules';

const shown = 10;

/** Gaps that were found before: each chain once, by the latest finding, the most often found first. */
export function CameBack({ findings }: { findings: FindingListed[] }) {
  if (findings.length === 0) return <Card title="Findings that came back" id="came-back"><p className="soft">No agreed gap repeats an earlier one, as far as is recorded.</p></Card>;
  return (
    <Card title="Findings that came back" id="came-back">
      <Table
        caption={`${Math.min(shown, findings.length)} of ${findings.length} ${findings.length === 1 ? 'gap' : 'gaps'} found more than once, the most often found first`}
        columns={[{ header: 'Latest finding' }, { header: 'Found' }, { header: 'Themes' }]}
        rows={findings.slice(0, shown).map((finding) => ({
          key: finding.id,
          cells: [
            <><a href={`/findings/${finding.reference}`}>{finding.reference}</a> {inOneLine(finding.text)}</>,
            finding.place ? placeWords(finding.place) : '',
            finding.themes.map((theme) => theme.name).join(', ') || <span className="soft">None yet</span>,
          ],
        }))}
      />
      <p><a href="/findings?repeats=yes&kind=gap&sort=repeats">All that came back</a></p>
    </Card>
  );
}
