import { clockWords } from '@/components/home/to-do';
import { Card } from '@/components/ui/card';
import { DayStrip } from '@/components/ui/day-strip';
import type { DecisionWaiting } from '@/lib/reviews/decisions/queries';
import type { ClockDue } from '@/lib/reviews/queries';

/** How many clocks are drawn; the register has them all. */
const drawn = 6;

export function ClocksRunning({ clocks, decisions }: { clocks: ClockDue[]; decisions: DecisionWaiting[] }) {
  const running = clocks.filter((clock) => clock.rule !== 'notification');
  if (running.length === 0) return null;
  return (
    <Card title="Clocks running">
      {running.slice(0, drawn).map((clock) => (
        <div key={`${clock.reference}-${clock.rule}`} className="clock">
          <p className="small"><a href={`/reviews/${clock.reference}`}><b>{clock.reference}</b> {clock.title}</a></p>
          <DayStrip day={Math.max(0, clock.reading.day)} of={clock.reading.of} end={clock.reading.end} unit={clock.reading.unit} label={`${clock.reference}: ${clock.reading.words}`} compact />
          <p className="soft small">{clockWords(clock, decisions).join(' · ')}</p>
        </div>
      ))}
      {running.length > drawn && <p><a href="/reviews">All reviews</a></p>}
    </Card>
  );
}
