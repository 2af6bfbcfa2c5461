import { PageFrame } from '@/components/access/page-frame';
import { HistoryTimeline } from '@/components/access/history-timeline';
import { ListAndLooks } from '@/components/reviews/list-and-looks';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { listLooks, listTimeline } from '@/lib/history/queries';
import { listNames, listPersonOptions } from '@/lib/partnership/queries';
import { decisionWords } from '@/lib/reviews/decisions/labels';
import { historyWords, saidLabels } from '@/lib/reviews/labels';
import { canGrantPlace } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function ReviewHistoryPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, review, entries, looks, people } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/history');
    const grants = canGrantPlace(ctx.actor, review);
    return { actor: ctx.actor, now: ctx.now, review, entries: await listTimeline(ctx, ['review', 'source'], review.id, { names: await listNames(ctx), words: { ...historyWords, ...decisionWords } }), looks: await listLooks(ctx, review.id), people: grants ? await listPersonOptions(ctx, { onlyExample: review.example }) : null };
  });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`History of ${reference}`} said={said === 'place' ? saidLabels.place : null} sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      {review.sees.case && <ListAndLooks review={review} looks={looks} people={people} />}
      <Card title={review.sees.case ? 'What changed' : 'What changed, as far as you may see it'}><HistoryTimeline entries={entries} /></Card>
    </PageFrame>
  );
}
