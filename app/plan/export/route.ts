import type { NextRequest } from 'next/server';
import { readAs, requireActor } from '@/lib/access/guard';
import { planCsv } from '@/lib/plan/export/rules';
import { isFiltered, planFilterOf, readPlanQuery } from '@/lib/plan/filter/rules';
import { listActionsForFile } from '@/lib/plan/queries';

/** The plan as a file: the rows of its filter in its order, as this person may see them. */
export async function GET(request: NextRequest) {
  const view = readPlanQuery(Object.fromEntries(request.nextUrl.searchParams));
  const { text, today } = await readAs(await requireActor(), async (ctx) => {
    const { actions, more } = await listActionsForFile(ctx, planFilterOf(view, ctx.actor.personId, ctx.today).filter);
    return { today: ctx.today, text: planCsv(actions, { partnership: ctx.actor.partnership.name, by: ctx.actor.name, at: ctx.now, filtered: isFiltered(view), more }) };
  }, { act: 'export-plan' });
  return new Response(text, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="plan-${today}.csv"`, 'cache-control': 'no-store' },
  });
}
