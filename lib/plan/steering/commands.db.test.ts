import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { accounts, actionAgencies, actions, history, outbox, posts } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { recordUpdate, sayComplete } from '@/lib/plan/commands';
import { completeInput, updateInput } from '@/lib/plan/input';
import { getAction, listActions, listMyActions } from '@/lib/plan/queries';
import { changeProposal, nameOwner, prioritiseAction, recordContribution, setAside, takeBackWorse, takeUp, worsenRag } from './commands';
import { asideInput, changeProposalInput, contributionInput, nameOwnerInput, prioritiseInput, worsenInput } from './input';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Person = Awaited<ReturnType<typeof made.aPerson>>;
let priya: Person, mo: Person, marcus: Person;
let unit: TestEntry, owner: TestEntry, checker: TestEntry, chair: TestEntry, lead: TestEntry, other: TestEntry, scrutineer: TestEntry;
let agency: Awaited<ReturnType<typeof made.anAgency>>;
let group: Awaited<ReturnType<typeof made.aGroup>>;

beforeAll(async () => {
  agency = await made.anAgency(db.owner, { name: 'Example NHS Trust' });
  group = await made.aGroup(db.owner, { kind: 'task_and_finish' });
  priya = await made.aMember(db.owner, 'BU');
  mo = await made.aPerson(db.owner, { name: 'Mo Field', example: true });
  await made.aPost(db.owner, { person: mo, agency });
  marcus = await made.aMember(db.owner, 'CH', { group });
  [unit, owner, chair] = [await db.enterAs(priya), await db.enterAs(mo), await db.enterAs(marcus)];
  checker = await db.enterAs(await made.aMember(db.owner, 'ER'));
  lead = await db.enterAs(await made.aMember(db.owner, 'AL', { agency }));
  other = await db.enterAs(await made.aMember(db.owner, 'AO'));
  scrutineer = await db.enterAs(await made.aMember(db.owner, 'IS'));
});

const run = <T>(entry: TestEntry, name: string, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(entry as never, { name, formKey: randomUUID(), bodyDigest: null }, work);
const owned = (given: Parameters<typeof made.anAction>[1] = {}) => made.anAction(db.owner, { owner: mo, agency, group, dueOn: addDays(today, 60), ...given });
const row = async (action: { id: string }) => (await db.owner.select().from(actions).where(eq(actions.id, action.id)))[0]!;
const told = async (action: { id: string }) => (await db.owner.select().from(outbox).where(eq(outbox.recordId, action.id))).map((message) => message.toPersonId);
const commandsOf = async (action: { id: string }) => [...new Set((await db.owner.select({ command: history.command }).from(history).where(eq(history.rootId, action.id)).orderBy(history.id)).map((entry) => entry.command))];
const found = async (entry: TestEntry, filter: Parameters<typeof listActions>[1]) => (await read(entry, (ctx) => listActions(ctx, filter))).actions.map((action) => action.reference);

describe('a proposal', () => {
  const change = (entry: TestEntry, action: { reference: string }, version = 1) =>
    run(entry, 'change-proposal', (ctx) => changeProposal(ctx, changeProposalInput.parse({ reference: action.reference, version, title: 'Train all teams', type: 'training', priority: 'high', area: 'both', due: addDays(today, 90) })));

  test('is written anew until it is agreed, its first date with it', async () => {
    const action = await owned({ agreedOn: null });
    expect(await change(checker, action)).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ title: 'Train all teams', priority: 'high', firstDueOn: addDays(today, 90), dueOn: addDays(today, 90), moves: 0 });
    expect(await commandsOf(action)).toContain('change-proposal');
    await expect(change(chair, action)).rejects.toThrow(StaleVersion);
    expect(await change(chair, await owned())).toMatchObject({ kind: 'blocked' });
    expect(await change(scrutineer, action)).toMatchObject({ kind: 'refused' });
    await expect(change(other, action)).rejects.toThrow(NotFound);
  });

  test('is changed by the case review lead of the review it comes from', async () => {
    const review = await made.aReview(db.owner);
    const entry = await db.enterAs(await made.aMember(db.owner, 'CL', { review }));
    expect(await change(entry, await owned({ agreedOn: null, sources: [review] }))).toMatchObject({ kind: 'done' });
  });

  test('is not accepted by its chair, and taken up again', async () => {
    const action = await owned({ agreedOn: null });
    const aside = (value: string) => run(chair, 'set-aside', (ctx) => setAside(ctx, asideInput.parse({ reference: action.reference, version: 1, aside: value, reason: 'Another group does it' })));
    expect(await aside('paused')).toMatchObject({ kind: 'blocked', issues: [{ field: 'aside' }] });
    expect(await aside('not_accepted')).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ aside: 'not_accepted', asideOn: today, ragFixed: 'grey' });
    expect(await run(chair, 'take-up', (ctx) => takeUp(ctx, { reference: action.reference, version: 2 }))).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ aside: null, asideReason: null });
  });
});

