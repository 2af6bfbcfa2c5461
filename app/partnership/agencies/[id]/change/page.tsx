import { PageFrame } from '@/components/access/page-frame';
import { ChangeAgencyForm } from '@/components/partnership/agency-forms';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { getAgency } from '@/lib/partnership/agencies/queries';
import { saidLabels } from '@/lib/partnership/labels';
import { listAgencyOptions } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChangeAgencyPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const what = query.what === 'name' || query.what === 'end' ? query.what : 'about';
  const { actor, now, agency, options, draft } = await readAs(await requireActor(), async (ctx) => {
    const found = await getAgency(ctx, id);
    return {
      actor: ctx.actor, now: ctx.now, agency: found,
      options: await listAgencyOptions(ctx, { onlyExample: found.example, also: [found.parentId, found.successorId] }), draft: await findDraft(ctx, `${what}-agency:${id}`),
    };
  }, { act: 'manage-agencies' });
  const title = { about: `Change ${agency.name}`, name: `A new name for ${agency.name}`, end: `The end of ${agency.name}` }[what];
  return (
    <PageFrame actor={actor} now={now} section="partnership" title={title} example={agency.example} back={{ href: `/partnership/agencies/${id}`, label: agency.name }} said={saidBack(saidLabels, query.said)}>
      <ChangeAgencyForm agency={agency} what={what} options={options} title={title} page={await currentPath()} draft={draft} />
    </PageFrame>
  );
}
