import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eq, sql, type SQL } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { actions, history, updates } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { asJob, newId, write, type Transaction } from '@/lib/access/context';
import { addDays, asCalendarDate } from '@/lib/dates/calendar-date';
import { done } from '@/lib/forms/outcome';
import { verifyHistory, type HistoryProblem } from './verify';

const db = aTestDatabase();
const seal = (atMost = 5000) => asJob('seal-history', async ({ tx }) => (await tx.execute<{ sealed: number }>(sql`select app.seal_history(${atMost}) as sealed`))[0]!.sealed);
const verify = () => db.owner.transaction((tx) => verifyHistory(tx), { isolationLevel: 'repeatable read', accessMode: 'read only' });
const command = { name: 'record-update', formKey: null, bodyDigest: null };

let unit: TestEntry;
let written: { id: string }[];

let day = asCalendarDate('2020-01-01');
const saveUpdate = (action: { id: string }, text: string) => write(unit, command, async ({ tx, actor }) => {
  day = addDays(day, 1);
  await tx.update(actions).set({ lastUpdateOn: day }).where(eq(actions.id, action.id));
  await tx.insert(updates).values({ id: newId(), actionId: action.id, text, saidOn: day, saidById: actor.personId, recordedById: actor.personId });
  return done(null);
});

beforeAll(async () => {
  unit = await db.enterAs(await made.aMember(db.owner, 'BU'));
  written = await Promise.all(Array.from({ length: 12 }, () => made.anAction(db.owner)));
  for (const round of ['first', 'second', 'third', 'fourth']) {
    for (const action of written) await saveUpdate(action, `${round} save`);
    if (round !== 'fourth') expect(await seal()).toBeGreaterThan(20);
  }
});

describe('the record of changes', () => {
  test('verifies as it was written, and says how much of it is not sealed yet', async () => {
    const found = await verify();
    expect(found.problems).toEqual([]);
    expect(found).toMatchObject({ seals: 3, entries: await db.owner.$count(history) });
    expect(found.unsealed).toBe(24);
    expect(found.sealed).toBe(found.entries - 24);
  });

  test('is sealed by one at a time, in batches, and by the job alone', async () => {
    const before = await verify();
    const sealed = await Promise.all([seal(5), seal(5), seal(5)]);
    const sum = sealed.reduce((all, one) => all + one, 0);
    expect(sealed.every((one) => one === 0 || one === 5)).toBe(true);
    expect(sum).toBeGreaterThanOrEqual(5);
    const after = await verify();
    expect(after.problems).toEqual([]);
    expect([after.sealed - before.sealed, after.seals - before.seals]).toEqual([sum, sum / 5]);
  });

  test('is sealed whole where a later entry was there first, and looked through once', async () => {
    const ends = async () => (await db.owner.execute<{ through: number; latest: number }>(sql`
      select (select sealed_through::int from app.history_seals order by number desc limit 1) as through, (select max(id)::int from app.history) as latest`))[0]!;
    await db.owner.transaction(async (tx) => {
      const early = await made.aPerson(tx);
      await made.aPerson(db.owner);
      await seal();
      const [entry] = await tx.select({ id: history.id }).from(history).where(eq(history.recordId, early.id));
      expect((await ends()).through).toBeLessThan(entry!.id);
    });
    expect(await verify()).toMatchObject({ unsealed: 1, problems: [] });
    // Once nothing else writes in this store, the next seal begins after the last entry.
    await expect.poll(async () => {
      await made.aPerson(db.owner);
      await seal();
      const { through, latest } = await ends();
      return latest - through;
    }, { timeout: 20_000 }).toBe(0);
    expect(await verify()).toMatchObject({ unsealed: 0, problems: [] });
  });
});

