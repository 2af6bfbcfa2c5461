import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { ClockLine } from '@/components/reviews/clock-line';
import { Card } from '@/components/ui/card';
import { CheckboxesField, DateField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate, type CalendarDate } from '@/lib/dates/calendar-date';
import { addWorkingDays } from '@/lib/dates/working-days';
import { findDraft } from '@/lib/drafts/drafts';
import { NotFound } from '@/lib/errors/kinds';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { openingFields as labels, saidLabels } from '@/lib/reviews/labels';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { submitOpenRapidReview } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function OpenRapidReviewPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, review, agencies, draft } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/open');
    if (!canWorkReview(ctx.actor, review) || review.rapidReview || !review.notification) throw new NotFound('rapid review to open');
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, review, agencies: await listAgencyOptions(ctx, { onlyExample: review.example }), draft: await findDraft(ctx, `open-rapid-review:${reference}`) };
  }, { act: 'work-rapid-review' });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Open the rapid review of ${review.title}`} said={said === 'notified' ? saidLabels.notified : null} sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      {review.clocks.length > 0 && <Card title="Its clocks">{review.clocks.map((clock) => <ClockLine key={clock.rule} clock={clock} />)}</Card>}
      {!review.notification?.sentOn && <Notice><p>The fifteen days start when the notification has been sent to the National Panel. <a href={`${page}/notification`}>Record the date it was sent</a></p></Notice>}
      <Form
        action={submitOpenRapidReview} formKey={randomUUID()} title={`Open the rapid review of ${review.title}`} submitLabel="Open the rapid review" hidden={{ reference, _page: `${page}/open` }}
        values={{ openedOn: formatDate(today), replyBy: formatDate(addWorkingDays(today as CalendarDate, 8)) }} cancel={{ href: page, label: 'Not now' }}
        draft={draftOf(`open-rapid-review:${reference}`, draft)}
      >
        <DateField name="openedOn" label={labels.openedOn} />
        <DateField name="meetingOn" label={labels.meetingOn} optional />
        <CheckboxesField name="agencies" label="Agencies asked for their information" hint="Every agency that may have known the child or the family" optional options={agencies.map((agency) => ({ value: agency.value, label: agency.label }))} />
        <DateField name="replyBy" label={labels.replyBy} />
      </Form>
    </PageFrame>
  );
}
