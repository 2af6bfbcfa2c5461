import type { NextRequest } from 'next/server';
import { readAs, requireActor } from '@/lib/access/guard';
import { planCsv } from '@/lib/plan/export/rules';
import { isFiltered, planFilterOf, readPlanQuery } from '@/lib/plan/filter/rules';
import { listPlanForFile } from '@/lib/plan/as-at/queries';

/** The plan as a file: the rows of its filter in its order, as this person may see them. */
export async function GET(request: NextRequest) {
  const view = readPlanQuery(Object.fromEntries(request.nextUrl.searchParams));
  const { text, today } = await readAs(await requireActor(), async (ctx) => {
    const { filter } = planFilterOf(view, ctx.actor.personId, ctx.today);
    const { actions, more } = await listPlanForFile(ctx, filter);
    return { today: ctx.today, text: planCsv(actions, { partnership: ctx.actor.partnership.name, by: ctx.actor.name, at: ctx.now, asAt: filter.asAt, filtered: isFiltered(view), more }) };
  }, { act: 'export-plan' });
  return new Response(text, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="plan-${today}.csv"`, 'cache-control': 'no-store' },
  });
}
