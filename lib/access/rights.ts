import { acts, membershipNames, memberships, onlyAsChairOf, type Act, type Membership } from '@/db/policies/matrix';
import type { Actor, Held, PersonActor } from '@/lib/access/actor';

/** Whether any membership the actor holds may do this at all. The record's own conditions come on top, in `policy.ts`. */
export function mayDo(actor: Actor, act: Act): actor is PersonActor {
  return actor.kind === 'person' && actor.memberships.some((held) => (acts[act] as readonly Membership[]).includes(held.membership) && isOfItsGroup(held, act));
}

/** A chair is the chair of one group: some acts are for the chair of one kind only. */
function isOfItsGroup(held: Held, act: Act): boolean {
  return held.membership !== 'CH' || onlyAsChairOf[act] === undefined || held.groupKind === onlyAsChairOf[act];
}

export function holds(actor: Actor, ...memberships: Membership[]): actor is PersonActor {
  return actor.kind === 'person' && actor.memberships.some((held) => memberships.includes(held.membership));
}

export function heldAs(actor: Actor, membership: Membership): Held[] {
  return actor.kind === 'person' ? actor.memberships.filter((held) => held.membership === membership) : [];
}

/** "Business unit", "Independent scrutineer, Chair": what stands beside the name at the head of a page. In the order of the matrix; of more than two, the first two. */
export function membershipLabel(actor: PersonActor): string {
  const names = memberships.filter((membership) => holds(actor, membership)).map((membership) => membershipNames[membership]);
  if (names.length === 0) return 'No membership';
  return names.slice(0, 2).join(', ') + (names.length > 2 ? ` and ${names.length - 2} more` : '');
}
