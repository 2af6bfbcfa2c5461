import { Dates } from '@/components/partnership/dates';
import { Card } from '@/components/ui/card';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import type { AgencyShown } from '@/lib/partnership/agencies/queries';
import { agencyKindNames, areaNames, recordBasisNames, sourceInWords } from '@/lib/partnership/labels';
import type { AgencyListed } from '@/lib/partnership/queries';

/** One agency: what it is, what it was called when, and what stands above and below it. */
export function AgencyRecord({ agency, mayChange }: { agency: AgencyShown; mayChange: boolean }) {
  const here = `/partnership/agencies/${agency.id}/change`;
  const rows: SummaryRow[] = [
    { key: 'Kind', value: agencyKindNames[agency.kind], change: mayChange ? { href: here } : undefined },
    { key: 'Area', value: areaNames[agency.area] },
    ...(agency.isCouncil ? [{ key: 'Council', value: 'It notifies the serious incidents of its area' }] : []),
    { key: 'Part of', value: agency.parentId ? <a href={`/partnership/agencies/${agency.parentId}`}>{agency.parentName}</a> : 'Nothing: it stands by itself' },
    { key: 'Its days', value: <Dates fromOn={agency.fromOn} toOn={agency.toOn} />, change: mayChange ? { href: `${here}?what=end`, label: agency.toOn ? 'Change' : 'End', hidden: agency.toOn ? 'the last day' : 'this agency' } : undefined },
    { key: 'How it came to be here', value: sourceInWords(agency) ?? recordBasisNames[agency.recordBasis] },
  ];
  if (agency.successorId) rows.push({ key: 'Who took its duties on', value: <a href={`/partnership/agencies/${agency.successorId}`}>{agency.successorName}</a> });
  return (
    <>
      <Card title="About it"><SummaryList rows={rows} /></Card>
      <Card title="Names" aside={mayChange && <a href={`${here}?what=name`}>Give it a new name</a>}>
        <SummaryList rows={agency.names.map((name) => ({ key: name.name, value: <Dates fromOn={name.fromOn} toOn={name.toOn} /> }))} />
      </Card>
      <Others title="Part of it" agencies={agency.below} />
      <Others title="Whose duties it took on" agencies={agency.before} />
    </>
  );
}

function Others({ title, agencies }: { title: string; agencies: AgencyListed[] }) {
  if (agencies.length === 0) return null;
  return (
    <Card title={title}>
      <ul>{agencies.map((agency) => <li key={agency.id}><a href={`/partnership/agencies/${agency.id}`}>{agency.name}</a></li>)}</ul>
    </Card>
  );
}
