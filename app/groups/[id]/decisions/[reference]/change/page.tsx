import { PageFrame } from '@/components/access/page-frame';
import { ChangeDecisionForm } from '@/components/groups/decision-forms';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { currentPath, readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { notTheirs } from '@/lib/groups/meetings/labels';
import { canRecordMeeting } from '@/lib/groups/meetings/policy';
import { getDecision } from '@/lib/groups/meetings/queries';

export default async function ChangeDecisionPage({ params }: { params: Promise<{ id: string; reference: string }> }) {
  const { id, reference } = await params;
  const { actor, now, decision, draft } = await readAs(await requireActor(), async (ctx) => {
    const decision = await getDecision(ctx, reference, id);
    return { actor: ctx.actor, now: ctx.now, decision, draft: await findDraft(ctx, `change-decision:${decision.reference}`) };
  }, { act: 'record-meeting' });
  const stopped = !canRecordMeeting(actor, decision) ? [{ message: notTheirs }] : decision.confirmedAt ? [{ message: 'The chair has confirmed it: its words stand. A later meeting decides in its place' }] : [];
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title={`Change ${decision.reference}`} soft={decision.matter} sensitivity={decision.showsCase ? 'case' : 'partnership'} example={decision.example}
      back={{ href: `/groups/${decision.groupId}/decisions/${decision.reference}`, label: decision.reference }}
    >
      <Card>{stopped.length > 0 ? <Blocked title="This cannot be done now:" issues={stopped} /> : <ChangeDecisionForm decision={decision} page={await currentPath()} draft={draft} />}</Card>
    </PageFrame>
  );
}
