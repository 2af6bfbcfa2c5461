import type { PersonActor } from '@/lib/access/actor';
import { heldAs, holds } from '@/lib/access/rights';

/** Of an action, what decides who may do something to it. */
export type Owned = {
  ownerPersonId: string | null;
  ownerAgencyId: string | null;
  accountableGroupId: string | null;
  completeSaidById: string | null;
  worsenedById: string | null;
  executiveCloses: boolean;
  /** Its owner's posts in the owning agency have all ended, or their account is closed. */
  ownerLeft: boolean;
  /** The actor leads the owning agency. */
  leads: boolean;
  /** The actor is on the list of a review it comes from, as case review lead. */
  onItsList: boolean;
  /** Who decides what is asked about it, and who of the Executive: chairs, and those who cover them. */
  chairs: string[];
  executiveChairs: string[];
};

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

/** Its owner has left: who leads the owning agency answers for it until somebody else is named. */
export function answersAsLead(action: Owned): boolean {
  return action.leads && action.ownerLeft;
}

export function canUpdate(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || isOwner(actor, action) || isOfGroup(actor, action, 'TF', 'TC') || answersAsLead(action);
}

/** And so, who asks for another date. */
export function canSayComplete(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || isOwner(actor, action) || isOfGroup(actor, action, 'TC') || answersAsLead(action);
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

/** The words of a proposal, until it is agreed. */
export function canChangeProposal(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU', 'ER') || isOfGroup(actor, action, 'CH') || (holds(actor, 'CL') && action.onItsList);
}

/** How urgent it is, and whether it is put aside. */
export function canSteer(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || isOfGroup(actor, action, 'CH');
}

export function canNameOwner(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU') || action.leads;
}

/** To another agency, or another group: the business unit alone. */
export function canMove(actor: PersonActor): boolean {
  return holds(actor, 'BU');
}

export function canWorsen(actor: PersonActor, action: Owned): boolean {
  return isOwner(actor, action) || isOfGroup(actor, action, 'CH');
}

/** Who made it worse takes it back, or who chairs the group. */
export function canTakeBackWorse(actor: PersonActor, action: Owned): boolean {
  return canWorsen(actor, action) && (action.worsenedById === actor.personId || action.chairs.includes(actor.personId));
}

export function canEscalate(actor: PersonActor, action: Owned): boolean {
  return holds(actor, 'BU', 'ER') || isOwner(actor, action) || isOfGroup(actor, action, 'CH', 'TC', 'TF');
}

export function canProposeClosing(actor: PersonActor, action: Owned): boolean {
  return (holds(actor, 'BU', 'ER') || isOfGroup(actor, action, 'TC')) && !isOwner(actor, action);
}

export type Asked = { kind: 'date' | 'escalation' | 'closing'; escalatedTo: 'chair' | 'executive' | null; askedById: string };

/** Whose word decides it: the chair's of its group, or of the Executive. */
export function decidersOf(action: Pick<Owned, 'chairs' | 'executiveChairs' | 'executiveCloses'>, request: Pick<Asked, 'kind' | 'escalatedTo'>): string[] {
  const ofExecutive = request.kind === 'closing' ? action.executiveCloses : request.escalatedTo === 'executive';
  return ofExecutive ? action.executiveChairs : action.chairs;
}

/** Decides in their own name; the business unit grants dates of itself, and otherwise records what a chair said. Never who asked, nor the owner. */
export function canDecide(actor: PersonActor, action: Owned, request: Asked): boolean {
  if (request.askedById === actor.personId || action.ownerPersonId === actor.personId) return false;
  return decidersOf(action, request).includes(actor.personId) || (request.kind === 'date' && holds(actor, 'BU'));
}

export function canAnswer(actor: PersonActor, action: Owned, request: Asked): boolean {
  return canDecide(actor, action, request) || recordsForOthers(actor);
}

export function canReopen(actor: PersonActor, action: Owned): boolean {
  return action.ownerPersonId !== actor.personId && (decidersOf(action, { kind: 'closing', escalatedTo: null }).includes(actor.personId) || holds(actor, 'BU'));
}
