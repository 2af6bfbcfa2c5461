import { PageFrame } from '@/components/access/page-frame';
import { RegisterTable } from '@/components/reviews/register-table';
import { ButtonLink } from '@/components/ui/button';
import { FilterBar } from '@/components/ui/filter-bar';
import { SelectInput } from '@/components/ui/static-field';
import { readAs, requireActor } from '@/lib/access/guard';
import { yearsUpTo } from '@/lib/reviews/rules';
import { areaOptions, reviewKindLabels, stageLabels } from '@/lib/reviews/labels';
import { canTakeEmergencyPlace } from '@/lib/reviews/lists/policy';
import { canRecordNotification } from '@/lib/reviews/policy';
import { listReviews } from '@/lib/reviews/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const asOptions = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export default async function ReviewsPage({ searchParams }: Props) {
  const query = await searchParams;
  const one = (name: string, allowed: Record<string, string>) => (typeof query[name] === 'string' && query[name] in allowed ? query[name] : undefined);
  const year = typeof query.year === 'string' && /^\d{4}-\d\d$/.test(query.year) ? query.year : undefined;
  const filter = { kind: one('kind', reviewKindLabels), stage: one('stage', stageLabels), area: areaOptions.find((area) => area.value === query.area)?.value, year, atClock: query.clock === 'near' || undefined };
  const { actor, now, today, reviews } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, today: ctx.today, reviews: await listReviews(ctx, filter) }));
  const mayRecord = canRecordNotification(actor);
  const mixed = reviews.some((review) => review.example) && reviews.some((review) => !review.example);
  return (
    <PageFrame
      actor={actor} now={now} section="reviews" title="Reviews" sensitivity="case" example={reviews.some((review) => review.example)}
      soft="Rapid reviews, practice reviews and those carried over"
      actions={mayRecord && <ButtonLink href="/reviews/new">Record a notification</ButtonLink>}
    >
      <FilterBar action="/reviews" label="Filter reviews" clear={Object.values(filter).some(Boolean) ? '/reviews' : undefined}>
        <SelectInput name="kind" label="Kind" value={filter.kind} options={asOptions(reviewKindLabels)} any="Any kind" />
        <SelectInput name="stage" label="Where it stands" value={filter.stage} options={asOptions(stageLabels)} any="Anywhere" />
        <SelectInput name="clock" label="Clock" value={filter.atClock && 'near'} options={[{ value: 'near', label: 'Late, or due within a week' }]} any="Any clock" />
        <SelectInput name="area" label="Area" value={filter.area} options={areaOptions} any="Any area" />
        <SelectInput name="year" label="Year" value={filter.year} options={yearsUpTo(today).map((value) => ({ value, label: value }))} any="Any year" />
      </FilterBar>
      <RegisterTable reviews={reviews} mixed={mixed} mayRecord={mayRecord} />
      {canTakeEmergencyPlace(actor) && <p className="small"><a href="/reviews/emergency">Take an emergency place on a list</a></p>}
    </PageFrame>
  );
}
