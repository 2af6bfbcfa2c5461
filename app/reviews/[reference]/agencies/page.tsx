import { randomUUID } from 'node:crypto';
import { PageFrame } from '@/components/access/page-frame';
import { RequestsTable } from '@/components/reviews/requests-table';
import { Card } from '@/components/ui/card';
import { CheckboxesField, DateField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate, type CalendarDate } from '@/lib/dates/calendar-date';
import { addWorkingDays } from '@/lib/dates/working-days';
import { NotFound } from '@/lib/errors/kinds';
import { saidBack } from '@/lib/forms/said';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { askingFields as labels, saidLabels } from '@/lib/reviews/labels';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { submitAskAgencies } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function AgenciesAskedPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, review, agencies } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/agencies');
    if (!canWorkReview(ctx.actor, review) || !review.rapidReview) throw new NotFound('agencies');
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, review, agencies: await listAgencyOptions(ctx, { onlyExample: review.example }) };
  }, { act: 'work-rapid-review' });
  const left = agencies.filter((agency) => !review.requests.some((request) => request.agencyId === agency.value));
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Agencies asked about ${review.title}`} said={saidBack(saidLabels, said)} sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      <Card title="Agency information reports"><RequestsTable reference={reference} requests={review.requests} today={today} working /></Card>
      <Card title="Ask more agencies">
        <Form action={submitAskAgencies} formKey={randomUUID()} title="Ask more agencies" submitLabel="Record as asked" hidden={{ reference, _page: `${page}/agencies` }} values={{ askedOn: formatDate(today), replyBy: formatDate(addWorkingDays(today as CalendarDate, 5)) }}>
          <CheckboxesField name="agencies" label="Agencies" options={left.map((agency) => ({ value: agency.value, label: agency.label }))} />
          <DateField name="askedOn" label={labels.askedOn} />
          <DateField name="replyBy" label={labels.replyBy} />
        </Form>
      </Card>
    </PageFrame>
  );
}