test('an action is paused and taken up again by its chair, its owner told each time', async () => {
  const action = await owned();
  const pause = (entry: TestEntry) => run(entry, 'set-aside', (ctx) => setAside(ctx, asideInput.parse({ reference: action.reference, version: 1, aside: 'paused', reason: 'Until the new system' })));
  expect(await pause(owner)).toMatchObject({ kind: 'refused' });
  expect(await pause(chair)).toMatchObject({ kind: 'done' });
  expect(await run(chair, 'take-up', (ctx) => takeUp(ctx, { reference: action.reference, version: 2 }))).toMatchObject({ kind: 'done' });
  expect(await told(action)).toEqual([mo.id, mo.id]);
  expect(await commandsOf(action)).toEqual(expect.arrayContaining(['set-aside', 'take-up']));
  await expect(pause(other)).rejects.toThrow(NotFound);
});

test('how urgent an action is its chair says, and the plan is narrowed by it', async () => {
  const action = await owned();
  const prioritise = (entry: TestEntry) => run(entry, 'prioritise-action', (ctx) => prioritiseAction(ctx, prioritiseInput.parse({ reference: action.reference, version: 1, priority: 'high' })));
  expect(await prioritise(owner)).toMatchObject({ kind: 'refused' });
  expect(await prioritise(chair)).toMatchObject({ kind: 'done' });
  expect(await found(unit, { priority: 'high' })).toContain(action.reference);
  expect(await commandsOf(action)).toContain('prioritise-action');
  await expect(prioritise(other)).rejects.toThrow(NotFound);
});

describe('a contributing agency', () => {
  const record = (entry: TestEntry, action: { reference: string }, agencyId: string, given: Record<string, unknown> = {}) =>
    run(entry, 'record-contribution', (ctx) => recordContribution(ctx, contributionInput.parse({ reference: action.reference, version: 1, agency: agencyId, contribution: 'behind', note: 'Two teams have no trainer', ...given })));

  test('says itself how far it is; one that is behind makes the action amber, by itself', async () => {
    const contributor = await made.anAgency(db.owner);
    const entry = await db.enterAs(await made.aMember(db.owner, 'AL', { agency: contributor }));
    const action = await owned({ contributors: [contributor, agency] });
    expect(await record(entry, action, contributor.id)).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ agenciesBehind: 1, amberFrom: '0001-01-01', version: 1 });
    expect(await db.owner.select().from(actionAgencies).where(and(eq(actionAgencies.actionId, action.id), eq(actionAgencies.agencyId, contributor.id)))).toMatchObject([{ contribution: 'behind', note: 'Two teams have no trainer', notedOn: today }]);
    expect(await told(action)).toEqual([mo.id]);
    expect(await commandsOf(action)).toContain('record-contribution');
    expect(await record(entry, action, agency.id)).toMatchObject({ kind: 'refused' });
    expect(await record(unit, action, contributor.id, { version: 2, contribution: 'done', note: '' })).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ agenciesBehind: 0 });
    await expect(record(unit, action, contributor.id)).rejects.toThrow(StaleVersion);
    await expect(record(other, action, contributor.id)).rejects.toThrow(NotFound);
    expect(contributionInput.safeParse({ reference: 'A-001', version: 1, agency: agency.id, contribution: 'behind' }).error?.issues).toMatchObject([{ path: ['note'] }]);
  });
});

