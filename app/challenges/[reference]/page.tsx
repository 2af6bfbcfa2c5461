import { HistoryTimeline } from '@/components/access/history-timeline';
import { PageFrame } from '@/components/access/page-frame';
import { AnswerForm, CloseForm, EscalateForm } from '@/components/assurance/challenge-forms';
import { ChallengeRecord, ChallengeTag } from '@/components/assurance/challenge-list';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { challengeSaidLabels, outcomeNames, stageNames, topicNames } from '@/lib/assurance/challenges/labels';
import { canAnswer, canClose } from '@/lib/assurance/challenges/policy';
import { getChallenge, listAgenciesAnsweredFor, listAnswererOptions } from '@/lib/assurance/challenges/queries';
import { stagesAbove } from '@/lib/assurance/challenges/rules';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function ChallengePage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said } = await searchParams;
  const { actor, now, today, challenge, answersFor, leads, drafts, timeline } = await readAs(await requireActor(), async (ctx) => {
    const challenge = await getChallenge(ctx, reference);
    const answersFor = await listAgenciesAnsweredFor(ctx);
    const drafts = { answer: await findDraft(ctx, `answer-challenge:${reference}`), further: await findDraft(ctx, `escalate-challenge:${reference}`), close: await findDraft(ctx, `close-challenge:${reference}`) };
    return {
      actor: ctx.actor, now: ctx.now, today: ctx.today, challenge, answersFor, drafts, leads: canAnswer(ctx.actor, challenge, answersFor) && !answersFor.includes(challenge.aboutAgencyId) ? await listAnswererOptions(ctx, challenge) : null,
      timeline: await listTimeline(ctx, 'challenge', challenge.id, { names: await listNames(ctx), words: { stage: stageNames, topic: topicNames, outcome: outcomeNames } }),
    };
  });
  const page = await currentPath();
  const isOpen = challenge.closedOn === null;
  const answers = isOpen && canAnswer(actor, challenge, answersFor);
  const closes = isOpen && canClose(actor, challenge);
  return (
    <PageFrame
      actor={actor} now={now} section="assurance" title={`Challenge ${challenge.reference}`} soft={topicNames[challenge.topic]} tags={<ChallengeTag challenge={challenge} today={today} />}
      sensitivity={challenge.showsCase ? 'case' : 'partnership'} example={challenge.example} back={{ href: '/challenges', label: 'Challenges' }} said={saidBack(challengeSaidLabels, said)}
    >
      <Columns aside={closes && (
        <Card title="Whoever raised it">
          <CloseForm challenge={challenge} page={page} draft={drafts.close} />
          {stagesAbove(challenge.stage).length > 0 && <EscalateForm challenge={challenge} page={page} draft={drafts.further} />}
        </Card>
      )}>
        <Card title="The challenge"><ChallengeRecord challenge={challenge} /></Card>
        {answers && <Card title="Answer it"><AnswerForm challenge={challenge} page={page} draft={drafts.answer} leads={leads} /></Card>}
      </Columns>
      <Card title="What has changed" id="history"><HistoryTimeline entries={timeline} /></Card>
    </PageFrame>
  );
}
