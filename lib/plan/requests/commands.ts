import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { actionRecommendations, actionRequests, actions, recommendations } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notifyEach } from '@/lib/notifications/outbox';
import { aboutAction, recordedForYou, type Saved } from '@/lib/plan/commands';
import { canAnswer, canDecide, canEscalate, canProposeClosing, canReopen, canSayComplete, decidersOf, recordsForOthers } from '@/lib/plan/policy';
import { exceptionOf, listEvidence } from '@/lib/plan/queries';
import { levelOfEvidence } from '@/lib/plan/rules';
import type { AnswerInput, AskForDateInput, AskForHelpInput, ExceptionInput, ProposeClosingInput, ReopenInput } from '@/lib/plan/requests/input';
import { exception, ownEvidence } from '@/lib/plan/requests/labels';
import { isInUse, whatStopsAnswering, whatStopsAskingForDate, whatStopsAskingForHelp, whatStopsClosing } from '@/lib/plan/requests/rules';
import { getActionToChange, lockAction, whatStopsSpeaking, whoSaid, type Action, type Said } from '@/lib/plan/standing/queries';
import { putToPartners } from '@/lib/reviews/decisions/commands';

type Request = typeof actionRequests.$inferSelect;

/** The owner asks for another date, or the business unit for them. Who chairs its group, or the business unit, grants it. */
export async function askForDate(ctx: WriteContext, input: AskForDateInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canSayComplete(ctx.actor, seen)) return refused('The owner of an action, or the chair of its task-and-finish group, asks for another date');
  const action = await lockAction(ctx, seen);
  const said = whoSaid(ctx, input);
  const issues = [
    ...whatStopsAskingForDate(action, await listRequests(ctx, action)), ...said.issues, ...(await whatStopsSpeaking(ctx, action, said, { completes: true })),
    ...(input.wantedOn === action.dueOn ? [{ field: 'wantedOn', message: 'Enter another date: this is the one it is due on' }] : []),
  ];
  if (issues.length > 0) return blocked(issues);

  await ask(ctx, action, { kind: 'date', reason: input.reason, wantedOn: input.wantedOn }, said);
  await tellSayer(ctx, action, said);
  await tell(ctx, action, action.chairs, `Another date is asked for action ${action.reference}: you decide it`);
  return done({ reference: action.reference });
}

/** Whoever works on an action asks the chair of its group, or the Executive, for help with what stands in its way. */
export async function askForHelp(ctx: WriteContext, input: AskForHelpInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canEscalate(ctx.actor, seen)) return refused('The owner of an action, its group, the Engine Room or the business unit asks for help with it');
  const action = await lockAction(ctx, seen);
  const issues = whatStopsAskingForHelp(action, await listRequests(ctx, action));
  if (issues.length > 0) return blocked(issues);

  await ask(ctx, action, { kind: 'escalation', reason: input.reason, escalatedTo: input.escalatedTo });
  await tell(ctx, action, decidersOf(action, { kind: 'escalation', escalatedTo: input.escalatedTo }), `Your help is asked for with action ${action.reference}`);
  await tell(ctx, action, [action.ownerPersonId], `Help has been asked for with action ${action.reference}`);
  return done({ reference: action.reference });
}

