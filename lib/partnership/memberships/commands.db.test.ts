import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { history, membershipRows, outbox } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, NotPermitted, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { confirmMembership, endMembership, grantMembership } from '@/lib/partnership/memberships/commands';
import { confirmMembershipInput, endMembershipInput, grantMembershipInput } from '@/lib/partnership/memberships/input';
import { listGrantsToConfirm } from '@/lib/partnership/memberships/queries';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Person = Awaited<ReturnType<typeof made.aPerson>>;
let priya: Person, executive: Person, administrator: Person;
let unit: TestEntry, member: TestEntry, keeper: TestEntry, engineRoom: TestEntry;

beforeAll(async () => {
  priya = await made.aMember(db.owner, 'BU', { name: 'Priya Nair' });
  executive = await made.aMember(db.owner, 'EX', { name: 'Helen Whitaker' });
  administrator = await made.aMember(db.owner, 'SA');
  unit = await db.enterAs(priya);
  member = await db.enterAs(executive);
  keeper = await db.enterAs(administrator);
  engineRoom = await db.enterAs(await made.aMember(db.owner, 'ER'));
});

const run = <T>(entry: TestEntry, name: string, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(entry, { name, formKey: randomUUID(), bodyDigest: null }, work);
const grant = (entry: TestEntry, person: { id: string }, given: Record<string, unknown>) =>
  run(entry, 'grant-membership', (ctx) => grantMembership(ctx, grantMembershipInput.parse({ personId: person.id, fromOn: 'today', ...given })));
const rowsOf = (person: { id: string }) => db.owner.select().from(membershipRows).where(eq(membershipRows.personId, person.id));
const commandsOf = async (id: string) => (await db.owner.select({ command: history.command }).from(history).where(eq(history.recordId, id)).orderBy(history.id)).map((row) => row.command);
const told = async (person: { id: string }) => (await db.owner.select().from(outbox).where(eq(outbox.toPersonId, person.id))).map((row) => row.message);

describe('granting a membership', () => {
  test('gives it, tells the person, and is in the history', async () => {
    const person = await made.aPerson(db.owner);
    const agency = await made.anAgency(db.owner, { name: 'Example NHS Trust' });
    expect(await grant(unit, person, { membership: 'AL', agencyOfAL: agency.id })).toMatchObject({ kind: 'done', value: { waits: false } });
    const [row] = await rowsOf(person);
    expect(row).toMatchObject({ membership: 'AL', agencyId: agency.id, fromOn: today, grantedById: priya.id, needsSecond: false });
    expect(await commandsOf(row!.id)).toEqual(['grant-membership']);
    expect(await told(person)).toEqual([expect.stringContaining('Agency lead, Example NHS Trust')]);
  });

  test('tells the chair of the Executive of a new Engine Room member', async () => {
    const chair = await made.aMember(db.owner, 'CH', { group: await made.aGroup(db.owner, { kind: 'executive' }) });
    await grant(unit, await made.aPerson(db.owner, { name: 'Sam Okoro' }), { membership: 'ER' });
    expect(await told(chair)).toEqual([expect.stringContaining('Sam Okoro')]);
  });

  test('is refused to oneself, and to those who may not grant it', async () => {
    expect(await grant(unit, priya, { membership: 'ER' })).toMatchObject({ kind: 'refused', message: expect.stringContaining('themselves') });
    expect(await grant(member, await made.aPerson(db.owner), { membership: 'ER' })).toMatchObject({ kind: 'refused' });
    expect(await grant(engineRoom, await made.aPerson(db.owner), { membership: 'OB' })).toMatchObject({ kind: 'refused' });
    await expect(grant(unit, { id: randomUUID() }, { membership: 'OB' })).rejects.toBeInstanceOf(NotFound);
  });

  test('says that an administrator holds nothing else, before the database does', async () => {
    expect(await grant(unit, administrator, { membership: 'ER' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'membership' }] });
    const person = await made.aMember(db.owner, 'ER');
    expect(await grant(unit, person, { membership: 'SA' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'membership' }] });
  });

  test('names one decision-maker for a safeguarding partner', async () => {
    const partner = await made.aSafeguardingPartner(db.owner);
    await made.aMember(db.owner, 'EX', { votesFor: partner });
    expect(await grant(unit, await made.aPerson(db.owner), { membership: 'EX', votesFor: partner.id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'votesFor' }] });
    expect(await grant(unit, await made.aPerson(db.owner), { membership: 'EX', votesFor: (await made.anAgency(db.owner)).id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'votesFor' }] });
  });
});

