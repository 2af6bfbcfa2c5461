import { createHash, randomUUID } from 'node:crypto';
import { and, eq, like, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accounts, commands, conflictsOfInterest, covers, denials, drafts, history, membershipRows, notifications, persons, recordViewReviews, recordViews, reviews, sessions, settings } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { asJob, asVisitor, newId, read, recordDenial, unentered, write, type Command, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland, type CalendarDate } from '@/lib/dates/calendar-date';
import { NotPermitted, SessionEnded, StoreAway } from '@/lib/errors/kinds';
import { blocked, done, refused } from '@/lib/forms/outcome';

const request = vi.hoisted(() => ({ headers: null as Headers | null }));
vi.mock('next/headers', async (original) => ({
  ...(await original<typeof import('next/headers')>()),
  headers: async () => request.headers ?? Promise.reject(new Error('Outside a request')),
}));

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Person = Awaited<ReturnType<typeof made.aPerson>>;
const addPerson: Command = { name: 'add-person', formKey: null, bodyDigest: null };
const named = (name: string) => async (ctx: WriteContext) => {
  await ctx.tx.insert(persons).values({ id: newId(), name });
  return done(name);
};
const countOf = (name: string) => db.owner.$count(persons, eq(persons.name, name));

let unit: Person;
let entry: TestEntry & { accountId: string; sessionId: string };
beforeEach(async () => {
  unit = await made.aMember(db.owner, 'BU');
  entry = await made.enterAs(db.owner, unit);
});

describe('waiting for the database', () => {
  const waits = async () => {
    const from = performance.now();
    await expect(read(entry, (ctx) => ctx.tx.execute(sql`select pg_sleep(3.5)`))).rejects.toBeInstanceOf(StoreAway);
    return performance.now() - from;
  };
  const began = (ago: number) => (request.headers = new Headers({ 'x-crt-began': String(Date.now() - ago) }));
  afterEach(() => {
    request.headers = null;
  });

  test('ends within three seconds of the beginning of the request, not of the transaction', async () => {
    const whole = await waits();
    began(1_500);
    const half = await waits();
    began(4_000);
    const least = await waits();
    expect(whole).toBeLessThan(3_000);
    expect(half).toBeLessThan(whole - 1_200);
    expect(least).toBeLessThan(1_000);
    expect(least).toBeGreaterThan(250);
  });

  test('is no longer for who says that the request has not begun yet', async () => {
    began(-60_000);
    expect(await waits()).toBeLessThan(3_000);
  });
});

describe('reading', () => {
  test('is one snapshot: what is saved meanwhile is not in it', async () => {
    await read(entry, async (ctx) => {
      const before = await ctx.tx.$count(persons);
      await made.aPerson(db.owner);
      expect(await ctx.tx.$count(persons)).toBe(before);
      expect(await db.owner.$count(persons)).toBeGreaterThan(before);
    });
  });

  test('is as the person of the session, with what they hold', async () => {
    const [council, engineRoom] = [await made.anAgency(db.owner), await made.aGroup(db.owner)];
    const person = await made.aPerson(db.owner, { name: 'Sam Okoro' });
    await made.aMembership(db.owner, { person, membership: 'AL', agency: council });
    await made.aMembership(db.owner, { person, membership: 'CH', group: engineRoom });
    const actor = await read(await db.enterAs(person), async (ctx) => ctx.actor);
    expect(actor).toMatchObject({ kind: 'person', personId: person.id, name: 'Sam Okoro', partnership: { isDemonstration: true } });
    expect(actor.memberships.map((held) => [held.membership, held.agencyId, held.groupId]).sort()).toEqual([['AL', council.id, null], ['CH', null, engineRoom.id]]);
  });

  test('writes nothing, also where a query tries to', async () => {
    const attempt = read(entry, async (ctx) => {
      await ctx.tx.execute(sql`insert into app.persons (id, name) values (${newId()}::uuid, 'Written while reading')`);
    });
    await expect(attempt).rejects.toBeInstanceOf(NotPermitted);
    expect(await countOf('Written while reading')).toBe(0);
  });

  test('two people at once on one pool never see through each other’s eyes', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, async () => {
      const own = await made.enterAs(db.owner, await made.aPerson(db.owner));
      await db.owner.insert(drafts).values({ id: randomUUID(), accountId: own.accountId, form: 'own', sealed: own.accountId, keyId: 'test' });
      return own;
    }));
    let failed = 0;
    const one = async (place: number) => {
      const own = people[place % people.length]!;
      try {
        await read(own, async (ctx) => {
          const seen = await ctx.tx.select({ accountId: drafts.accountId }).from(drafts);
          expect(seen).toEqual([{ accountId: own.accountId }]);
          if (place % 3 === 0) throw new Error('cut off');
          if (place % 5 === 0) await ctx.tx.execute(sql`select 1 / 0`);
        });
      } catch (error) {
        if (error instanceof Error && error.name === 'AssertionError') throw error;
        failed += 1;
      }
      expect(await unentered((tx) => tx.$count(drafts))).toBe(0);
    };
    await Promise.all(Array.from({ length: 20 }, async (_, worker) => {
      for (let turn = 0; turn < 15; turn += 1) await one(worker * 15 + turn);
    }));
    expect(failed).toBeGreaterThan(100);
  });
});

