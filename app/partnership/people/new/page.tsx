import { PageFrame } from '@/components/access/page-frame';
import { AddPersonForm } from '@/components/partnership/people-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { listAgencyOptions } from '@/lib/partnership/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddPersonPage({ searchParams }: Props) {
  const { said } = await searchParams;
  const { actor, now, agencies, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, agencies: await listAgencyOptions(ctx), draft: await findDraft(ctx, 'add-person'),
  }), { act: 'manage-people' });
  return (
    <PageFrame actor={actor} now={now} section="partnership" title="Add a person" back={{ href: '/partnership/people', label: 'People' }} said={saidBack(saidLabels, said)}>
      <AddPersonForm agencies={agencies} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
