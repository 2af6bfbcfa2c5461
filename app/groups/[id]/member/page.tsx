import { PageFrame } from '@/components/access/page-frame';
import { AddMemberForm } from '@/components/groups/group-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { getGroup } from '@/lib/groups/queries';
import { saidLabels } from '@/lib/partnership/labels';
import { grantableBy } from '@/lib/partnership/memberships/policy';
import { listPersonOptions } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddMemberPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { said } = await searchParams;
  const { actor, now, group, people, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, group: await getGroup(ctx, id), people: await listPersonOptions(ctx), draft: await findDraft(ctx, `add-member:${id}`),
  }), { act: 'grant-membership' });
  return (
    <PageFrame actor={actor} now={now} section="groups" title={`Add to ${group.name}`} example={group.example} back={{ href: `/groups/${id}`, label: group.name }} said={saidBack(saidLabels, said)}>
      <AddMemberForm group={group} people={people.filter((person) => person.value !== actor.personId)} allowed={grantableBy(actor)} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
