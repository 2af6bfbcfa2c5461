import { HistoryTimeline } from '@/components/access/history-timeline';
import { PageFrame } from '@/components/access/page-frame';
import { ActionList } from '@/components/plan/action-list';
import { AgreementCard, AnswerCard, ConnectionsCard } from '@/components/recommendations/finding-aside';
import { FindingCard } from '@/components/recommendations/finding-card';
import { FindingTag } from '@/components/recommendations/finding-tag';
import { FindingThread } from '@/components/recommendations/finding-thread';
import { RecommendationList } from '@/components/recommendations/recommendation-list';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';
import { levelWords } from '@/lib/plan/labels';
import { listActionsOfRecommendations } from '@/lib/plan/queries';
import { levelsOver, stepsReached } from '@/lib/plan/rules';
import { saidLabels } from '@/lib/recommendations/findings/labels';
import { agreesAs, canAnswer, canConnect, canWriteFinding } from '@/lib/recommendations/findings/policy';
import { getFinding, readConnections } from '@/lib/recommendations/findings/queries';
import { showsCase } from '@/lib/recommendations/findings/rules';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function FindingPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, finding, connections, actions, timeline } = await readAs(await requireActor(), async (ctx) => {
    const finding = await getFinding(ctx, reference);
    const connections = await readConnections(ctx, finding);
    const actions = mayDo(ctx.actor, 'export-plan') ? await listActionsOfRecommendations(ctx, { recommendationIds: connections.recommendations.map((one) => one.id), place: '/findings/[reference]' }) : [];
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, finding, connections, actions, timeline: await listTimeline(ctx, 'finding', finding.id, { names: await listNames(ctx), words: {} }) };
  });
  const levels = levelsOver(actions.map((action) => action.level));
  const forward = {
    recommendations: connections.recommendations.length, actions: actions.length, red: actions.filter((action) => action.rag === 'red').length,
    evidence: { reached: stepsReached(levels?.lowest ?? null), words: levels ? `lowest: ${levelWords(levels.lowest)}; highest: ${levelWords(levels.highest)}, ${levels.atHighest} of ${levels.of}` : 'no actions yet' },
  };
  const worked = finding.recordBasis === 'worked_here';
  const connect = canConnect(actor, finding) ? `/findings/${reference}/connect` : null;
  return (
    <PageFrame
      actor={actor} now={now} section="findings" title={`Finding ${reference}`} soft={`From ${finding.sourceWords}`} tags={<FindingTag finding={finding} />} said={saidBack(saidLabels, said)}
      sensitivity={showsCase(finding) ? 'case' : 'learning'} example={finding.example} back={{ href: '/findings', label: 'Findings' }}
    >
      <FindingThread finding={finding} forward={forward} today={today} />
      <Columns
        aside={<>
          <AgreementCard finding={finding} mayAgree={worked && agreesAs(actor, finding) !== null} />
          <AnswerCard finding={finding} mayAnswer={canAnswer(actor)} />
          <ConnectionsCard finding={finding} connections={connections} connectHref={connect} />
        </>}
      >
        <FindingCard finding={finding} mayChange={finding.agreement === null && canWriteFinding(actor, finding)} />
        <Card title="Recommendations that answer it" id="recommendations" aside={connect && <a href={connect}>Change them</a>}><RecommendationList recommendations={connections.recommendations} today={today} /></Card>
        <Card title="Actions" id="actions"><ActionList actions={actions} today={today} /></Card>
      </Columns>
      <Card title="What has changed" id="history"><HistoryTimeline entries={timeline} /></Card>
    </PageFrame>
  );
}