describe('a session', () => {
  const cases: [string, () => Promise<unknown>][] = [
    ['ended', () => db.owner.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.id, entry.sessionId))],
    ['past its last hour', () => db.owner.update(sessions).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(sessions.id, entry.sessionId))],
    ['idle for longer than the settings allow', () => db.owner.update(sessions).set({ lastSeenAt: sql`now() - interval '15 minutes 1 second'` }).where(eq(sessions.id, entry.sessionId))],
    ['of a disabled account', () => db.owner.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, entry.accountId))],
  ];

  test.each(cases)('that is %s is refused at the next request, reading and writing', async (_, happens) => {
    expect(await read(entry, async (ctx) => ctx.actor.personId)).toBe(unit.id);
    await happens();
    await expect(read(entry, async () => 'read')).rejects.toBeInstanceOf(SessionEnded);
    await expect(write(entry, addPerson, named('After the end'))).rejects.toBeInstanceOf(SessionEnded);
    expect(await countOf('After the end')).toBe(0);
  });

  test('that is idle for less than that goes on, and is put off by being used', async () => {
    await db.owner.update(sessions).set({ lastSeenAt: sql`now() - interval '14 minutes 50 seconds'` }).where(eq(sessions.id, entry.sessionId));
    await read(entry, async () => 'read');
    const [session] = await db.owner.select().from(sessions).where(eq(sessions.id, entry.sessionId));
    expect(Date.now() - session!.lastSeenAt.getTime()).toBeLessThan(60_000);
  });

  test('that nobody has, or a token that is only like one, opens nothing', async () => {
    for (const tokenHash of ['', 'x', createHash('sha256').update('guess').digest('hex'), `${entry.tokenHash} `, entry.tokenHash.toUpperCase()]) {
      await expect(read({ tokenHash }, async () => 'read')).rejects.toBeInstanceOf(SessionEnded);
    }
  });

  test('is ended with all others of its account, by its owner or by who may change accounts, and by nobody else', async () => {
    const second = await made.enterAs(db.owner, unit);
    const other = await made.enterAs(db.owner, await made.aMember(db.owner, 'EX'));
    const end = (by: TestEntry, account: string) => write(by, { ...addPerson, name: 'end-sessions' }, async (ctx) => done(await ctx.tx.execute(sql`select app.end_sessions(${account}::uuid)`)));
    await expect(end(other, entry.accountId)).rejects.toBeInstanceOf(NotPermitted);
    expect(await read(entry, async () => 'read')).toBe('read');
    await end(second, entry.accountId);
    for (const one of [entry, second]) await expect(read(one, async () => 'read')).rejects.toBeInstanceOf(SessionEnded);
    expect(await read(other, async () => 'read')).toBe('read');
    const administrator = await db.enterAs(await made.aMember(db.owner, 'SA'));
    await end(administrator, other.accountId);
    await expect(read(other, async () => 'read')).rejects.toBeInstanceOf(SessionEnded);
  });

  test('begins only for an account that is open, and as "try it" only in a demonstration', async () => {
    const begin = (account: string, strength: string) =>
      asVisitor(async ({ tx }) => (await tx.execute<{ begun: boolean }>(sql`select app.begin_session(${account}::uuid, ${randomUUID()}, ${strength}) as begun`))[0]!.begun);
    expect(await begin(entry.accountId, 'password')).toBe(true);
    expect(await begin(entry.accountId, 'demonstration')).toBe(true);
    await db.owner.update(accounts).set({ disabledAt: new Date() }).where(eq(accounts.id, entry.accountId));
    expect(await begin(entry.accountId, 'password')).toBe(false);
    expect(await begin(randomUUID(), 'password')).toBe(false);
  });
});

