import 'server-only';
import { and, eq } from 'drizzle-orm';
import { conflictsOfInterest } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { addDays } from '@/lib/dates/calendar-date';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notify } from '@/lib/notifications/outbox';
import type { ConfirmInterestInput, DeclareForAnotherInput, DeclareInterestInput, EndInterestInput } from '@/lib/reviews/interests/input';
import { canDeclare, canDeclareForAnother, canEnd, confirmsAs } from '@/lib/reviews/interests/policy';
import { listConfirmers, listInterests } from '@/lib/reviews/interests/queries';
import { confirmByOf } from '@/lib/reviews/interests/rules';
import { getSpine } from '@/lib/reviews/queries';

/** `hidden`: from now on the review is not there for whoever declared it. */
type Declared = Promise<Outcome<{ reference: string; hidden: boolean }>>;

/** One's own, of whatever review one sees. An exclusion takes it out of one's own sight with this. */
export async function declareInterest(ctx: WriteContext, input: DeclareInterestInput): Declared {
  const review = await getSpine(ctx, input.reference);
  if (!canDeclare(ctx.actor)) return refused('A conflict of interest is declared by somebody who works with this review.');
  const before = (await listInterests(ctx, review.id)).filter((interest) => interest.personId === ctx.actor.personId && interest.holds);
  if (before.some((interest) => interest.outcome === input.outcome)) return blocked([{ field: 'outcome', message: 'You have declared this already. It holds' }]);
  await ctx.tx.insert(conflictsOfInterest).values({ id: newId(), reviewId: review.id, personId: ctx.actor.personId, outcome: input.outcome, reason: input.reason, fromOn: ctx.today, declaredById: ctx.actor.personId });
  return done({ reference: input.reference, hidden: input.outcome === 'excluded' });
}

/** Somebody else's. It holds at once; what is more than noted lapses unless the chair of the Executive and another safeguarding partner confirm it. */
export async function declareForAnother(ctx: WriteContext, input: DeclareForAnotherInput): Declared {
  const review = await getSpine(ctx, input.reference);
  if (!canDeclareForAnother(ctx.actor)) return refused('The business unit or a member of the Executive declares somebody else’s conflict of interest.');
  if (input.person === ctx.actor.personId) return blocked([{ field: 'person', message: 'Declare your own above' }]);
  const before = (await listInterests(ctx, review.id)).filter((interest) => interest.personId === input.person && interest.holds);
  if (before.some((interest) => interest.outcome === input.outcome)) return blocked([{ field: 'person', message: 'This is declared for them already' }]);
  const chairs = ctx.actor.memberships.some((held) => held.membership === 'CH' && held.groupKind === 'executive');
  const confirming = input.outcome === 'stays' ? {} : { confirmBy: confirmByOf(ctx.today), chairConfirmedById: chairs ? ctx.actor.personId : null };
  await ctx.tx.insert(conflictsOfInterest).values({
    id: newId(), reviewId: review.id, personId: input.person, outcome: input.outcome, reason: input.reason, fromOn: ctx.today, declaredById: ctx.actor.personId, ...confirming,
  });
  await tellWhoseItIs(ctx, review, input);
  if (input.outcome !== 'stays') {
    for (const toPersonId of (await listConfirmers(ctx)).filter((person) => person !== input.person && person !== ctx.actor.personId)) {
      await tellOfReview(ctx, toPersonId, review, 'a conflict of interest waits for your confirmation');
    }
  }
  return done({ reference: input.reference, hidden: false });
}

/** An exclusion is told without naming what it is about. */
async function tellWhoseItIs(ctx: WriteContext, review: { id: string; reference: string }, input: DeclareForAnotherInput): Promise<void> {
  if (input.outcome !== 'excluded') {
    await tellOfReview(ctx, input.person, review, `a conflict of interest is declared for you. Speak to ${ctx.actor.name} if it is not right`);
    return;
  }
  await notify(ctx, { toPersonId: input.person, message: `You are excluded from one matter. Speak to ${ctx.actor.name}`, recordName: 'person', recordId: input.person, path: '/account' });
}

async function tellOfReview(ctx: WriteContext, toPersonId: string, review: { id: string; reference: string }, what: string): Promise<void> {
  await notify(ctx, { toPersonId, message: `${review.reference}: ${what}`, recordName: 'review', recordId: review.id, path: `/reviews/${review.reference}/conflict` });
}

export async function confirmInterest(ctx: WriteContext, input: ConfirmInterestInput): Promise<Outcome<{ reference: string }>> {
  const review = await getSpine(ctx, input.reference);
  const interest = foundOr404((await listInterests(ctx, review.id)).find((one) => one.id === input.interest), 'conflict of interest');
  const as = confirmsAs(ctx.actor, interest);
  if (as === null) return refused('The chair of the Executive and the decision-maker of another safeguarding partner confirm it: two people, and not whoever it is about.');
  await save(ctx, interest.id, input.version, as === 'chair' ? { chairConfirmedById: ctx.actor.personId } : { partnerConfirmedById: ctx.actor.personId });
  if (interest.declaredById && interest.declaredById !== ctx.actor.personId) await tellOfReview(ctx, interest.declaredById, review, `${ctx.actor.name} confirmed the conflict of interest you declared`);
  return done({ reference: input.reference });
}

/** Ended by somebody else, with the reason: from this moment it holds no more. */
export async function endInterest(ctx: WriteContext, input: EndInterestInput): Promise<Outcome<{ reference: string }>> {
  const review = await getSpine(ctx, input.reference);
  const interest = foundOr404((await listInterests(ctx, review.id)).find((one) => one.id === input.interest), 'conflict of interest');
  if (!canEnd(ctx.actor, interest)) return refused('The business unit or a member of the Executive ends it, and not whoever has it.');
  await save(ctx, interest.id, input.version, { toOn: addDays(ctx.today, -1), endedById: ctx.actor.personId, endedReason: input.reason });
  await tellOfReview(ctx, interest.personId, review, 'a conflict of interest that was declared for you is ended');
  return done({ reference: input.reference });
}

async function save(ctx: WriteContext, id: string, version: number, row: Partial<typeof conflictsOfInterest.$inferInsert>): Promise<void> {
  const [saved] = await ctx.tx.update(conflictsOfInterest).set(row).where(and(eq(conflictsOfInterest.id, id), eq(conflictsOfInterest.version, version))).returning({ id: conflictsOfInterest.id });
  if (!saved) throw new StaleVersion('conflicts_of_interest', id);
}
