import { clockWords } from '@/components/home/to-do';
import { Card } from '@/components/ui/card';
import { DayStrip } from '@/components/ui/day-strip';
import type { CalendarDate } from '@/lib/dates/calendar-date';
import type { ClockDue, DecisionWaiting } from '@/lib/reviews/queries';

/** How many clocks are drawn; the register has them all. */
const drawn = 6;

export function ClocksRunning({ clocks, decisions, today }: { clocks: ClockDue[]; decisions: DecisionWaiting[]; today: CalendarDate }) {
  const running = clocks.filter((clock) => clock.rule !== 'notification');
  if (running.length === 0) return null;
  return (
    <Card title="Clocks running">
      {running.slice(0, drawn).map((clock) => (
        <div key={`${clock.reference}-${clock.rule}`} className="clock">
          <p className="small"><a href={`/reviews/${clock.reference}`}><b>{clock.reference}</b> {clock.title}</a></p>
          <DayStrip day={Math.max(0, clock.reading.day)} of={clock.reading.of} unit={clock.reading.unit} label={`${clock.reference}: ${clock.reading.words}`} compact />
          <p className="soft small">{clockWords(clock, decisions, today).join(' · ')}</p>
          {clock.reading.moved && <p className="soft small">Moved because: {clock.reading.moved.because}</p>}
        </div>
      ))}
      {running.length > drawn && <p><a href="/reviews">All reviews</a></p>}
    </Card>
  );
}
