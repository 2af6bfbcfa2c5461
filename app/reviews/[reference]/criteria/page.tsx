import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { CriteriaFields } from '@/components/reviews/criteria-fields';
import { Form } from '@/components/ui/form';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { NotFound } from '@/lib/errors/kinds';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { savesOf } from '@/lib/reviews/rules';
import { submitTestCriteria } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }> };

export default async function CriteriaPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, review, draft } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/criteria');
    if (!canWorkReview(ctx.actor, review) || !review.rapidReview) throw new NotFound('criteria');
    return { actor: ctx.actor, now: ctx.now, review, draft: await findDraft(ctx, `test-criteria:${reference}`) };
  }, { act: 'work-rapid-review' });
  const values = Object.fromEntries(review.criteria.flatMap((test) => [[`answer-${test.criterion}`, test.answer], [`reason-${test.criterion}`, test.reason]]));
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Criteria for ${review.title}`} soft="Meeting them does not by itself oblige an LCSPR; not meeting them does not forbid one." sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      <Form
        action={submitTestCriteria} formKey={randomUUID()} version={savesOf(review.criteria)} title={`Criteria for ${review.title}`} submitLabel="Save the criteria" values={values} hidden={{ reference, _page: `${page}/criteria` }} cancel={{ href: page }}
        draft={draftOf(`test-criteria:${reference}`, draft)}
      >
        <CriteriaFields />
      </Form>
    </PageFrame>
  );
}
