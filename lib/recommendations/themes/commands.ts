import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { themeChanges, themes } from '@/db/schema';
import { newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { AddThemeInput, ChangeThemeInput, EndThemeInput, RestoreThemeInput } from '@/lib/recommendations/themes/input';
import { canManageThemes } from '@/lib/recommendations/themes/policy';
import { getTheme } from '@/lib/recommendations/themes/queries';

type Changed = Promise<Outcome<{ id: string }>>;

const notYours = 'Themes are kept by the Engine Room and the business unit.';

export async function addTheme(ctx: WriteContext, input: AddThemeInput): Changed {
  if (!canManageThemes(ctx.actor)) return refused(notYours);
  const { parent, checked, ...told } = input;
  if (parent) {
    const set = await getTheme(ctx, parent);
    if (set.parentId !== null) return blocked([{ field: 'parent', message: 'Choose the set from the list' }]);
    if (set.standing.kind !== 'in_use') return blocked([{ field: 'parent', message: 'Choose a set that is in use' }]);
  }
  const id = newId();
  const [last] = await ctx.tx.select({ position: sql<number>`coalesce(max(${themes.position}), 0)::int` }).from(themes);
  await ctx.tx.insert(themes).values({ id, parentId: parent, ...told, nameToCheck: !checked, position: last!.position + 1, example: ctx.actor.partnership.isDemonstration });
  return done({ id });
}

export async function changeTheme(ctx: WriteContext, input: ChangeThemeInput): Changed {
  const theme = await getTheme(ctx, input.themeId);
  if (!canManageThemes(ctx.actor)) return refused(notYours);
  const { themeId, version, checked, ...told } = input;
  const [saved] = await ctx.tx.update(themes).set({ ...told, nameToCheck: !checked }).where(and(eq(themes.id, themeId), eq(themes.version, version))).returning({ id: themes.id });
  if (!saved) throw new StaleVersion('themes', themeId);
  return done({ id: theme.id });
}

/** Merged, split or retired on a day. The findings keep the theme they were given. */
export async function endTheme(ctx: WriteContext, input: EndThemeInput): Changed {
  const theme = await getTheme(ctx, input.themeId);
  if (!canManageThemes(ctx.actor)) return refused(notYours);
  if (theme.standing.kind !== 'in_use') return blocked([{ message: 'It is not in use any more: what became of it stands' }]);
  const under = theme.tree.themes.filter((one) => one.parentId === theme.id && one.standing.kind === 'in_use');
  if (under.length > 0) return blocked([{ message: `It is a set with ${under.length} ${under.length === 1 ? 'theme' : 'themes'} in use. Say first what becomes of those` }]);
  const isInUse = (id: string) => theme.tree.themes.some((one) => one.id === id && one.id !== theme.id && one.standing.kind === 'in_use');
  if (!input.into.every(isInUse)) return blocked([{ field: 'into', message: 'Choose themes that are in use, other than this one' }]);
  const about = [theme.id, ...input.into];
  const latest = theme.tree.changes.filter((change) => about.includes(change.themeId) || change.intoId === theme.id).map((change) => change.changedOn).sort().at(-1);
  if (latest && latest > input.changedOn) return blocked([{ field: 'changedOn', message: 'Enter from when. Something that became of these themes later is recorded already' }]);
  const into = input.kind === 'retired' ? [null] : [...new Set(input.into)];
  await ctx.tx.insert(themeChanges).values(into.map((intoId) => ({ id: newId(), themeId: theme.id, kind: input.kind, intoId, changedOn: input.changedOn, reason: input.reason, changedById: ctx.actor.personId })));
  return done({ id: theme.id });
}

export async function restoreTheme(ctx: WriteContext, input: RestoreThemeInput): Changed {
  const theme = await getTheme(ctx, input.themeId);
  if (!canManageThemes(ctx.actor)) return refused(notYours);
  if (theme.standing.kind === 'in_use') return blocked([{ message: 'It is in use' }]);
  await ctx.tx.insert(themeChanges).values({ id: newId(), themeId: theme.id, kind: 'restored', changedOn: ctx.today, reason: input.reason, changedById: ctx.actor.personId });
  return done({ id: theme.id });
}
