import { randomUUID } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { drafts, limits, sessions } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { asJob, asVisitor, read, write } from '@/lib/access/context';
import { SessionEnded } from '@/lib/errors/kinds';
import { done } from '@/lib/forms/outcome';
import { dropDraft, findDraft, keepDraft, listDrafts, parkDraft, throwDraftAway } from './drafts';

const db = aTestDatabase();
const form = 'update-action:one';
const typed = { values: { text: 'Half of the teams are trained', password: 'a secret' }, version: null };
const text = (value: string) => ({ values: { text: value }, version: null });

let entry: TestEntry & { accountId: string; sessionId: string };
let other: TestEntry;
beforeEach(async () => {
  entry = await made.enterAs(db.owner, await made.aMember(db.owner, 'AO'));
  other = await db.enterAs(await made.aMember(db.owner, 'BU'));
});
const find = (who: TestEntry, name = form) => read(who, (ctx) => findDraft(ctx, name));
const end = () => db.owner.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.id, entry.sessionId));
const signInAgain = async () => made.enterAs(db.owner, (await db.owner.execute<{ id: string }>(sql`select person_id as id from app.accounts where id = ${entry.accountId}::uuid`))[0]!.id);

describe('what somebody has typed and not sent', () => {
  test('is theirs alone, and the last of it', async () => {
    await keepDraft(entry, form, text('Half'), '/plan/one');
    await keepDraft(entry, form, typed, '/plan/one');
    expect(await find(entry)).toMatchObject({ values: { text: typed.values.text } });
    expect(await find(other)).toBeNull();
    expect(await read(other, listDrafts)).toEqual([]);
    expect(await read(entry, listDrafts)).toMatchObject([{ form, page: '/plan/one' }]);
  });

  test('comes back with the version that it was typed over', async () => {
    await keepDraft(entry, form, { ...typed, version: '3' }, '/plan/one');
    expect(await find(entry)).toMatchObject({ values: { text: typed.values.text }, version: 3 });
    await keepDraft(entry, form, typed, '/plan/one');
    expect(await find(entry)).toMatchObject({ version: null });
  });

  test('is closed text in the database, and never holds a password', async () => {
    await keepDraft(entry, form, typed, '/plan/one');
    const [row] = await db.owner.select().from(drafts).where(eq(drafts.accountId, entry.accountId));
    expect(row!.sealed).not.toContain('teams');
    expect((await find(entry))!.values).toEqual({ text: typed.values.text });
    // Moved to another form it opens nothing.
    await db.owner.update(drafts).set({ form: 'other-form' }).where(eq(drafts.id, row!.id));
    await expect(find(entry, 'other-form')).rejects.toThrow();
  });

  test('is thrown away by themselves, and only the one they mean', async () => {
    await keepDraft(entry, form, typed, '/plan/one');
    await keepDraft(entry, 'other-form', typed, '/plan/one');
    await keepDraft(other, form, typed, '/plan/one');
    await throwDraftAway(entry, form);
    expect([await find(entry), await find(entry, 'other-form'), await find(other)]).toMatchObject([null, { values: { text: typed.values.text } }, { values: { text: typed.values.text } }]);
  });

  test('is left alone where another key closed it', async () => {
    await keepDraft(entry, form, typed, '/plan/one');
    await db.owner.update(drafts).set({ keyId: 'another' }).where(eq(drafts.accountId, entry.accountId));
    expect(await find(entry)).toBeNull();
  });

  test('is kept by two saves at the same moment, and stays the last of them', async () => {
    const saves = await Promise.all(Array.from({ length: 8 }, (_, turn) => keepDraft(entry, form, text(`Turn ${turn}`), '/plan/one')));
    expect(saves.every((savedAt) => savedAt !== null)).toBe(true);
    expect(await read(entry, listDrafts)).toHaveLength(1);
  });

  test('is not kept under a name that is no form’s, or beyond a length', async () => {
    expect(await keepDraft(entry, "x'; drop", typed, null)).toBeNull();
    expect(await keepDraft(entry, form, text('x'.repeat(300_001)), null)).toBeNull();
    expect(await read(entry, listDrafts)).toEqual([]);
  });

  test('goes with the command that it was for, and stays where that is undone', async () => {
    await keepDraft(entry, form, typed, '/plan/one');
    const command = { name: 'record-update', formKey: null, bodyDigest: null };
    await expect(write(entry, command, async (ctx) => { await dropDraft(ctx, form); throw new Error('A fault'); })).rejects.toThrow();
    expect(await find(entry)).not.toBeNull();
    await write(entry, command, async (ctx) => { await dropDraft(ctx, form); return done(null); });
    expect(await find(entry)).toBeNull();
  });

  test('about what one is kept out of afterwards is not listed, wherever it names it', async () => {
    const lead = await made.aMember(db.owner, 'BU');
    const theirs = await db.enterAs(lead);
    const review = await made.aReview(db.owner, { reference: 'RR-2026-7KQ4' });
    const recommendation = await made.aRecommendation(db.owner, { source: review });
    const action = await made.anAction(db.owner, { sources: [review] });
    const about: [string, string][] = [
      [`record-facts:${review.reference}`, `/reviews/${review.reference}/facts`], [`propose-action:${review.reference}`, `/plan/new?source=${review.reference}`],
      [`change-recommendation:${recommendation.reference}`, `/recommendations/${recommendation.reference}/change`], [`update-action:${action.reference}`, `/plan/${action.reference}`], ['add-person', '/partnership/people/new'],
    ];
    for (const [name, page] of about) await keepDraft(theirs, name, typed, page);
    expect(await read(theirs, listDrafts)).toHaveLength(5);
    await made.anExclusion(db.owner, { review, person: lead });
    expect(await read(theirs, listDrafts)).toMatchObject([{ form: 'add-person' }]);
  });

  test('is cleared after its time by the job for it, and by no other', async () => {
    const long = new Date('2026-01-01');
    const clear = (job: string) => asJob(job, ({ tx }) => tx.delete(drafts).where(lt(drafts.savedAt, long)));
    await keepDraft(entry, form, typed, '/plan/one');
    await keepDraft(entry, 'record-update:another', typed, '/plan/another');
    await db.owner.update(drafts).set({ savedAt: new Date('2025-12-01') }).where(and(eq(drafts.accountId, entry.accountId), eq(drafts.form, form)));
    await clear('clear-limits');
    expect(await read(entry, listDrafts)).toHaveLength(2);
    await clear('clear-drafts');
    expect(await read(entry, listDrafts)).toMatchObject([{ form: 'record-update:another' }]);
  });
});

