import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { AskForDateForm } from '@/components/plan/request-forms';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { answersAsLead, canSayComplete, isOwner, recordsForOthers } from '@/lib/plan/policy';
import { getAction, listSayerOptions } from '@/lib/plan/queries';
import { whatStopsAskingForDate } from '@/lib/plan/requests/rules';

type Props = { params: Promise<{ reference: string }> };

export default async function AskForDatePage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, action, draft, people } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `date-action:${action.reference}`),
      people: recordsForOthers(ctx.actor) ? await listSayerOptions(ctx, { actionId: action.id, on: ctx.today, completes: true }) : [],
    };
  }, { act: 'ask-for-date' });
  const stopped = canSayComplete(actor, action) ? whatStopsAskingForDate(action, action.requests) : [{ message: 'The owner of an action, or the chair of its task-and-finish group, asks for another date' }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Ask for another date for ${action.reference}`} stopped={stopped}>
      <AskForDateForm action={action} formKey={randomUUID()} draft={draft} people={people} speaksForOthers={recordsForOthers(actor) && !isOwner(actor, action) && !answersAsLead(action)} />
    </ActionStep>
  );
}
