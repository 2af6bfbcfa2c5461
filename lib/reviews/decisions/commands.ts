import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { decisions, decisionViews } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import type { CalendarDate } from '@/lib/dates/calendar-date';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notify, putAwayAnswered } from '@/lib/notifications/outbox';
import type { GiveViewInput, SettleInput, SupersedeInput } from '@/lib/reviews/decisions/input';
import { puttingFields, settlementFields, viewFields } from '@/lib/reviews/decisions/labels';
import { canChangeView, canGiveView, canPut, canRecordViewFor, canSettle, chairsExecutive } from '@/lib/reviews/decisions/policy';
import { getDecision, listChairs, listPartners, type Decision, type Partner } from '@/lib/reviews/decisions/queries';
import { canComeTo, pageOfDecision, settlementOf, viewAskedFor, type Decided, type Matter } from '@/lib/reviews/decisions/rules';
import { findSteppingBack, listInterests } from '@/lib/reviews/interests/queries';
import { steppedBackWords, whoDoesNotDecide } from '@/lib/reviews/interests/rules';
import { lockReview } from '@/lib/reviews/queries';
import { whatIsWrongWithDay } from '@/lib/reviews/rules';

/** What is put to the partners: one review, one recommendation or one action, by its reference. */
export type Put = {
  matter: Matter;
  reference: string;
  example: boolean;
  reviewId?: string | null;
  recommendationId?: string | null;
  actionId?: string | null;
  recommendedOutcome: Decided;
  recommendedBecause: string;
  openedOn: CalendarDate;
  supersedes?: { id: string; because: string };
};

/** Puts a matter to the safeguarding partners and tells them. Gives its id; null where it has been put to them before: it is put once, and then taken again. */
export async function putToPartners(ctx: WriteContext, { reference, example, supersedes, ...row }: Put): Promise<string | null> {
  const [put] = await ctx.tx.insert(decisions)
    .values({ id: newId(), ...row, supersedesId: supersedes?.id, supersededBecause: supersedes?.because, openedById: ctx.actor.personId })
    .onConflictDoNothing().returning({ id: decisions.id });
  if (!put) return null;
  const told = { matter: row.matter, reference };
  for (const partner of await listPartners(ctx, { example })) {
    for (const decider of partner.deciders) await notify(ctx, { toPersonId: decider.personId, message: viewAskedFor(told), ...recordOf({ ...row, id: put.id }), path: pageOfDecision({ ...told, id: put.id }) });
  }
  return put.id;
}

/** What a message about a decision is about: whoever may not see that is not shown the message. */
function recordOf({ id, reviewId, recommendationId, actionId }: { id: string; reviewId?: string | null; recommendationId?: string | null; actionId?: string | null }) {
  if (recommendationId) return { recordName: 'recommendation', recordId: recommendationId };
  if (actionId) return { recordName: 'action', recordId: actionId };
  return reviewId ? { recordName: 'review', recordId: reviewId } : { recordName: 'decision', recordId: id };
}

type Changed = Promise<Outcome<{ page: string }>>;

const putOn = (decision: { openedOn: string }) => ({ on: decision.openedOn, was: 'it was put to the safeguarding partners' });
const decidedBefore = (decision: { decidedFrom: string | null }) => ({ on: decision.decidedFrom ?? '', was: 'the partners decided' });

