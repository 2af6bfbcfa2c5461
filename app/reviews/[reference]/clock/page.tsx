import { randomUUID } from 'node:crypto';
import { PageFrame } from '@/components/access/page-frame';
import { ClockLine } from '@/components/reviews/clock-line';
import { Card } from '@/components/ui/card';
import { DateField, TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { NotFound } from '@/lib/errors/kinds';
import { clockLabels } from '@/lib/reviews/labels';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { submitOverrideClock } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }> };

export default async function ClockPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, review } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference);
    if (!canWorkReview(ctx.actor, review) || review.clocks.length === 0) throw new NotFound('clock');
    return { actor: ctx.actor, now: ctx.now, review };
  }, { act: 'work-rapid-review' });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Clocks of ${review.title}`} soft="The computed date is always kept beside another one and its reason." sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      {review.clocks.map((clock) => (
        <Card key={clock.rule} title={clockLabels[clock.rule]}>
          <ClockLine clock={clock} />
          {!clock.metOn && (
            <Form id={clock.rule.replace('_', '-')} action={submitOverrideClock} formKey={randomUUID()} version={clock.version} title={`Change the clock: ${clockLabels[clock.rule]}`} submitLabel="Change the date" submitTone="warning" hidden={{ reference, rule: clock.rule, _page: `${page}/clock` }} values={{ dueOn: clock.overrideDueOn ? formatDate(clock.overrideDueOn) : '', reason: clock.overrideReason ?? '' }}>
              <DateField name="dueOn" label="Due instead on" />
              <TextArea name="reason" label="Because" rows={3} />
            </Form>
          )}
        </Card>
      ))}
    </PageFrame>
  );
}
