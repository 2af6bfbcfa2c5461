import 'server-only';
import { eq } from 'drizzle-orm';
import { agencies, agencyNames } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, type Outcome } from '@/lib/forms/outcome';
import type { AddAgencyInput, ChangeAgencyInput, EndAgencyInput, RenameAgencyInput } from '@/lib/partnership/agencies/input';
import { dayBefore, lastName, whatStopsEnding, whatStopsPlacing, whatStopsRenaming } from '@/lib/partnership/agencies/rules';
import { listAgencies } from '@/lib/partnership/queries';
import { whatStopsDates } from '@/lib/partnership/rules';

type Done = Promise<Outcome<{ id: string }>>;

export async function addAgency(ctx: WriteContext, input: AddAgencyInput): Done {
  const all = await listAgencies(ctx);
  if (all.some((agency) => agency.isCurrent && agency.parentId === input.parentId && agency.name.toLowerCase() === input.name.toLowerCase())) {
    return blocked([{ field: 'name', message: 'Enter another name: there is an agency of this name already' }]);
  }
  const id = newId();
  const { kind, area, isCouncil, parentId, fromOn } = input;
  await ctx.tx.insert(agencies).values({ id, kind, area, isCouncil, parentId, fromOn, position: all.length + 1, example: ctx.actor.partnership.isDemonstration });
  await ctx.tx.insert(agencyNames).values({ id: newId(), agencyId: id, name: input.name, fromOn });
  return done({ id });
}

export async function changeAgency(ctx: WriteContext, input: ChangeAgencyInput): Done {
  const agency = await lockAgency(ctx, input);
  const { kind, area, isCouncil, parentId, fromOn } = input;
  const issues = [...whatStopsPlacing(agency.id, parentId, await listAgencies(ctx)), ...whatStopsDates({ fromOn, toOn: agency.toOn }, 'fromOn')];
  if (issues.length > 0) return blocked(issues);
  await ctx.tx.update(agencies).set({ kind, area, isCouncil, parentId, fromOn }).where(eq(agencies.id, agency.id));
  return done({ id: agency.id });
}

/** A new name from a day on. The one before it keeps its own days, so that older records go on saying what they said. */
export async function renameAgency(ctx: WriteContext, input: RenameAgencyInput): Done {
  const agency = await lockAgency(ctx, input);
  const names = await ctx.tx.select().from(agencyNames).where(eq(agencyNames.agencyId, agency.id));
  const issues = whatStopsRenaming(names, { name: input.name, fromOn: input.nameFromOn });
  if (issues.length > 0) return blocked(issues);
  const before = lastName(names);
  if (before) await ctx.tx.update(agencyNames).set({ toOn: dayBefore(input.nameFromOn) }).where(eq(agencyNames.id, before.id));
  await ctx.tx.insert(agencyNames).values({ id: newId(), agencyId: agency.id, name: input.name, fromOn: input.nameFromOn });
  return done({ id: agency.id });
}

export async function endAgency(ctx: WriteContext, input: EndAgencyInput): Done {
  const agency = await lockAgency(ctx, input);
  const issues = whatStopsEnding({ ...input, fromOn: agency.fromOn }, await listAgencies(ctx));
  if (issues.length > 0) return blocked(issues);
  await ctx.tx.update(agencies).set({ toOn: input.toOn, successorId: input.successorId }).where(eq(agencies.id, agency.id));
  return done({ id: agency.id });
}

async function lockAgency(ctx: WriteContext, { agencyId, version }: { agencyId: string; version: number }) {
  const [row] = await ctx.tx.select().from(agencies).where(eq(agencies.id, agencyId)).for('update');
  const agency = foundOr404(row, 'agency');
  if (agency.version !== version) throw new StaleVersion('agencies', agencyId);
  return agency;
}
