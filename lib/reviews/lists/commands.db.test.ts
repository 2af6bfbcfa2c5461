import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { identities, listRemovals, reviewPlaces, reviews, sources } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { listTimeline } from '@/lib/history/queries';
import { listMessages } from '@/lib/notifications/queries';
import { grantPlace } from '@/lib/reviews/commands';
import { endPlace, putBackOnList, takeEmergencyPlace, takeOffList } from '@/lib/reviews/lists/commands';
import { listAllPlaces } from '@/lib/reviews/lists/queries';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Member = { id: string; name: string; entry: TestEntry };
let unit: Member, other: Member, chair: Member, scrutineer: Member, lead: Member, director: Member;

const enters = async (person: { id: string; name: string }): Promise<Member> => ({ id: person.id, name: person.name, entry: await db.enterAs(person) });
const member = async (...given: Parameters<typeof made.aMember> extends [unknown, ...infer Rest] ? Rest : never) => enters(await made.aMember(db.owner, ...given));

beforeAll(async () => {
  [unit, other, chair, scrutineer, lead, director] = [await member('BU'), await member('BU'), await member('EX'), await member('IS'), await member('CL'), await member('EX')];
  await made.aMembership(db.owner, { person: chair.id, membership: 'CH', group: await made.aGroup(db.owner, { kind: 'executive' }) });
});

const run = <T,>(who: Member, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) => write(who.entry, { name, formKey: null, bodyDigest: null }, command);
const takeOff = (who: Member, person: Member, { reference }: { reference: string }) => run(who, 'take-off-list', (ctx) => takeOffList(ctx, { reference, person: person.id, reason: 'Worked with the family' }));
const takePlace = (who: Member, { reference }: { reference: string }) => run(who, 'take-emergency-place', (ctx) => takeEmergencyPlace(ctx, { reference, reason: 'The court asks today' }));
const sees = (who: Member, review: { id: string }) => read(who.entry, async (ctx) => [(await ctx.tx.$count(reviews, eq(reviews.id, review.id))) === 1, (await ctx.tx.$count(identities, eq(identities.reviewId, review.id))) === 1]);
const told = (who: Member) => read(who.entry, async (ctx) => (await listMessages(ctx, 200)).map((message) => message.message));
const aCase = async (given: Parameters<typeof made.aReview>[1] = {}) => {
  const review = await made.aReview(db.owner, given);
  await made.anIdentity(db.owner, { review });
  return review;
};

describe('a member of the business unit', () => {
  it('is taken off a list by another, told so without its name, and sees neither case nor names until they are put back', async () => {
    const review = await aCase();
    expect(await sees(other, review)).toEqual([true, true]);
    expect(await takeOff(unit, other, review)).toMatchObject({ kind: 'done' });
    expect(await sees(other, review)).toEqual([false, false]);
    expect(await told(other)).toContain(`You were taken off the list of one review. Speak to ${unit.name}`);
    expect((await read(unit.entry, (ctx) => listTimeline(ctx, 'review', review.id, { names: new Map(), words: {} })))[0]?.sentence).toBe(`${unit.name} took somebody of the business unit off the list`);
    expect(await takeOff(unit, other, review)).toMatchObject({ kind: 'blocked' });
    const [removal] = await db.owner.select().from(listRemovals).where(eq(listRemovals.reviewId, review.id));
    const putBack = (who: Member) => run(who, 'put-back-on-list', (ctx) => putBackOnList(ctx, { reference: review.reference, removal: removal!.id, version: removal!.version, reason: 'Needed again' }));
    await expect(putBack(other)).rejects.toThrow(NotFound);
    expect(await putBack(unit)).toMatchObject({ kind: 'done' });
    expect(await sees(other, review)).toEqual([true, true]);
  });

  it('taken off the list of a published review sees its spine like everybody, and not who the child is', async () => {
    const review = await aCase({ published: true });
    await takeOff(unit, other, review);
    expect(await sees(other, review)).toEqual([true, false]);
  });

  it('is taken off by the business unit alone, and nobody of another membership is', async () => {
    const review = await aCase();
    expect(await takeOff(director, other, review)).toMatchObject({ kind: 'refused' });
    expect(await takeOff(unit, director, review)).toMatchObject({ kind: 'blocked', issues: [{ field: 'person' }] });
    expect(await takeOff(unit, unit, review)).toMatchObject({ kind: 'blocked' });
    await expect(takeOff(lead, other, review)).rejects.toThrow(NotFound);
  });
});

