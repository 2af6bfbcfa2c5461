import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { AskForHelpForm } from '@/components/plan/request-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canEscalate } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsAskingForHelp } from '@/lib/plan/requests/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function AskForHelpPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `help-action:${action.reference}`) };
  }, { act: 'escalate-action' });
  const stopped = canEscalate(actor, action) ? whatStopsAskingForHelp(action, action.requests) : [{ message: 'The owner of an action, its group, the Engine Room or the business unit asks for help with it' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Ask for help with ${action.reference}`} stopped={stopped}>
      <AskForHelpForm action={action} formKey={randomUUID()} draft={draft} />
    </ActionStep>
  );
}
