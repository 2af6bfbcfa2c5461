import { PageFrame } from '@/components/access/page-frame';
import { FigureTable } from '@/components/assurance/figure-table';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { levelBarLabels } from '@/lib/assurance/labels';
import { listBarRows } from '@/lib/assurance/queries';
import { NotFound } from '@/lib/errors/kinds';
import { listAgencies } from '@/lib/partnership/queries';

type Props = { params: Promise<{ by: string; key: string }> };

export default async function BarRowsPage({ params }: Props) {
  const { by, key } = await params;
  const { actor, now, rows, count, title } = await readAs(await requireActor(), async (ctx) => {
    if (by !== 'owner' && by !== 'level') throw new NotFound('bar');
    const owner = by === 'owner' && key !== 'nobody' ? (await listAgencies(ctx)).find((agency) => agency.id === key) : null;
    if (owner === undefined || (by === 'level' && !(key in levelBarLabels))) throw new NotFound('bar');
    const title = by === 'level' ? `Checked evidence: ${levelBarLabels[key]!.toLowerCase()}` : owner ? `Actions of ${owner.name}` : 'Actions without an owner';
    return { actor: ctx.actor, now: ctx.now, ...(await listBarRows(ctx, by, key)), title };
  }, { act: 'see-assurance' });
  return (
    <PageFrame actor={actor} now={now} section="assurance" title={title} sensitivity="learning" example={rows.some((row) => row.example)} back={{ href: '/assurance', label: 'Assurance' }}>
      <Card><FigureTable rows={rows} beside="Due" caption={rows.length < count ? `The first ${rows.length} of ${count} actions, soonest due first` : `${count} ${count === 1 ? 'action' : 'actions'}, soonest due first`} /></Card>
    </PageFrame>
  );
}
