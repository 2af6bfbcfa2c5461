import type { PersonActor } from '@/lib/access/actor';
import { heldAs, holds } from '@/lib/access/rights';

/** `answersFor`: the agencies the actor leads, with those below where the membership says so. */
export function canAnswer(actor: PersonActor, challenge: { aboutAgencyId: string }, answersFor: readonly string[]): boolean {
  return holds(actor, 'BU') || (heldAs(actor, 'AL').length > 0 && answersFor.includes(challenge.aboutAgencyId));
}

/** Whoever raised it takes it further and closes it, or the business unit for them. */
export function canClose(actor: PersonActor, challenge: { raisedById: string }): boolean {
  return challenge.raisedById === actor.personId || holds(actor, 'BU');
}
