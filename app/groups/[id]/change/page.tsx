import { PageFrame } from '@/components/access/page-frame';
import { ChangeGroupForm } from '@/components/groups/group-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { getGroup } from '@/lib/groups/queries';
import { saidLabels } from '@/lib/partnership/labels';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChangeGroupPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { said } = await searchParams;
  const { actor, now, group, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, group: await getGroup(ctx, id), draft: await findDraft(ctx, `change-group:${id}`),
  }), { act: 'manage-groups' });
  return (
    <PageFrame actor={actor} now={now} section="groups" title={`Change ${group.name}`} example={group.example} back={{ href: `/groups/${id}`, label: group.name }} said={saidBack(saidLabels, said)}>
      <ChangeGroupForm group={group} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
