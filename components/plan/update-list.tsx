import { Empty } from '@/components/ui/empty';
import { Timeline } from '@/components/ui/timeline';
import { formatDate } from '@/lib/dates/calendar-date';
import { saidHowNames } from '@/lib/plan/labels';
import type { UpdateShown } from '@/lib/plan/queries';

/** What has been said about an action, the newest first. */
export function UpdateList({ updates }: { updates: UpdateShown[] }) {
  if (updates.length === 0) return <Empty title="No updates yet"><p>The first one says what has happened since the action was agreed.</p></Empty>;
  return (
    <Timeline
      moments={updates.map((update) => ({
        key: update.id, when: formatDate(update.saidOn), dateTime: update.saidOn, title: <span className="typed font-normal">{update.text}</span>, by: updateByWords(update),
        children: (
          <>
            {update.nextStep && <p className="typed"><b>Next step:</b> {update.nextStep}</p>}
            {update.blocker && <p className="typed"><b>In the way:</b> {update.blocker}</p>}
          </>
        ),
      }))}
    />
  );
}

/** Who said it; where somebody recorded it for them, how it was said and who did. */
export function updateByWords(update: UpdateShown): string {
  const said = update.saidByName ?? 'Not stated who';
  if (update.how === 'in_person') return said;
  return `${said}, ${saidHowNames[update.how].toLowerCase()} (${update.howNote ?? 'not stated'}). Recorded by ${update.recordedByName ?? 'the business unit'}`;
}