/** Somebody who does not own it proposes that an action is closed, and says what shows that it made a difference. Another confirms it. */
export async function proposeClosing(ctx: WriteContext, input: ProposeClosingInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canProposeClosing(ctx.actor, seen)) return refused('The Engine Room, the chair of its task-and-finish group or the business unit proposes to close an action: never its owner');
  const action = await lockAction(ctx, seen);
  const level = levelOfEvidence(await listEvidence(ctx, action.id));
  const served = await listServed(ctx, action);
  const excepted = await findException(ctx, action);
  const onOwnEvidence = input.rests === ownEvidence;
  const onException = input.rests === exception;
  const judgedOn = served.find((one) => one.reference === input.rests);
  const issues = [
    ...whatStopsClosing(action, { level, recommendations: served.map(() => ({ accepted: true })), exception: excepted }),
    ...((await listRequests(ctx, action)).some((one) => one.kind === 'closing' && one.result === null) ? [{ message: 'Its closing has been proposed, and waits for its answer' }] : []),
    ...(onOwnEvidence && !isInUse(level) ? [{ field: 'rests', message: 'Its own evidence shows no more than that it was done. Choose the recommendation on which its impact is judged' }] : []),
    ...(onException && excepted !== 'agreed' ? [{ field: 'rests', message: 'The safeguarding partners have not agreed to that' }] : []),
    ...(!onOwnEvidence && !onException && !judgedOn ? [{ field: 'rests', message: 'Choose from the list' }] : []),
  ];
  if (issues.length > 0) return blocked(issues);

  await ask(ctx, action, { kind: 'closing', reason: input.reason, basis: onOwnEvidence ? 'own_evidence' : onException ? 'exception' : 'recommendation', recommendationId: judgedOn?.id ?? null });
  await tell(ctx, action, decidersOf(action, { kind: 'closing', escalatedTo: null }), `Action ${action.reference} is proposed for closing: you confirm it`);
  return done({ reference: action.reference });
}

/** Where nothing will show an impact, the business unit asks the safeguarding partners whether it may be closed without. They decide jointly. */
export async function askForException(ctx: WriteContext, input: ExceptionInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!recordsForOthers(ctx.actor)) return refused('The business unit puts to the safeguarding partners that an action is closed without evidence of impact');
  const action = await lockAction(ctx, seen);
  const issues = whatStopsClosing(action, { level: null, recommendations: [], exception: 'agreed' });
  if (issues.length > 0) return blocked(issues);

  const put = await putToPartners(ctx, {
    matter: 'closed_without_impact', reference: action.reference, example: action.example, actionId: action.id, recommendedOutcome: 'agreed', recommendedBecause: input.reason, openedOn: ctx.today,
  });
  return put ? done({ reference: action.reference }) : blocked([{ message: 'This has been put to the safeguarding partners before' }]);
}

/** Another than the one who asked decides: a chair, or the business unit for what they said in a meeting. The database carries out what is granted. */
export async function answerRequest(ctx: WriteContext, input: AnswerInput): Promise<Outcome<Saved & { result: 'granted' | 'refused' }>> {
  const action = await getActionToChange(ctx, input.reference);
  const seen = await findRequest(ctx, action, input.request);
  if (!canAnswer(ctx.actor, action, seen)) return refused('Somebody other than who asked decides this: the chair of its group, or of the Executive');
  const request = await lockRequest(ctx, seen);
  const said = whoSaid(ctx, input);
  const deciders = decidersOf(action, request);
  const issues = [
    ...whatStopsAnswering(action, request, ctx.today, input.result),
    ...said.issues,
    ...(!said.onBehalf && !canDecide(ctx.actor, action, request) ? [{ field: 'saidBy', message: 'Choose which chair said it' }] : []),
    ...(said.onBehalf && (!deciders.includes(said.personId) || said.personId === request.askedById || said.personId === action.ownerPersonId) ? [{ field: 'saidBy', message: 'Choose who decides this and did not ask for it' }] : []),
    ...(request.kind === 'escalation' && input.answer === null ? [{ field: 'answer', message: 'Enter the answer' }] : []),
  ];
  if (issues.length > 0) return blocked(issues);

  if (request.version !== input.version) throw new StaleVersion('action_requests', request.id);
  await ctx.tx.update(actionRequests).set({
    result: input.result, answer: input.answer, answeredOn: said.saidOn, answeredById: said.personId, answerHow: said.how, answerNote: said.howNote, answerRecordedById: ctx.actor.personId,
  }).where(eq(actionRequests.id, request.id));
  await tellSayer(ctx, action, said);
  await tell(ctx, action, [request.askedById, action.ownerPersonId], answeredWords(action, request, input.result));
  return done({ reference: action.reference, result: input.result });
}

