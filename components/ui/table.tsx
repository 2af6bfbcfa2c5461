import { useId, type ReactNode } from 'react';
import type { Tone } from '@/components/ui/tag';

export type Column = {
  header: string;
  /** For a column of buttons: the header is there to be heard, not seen. */
  headerHidden?: boolean;
  /** Where the header links to sort by this column. */
  sort?: string;
  /** Set on the column that the rows are in order of now. */
  sorted?: 'ascending' | 'descending';
  numeric?: boolean;
};

export type Row = { key: string; cells: ReactNode[]; /** A bar at the row's edge; say the status in a cell as well. */ tone?: Tone };

type TableProps = {
  /** How many of what, in which order: "9 actions, latest due first". */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: Column[];
  rows: Row[];
  /** A last row of totals. */
  total?: ReactNode[];
  /** Where there is no room for its columns: stacked into labelled blocks; into short blocks of three lines, for cells that say themselves what they are; or a sideways scroll inside a named region (for many numbers). */
  narrow?: 'stack' | 'brief' | 'scroll';
};

/** A data table: caption, sortable headers that are links, the first cell of each row its header. Where it has no room, as on a phone, every row becomes a block of lines. */
export function Table({ caption, captionHidden, columns, rows, total, narrow = 'stack' }: TableProps) {
  const id = useId();
  const table = (
    <table className={narrow === 'stack' ? 'stacked' : narrow === 'brief' ? 'stacked stacked-brief' : undefined}>
      <caption id={id} className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, place) => (
            <th key={place} scope="col" className={column.numeric ? 'num' : undefined} aria-sort={column.sorted}>
              <Header {...column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.tone && `row-${row.tone}`}>
            <Cells columns={columns} cells={row.cells} />
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <Cells columns={columns} cells={total} />
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (narrow !== 'scroll') return <div className="table-room">{table}</div>;
  return (
    <div className="scrolls" role="region" aria-labelledby={id} tabIndex={0}>
      {table}
    </div>
  );
}

function Header({ header, headerHidden, sort }: Column) {
  if (headerHidden) return <span className="sr-only">{header}</span>;
  if (sort) return <a href={sort}>{header}</a>;
  return header;
}

function Cells({ columns, cells }: { columns: Column[]; cells: ReactNode[] }) {
  return cells.map((cell, place) => {
    const column = columns[place];
    const className = column?.numeric ? 'num' : undefined;
    if (place === 0) return <th key={place} scope="row" className={className}>{cell}</th>;
    return <td key={place} className={className} data-label={column?.headerHidden ? undefined : column?.header}>{cell}</td>;
  });
}
