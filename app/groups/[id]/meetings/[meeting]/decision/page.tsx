import { PageFrame } from '@/components/access/page-frame';
import { RecordDecisionForm } from '@/components/groups/decision-forms';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { formatDate } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { notTheirs } from '@/lib/groups/meetings/labels';
import { canRecordMeeting } from '@/lib/groups/meetings/policy';
import { getDecision, getMeeting } from '@/lib/groups/meetings/queries';

type Props = { params: Promise<{ id: string; meeting: string }>; searchParams: Promise<{ supersedes?: string | string[] }> };

export default async function RecordDecisionPage({ params, searchParams }: Props) {
  const { meeting: id, id: groupId } = await params;
  const { supersedes: asked } = await searchParams;
  const { actor, now, meeting, supersedes, draft } = await readAs(await requireActor(), async (ctx) => {
    const meeting = await getMeeting(ctx, id, groupId);
    return {
      actor: ctx.actor, now: ctx.now, meeting, supersedes: typeof asked === 'string' ? await getDecision(ctx, asked, groupId) : null,
      draft: await findDraft(ctx, `record-decision:${typeof asked === 'string' ? asked : meeting.id}`),
    };
  }, { act: 'record-meeting' });
  const at = `/groups/${meeting.groupId}/meetings/${meeting.id}`;
  const stopped = !canRecordMeeting(actor, meeting) ? [{ message: notTheirs }] : meeting.heldOn === null ? [{ message: 'Record that the meeting was held, and who was there', href: `${at}/change` }] : [];
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title="Record a decision" soft={`${meeting.groupName}, ${formatDate(meeting.heldOn ?? meeting.plannedOn)}${supersedes ? `. In place of ${supersedes.reference}` : ''}`}
      sensitivity={supersedes?.showsCase ? 'case' : 'partnership'} example={meeting.example} back={{ href: at, label: 'The meeting' }}
    >
      <Card>
        {stopped.length > 0 ? <Blocked title="Before a decision is recorded:" issues={stopped} /> : <RecordDecisionForm meeting={meeting} supersedes={supersedes} page={await currentPath()} draft={draft} />}
      </Card>
    </PageFrame>
  );
}
