import { describe, expect, test } from 'vitest';
import { allTables, columnsOf, type TableName } from '../testing/tables';
import { guardedTables } from './act-columns';

describe.each(Object.entries(guardedTables))('what may be changed in %s', (name, { first, acts, free = [], closed = [], kept, self }) => {
  const columns = columnsOf(allTables[name as TableName]);
  const byActs = acts.flatMap(({ gives, takes = [], until = [] }) => [...gives, ...takes, ...[until].flat()]);

  test('is said of every column, and of no other', () => {
    expect([...new Set([...first, ...byActs, ...free, ...closed, ...kept])].sort()).toEqual(columns.sort());
    expect(self.filter((column) => !columns.includes(column))).toEqual([]);
  });

  test('is said once: what is closed, free or kept in step belongs to no act', () => {
    const apart = [...closed, ...free, ...kept];
    expect(apart.filter((column, place) => apart.indexOf(column) !== place || byActs.includes(column) || first.includes(column))).toEqual([]);
  });
});
