import { PageFrame } from '@/components/access/page-frame';
import { FigureTable } from '@/components/assurance/figure-table';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { isYearFigure, yearFigureLabels } from '@/lib/assurance/labels';
import { listYearRows } from '@/lib/assurance/queries';
import { readReportingYear } from '@/lib/assurance/rules';
import { NotFound } from '@/lib/errors/kinds';

type Props = { params: Promise<{ year: string; figure: string }> };

export default async function YearFigurePage({ params }: Props) {
  const asked = await params;
  const { actor, now, year, rows, title } = await readAs(await requireActor(), async (ctx) => {
    const year = readReportingYear(asked.year);
    if (!year || !isYearFigure(asked.figure)) throw new NotFound('figure');
    return { actor: ctx.actor, now: ctx.now, year, rows: await listYearRows(ctx, year, asked.figure), title: yearFigureLabels[asked.figure] };
  }, { act: 'see-year' });
  return (
    <PageFrame actor={actor} now={now} section="assurance" title={`${title}, ${year}`} sensitivity="case" back={{ href: `/assurance/years/${year}`, label: `The year ${year}` }}>
      <Card><FigureTable rows={rows} beside="Where it is from" caption={`${rows.length} ${rows.length === 1 ? 'record' : 'records'}`} /></Card>
    </PageFrame>
  );
}
