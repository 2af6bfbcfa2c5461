import { randomUUID } from 'node:crypto';
import { PageFrame } from '@/components/access/page-frame';
import { HistoryTimeline } from '@/components/access/history-timeline';
import { LooksTable } from '@/components/access/looks-table';
import { PlaceForm } from '@/components/reviews/place-form';
import { Card } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { listLooks, listTimeline } from '@/lib/history/queries';
import { listNames, listPersonOptions } from '@/lib/partnership/queries';
import { capacityLabels, historyWords, saidLabels } from '@/lib/reviews/labels';
import { canGrantPlace } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string }> };

export default async function ReviewHistoryPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, review, entries, looks, people } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference);
    const grants = canGrantPlace(ctx.actor, review);
    return { actor: ctx.actor, now: ctx.now, review, entries: await listTimeline(ctx, ['review', 'source'], review.id, { names: await listNames(ctx), words: historyWords }), looks: await listLooks(ctx, review.id), people: grants ? await listPersonOptions(ctx, { onlyExample: review.example }) : null };
  });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`History of ${reference}`} said={said === 'place' ? saidLabels.place : null} sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      <Card title="On its list">
        <Table
          caption={review.places.length === 0 ? 'Nobody but the business unit, the Executive and the scrutineer' : `${review.places.length} on the list, besides the business unit, the Executive and the scrutineer`}
          columns={[{ header: 'Name' }, { header: 'As' }, { header: 'Until' }, { header: 'Because' }]}
          rows={review.places.map((place) => ({ key: place.id, cells: [place.name, capacityLabels[place.capacity as keyof typeof capacityLabels], place.toOn ? formatDate(place.toOn) : 'No end', place.reason] }))}
        />
        {people && <PlaceForm reference={reference} people={people} formKey={randomUUID()} />}
      </Card>
      <Card title="Who has looked" id="looked">
        <LooksTable looks={looks} />
      </Card>
      <Card title="What changed"><HistoryTimeline entries={entries} /></Card>
    </PageFrame>
  );
}
