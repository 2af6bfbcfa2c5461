import { HistoryTimeline } from '@/components/access/history-timeline';
import { PageFrame } from '@/components/access/page-frame';
import { DecisionLog } from '@/components/groups/decision-log';
import { Attendances, MeetingSummary, MeetingTag } from '@/components/groups/meeting-record';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { saidBack } from '@/lib/forms/said';
import { meetingSaidLabels, presenceNames } from '@/lib/groups/meetings/labels';
import { canRecordMeeting } from '@/lib/groups/meetings/policy';
import { getMeeting, listDecisions } from '@/lib/groups/meetings/queries';
import { listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';

type Props = { params: Promise<{ id: string; meeting: string }>; searchParams: Promise<{ said?: string | string[] }> };

export default async function MeetingPage({ params, searchParams }: Props) {
  const { meeting: id, id: groupId } = await params;
  const { said } = await searchParams;
  const { actor, now, today, meeting, decisions, timeline } = await readAs(await requireActor(), async (ctx) => {
    const meeting = await getMeeting(ctx, id, groupId);
    return {
      actor: ctx.actor, now: ctx.now, today: ctx.today, meeting, decisions: await listDecisions(ctx, { groupId: meeting.groupId, meetingId: meeting.id }),
      timeline: await listTimeline(ctx, 'meeting', meeting.id, { names: await listNames(ctx), words: { presence: presenceNames } }),
    };
  });
  const at = `/groups/${meeting.groupId}/meetings/${meeting.id}`;
  const mayRecord = canRecordMeeting(actor, meeting);
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title={`${meeting.groupName}, ${formatDate(meeting.heldOn ?? meeting.plannedOn)}`} soft="Meeting" tags={<MeetingTag meeting={meeting} today={today} />}
      sensitivity={decisions.some((one) => one.showsCase) ? 'case' : 'partnership'} example={meeting.example} back={{ href: `/groups/${meeting.groupId}`, label: meeting.groupName }} said={saidBack(meetingSaidLabels, said)}
      actions={mayRecord && (meeting.heldOn ? <ButtonLink href={`${at}/decision`}>Record a decision</ButtonLink> : <ButtonLink href={`${at}/change`}>Record the meeting</ButtonLink>)}
    >
      <Columns aside={<Card title="Who was there"><Attendances meeting={meeting} /></Card>}>
        <Card title="The meeting" aside={mayRecord && <a href={`${at}/change`}>Change</a>}><MeetingSummary meeting={meeting} today={today} /></Card>
        <Card title="What was decided"><DecisionLog decisions={decisions} caption="Decisions of this meeting" empty={meeting.heldOn ? 'The chair or the business unit records them here.' : 'They are recorded once the meeting has been held.'} /></Card>
      </Columns>
      <Card title="What has changed" id="history"><HistoryTimeline entries={timeline} /></Card>
    </PageFrame>
  );
}
