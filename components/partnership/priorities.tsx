import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { priorityKindNames, sourceInWords } from '@/lib/partnership/labels';
import type { PriorityListed } from '@/lib/partnership/queries';

/** What the partnership set itself, year by year. */
export function Priorities({ priorities }: { priorities: PriorityListed[] }) {
  if (priorities.length === 0) return <Card title="Priorities"><Empty title="No priorities are recorded yet" /></Card>;
  const years = [...new Set(priorities.map((priority) => priority.reportingYear))];
  return years.map((year) => (
    <div className="card" key={year}>
      <Table
        caption={`Priorities for ${year}`}
        columns={[{ header: 'Priority' }, { header: 'Kind' }, { header: 'Where this is from' }]}
        rows={priorities.filter((priority) => priority.reportingYear === year).map((priority) => ({
          key: priority.id, cells: [`${priority.number}. ${priority.title}`, priorityKindNames[priority.kind], sourceInWords(priority) ?? (priority.example ? 'EXAMPLE' : '–')],
        }))}
      />
    </div>
  ));
}
