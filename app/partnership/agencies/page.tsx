import { PageFrame } from '@/components/access/page-frame';
import { AgencyTree } from '@/components/partnership/agency-tree';
import { ButtonLink } from '@/components/ui/button';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { listAgencies } from '@/lib/partnership/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AgenciesPage({ searchParams }: Props) {
  const query = await searchParams;
  const { actor, now, agencies } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, agencies: await listAgencies(ctx) }));
  const mayAdd = mayDo(actor, 'manage-agencies');
  return (
    <PageFrame
      actor={actor} now={now} section="partnership" title="Agencies" soft="Each by the name it has today. Older records keep the name of their day" sensitivity="partnership"
      example={agencies.some((agency) => agency.example)} back={{ href: '/partnership', label: 'Partnership' }} said={saidBack(saidLabels, query.said)} actions={mayAdd && <ButtonLink href="/partnership/agencies/new">Add an agency</ButtonLink>}
    >
      <AgencyTree agencies={agencies} mayAdd={mayAdd} />
    </PageFrame>
  );
}