describe('what two people give', () => {
  const waiting = async () => {
    const person = await made.aPerson(db.owner);
    expect(await grant(unit, person, { membership: 'EX' })).toMatchObject({ kind: 'done', value: { waits: true } });
    return { person, row: (await rowsOf(person))[0]! };
  };
  const confirm = (entry: TestEntry, row: { id: string; version: number }) =>
    run(entry, 'confirm-membership', (ctx) => confirmMembership(ctx, confirmMembershipInput.parse({ membershipId: row.id, version: String(row.version) })));

  test('is nothing until a second person confirms it', async () => {
    const { person, row } = await waiting();
    const entry = await db.enterAs(person);
    expect(await read(entry, async (ctx) => ctx.actor.memberships)).toEqual([]);
    expect((await read(member, (ctx) => listGrantsToConfirm(ctx))).map((each) => each.id)).toContain(row.id);
    expect((await read(unit, (ctx) => listGrantsToConfirm(ctx))).map((each) => each.id)).not.toContain(row.id);
    expect(await confirm(member, row)).toMatchObject({ kind: 'done' });
    expect((await read(entry, async (ctx) => ctx.actor.memberships)).map((held) => held.membership)).toEqual(['EX']);
    expect(await commandsOf(row.id)).toEqual(['grant-membership', 'confirm-membership']);
  });

  test('is not confirmed by whoever granted it, nor by somebody without the right', async () => {
    const { row } = await waiting();
    expect(await confirm(unit, row)).toMatchObject({ kind: 'refused' });
    await expect(confirm(engineRoom, row)).rejects.toBeInstanceOf(NotFound);
    expect(await confirm(keeper, row)).toMatchObject({ kind: 'done' });
    await expect(confirm(member, row)).rejects.toBeInstanceOf(StaleVersion);
  });

  test('is not passed by a statement of one’s own: the database refuses too', async () => {
    const person = await made.aPerson(db.owner);
    const alone = run(unit, 'grant-membership', async (ctx) => {
      await ctx.tx.execute(sql`insert into app.memberships (id, person_id, membership, from_on, granted_by_id, needs_second) values (${randomUUID()}::uuid, ${person.id}::uuid, 'EX', ${today}, ${priya.id}::uuid, false)`);
      return { kind: 'done', value: null };
    });
    await expect(alone).rejects.toBeInstanceOf(NotPermitted);
  });
});

describe('ending a membership', () => {
  const end = (entry: TestEntry, row: { id: string; version: number }, given: Record<string, unknown> = {}) =>
    run(entry, 'end-membership', (ctx) => endMembership(ctx, endMembershipInput.parse({ membershipId: row.id, version: String(row.version), when: 'now', reason: 'Moved on', ...given })));

  test('at once takes it from an open session', async () => {
    const person = await made.aMember(db.owner, 'TF');
    const entry = await db.enterAs(person);
    const [row] = await rowsOf(person);
    expect(await end(unit, row!)).toMatchObject({ kind: 'done' });
    expect((await rowsOf(person))[0]).toMatchObject({ toOn: addDays(today, -1), endedById: priya.id, endedReason: 'Moved on' });
    expect(await read(entry, async (ctx) => ctx.actor.memberships)).toEqual([]);
    expect(await commandsOf(row!.id)).toContain('end-membership');
  });

  test('is not theirs who could not grant it, and is not there for those who cannot see it', async () => {
    const [row] = await rowsOf(await made.aMember(db.owner, 'TF'));
    expect(await end(keeper, row!)).toMatchObject({ kind: 'refused' });
    await expect(end(engineRoom, row!)).rejects.toBeInstanceOf(NotFound);
  });

  test('leaves somebody to run the process', async () => {
    const [row] = await rowsOf(priya);
    expect(await end(member, row!)).toMatchObject({ kind: 'blocked' });
  });
});
