import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { findings, findingThemes, sources, themeChanges, themes } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import type { ChangeThemeInput } from '@/lib/recommendations/themes/input';
import { themeFields } from '@/lib/recommendations/themes/labels';
import { standingOn, type Standing, type Tagged, type ThemeChange } from '@/lib/recommendations/themes/rules';

export type ThemeListed = {
  id: string; parentId: string | null; name: string; description: string | null; edition: string; source: string; nameToCheck: boolean; version: number;
  /** How it stands today. */
  standing: Standing;
};

export type ThemeTree = { themes: ThemeListed[]; changes: ThemeChange[] };

/** Every theme, each set followed by what stands under it, and what became of them. */
export async function readThemes(ctx: ReadContext): Promise<ThemeTree> {
  const [rows, changes] = [
    await ctx.tx
      .select({ id: themes.id, parentId: themes.parentId, name: themes.name, description: themes.description, edition: themes.edition, source: themes.source, nameToCheck: themes.nameToCheck, version: themes.version })
      .from(themes).orderBy(asc(themes.position), asc(themes.name), asc(themes.id)),
    await ctx.tx.select({ themeId: themeChanges.themeId, kind: themeChanges.kind, intoId: themeChanges.intoId, changedOn: themeChanges.changedOn })
      .from(themeChanges).orderBy(asc(themeChanges.changedOn), asc(themeChanges.recordedAt), asc(themeChanges.id)),
  ];
  const inOrder = rows.filter((row) => row.parentId === null).flatMap((set) => [set, ...rows.filter((row) => row.parentId === set.id)]);
  return { themes: inOrder.map((row) => ({ ...row, standing: standingOn(row.id, changes, ctx.today) })), changes };
}

/** A theme by its id. */
export async function getTheme(ctx: ReadContext, id: string): Promise<ThemeListed & { tree: ThemeTree }> {
  const tree = await readThemes(ctx);
  return { ...foundOr404(tree.themes.find((theme) => theme.id === id), 'theme'), tree };
}

export type TaggedFinding = Tagged & { kind: 'gap' | 'good_practice'; year: string };

/** The themes that findings the reader may see were given, but drafts: for counting. */
export async function listTags(ctx: ReadContext): Promise<TaggedFinding[]> {
  return ctx.tx
    .select({ findingId: findingThemes.findingId, themeId: findingThemes.themeId, kind: findings.kind, year: sources.reportingYear })
    .from(findingThemes)
    .innerJoin(findings, eq(findings.id, findingThemes.findingId))
    // Inner: whoever may not see the source is not told its year.
    .innerJoin(sources, eq(sources.id, findings.sourceId))
    .where(and(isNull(findingThemes.removedOn), eq(findings.agreement, 'agreed')));
}

/** What the theme is now, beside what somebody typed over an older version. */
export async function theirTheme(ctx: ReadContext, input: ChangeThemeInput): Promise<Theirs> {
  const row = await getTheme(ctx, input.themeId);
  const parent = row.tree.themes.find((theme) => theme.id === row.parentId)?.name ?? '';
  const inWords = (one: { name: string; description: string | null; edition: string; source: string }, checked: boolean) =>
    ({ name: one.name, parent, description: one.description ?? '', edition: one.edition, source: one.source, checked: checked ? 'Yes' : 'No' });
  return { version: row.version, fields: sideBySide(themeFields, inWords(row, !row.nameToCheck), inWords(input, input.checked)) };
}
