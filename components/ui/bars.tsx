import { useId, type ReactNode } from 'react';
import { ChartFrame } from '@/components/ui/chart-frame';
import { Table } from '@/components/ui/table';

export type Bar = { label: string; value: number; /** The rows behind it. */ href?: string; /** After the number: "of 38". */ note?: string };

type BarsProps = {
  title: string;
  titleHidden?: boolean;
  says?: ReactNode;
  bars: Bar[];
  /** What a full bar is; the longest one unless given. */
  full?: number;
  /** Headers of the table behind it: ["Level", "Recommendations"]. */
  headers: [string, string];
};

/** Horizontal bars with the number beside each: drawn in percentages, so that the words keep their size on a phone, in print and when enlarged. */
export function Bars({ title, titleHidden, says, bars, full, headers }: BarsProps) {
  const longest = full ?? Math.max(1, ...bars.map((bar) => bar.value));
  // The number stands after its bar, so a full bar leaves it room: in percent, for a phone, where a bar can be 240 pixels and a letter 8.
  const room = Math.min(45, (Math.max(...bars.map((bar) => `${bar.value} ${bar.note ?? ''}`.length)) * 8 * 100) / 240 + 4);
  const rows = bars.map((bar) => ({ key: bar.label, cells: [bar.href ? <a key="a" href={bar.href}>{bar.label}</a> : bar.label, `${bar.value}${bar.note ? ` ${bar.note}` : ''}`] }));
  return (
    <ChartFrame title={title} titleHidden={titleHidden} says={says} table={<Table caption={title} captionHidden columns={[{ header: headers[0] }, { header: headers[1], numeric: true }]} rows={rows} narrow="scroll" />}>
      <ul className="bars">
        {bars.map((bar) => (
          <li key={bar.label}>
            {bar.href ? <a href={bar.href}>{bar.label}</a> : <span>{bar.label}</span>}
            <OneBar {...bar} longest={longest} room={room} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function OneBar({ label, value, note, longest, room }: Bar & { longest: number; room: number }) {
  const id = useId();
  const width = (value / longest) * (100 - room);
  return (
    <svg role="img" aria-labelledby={id} width="100%" height="24">
      <title id={id}>{`${label}: ${value}${note ? ` ${note}` : ''}`}</title>
      <line x1="0" x2="0" y1="0" y2="100%" />
      <rect width={`${width}%`} height="100%" />
      <text x={`${width}%`} dx="8" y="50%" dominantBaseline="central">{value}{note && <tspan className="bar-note"> {note}</tspan>}</text>
    </svg>
  );
}
