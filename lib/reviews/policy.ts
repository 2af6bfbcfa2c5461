import type { Actor, PersonActor } from '@/lib/access/actor';
import { heldAs, holds, mayDo } from '@/lib/access/rights';

/** What somebody may do to a review they can see. What they may see is in the database's policies. */

export function canRecordNotification(actor: Actor): actor is PersonActor {
  return mayDo(actor, 'record-notification');
}

/** The business unit on any, but those whose list they were taken off; a case review lead on those on whose list they are. */
export function canWorkReview(actor: Actor, review: { isOnMyList: boolean }): boolean {
  return mayDo(actor, 'work-rapid-review') && review.isOnMyList;
}

/** Whose it is to meet a clock: who works the review, and of a practice review its lead reviewer. Whoever sees a clock as case review lead is on the list. */
export function worksOnClock(actor: Actor, clock: { reviewId: string }): boolean {
  return mayDo(actor, 'work-rapid-review') || heldAs(actor, 'LR').some((held) => held.reviewId === clock.reviewId);
}

/** A recommendation from it: the business unit, and on its list the case review lead and the lead reviewer. */
export function canWriteOn(actor: Actor, review: { takes: { recommendations: boolean } }): boolean {
  return mayDo(actor, 'write-recommendation') && review.takes.recommendations;
}

export function canProposeFor(actor: Actor, review: { takes: { actions: boolean } }): boolean {
  return mayDo(actor, 'propose-action') && review.takes.actions;
}

/** *Named*: the business unit and those on the list in a capacity that sees names, which an Engine Room member's is not. */
export function canSeeIdentities(actor: Actor, review: { namesAreMine: boolean }): boolean {
  return actor.kind === 'person' && review.namesAreMine;
}

/** A place on a list is given by the business unit or the lead reviewer, always to somebody else. */
export function canGrantPlace(actor: Actor, review: { id: string }): boolean {
  return holds(actor, 'BU') || heldAs(actor, 'LR').some((held) => held.reviewId === review.id);
}
