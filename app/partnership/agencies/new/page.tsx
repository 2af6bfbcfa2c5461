import { PageFrame } from '@/components/access/page-frame';
import { AddAgencyForm } from '@/components/partnership/agency-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { saidLabels } from '@/lib/partnership/labels';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddAgencyPage({ searchParams }: Props) {
  const { said } = await searchParams;
  const { actor, now, options, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, options: await listAgencyOptions(ctx), draft: await findDraft(ctx, 'add-agency'),
  }), { act: 'manage-agencies' });
  return (
    <PageFrame actor={actor} now={now} section="partnership" title="Add an agency" back={{ href: '/partnership/agencies', label: 'Agencies' }} said={saidBack(saidLabels, said)}>
      <AddAgencyForm options={options} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