describe('setting a password by a link', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const start = (by: TestEntry, account: string, token: string) =>
    write(by, { ...addPerson, name: 'start-sign-in-link' }, async (ctx) => done(await ctx.tx.execute(sql`select app.start_sign_in_link(${account}::uuid, ${digest(token)}, 30)`)));
  const use = (token: string, password = 'a hash') =>
    asVisitor(async ({ tx }) => (await tx.execute<{ account: string | null }>(sql`select app.use_sign_in_link(${digest(token)}, ${password}) as account`))[0]!.account);
  const found = (email: string) => asVisitor(async ({ tx }) => [...(await tx.execute<{ account_id: string; password_hash: string }>(sql`select * from app.find_sign_in(${email})`))]);

  test('works once, ends every session of the account, and is in its history without the password', async () => {
    const person = await made.aPerson(db.owner);
    const account = await made.anAccount(db.owner, { person, email: `Mixed.Case.${randomUUID()}@Example.invalid` });
    const open = await made.enterAs(db.owner, person);
    await start(entry, account.id, 'first');
    expect(await use('second')).toBeNull();
    expect(await use('first', 'the hash of a password')).toBe(account.id);
    expect(await use('first')).toBeNull();
    await expect(read(open, async () => 'read')).rejects.toBeInstanceOf(SessionEnded);
    expect(await found(account.email.toLowerCase())).toEqual([{ account_id: account.id, password_hash: 'the hash of a password' }]);
    const entries = await db.owner.select().from(history).where(and(eq(history.tableName, 'credentials'), eq(history.recordId, account.id)));
    expect(entries).toMatchObject([{ command: 'set-password', actorKind: 'visitor', operation: 'insert' }]);
    expect(JSON.stringify(entries)).not.toContain('the hash of a password');
  });

  test('a later link replaces an earlier one; an old one is of no use', async () => {
    const account = await made.anAccount(db.owner, { person: await made.aPerson(db.owner) });
    await start(entry, account.id, 'earlier');
    await start(entry, account.id, 'later');
    expect(await use('earlier')).toBeNull();
    await db.owner.execute(sql`update app.sign_in_links set expires_at = now() - interval '1 second' where account_id = ${account.id}::uuid`);
    expect(await use('later')).toBeNull();
  });

  test('nobody starts one for themselves, or without the right to', async () => {
    await expect(start(entry, entry.accountId, 'own')).rejects.toBeInstanceOf(NotPermitted);
    const account = await made.anAccount(db.owner, { person: await made.aPerson(db.owner) });
    await expect(start(await db.enterAs(await made.aMember(db.owner, 'EX')), account.id, 'not theirs')).rejects.toBeInstanceOf(NotPermitted);
  });
});

