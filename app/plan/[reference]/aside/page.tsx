import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { AsideForm, TakeUpForm } from '@/components/plan/steering-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canSteer } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsSettingAside } from '@/lib/plan/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function AsidePage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `aside-action:${action.reference}`) };
  }, { act: 'set-aside' });
  const notYet = action.aside ? [] : whatStopsSettingAside(action);
  const stopped = canSteer(actor, action) ? notYet : [{ message: 'The chair of its group, or the business unit, puts an action aside and takes it up again' }];
  const form = { action, formKey: randomUUID(), draft };
  return (
    <ActionStep action={action} actor={actor} now={now} title={action.aside ? `Take ${action.reference} up again` : `Put ${action.reference} aside`} stopped={stopped}>
      {action.aside ? <TakeUpForm {...form} /> : <AsideForm {...form} />}
    </ActionStep>
  );
}
