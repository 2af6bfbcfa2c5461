import { acts, membershipNames, type Act, type Membership } from '@/db/policies/matrix';
import type { Actor, Held, PersonActor } from '@/lib/access/actor';

/** Whether any membership the actor holds may do this at all. The record's own conditions come on top, in `policy.ts`. */
export function mayDo(actor: Actor, act: Act): actor is PersonActor {
  return actor.kind === 'person' && actor.memberships.some((held) => (acts[act] as readonly Membership[]).includes(held.membership));
}

export function holds(actor: Actor, ...memberships: Membership[]): actor is PersonActor {
  return actor.kind === 'person' && actor.memberships.some((held) => memberships.includes(held.membership));
}

export function heldAs(actor: Actor, membership: Membership): Held[] {
  return actor.kind === 'person' ? actor.memberships.filter((held) => held.membership === membership) : [];
}

/** "Business unit", or the first of several: what stands beside the name at the head of a page. */
export function membershipLabel(actor: PersonActor): string {
  const names = [...new Set(actor.memberships.map((held) => membershipNames[held.membership]))];
  return names.length > 1 ? `${names[0]} and ${names.length - 1} more` : (names[0] ?? 'No membership');
}
