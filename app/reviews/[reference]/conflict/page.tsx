import { PageFrame } from '@/components/access/page-frame';
import { DeclareForAnother, DeclareOwn } from '@/components/reviews/interest-forms';
import { InterestList } from '@/components/reviews/interest-list';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { listPersonOptions } from '@/lib/partnership/queries';
import { interestSaidLabels } from '@/lib/reviews/interests/labels';
import { canDeclare, canDeclareForAnother } from '@/lib/reviews/interests/policy';
import { listInterests } from '@/lib/reviews/interests/queries';
import { getReview } from '@/lib/reviews/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function ConflictPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, review, interests, people, drafts } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/conflict');
    const people = canDeclareForAnother(ctx.actor) ? await listPersonOptions(ctx, { onlyExample: review.example }) : null;
    const drafts = { own: await findDraft(ctx, `declare-interest:${reference}`), another: people && (await findDraft(ctx, `declare-interest-of-another:${reference}`)) };
    return { actor: ctx.actor, now: ctx.now, review, interests: await listInterests(ctx, review.id), people, drafts };
  });
  const title = `Conflicts of interest, ${review.title}`;
  return (
    <PageFrame
      actor={actor} now={now} section="reviews" title={title} soft="Three outcomes: declared, stays; steps back from deciding; excluded. Only the last one hides the review."
      said={saidBack(interestSaidLabels, said)} sensitivity={review.isPublished ? 'learning' : 'case'} example={review.example} back={{ href: `/reviews/${reference}`, label: `${reference} ${review.title}` }}
    >
      <Card title={review.sees.case ? 'Declared' : 'Declared, as far as you may see it'}><InterestList interests={interests} reference={reference} title={title} actor={actor} /></Card>
      {canDeclare(actor) && <Card title="Declare your own"><DeclareOwn reference={reference} title={title} draft={drafts.own} /></Card>}
      {people && <Card title="Somebody else’s"><DeclareForAnother reference={reference} title={title} draft={drafts.another} people={people.filter((person) => person.value !== actor.personId)} /></Card>}
    </PageFrame>
  );
}
