import { describe, expect, test } from 'vitest';
import { allTables, columnsOf, type TableName } from '../testing/tables';
import { historyTables, tablesWithoutHistory } from './history-columns';

const secret = /password|token|secret|sealed/;

describe('the record of changes', () => {
  test('knows every table: either it keeps what changes there, or it says why not', () => {
    const kept = Object.keys(historyTables);
    const not = Object.keys(tablesWithoutHistory);
    expect([...kept, ...not].sort()).toEqual(Object.keys(allTables).sort());
    expect(kept.filter((table) => not.includes(table))).toEqual([]);
    expect(Object.values(tablesWithoutHistory).filter((reason) => reason.trim().length < 5)).toEqual([]);
  });

  test.each(Object.keys(historyTables))('says once of every column of %s what it keeps: its value, a digest, or nothing', (name) => {
    const { value, digest = [], omit = [] } = historyTables[name]!;
    const tags = [...value, ...digest, ...omit];
    expect(tags.filter((column, place) => tags.indexOf(column) !== place)).toEqual([]);
    expect([...tags].sort()).toEqual(columnsOf(allTables[name as TableName]).sort());
  });

  test('keeps no secret as it is', () => {
    const secrets = Object.entries(historyTables).flatMap(([table, { value }]) => value.filter((column) => secret.test(column)).map((column) => `${table}.${column}`));
    expect(secrets).toEqual([]);
    // The rule has something to look at: these columns exist, and are kept as a digest or not at all.
    const known = Object.entries(allTables).flatMap(([name, table]) => columnsOf(table).filter((column) => secret.test(column)).map((column) => `${name}.${column}`));
    expect(known).toEqual(expect.arrayContaining(['identities.sealed', 'credentials.password_hash', 'sign_in_links.token_hash', 'sessions.token_hash', 'drafts.sealed', 'gate_secrets.secret']));
  });

  test('finds the record and the scope of an entry in columns that are there', () => {
    for (const [name, { rootColumn, scope }] of Object.entries(historyTables)) {
      expect(columnsOf(allTables[name as TableName]), name).toEqual(expect.arrayContaining([rootColumn, ...(scope ? [scope] : [])]));
    }
  });
});
