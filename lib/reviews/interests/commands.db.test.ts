import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { conflictsOfInterest, decisionViews, history, outbox, recommendations, reviews } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, asCalendarDate as day, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { listTimeline } from '@/lib/history/queries';
import { listMessages } from '@/lib/notifications/queries';
import { acceptRecommendation } from '@/lib/recommendations/commands';
import { giveView } from '@/lib/reviews/decisions/commands';
import { confirmInterest, declareForAnother, declareInterest, endInterest } from '@/lib/reviews/interests/commands';
import { findSteppingBack, listInterests } from '@/lib/reviews/interests/queries';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Member = { id: string; name: string; entry: TestEntry };
let council: { id: string }, health: { id: string };
let unit: Member, director: Member, deputy: Member, nurse: Member, chair: Member, engineRoom: Member, agencyLead: Member;

const enters = async (person: { id: string; name: string }): Promise<Member> => ({ id: person.id, name: person.name, entry: await db.enterAs(person) });
const member = async (...given: Parameters<typeof made.aMember> extends [unknown, ...infer Rest] ? Rest : never) => enters(await made.aMember(db.owner, ...given));

beforeAll(async () => {
  [council, health] = [await made.aSafeguardingPartner(db.owner), await made.aSafeguardingPartner(db.owner)];
  [unit, director, nurse, chair, engineRoom, agencyLead] = [await member('BU'), await member('EX', { votesFor: council }), await member('EX', { votesFor: health }), await member('IS'), await member('ER'), await member('AL')];
  await made.aMembership(db.owner, { person: chair.id, membership: 'CH', group: await made.aGroup(db.owner, { kind: 'executive' }) });
  deputy = await enters(await made.aPerson(db.owner));
  await made.aCover(db.owner, { person: director.id, by: deputy.id, membership: 'EX', setBy: director.id });
});

const run = <T,>(who: Member, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) => write(who.entry, { name, formKey: null, bodyDigest: null }, command);
const interest = (review: { reference: string }, outcome: 'stays' | 'steps_back' | 'excluded') => ({ reference: review.reference, outcome, reason: 'Supervised the practitioner' });
const declare = (who: Member, review: { reference: string }, outcome: 'stays' | 'steps_back' | 'excluded') => run(who, 'declare-interest', (ctx) => declareInterest(ctx, interest(review, outcome)));
const declareFor = (who: Member, person: Member, review: { reference: string }, outcome: 'stays' | 'steps_back' | 'excluded') => run(who, 'declare-interest-of-another', (ctx) => declareForAnother(ctx, { ...interest(review, outcome), person: person.id }));
const sees = (who: Member, review: { id: string }) => read(who.entry, async (ctx) => (await ctx.tx.$count(reviews, eq(reviews.id, review.id))) === 1);
const told = (who: Member) => read(who.entry, async (ctx) => (await listMessages(ctx, 200)).map((message) => message.message));
const only = async (review: { id: string }, person: Member) => (await db.owner.select().from(conflictsOfInterest).where(and(eq(conflictsOfInterest.reviewId, review.id), eq(conflictsOfInterest.personId, person.id))))[0]!;
const confirm = async (who: Member, review: { id: string; reference: string }, person: Member) => {
  const { id, version } = await only(review, person);
  return run(who, 'confirm-interest', (ctx) => confirmInterest(ctx, { reference: review.reference, interest: id, version }));
};
const end = async (who: Member, review: { id: string; reference: string }, person: Member) => {
  const { id, version } = await only(review, person);
  return run(who, 'end-interest', (ctx) => endInterest(ctx, { reference: review.reference, interest: id, version, reason: 'It was somebody else' }));
};

