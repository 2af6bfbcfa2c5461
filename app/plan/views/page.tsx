import { PageFrame } from '@/components/access/page-frame';
import { SavedViews } from '@/components/plan/saved-views';
import { readAs, requireActor } from '@/lib/access/guard';
import { saidBack } from '@/lib/forms/said';
import { filterWords, planAddress, readPlanQuery, type PlanQuery } from '@/lib/plan/filter/rules';
import { saidLabels } from '@/lib/plan/labels';
import { listFilterOptions } from '@/lib/plan/queries';
import { listSavedViews } from '@/lib/plan/views/queries';

export default async function SavedViewsPage({ searchParams }: { searchParams: Promise<PlanQuery> }) {
  const query = await searchParams;
  const view = { ...readPlanQuery(query), page: 1 };
  const { actor, now, views, options } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, views: await listSavedViews(ctx), options: await listFilterOptions(ctx, { source: view.source }),
  }), { act: 'export-plan' });
  const asked = planAddress(view).slice('/plan'.length);
  return (
    <PageFrame
      actor={actor} now={now} section="plan" title="Your views of the plan" soft="What you choose of the plan, kept by a name. Only you see these" back={{ href: planAddress(view), label: 'Plan' }}
      said={saidBack(saidLabels, query.said)}
    >
      <SavedViews views={views} asked={asked} words={filterWords(view, options)} />
    </PageFrame>
  );
}