describe('writing', () => {
  test('is in the history, by whom and by which command', async () => {
    expect(await write(entry, addPerson, named('Asha Rahman'))).toEqual({ kind: 'done', value: 'Asha Rahman' });
    const [person] = await db.owner.select().from(persons).where(eq(persons.name, 'Asha Rahman'));
    const entries = await db.owner.select().from(history).where(eq(history.recordId, person!.id));
    expect(entries).toMatchObject([{ tableName: 'persons', operation: 'insert', command: 'add-person', actorKind: 'person', personId: unit.id, before: null, after: { name: 'Asha Rahman' } }]);
    expect(await db.owner.select().from(commands).where(eq(commands.id, entries[0]!.commandId!))).toMatchObject([{ command: 'add-person', personId: unit.id, accountId: entry.accountId }]);
  });

  test('that is blocked, refused or fails leaves no trace, not even of the command', async () => {
    const before = await db.owner.$count(commands);
    const inserted = async (ctx: WriteContext) => ctx.tx.insert(persons).values({ id: newId(), name: 'Not to stay' });
    expect(await write(entry, addPerson, async (ctx) => { await inserted(ctx); return blocked([{ message: 'Enter a date' }]); })).toEqual({ kind: 'blocked', issues: [{ message: 'Enter a date' }] });
    expect(await write(entry, addPerson, async (ctx) => { await inserted(ctx); return refused('Not yours'); })).toEqual({ kind: 'refused', message: 'Not yours' });
    await expect(write(entry, addPerson, async (ctx) => { await inserted(ctx); throw new Error('A fault'); })).rejects.toThrow('A fault');
    expect(await countOf('Not to stay')).toBe(0);
    expect(await db.owner.$count(commands)).toBe(before);
    expect(await db.owner.$count(history, sql`${history.after} ->> 'name' = 'Not to stay'`)).toBe(0);
  });

  test('with the same form key twenty times at once is one event, and each press leads to the same place', async () => {
    const command = { name: 'add-person', formKey: randomUUID(), bodyDigest: 'same' };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => write(entry, command, named('Pressed often'), () => '/people/pressed')));
    expect(outcomes.filter((outcome) => outcome.kind === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'earlier')).toEqual(Array.from({ length: 19 }, () => ({ kind: 'earlier', same: true, path: '/people/pressed' })));
    expect(await countOf('Pressed often')).toBe(1);
    expect(await db.owner.$count(commands, eq(commands.formKey, command.formKey))).toBe(1);
  });

  test('with the same form key and other content, or by another command, is not done', async () => {
    const command = { name: 'add-person', formKey: randomUUID(), bodyDigest: 'first' };
    await write(entry, command, named('First body'));
    expect(await write(entry, { ...command, bodyDigest: 'second' }, named('Second body'))).toMatchObject({ kind: 'earlier', same: false });
    expect(await write(entry, { ...command, name: 'add-agency' }, named('Second body'))).toMatchObject({ kind: 'earlier', same: false });
    expect(await countOf('Second body')).toBe(0);
  });

  test('with the form key of a press that was refused is done', async () => {
    const command = { name: 'add-person', formKey: randomUUID(), bodyDigest: 'body' };
    await write(entry, command, async () => refused('Not yet'));
    expect(await write(entry, command, named('Then done'))).toMatchObject({ kind: 'done' });
    expect(await countOf('Then done')).toBe(1);
  });

  test('with the form key of somebody else is their own event', async () => {
    const command = { name: 'add-person', formKey: randomUUID(), bodyDigest: 'body' };
    await write(entry, command, named('By both'));
    expect(await write(await db.enterAs(await made.aMember(db.owner, 'BU')), command, named('By both'))).toMatchObject({ kind: 'done' });
    expect(await countOf('By both')).toBe(2);
  });

  test('of two at once, the second sees what the first has saved', async () => {
    const agency = await made.anAgency(db.owner, { position: 0 });
    const raise = () => write(entry, { ...addPerson, name: 'move' }, async (ctx) => {
      const [row] = [...(await ctx.tx.execute<{ position: number }>(sql`select position from app.agencies where id = ${agency.id}::uuid for update`))];
      await ctx.tx.execute(sql`update app.agencies set position = ${row!.position + 1} where id = ${agency.id}::uuid`);
      return done(null);
    });
    await Promise.all(Array.from({ length: 10 }, raise));
    expect([...(await db.owner.execute(sql`select position, version from app.agencies where id = ${agency.id}::uuid`))]).toEqual([{ position: 10, version: 11 }]);
  });

  test('is not for jobs without their work, or visitors', async () => {
    await expect(asVisitor(({ tx }) => tx.execute(sql`insert into app.persons (id, name) values (${newId()}::uuid, 'By a visitor')`))).rejects.toBeInstanceOf(NotPermitted);
    await expect(asJob('clear-limits', ({ tx }) => tx.execute(sql`select app.seal_history(10)`))).rejects.toBeInstanceOf(NotPermitted);
    await expect(asJob('anything', async () => 'done')).rejects.toBeInstanceOf(NotPermitted);
  });
});

