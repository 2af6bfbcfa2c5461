import { whenOf, type ToDo } from '@/components/home/to-do';
import { RagTag } from '@/components/plan/rag-tag';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { DueList, type DueItem } from '@/components/ui/due-list';
import type { CalendarDate } from '@/lib/dates/calendar-date';

/** How many of a list stand there at once; the others are one press away. */
const shownAtOnce = 30;

/** What this person has to do: what has a day, in the order it falls due, and what waits without one. Each one step from done; no list without a line. */
export function DueFirst({ due, waiting, today }: { due: ToDo[]; waiting: ToDo[]; today: CalendarDate }) {
  return (
    <>
      <ToDoCard title="Due first" items={due} today={today} />
      <ToDoCard title="Waiting for you" items={waiting} today={today} />
    </>
  );
}

function ToDoCard({ title, items, today }: { title: string; items: ToDo[]; today: CalendarDate }) {
  if (items.length === 0) return null;
  const lines = items.map((item) => lineOf(item, today));
  return (
    <Card title={title}>
      <DueList items={lines.slice(0, shownAtOnce)} />
      {lines.length > shownAtOnce && <Details summary={`Show the other ${lines.length - shownAtOnce}`}><DueList items={lines.slice(shownAtOnce)} /></Details>}
    </Card>
  );
}

function lineOf({ key, title, href, soft, rag, action, ...item }: ToDo, today: CalendarDate): DueItem {
  return { key, ...whenOf(item, today), title, href, soft: soft.join(' · '), tag: rag && <RagTag rag={rag.rag} because={rag.because} />, action };
}
