import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { listRemovals, reviewPlaces } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { addDays } from '@/lib/dates/calendar-date';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notify } from '@/lib/notifications/outbox';
import type { EndPlaceInput, PutBackOnListInput, TakeEmergencyPlaceInput, TakeOffListInput } from '@/lib/reviews/lists/input';
import { canEndPlace, canTakeEmergencyPlace, canTakeOffList } from '@/lib/reviews/lists/policy';
import { listAllPlaces, listBusinessUnitOptions, listRemovalsFrom } from '@/lib/reviews/lists/queries';
import { canGrantPlace } from '@/lib/reviews/policy';
import { getSpine } from '@/lib/reviews/queries';

type Changed = Promise<Outcome<{ reference: string }>>;

/** Ended at once. */
export async function endPlace(ctx: WriteContext, input: EndPlaceInput): Changed {
  const review = await getSpine(ctx, input.reference);
  const place = foundOr404((await listAllPlaces(ctx, review.id)).find((one) => one.id === input.place), 'place');
  if (!canEndPlace(ctx.actor, place, canGrantPlace(ctx.actor, review))) return refused('A place on the list is ended by the business unit or the lead reviewer, and nobody ends their own.');
  if (place.isOver) return blocked([{ message: 'This place has ended already' }]);
  const yesterday = addDays(ctx.today, -1);
  const [saved] = await ctx.tx.update(reviewPlaces).set({ toOn: yesterday }).where(and(eq(reviewPlaces.id, place.id), eq(reviewPlaces.version, input.version))).returning({ id: reviewPlaces.id });
  if (!saved) throw new StaleVersion('review_places', place.id);
  await notify(ctx, { toPersonId: place.personId, message: 'Your place on the list of one review has ended', recordName: 'person', recordId: place.personId, path: '/account' });
  return done({ reference: input.reference });
}

/** Somebody of the business unit sees what is *case* and *named* of one review no more. They are told, without its name. */
export async function takeOffList(ctx: WriteContext, input: TakeOffListInput): Changed {
  const review = await getSpine(ctx, input.reference);
  if (!canTakeOffList(ctx.actor)) return refused('The business unit takes its own members off a list.');
  if (!(await listBusinessUnitOptions(ctx)).some((person) => person.value === input.person)) return blocked([{ field: 'person', message: 'Choose somebody else of the business unit' }]);
  if ((await listRemovalsFrom(ctx, review.id)).some((removal) => removal.personId === input.person && removal.holds)) return blocked([{ field: 'person', message: 'They are off this list already' }]);
  await ctx.tx.insert(listRemovals).values({ id: newId(), reviewId: review.id, personId: input.person, reason: input.reason, fromOn: ctx.today, removedById: ctx.actor.personId });
  await notify(ctx, { toPersonId: input.person, message: `You were taken off the list of one review. Speak to ${ctx.actor.name}`, recordName: 'person', recordId: input.person, path: '/account' });
  return done({ reference: input.reference });
}

export async function putBackOnList(ctx: WriteContext, input: PutBackOnListInput): Changed {
  const review = await getSpine(ctx, input.reference);
  const removal = foundOr404((await listRemovalsFrom(ctx, review.id)).find((one) => one.id === input.removal), 'removal from the list');
  if (!canTakeOffList(ctx.actor) || removal.personId === ctx.actor.personId) return refused('Somebody else of the business unit puts them back on the list.');
  const [saved] = await ctx.tx.update(listRemovals).set({ toOn: addDays(ctx.today, -1), endedById: ctx.actor.personId, endedReason: input.reason })
    .where(and(eq(listRemovals.id, removal.id), eq(listRemovals.version, input.version))).returning({ id: listRemovals.id });
  if (!saved) throw new StaleVersion('list_removals', removal.id);
  await notify(ctx, { toPersonId: removal.personId, message: `${review.reference}: you are on its list again`, recordName: 'review', recordId: review.id, path: `/reviews/${review.reference}` });
  return done({ reference: input.reference });
}

/** For 72 hours, on a list one was taken off. Where one is excluded, or there is no such review, the answer is the same. */
export async function takeEmergencyPlace(ctx: WriteContext, input: TakeEmergencyPlaceInput): Changed {
  if (!canTakeEmergencyPlace(ctx.actor)) return refused('Only a member of the business unit takes an emergency place.');
  const [row] = await ctx.tx.execute<{ taken: boolean }>(sql`select app.take_emergency_place(${input.reference}, ${input.reason}) as taken`);
  if (!row?.taken) return blocked([{ field: 'reference', message: 'There is no list with this reference on which you can take a place. Check the reference' }]);
  return done({ reference: input.reference });
}
