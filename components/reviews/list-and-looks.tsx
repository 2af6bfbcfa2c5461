import { randomUUID } from 'node:crypto';
import { LooksTable } from '@/components/access/looks-table';
import { PlaceForm } from '@/components/reviews/place-form';
import { Card } from '@/components/ui/card';
import type { Option } from '@/components/ui/static-field';
import { Table } from '@/components/ui/table';
import { formatDate } from '@/lib/dates/calendar-date';
import type { Looked } from '@/lib/history/queries';
import { capacityLabels } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';

/** Who is on a review's list, and who has looked. `people` are those who can be given a place, where the reader gives one. */
export function ListAndLooks({ review, looks, people }: { review: Review; looks: Looked[]; people: Option[] | null }) {
  return (
    <>
      <Card title="On its list">
        <Table
          caption={review.places.length === 0 ? 'Nobody but the business unit, the Executive and the scrutineer' : `${review.places.length} on the list, besides the business unit, the Executive and the scrutineer`}
          columns={[{ header: 'Name' }, { header: 'As' }, { header: 'Until' }, { header: 'Because' }]}
          rows={review.places.map((place) => ({ key: place.id, cells: [place.name, capacityLabels[place.capacity as keyof typeof capacityLabels], place.toOn ? formatDate(place.toOn) : 'No end', place.reason] }))}
        />
        {people && <PlaceForm reference={review.reference} people={people} formKey={randomUUID()} />}
      </Card>
      <Card title="Who has looked" id="looked">
        <LooksTable looks={looks} />
      </Card>
    </>
  );
}