export async function giveView(ctx: WriteContext, input: GiveViewInput): Changed {
  const decision = await getDecision(ctx, input.decision);
  const own = canGiveView(ctx.actor, input.agency);
  if (!own && !canRecordViewFor(ctx.actor)) return refused('A view belongs to a safeguarding partner: its decision-maker or their deputy gives it, or the business unit records what they said.');
  const back = own && decision.reviewId ? await findSteppingBack(ctx, decision.reviewId) : null;
  if (back) return refused(steppedBackWords(back));
  const missing = input.view === 'not_given';
  if (own && missing) return blocked([{ field: 'view', message: 'Choose your view. The business unit records where one is not given' }]);
  if (!missing && !canComeTo(decision.matter, input.view)) return blocked([{ field: 'view', message: 'Choose the view' }]);
  if (!own && !missing && (input.how === 'in_person' || !input.saidBy)) return blocked([{ field: 'saidBy', message: 'Choose who said it, and how it was said' }]);
  const partners = await listPartners(ctx, decision);
  const partner = foundOr404(partners.find((one) => one.id === input.agency), 'safeguarding partner');
  if (input.saidBy && !partner.deciders.some((decider) => decider.personId === input.saidBy)) return blocked([{ field: 'saidBy', message: 'Choose somebody who decides for this safeguarding partner' }]);
  if (!missing && !own && (await doesNotDecide(ctx, decision, input.saidBy))) return blocked([{ field: 'saidBy', message: 'They stepped back from deciding on this review. Choose their deputy, or somebody else who decides for this safeguarding partner' }]);
  if (!(await lockWhileOpen(ctx, decision))) return blocked([{ message: 'There is no decision waiting for a view' }]);
  const issues = whatIsWrongWithDay('givenOn', viewFields(partner.name, own).givenOn, input.givenOn, putOn(decision), ctx.today);
  if (issues.length > 0) return blocked(issues);
  const [before] = await ctx.tx.select({ id: decisionViews.id, version: decisionViews.version, how: decisionViews.how, givenById: decisionViews.givenById }).from(decisionViews).where(and(eq(decisionViews.decisionId, decision.id), eq(decisionViews.agencyId, input.agency)));
  if (before && !canChangeView(before, own, true)) return refused('This safeguarding partner has given the view in person. Only they change it.');
  if ((before?.version ?? 0) !== input.version) throw new StaleVersion('decision_views', before?.id ?? []);
  await saveView(ctx, decision, input, { own, partner });
  if (own) await putAwayAnswered(ctx, viewAskedFor(decision));
  if (!own && input.saidBy) await notify(ctx, { toPersonId: input.saidBy, message: `${decision.reference}: a view was recorded for you. Correct it if it is not right`, ...recordOf(decision), path: pageOfDecision(decision) });
  const views = await ctx.tx.select({ agencyId: decisionViews.agencyId, view: decisionViews.view, givenOn: decisionViews.givenOn }).from(decisionViews).where(eq(decisionViews.decisionId, decision.id));
  const settlement = settlementOf(partners, views);
  // Decided on the day of the last view given, in whichever order they were typed.
  const lastGivenOn = views.map((view) => view.givenOn).sort().at(-1) as CalendarDate;
  if (settlement.kind === 'agreed') await settle(ctx, decision.id, { outcome: settlement.outcome, decidedOn: lastGivenOn });
  return done({ page: pageOfDecision(decision) });
}

async function saveView(ctx: WriteContext, decision: Decision, input: GiveViewInput, { own, partner }: { own: boolean; partner: Partner }): Promise<void> {
  const missing = input.view === 'not_given';
  // Whose vote it is where a deputy gives it.
  const held = ctx.actor.memberships.filter((one) => one.votesForAgencyId === input.agency).map((one) => one.personId);
  const deputyForId = own ? (held.includes(ctx.actor.personId) ? null : held[0]) : partner.deciders.find((decider) => decider.personId === input.saidBy)?.deputyForId;
  const row = {
    view: input.view, reason: input.reason, givenOn: input.givenOn, how: own || missing ? ('in_person' as const) : input.how, howNote: own || missing ? null : input.howNote,
    givenById: own ? ctx.actor.personId : missing ? null : input.saidBy, givenForId: missing ? null : (deputyForId ?? null), recordedById: ctx.actor.personId,
  };
  await ctx.tx.insert(decisionViews).values({ id: newId(), decisionId: decision.id, reviewId: decision.reviewId, matter: decision.matter, agencyId: input.agency, ...row })
    .onConflictDoUpdate({ target: [decisionViews.decisionId, decisionViews.agencyId], set: row });
}

/** Whether somebody for whom the business unit records stepped back from deciding on the review, or is excluded from it. */
async function doesNotDecide(ctx: WriteContext, decision: Decision, personId: string | null): Promise<boolean> {
  return decision.reviewId !== null && personId !== null && whoDoesNotDecide(await listInterests(ctx, decision.reviewId)).includes(personId);
}

/** One view at a time of one decision. Null where it is settled, perhaps a moment ago. */
async function lockWhileOpen(ctx: WriteContext, decision: { id: string }): Promise<{ version: number } | null> {
  const [row] = await ctx.tx.select({ version: decisions.version }).from(decisions).where(and(eq(decisions.id, decision.id), isNull(decisions.outcome))).for('update');
  return row ?? null;
}

