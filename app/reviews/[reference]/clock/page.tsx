import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { ClockLine } from '@/components/reviews/clock-line';
import { Card } from '@/components/ui/card';
import { DateField, TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { NotFound } from '@/lib/errors/kinds';
import { clockFields, clockLabels } from '@/lib/reviews/labels';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { submitOverrideClock } from '@/lib/reviews/server-actions';

const formOf = (reference: string, rule: string) => `override-clock:${reference}-${rule.replace('_', '-')}`;

type Props = { params: Promise<{ reference: string }> };

export default async function ClockPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, review, drafts } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/clock');
    if (!canWorkReview(ctx.actor, review) || review.clocks.length === 0) throw new NotFound('clock');
    const drafts = new Map(await Promise.all(review.clocks.map(async (clock) => [clock.rule, await findDraft(ctx, formOf(reference, clock.rule))] as const)));
    return { actor: ctx.actor, now: ctx.now, review, drafts };
  }, { act: 'work-rapid-review' });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Clocks of ${review.title}`} soft="The computed date is always kept beside another one and its reason." sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      {review.clocks.map((clock) => (
        <Card key={clock.rule} title={clockLabels[clock.rule]}>
          <ClockLine clock={clock} />
          {!clock.metOn && (
            <Form id={clock.rule.replace('_', '-')} action={submitOverrideClock} formKey={randomUUID()} version={clock.version} title={`Change the clock: ${clockLabels[clock.rule]}`} submitLabel="Change the date" submitTone="warning" hidden={{ reference, rule: clock.rule, _page: `${page}/clock` }} values={{ dueOn: formatDateIfAny(clock.overrideDueOn), reason: clock.overrideReason ?? '' }}
              draft={draftOf(formOf(reference, clock.rule), drafts.get(clock.rule))}>
              <DateField name="dueOn" label={clockFields.dueOn} />
              <TextArea name="reason" label={clockFields.reason} rows={3} />
            </Form>
          )}
        </Card>
      ))}
    </PageFrame>
  );
}
