import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { EvidenceList } from '@/components/plan/evidence-list';
import { ExceptionForm, ProposeClosingForm } from '@/components/plan/request-forms';
import { Blocked } from '@/components/ui/blocked';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canProposeClosing, recordsForOthers } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsClosing } from '@/lib/plan/requests/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function ProposeClosingPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, today, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, action, draft: await findDraft(ctx, `close-action:${action.reference}`) };
  }, { act: 'propose-closing' });
  const notShown = whatStopsClosing(action, action);
  const isProposed = action.requests.some((request) => request.kind === 'closing' && request.result === null);
  const notYet = isProposed ? [{ message: 'Its closing has been proposed, and waits for its answer', href: `/plan/${action.reference}` }] : whatStopsClosing(action, { ...action, exception: 'agreed' });
  const stopped = canProposeClosing(actor, action) ? notYet : [{ message: 'The Engine Room, the chair of its task-and-finish group or the business unit proposes to close an action: never its owner' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Propose to close ${action.reference}`} stopped={stopped}>
      <EvidenceList evidence={action.evidence} today={today} mayAdd={false} reference={action.reference} />
      {notShown.length === 0 ? <ProposeClosingForm action={action} formKey={randomUUID()} draft={draft} /> : <Blocked title="Before it can be closed:" issues={notShown} />}
      {recordsForOthers(actor) && action.exception === null && <ExceptionForm action={action} formKey={randomUUID()} draft={null} />}
      {action.exception === 'waiting' && <p>The safeguarding partners have been asked whether it may be closed without evidence of impact.</p>}
    </ActionStep>
  );
}
