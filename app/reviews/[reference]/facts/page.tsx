import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { DateField, TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { factsFields as labels } from '@/lib/reviews/labels';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { submitRecordFacts } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }> };

export default async function FactsPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, review, rapid, draft } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/facts');
    const rapid = foundOr404(canWorkReview(ctx.actor, review) ? review.rapidReview : null, 'rapid review');
    return { actor: ctx.actor, now: ctx.now, review, rapid, draft: await findDraft(ctx, `record-facts:${reference}`) };
  }, { act: 'work-rapid-review' });
  const { facts, immediateSafety, agencyInvolvement, contextAndInequality, childsVoice, goodPractice, learning } = rapid;
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Rapid review of ${review.title}`} soft="Without names. Keep it short: the facts as far as they can be readily established." sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      <Form
        action={submitRecordFacts} formKey={randomUUID()} version={rapid.version} title={`Rapid review of ${review.title}`} submitLabel="Save the rapid review" cancel={{ href: page }}
        values={{ meetingOn: formatDateIfAny(rapid.meetingOn), facts, immediateSafety, agencyInvolvement, contextAndInequality, childsVoice, goodPractice, learning }}
        hidden={{ reference, _page: `${page}/facts` }}
        draft={draftOf(`record-facts:${reference}`, draft)}
      >
        <DateField name="meetingOn" label={labels.meetingOn} optional />
        <TextArea name="facts" label={labels.facts} hint="What happened, and what was known before. Needed before the partners decide." rows={8} />
        <TextArea name="immediateSafety" label={labels.immediateSafety} hint="This child, brothers and sisters, other children: what was done, by whom, when, and what is still open" rows={5} />
        <TextArea name="agencyInvolvement" label={labels.agencyInvolvement} hint="Key practice episodes and what they show, not a chronology" rows={8} />
        <TextArea name="contextAndInequality" label={labels.contextAndInequality} hint="How race, ethnicity, culture, faith, disability or poverty affected the child and the practice" rows={5} />
        <TextArea name="childsVoice" label={labels.childsVoice} rows={5} />
        <TextArea name="goodPractice" label={labels.goodPractice} rows={4} />
        <TextArea name="learning" label={labels.learning} hint="Also: was it known before?" rows={6} />
      </Form>
    </PageFrame>
  );
}
