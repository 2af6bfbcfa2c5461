import type { Actor } from '@/lib/access/actor';
import { heldAs, holds, mayDo } from '@/lib/access/rights';
import { accepterOf, type ToAccept } from '@/lib/recommendations/rules';

/** What somebody may do to a recommendation they can see. What they may see is in the database's policies. */

type OnList = { reviewId: string | null; isOnMyList: boolean };

/** The business unit on any source; a case review lead or the lead reviewer on a review on whose list they are. */
export function canWrite(actor: Actor, source: OnList): boolean {
  return mayDo(actor, 'write-recommendation') && (holds(actor, 'BU') || (source.reviewId !== null && source.isOnMyList));
}

/**
 * How somebody may record its acceptance: as their own act, where the Engine Room accepts and they are a member of it or chair it (for
 * a review's, on its list); on behalf of whoever accepts, where they are the business unit; or not at all.
 */
export function acceptsAs(actor: Actor, recommendation: ToAccept & OnList): 'own' | 'on_behalf' | null {
  if (!mayDo(actor, 'accept-recommendation')) return null;
  const engineRoom = accepterOf(recommendation) === 'engine_room' && (holds(actor, 'ER') || heldAs(actor, 'CH').some((held) => held.groupKind === 'engine_room'));
  if (engineRoom && (recommendation.reviewId === null || recommendation.isOnMyList)) return 'own';
  return holds(actor, 'BU') ? 'on_behalf' : null;
}

/** The business unit on any; the lead reviewer on those of their review. */
export function canRelease(actor: Actor, recommendation: { reviewId: string | null }): boolean {
  return holds(actor, 'BU') || (recommendation.reviewId !== null && heldAs(actor, 'LR').some((held) => held.reviewId === recommendation.reviewId));
}