describe('declaring one’s own conflict of interest', () => {
  it('takes the review out of one’s own sight where one is excluded, with one’s own entries in its history, and stays on record for the others', async () => {
    const review = await made.aReview(db.owner);
    expect(await declare(unit, review, 'stays')).toMatchObject({ kind: 'done', value: { hidden: false } });
    expect(await read(unit.entry, (ctx) => listTimeline(ctx, 'review', review.id, { names: new Map(), words: {} }))).not.toEqual([]);
    expect(await declare(unit, review, 'excluded')).toMatchObject({ kind: 'done', value: { hidden: true } });
    expect(await sees(unit, review)).toBe(false);
    expect(await read(unit.entry, (ctx) => ctx.tx.$count(history, eq(history.scopeId, review.id)))).toBe(0);
    expect(await read(unit.entry, (ctx) => listInterests(ctx, review.id))).toEqual([]);
    const shown = await read(director.entry, (ctx) => listInterests(ctx, review.id));
    expect(shown.map((one) => [one.outcome, one.person, one.state])).toEqual([['excluded', unit.name, 'in_force'], ['stays', unit.name, 'in_force']]);
    expect((await read(director.entry, (ctx) => listTimeline(ctx, 'review', review.id, { names: new Map(), words: {} }))).map((entry) => entry.sentence)).toContain(`${unit.name} declared a conflict of interest`);
    await expect(declare(unit, review, 'stays')).rejects.toThrow(NotFound);
    await expect(end(unit, review, unit)).rejects.toThrow(NotFound);
  });

  it('is once for each outcome', async () => {
    const review = await made.aReview(db.owner);
    await declare(director, review, 'stays');
    expect(await declare(director, review, 'stays')).toMatchObject({ kind: 'blocked', issues: [{ field: 'outcome' }] });
  });

  it('is for whoever sees the review, and answers everybody else as if there were none', async () => {
    await expect(declare(agencyLead, await made.aReview(db.owner), 'excluded')).rejects.toThrow(NotFound);
  });
});

describe('stepping back', () => {
  it('leaves the review to be seen and its decisions to one’s deputy, in person and recorded by the business unit', async () => {
    const review = await made.aReview(db.owner);
    const decision = await made.aDecision(db.owner, { review });
    await declare(director, review, 'steps_back');
    expect(await sees(director, review)).toBe(true);
    expect(await read(director.entry, (ctx) => findSteppingBack(ctx, review.id))).toEqual({ deputies: [deputy.name] });
    const view = { decision: decision.id, version: 0, agency: council.id, view: 'lcspr' as const, reason: 'Because', givenOn: day('2026-03-03'), how: 'in_person' as const, saidBy: null, howNote: null };
    expect(await run(director, 'give-partner-view', (ctx) => giveView(ctx, view))).toMatchObject({ kind: 'refused', message: expect.stringContaining(deputy.name) });
    const said = { ...view, how: 'meeting' as const, howNote: 'Minute 4' };
    expect(await run(unit, 'give-partner-view', (ctx) => giveView(ctx, { ...said, saidBy: director.id }))).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect(await run(unit, 'give-partner-view', (ctx) => giveView(ctx, { ...said, saidBy: deputy.id }))).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(decisionViews).where(eq(decisionViews.decisionId, decision.id))).toMatchObject([{ givenById: deputy.id, givenForId: director.id, how: 'meeting' }]);
    expect(await run(deputy, 'give-partner-view', (ctx) => giveView(ctx, { ...view, version: 1 }))).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(decisionViews).where(eq(decisionViews.decisionId, decision.id))).toMatchObject([{ givenById: deputy.id, givenForId: director.id, how: 'in_person' }]);
  });

  it('keeps one from accepting a recommendation of the review, and not from those of others', async () => {
    const [review, other] = [await made.aReview(db.owner), await made.aReview(db.owner)];
    for (const one of [review, other]) await made.aPlace(db.owner, { review: one, person: engineRoom.id, capacity: 'ER' });
    const accept = async (source: { id: string }) => {
      const { reference } = await made.aRecommendation(db.owner, { source });
      return run(engineRoom, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, { reference, version: 1, acceptance: 'accepted', reason: null, acceptedOn: day('2026-03-03'), how: 'in_person', howNote: null, group: null }));
    };
    await made.aGroup(db.owner, { kind: 'engine_room' });
    await declare(engineRoom, review, 'steps_back');
    expect(await accept(review)).toMatchObject({ kind: 'refused', message: expect.stringMatching(/stepped back/) });
    expect(await accept(other)).toMatchObject({ kind: 'done' });
    expect(await db.owner.$count(recommendations, and(eq(recommendations.reviewId, review.id), eq(recommendations.acceptance, 'accepted')))).toBe(0);
  });
});

