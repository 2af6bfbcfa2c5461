import { describe, expect, test } from 'vitest';
import { rolesScript, rolesSql } from './roles';

describe('the roles', () => {
  test('take passwords as text, whatever characters they hold', () => {
    const { cluster } = rolesSql({ database: 'case_review_tracker', ownerPassword: "it's", appPassword: 'two' });
    expect(cluster).toContain("ALTER ROLE crt_owner WITH LOGIN PASSWORD 'it''s'");
  });

  test('are printed without a password, to be run by psql', () => {
    const script = rolesScript('case_review_tracker');
    expect(script).toContain("ALTER ROLE crt_app WITH LOGIN PASSWORD :'app_password';");
    expect(script).toContain('\\gexec');
  });

  test('never bypass row security', () => {
    const { cluster } = rolesSql({ database: 'x', ownerPassword: 'one', appPassword: 'two' });
    const made = cluster.filter((statement) => statement.includes('CREATE ROLE'));
    expect(made).toHaveLength(5);
    for (const statement of made) expect(statement).toContain('NOSUPERUSER NOBYPASSRLS');
  });
});
