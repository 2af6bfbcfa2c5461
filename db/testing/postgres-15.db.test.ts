import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database, type Transaction } from '../client';
import { migrateDatabase } from '../migrate';
import { rolesSql } from '../store/roles';
import * as schema from '../schema';
import * as made from './builders';

/** The oldest PostgreSQL the product runs on, where a machine has it from its system's packages. */
const folder = '/usr/lib/postgresql/15/bin';
const passwords = { ownerPassword: 'owner', appPassword: 'app' };

describe.skipIf(!existsSync(join(folder, 'postgres')))('on PostgreSQL 15', () => {
  let place: string;
  let port: number;
  let owner: ReturnType<typeof openDatabase>;
  let app: ReturnType<typeof openDatabase>;
  const url = (user: string, password: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

  beforeAll(async () => {
    port = await freePort();
    place = mkdtempSync(join(tmpdir(), 'postgres-15-'));
    const account = accountThatRunsIt();
    if (account) chownSync(place, account.uid, account.gid);
    run('initdb', ['-D', join(place, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], place);
    run('pg_ctl', ['-D', join(place, 'data'), '-w', '-l', join(place, 'log'), '-o', `-p ${port} -h 127.0.0.1 -k ${place} -F`, 'start'], place);

    const roles = rolesSql({ database: 'crt_fifteen', ...passwords });
    await asAdministrator('postgres', [...roles.cluster, roles.createDatabase]);
    await asAdministrator('crt_fifteen', roles.database);
    await migrateDatabase(url('crt_owner', 'owner', 'crt_fifteen'), { mode: 'demonstration', log: () => {} });
    owner = openDatabase(url('crt_owner', 'owner', 'crt_fifteen'), { max: 2 });
    app = openDatabase(url('crt_app', 'app', 'crt_fifteen'), { max: 2 });
  });
  afterAll(async () => {
    await Promise.all([owner?.close(), app?.close()]);
    if (place && existsSync(join(place, 'data', 'postmaster.pid'))) run('pg_ctl', ['-D', join(place, 'data'), '-m', 'immediate', 'stop'], place);
    if (place) rmSync(place, { recursive: true, force: true });
  });

  async function asAdministrator(database: string, statements: string[]) {
    const admin = postgres(url('postgres', '', database), { max: 1, onnotice: () => {} });
    for (const statement of statements) await admin.unsafe(statement);
    await admin.end();
  }
  const as = async <T>(person: made.Of, work: (tx: Transaction) => Promise<T>) => {
    const { tokenHash } = await made.enterAs(owner.database, person);
    return app.database.transaction(async (tx) => {
      const [row] = await tx.execute<{ who: object | null }>(sql`select app.enter_session(${tokenHash}) as who`);
      expect(row!.who).not.toBeNull();
      await tx.execute(sql`select app.begin_command('try', null, null)`);
      return work(tx);
    });
  };
  const count = (database: Pick<Database, '$count'>) => database.$count(schema.notifications);

  test('it is that version', async () => {
    const [row] = await owner.database.execute<{ version: number }>(sql`select current_setting('server_version_num')::int / 10000 as version`);
    expect(row!.version).toBe(15);
  });

  test('a migration can be run again and changes nothing', async () => {
    const lines: string[] = [];
    await migrateDatabase(url('crt_owner', 'owner', 'crt_fifteen'), { mode: 'demonstration', log: (line) => void lines.push(line) });
    expect(lines).toEqual([]);
  });

  test('people enter, see what is theirs, and what they add is in the history and in its chain', async () => {
    const review = await made.aReview(owner.database);
    await made.aNotification(owner.database, { review });
    const unit = await made.aMember(owner.database, 'BU');
    const stranger = await made.aMember(owner.database, 'CL');
    expect(await as(unit, count)).toBe(1);
    expect(await as(stranger, count)).toBe(0);
    expect(await count(app.database)).toBe(0);

    const action = await made.anAction(owner.database, { sources: [review] });
    await as(unit, (tx) => tx.update(schema.actions).set({ lastUpdateOn: '2026-02-02' }).where(eq(schema.actions.id, action.id)));
    await expect(as(stranger, (tx) => tx.insert(schema.persons).values({ id: action.id, name: 'Not theirs to add' }))).rejects.toMatchObject({ cause: { code: '42501' } });
    const entries = await owner.database.select().from(schema.history).where(eq(schema.history.recordId, action.id)).orderBy(schema.history.id);
    expect(entries).toMatchObject([{ command: 'migration' }, { command: 'try', personId: unit.id, after: { last_update_on: '2026-02-02' } }]);
    expect(entries[1]!.previousHash).toBe(entries[0]!.hash);

    const sealed = await app.database.transaction(async (tx) => {
      await tx.execute(sql`select app.enter_job('seal-history')`);
      return (await tx.execute<{ sealed: number }>(sql`select app.seal_history(1000) as sealed`))[0]!.sealed;
    });
    expect(sealed).toBe(await owner.database.$count(schema.history));
  });

  test('exclusion hides at once', async () => {
    const unit = await made.aMember(owner.database, 'BU');
    const review = await made.aReview(owner.database);
    const sees = () => as(unit, (tx) => tx.$count(schema.reviews, eq(schema.reviews.id, review.id)));
    expect(await sees()).toBe(1);
    await made.anExclusion(owner.database, { review, person: unit });
    expect(await sees()).toBe(0);
  });
});

/** PostgreSQL refuses to run as root: then it runs as the account that came with its package. */
function accountThatRunsIt(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function run(program: string, words: string[], place: string) {
  execFileSync(join(folder, program), words, { ...accountThatRunsIt(), cwd: place, stdio: 'ignore', env: { ...process.env, HOME: place, LC_ALL: 'C.UTF-8' } });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
