import { PageFrame } from '@/components/access/page-frame';
import { PlanChangesFilter } from '@/components/plan/plan-changes-filter';
import { PlanChangesFound } from '@/components/plan/plan-changes';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { listPlanChanges } from '@/lib/plan/changes/queries';
import { readSince } from '@/lib/plan/changes/rules';
import { planFilterOf, readPlanQuery, type PlanQuery } from '@/lib/plan/filter/rules';
import { listFilterOptions } from '@/lib/plan/queries';
import { showsCase } from '@/lib/plan/rules';

export default async function PlanChangesPage({ searchParams }: { searchParams: Promise<PlanQuery> }) {
  const query = await searchParams;
  const view = readPlanQuery(query);
  const { actor, now, today, found, options, since, problem } = await readAs(await requireActor(), async (ctx) => {
    const { since, typed, problem } = readSince(query.since, ctx.today);
    const { filter } = planFilterOf(view, ctx.actor.personId, ctx.today);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, since: { on: since, typed }, problem, found: await listPlanChanges(ctx, filter, since), options: await listFilterOptions(ctx, { source: view.source }) };
  });
  const shown = found.changed.map(({ action }) => action);
  return (
    <PageFrame
      actor={actor} now={now} section="plan" title="What has changed in the plan" back={{ href: '/plan', label: 'Combined learning action plan' }}
      soft={`Between the end of ${formatDate(since.on)} and today`} sensitivity={showsCase([...shown, options]) ? 'case' : 'learning'} example={shown.some((action) => action.example)}
    >
      <PlanChangesFilter view={view} since={since.typed} options={options} problem={problem} />
      <PlanChangesFound found={found} view={view} since={since} today={today} />
    </PageFrame>
  );
}
