import { PageFrame } from '@/components/access/page-frame';
import { GroupTable } from '@/components/groups/group-table';
import { ButtonLink } from '@/components/ui/button';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { listGroups } from '@/lib/groups/queries';
import { saidLabels } from '@/lib/partnership/labels';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function GroupsPage({ searchParams }: Props) {
  const query = await searchParams;
  const { actor, now, groups } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, groups: await listGroups(ctx) }));
  const mayAdd = mayDo(actor, 'manage-groups');
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title="Groups" sensitivity="partnership" example={groups.some((group) => group.example)} said={saidBack(saidLabels, query.said)}
      actions={mayAdd && <ButtonLink href="/groups/new">Add a group</ButtonLink>}
    >
      <GroupTable groups={groups} mayAdd={mayAdd} />
    </PageFrame>
  );
}
