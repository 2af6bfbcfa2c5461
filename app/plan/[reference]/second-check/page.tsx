import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { SecondCheckForm } from '@/components/plan/action-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canCheck, isOwnAgency } from '@/lib/plan/policy';
import { getAction, listOwnAgencyIds } from '@/lib/plan/queries';
import { whatStopsSecondCheck } from '@/lib/plan/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function SecondCheckPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft, ownAgencyIds } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `second-check-action:${action.reference}`), ownAgencyIds: await listOwnAgencyIds(ctx) };
  }, { act: 'check-action' });
  const stopped = canCheck(actor, action) ? whatStopsSecondCheck(action) : [{ message: 'Somebody who neither owns this action nor said that it is complete looks at it again' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Look at ${action.reference} again`} stopped={stopped}>
      <SecondCheckForm action={action} formKey={randomUUID()} draft={draft} sameAgency={isOwnAgency(ownAgencyIds, action)} />
    </ActionStep>
  );
}
