import { Dates } from '@/components/partnership/dates';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { capacitiesOf, groupKindNames } from '@/lib/groups/labels';
import type { GroupShown } from '@/lib/groups/queries';
import { membershipNames } from '@/lib/access/labels';
import { recordBasisNames, sourceInWords } from '@/lib/partnership/labels';
import { membershipStateNames } from '@/lib/partnership/memberships/labels';

export function GroupRecord({ group, mayChange, seesAll }: { group: GroupShown; mayChange: boolean; seesAll: boolean }) {
  const chairs = group.members.filter((member) => (member.membership === 'CH' || member.membership === 'TC') && member.state === 'current');
  return (
    <Card title="About it" aside={mayChange && <a href={`/groups/${group.id}/change`}>Change</a>}>
      <SummaryList rows={[
        { key: 'Kind', value: groupKindNames[group.kind] },
        { key: 'What it is for', value: group.purpose ?? 'Not stated' },
        { key: 'Meets', value: group.cadence ?? 'Not stated' },
        { key: 'How it is chaired', value: group.chairedBy ?? 'Not stated' },
        ...(seesAll ? [{ key: 'Chair', value: chairs.length > 0 ? chairs.map((chair) => chair.person).join(', ') : 'Nobody is recorded as its chair today' }] : []),
        { key: 'Its days', value: <Dates fromOn={group.startedOn} toOn={group.endedOn} /> },
        { key: 'How it came to be here', value: sourceInWords(group) ?? recordBasisNames.worked_here },
      ]} />
    </Card>
  );
}

/** Who is in the group, and who was. People who may not see memberships are told so, not shown an empty group. */
export function GroupMembers({ group, seesAll, mayAdd }: { group: GroupShown; seesAll: boolean; mayAdd: boolean }) {
  const tones = { waiting: 'amber', later: 'grey', current: 'green', ended: 'grey' } as const;
  if (group.members.length === 0) {
    return (
      <Card title="Members">
        <Empty title={seesAll ? 'Nobody is recorded in this group yet' : 'Members are not shown to you'} action={mayAdd ? { href: `/groups/${group.id}/member`, label: 'Add a member or chair' } : undefined}>
          {!seesAll && <p>Those in it, the business unit, the Executive, the scrutineer and the administrators see who is in a group. Ask the business unit who is in it.</p>}
        </Empty>
      </Card>
    );
  }
  return (
    <div className="card">
      <Table
        caption={`Members (${group.members.length})${seesAll ? '' : ': your own membership only'}`}
        columns={[{ header: 'Person' }, { header: 'In the group as' }, { header: 'Days' }, { header: 'State' }]}
        rows={group.members.map((member) => ({
          key: member.id,
          cells: [
            <a key="person" href={`/partnership/people/${member.personId}`}>{member.person}</a>,
            `${capacitiesOf[group.kind][member.membership] ?? membershipNames[member.membership]}${member.votesFor ? `, deciding for ${member.votesFor}` : ''}`,
            <Dates key="dates" fromOn={member.fromOn} toOn={member.toOn} />,
            <Tag key="state" tone={tones[member.state]}>{membershipStateNames[member.state]}</Tag>,
          ],
        }))}
      />
      {mayAdd && <p><a href={`/groups/${group.id}/member`}>Add a member or chair</a></p>}
    </div>
  );
}
