import { randomUUID } from 'node:crypto';
import { CompleteForm } from '@/components/plan/action-forms';
import { ActionStep } from '@/components/plan/action-step';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canSayComplete, isOwner, recordsForOthers } from '@/lib/plan/policy';
import { getAction, listSayerOptions } from '@/lib/plan/queries';
import { whatStopsSayingComplete } from '@/lib/plan/rules';

export default async function SayCompletePage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { actor, now, action, draft, people } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return {
      actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `complete-action:${action.reference}`), people: recordsForOthers(ctx.actor) ? await listSayerOptions(ctx, { actionId: action.id, on: ctx.today, completes: true }) : [],
    };
  }, { act: 'say-complete' });
  // Evidence may come with the form itself.
  const stopped = canSayComplete(actor, action) ? whatStopsSayingComplete(action, 1) : [{ message: 'The owner of an action, or the chair of its task-and-finish group, says that it is complete' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Say that ${action.reference} is complete`} stopped={stopped}>
      <CompleteForm action={action} formKey={randomUUID()} draft={draft} people={people} speaksForOthers={recordsForOthers(actor) && !isOwner(actor, action)} />
    </ActionStep>
  );
}
