import type { PersonActor } from '@/lib/access/actor';
import { heldAs, holds } from '@/lib/access/rights';

/** Whether the actor is the group's chair, a task-and-finish group's own or whoever covers for one of them. */
export function chairs(actor: PersonActor, { groupId }: { groupId: string }): boolean {
  return (['CH', 'TC'] as const).some((one) => heldAs(actor, one).some((held) => held.groupId === groupId));
}

/** Plans a meeting, records that it was held, and what it decided: the group's chair, or the business unit. */
export function canRecordMeeting(actor: PersonActor, of: { groupId: string }): boolean {
  return holds(actor, 'BU') || chairs(actor, of);
}

/** The chair confirms the words of a decision; nobody does it for them. */
export function canConfirmDecision(actor: PersonActor, decision: { groupId: string; confirmedAt: Date | null }): boolean {
  return decision.confirmedAt === null && chairs(actor, decision);
}