/** Who may close an action opens it again, with the reason: it is in progress once more, with the date it had. */
export async function reopenAction(ctx: WriteContext, input: ReopenInput): Promise<Outcome<Saved>> {
  const action = await getActionToChange(ctx, input.reference);
  const seen = await findRequest(ctx, action, input.request);
  if (!canReopen(ctx.actor, action)) return refused('Who may close an action opens it again: the chair of its group or of the Executive, or the business unit');
  const request = await lockRequest(ctx, seen);
  if (request.kind !== 'closing' || action.closedOn === null || request.undoneOn !== null) return blocked([{ message: 'This action is not closed', href: `/plan/${action.reference}` }]);

  if (request.version !== input.version) throw new StaleVersion('action_requests', request.id);
  await ctx.tx.update(actionRequests).set({ undoneOn: ctx.today, undoneById: ctx.actor.personId, undoneBecause: input.reason }).where(eq(actionRequests.id, request.id));
  await tell(ctx, action, [action.ownerPersonId, request.askedById], `Action ${action.reference} has been opened again, with the reason`);
  return done({ reference: action.reference });
}

// ── The steps ──

async function ask(ctx: WriteContext, action: Action, what: Pick<typeof actionRequests.$inferInsert, 'kind' | 'reason' | 'wantedOn' | 'escalatedTo' | 'basis' | 'recommendationId'>, said?: Said): Promise<void> {
  await ctx.tx.insert(actionRequests).values({
    id: newId(), actionId: action.id, ...what, askedOn: said?.saidOn ?? ctx.today, askedById: said?.personId ?? ctx.actor.personId, how: said?.how, howNote: said?.howNote, recordedById: ctx.actor.personId,
  });
}

async function tell(ctx: WriteContext, action: Action, people: (string | null)[], message: string): Promise<void> {
  await notifyEach(ctx, people, { message, ...aboutAction(action) });
}

async function tellSayer(ctx: WriteContext, action: Action, said: Said): Promise<void> {
  if (said.onBehalf) await tell(ctx, action, [said.personId], recordedForYou(action));
}

async function listRequests(ctx: WriteContext, action: Action): Promise<Request[]> {
  return ctx.tx.select().from(actionRequests).where(eq(actionRequests.actionId, action.id));
}

async function findException(ctx: WriteContext, action: Action): Promise<'waiting' | 'agreed' | 'not_agreed' | null> {
  const [row] = await ctx.tx.select({ exception: exceptionOf }).from(actions).where(eq(actions.id, action.id));
  return row?.exception ?? null;
}

async function findRequest(ctx: WriteContext, action: Action, id: string): Promise<Request> {
  const [request] = await ctx.tx.select().from(actionRequests).where(and(eq(actionRequests.id, id), eq(actionRequests.actionId, action.id)));
  return foundOr404(request, 'request');
}

async function lockRequest(ctx: WriteContext, seen: Request): Promise<Request> {
  const [locked] = await ctx.tx.select().from(actionRequests).where(eq(actionRequests.id, seen.id)).for('no key update');
  return foundOr404(locked, 'request');
}

/** The recommendations it serves that have been accepted. */
async function listServed(ctx: WriteContext, action: Action): Promise<{ id: string; reference: string }[]> {
  return ctx.tx.select({ id: recommendations.id, reference: recommendations.reference }).from(actionRecommendations)
    .innerJoin(recommendations, eq(recommendations.id, actionRecommendations.recommendationId))
    .where(and(eq(actionRecommendations.actionId, action.id), inArray(recommendations.acceptance, ['accepted', 'partly'])));
}

function answeredWords(action: Action, request: Request, result: 'granted' | 'refused'): string {
  switch (request.kind) {
    case 'date':
      return result === 'granted' ? `Action ${action.reference} has another date` : `The date of action ${action.reference} stands: no other was granted`;
    case 'escalation':
      return `What was asked about action ${action.reference} has been answered`;
    case 'closing':
      return result === 'granted' ? `Action ${action.reference} is closed` : `Action ${action.reference} is not closed, with the reason`;
  }
}
