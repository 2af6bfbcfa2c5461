import { describe, expect, test } from 'vitest';
import { allTables } from '../testing/tables';
import { families, operations, type Family, type Membership, type Operation, type Reach } from './matrix';
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

  test('takes the keys by which one sees an action for all that is said of it, and for all that one does to it', () => {
    const cells = (family: Family, operation: Operation): Partial<Record<Membership, Reach>> => families[family][operation];
    const said = ['actionLinks', 'updates', 'evidence', 'checks', 'dueMoves'] as const;
    for (const family of [...said, 'requests' as const]) expect(cells(family, 'see'), family).toEqual(cells('actions', 'see'));
    for (const [membership, reach] of Object.entries(cells('actions', 'see')) as [Membership, Reach][]) {
      for (const family of ['recommendations', 'published'] as const) expect(cells(family, 'see')[membership], `${membership}, ${family}`).toBe(reach === 'all' ? 'all' : 'linked');
      // A list of links is looked at in the links themselves.
      const done = [...said, 'actions' as const].flatMap((family) => [cells(family, 'add')[membership], cells(family, 'change')[membership]]);
      expect(done.filter((one) => one !== undefined && one !== 'all' && one !== 'list' && one !== reach), membership).toEqual([]);
    }
  });

  test('lets nothing be removed but drafts, what was sent and is not attached, limits and messages', () => {
    const removable = Object.entries(tablePolicies).filter(([, rules]) => rules.remove).map(([table]) => table);
    expect(removable.sort()).toEqual(['drafts', 'file_chunks', 'limits', 'outbox', 'uploads']);
  });
});
