import type { Actor } from '@/lib/access/actor';
import type { Membership } from '@/lib/access/labels';
import { holds } from '@/lib/access/rights';
import { givenByTwo, grantedMemberships, type GrantedMembership } from '@/lib/partnership/memberships/labels';

/** Whether a membership is given by two people, always. */
export function needsTwo(membership: Membership): boolean {
  return (givenByTwo as readonly Membership[]).includes(membership);
}

/** The memberships that somebody may grant at all. */
export function grantableBy(actor: Actor): GrantedMembership[] {
  return grantedMemberships.filter((membership) => (needsTwo(membership) ? holds(actor, 'BU', 'EX', 'SA') : holds(actor, 'BU')));
}

/** Why somebody may not grant this membership to this person, in words; null where they may. The database refuses the same. */
export function whyNotGrant(actor: Actor, grant: { personId: string; membership: Membership }): string | null {
  if (actor.kind !== 'person') return 'Only a person grants a membership.';
  if (actor.personId === grant.personId) return 'Nobody grants a membership to themselves. Ask somebody else of the business unit to do it.';
  if (grantableBy(actor).some((membership) => membership === grant.membership)) return null;
  return needsTwo(grant.membership)
    ? 'The business unit, an Executive member or a system administrator grants this, and a second person confirms it.'
    : 'The business unit grants this. Ask them to do it.';
}

/**
 * Whether one person is enough. At set-up a system administrator grants the first of the business unit and the first Executive
 * member; that power is gone once there has been one.
 */
export function isGivenAlone(actor: Actor, membership: Membership, hasBeenOne: boolean): boolean {
  if (!needsTwo(membership)) return true;
  return holds(actor, 'SA') && (membership === 'BU' || membership === 'EX') && !hasBeenOne;
}

/** Why somebody may not be the second person of a grant, in words; null where they may. */
export function whyNotConfirm(actor: Actor, row: { personId: string; grantedById: string | null }): string | null {
  if (actor.kind !== 'person' || !holds(actor, 'BU', 'EX', 'SA')) return 'The business unit, an Executive member or a system administrator confirms this.';
  if (actor.personId === row.personId) return 'Nobody confirms their own membership. Ask somebody else of the business unit, the Executive or a system administrator.';
  if (actor.personId === row.grantedById) return 'You granted this yourself, so a second person confirms it: somebody else of the business unit, the Executive or a system administrator.';
  return null;
}

/** Why somebody may not end this membership, in words; null where they may: whoever may grant it, and its holder. */
export function whyNotEnd(actor: Actor, row: { personId: string; membership: Membership }): string | null {
  if (grantableBy(actor).some((membership) => membership === row.membership)) return null;
  return needsTwo(row.membership) ? 'The business unit, an Executive member or a system administrator ends this.' : 'The business unit ends this. Ask them to do it.';
}