describe('who has looked', () => {
  const shown = (reviewId: string) => ({ kind: 'opened' as const, place: '/reviews/[reference]', sensitivity: 'case' as const, reviewIds: [reviewId] });
  const looks = (reviewId: string) => db.owner.$count(recordViewReviews, eq(recordViewReviews.reviewId, reviewId));

  test('is noted in the transaction that shows it, for the person and every review shown', async () => {
    const [review, other] = [await made.aReview(db.owner), await made.aReview(db.owner)];
    await read(entry, async (ctx) => {
      await ctx.recordView({ ...shown(review.id), kind: 'listed', filter: { q: 'neglect' }, reviewIds: [review.id, other.id, review.id] });
      expect(await looks(review.id), 'seen by nobody else before it is committed').toBe(0);
    });
    const rows = await db.owner.select().from(recordViewReviews).innerJoin(recordViews, eq(recordViews.id, recordViewReviews.viewId)).where(eq(recordViewReviews.reviewId, review.id));
    expect(rows.map((row) => row.record_views)).toMatchObject([{ personId: unit.id, sessionId: entry.sessionId, kind: 'listed', place: '/reviews/[reference]', filter: { q: 'neglect' } }]);
    expect(await looks(other.id)).toBe(1);
  });

  test('is gone with a page that failed, and a page fails with a note that does', async () => {
    const review = await made.aReview(db.owner);
    await expect(read(entry, async (ctx) => { await ctx.recordView(shown(review.id)); throw new Error('A fault'); })).rejects.toThrow('A fault');
    expect(await looks(review.id)).toBe(0);
    await expect(read(entry, async (ctx) => { await ctx.recordView({ ...shown(review.id), place: null as never }); return 'page'; })).rejects.toThrow();
  });

  test('nobody notes for somebody else', async () => {
    const review = await made.aReview(db.owner);
    await read(entry, (ctx) => ctx.recordView(shown(review.id)));
    const [view] = await db.owner.select().from(recordViewReviews).where(eq(recordViewReviews.reviewId, review.id));
    const other = await db.enterAs(await made.aMember(db.owner, 'BU'));
    await expect(read(other, (ctx) => ctx.tx.execute(sql`insert into app.record_view_reviews (view_id, review_id) values (${view!.viewId}, ${randomUUID()}::uuid)`))).rejects.toBeInstanceOf(NotPermitted);
    await expect(read(other, (ctx) => ctx.tx.execute(sql`insert into app.record_views (person_id, kind, place, sensitivity) values (${unit.id}::uuid, 'opened', '/', 'case')`))).rejects.toBeInstanceOf(NotPermitted);
  });
});

describe('an attempt at what is not theirs', () => {
  test('is noted by itself, with who it was where that is known', async () => {
    await recordDenial(entry, '/reviews/new-kind');
    await recordDenial(null, '/reviews/new-kind');
    expect((await db.owner.select().from(denials).where(eq(denials.attempt, '/reviews/new-kind')).orderBy(denials.id)).map(({ personId }) => personId)).toEqual([unit.id, null]);
  });

  test('does not say at which record', async () => {
    for (const record of ['RR-2026-7KQ4', 'rr-2026-7kq4', 'RR%2D2026-7KQ4', 'R-015', 'A-014', randomUUID()]) await recordDenial(entry, `/anything/${record}/check?said=${record}`);
    const attempts = (await db.owner.select().from(denials).where(like(denials.attempt, '/anything/%')).orderBy(denials.id)).map(({ attempt }) => attempt);
    expect(attempts).toEqual([...Array.from({ length: 5 }, () => '/anything/[reference]/check'), '/anything/[id]/check']);
  });
});