describe('an emergency place', () => {
  it('is taken for 72 hours with a reason, told to chair and scrutineer at once, and ends by itself', async () => {
    const review = await aCase();
    await takeOff(unit, other, review);
    expect(await takePlace(other, review)).toMatchObject({ kind: 'done' });
    expect(await sees(other, review)).toEqual([true, true]);
    for (const who of [chair, scrutineer]) expect(await told(who)).toContain(`${review.reference}: somebody of the business unit took an emergency place on its list`);
    expect(await told(director)).toEqual([]);
    const [place] = await read(unit.entry, (ctx) => listAllPlaces(ctx, review.id));
    expect(place).toMatchObject({ personId: other.id, capacity: 'BU', reason: 'The court asks today', grantedBy: null, isOver: false });
    expect(Math.round((place!.endsAt!.getTime() - Date.now()) / 3_600_000)).toBe(72);
    expect((await read(scrutineer.entry, (ctx) => listTimeline(ctx, 'review', review.id, { names: new Map(), words: {} })))[0]?.sentence).toBe(`${other.name} took an emergency place on the list`);
    await db.owner.update(reviewPlaces).set({ endsAt: sql`now() - interval '1 second'` }).where(and(eq(reviewPlaces.reviewId, review.id), isNotNull(reviewPlaces.endsAt)));
    expect(await sees(other, review)).toEqual([false, false]);
  });

  it('is never for somebody excluded, for whom it answers as where there is no such review', async () => {
    const review = await aCase();
    await takeOff(unit, other, review);
    await made.anExclusion(db.owner, { review, person: other.id });
    const absent = await takePlace(other, { reference: 'RR-2026-ZZZZ' });
    expect(absent).toMatchObject({ kind: 'blocked', issues: [{ field: 'reference' }] });
    expect(await takePlace(other, review)).toEqual(absent);
    expect(await takePlace(unit, review)).toEqual(absent);
    expect(await db.owner.$count(reviewPlaces, eq(reviewPlaces.reviewId, review.id))).toBe(0);
    expect(await takePlace(director, review)).toMatchObject({ kind: 'refused' });
  });

  it('is ended by somebody else before its time', async () => {
    const review = await aCase();
    await takeOff(unit, other, review);
    await takePlace(other, review);
    const [place] = await read(unit.entry, (ctx) => listAllPlaces(ctx, review.id));
    const end = (who: Member) => run(who, 'end-place', (ctx) => endPlace(ctx, { reference: review.reference, place: place!.id, version: place!.version }));
    expect(await end(other)).toMatchObject({ kind: 'refused' });
    expect(await end(unit)).toMatchObject({ kind: 'done' });
    expect(await sees(other, review)).toEqual([false, false]);
    expect(await end(unit)).toMatchObject({ kind: 'blocked' });
  });
});

describe('a place on a list', () => {
  it('given again begins when the one before it ends, and is never made longer', async () => {
    const review = await aCase();
    const give = (days: number) => run(unit, 'grant-place', (ctx) => grantPlace(ctx, { reference: review.reference, person: lead.id, capacity: 'RP', reason: 'Joins the panel', toOn: addDays(today, days) }));
    expect(await give(30)).toMatchObject({ kind: 'done' });
    expect(await give(30)).toMatchObject({ kind: 'blocked', issues: [{ field: 'toOn' }] });
    expect(await give(60)).toMatchObject({ kind: 'done' });
    const places = await read(unit.entry, (ctx) => listAllPlaces(ctx, review.id));
    expect(places.map((place) => [place.fromOn, place.toOn])).toEqual([[addDays(today, 31), addDays(today, 60)], [today, addDays(today, 30)]]);
  });

  it('without an end of its own ends thirty days after its review is closed; one with an end keeps it', async () => {
    const review = await aCase();
    await made.aPlace(db.owner, { review, person: lead.id, capacity: 'CL' });
    await made.aPlace(db.owner, { review, person: director.id, capacity: 'RP', toOn: addDays(today, 90) });
    const ends = async () => (await read(unit.entry, (ctx) => listAllPlaces(ctx, review.id))).map((place) => [place.capacity, place.toOn]).sort();
    await db.owner.update(sources).set({ undertakenFrom: '2026-01-08' }).where(eq(sources.id, review.id));
    expect(await ends()).toEqual([['CL', null], ['RP', addDays(today, 90)]]);
    await db.owner.update(sources).set({ completedFrom: '2026-02-02' }).where(eq(sources.id, review.id));
    expect(await ends()).toEqual([['CL', addDays(today, 30)], ['RP', addDays(today, 90)]]);
  });

  it('is ended at once, and its holder told without the name of the review', async () => {
    const review = await aCase();
    const place = await made.aPlace(db.owner, { review, person: lead.id, capacity: 'CL', toOn: addDays(today, 30) });
    expect(await sees(lead, review)).toEqual([true, true]);
    expect(await run(unit, 'end-place', (ctx) => endPlace(ctx, { reference: review.reference, place: place.id, version: place.version }))).toMatchObject({ kind: 'done' });
    expect(await sees(lead, review)).toEqual([false, false]);
    expect(await told(lead)).toContain('Your place on the list of one review has ended');
    expect((await told(lead)).filter((message) => message.includes(review.reference))).toEqual([]);
    await expect(run(lead, 'end-place', (ctx) => endPlace(ctx, { reference: review.reference, place: place.id, version: 2 }))).rejects.toThrow(NotFound);
  });
});
