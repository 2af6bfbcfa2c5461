import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database, type Transaction } from '../client';
import { aTestDatabase } from '../testing/harness';
import { allTables, tableNames } from '../testing/tables';
import { buildWorld, type WholeWorld } from '../testing/whole-world';
import { applicationFunctions, gateOnlyTables, policyFunctions } from './tables';

const db = aTestDatabase();

/** What anybody may read, also before sign-in: code lists and public settings. */
const readableByAnybody = ['installation', 'permission_cells', 'settings'];

const rows = async <T extends Record<string, unknown>>(from: Pick<Database, 'execute'>, query: Parameters<Database['execute']>[0]) => [...(await from.execute<T>(query))];
const names = async (query: Parameters<Database['execute']>[0]) => (await rows<{ name: string }>(db.owner, query)).map(({ name }) => name).sort();

/** The code with which the database refuses a statement of the application's, or what it answered. */
async function refusal(work: (tx: Transaction) => Promise<unknown>): Promise<string> {
  try {
    await db.app.transaction(work);
    return 'not refused';
  } catch (error) {
    return String((error as { cause?: { code?: string } }).cause?.code);
  }
}

describe('the catalogue', () => {
  test('binds every table by row security, the owner included, who has a policy of their own', async () => {
    const unbound = await names(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`);
    expect(unbound).toEqual([]);
    const withPolicy = await names(sql`select tablename as name from pg_policies where schemaname = 'app' and roles = '{crt_owner}' and cmd = 'ALL'`);
    expect(withPolicy).toEqual([...tableNames].sort());
  });

  test('holds the tables of the schema and no others, and nothing that shows them past row security', async () => {
    expect(await names(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')`)).toEqual([...tableNames].sort());
    expect(await names(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}'))`)).toEqual([]);
  });

  test('gives the application no more than a sign-in', async () => {
    expect(await names(sql`select rolname as name from pg_roles where rolname like 'crt\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`)).toEqual([]);
    expect(await names(sql`select rolname as name from pg_roles where rolname like 'crt\\_%' and rolcanlogin`)).toEqual(['crt_app', 'crt_owner']);
    expect(await names(sql`select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = 'crt_app'::regrole`)).toEqual([]);
    expect(await names(sql`select d.classid::regclass::text || ' ' || d.objid as name from pg_shdepend d where d.refobjid = 'crt_app'::regrole and d.deptype = 'o'`)).toEqual([]);
    const [can] = await rows(db.app, sql`select has_schema_privilege('app', 'create') as "in app", has_schema_privilege('public', 'create') as "in public", has_schema_privilege('public', 'usage') as "use public",
      has_database_privilege(current_database(), 'create') as schemas, has_database_privilege(current_database(), 'temporary') as temporary`);
    expect(can).toEqual({ 'in app': false, 'in public': false, 'use public': false, schemas: false, temporary: false });
  });

  test('lets no function that runs with other rights find anything by a path of the caller', async () => {
    const functions = await rows<{ name: string; definer: boolean; path: string | null; owner: string }>(db.owner, sql`
      select p.proname as name, p.prosecdef as definer, array_to_string(p.proconfig, ',') as path, pg_get_userbyid(p.proowner) as owner from pg_proc p where p.pronamespace = 'app'::regnamespace`);
    expect(functions.length).toBeGreaterThan(40);
    expect(functions.filter(({ path }) => path !== 'search_path=pg_catalog, pg_temp')).toEqual([]);
    expect(functions.filter(({ owner }) => owner !== 'crt_resolver' && owner !== 'crt_gate')).toEqual([]);
    expect(await names(sql`select relname as name from pg_class where relowner in ('crt_resolver'::regrole, 'crt_gate'::regrole)`)).toEqual([]);
  });

  test('lets the application remove only drafts, what was sent and is not attached, limits and messages, and empty nothing', async () => {
    const removable = await names(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and has_table_privilege('crt_app', oid, 'delete')`);
    expect(removable).toEqual(['drafts', 'file_chunks', 'limits', 'outbox', 'uploads']);
    const more = await names(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and has_table_privilege('crt_app', oid, 'truncate, references, trigger')`);
    expect(more).toEqual([]);
    const untouchable = await names(sql`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and not has_table_privilege('crt_app', oid, 'select, insert, update, delete') and not has_any_column_privilege('crt_app', oid, 'select, insert, update')`);
    expect(untouchable).toEqual([...gateOnlyTables].sort());
  });

  test('lets the application carry out only what it calls and what policies ask', async () => {
    const callable = await names(sql`select distinct p.proname as name from pg_proc p where p.pronamespace = 'app'::regnamespace and has_function_privilege('crt_app', p.oid, 'execute')`);
    expect(callable).toEqual([...new Set([...policyFunctions, ...applicationFunctions])].sort());
    expect([...policyFunctions].sort()).toEqual([
      'actor', 'conflicted_actions', 'hangs_nowhere', 'held', 'hidden_actions', 'is_own_view', 'my_agencies', 'my_exclusions', 'my_group_kinds', 'my_groups', 'my_keys', 'my_removals', 'my_reviews', 'my_source_keys', 'my_votes', 'reach', 'sees_challenge', 'sees_meeting_decision', 'today', 'who_answers',
    ]);
    const never = ['set_actor', 'gate_signature', 'record_history', 'history_hash', 'seal_hash', 'reaches_row', 'keep_acts', 'in_conflict', 'scopes_of_action', 'words_in', 'words_wanted', 'keep_search_entry'];
    expect(callable.filter((name) => never.includes(name))).toEqual([]);
  });

  test('grants nothing to everybody', async () => {
    expect(await names(sql`select c.relname as name from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'app'::regnamespace and a.grantee = 0`)).toEqual([]);
    expect(await names(sql`select p.proname as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where p.pronamespace = 'app'::regnamespace and a.grantee = 0`)).toEqual([]);
  });

  test('has an index for every reference to another table', async () => {
    const unindexed = await names(sql`
      select conrelid::regclass || ' ' || conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'app'::regnamespace
         and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null and i.indkey[0] = c.conkey[1])`);
    expect(unindexed).toEqual([]);
    expect((await names(sql`select conname as name from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace`)).length).toBeGreaterThan(60);
    expect(await names(sql`select conname as name from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace and confdeltype <> 'r'`)).toEqual([]);
  });
});

