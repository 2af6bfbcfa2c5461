import type { PersonActor } from '@/lib/access/actor';
import { holds } from '@/lib/access/rights';
import type { GroupKind } from '@/lib/groups/queries';

/** Whether the actor is in a group: as one of its members or its chair, or for the Engine Room as an Engine Room member. */
export function isInGroup(actor: PersonActor, group: { id: string; kind: GroupKind }): boolean {
  return actor.memberships.some((held) => held.groupId === group.id || (held.membership === 'ER' && group.kind === 'engine_room') || (held.membership === 'EX' && group.kind === 'executive'));
}

/** Who is in a group, those in it know, and those who see every membership. */
export function seesMembers(actor: PersonActor, group: { id: string; kind: GroupKind }): boolean {
  return isInGroup(actor, group) || holds(actor, 'BU', 'EX', 'IS', 'SA');
}

/** Its meetings, its decisions and what it has before it: those in it, and those who see every group's. */
export function seesWork(actor: PersonActor, group: { id: string; kind: GroupKind }): boolean {
  return isInGroup(actor, group) || holds(actor, 'BU', 'EX', 'IS', 'AU');
}
