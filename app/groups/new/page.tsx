import { PageFrame } from '@/components/access/page-frame';
import { AddGroupForm } from '@/components/groups/group-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddGroupPage({ searchParams }: Props) {
  const { said } = await searchParams;
  const { actor, now, draft } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, draft: await findDraft(ctx, 'add-group') }), { act: 'manage-groups' });
  return (
    <PageFrame actor={actor} now={now} section="groups" title="Add a group" back={{ href: '/groups', label: 'Groups' }} said={saidBack(saidLabels, said)}>
      <AddGroupForm page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
