import type { PersonActor } from '@/lib/access/actor';
import { mayDo } from '@/lib/access/rights';

/** Never one's own place: somebody else ends it. */
export function canEndPlace(actor: PersonActor, place: { personId: string }, grants: boolean): boolean {
  return grants && place.personId !== actor.personId;
}

/** One of the business unit takes another off a list, and puts them back. */
export function canTakeOffList(actor: PersonActor): boolean {
  return mayDo(actor, 'take-off-list');
}

export function canTakeEmergencyPlace(actor: PersonActor): boolean {
  return mayDo(actor, 'take-emergency-place');
}
