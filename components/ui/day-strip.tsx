type DayStripProps = {
  /** The day it is now, counted from 1; nought or less before the clock starts. */
  day: number;
  of: number;
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
export function DayStrip({ day, of, label, unit = 'day', marks = {}, compact, finished }: DayStripProps) {
  const late = Math.max(0, day - of);
  // A clock long overrun would squeeze its own days away: draw as many late cells as the clock has days at most, and write the rest as a number.
  const drawn = of + Math.min(late, of);
  const cells = Array.from({ length: drawn }, (_, place) => place + 1);
  const listed = Object.entries(marks);
  return (
    <>
      <div className={compact ? 'strip strip-compact' : 'strip'} role="img" aria-label={sentence({ day, of, label, unit, finished, marks })}>
        {cells.map((cell) => {
          const last = cell === drawn && late > 0;
          const today = !finished && (late > 0 ? last : cell === day);
          return (
            <i key={cell} className={`${state(cell, day, of, today)}${marks[cell] ? ' marked' : ''}`}>
              {last ? day : !compact || today ? cell : null}
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

function state(cell: number, day: number, of: number, today: boolean): string {
  if (today) return cell > of ? 'today late' : 'today';
  if (cell > of) return 'late';
  return cell <= day ? 'past' : 'left';
}

function sentence({ day, of, label, unit, finished, marks }: Required<Pick<DayStripProps, 'day' | 'of' | 'label' | 'unit' | 'marks'>> & { finished?: boolean }): string {
  const late = day - of;
  const where = day < 1 ? `not started, ${of} ${unit}s` : `${finished ? 'finished on ' : ''}${unit} ${day} of ${of}`;
  const over = late > 0 ? `, ${late} ${unit}${late === 1 ? '' : 's'} late` : '';
  const marked = Object.entries(marks).map(([on, text]) => `${unit} ${on} ${text}`);
  return `${label}: ${where}${over}${marked.length > 0 ? `. ${marked.join(', ')}` : ''}`;
}
