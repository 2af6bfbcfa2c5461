import { PageFrame } from '@/components/access/page-frame';
import { CaseForDecision } from '@/components/reviews/case-for-decision';
import { DecisionWork } from '@/components/reviews/decision-work';
import { DecisionSummary } from '@/components/reviews/decision-summary';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { NotFound } from '@/lib/errors/kinds';
import { saidBack } from '@/lib/forms/said';
import { saidLabels as saidOfDecision } from '@/lib/reviews/decisions/labels';
import { canPut } from '@/lib/reviews/decisions/policy';
import { findDecisionDrafts, findDecisionRights, listPartners } from '@/lib/reviews/decisions/queries';
import { saidAfterView, settlementOf } from '@/lib/reviews/decisions/rules';
import { saidLabels } from '@/lib/reviews/labels';
import { getReview } from '@/lib/reviews/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function DecisionPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, review, partners, rights, drafts } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/decision');
    if (review.kind !== 'rapid_review' || !review.rapidReview) throw new NotFound('decision');
    const partners = await listPartners(ctx, review);
    const drafts = review.decision ? await findDecisionDrafts(ctx, review.decision, partners) : new Map([[`open-decision:${reference}`, await findDraft(ctx, `open-decision:${reference}`)]]);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, review, partners, rights: await findDecisionRights(ctx, { partners, puts: canPut(ctx.actor, review), since: review.decision?.openedOn ?? ctx.today, about: { reviewId: review.id } }), drafts };
  });
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Decision on ${review.title}`} soft="The safeguarding partners decide jointly." said={said === 'view' && review.decision ? saidAfterView(review.decision.outcome, settlementOf(partners, review.decision.views)) : saidBack({ ...saidLabels, ...saidOfDecision }, said)} sensitivity="case" example={review.example} back={{ href: `/reviews/${reference}`, label: `${reference} ${review.title}` }}>
      {!review.decision?.outcome && <CaseForDecision review={review} />}
      {review.decision && <Card title={review.decision.outcome ? 'The decision' : 'Before the partners'}><DecisionSummary decision={review.decision} interested={rights.interested} /></Card>}
      <DecisionWork review={review} partners={partners} rights={rights} drafts={drafts} today={today} />
      {review.earlierDecisions.map((decision) => <Card key={decision.id} title="Earlier decision, superseded"><DecisionSummary decision={decision} /></Card>)}
    </PageFrame>
  );
}
