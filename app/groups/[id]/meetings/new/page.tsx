import { PageFrame } from '@/components/access/page-frame';
import { PlanMeetingForm } from '@/components/groups/meeting-forms';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { notTheirs } from '@/lib/groups/meetings/labels';
import { canRecordMeeting } from '@/lib/groups/meetings/policy';
import { whoCouldChair } from '@/lib/groups/meetings/rules';
import { getGroup } from '@/lib/groups/queries';

export default async function PlanMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, now, group, draft } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now, group: await getGroup(ctx, id), draft: await findDraft(ctx, `plan-meeting:${id}`),
  }), { act: 'record-meeting' });
  return (
    <PageFrame actor={actor} now={now} section="groups" title={`Plan a meeting of ${group.name}`} sensitivity="partnership" example={group.example} back={{ href: `/groups/${id}`, label: group.name }}>
      <Card>
        {canRecordMeeting(actor, { groupId: group.id })
          ? <PlanMeetingForm group={group} chairs={whoCouldChair(group.members)} page={await currentPath()} draft={draft} />
          : <Blocked title="This cannot be done now:" issues={[{ message: notTheirs }]} />}
      </Card>
    </PageFrame>
  );
}
