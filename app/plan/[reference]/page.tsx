import { randomUUID } from 'node:crypto';
import { PageFrame } from '@/components/access/page-frame';
import { RaiseChallengeLink } from '@/components/assurance/challenge-list';
import { ActionAside } from '@/components/plan/action-aside';
import { ActionBody } from '@/components/plan/action-body';
import { ActionNext, waitsFor } from '@/components/plan/action-next';
import { ActionThread } from '@/components/plan/action-thread';
import { RagTag } from '@/components/plan/rag-tag';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { findDraft } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';
import { actionAddress, planAddress, viewBehind } from '@/lib/plan/filter/rules';
import { saidLabels, stageNames } from '@/lib/plan/labels';
import { recordsForOthers } from '@/lib/plan/policy';
import { getAction, listSayerOptions } from '@/lib/plan/queries';
import { showsCase } from '@/lib/plan/rules';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ said?: string | string[]; plan?: string | string[] }> };

export default async function ActionPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { said, plan } = await searchParams;
  const from = viewBehind(plan);
  const { actor, now, today, action, draft, people, timeline } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return {
      actor: ctx.actor, now: ctx.now, today: ctx.today, action, draft: await findDraft(ctx, `update-action:${action.reference}`),
      people: recordsForOthers(ctx.actor) ? await listSayerOptions(ctx, { actionId: action.id, on: ctx.today, completes: false }) : [], timeline: await listTimeline(ctx, 'action', action.id, { names: await listNames(ctx), words: {} }),
    };
  });
  return (
    <PageFrame
      actor={actor} now={now} section="plan" title={`${action.reference} ${action.title}`} heading={<>{action.reference} · {action.title}</>} soft={stageNames[action.stage]}
      tags={action.rag !== 'not_stated' && <RagTag rag={action.rag} because={action.because} />} sensitivity={showsCase([action]) ? 'case' : 'learning'} example={action.example}
      back={{ href: planAddress(from), label: 'Plan' }} said={saidBack(saidLabels, said)}
    >
      <ActionThread action={action} today={today} />
      <Columns first={waitsFor({ action, actor, today }) && <ActionNext action={action} actor={actor} today={today} />} aside={<><ActionAside action={action} actor={actor} today={today} timeline={timeline} />{mayDo(actor, 'raise-challenge') && <RaiseChallengeLink reference={action.reference} />}</>}>
        <ActionBody action={action} actor={actor} today={today} page={actionAddress(action.reference, { from })} formKey={randomUUID()} draft={draft} people={people} />
      </Columns>
    </PageFrame>
  );
}
