import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { ContributionForm } from '@/components/plan/steering-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { getAction } from '@/lib/plan/queries';
import { hasEnded } from '@/lib/plan/rules';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ agency?: string | string[] }> };

export default async function ContributionPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { agency: asked } = await searchParams;
  const { actor, now, action, draft } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `contribution-action:${action.reference}`) };
  }, { act: 'record-contribution' });
  const own = action.agencies.filter((one) => one.own);
  const agency = own.find((one) => one.id === asked) ?? own[0];
  const stopped = !agency ? [{ message: 'Who leads a contributing agency, or the business unit, says how far it is' }] : hasEnded(action) || action.checkedOn !== null ? [{ message: 'This action is over, or complete and checked' }] : [];
  return (
    <ActionStep action={action} actor={actor} now={now} title={agency ? `${agency.name}: how far it is` : `Who contributes to ${action.reference}`} stopped={stopped}>
      {agency && <ContributionForm action={action} formKey={randomUUID()} draft={draft} agency={agency} />}
    </ActionStep>
  );
}
