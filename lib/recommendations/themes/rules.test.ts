import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedAs, countedTogether, findingsByTheme, standingOn, type Tagged, type ThemeChange } from '@/lib/recommendations/themes/rules';

const merged = (themeId: string, intoId: string, changedOn: string): ThemeChange => ({ themeId, kind: 'merged', intoId, changedOn });
const sizes = (counted: Map<string, Set<string>>) => Object.fromEntries([...counted].map(([theme, found]) => [theme, found.size]));

describe('a count by theme', () => {
  const tags: Tagged[] = [{ findingId: 'F-1', themeId: 'neglect' }, { findingId: 'F-2', themeId: 'drift' }, { findingId: 'F-3', themeId: 'neglect' }, { findingId: 'F-3', themeId: 'drift' }];

  test('follows a merge from its day on, and counts a finding that had both themes once', () => {
    const changes = [merged('drift', 'neglect', '2024-04-01')];
    expect(sizes(findingsByTheme(tags, changes, '2024-03-31'))).toEqual({ neglect: 2, drift: 2 });
    expect(sizes(findingsByTheme(tags, changes, '2024-04-01'))).toEqual({ neglect: 3 });
  });

  test('follows one merge after another', () => {
    const changes = [merged('a', 'b', '2022-04-01'), merged('b', 'c', '2023-04-01')];
    expect([countedAs('a', changes, '2022-12-31'), countedAs('a', changes, '2023-12-31')]).toEqual(['b', 'c']);
    expect(countedTogether(['c'], ['a', 'b', 'c', 'd'], changes, '2023-12-31')).toEqual(['a', 'b', 'c']);
  });

  test('leaves what was split where it was, and says into what', () => {
    const changes: ThemeChange[] = ['online', 'outside'].map((intoId) => ({ themeId: 'harm', kind: 'split', intoId, changedOn: '2024-04-01' }));
    expect(sizes(findingsByTheme([{ findingId: 'F-1', themeId: 'harm' }], changes, '2025-01-01'))).toEqual({ harm: 1 });
    expect(standingOn('harm', changes, '2025-01-01')).toEqual({ kind: 'split', into: ['online', 'outside'], since: '2024-04-01' });
  });

  test('keeps what was counted under a theme that is retired, and takes one back that is in use again', () => {
    const changes: ThemeChange[] = [{ themeId: 'a', kind: 'retired', intoId: null, changedOn: '2024-04-01' }, { themeId: 'a', kind: 'restored', intoId: null, changedOn: '2025-04-01' }];
    expect(countedAs('a', changes, '2024-12-31')).toBe('a');
    expect([standingOn('a', changes, '2024-12-31').kind, standingOn('a', changes, '2025-04-01').kind]).toEqual(['retired', 'in_use']);
  });
});

const themes = ['a', 'b', 'c', 'd', 'e', 'f'];

/** What the database lets happen: only a theme in use is ended, and only one in use is what it becomes, in the order of the days. */
const someChanges = fc.array(fc.record({ theme: fc.constantFrom(...themes), into: fc.constantFrom(...themes), kind: fc.constantFrom('merged', 'split', 'retired', 'restored') }), { maxLength: 20 }).map((tried) => {
  const changes: ThemeChange[] = [];
  for (const [place, { theme, into, kind }] of tried.entries()) {
    const changedOn = `${2020 + place}-04-01`;
    const isInUse = (id: string) => standingOn(id, changes, changedOn).kind === 'in_use';
    if (isInUse(theme) === (kind === 'restored')) continue;
    const needs = kind === 'merged' || kind === 'split';
    if (needs && (into === theme || !isInUse(into))) continue;
    changes.push({ themeId: theme, kind: kind as ThemeChange['kind'], intoId: needs ? into : null, changedOn });
  }
  return changes;
});
const someTags = fc.array(fc.record({ findingId: fc.integer({ min: 1, max: 12 }).map((number) => `F-${number}`), themeId: fc.constantFrom(...themes) }), { maxLength: 30 });

describe('whatever becomes of the themes', () => {
  test('no finding is lost and none is counted that was not, at any edition', () => {
    fc.assert(fc.property(someTags, someChanges, fc.integer({ min: 2019, max: 2041 }), (tags, changes, year) => {
      const counted = findingsByTheme(tags, changes, `${year}-12-31`);
      expect(new Set([...counted.values()].flatMap((found) => [...found]))).toEqual(new Set(tags.map((tag) => tag.findingId)));
    }), { numRuns: 1_000 });
  });

  test('each finding is counted at most once for each theme it was given, and each theme holds exactly what leads to it', () => {
    fc.assert(fc.property(someTags, someChanges, fc.integer({ min: 2019, max: 2041 }), (tags, changes, year) => {
      const day = `${year}-12-31`;
      const counted = findingsByTheme(tags, changes, day);
      const given = new Set(tags.map((tag) => `${tag.findingId} ${tag.themeId}`)).size;
      expect([...counted.values()].reduce((sum, found) => sum + found.size, 0)).toBeLessThanOrEqual(given);
      for (const [theme, found] of counted) {
        const together = countedTogether([theme], themes, changes, day);
        expect(found).toEqual(new Set(tags.filter((tag) => together.includes(tag.themeId)).map((tag) => tag.findingId)));
      }
    }), { numRuns: 1_000 });
  });

  test('a theme that was merged holds nothing, and a split or a retirement moves nothing', () => {
    fc.assert(fc.property(someTags, someChanges, (tags, changes) => {
      for (const [place, change] of changes.entries()) {
        const before = changes.slice(0, place);
        const [was, is] = [sizes(findingsByTheme(tags, before, change.changedOn)), sizes(findingsByTheme(tags, [...before, change], change.changedOn))];
        if (change.kind === 'merged') expect(is[change.themeId]).toBeUndefined();
        if (change.kind === 'split' || change.kind === 'retired') expect(is).toEqual(was);
      }
    }), { numRuns: 500 });
  });
});
