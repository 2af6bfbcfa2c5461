import { Card } from '@/components/ui/card';
import { DayStrip } from '@/components/ui/day-strip';
import type { ClockDue } from '@/lib/reviews/queries';

export function ClocksRunning({ clocks }: { clocks: ClockDue[] }) {
  const shown = clocks.filter((clock) => clock.rule !== 'notification').slice(0, 6);
  if (shown.length === 0) return null;
  return (
    <Card title="Clocks running">
      {shown.map((clock) => (
        <div key={`${clock.reference}-${clock.rule}`} className="clock">
          <p className="small"><a href={`/reviews/${clock.reference}`}><b>{clock.reference}</b> {clock.title}</a></p>
          <DayStrip day={Math.max(0, clock.reading.day)} of={clock.reading.of} unit={clock.reading.unit} label={`${clock.reference}: ${clock.reading.words}`} compact />
          <p className="soft small">{clock.reading.words}</p>
        </div>
      ))}
    </Card>
  );
}
