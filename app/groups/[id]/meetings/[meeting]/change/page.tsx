import { PageFrame } from '@/components/access/page-frame';
import { ChangeMeetingForm } from '@/components/groups/meeting-forms';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { notTheirs } from '@/lib/groups/meetings/labels';
import { canRecordMeeting } from '@/lib/groups/meetings/policy';
import { getMeeting } from '@/lib/groups/meetings/queries';
import { whoCouldChair } from '@/lib/groups/meetings/rules';
import { getGroup } from '@/lib/groups/queries';

export default async function ChangeMeetingPage({ params }: { params: Promise<{ id: string; meeting: string }> }) {
  const { meeting: id, id: groupId } = await params;
  const { actor, now, meeting, group, draft } = await readAs(await requireActor(), async (ctx) => {
    const meeting = await getMeeting(ctx, id, groupId);
    return { actor: ctx.actor, now: ctx.now, meeting, group: await getGroup(ctx, meeting.groupId), draft: await findDraft(ctx, `change-meeting:${meeting.id}`) };
  }, { act: 'record-meeting' });
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title={`Record the meeting of ${formatDate(meeting.heldOn ?? meeting.plannedOn)}`} soft={meeting.groupName} sensitivity="partnership" example={meeting.example}
      back={{ href: `/groups/${meeting.groupId}/meetings/${meeting.id}`, label: 'The meeting' }}
    >
      <Card>
        {canRecordMeeting(actor, meeting)
          ? <ChangeMeetingForm meeting={meeting} members={whoCouldChair(group.members, meeting)} page={await currentPath()} draft={draft} />
          : <Blocked title="This cannot be done now:" issues={[{ message: notTheirs }]} />}
      </Card>
    </PageFrame>
  );
}
