import { randomUUID } from 'node:crypto';
import { EvidenceForm } from '@/components/plan/action-forms';
import { ActionStep } from '@/components/plan/action-step';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { findUpload } from '@/lib/files/queries';
import { uploadIn } from '@/lib/forms/readers';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { canUpdate } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { whatStopsAddingEvidence } from '@/lib/plan/rules';

export default async function AddEvidencePage({ params, searchParams }: { params: Promise<{ reference: string }>; searchParams: Promise<{ problem?: string }> }) {
  const { reference } = await params;
  const { problem } = await searchParams;
  const { actor, now, action, draft, kept, agencies } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    const draft = await findDraft(ctx, `evidence-action:${action.reference}`);
    const uploadId = uploadIn(draft?.values.upload);
    return { actor: ctx.actor, now: ctx.now, action, draft, kept: uploadId && (await findUpload(ctx, uploadId)), agencies: await listAgencyOptions(ctx, { kinds: ['safeguarding_partner', 'relevant_agency', 'outside'] }) };
  }, { act: 'add-evidence' });
  const stopped = canUpdate(actor, action) ? whatStopsAddingEvidence(action) : [{ message: 'The owner of an action, its task-and-finish group or the business unit adds evidence to it' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Add evidence to ${action.reference}`} stopped={stopped}>
      <EvidenceForm action={action} formKey={randomUUID()} draft={draft} agencies={agencies} issues={problem && draft ? draft.issues : []} kept={kept || null} />
    </ActionStep>
  );
}
