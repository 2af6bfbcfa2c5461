import { PageFrame } from '@/components/access/page-frame';
import { CaseForDecision } from '@/components/reviews/case-for-decision';
import { DecisionWork } from '@/components/reviews/decision-work';
import { DecisionSummary } from '@/components/reviews/decision-summary';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { NotFound } from '@/lib/errors/kinds';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/reviews/labels';
import { canGiveView, canRecordViewFor, canSettle, canWorkReview, chairsExecutive } from '@/lib/reviews/policy';
import { getReview, listChairs, listPartners } from '@/lib/reviews/queries';
import { saidAfterView, settlementOf } from '@/lib/reviews/rules';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function DecisionPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, review, partners, rights, drafts } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/decision');
    if (review.kind !== 'rapid_review' || !review.rapidReview) throw new NotFound('decision');
    const partners = await listPartners(ctx, review);
    const own = partners.filter((partner) => canGiveView(ctx.actor, partner.id)).map((partner) => partner.id);
    const forms = [...partners.map((partner) => [partner.id, `give-view:${reference}-${partner.id.slice(0, 8)}`] as const), ...['open', 'settle', 'supersede'].map((what) => [`${what}-decision:${reference}`, `${what}-decision:${reference}`] as const)];
    const drafts = new Map(await Promise.all(forms.map(async ([key, form]) => [key, await findDraft(ctx, form)] as const)));
    const rights = { own, records: canRecordViewFor(ctx.actor), settles: canSettle(ctx.actor), works: canWorkReview(ctx.actor, review), chairs: chairsExecutive(ctx.actor) ? [] : await listChairs(ctx, review.decision?.openedOn ?? ctx.today, ctx.today) };
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, review, partners, rights, drafts };
  });
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Decision on ${review.title}`} soft="The safeguarding partners decide jointly." said={said === 'view' && review.decision ? saidAfterView(review.decision.outcome, settlementOf(partners, review.decision.views)) : saidBack(saidLabels, said)} sensitivity="case" example={review.example} back={{ href: `/reviews/${reference}`, label: `${reference} ${review.title}` }}>
      {!review.decision?.outcome && <CaseForDecision review={review} />}
      {review.decision && <Card title={review.decision.outcome ? 'The decision' : 'Before the partners'}><DecisionSummary decision={review.decision} /></Card>}
      <DecisionWork review={review} partners={partners} rights={rights} drafts={drafts} today={today} />
      {review.earlierDecisions.map((decision) => <Card key={decision.id} title="Earlier decision, superseded"><DecisionSummary decision={decision} /></Card>)}
    </PageFrame>
  );
}
