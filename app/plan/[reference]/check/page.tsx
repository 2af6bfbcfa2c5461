import { randomUUID } from 'node:crypto';
import { WhatIsChecked } from '@/components/plan/action-checked';
import { CheckForm, EvidenceCheckForm } from '@/components/plan/action-forms';
import { ActionStep } from '@/components/plan/action-step';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canCheck, canCheckEvidence, isOwnAgency } from '@/lib/plan/policy';
import { getAction, listOwnAgencyIds } from '@/lib/plan/queries';
import { evidenceToCheck, whatStopsChecking } from '@/lib/plan/rules';

export default async function CheckPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { actor, now, today, action, draft, ownAgencyIds } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, action, draft: await findDraft(ctx, `check-action:${action.reference}`), ownAgencyIds: await listOwnAgencyIds(ctx) };
  }, { act: 'check-action' });
  const open = evidenceToCheck(action.evidence, actor.personId);
  const evidenceAlone = action.stage !== 'awaiting_check' && canCheckEvidence(actor, action) && open.length > 0;
  const notYours = canCheck(actor, action) ? [] : [{ message: 'Somebody who neither owns this action nor said that it is complete checks it' }];
  const stopped = evidenceAlone ? [] : notYours.length > 0 ? notYours : whatStopsChecking(action);
  const form = { action, formKey: randomUUID(), draft, open, today };
  return (
    <ActionStep action={action} actor={actor} now={now} title={evidenceAlone ? `Check the evidence of ${action.reference}` : `Check ${action.reference}`} stopped={stopped} about={<WhatIsChecked action={action} personId={actor.personId} today={today} />}>
      {evidenceAlone ? <EvidenceCheckForm {...form} /> : <CheckForm {...form} sameAgency={isOwnAgency(ownAgencyIds, action)} />}
    </ActionStep>
  );
}