/** Does something to the history as its owner, with everything that guards it switched off, and says what a check finds. Then it is as before. */
async function tamper(work: (tx: Transaction) => Promise<unknown>): Promise<HistoryProblem[]> {
  let found: HistoryProblem[] = [];
  const undone = new Error('undone');
  await db.owner.transaction(async (tx) => {
    for (const table of ['history', 'history_seals', 'history_sealed']) await tx.execute(sql`alter table ${sql.identifier('app')}.${sql.identifier(table)} disable trigger user`);
    await work(tx);
    found = (await verifyHistory(tx)).problems;
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return found;
}

const whats = (problems: HistoryProblem[]) => [...new Set(problems.map(({ what }) => what))];

/** The entry's hash as it would have been written: what somebody who knows how it is made would put. */
const rehashed = (id: number): SQL => sql`
  update app.history h set content_digest = encode(sha256(convert_to(coalesce(h.before::text, '{}') || '>' || coalesce(h.after::text, '{}'), 'UTF8')), 'hex') where h.id = ${id}`;
const rehash = async (tx: Transaction, id: number) => {
  await tx.execute(rehashed(id));
  await tx.execute(sql`update app.history h set hash = app.history_hash(h.table_name, h.record_id, h.at, h.operation, h.command_id, h.command, h.actor_kind, h.person_id, h.content_digest, h.previous_hash) where h.id = ${id}`);
};

describe('tampering', () => {
  let middle: number, last: number, somebody: string;
  beforeAll(async () => {
    const ids = (await db.owner.select({ id: history.id }).from(history).innerJoin(sql`app.history_sealed x`, sql`x.history_id = ${history.id}`).where(eq(history.recordId, written[3]!.id)).orderBy(history.id)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    [middle, last] = [ids[1]!, ids.at(-1)!];
    somebody = (await made.aPerson(db.owner)).id;
    await seal();
  });

  const cases: [string, (tx: Transaction) => Promise<unknown>, string[]][] = [
    ['a content that was edited', (tx) => tx.execute(sql`update app.history set after = jsonb_set(after, '{detail}', '"Never said"') where id = ${middle}`), ['its content is not what was written']],
    ['a content that was emptied', (tx) => tx.execute(sql`update app.history set before = null, after = null where id = ${middle}`), ['its content is gone']],
    ['a hash that was edited', (tx) => tx.execute(sql`update app.history set hash = repeat('0', 64) where id = ${middle}`), ['its hash is not that of what it says']],
    ['an entry put to somebody else', (tx) => tx.execute(sql`update app.history set person_id = ${somebody}::uuid where id = ${middle}`), ['its hash is not that of what it says']],
    ['a moment that was moved', (tx) => tx.execute(sql`update app.history set at = at - interval '1 day' where id = ${middle}`), ['its hash is not that of what it says']],
    ['a content edited together with its hash', async (tx) => { await tx.execute(sql`update app.history set after = '{"detail": "Never said"}' where id = ${middle}`); await rehash(tx, middle); }, ['it does not follow the entry before it', 'its entries are not those that were sealed']],
    ['a last content edited together with its hash', async (tx) => { await tx.execute(sql`update app.history set after = '{"detail": "Never said"}' where id = ${last}`); await rehash(tx, last); }, ['its entries are not those that were sealed']],
    ['an entry taken out of the middle', async (tx) => { await tx.execute(sql`delete from app.history_sealed where history_id = ${middle}`); await tx.execute(sql`delete from app.history where id = ${middle}`); }, ['it does not follow the entry before it', 'it holds another number of entries than were sealed']],
    ['a sealed tail that was cut off', async (tx) => { await tx.execute(sql`delete from app.history_sealed where history_id >= ${last}`); await tx.execute(sql`delete from app.history where id >= ${last}`); }, ['it holds another number of entries than were sealed']],
    ['two entries that changed places', async (tx) => {
      await tx.execute(sql`with pair as (select a.id, b.before, b.after, b.content_digest, b.previous_hash, b.hash from app.history a join app.history b on (a.id, b.id) in ((${middle}::bigint, ${last}::bigint), (${last}::bigint, ${middle}::bigint)))
        update app.history h set before = p.before, after = p.after, content_digest = p.content_digest, previous_hash = p.previous_hash, hash = p.hash from pair p where p.id = h.id`);
    }, ['it does not follow the entry before it', 'its entries are not those that were sealed']],
    ['an entry put between two', async (tx) => {
      await tx.execute(sql`insert into app.history (id, at, table_name, record_id, root_name, root_id, family, scope_id, operation, command, actor_kind, after, content_digest, previous_hash, hash) overriding system value
        select -1, at, table_name, record_id, root_name, root_id, family, scope_id, operation, command, 'owner', '{"detail": "Put in"}', content_digest, null, hash from app.history where id = ${middle}`);
      await rehash(tx, -1);
    }, ['it does not follow the entry before it']],
    ['an entry of a record of its own, put in afterwards', async (tx) => {
      await tx.execute(sql`update app.history_seals set sealed_at = sealed_at + interval '2 hours'`);
      await tx.execute(sql`insert into app.history (id, at, table_name, record_id, root_name, root_id, family, operation, command, actor_kind, after, content_digest, hash) overriding system value
        values (-1, now(), 'actions', 'x', 'action', 'x', 'action', 'insert', 'x', 'owner', '{"detail": "Put in"}', '', '')`);
      await rehash(tx, -1);
    }, ['the seals made after it leave it out']],
    ['an entry taken out of its seal', (tx) => tx.execute(sql`delete from app.history_sealed where history_id = ${last}`), ['it holds another number of entries than were sealed']],
    ['a seal that was edited', (tx) => tx.execute(sql`update app.history_seals set sealed_at = sealed_at - interval '1 day' where number = 2`), ['its hash is not that of what it says']],
    ['a seal made anew with what it now holds', async (tx) => {
      await tx.execute(sql`update app.history_seals set entries = entries - 1 where number = 2`);
      await tx.execute(sql`update app.history_seals s set hash = app.seal_hash(s.number, s.sealed_at, s.entries, s.entries_digest, s.previous_hash) where number = 2`);
    }, ['it does not follow the seal before it', 'it holds another number of entries than were sealed']],
    ['a seal that was taken out with all it held', async (tx) => {
      await tx.execute(sql`create temporary table gone on commit drop as select history_id from app.history_sealed where seal_number = 2`);
      await tx.execute(sql`delete from app.history_sealed where seal_number = 2`);
      await tx.execute(sql`delete from app.history where id in (select history_id from gone)`);
      await tx.execute(sql`delete from app.history_seals where number = 2`);
    }, ['a seal before it is missing', 'it does not follow the seal before it']],
    ['a command that was renamed', (tx) => tx.execute(sql`update app.commands set command = 'another' where id = (select command_id from app.history where id = ${middle})`), ['its command is not there, or was another']],
  ];

  test.each(cases)('finds %s', async (_, work, expected) => {
    expect(whats(await tamper(work))).toEqual(expect.arrayContaining(expected));
    expect((await verify()).problems).toEqual([]);
  });

  test('finds each of two hundred edits of one entry, wherever it is', async () => {
    const ids = (await db.owner.select({ id: history.id }).from(history).orderBy(history.id)).map(({ id }) => id);
    const edits = [
      (id: number) => sql`update app.history set after = coalesce(after, '{}') || '{"title": "Never said"}' where id = ${id}`,
      (id: number) => sql`update app.history set command = 'never-done' where id = ${id}`,
      (id: number) => sql`update app.history set operation = 'delete' where id = ${id}`,
      (id: number) => sql`update app.history set record_id = 'x' where id = ${id}`,
      (id: number) => sql`update app.history set previous_hash = hash where id = ${id}`,
      (id: number) => sql`update app.history set content_digest = hash where id = ${id}`,
    ];
    const missed: string[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      const id = ids[(turn * 37) % ids.length]!;
      const found = await tamper((tx) => tx.execute(edits[turn % edits.length]!(id)));
      if (!found.some((problem) => problem.entry === id || problem.seal !== undefined)) missed.push(`edit ${turn % edits.length} of entry ${id}`);
    }
    expect(missed).toEqual([]);
  });
});

describe('npm run history:verify', () => {
  const run = async () => {
    const program = fileURLToPath(new URL('../../scripts/history-verify.ts', import.meta.url));
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, ['--import', 'tsx', program], { env: { ...process.env, DATABASE_OWNER_URL: db.ownerUrl } })) };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  };

  test('counts, and ends well where all is as it was written', async () => {
    const { entries, sealed, unsealed } = await verify();
    const { code, stdout } = await run();
    expect(code).toBe(0);
    for (const number of [entries, sealed, unsealed]) expect(stdout).toContain(number.toLocaleString('en-GB'));
    expect(stdout).toContain('not sealed yet');
  });

  test('names what is wrong, and ends badly', async () => {
    const [one] = await db.owner.select({ id: history.id, hash: history.hash }).from(history).where(eq(history.recordId, written[0]!.id)).limit(1);
    const setHash = (hash: string) => db.owner.transaction(async (tx) => {
      await tx.execute(sql`alter table app.history disable trigger user`);
      await tx.update(history).set({ hash }).where(eq(history.id, one!.id));
      await tx.execute(sql`alter table app.history enable trigger user`);
    });
    await setHash('0'.repeat(64));
    try {
      const { code, stderr } = await run();
      expect(code).toBe(1);
      expect(stderr).toContain(`Entry ${one!.id} (actions ${written[0]!.id}): its hash is not that of what it says`);
    } finally {
      await setHash(one!.hash);
    }
    expect((await verify()).problems).toEqual([]);
  });
});

describe('twenty people writing different records at once', () => {
  test('do not wait for each other, nor for the sealing, and all of it verifies', async () => {
    const before = await db.owner.$count(history);
    const each = 8;
    const mine = await Promise.all(Array.from({ length: 20 }, () => made.anAction(db.owner)));
    let writing = true;
    const sealing = (async () => {
      let sealed = 0;
      while (writing) sealed += await seal(50);
      return sealed;
    })();
    await Promise.all(mine.map(async (action) => {
      for (let turn = 0; turn < each; turn += 1) await saveUpdate(action, `save ${turn}`);
    }));
    writing = false;
    expect(await sealing).toBeGreaterThan(0);
    // One entry for each action made, two for each save.
    expect(await db.owner.$count(history)).toBe(before + 20 + 20 * each * 2);
    expect((await verify()).problems).toEqual([]);
    await seal();
    expect(await verify()).toMatchObject({ unsealed: 0, problems: [] });
  });
});
