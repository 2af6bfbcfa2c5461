import { PageFrame } from '@/components/access/page-frame';
import { HistoryTimeline } from '@/components/access/history-timeline';
import { ListAndLooks } from '@/components/reviews/list-and-looks';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { saidBack } from '@/lib/forms/said';
import { listLooks, listTimeline } from '@/lib/history/queries';
import { listNames, listPersonOptions } from '@/lib/partnership/queries';
import { decisionWords } from '@/lib/reviews/decisions/labels';
import { historyWords } from '@/lib/reviews/labels';
import { interestOutcomeWords } from '@/lib/reviews/interests/labels';
import { listSaidLabels } from '@/lib/reviews/lists/labels';
import { canTakeOffList } from '@/lib/reviews/lists/policy';
import { listAllPlaces, listBusinessUnitOptions, listRemovalsFrom } from '@/lib/reviews/lists/queries';
import { canGrantPlace } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function ReviewHistoryPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, review, entries, looks, places, removals, people, unit } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/history');
    const grants = canGrantPlace(ctx.actor, review);
    return { actor: ctx.actor, now: ctx.now, review, entries: await listTimeline(ctx, ['review', 'source'], review.id, { names: await listNames(ctx), words: { ...historyWords, ...decisionWords, outcome: { ...decisionWords.outcome, ...interestOutcomeWords } } }), looks: await listLooks(ctx, review.id), places: await listAllPlaces(ctx, review.id), removals: await listRemovalsFrom(ctx, review.id), people: grants ? await listPersonOptions(ctx, { onlyExample: review.example }) : null, unit: canTakeOffList(ctx.actor) ? await listBusinessUnitOptions(ctx) : null };
  });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`History of ${reference}`} said={saidBack(listSaidLabels, said)} sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      {review.sees.case && <ListAndLooks review={review} actor={actor} looks={looks} places={places} removals={removals} people={people} unit={unit} />}
      <Card title={review.sees.case ? 'What changed' : 'What changed, as far as you may see it'}><HistoryTimeline entries={entries} /></Card>
    </PageFrame>
  );
}