describe('a RAG made worse', () => {
  const worsen = (entry: TestEntry, action: { reference: string }, worsenedTo: 'amber' | 'red', version = 1) =>
    run(entry, 'worsen-rag', (ctx) => worsenRag(ctx, worsenInput.parse({ reference: action.reference, version, worsenedTo, reason: 'The lead has left' })));
  const takeBack = (entry: TestEntry, action: { reference: string }, version: number) => run(entry, 'take-back-worse', (ctx) => takeBackWorse(ctx, { reference: action.reference, version }));

  test('is its owner’s or the chair’s to say, in a sentence, and taken back by who said it or the chair', async () => {
    const action = await owned();
    expect(await worsen(unit, action, 'amber')).toMatchObject({ kind: 'refused' });
    expect(await worsen(owner, action, 'amber')).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ worsenedTo: 'amber', worsenedBecause: 'The lead has left', worsenedById: mo.id });
    expect(await worsen(chair, action, 'red', 2)).toMatchObject({ kind: 'done' });
    expect((await read(unit, (ctx) => getAction(ctx, action))).rag).toBe('red');
    expect(await worsen(owner, action, 'amber', 3)).toMatchObject({ kind: 'blocked' });
    expect(await takeBack(owner, action, 3)).toMatchObject({ kind: 'refused' });
    expect(await takeBack(chair, action, 3)).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ worsenedTo: null, worsenedBecause: null });
    expect(await commandsOf(action)).toEqual(expect.arrayContaining(['worsen-rag', 'take-back-worse']));
    await expect(worsen(other, action, 'red')).rejects.toThrow(NotFound);
  });
});

