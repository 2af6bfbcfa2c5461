import { PageFrame } from '@/components/access/page-frame';
import { PlanAsAt } from '@/components/plan/plan-as-at';
import { PlanFilterBar } from '@/components/plan/plan-filter';
import { PlanResults } from '@/components/plan/plan-results';
import { ButtonLink } from '@/components/ui/button';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { planFilterOf, readPlanQuery, type PlanQuery } from '@/lib/plan/filter/rules';
import { listPlan } from '@/lib/plan/as-at/queries';
import { saidLabels } from '@/lib/plan/labels';
import { listFilterOptions } from '@/lib/plan/queries';
import { listSavedViews } from '@/lib/plan/views/queries';
import { showsCase } from '@/lib/plan/rules';

export default async function PlanPage({ searchParams }: { searchParams: Promise<PlanQuery> }) {
  const query = await searchParams;
  const view = readPlanQuery(query);
  const { actor, now, today, asAt, found, options, saved, problems } = await readAs(await requireActor(), async (ctx) => {
    const { filter, problems } = planFilterOf(view, ctx.actor.personId, ctx.today);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, asAt: filter.asAt, problems, found: await listPlan(ctx, filter), options: await listFilterOptions(ctx, { source: view.source }), saved: await listSavedViews(ctx) };
  });
  const mayPropose = mayDo(actor, 'propose-action');
  return (
    <PageFrame
      actor={actor} now={now} section="plan" title="Combined learning action plan" sensitivity={showsCase([...found.actions, options]) ? 'case' : 'learning'} example={found.actions.some((action) => action.example)}
      soft="What is being done about every review, audit and line of enquiry, and what it has changed"
      said={saidBack(saidLabels, query.said)}
      actions={mayPropose && <ButtonLink href="/plan/new">Propose an action</ButtonLink>}
    >
      <PlanFilterBar view={view} options={options} problems={problems} saved={saved} />
      {asAt && <PlanAsAt on={asAt} view={view} today={today} />}
      <PlanResults found={found} view={view} today={asAt ?? today} mayPropose={mayPropose} />
    </PageFrame>
  );
}
