import { Card } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import type { Year } from '@/lib/assurance/queries';
import { capitalised } from '@/lib/assurance/rules';

/** Numbers the report prints itself, kept as it gives them. Two that look like one are shown beside each other, not made to agree. */
export function ReportedCounts({ counts }: { counts: Year['counts'] }) {
  const apart = counts.filter((count) => count.note?.includes('not reconciled'));
  const others = counts.filter((count) => !apart.includes(count));
  return (
    <>
      {apart.length > 1 && (
        <Card title={`${capitalised(apart[0]!.counted)}: ${apart.map((count) => count.value.toLocaleString('en-GB')).join(' beside ')}`}>
          <p><b>Two counts, not reconciled.</b> The report gives both; neither is changed to fit the other.</p>
          <Table caption="The two counts" captionHidden columns={[{ header: 'Counted' }, { header: 'Number', numeric: true }, { header: 'Where' }]} rows={apart.map((count) => ({ key: count.key, cells: [<>{capitalised(count.counted)}{count.quote && <span className="soft">“{count.quote}”</span>}</>, count.value.toLocaleString('en-GB'), count.provenance] }))} />
        </Card>
      )}
      <Card title="Other numbers the report prints">
        <Table caption={`${others.length} numbers, as the report gives them`} columns={[{ header: 'Counted' }, { header: 'Number', numeric: true }, { header: 'Where' }]} rows={others.map((count) => ({ key: count.key, cells: [capitalised(count.counted), count.value.toLocaleString('en-GB'), count.provenance] }))} />
      </Card>
    </>
  );
}