describe('what a dead session sent', () => {
  test('is kept for the same account, which finds it after signing in, and for nobody else', async () => {
    await end();
    await expect(keepDraft(entry, form, typed, '/plan/one')).rejects.toBeInstanceOf(SessionEnded);
    expect(await parkDraft(entry, form, typed, '/plan/one')).toBe(true);
    await expect(find(entry)).rejects.toBeInstanceOf(SessionEnded);
    expect(await find(other)).toBeNull();
    const again = await signInAgain();
    expect(await find(again)).toMatchObject({ values: { text: typed.values.text } });
    expect(await read(again, listDrafts)).toMatchObject([{ form, page: '/plan/one' }]);
  });

  test('is kept as long as a draft of somebody signed in may be', async () => {
    const long = 'word\n'.repeat(49_000);
    expect(await keepDraft(entry, form, text(long), '/plan/one')).not.toBeNull();
    await end();
    expect(await parkDraft(entry, form, text(`${long}more`), '/plan/one')).toBe(true);
    expect(await find(await signInAgain())).toMatchObject({ values: { text: `${long}more` } });
  });

  test('takes the place of what was saved before, whole', async () => {
    await keepDraft(entry, form, text('Half'), '/plan/one');
    await end();
    await parkDraft(entry, form, typed, '/plan/one');
    expect(await find(await signInAgain())).toMatchObject({ values: { text: typed.values.text } });
  });

  test('is thrown away with a token that was never a session, or that ended days ago', async () => {
    expect(await parkDraft({ tokenHash: randomUUID() }, form, typed, '/')).toBe(false);
    await db.owner.update(sessions).set({ endedAt: sql`now() - interval '3 days'` }).where(eq(sessions.id, entry.sessionId));
    expect(await parkDraft(entry, form, typed, '/')).toBe(false);
    expect(await db.owner.$count(drafts, eq(drafts.accountId, entry.accountId))).toBe(0);
  });

  test('is kept at most thirty times an hour, and no larger than a form', async () => {
    await end();
    const park = (text: string) => asVisitor(async ({ tx }) => (await tx.execute<{ parked: boolean }>(sql`select app.park_draft(${entry.tokenHash}, ${form}, ${text}, 'key', '/') as parked`))[0]!.parked);
    expect(await park('x'.repeat(600_001))).toBe(false);
    const outcomes: boolean[] = [];
    for (let turn = 0; turn < 32; turn += 1) outcomes.push(await park('text'));
    expect(outcomes.filter(Boolean)).toHaveLength(30);
    await db.owner.update(limits).set({ resetsAt: sql`now() - interval '1 second'` }).where(eq(limits.key, `park:${entry.accountId}`));
    expect(await park('text')).toBe(true);
  });
});
