import { Empty } from '@/components/ui/empty';
import { Timeline } from '@/components/ui/timeline';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { TimelineEntry } from '@/lib/history/queries';

/** What happened to one record, newest first, as the record of changes tells it. */
export function HistoryTimeline({ entries }: { entries: TimelineEntry[] }) {
  if (entries.length === 0) return <Empty title="Nothing has changed yet" />;
  return (
    <Timeline
      moments={entries.map((entry) => ({
        key: entry.key,
        when: formatInstant(entry.at),
        dateTime: entry.at.toISOString(),
        title: entry.sentence,
        children: entry.details.length > 0 && <ul className="changes">{entry.details.map((detail, place) => <li key={place}>{detail}</li>)}</ul>,
      }))}
    />
  );
}
