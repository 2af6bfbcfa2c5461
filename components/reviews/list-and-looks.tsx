import { randomUUID } from 'node:crypto';
import { LooksTable } from '@/components/access/looks-table';
import { PlaceForm } from '@/components/reviews/place-form';
import { RemovalList } from '@/components/reviews/removal-list';
import { Card } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { Table } from '@/components/ui/table';
import type { PersonActor } from '@/lib/access/actor';
import { formatDate, formatInstant } from '@/lib/dates/calendar-date';
import type { Looked } from '@/lib/history/queries';
import { capacityLabels } from '@/lib/reviews/labels';
import { canEndPlace } from '@/lib/reviews/lists/policy';
import type { PlaceOnList, Removal } from '@/lib/reviews/lists/queries';
import { submitEndPlace } from '@/lib/reviews/lists/server-actions';
import type { Review } from '@/lib/reviews/queries';

type Props = {
  review: Review; actor: PersonActor; looks: Looked[]; places: PlaceOnList[]; removals: Removal[];
  /** Those who can be given a place, where the reader gives one. */
  people: Option[] | null;
  /** Those of the business unit who can be taken off the list, where the reader takes them off. */
  unit: Option[] | null;
};

/** Who is on a review's list, who was, who was taken off it, and who has looked. */
export function ListAndLooks({ review, actor, looks, places, removals, people, unit }: Props) {
  const current = places.filter((place) => !place.isOver).length;
  const ends = people !== null && places.some((place) => !place.isOver && canEndPlace(actor, place, true));
  const page = `/reviews/${review.reference}/history`;
  return (
    <>
      <Card title="On its list" id="list">
        <Table
          caption={current === 0 ? 'Nobody but the business unit, the Executive and the scrutineer' : `${current} on the list, besides the business unit, the Executive and the scrutineer`}
          columns={[{ header: 'Name' }, { header: 'As' }, { header: 'From' }, { header: 'Until' }, { header: 'Because' }, { header: 'Given by' }, ...(ends ? [{ header: 'End the place', headerHidden: true }] : [])]}
          rows={places.map((place) => ({
            key: place.id,
            cells: [
              place.name, capacityLabels[place.capacity], formatDate(place.fromOn), untilWords(place), place.reason, place.endsAt ? 'Taken in an emergency' : (place.grantedBy ?? 'With the notification'),
              ...(ends ? [!place.isOver && canEndPlace(actor, place, true) ? <EndPlace key="end" place={place} reference={review.reference} page={page} /> : null] : []),
            ],
          }))}
        />
        {people && <PlaceForm reference={review.reference} people={people} formKey={randomUUID()} />}
      </Card>
      {(unit !== null || removals.length > 0) && <Card title="Taken off its list" id="off"><RemovalList removals={removals} unit={unit} reference={review.reference} actor={actor} /></Card>}
      <Card title="Who has looked" id="looked">
        <LooksTable looks={looks} />
      </Card>
    </>
  );
}

function untilWords(place: PlaceOnList): string {
  if (place.endsAt) return `${place.isOver ? 'Ended ' : ''}${formatInstant(place.endsAt)}`;
  if (place.toOn === null) return 'No end';
  return `${place.isOver ? 'Ended ' : ''}${formatDate(place.toOn)}`;
}

function EndPlace({ place, reference, page }: { place: PlaceOnList; reference: string; page: string }) {
  return (
    <Form folded={`End the place of ${place.name}`} id={`place-${place.id.slice(0, 8)}`} action={submitEndPlace} formKey={randomUUID()} version={place.version} title={`History of ${reference}`} submitLabel="End it now" submitTone="warning" hidden={{ reference, place: place.id, _page: page }}>
      <p className="small">To make it longer instead, give the place again with a later day: it begins when this one ends.</p>
    </Form>
  );
}
