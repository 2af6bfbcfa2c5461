import { PageFrame } from '@/components/access/page-frame';
import { GroupMembers, GroupRecord } from '@/components/groups/group-record';
import { readAs, requireActor } from '@/lib/access/guard';
import { holds, mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { capacitiesOf, groupKindNames } from '@/lib/groups/labels';
import { getGroup } from '@/lib/groups/queries';
import { saidLabels } from '@/lib/partnership/labels';
import { grantableBy } from '@/lib/partnership/memberships/policy';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, now, group } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, group: await getGroup(ctx, id) }));
  const isInIt = actor.memberships.some((held) => held.groupId === group.id || (held.membership === 'ER' && group.kind === 'engine_room'));
  const seesAll = isInIt || holds(actor, 'BU', 'EX', 'IS', 'SA');
  const mayAdd = group.isCurrent && mayDo(actor, 'grant-membership') && grantableBy(actor).some((membership) => membership in capacitiesOf[group.kind]);
  return (
    <PageFrame
      actor={actor} now={now} section="partnership" title={group.name} soft={groupKindNames[group.kind]} sensitivity="partnership" example={group.example}
      back={{ href: '/partnership/groups', label: 'Groups' }} said={saidBack(saidLabels, query.said)}
    >
      <GroupRecord group={group} mayChange={mayDo(actor, 'manage-groups')} seesAll={seesAll} />
      <GroupMembers group={group} seesAll={seesAll} mayAdd={mayAdd} />
    </PageFrame>
  );
}
