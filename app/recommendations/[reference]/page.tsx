import { HistoryTimeline } from '@/components/access/history-timeline';
import { PageFrame } from '@/components/access/page-frame';
import { RaiseChallengeLink } from '@/components/assurance/challenge-list';
import { ActionList } from '@/components/plan/action-list';
import { AcceptanceCard } from '@/components/recommendations/acceptance-card';
import { AcceptanceTag } from '@/components/recommendations/acceptance-tag';
import { RecommendationCard } from '@/components/recommendations/recommendation-card';
import { RecommendationThread } from '@/components/recommendations/recommendation-thread';
import { ReleaseCard } from '@/components/recommendations/release-card';
import { SecondLook } from '@/components/recommendations/second-look';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';
import { levelWords } from '@/lib/plan/labels';
import { listActionsOfRecommendation } from '@/lib/plan/queries';
import { levelsOver, stepsReached } from '@/lib/plan/rules';
import { saidLabels } from '@/lib/recommendations/labels';
import { acceptsAs, canRelease, canWrite } from '@/lib/recommendations/policy';
import { countRecommendationsOfSource, getRecommendation, listTextsToCompare } from '@/lib/recommendations/queries';
import { recordedWords, showsCase, worthASecondLookToAccept } from '@/lib/recommendations/rules';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function RecommendationPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, recommendation, actions, timeline, notes } = await readAs(await requireActor(), async (ctx) => {
    const recommendation = await getRecommendation(ctx, reference);
    const actions = mayDo(ctx.actor, 'export-plan') ? await listActionsOfRecommendation(ctx, { recommendationId: recommendation.id }) : [];
    const notes = recommendation.state !== 'draft' ? [] : worthASecondLookToAccept(recommendation, await listTextsToCompare(ctx, reference), recommendation.source ? await countRecommendationsOfSource(ctx, recommendation.source.id) : 1);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, recommendation, actions, notes, timeline: await listTimeline(ctx, 'recommendation', recommendation.id, { names: await listNames(ctx), words: {} }) };
  });
  const levels = levelsOver(actions.map((action) => action.level));
  const forward = {
    actions: actions.length, red: actions.filter((action) => action.rag === 'red').length,
    evidence: { reached: stepsReached(levels?.lowest ?? null), words: levels ? `lowest: ${levelWords(levels.lowest)}; highest: ${levelWords(levels.highest)}, ${levels.atHighest} of ${levels.of}` : 'no actions yet' },
  };
  const mayChange = recommendation.state === 'draft' && canWrite(actor, recommendation);
  const mayAccept = recommendation.recordBasis === 'worked_here' && acceptsAs(actor, recommendation) !== null;
  const mayPropose = mayDo(actor, 'propose-action') && recommendation.state !== 'not_accepted';
  const release = recommendation.recordBasis === 'worked_here' && <ReleaseCard recommendation={recommendation} mayRelease={canRelease(actor, recommendation)} />;
  return (
    <PageFrame
      actor={actor} now={now} section="recommendations" title={`Recommendation ${reference}`} soft={`From ${recommendation.sourceWords}`} tags={<AcceptanceTag state={recommendation.state} />}
      said={(said === 'accepted' && recordedWords(recommendation)) || saidBack(saidLabels, said)} sensitivity={showsCase(recommendation) ? 'case' : 'learning'} example={recommendation.example} back={{ href: '/recommendations', label: 'Recommendations' }}
      actions={mayPropose && <ButtonLink href={`/plan/new?recommendation=${reference}`} tone={recommendation.acceptance ? 'primary' : 'secondary'}>Propose an action</ButtonLink>}
    >
      <RecommendationThread recommendation={recommendation} forward={forward} today={today} />
      <Columns aside={<><AcceptanceCard recommendation={recommendation} mayAccept={mayAccept} />{release}<SecondLook notes={notes} />{mayDo(actor, 'raise-challenge') && <RaiseChallengeLink reference={reference} />}</>}>
        <RecommendationCard recommendation={recommendation} mayChange={mayChange} />
        <Card title="Actions" id="actions"><ActionList actions={actions} today={today} of={recommendation.source?.id} /></Card>
      </Columns>
      <Card title="What has changed" id="history"><HistoryTimeline entries={timeline} /></Card>
    </PageFrame>
  );
}