describe('an owner', () => {
  const name = (entry: TestEntry, action: { reference: string }, given: Record<string, unknown> = {}) =>
    run(entry, 'name-owner', (ctx) => nameOwner(ctx, nameOwnerInput.parse({ reference: action.reference, version: 1, post: 'Head of safeguarding', ...given })));
  const somebodyIn = async (where: { id: string }) => {
    const person = await made.aPerson(db.owner, { example: true });
    await made.aPost(db.owner, { person, agency: where });
    return person;
  };

  test('is named by who leads the owning agency, from those with a post in it; both are told', async () => {
    const action = await owned();
    const colleague = await somebodyIn(agency);
    const stranger = await somebodyIn(await made.anAgency(db.owner));
    expect(await name(lead, action, { person: stranger.id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'person' }] });
    expect(await name(lead, action, { person: colleague.id, agency: (await made.anAgency(db.owner)).id })).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ ownerPersonId: colleague.id, ownerAgencyId: agency.id, accountableGroupId: group.id, ownerPost: 'Head of safeguarding' });
    expect((await told(action)).sort()).toEqual([colleague.id, mo.id].sort());
    expect(await commandsOf(action)).toContain('name-owner');
    expect(await name(owner, await owned())).toMatchObject({ kind: 'refused' });
    await expect(name(other, action)).rejects.toThrow(NotFound);
  });

  test('is given to another agency and group by the business unit alone', async () => {
    const action = await owned();
    const elsewhere = await made.anAgency(db.owner);
    const person = await somebodyIn(elsewhere);
    expect(await name(unit, action, { agency: elsewhere.id, person: person.id, group: '' })).toMatchObject({ kind: 'done' });
    expect(await row(action)).toMatchObject({ ownerAgencyId: elsewhere.id, ownerPersonId: person.id, accountableGroupId: null });
  });

  describe('who has left', () => {
    const say = (entry: TestEntry, action: { reference: string; version: number }) =>
      run(entry, 'say-complete', (ctx) => sayComplete(ctx, completeInput.parse({ reference: action.reference, version: action.version, text: 'All done' })));
    const update = (entry: TestEntry, action: { reference: string }) => run(entry, 'record-update', (ctx) => recordUpdate(ctx, updateInput.parse({ reference: action.reference, text: 'Half done' })));

    test('leaves the action to who leads the agency, until somebody else is named', async () => {
      const leaver = await somebodyIn(agency);
      const action = await owned({ owner: leaver });
      expect(await update(lead, action)).toMatchObject({ kind: 'refused' });
      expect(await found(unit, { needs: 'owner' })).not.toContain(action.reference);
      await db.owner.update(posts).set({ toOn: addDays(today, -1) }).where(eq(posts.personId, leaver.id));

      expect(await found(unit, { needs: 'owner' })).toContain(action.reference);
      for (const entry of [lead, unit]) expect((await read(entry, (ctx) => listMyActions(ctx))).ownerNeeded.map((one) => one.reference)).toContain(action.reference);
      expect(await update(lead, action)).toMatchObject({ kind: 'done' });
      await made.someEvidence(db.owner, { action });
      expect(await say(await db.enterAs(leaver), await row(action))).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
      expect(await say(lead, await row(action))).toMatchObject({ kind: 'done' });

      const colleague = await somebodyIn(agency);
      expect(await name(lead, action, { person: colleague.id, version: (await row(action)).version })).toMatchObject({ kind: 'done' });
      expect(await found(unit, { needs: 'owner' })).not.toContain(action.reference);
    });

    test('also where only the account was closed; and who leads an agency above answers where those below are theirs', async () => {
      const below = await made.anAgency(db.owner, { parent: agency });
      const leaver = await made.aPerson(db.owner);
      const action = await owned({ owner: leaver, agency: below });
      await made.anAccount(db.owner, { person: leaver, disabledAt: new Date(Date.now() - 86_400_000), disabledReason: 'Has left' });
      await expect(update(lead, action)).rejects.toThrow(NotFound);
      const above = await made.aPerson(db.owner);
      await made.aMembership(db.owner, { person: above, membership: 'AL', agency, includesBelow: true });
      expect(await update(await db.enterAs(above), action)).toMatchObject({ kind: 'done' });
      await db.owner.update(accounts).set({ disabledAt: null, disabledReason: null }).where(eq(accounts.personId, leaver.id));
      expect(await update(await db.enterAs(above), action)).toMatchObject({ kind: 'refused' });
    });
  });
});

test('a blocker is raised and cleared by updates, and stands since it was first said', async () => {
  const action = await owned();
  const update = (given: Record<string, unknown>) => run(owner, 'record-update', (ctx) => recordUpdate(ctx, updateInput.parse({ reference: action.reference, text: 'More', ...given })));
  await db.owner.update(actions).set({ blocker: 'No trainer', blockedSince: addDays(today, -9), lastUpdateOn: addDays(today, -9) }).where(eq(actions.id, action.id));
  await update({ blocker: 'No trainer' });
  expect(await row(action)).toMatchObject({ blocker: 'No trainer', blockedSince: addDays(today, -9) });
  expect(await found(unit, { needs: 'blocked' })).toContain(action.reference);
  await update({ blocker: 'No room' });
  expect(await row(action)).toMatchObject({ blocker: 'No room', blockedSince: today });
  await update({});
  expect(await row(action)).toMatchObject({ blocker: null, blockedSince: null });
  expect(await found(unit, { needs: 'blocked' })).not.toContain(action.reference);
});