describe('declaring somebody else’s', () => {
  it('holds at once, tells them without naming it, and stands when the chair and a partner have confirmed it', async () => {
    const review = await made.aReview(db.owner);
    await db.owner.insert(outbox).values({ id: crypto.randomUUID(), toPersonId: nurse.id, message: `${review.reference}: something of before`, recordName: 'review', recordId: review.id, path: '/' });
    expect(await declareFor(unit, nurse, review, 'excluded')).toMatchObject({ kind: 'done' });
    expect(await sees(nurse, review)).toBe(false);
    expect(await told(nurse)).toContain(`You are excluded from one matter. Speak to ${unit.name}`);
    expect((await told(nurse)).filter((message) => message.includes(review.reference))).toEqual([]);
    for (const confirmer of [chair, director]) expect(await told(confirmer)).toContain(`${review.reference}: a conflict of interest waits for your confirmation`);
    expect(await confirm(unit, review, nurse)).toMatchObject({ kind: 'refused' });
    await expect(confirm(nurse, review, nurse)).rejects.toThrow(NotFound);
    expect(await confirm(chair, review, nurse)).toMatchObject({ kind: 'done' });
    expect(await confirm(chair, review, nurse)).toMatchObject({ kind: 'refused' });
    expect(await confirm(director, review, nurse)).toMatchObject({ kind: 'done' });
    expect(await only(review, nurse)).toMatchObject({ chairConfirmedById: chair.id, partnerConfirmedById: director.id });
    await db.owner.update(conflictsOfInterest).set({ confirmBy: '2026-01-08', fromOn: '2026-01-02' }).where(eq(conflictsOfInterest.reviewId, review.id));
    expect(await sees(nurse, review)).toBe(false);
  });

  it('lapses by itself after its last day where one of the two is missing', async () => {
    const review = await made.aReview(db.owner);
    await declareFor(unit, nurse, review, 'excluded');
    await confirm(chair, review, nurse);
    const { confirmBy } = await only(review, nurse);
    expect(confirmBy! > today).toBe(true);
    const set = (day: string) => db.owner.update(conflictsOfInterest).set({ confirmBy: day, fromOn: '2026-01-02' }).where(eq(conflictsOfInterest.reviewId, review.id));
    await set(today);
    expect(await sees(nurse, review)).toBe(false);
    await set(addDays(today, -1));
    expect(await sees(nurse, review)).toBe(true);
    expect(await read(nurse.entry, (ctx) => listInterests(ctx, review.id))).toEqual([]);
    expect(await confirm(director, review, nurse)).toMatchObject({ kind: 'refused' });
  });

  it('is for the business unit and the Executive, of somebody else, and is ended by one of them', async () => {
    const review = await made.aReview(db.owner);
    await made.aPlace(db.owner, { review, person: engineRoom.id, capacity: 'ER' });
    expect(await declareFor(engineRoom, nurse, review, 'stays')).toMatchObject({ kind: 'refused' });
    expect(await declareFor(director, director, review, 'excluded')).toMatchObject({ kind: 'blocked', issues: [{ field: 'person' }] });
    await declareFor(director, engineRoom, review, 'excluded');
    expect(await sees(engineRoom, review)).toBe(false);
    expect(await end(unit, review, engineRoom)).toMatchObject({ kind: 'done' });
    expect(await sees(engineRoom, review)).toBe(true);
    expect(await end(unit, review, engineRoom)).toMatchObject({ kind: 'refused' });
  });
});
