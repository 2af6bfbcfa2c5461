import { randomUUID } from 'node:crypto';
import { EvidenceForm } from '@/components/plan/action-forms';
import { ActionStep } from '@/components/plan/action-step';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { canUpdate } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsAddingEvidence } from '@/lib/plan/rules';

export default async function AddEvidencePage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { actor, now, action, draft, agencies } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `evidence-action:${action.reference}`), agencies: await listAgencyOptions(ctx, { kinds: ['safeguarding_partner', 'relevant_agency', 'outside'] }) };
  }, { act: 'add-evidence' });
  const stopped = canUpdate(actor, action) ? whatStopsAddingEvidence(action) : [{ message: 'The owner of an action, its task-and-finish group or the business unit adds evidence to it' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Add evidence to ${action.reference}`} stopped={stopped}>
      <EvidenceForm action={action} formKey={randomUUID()} draft={draft} agencies={agencies} />
    </ActionStep>
  );
}
