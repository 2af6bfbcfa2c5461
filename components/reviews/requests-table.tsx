import { randomUUID } from 'node:crypto';
import { DateField, TickField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDate, formatDateShort } from '@/lib/dates/calendar-date';
import { replyFields } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';
import { submitRecordReply } from '@/lib/reviews/server-actions';

type Props = { reference: string; requests: Review['requests']; today: string; /** With a form for each reply: to record one that is missing, or to change one. */ working?: boolean };

export function RequestsTable({ reference, requests, today, working }: Props) {
  const missing = requests.filter((request) => !request.repliedOn);
  return (
    <>
      <Table
        caption={requests.length === 0 ? 'No agency has been asked yet' : `${requests.length - missing.length} of ${requests.length} in, soonest due first`}
        columns={[{ header: 'Agency' }, { header: 'Due' }, { header: 'State' }]}
        rows={requests.map((request) => ({
          key: request.id,
          cells: [request.agency, formatDateShort(request.dueOn, today), <RequestTag key="a" request={request} today={today} />],
        }))}
      />
      {working && [...missing, ...requests.filter((request) => request.repliedOn)].map((request) => (
        <Form
          key={request.id} folded={`${request.repliedOn ? 'Change' : 'Record'} the reply of ${request.agency}`} id={request.id.slice(0, 8)} action={submitRecordReply} formKey={randomUUID()} version={request.version}
          title={`Reply of ${request.agency}`} submitLabel="Record the reply" hidden={{ reference, agency: request.agencyId, _page: `/reviews/${reference}/agencies` }}
          values={{ repliedOn: formatDate(request.repliedOn ?? today), nothingKnown: request.nothingKnown ? 'yes' : '' }}
        >
          <DateField name="repliedOn" label={replyFields.repliedOn} />
          <TickField name="nothingKnown" label={replyFields.nothingKnown} />
        </Form>
      ))}
    </>
  );
}

function RequestTag({ request, today }: { request: Review['requests'][number]; today: string }) {
  if (request.repliedOn) {
    const late = request.repliedOn > request.dueOn;
    return <Tag tone={late ? 'amber' : 'green'}>{request.nothingKnown ? 'Nothing known' : 'In'}, {formatDateShort(request.repliedOn, today)}{late ? ', late' : ''}</Tag>;
  }
  return request.dueOn < today ? <Tag tone="red">Late</Tag> : <Tag tone="grey">Waiting</Tag>;
}
