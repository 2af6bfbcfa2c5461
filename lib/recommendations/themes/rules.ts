import type { changeLabels } from '@/lib/recommendations/themes/labels';

export type ChangeKind = keyof typeof changeLabels;

/** What became of a theme on one day. Given in the order of the days, and within a day in the order recorded. */
export type ThemeChange = { themeId: string; kind: ChangeKind; intoId: string | null; changedOn: string };

/** How a theme stands on a day: in use, or since when it is not and what it became. */
export type Standing = { kind: 'in_use' } | { kind: Exclude<ChangeKind, 'restored'>; into: string[]; since: string };

/** On that day, its own changes included. */
export function standingOn(themeId: string, changes: readonly ThemeChange[], day: string): Standing {
  const own = changes.filter((change) => change.themeId === themeId && change.changedOn <= day);
  const last = own.at(-1);
  if (!last || last.kind === 'restored') return { kind: 'in_use' };
  // A split is several rows of one day.
  const into = own.slice(own.findLastIndex((change) => change.kind === 'restored') + 1).flatMap((change) => change.intoId ?? []);
  return { kind: last.kind, into, since: last.changedOn };
}

/**
 * The theme under which a finding of this theme is counted on a day: merges are followed to the end. A split is not: which part a finding
 * belongs to nobody has said, so it is counted once, where it was. Nor is a retired theme: what was counted under it stays counted.
 */
export function countedAs(themeId: string, changes: readonly ThemeChange[], day: string): string {
  const passed = new Set<string>();
  let at = themeId;
  while (!passed.has(at)) {
    passed.add(at);
    const standing = standingOn(at, changes, day);
    if (standing.kind !== 'merged') return at;
    at = standing.into[0]!;
  }
  // The database keeps merges from going round. Were there such a ring, it would be counted where it began.
  return themeId;
}

/** A finding and one theme it was given. */
export type Tagged = { findingId: string; themeId: string };

/** The findings of each theme as the themes stood on a day, by the theme's id: each finding once under a theme, however many ways lead there. */
export function findingsByTheme(tags: readonly Tagged[], changes: readonly ThemeChange[], day: string): Map<string, Set<string>> {
  const counted = new Map<string, Set<string>>();
  const known = new Map<string, string>();
  for (const { findingId, themeId } of tags) {
    const theme = known.get(themeId) ?? countedAs(themeId, changes, day);
    known.set(themeId, theme);
    counted.set(theme, (counted.get(theme) ?? new Set()).add(findingId));
  }
  return counted;
}

/** A theme and the themes that are counted as it on a day: for a filter that finds what a count says. */
export function countedTogether(themeIds: readonly string[], all: readonly string[], changes: readonly ThemeChange[], day: string): string[] {
  return all.filter((id) => themeIds.includes(countedAs(id, changes, day)));
}
