import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { actionRequests, actions, decisions, dueMoves, history, outbox } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { getAction, listActions, listMyActions } from '@/lib/plan/queries';
import { answerRequest, askForDate, askForException, askForHelp, proposeClosing, reopenAction } from './commands';
import { answerInput, askForDateInput, askForHelpInput, proposeClosingInput, reopenInput } from './input';

const db = aTestDatabase();
const today = todayInEngland(new Date());
const [later, evenLater] = [addDays(today, 90), addDays(today, 120)];

type Person = Awaited<ReturnType<typeof made.aPerson>>;
let priya: Person, mo: Person, engine: Person, marcus: Person, eleanor: Person;
let unit: TestEntry, owner: TestEntry, checker: TestEntry, chair: TestEntry, executiveChair: TestEntry, other: TestEntry, scrutineer: TestEntry;
let group: Awaited<ReturnType<typeof made.aGroup>>;

beforeAll(async () => {
  group = await made.aGroup(db.owner, { kind: 'engine_room' });
  priya = await made.aMember(db.owner, 'BU', { name: 'Priya Nair' });
  mo = await made.aPerson(db.owner, { name: 'Mo Field' });
  engine = await made.aMember(db.owner, 'ER');
  marcus = await made.aMember(db.owner, 'CH', { group, name: 'Marcus Bell' });
  eleanor = await made.aMember(db.owner, 'IS');
  await made.aMembership(db.owner, { person: eleanor, membership: 'CH', group: await made.aGroup(db.owner, { kind: 'executive' }) });
  [unit, owner, checker, chair, executiveChair] = [await db.enterAs(priya), await db.enterAs(mo), await db.enterAs(engine), await db.enterAs(marcus), await db.enterAs(eleanor)];
  other = await db.enterAs(await made.aMember(db.owner, 'AO'));
  scrutineer = await db.enterAs(await made.aMember(db.owner, 'IS'));
});

