import { HistoryTimeline } from '@/components/access/history-timeline';
import { PageFrame } from '@/components/access/page-frame';
import { RaiseChallengeLink } from '@/components/assurance/challenge-list';
import { ConfirmDecisionForm } from '@/components/groups/decision-forms';
import { DecisionRecord, DecisionTag } from '@/components/groups/decision-log';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { formatDate } from '@/lib/dates/calendar-date';
import { saidBack } from '@/lib/forms/said';
import { meetingSaidLabels } from '@/lib/groups/meetings/labels';
import { canConfirmDecision, canRecordMeeting } from '@/lib/groups/meetings/policy';
import { getDecision, listMeetings } from '@/lib/groups/meetings/queries';
import { listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string; reference: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function DecisionPage({ params, searchParams }: Props) {
  const { id, reference } = await params;
  const { said } = await searchParams;
  const { actor, now, decision, latest, timeline } = await readAs(await requireActor(), async (ctx) => {
    const decision = await getDecision(ctx, reference, id);
    return {
      actor: ctx.actor, now: ctx.now, decision, latest: (await listMeetings(ctx, { groupId: decision.groupId })).find((meeting) => meeting.heldOn !== null),
      timeline: await listTimeline(ctx, 'meeting_decision', decision.id, { names: await listNames(ctx), words: {} }),
    };
  });
  const mayRecord = canRecordMeeting(actor, decision);
  const maySupersede = mayRecord && decision.confirmedAt !== null && decision.supersededBy === null && latest;
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title={`${decision.reference} ${decision.matter}`} heading={<>{decision.reference} · {decision.matter}</>} tags={<DecisionTag decision={decision} />}
      soft={<><a href={`/groups/${decision.groupId}/meetings/${decision.meetingId}`}>{decision.groupName}, {formatDate(decision.on)}</a></>}
      sensitivity={decision.showsCase ? 'case' : 'partnership'} example={decision.example} back={{ href: `/groups/${decision.groupId}/decisions`, label: `Decisions of ${decision.groupName}` }} said={saidBack(meetingSaidLabels, said)}
    >
      <Columns aside={<>
        {canConfirmDecision(actor, decision) && <Card title="Confirm it"><ConfirmDecisionForm decision={decision} /></Card>}
        {mayDo(actor, 'raise-challenge') && <RaiseChallengeLink reference={decision.reference} />}
        {maySupersede && <Card title="Decided again?"><p><a href={`/groups/${decision.groupId}/meetings/${latest.id}/decision?supersedes=${decision.reference}`}>Record what takes its place</a><span className="soft"> at the meeting of {formatDate(latest.heldOn!)}</span></p></Card>}
      </>}>
        <Card title="The decision" aside={mayRecord && decision.confirmedAt === null && <a href={`/groups/${decision.groupId}/decisions/${decision.reference}/change`}>Change</a>}><DecisionRecord decision={decision} /></Card>
      </Columns>
      <Card title="What has changed" id="history"><HistoryTimeline entries={timeline} /></Card>
    </PageFrame>
  );
}
