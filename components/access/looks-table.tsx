import { Details } from '@/components/ui/details';
import { Empty } from '@/components/ui/empty';
import { Table } from '@/components/ui/table';
import { formatDate, formatTime } from '@/lib/dates/calendar-date';
import type { Looked } from '@/lib/history/queries';
import { lookInWords } from '@/lib/history/sentences';

/** Who opened a record, one line for each person and day. Who only saw it in a list is there for those who want it. */
export function LooksTable({ looks }: { looks: Looked[] }) {
  const opened = looks.filter((look) => look.opened + look.exported > 0);
  const listed = looks.filter((look) => look.listed > 0);
  return (
    <>
      {opened.length === 0
        ? <Empty title="Nobody has opened it yet" />
        : <Table caption="Who opened it, newest first" columns={[{ header: 'Day' }, { header: 'Who' }, { header: 'What' }, { header: 'Last' }]} rows={opened.map((look) => ({ key: look.key, cells: [formatDate(look.day), look.name, lookInWords(look), formatTime(look.last)] }))} />}
      {listed.length > 0 && (
        <Details summary="Who saw it in a list">
          <Table caption="Who saw it in a list, newest first" captionHidden columns={[{ header: 'Day' }, { header: 'Who' }]} rows={listed.map((look) => ({ key: look.key, cells: [formatDate(look.day), look.name] }))} />
        </Details>
      )}
    </>
  );
}