const run = <T>(entry: TestEntry, name: string, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(entry as never, { name, formKey: randomUUID(), bodyDigest: null }, work);
const owned = (given: Parameters<typeof made.anAction>[1] = {}) => made.anAction(db.owner, { owner: mo, group, dueOn: addDays(today, 60), ...given });
const row = async (action: { id: string }) => (await db.owner.select().from(actions).where(eq(actions.id, action.id)))[0]!;
const told = async (action: { id: string }) => (await db.owner.select().from(outbox).where(eq(outbox.recordId, action.id))).map((message) => message.toPersonId);
const commandsOf = async (action: { id: string }) => [...new Set((await db.owner.select({ command: history.command }).from(history).where(eq(history.rootId, action.id)).orderBy(history.id)).map((entry) => entry.command))];
const asked = async (action: { id: string }) => (await db.owner.select().from(actionRequests).where(eq(actionRequests.actionId, action.id)))[0]!;
const answer = async (entry: TestEntry, action: { id: string; reference: string }, given: Record<string, unknown> = {}) => {
  const request = await asked(action);
  return run(entry, 'answer-request', (ctx) => answerRequest(ctx, answerInput.parse({ reference: action.reference, request: request.id, version: request.version, result: 'granted', ...given })));
};

describe('another date', () => {
  const ask = (entry: TestEntry, action: { reference: string }, given: Record<string, unknown> = {}) =>
    run(entry, 'ask-for-date', (ctx) => askForDate(ctx, askForDateInput.parse({ reference: action.reference, wantedOn: later, reason: 'The trainer is ill', ...given })));

  test('is asked by the owner, told to who chairs, granted, counted, and the first is kept', async () => {
    const action = await owned();
    expect(await ask(owner, action)).toMatchObject({ kind: 'done' });
    expect(await told(action)).toEqual([marcus.id]);
    expect(await ask(owner, action, { wantedOn: evenLater })).toMatchObject({ kind: 'blocked' });
    expect((await read(chair, (ctx) => listMyActions(ctx))).toDecide).toMatchObject([{ action: { reference: action.reference }, kind: 'date', askedByName: 'Mo Field', wantedOn: later }]);
    const waits = async () => (await read(unit, (ctx) => listActions(ctx, { needs: 'decision' }))).actions.map((one) => one.reference);
    expect(await waits()).toContain(action.reference);
    expect(await answer(chair, action)).toMatchObject({ kind: 'done' });
    expect(await waits()).not.toContain(action.reference);
    expect(await row(action)).toMatchObject({ dueOn: later, firstDueOn: action.dueOn, moves: 1 });
    expect(await db.owner.select().from(dueMoves).where(eq(dueMoves.actionId, action.id))).toMatchObject([{ fromOn: action.dueOn, toOn: later, askedById: mo.id, grantedById: marcus.id, movedOn: today }]);
    expect(await told(action)).toEqual([marcus.id, mo.id]);
    expect(await commandsOf(action)).toEqual(expect.arrayContaining(['ask-for-date', 'answer-request']));
    expect((await read(chair, (ctx) => listMyActions(ctx))).toDecide).toEqual([]);
  });

  test('is refused with a sentence, and the date stands', async () => {
    const action = await owned();
    await ask(owner, action);
    expect(answerInput.safeParse({ reference: action.reference, request: randomUUID(), version: 1, result: 'refused' }).error?.issues).toMatchObject([{ path: ['answer'] }]);
    expect(await answer(unit, action, { result: 'refused', answer: 'It has waited long enough' })).toMatchObject({ kind: 'done', value: { result: 'refused' } });
    expect(await row(action)).toMatchObject({ dueOn: action.dueOn, moves: 0 });
    expect(await answer(unit, action)).toMatchObject({ kind: 'blocked' });
  });

  test('is never granted by who asked or owns it, nor by a chair of another group; to others it is not there', async () => {
    const both = await made.aMember(db.owner, 'CH', { group });
    const action = await owned({ owner: both });
    const entry = await db.enterAs(both);
    expect(await ask(entry, action)).toMatchObject({ kind: 'done' });
    expect(await answer(entry, action)).toMatchObject({ kind: 'refused' });
    expect(await answer(scrutineer, action)).toMatchObject({ kind: 'refused' });
    await expect(answer(await db.enterAs(await made.aMember(db.owner, 'CH')), action)).rejects.toThrow(NotFound);
    await expect(ask(other, action)).rejects.toThrow(NotFound);
    expect(await ask(scrutineer, await owned())).toMatchObject({ kind: 'refused' });
    await expect(answer(chair, action, { version: 9 })).rejects.toThrow(StaleVersion);
  });

  test('is asked for the owner by the business unit, and granted for the chair, each as their own word', async () => {
    const action = await owned();
    expect(await ask(unit, action)).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect(await ask(unit, action, { saidBy: mo.id, how: 'phone', howNote: 'Call on Tuesday' })).toMatchObject({ kind: 'done' });
    expect(await asked(action)).toMatchObject({ askedById: mo.id, recordedById: priya.id, how: 'phone' });
    expect(await answer(unit, action, { saidBy: engine.id, how: 'meeting', howNote: 'Engine Room, item 4' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect(await answer(unit, action, { saidBy: marcus.id, how: 'meeting', howNote: 'Engine Room, item 4' })).toMatchObject({ kind: 'done' });
    expect(await asked(action)).toMatchObject({ answeredById: marcus.id, answerRecordedById: priya.id, answerHow: 'meeting' });
  });

  test('is not asked for what is complete, has no date, or keeps the one it has', async () => {
    expect(await ask(owner, await owned({ completeOn: today, completeSaidBy: mo }))).toMatchObject({ kind: 'blocked' });
    expect(await ask(owner, await owned({ dueOn: null }))).toMatchObject({ kind: 'blocked' });
    expect(await ask(owner, await owned({ dueOn: later }))).toMatchObject({ kind: 'blocked', issues: [{ field: 'wantedOn' }] });
  });
});

describe('help', () => {
  const ask = (entry: TestEntry, action: { reference: string }, escalatedTo: 'chair' | 'executive') =>
    run(entry, 'ask-for-help', (ctx) => askForHelp(ctx, askForHelpInput.parse({ reference: action.reference, escalatedTo, reason: 'Nobody releases staff' })));

  test('is asked of the chair or the Executive, stands on the action until it is answered, and is found by its filter', async () => {
    const action = await owned();
    expect(await ask(owner, action, 'executive')).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ escalatedTo: 'executive', executiveCloses: true, version: 1 });
    expect(await told(action)).toEqual([eleanor.id]);
    const found = async () => (await read(unit, (ctx) => listActions(ctx, { needs: 'escalated' }))).actions.map((one) => one.reference);
    expect(await found()).toContain(action.reference);
    expect(await answer(chair, action, { answer: 'I will ask' })).toMatchObject({ kind: 'refused' });
    expect(await answer(executiveChair, action)).toMatchObject({ kind: 'blocked', issues: [{ field: 'answer' }] });
    expect(await answer(executiveChair, action, { answer: 'The chief nurse releases two' })).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ escalatedTo: null });
    expect(await found()).not.toContain(action.reference);
    expect(await commandsOf(action)).toEqual(expect.arrayContaining(['ask-for-help', 'answer-request']));
  });

  test('is not asked by who may only read, and not there for others', async () => {
    const action = await owned();
    expect(await ask(scrutineer, action, 'chair')).toMatchObject({ kind: 'refused' });
    await expect(ask(other, action, 'chair')).rejects.toThrow(NotFound);
  });
});

