import type { Actor } from '@/lib/access/actor';
import type { Membership } from '@/lib/access/labels';
import { holds } from '@/lib/access/rights';
import { passedOnByHolderOnly } from '@/lib/partnership/cover/labels';

/** Why somebody may not set this cover, in words; null where they may: for oneself, or for others as business unit. */
export function whyNotSetCover(actor: Actor, cover: { personId: string; membership: Membership; byPersonId: string }): string | null {
  if (actor.kind !== 'person') return 'Only a person sets cover.';
  if (actor.personId === cover.personId) return null;
  if (!holds(actor, 'BU')) return 'People set their own cover, and the business unit sets it for others.';
  if (actor.personId === cover.byPersonId) return 'Nobody gives themselves somebody else’s membership. Ask them, or somebody else of the business unit, to set it.';
  if ((passedOnByHolderOnly as readonly Membership[]).includes(cover.membership)) return 'This membership is given by two people, so only the person who holds it can have it covered. If they cannot, grant it to another person instead.';
  return null;
}

/** The person who is covered ends it, or the business unit; whoever covers asks one of them. */
export function mayEndCover(actor: Actor, cover: { personId: string; byPersonId: string }): boolean {
  return actor.kind === 'person' && actor.personId !== cover.byPersonId && (actor.personId === cover.personId || holds(actor, 'BU'));
}
