import { PageFrame } from '@/components/access/page-frame';
import { AgencyRecord } from '@/components/partnership/agency-record';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { getAgency } from '@/lib/partnership/agencies/queries';
import { agencyKindNames, saidLabels } from '@/lib/partnership/labels';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AgencyPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, now, agency } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, agency: await getAgency(ctx, id) }));
  return (
    <PageFrame
      actor={actor} now={now} section="partnership" title={agency.name} soft={agencyKindNames[agency.kind]} sensitivity="partnership" example={agency.example}
      back={{ href: '/partnership/agencies', label: 'Agencies' }} said={saidBack(saidLabels, query.said)}
    >
      <AgencyRecord agency={agency} mayChange={mayDo(actor, 'manage-agencies')} />
    </PageFrame>
  );
}
