import { describe, expect, test } from 'vitest';
import { allTables } from '../testing/tables';
import { families, operations, type Family } from './matrix';
import { gateGrants, gateOnlyTables, resolverTables, tablePolicies } from './tables';

describe('who may see a row', () => {
  test('is said once of every table: it has policies, or the application does not reach it', () => {
    const reached = Object.keys(tablePolicies);
    const not: string[] = [...gateOnlyTables];
    expect([...reached, ...not].sort()).toEqual(Object.keys(allTables).sort());
    expect(reached.filter((table) => not.includes(table))).toEqual([]);
  });

  test('is said of tables that exist, also where the resolver and the gate look', () => {
    const named = [...resolverTables, ...Object.keys(gateGrants)];
    expect(named.filter((table) => !(table in allTables))).toEqual([]);
  });

  test('asks every cell of the matrix somewhere: none stands there without effect', () => {
    const policies = JSON.stringify(tablePolicies);
    const asked = (family: string, operation: string) => policies.includes(`('${family}', '${operation}')`);
    const unasked = (Object.keys(families) as Family[]).flatMap((family) =>
      operations.filter((operation) => Object.keys(families[family][operation]).length > 0 && !asked(family, operation)).map((operation) => `${family}.${operation}`),
    );
    expect(unasked).toEqual([]);
  });

  test('lets nothing be removed but drafts, limits and messages', () => {
    const removable = Object.entries(tablePolicies).filter(([, rules]) => rules.remove).map(([table]) => table);
    expect(removable.sort()).toEqual(['drafts', 'limits', 'outbox']);
  });
});
