import 'server-only';
import { eq } from 'drizzle-orm';
import { groups } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, type Outcome } from '@/lib/forms/outcome';
import type { AddGroupInput, AddMemberInput, ChangeGroupInput } from '@/lib/groups/input';
import { capacitiesOf } from '@/lib/groups/labels';
import { getGroup, listGroups } from '@/lib/groups/queries';
import { whatStopsGroup } from '@/lib/groups/rules';
import { grantMembership } from '@/lib/partnership/memberships/commands';

type Done = Promise<Outcome<{ id: string }>>;

export async function addGroup(ctx: WriteContext, input: AddGroupInput): Done {
  const issues = whatStopsGroup({ ...input, endedOn: null }, await listGroups(ctx, { onlyExample: ctx.actor.partnership.isDemonstration }));
  if (issues.length > 0) return blocked(issues);
  const id = newId();
  await ctx.tx.insert(groups).values({ id, ...input, example: ctx.actor.partnership.isDemonstration });
  return done({ id });
}

export async function changeGroup(ctx: WriteContext, { groupId, version, ...input }: ChangeGroupInput): Done {
  const group = foundOr404((await ctx.tx.select().from(groups).where(eq(groups.id, groupId)).for('update'))[0], 'group');
  if (group.version !== version) throw new StaleVersion('groups', group.id);
  const issues = whatStopsGroup({ id: group.id, kind: group.kind, ...input }, await listGroups(ctx, { onlyExample: group.example }));
  if (issues.length > 0) return blocked(issues);
  await ctx.tx.update(groups).set(input).where(eq(groups.id, group.id));
  return done({ id: group.id });
}

export async function addMember(ctx: WriteContext, { ofGroup, ...input }: AddMemberInput): Promise<Outcome<{ id: string; waits: boolean }>> {
  const group = await getGroup(ctx, ofGroup);
  if (!(input.membership in capacitiesOf[group.kind])) return blocked([{ field: 'membership', message: 'Choose something that this kind of group has' }]);
  if (!group.isCurrent) return blocked([{ message: 'This group has ended. Nobody joins it any more' }]);
  const granted = await grantMembership(ctx, input);
  return granted.kind === 'done' ? done({ id: group.id, waits: granted.value.waits }) : granted;
}
