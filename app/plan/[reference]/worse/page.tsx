import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { TakeBackForm, WorsenForm } from '@/components/plan/steering-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canTakeBackWorse, canWorsen } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsWorsening } from '@/lib/plan/rules';
import { worseNames } from '@/lib/plan/steering/labels';

type Props = { params: Promise<{ reference: string }> };

export default async function WorsePage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `worse-action:${action.reference}`) };
  }, { act: 'worsen-rag' });
  const takesBack = action.worsenedTo !== null && canTakeBackWorse(actor, action);
  const worsens = action.worsenedTo !== 'red' || takesBack;
  const notYet = worsens ? whatStopsWorsening(action) : [{ message: 'Somebody else has made it red. They or the chair take it back' }];
  const stopped = canWorsen(actor, action) ? notYet : [{ message: 'The owner of an action, or the chair of its group, says that it stands worse' }];
  const form = { action, formKey: randomUUID(), draft };
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Say that ${action.reference} stands worse`} stopped={stopped}>
      {action.worsenedTo && <p>{action.worsenedByName ?? 'Somebody'} made it {worseNames[action.worsenedTo].toLowerCase()}: {action.worsenedBecause}</p>}
      {takesBack && <TakeBackForm {...form} />}
      {action.worsenedTo !== 'red' && <WorsenForm {...form} />}
    </ActionStep>
  );
}
