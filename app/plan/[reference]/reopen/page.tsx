import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { ReopenForm } from '@/components/plan/request-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canReopen } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';

type Props = { params: Promise<{ reference: string }> };

export default async function ReopenPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `reopen-action:${action.reference}`) };
  }, { act: 'reopen-action' });
  const closing = action.requests.find((request) => request.kind === 'closing' && request.result === 'granted' && request.undoneOn === null);
  const notClosed = closing && action.closedOn !== null ? [] : [{ message: 'This action is not closed', href: `/plan/${action.reference}` }];
  const stopped = canReopen(actor, action) ? notClosed : [{ message: 'Who may close an action opens it again: the chair of its group or of the Executive, or the business unit' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Open ${action.reference} again`} stopped={stopped}>
      {closing && <ReopenForm action={action} formKey={randomUUID()} draft={draft} request={closing} />}
    </ActionStep>
  );
}
