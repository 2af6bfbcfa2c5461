import { PageFrame } from '@/components/access/page-frame';
import { FigureTable } from '@/components/assurance/figure-table';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { figureLabels, isFigure } from '@/lib/assurance/labels';
import { listFigureRows } from '@/lib/assurance/queries';
import { periodInWords, readPeriod } from '@/lib/assurance/rules';
import { NotFound } from '@/lib/errors/kinds';

type Props = { params: Promise<{ figure: string }>; searchParams: Promise<{ from?: string | string[]; to?: string | string[] }> };

export default async function FigureRowsPage({ params, searchParams }: Props) {
  const { figure } = await params;
  const asked = await searchParams;
  const { actor, now, period, rows, count, title } = await readAs(await requireActor(), async (ctx) => {
    if (!isFigure(figure)) throw new NotFound('figure');
    const { period } = readPeriod(asked, ctx.today);
    return { actor: ctx.actor, now: ctx.now, period, ...(await listFigureRows(ctx, figure, period)), title: figureLabels[figure] };
  }, { act: 'see-assurance' });
  return (
    <PageFrame actor={actor} now={now} section="assurance" title={title} soft={periodInWords(period)} sensitivity="case" example={rows.some((row) => row.example)} back={{ href: `/assurance?from=${period.from}&to=${period.to}`, label: 'Assurance' }}>
      <Card><FigureTable rows={rows} caption={rows.length < count ? `The first ${rows.length} of ${count} records` : `${count} ${count === 1 ? 'record' : 'records'}`} /></Card>
    </PageFrame>
  );
}