describe('what takes effect at the next request', () => {
  const seesCase = async (who: TestEntry, reviewId: string) => read(who, async (ctx) => (await ctx.tx.$count(notifications, eq(notifications.reviewId, reviewId))) === 1);
  async function aCase() {
    const review = await made.aReview(db.owner);
    await made.aNotification(db.owner, { review });
    return review;
  }

  test('a membership that ends', async () => {
    const review = await aCase();
    expect(await seesCase(entry, review.id)).toBe(true);
    await db.owner.update(membershipRows).set({ toOn: sql`app.today() - 1` }).where(eq(membershipRows.personId, unit.id));
    expect(await seesCase(entry, review.id)).toBe(false);
    expect(await read(entry, async (ctx) => ctx.actor.memberships)).toEqual([]);
    await expect(write(entry, addPerson, named('After the membership'))).rejects.toBeInstanceOf(NotPermitted);
  });

  test('a place on a list, given and ended', async () => {
    const review = await aCase();
    const panelMember = await made.aPerson(db.owner);
    const theirs = await db.enterAs(panelMember);
    expect(await seesCase(theirs, review.id)).toBe(false);
    const place = await made.aPlace(db.owner, { review, person: panelMember });
    expect(await seesCase(theirs, review.id)).toBe(true);
    await db.owner.execute(sql`update app.review_places set to_on = app.today() - 1 where id = ${place.id}::uuid`);
    expect(await seesCase(theirs, review.id)).toBe(false);
  });

  test('cover: from its first day to its last, and not longer than the membership covered', async () => {
    const review = await aCase();
    const deputy = await made.aPerson(db.owner);
    const theirs = await db.enterAs(deputy);
    const cover = await made.aCover(db.owner, { person: unit, by: deputy, membership: 'BU', fromOn: '2099-01-01' });
    const on = (from: CalendarDate, toOn: CalendarDate | null) => db.owner.update(covers).set({ fromOn: from, toOn }).where(eq(covers.id, cover.id));
    expect(await seesCase(theirs, review.id)).toBe(false);
    await on(today, today);
    expect(await seesCase(theirs, review.id)).toBe(true);
    expect(await read(theirs, async (ctx) => ctx.actor.memberships)).toMatchObject([{ membership: 'BU', personId: unit.id }]);
    await on(addDays(today, -9), addDays(today, -1));
    expect(await seesCase(theirs, review.id)).toBe(false);
    await on(addDays(today, -9), null);
    expect(await seesCase(theirs, review.id)).toBe(true);
    // Cover for one membership gives no other.
    await db.owner.update(covers).set({ membership: 'AU' }).where(eq(covers.id, cover.id));
    expect(await seesCase(theirs, review.id)).toBe(false);
    await db.owner.update(covers).set({ membership: 'BU' }).where(eq(covers.id, cover.id));
    await db.owner.update(membershipRows).set({ toOn: sql`app.today() - 1` }).where(eq(membershipRows.personId, unit.id));
    expect(await seesCase(theirs, review.id)).toBe(false);
  });

  test('an exclusion, which beats the business unit, a place on the list and cover, in reading and in writing', async () => {
    const review = await aCase();
    await made.aPlace(db.owner, { review, person: unit, capacity: 'LR' });
    await made.aCover(db.owner, { person: await made.aMember(db.owner, 'EX'), by: unit, membership: 'EX' });
    const change = () => write(entry, { ...addPerson, name: 'change-notification' }, async (ctx) => {
      const rows = await ctx.tx.update(notifications).set({ outline: 'Changed' }).where(eq(notifications.reviewId, review.id)).returning();
      return done(rows.length);
    });
    expect(await seesCase(entry, review.id)).toBe(true);
    expect(await change()).toEqual({ kind: 'done', value: 1 });
    const exclusion = await made.anExclusion(db.owner, { review, person: unit });
    expect(await seesCase(entry, review.id)).toBe(false);
    expect(await read(entry, (ctx) => ctx.tx.$count(reviews, eq(reviews.id, review.id)))).toBe(0);
    expect(await read(entry, (ctx) => ctx.tx.$count(history, eq(history.scopeId, review.id)))).toBe(0);
    expect(await read(entry, (ctx) => ctx.tx.$count(conflictsOfInterest))).toBe(0);
    expect(await change()).toEqual({ kind: 'done', value: 0 });
    await db.owner.update(conflictsOfInterest).set({ toOn: sql`app.today() - 1` }).where(eq(conflictsOfInterest.id, exclusion.id));
    expect(await seesCase(entry, review.id)).toBe(true);
  });

  test('a change of the settings', async () => {
    await db.owner.update(sessions).set({ lastSeenAt: sql`now() - interval '14 minutes'` }).where(eq(sessions.id, entry.sessionId));
    await db.owner.update(settings).set({ idleMinutes: 10 });
    try {
      await expect(read(entry, async () => 'read')).rejects.toBeInstanceOf(SessionEnded);
    } finally {
      await db.owner.update(settings).set({ idleMinutes: 15 });
    }
  });
});
