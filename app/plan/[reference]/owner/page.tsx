import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { OwnerForm } from '@/components/plan/steering-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listGroupOptions } from '@/lib/groups/queries';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { canMove, canNameOwner } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsNaming } from '@/lib/plan/rules';
import { listNewOwnerOptions } from '@/lib/plan/steering/queries';

type Props = { params: Promise<{ reference: string }> };

export default async function OwnerPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft, people, agencies, groups } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `owner-action:${action.reference}`), people: await listNewOwnerOptions(ctx, action),
      agencies: canMove(ctx.actor) ? await listAgencyOptions(ctx, { kinds: ['safeguarding_partner', 'relevant_agency', 'outside'], also: [action.ownerAgencyId] }) : [],
      groups: canMove(ctx.actor) ? await listGroupOptions(ctx, { also: [action.accountableGroupId] }) : [],
    };
  }, { act: 'name-owner' });
  const stopped = canNameOwner(actor, action) ? whatStopsNaming(action) : [{ message: 'Who leads the owning agency, or the business unit, names its owner' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Who owns ${action.reference}`} stopped={stopped}>
      <OwnerForm action={action} formKey={randomUUID()} draft={draft} people={people} agencies={agencies} groups={groups} />
    </ActionStep>
  );
}
