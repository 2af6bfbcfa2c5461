import { FindingTag } from '@/components/recommendations/finding-tag';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { sortLabels } from '@/lib/recommendations/findings/labels';
import type { FindingListed } from '@/lib/recommendations/findings/queries';
import { placeWords, type Sort } from '@/lib/recommendations/findings/rules';

type Props = { findings: FindingListed[]; total: number; order: Sort; hrefFor: (sort: Sort) => string; filtered: boolean; mayWrite: boolean };

/** The register of findings. */
export function FindingsTable({ findings, total, order, hrefFor, filtered, mayWrite }: Props) {
  if (findings.length === 0) {
    return (
      <Empty title={filtered ? 'No finding fits this choice' : 'No findings yet'} action={filtered ? { href: '/findings', label: 'Show all' } : mayWrite ? { href: '/findings/new', label: 'Write a finding' } : undefined}>
        <p>{filtered ? 'There is none that you may see. Take a filter away.' : 'There is none that you may see. What is found in a review is shown once it is agreed.'}</p>
      </Empty>
    );
  }
  const mixed = findings.some((finding) => finding.example) && findings.some((finding) => !finding.example);
  return (
    <Table
      caption={`${total} ${total === 1 ? 'finding' : 'findings'} that you may see, ${sortLabels[order].toLowerCase()}`}
      columns={[
        { header: 'Finding', sort: hrefFor('reference'), sorted: order === 'reference' ? 'descending' : undefined },
        { header: 'Comes from', sort: hrefFor('year'), sorted: order === 'year' ? 'descending' : undefined },
        { header: 'Themes' },
        { header: 'Found again', sort: hrefFor('repeats'), sorted: order === 'repeats' ? 'descending' : undefined },
        { header: 'Where it stands' },
      ]}
      rows={findings.map((finding) => ({ key: finding.id, cells: cellsOf(finding, mixed) }))}
    />
  );
}

function cellsOf(finding: FindingListed, mixed: boolean) {
  return [
    <><a href={`/findings/${finding.reference}`}><b>{finding.reference}</b></a> <span className="typed">{finding.text}</span>{mixed && finding.example && <span className="soft">EXAMPLE</span>}</>,
    finding.source ? <>{finding.source.title}<span className="soft">{finding.source.reference}, {finding.year}</span></> : <span className="soft">{finding.sourceWords}</span>,
    finding.themes.length > 0 ? finding.themes.map((theme) => theme.name).join(', ') : <span className="soft">None yet</span>,
    finding.place ? <Tag tone={finding.kind === 'gap' ? 'red' : 'green'}>{placeWords(finding.place)}</Tag> : <span className="soft">–</span>,
    <FindingTag key="state" finding={finding} />,
  ];
}

/** The findings of one source, or those that one recommendation answers. */
export function FindingList({ findings, none }: { findings: FindingListed[]; none: string }) {
  if (findings.length === 0) return <Empty title="No findings yet"><p>{none}</p></Empty>;
  return (
    <Table
      caption={`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}, in the order written`} captionHidden
      columns={[{ header: 'Finding' }, { header: 'Themes' }, { header: 'Where it stands' }]}
      rows={findings.map((finding) => ({
        key: finding.id,
        cells: [
          <><a href={`/findings/${finding.reference}`}><b>{finding.reference}</b></a> <span className="typed">{finding.text}</span>{finding.place && <span className="soft">{placeWords(finding.place)}</span>}</>,
          finding.themes.length > 0 ? finding.themes.map((theme) => theme.name).join(', ') : <span className="soft">None yet</span>,
          <FindingTag key="state" finding={finding} />,
        ],
      }))}
    />
  );
}
