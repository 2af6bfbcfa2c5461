import { Dates } from '@/components/partnership/dates';
import { ExampleMark } from '@/components/partnership/example-mark';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { groupKindNames } from '@/lib/groups/labels';
import type { GroupListed } from '@/lib/groups/queries';
import { sourceInWords } from '@/lib/partnership/labels';

export function GroupTable({ groups, mayAdd }: { groups: GroupListed[]; mayAdd: boolean }) {
  if (groups.length === 0) {
    return (
      <div className="card">
        <Empty title="No groups are recorded yet" action={mayAdd ? { href: '/groups/new', label: 'Add a group' } : undefined}>
          <p>The Executive and the Engine Room come first, then task-and-finish groups.</p>
        </Empty>
      </div>
    );
  }
  return (
    <div className="card">
      <Table
        caption={`Groups (${groups.length})`}
        columns={[{ header: 'Group' }, { header: 'Kind' }, { header: 'Meets' }, { header: 'Chaired by' }, { header: 'Where this is from' }]}
        rows={groups.map((group) => ({
          key: group.id,
          cells: [
            <span key="name">
              <a href={`/groups/${group.id}`}>{group.name}</a>
              {!group.isCurrent && <span className="soft"><Dates fromOn={group.startedOn} toOn={group.endedOn} /></span>}
            </span>,
            groupKindNames[group.kind], group.cadence ?? 'Not stated', group.chairedBy ?? 'Not stated', sourceInWords(group) ?? <ExampleMark shown={group.example} />,
          ],
        }))}
      />
    </div>
  );
}
