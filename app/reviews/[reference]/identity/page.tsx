import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { IdentitySummary } from '@/components/reviews/identity-summary';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { NotFound } from '@/lib/errors/kinds';
import { identityFields as labels, saidLabels } from '@/lib/reviews/labels';
import { canSeeIdentities, canWorkReview } from '@/lib/reviews/policy';
import { findIdentity, getReview } from '@/lib/reviews/queries';
import { submitRecordIdentity } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function IdentityPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, review, identity, draft } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/identity');
    if (!canSeeIdentities(ctx.actor, review) || !review.notification) throw new NotFound('identity');
    return { actor: ctx.actor, now: ctx.now, review, identity: await findIdentity(ctx, review), draft: await findDraft(ctx, `record-identity:${reference}`) };
  });
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Who ${review.title} is`} said={said === 'identity' ? saidLabels.identity : null} sensitivity="named" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      <Notice tone="warning" title="Only the business unit and people on this review’s list see this page, and that you opened it is recorded."><p>It is kept encrypted and appears nowhere else: not in searches, exports or messages.</p></Notice>
      <IdentitySummary identity={identity} />
      {canWorkReview(actor, review) && <Form
        folded={identity ? 'Change the details' : 'Record the details'} action={submitRecordIdentity} formKey={randomUUID()} version={identity?.version ?? 0} title={`Who ${review.title} is`} submitLabel="Save, encrypted" hidden={{ reference, _page: `${page}/identity` }} cancel={{ href: page }}
        values={{ name: identity?.name ?? '', dateOfBirth: identity?.dateOfBirth ?? '', otherNames: identity?.otherNames ?? '', address: identity?.address ?? '', school: identity?.school ?? '', family: identity?.family ?? '' }}
        draft={draftOf(`record-identity:${reference}`, draft)}
      >
        <TextField name="name" label={labels.name} autoComplete="off" />
        <TextField name="dateOfBirth" label={labels.dateOfBirth} optional width="medium" autoComplete="off" />
        <TextField name="otherNames" label={labels.otherNames} optional autoComplete="off" />
        <TextArea name="address" label={labels.address} optional rows={3} />
        <TextField name="school" label={labels.school} optional autoComplete="off" />
        <TextArea name="family" label={labels.family} hint="Mother, father and partners; brothers and sisters" optional rows={4} />
      </Form>}
    </PageFrame>
  );
}
