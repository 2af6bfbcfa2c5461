import type { PersonActor } from '@/lib/access/actor';
import { heldAs, holds } from '@/lib/access/rights';

/** Of an action, what decides who may do something to it. */
export type Owned = { ownerPersonId: string | null; ownerAgencyId: string | null; accountableGroupId: string | null; completeSaidById: string | null };

/** Whether the action is the actor's own, or of somebody whose actions they cover. */
export function isOwner(actor: PersonActor, action: Owned): boolean {
  return action.ownerPersonId !== null && (action.ownerPersonId === actor.personId || heldAs(actor, 'AO').some((held) => held.personId === action.ownerPersonId));
}

function isOfGroup(actor: PersonActor, action: Owned, ...memberships: ('TF' | 'TC' | 'CH')[]): boolean {
  return action.accountableGroupId !== null && memberships.some((one) => heldAs(actor, one).some((held) => held.groupId === action.accountableGroupId));
}

/** The business unit records for others: what they say is told as said by somebody else. */
export function recordsForOthers(actor: PersonActor): boolean {
  return holds(actor, 'BU');
}

export function canAgree(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || isOfGroup(actor, action, 'CH');
}

export function canUpdate(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || isOwner(actor, action) || isOfGroup(actor, action, 'TF', 'TC');
}

export function canSayComplete(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || isOwner(actor, action) || isOfGroup(actor, action, 'TC');
}

/** Never the owner, and never who said that it is complete. */
export function canCheck(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU', 'ER') && !isOwner(actor, action) && action.completeSaidById !== actor.personId;
}

/** Evidence is looked at by somebody other than the owner; that it is not who added it, each item says. */
export function canCheckEvidence(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU', 'ER') && !isOwner(actor, action);
}

/** Whether a check needs a reason of its own, because it is of the checker's own agency's action. */
export function isOwnAgency(ownAgencyIds: string[], action: Owned): boolean {
  return action.ownerAgencyId !== null && ownAgencyIds.includes(action.ownerAgencyId);
}
