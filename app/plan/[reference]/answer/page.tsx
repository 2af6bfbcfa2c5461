import { randomUUID } from 'node:crypto';
import { ActionStep } from '@/components/plan/action-step';
import { ActionSummary } from '@/components/plan/action-summary';
import { AnswerForm } from '@/components/plan/request-forms';
import { RequestList } from '@/components/plan/request-list';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { canAnswer, canDecide, decidersOf, recordsForOthers } from '@/lib/plan/policy';
import { getAction } from '@/lib/plan/queries';
import { listDeciderOptions } from '@/lib/plan/requests/queries';

/** What others have asked about an action, each with the form to decide it. */
export default async function AnswerPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { actor, now, action, draft, open } = await readAs(await requireActor(), async (ctx) => {
    const action = await getAction(ctx, { reference });
    const open = action.requests.filter((request) => request.result === null && canAnswer(ctx.actor, action, request));
    const withPeople = open.map(async (request) => ({ request, people: recordsForOthers(ctx.actor) ? await listDeciderOptions(ctx, decidersOf(action, request), request, action) : [] }));
    return { actor: ctx.actor, now: ctx.now, action, draft: await findDraft(ctx, `answer-action:${action.reference}`), open: await Promise.all(withPeople) };
  }, { act: 'answer-request' });
  const waits = action.requests.some((request) => request.result === null);
  const stopped = open.length > 0 ? [] : [{ message: waits ? 'Somebody other than who asked decides this: the chair of its group, or of the Executive' : 'Nothing waits for an answer', href: `/plan/${action.reference}` }];
  return (
    <ActionStep action={action} actor={actor} now={now} title={`Decide what is asked about ${action.reference}`} stopped={stopped}>
      {open.map(({ request, people }) => (
        <section key={request.id} className="grid gap-3">
          <RequestList requests={[request]} />
          <AnswerForm action={action} formKey={randomUUID()} draft={open.length === 1 ? draft : null} request={request} people={people} isOwnWord={canDecide(actor, action, request)} />
        </section>
      ))}
      <ActionSummary action={action} />
    </ActionStep>
  );
}
