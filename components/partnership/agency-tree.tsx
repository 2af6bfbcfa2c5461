import { Dates } from '@/components/partnership/dates';
import { ExampleMark } from '@/components/partnership/example-mark';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { agencyKindPlurals, areaNames, sourceInWords } from '@/lib/partnership/labels';
import type { AgencyKind, AgencyListed } from '@/lib/partnership/queries';

/** The agencies, a card to each kind, each above those that are part of it. */
export function AgencyTree({ agencies, mayAdd }: { agencies: AgencyListed[]; mayAdd: boolean }) {
  if (agencies.length === 0) {
    return (
      <Card>
        <Empty title="No agencies are recorded yet" action={mayAdd ? { href: '/partnership/agencies/new', label: 'Add an agency' } : undefined}>
          <p>Safeguarding partners come first, then the relevant agencies they name.</p>
        </Empty>
      </Card>
    );
  }
  const kinds = Object.keys(agencyKindPlurals) as AgencyKind[];
  return kinds.filter((kind) => agencies.some((agency) => agency.kind === kind)).map((kind) => <KindOfAgency key={kind} kind={kind} agencies={agencies.filter((agency) => agency.kind === kind)} />);
}

function KindOfAgency({ kind, agencies }: { kind: AgencyKind; agencies: AgencyListed[] }) {
  return (
    <div className="card">
      <Table
        caption={`${agencyKindPlurals[kind]} (${agencies.length})`}
        columns={[{ header: 'Agency' }, { header: 'Part of' }, { header: 'Area' }, { header: 'Where this is from' }]}
        rows={agencies.map((agency) => ({
          key: agency.id,
          cells: [
            <AgencyName key="name" agency={agency} />,
            agency.parentName ?? '–',
            areaNames[agency.area],
            sourceInWords(agency) ?? <ExampleMark shown={agency.example} />,
          ],
        }))}
      />
    </div>
  );
}

function AgencyName({ agency }: { agency: AgencyListed }) {
  return (
    <>
      <a href={`/partnership/agencies/${agency.id}`}>{agency.name}</a>
      {!agency.isCurrent && <span className="soft"><Dates fromOn={agency.fromOn} toOn={agency.toOn} />{agency.successorName && `; then ${agency.successorName}`}</span>}
    </>
  );
}
