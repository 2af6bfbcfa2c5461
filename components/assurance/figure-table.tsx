import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import type { FigureRow } from '@/lib/assurance/queries';

/** The rows behind one figure, each with why it counts, or with what else `beside` says of it. Whoever reads it sees only what they may, and is told that this is so. */
export function FigureTable({ rows, caption, beside = 'Why it counts' }: { rows: FigureRow[]; caption: string; beside?: string }) {
  if (rows.length === 0) return <Empty title="None"><p>No record that you may see counts here.</p></Empty>;
  const mixed = rows.some((row) => row.example) && rows.some((row) => !row.example);
  return (
    <>
      <Table
        caption={caption}
        columns={[{ header: 'Record' }, { header: beside }]}
        rows={rows.map((row) => ({ key: row.key, cells: [<a key="a" href={row.href}><b>{row.reference}</b> {row.title}{mixed && row.example ? ' · EXAMPLE' : ''}</a>, row.because] }))}
      />
      <p className="soft small">Leaves out any record that you may not see.</p>
    </>
  );
}
