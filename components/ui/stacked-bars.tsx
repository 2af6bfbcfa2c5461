import { useId, type ReactNode } from 'react';
import { ChartFrame } from '@/components/ui/chart-frame';
import { Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';

export type Segment = { tone: Tone; count: number };
export type StackedRow = { label: string; href?: string; segments: Segment[] };

type StackedBarsProps = {
  title: string;
  titleHidden?: boolean;
  says?: ReactNode;
  rows: StackedRow[];
  /** The tones in use, in order, with their words: [['red', 'Red'], ['blue', 'Closed']]. */
  tones: [Tone, string][];
  /** Header of the first column in the table behind it: "Agency". */
  of: string;
};

/** The narrowest part, in percent, that has room for a shape and this number on a phone. */
function least(count: number): number {
  return 8 + 3 * String(count).length;
}

/** How many of each tone in each row, as one bar: the shape of the tone and its number are written in every part, so colour is never alone. */
export function StackedBars({ title, titleHidden, says, rows, tones, of }: StackedBarsProps) {
  const widths = rows.map((row) => widthsOf(row, rows));
  const table = (
    <Table
      caption={title}
      captionHidden
      narrow="scroll"
      columns={[{ header: of }, ...tones.map(([, word]) => ({ header: word, numeric: true })), { header: 'All', numeric: true }]}
      rows={rows.map((row) => ({
        key: row.label,
        cells: [row.href ? <a key="a" href={row.href}>{row.label}</a> : row.label, ...tones.map(([tone]) => countOf(row, tone)), sum(row)],
      }))}
    />
  );
  const legend = <p className="legend">{tones.map(([tone, word]) => <Tag key={tone} tone={tone}>{word}</Tag>)}</p>;
  return (
    <ChartFrame title={title} titleHidden={titleHidden} says={says} table={table} legend={legend}>
      <ul className="bars">
        {rows.map((row, place) => (
          <li key={row.label}>
            {row.href ? <a href={row.href}>{row.label}</a> : <span>{row.label}</span>}
            <OneStack row={row} tones={tones} widths={widths[place] ?? new Map()} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function OneStack({ row, tones, widths }: { row: StackedRow; tones: [Tone, string][]; widths: Map<Tone, number> }) {
  const id = useId();
  const words = tones.filter(([tone]) => countOf(row, tone) > 0).map(([tone, word]) => `${countOf(row, tone)} ${word.toLowerCase()}`);
  return (
    <svg role="img" aria-labelledby={id} width="100%" height="26">
      <title id={id}>{`${row.label}: ${words.join(', ') || 'none'}`}</title>
      {tones.map(([tone], place) => {
        const width = widths.get(tone) ?? 0;
        if (width === 0) return null;
        const from = tones.slice(0, place).reduce((all, [before]) => all + (widths.get(before) ?? 0), 0);
        return (
          <svg key={tone} x={`${from}%`} width={`${width}%`} height="100%" className={`segment segment-${tone}`}>
            <rect width="100%" height="100%" />
            <svg x="50%" y="50%" overflow="visible">
              <g transform={`translate(${-7 - 4 * String(countOf(row, tone)).length} 0)`}>
                <Shape tone={tone} />
                <text x="14" dominantBaseline="central">{countOf(row, tone)}</text>
              </g>
            </svg>
          </svg>
        );
      })}
    </svg>
  );
}

/** The shape of the tag of this tone, left of the number. */
function Shape({ tone }: { tone: Tone }) {
  switch (tone) {
    case 'red': return <rect className="shape" x="1" y="-4.5" width="9" height="9" />;
    case 'amber': return <path className="shape" d="M5.5 -5 L11 4.5 H0 Z" />;
    case 'green': return <circle className="shape" cx="5.5" cy="0" r="5" />;
    case 'blue': return <path className="shape-line" d="M1 0 L4.5 3.5 L10.5 -4" />;
    case 'grey': return <circle className="shape-line" cx="5.5" cy="0" r="4" />;
  }
}

function countOf(row: StackedRow, tone: Tone): number {
  return row.segments.filter((segment) => segment.tone === tone).reduce((all, segment) => all + segment.count, 0);
}

function sum(row: StackedRow): number {
  return row.segments.reduce((all, segment) => all + segment.count, 0);
}

/** Widths in percent: in proportion to the longest row, but never so narrow that shape and number have no room; a row that grew too long by that is drawn in to fit. */
function widthsOf(row: StackedRow, rows: StackedRow[]): Map<Tone, number> {
  const longest = Math.max(1, ...rows.map(sum));
  const parts = row.segments
    .filter((segment) => segment.count > 0)
    .map(({ tone, count }) => ({ tone, floor: least(count), width: Math.max(least(count), (count / longest) * 100) }));
  const over = parts.reduce((all, part) => all + part.width, 0) - 100;
  const spare = parts.reduce((all, part) => all + part.width - part.floor, 0);
  const drawnIn = over > 0 && spare > 0 ? Math.min(1, over / spare) : 0;
  return new Map(parts.map(({ tone, floor, width }) => [tone, width - (width - floor) * drawnIn]));
}