describe('closing', () => {
  const checked = async (given: Parameters<typeof made.anAction>[1] = {}, level: 'done' | 'reached' | null = 'reached') => {
    const action = await owned({ completeOn: addDays(today, -9), completeSaidBy: mo, checkedOn: addDays(today, -2), checkedBy: engine, ...given });
    if (level) await made.someEvidence(db.owner, { action, addedBy: mo, level, checkedOn: addDays(today, -2), checkedBy: engine });
    return action;
  };
  const propose = (entry: TestEntry, action: { reference: string }, rests = 'own_evidence') =>
    run(entry, 'propose-closing', (ctx) => proposeClosing(ctx, proposeClosingInput.parse({ reference: action.reference, rests, reason: 'It is in use everywhere' })));
  const reopen = async (entry: TestEntry, action: { id: string; reference: string }) => {
    const request = await asked(action);
    return run(entry, 'reopen-action', (ctx) => reopenAction(ctx, reopenInput.parse({ reference: action.reference, request: request.id, version: request.version, reason: 'Two wards have stopped' })));
  };

  test('is proposed by one and confirmed by another, and may be undone with a reason', async () => {
    const action = await checked();
    expect(await propose(owner, action)).toMatchObject({ kind: 'refused' });
    expect(await propose(checker, action)).toMatchObject({ kind: 'done' });
    expect(await told(action)).toContain(marcus.id);
    expect(await answer(checker, action)).toMatchObject({ kind: 'refused' });
    expect(await answer(chair, action)).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ closedOn: today, closedById: marcus.id, ragFixed: 'blue' });
    expect((await read(unit, (ctx) => getAction(ctx, action))).stage).toBe('closed');
    expect(await reopen(checker, action)).toMatchObject({ kind: 'refused' });
    expect(await reopen(chair, action)).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ closedOn: null, closedById: null, checkedOn: null, completeOn: null, reopenedOn: today, reopenedBecause: 'Two wards have stopped', dueOn: action.dueOn });
    expect(await asked(action)).toMatchObject({ undoneById: marcus.id });
    expect(await commandsOf(action)).toEqual(expect.arrayContaining(['propose-closing', 'answer-request', 'reopen-action']));
    await expect(reopen(other, action)).rejects.toThrow(NotFound);
  });

  test('rests on evidence of more than being done, on a recommendation it serves, or on the partners’ exception', async () => {
    const done = await checked({}, 'done');
    expect(await propose(checker, done)).toMatchObject({ kind: 'blocked' });
    const recommendation = await made.aRecommendation(db.owner, { accepted: true });
    const serving = await checked({ recommendations: [recommendation] }, 'done');
    expect(await propose(checker, serving)).toMatchObject({ kind: 'blocked', issues: [{ field: 'rests' }] });
    expect(await propose(checker, serving, recommendation.reference)).toMatchObject({ kind: 'done' });
    expect(await asked(serving)).toMatchObject({ basis: 'recommendation', recommendationId: recommendation.id });
    const elsewhere = await made.aRecommendation(db.owner, { accepted: true });
    expect(await propose(checker, await checked(), elsewhere.reference)).toMatchObject({ kind: 'blocked', issues: [{ field: 'rests' }] });

    const except = (entry: TestEntry) => run(entry, 'ask-for-exception', (ctx) => askForException(ctx, { reference: done.reference, reason: 'Its records are lost' }));
    expect(await except(checker)).toMatchObject({ kind: 'refused' });
    expect(await except(unit)).toMatchObject({ kind: 'done' });
    expect(await except(unit)).toMatchObject({ kind: 'blocked' });
    expect((await read(owner, (ctx) => getAction(ctx, done))).exception).toBe('waiting');
    expect(await propose(checker, done, 'exception')).toMatchObject({ kind: 'blocked' });
    await db.owner.update(decisions).set({ outcome: 'agreed', decidedFrom: today, decidedTo: today, decidedPrecision: 'day' }).where(eq(decisions.actionId, done.id));
    expect(await propose(checker, done, 'exception')).toMatchObject({ kind: 'done' });
    expect(await asked(done)).toMatchObject({ basis: 'exception' });
  });

  test('of one that was red when it was said to be complete, or for which the Executive was asked, is the Executive’s chair’s', async () => {
    const red = await checked({ dueOn: addDays(today, -30) });
    expect(await row(red)).toMatchObject({ executiveCloses: true, ragFixed: 'green' });
    await propose(checker, red);
    expect(await answer(chair, red)).toMatchObject({ kind: 'refused' });
    expect(await answer(unit, red)).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect(await answer(executiveChair, red)).toMatchObject({ kind: 'done' });
    expect(await row(red)).toMatchObject({ closedById: eleanor.id });
  });

  test('is the Engine Room’s chair’s where no group is accountable', async () => {
    const action = await checked({ group: null as never });
    await propose(checker, action);
    const both = await made.aMember(db.owner, 'ER');
    await made.aMembership(db.owner, { person: both, membership: 'CH', group });
    expect(await answer(await db.enterAs(both), action)).toMatchObject({ kind: 'done' });
  });
});
