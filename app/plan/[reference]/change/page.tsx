import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { ChangeProposalForm, PriorityForm } from '@/components/plan/steering-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canChangeProposal, canSteer } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { hasEnded, whatStopsRewording } from '@/lib/plan/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function ChangePage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `change-action:${action.reference}`) };
  }, { act: 'change-proposal' });
  const stops = whatStopsRewording(action);
  const rewords = canChangeProposal(actor, action) && stops.length === 0;
  const prioritises = canSteer(actor, action) && !hasEnded(action);
  const stopped = rewords || prioritises ? [] : stops.length > 0 ? stops : [{ message: 'Who may propose or agree an action changes the proposal' }];
  const form = { action, formKey: randomUUID(), draft };
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Change ${action.reference}`} stopped={stopped}>
      {rewords ? <ChangeProposalForm {...form} /> : <PriorityForm {...form} />}
    </ActionStep>
  );
}