async function settle(ctx: WriteContext, id: string, settled: { outcome: Decided; decidedOn: CalendarDate; chairReason?: string; chairedById?: string }): Promise<void> {
  await ctx.tx.update(decisions).set({
    outcome: settled.outcome, decidedFrom: settled.decidedOn, decidedTo: settled.decidedOn, decidedPrecision: 'day', chairReason: settled.chairReason, chairedById: settled.chairedById,
  }).where(eq(decisions.id, id));
}

/** Where the views differ, or one is recorded as not given: the chair records the outcome with the reason, and dissent stays visible. */
export async function settleByChair(ctx: WriteContext, input: SettleInput): Changed {
  const decision = await getDecision(ctx, input.decision);
  if (!canSettle(ctx.actor)) return refused('Where the safeguarding partners differ, the chair of the Executive records the outcome.');
  if (!canComeTo(decision.matter, input.outcome)) return blocked([{ field: 'outcome', message: 'Choose the outcome' }]);
  const open = await lockWhileOpen(ctx, decision);
  if (!open) return blocked([{ message: 'There is no open decision' }]);
  if (open.version !== input.version) throw new StaleVersion('decisions', decision.id);
  const views = await ctx.tx.select({ agencyId: decisionViews.agencyId, view: decisionViews.view }).from(decisionViews).where(eq(decisionViews.decisionId, decision.id));
  const settlement = settlementOf(await listPartners(ctx, decision), views);
  if (settlement.kind === 'waiting') return blocked([{ message: `Every safeguarding partner’s view is needed first, or recorded as not given: ${settlement.missing.join(', ')}` }]);
  const issues = whatIsWrongWithDay('decidedOn', settlementFields.decidedOn, input.decidedOn, putOn(decision), ctx.today);
  if (issues.length > 0) return blocked(issues);
  const isChair = chairsExecutive(ctx.actor);
  if (!isChair && (!input.saidBy || !input.howNote)) return blocked([{ field: input.saidBy ? 'howNote' : 'saidBy', message: 'Choose the chair who decided, and name the meeting and its minute' }]);
  if (!isChair && !(await listChairs(ctx, input.decidedOn)).some((chair) => chair.value === input.saidBy)) return blocked([{ field: 'saidBy', message: 'Choose somebody who chaired the Executive that day, or stood in for its chair' }]);
  const back = isChair && decision.reviewId ? await findSteppingBack(ctx, decision.reviewId) : null;
  if (back) return refused(steppedBackWords(back));
  if (!isChair && (await doesNotDecide(ctx, decision, input.saidBy))) return blocked([{ field: 'saidBy', message: 'They stepped back from deciding on this review. Choose who stood in for them' }]);
  const reason = isChair ? input.reason : `${input.reason}\n\nRecorded by ${ctx.actor.name} for the chair: ${input.howNote}`;
  await settle(ctx, decision.id, { outcome: input.outcome, decidedOn: input.decidedOn, chairReason: reason, chairedById: isChair ? ctx.actor.personId : input.saidBy! });
  return done({ page: pageOfDecision(decision) });
}

/** A settled decision is taken again, as after the National Panel's reply. The earlier one stays, and clocks run from the one that initiated. */
export async function supersedeDecision(ctx: WriteContext, input: SupersedeInput): Changed {
  const before = await getDecision(ctx, input.decision);
  if (!canPut(ctx.actor, before)) return refused('Only the business unit, and the case review leads on the review’s list, put something to the partners.');
  // A decision is taken again, or what follows from it is done: not both at once.
  if (before.reviewId) await lockReview(ctx, before.reviewId);
  const decision = await getDecision(ctx, input.decision);
  if (decision.outcome === null) return blocked([{ message: 'There is no settled decision to take again' }]);
  if (!canComeTo(decision.matter, input.recommendedOutcome)) return blocked([{ field: 'recommendedOutcome', message: 'Choose what is recommended now' }]);
  const issues = whatIsWrongWithDay('openedOn', puttingFields.openedOn, input.openedOn, decidedBefore(decision), ctx.today);
  if (issues.length > 0) return blocked(issues);
  const { matter, reference, example, reviewId, recommendationId, actionId } = decision;
  const id = await putToPartners(ctx, {
    matter, reference, example, reviewId, recommendationId, actionId, recommendedOutcome: input.recommendedOutcome, recommendedBecause: input.because, openedOn: input.openedOn, supersedes: { id: decision.id, because: input.because },
  });
  if (!id) return blocked([{ message: 'There is no settled decision to take again' }]);
  return done({ page: pageOfDecision({ ...decision, id }) });
}
