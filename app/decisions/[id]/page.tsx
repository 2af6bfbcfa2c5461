import { PageFrame } from '@/components/access/page-frame';
import { DecisionSubject } from '@/components/reviews/decision-subject';
import { DecisionSummary } from '@/components/reviews/decision-summary';
import { DecisionViews, TakeAgain } from '@/components/reviews/decision-views';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { saidBack } from '@/lib/forms/said';
import { matterLabels, saidLabels } from '@/lib/reviews/decisions/labels';
import { canPut } from '@/lib/reviews/decisions/policy';
import { findDecisionDrafts, findDecisionRights, getDecision, listPartners } from '@/lib/reviews/decisions/queries';
import { saidAfterView, settlementOf } from '@/lib/reviews/decisions/rules';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function DecisionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { said } = await searchParams;
  const { actor, now, today, decision, partners, rights, drafts } = await readAs(await requireActor(), async (ctx) => {
    const decision = await getDecision(ctx, id);
    const partners = await listPartners(ctx, decision);
    const rights = await findDecisionRights(ctx, { partners, puts: canPut(ctx.actor, decision), since: decision.openedOn, about: decision });
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, decision, partners, rights, drafts: await findDecisionDrafts(ctx, decision, partners) };
  });
  const title = `${matterLabels[decision.matter]}: ${decision.reference}`;
  const of = { decision, title, drafts, today };
  return (
    <PageFrame
      actor={actor} now={now} section="reviews" title={title} soft="The safeguarding partners decide jointly." sensitivity="case" example={decision.example} back={{ href: '/', label: 'What needs doing' }}
      said={said === 'view' ? saidAfterView(decision.outcome, settlementOf(partners, decision.views)) : saidBack(saidLabels, said)}
    >
      <DecisionSubject decision={decision} />
      <Card title={decision.outcome ? 'The decision' : 'Before the partners'}><DecisionSummary decision={decision} interested={rights.interested} /></Card>
      {!decision.outcome && <DecisionViews {...of} partners={partners} rights={rights} />}
      {decision.outcome && rights.puts && <TakeAgain {...of} />}
      {decision.earlier.map((earlier) => <Card key={earlier.id} title="Earlier decision, superseded"><DecisionSummary decision={earlier} /></Card>)}
    </PageFrame>
  );
}
