import { randomUUID } from 'node:crypto';
import { AgreeForm } from '@/components/plan/action-forms';
import { ActionStep } from '@/components/plan/action-step';
import { ActionSummary } from '@/components/plan/action-summary';
import { Card } from '@/components/ui/card';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canAgree } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsAgreeing } from '@/lib/plan/rules';

export default async function AgreePage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `agree-action:${action.reference}`) };
  }, { act: 'agree-action' });
  const stopped = canAgree(actor, action) ? whatStopsAgreeing(action) : [{ message: 'The chair of the accountable group, or the business unit, agrees an action' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Agree ${action.reference}`} stopped={stopped} about={<Card title="The action"><ActionSummary action={action} /></Card>}>
      <AgreeForm action={action} formKey={randomUUID()} draft={draft} />
    </ActionStep>
  );
}
