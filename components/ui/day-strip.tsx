type DayStripProps = {
  /** The day it is now, counted from 1; nought or less before the clock starts. */
  day: number;
  of: number;
  /** The day on which it ends, where that was moved: the strip goes on to it, and marks the last of `of`. */
  end?: number;
  /** What the clock is of, for listeners: "RR-2026-07". */
  label: string;
  unit?: 'day' | 'month';
  /** What belongs to a day: { 5: 'Mid-point meeting' }. Listed under the strip unless it is compact. */
  marks?: Record<number, string>;
  /** Thin cells with only today's number, for a list of clocks. */
  compact?: boolean;
  /** The clock was stopped on `day`, so no cell is today's. */
  finished?: boolean;
};

/** A clock one can see: one cell for each day, those gone by filled, today ringed, those over the limit hatched. Listeners get one sentence. */
export function DayStrip({ day, of, end = of, label, unit = 'day', marks = {}, compact, finished }: DayStripProps) {
  const late = Math.max(0, day - end);
  // A clock moved far away or long overrun would squeeze its own days away: draw as many cells more as it has days at most, and write the rest as a number.
  const toEnd = Math.min(end, 2 * of);
  const drawn = Math.max(of, toEnd + Math.min(late, of));
  const now = late > 0 ? drawn : Math.min(day, toEnd);
  const cells = Array.from({ length: drawn }, (_, place) => place + 1);
  const listed = Object.entries(marks);
  return (
    <>
      <div className={compact ? 'strip strip-compact' : 'strip'} role="img" aria-label={sentence({ day, of, end, label, unit, finished, marks })}>
        {cells.map((cell) => {
          const today = !finished && cell === now;
          const written = cell === now && cell !== day ? day : cell === toEnd ? end : cell;
          return (
            <i key={cell} className={`${state(cell, day, toEnd, today)}${marks[cell] ? ' marked' : ''}${end !== of && cell === of ? ' ruled' : ''}`}>
              {!compact || today || cell === now ? written : null}
            </i>
          );
        })}
      </div>
      {!compact && listed.length > 0 && (
        <ul className="strip-marks" aria-hidden="true">
          {listed.map(([marked, text]) => <li key={marked}><b>{marked}</b> {text}</li>)}
        </ul>
      )}
    </>
  );
}

function state(cell: number, day: number, end: number, today: boolean): string {
  if (today) return cell > end ? 'today late' : 'today';
  if (cell > end) return day > end ? 'late' : 'left';
  return cell <= day ? 'past' : 'left';
}

function sentence({ day, of, end, label, unit, finished, marks }: Required<Pick<DayStripProps, 'day' | 'of' | 'end' | 'label' | 'unit' | 'marks'>> & { finished?: boolean }): string {
  const late = day - end;
  const where = day < 1 ? `not started, ${of} ${unit}s` : `${finished ? 'finished on ' : ''}${unit} ${day} of ${of}`;
  const over = late > 0 ? `, ${late} ${unit}${late === 1 ? '' : 's'} late` : '';
  const moved = end !== of ? `, moved to end on ${unit} ${end}` : '';
  const marked = Object.entries(marks).map(([on, text]) => `${unit} ${on} ${text}`);
  return `${label}: ${where}${moved}${over}${marked.length > 0 ? `. ${marked.join(', ')}` : ''}`;
}