describe('with rows in every table', () => {
  let w: WholeWorld;
  let behind: ReturnType<typeof openDatabase>;
  let unit: { tokenHash?: string; personId?: string };

  beforeAll(async () => {
    w = await buildWorld(db.owner);
    behind = openDatabase(db.adminUrl, { max: 1 });
    unit = w.principals.find(({ name }) => name === 'BU')!;
  });
  afterAll(() => behind.close());

  async function countAll(from: Pick<Database, 'execute' | '$count'>): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const name of tableNames) counts[name] = await from.$count(allTables[name] as PgTable);
    return counts;
  }

  /** How many rows of each table the application gets, having entered in this way; none where the table is closed to it. */
  async function countAsApplication(enter: (tx: Transaction) => Promise<unknown>): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const name of tableNames) {
      counts[name] = await db.app.transaction(async (tx) => {
        await enter(tx);
        return tx.$count(allTables[name] as PgTable);
      }).catch((error: { cause?: { code?: string } }) => {
        if (error.cause?.code !== '42501') throw error;
        return 0;
      });
    }
    return counts;
  }
  const withRows = (counts: Record<string, number>) => Object.keys(counts).filter((name) => counts[name]! > 0).sort();

  test('none of them is empty, so that what follows could fail', async () => {
    const counts = await countAll(behind.database);
    expect(Object.keys(counts).filter((name) => counts[name] === 0)).toEqual([]);
  });

  test('nobody who has not entered gets a row, but of code lists and public settings', async () => {
    expect(withRows(await countAsApplication(async () => {}))).toEqual(readableByAnybody);
    expect(readableByAnybody.length).toBeLessThanOrEqual(8);
  });

  test('a visitor gets no more than that', async () => {
    expect(withRows(await countAsApplication((tx) => tx.execute(sql`select app.enter_visitor()`)))).toEqual(readableByAnybody);
  });

  test('somebody signed in without a membership gets their own account with its history, drafts, views, files not attached and messages, and no record', async () => {
    const nobody = w.principals.find(({ name }) => name === 'nobody in the partnership')!;
    const seen = withRows(await countAsApplication((tx) => tx.execute(sql`select app.enter_session(${nobody.tokenHash})`)));
    expect(seen).toEqual([...readableByAnybody, 'accounts', 'commands', 'drafts', 'file_chunks', 'history', 'outbox', 'record_views', 'saved_views', 'uploads'].sort());
  });

  test('a job reaches its own work and no record', async () => {
    expect(withRows(await countAsApplication((tx) => tx.execute(sql`select app.enter_job('seal-history')`)))).toEqual([...readableByAnybody, 'history_sealed', 'history_seals', 'jobs'].sort());
    expect(withRows(await countAsApplication((tx) => tx.execute(sql`select app.enter_job('clear-limits')`)))).toContain('limits');
    expect(await refusal((tx) => tx.execute(sql`select app.enter_job('read-everything')`))).toBe('42501');
  });

  test('a data migration, run as the owner, reaches every row', async () => {
    expect(await countAll(db.owner)).toEqual(await countAll(behind.database));
    const [changed] = await rows<{ count: number }>(db.owner, sql`with changed as (update app.actions set detail = 'Migrated' returning 1) select count(*)::int as count from changed`);
    expect(changed!.count).toBe(await behind.database.$count(allTables.actions));
    expect(changed!.count).toBeGreaterThan(5);
  });

  test('the application cannot make itself somebody', async () => {
    expect(await refusal((tx) => tx.execute(sql`select app.set_actor('person', ${unit.personId}::uuid, null, null, null)`))).toBe('42501');
    expect(await refusal((tx) => tx.execute(sql`select app.gate_signature('person')`))).toBe('42501');
    for (const role of ['crt_owner', 'crt_gate', 'crt_resolver', 'crt_reporting', 'postgres']) expect(await refusal((tx) => tx.execute(sql.raw(`set role ${role}`)))).toBe('42501');
    expect(await refusal(async (tx) => {
      await tx.execute(sql`set local row_security = off`);
      await tx.execute(sql`select * from app.persons`);
    })).toBe('42501');
  });

  test('credentials, tokens and the signing secret are closed to the application', async () => {
    for (const table of ['credentials', 'sessions', 'sign_in_links', 'set_up_codes', 'gate_secrets', 'account_identities']) {
      expect(await refusal(async (tx) => {
        await tx.execute(sql`select app.enter_session(${unit.tokenHash})`);
        await tx.execute(sql.raw(`select * from app.${table}`));
      })).toBe('42501');
    }
  });

  describe('a setting that says who is here', () => {
    const actorOf = async (tx: Pick<Transaction, 'execute'>) => (await rows<{ actor: string[] }>(tx, sql`select app.actor() as actor`))[0]!.actor;
    const seen = async (tx: Pick<Transaction, 'execute'>) => (await rows<{ count: number }>(tx, sql`select count(*)::int as count from app.persons`))[0]!.count;
    const pretend = (tx: Pick<Transaction, 'execute'>, setting: string) => tx.execute(sql`select set_config('app.actor', ${setting}, true)`);
    const nobody = ['', '', '', '', ''];
    let one: postgres.Sql;
    beforeAll(() => {
      one = postgres(db.appUrl, { max: 1, onnotice: () => {} });
    });
    afterAll(() => one.end());

    test.each(['person|11111111-1111-4111-8111-111111111111|||', 'person|x|||#', 'job||||seal-history#0', '#', '||||#', 'job||||clear-limits'])('counts for nothing when it is made up: %s', async (setting) => {
      await db.app.transaction(async (tx) => {
        await pretend(tx, setting);
        expect(await actorOf(tx)).toEqual(nobody);
        expect(await seen(tx)).toBe(0);
      });
    });

    test('counts for nothing when another person is put into a signed one', async () => {
      await db.app.transaction(async (tx) => {
        await tx.execute(sql`select app.enter_session(${w.principals.find(({ name }) => name === 'OB')!.tokenHash})`);
        const [row] = await rows<{ setting: string }>(tx, sql`select current_setting('app.actor') as setting`);
        expect((await actorOf(tx))[0]).toBe('person');
        await pretend(tx, row!.setting.replace(/[0-9a-f-]{36}/, unit.personId!));
        expect(await actorOf(tx)).toEqual(nobody);
        await pretend(tx, row!.setting);
        expect((await actorOf(tx))[0]).toBe('person');
      });
    });

    test('counts for nothing in the next transaction of the same connection, nor in another connection', async () => {
      let setting = '';
      await one.begin(async (tx) => {
        await tx`select app.enter_session(${unit.tokenHash!})`;
        setting = ((await tx`select current_setting('app.actor') as setting`)[0] as { setting: string }).setting;
        expect((await tx`select count(*)::int as count from app.persons`)[0]!.count).toBeGreaterThan(10);
        await db.app.transaction(async (elsewhere) => {
          await pretend(elsewhere, setting);
          expect(await actorOf(elsewhere)).toEqual(nobody);
          expect(await seen(elsewhere)).toBe(0);
        });
      });
      expect((await one`select count(*)::int as count from app.persons`)[0]!.count).toBe(0);
      await one.begin(async (tx) => {
        await tx`select set_config('app.actor', ${setting}, true)`;
        expect((await tx`select app.actor() as actor`)[0]!.actor).toEqual(nobody);
        expect((await tx`select count(*)::int as count from app.persons`)[0]!.count).toBe(0);
      });
    });

    test('is gone when a transaction fails', async () => {
      await expect(one.begin(async (tx) => {
        await tx`select app.enter_session(${unit.tokenHash!})`;
        await tx`select 1 / 0`;
      })).rejects.toThrow();
      expect((await one`select count(*)::int as count from app.persons`)[0]!.count).toBe(0);
    });
  });

  test('a change of the application is refused where no command was begun, or another transaction began it', async () => {
    const person = () => sql`insert into app.persons (id, name) values (${randomUUID()}::uuid, 'Somebody new')`;
    expect(await refusal(async (tx) => {
      await tx.execute(sql`select app.enter_session(${unit.tokenHash})`);
      await tx.execute(person());
    })).toBe('42501');
    let command = '';
    await db.app.transaction(async (tx) => {
      await tx.execute(sql`select app.enter_session(${unit.tokenHash})`);
      command = (await rows<{ begun: { id: string } }>(tx, sql`select app.begin_command('add-person', null, null) as begun`))[0]!.begun.id;
      await tx.execute(person());
    });
    expect(await refusal(async (tx) => {
      await tx.execute(sql`select app.enter_session(${unit.tokenHash})`);
      await tx.execute(sql`select set_config('app.command', ${command}, true)`);
      await tx.execute(person());
    })).toBe('42501');
  });
});
