import { ActionNext, waitsFor } from '@/components/plan/action-next';
import { LevelCell } from '@/components/plan/action-cells';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Timeline } from '@/components/ui/timeline';
import type { PersonActor } from '@/lib/access/actor';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { TimelineEntry } from '@/lib/history/queries';
import { levelHints } from '@/lib/plan/labels';
import type { ActionShown } from '@/lib/plan/queries';

/** Beside one action: what to do next, unless it waits for the reader and stands above all, what its evidence reaches, and what happened to its record. */
export function ActionAside({ action, actor, today, timeline }: { action: ActionShown; actor: PersonActor; today: string; timeline: TimelineEntry[] }) {
  return (
    <>
      {!waitsFor({ action, actor, today }) && <ActionNext action={action} actor={actor} today={today} />}
      <Card title="What its evidence shows">
        <LevelCell action={action} />
        <p className="soft small">{action.level ? levelHints[action.level] : 'Evidence counts once somebody else has checked it'}</p>
      </Card>
      <Card title="History">
        <Details summary={`What happened to this record (${timeline.length})`}>
          <Timeline
            moments={timeline.map((entry) => ({
              key: entry.key, when: formatInstant(entry.at), dateTime: entry.at.toISOString(), title: entry.sentence,
              children: entry.details.length > 0 && <ul className="changes">{entry.details.map((detail, place) => <li key={place}>{detail}</li>)}</ul>,
            }))}
          />
        </Details>
      </Card>
    </>
  );
}
