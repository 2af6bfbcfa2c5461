import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { challenges, history, outbox, recordViewReviews } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { listMessages } from '@/lib/notifications/queries';
import { answerChallenge, closeChallenge, escalateChallenge, raiseChallenge } from './commands';
import { answerInput, closeInput, escalateInput, raiseInput } from './input';
import { getChallenge, getWhatToChallenge, listChallenges, listChallengesToDo } from './queries';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Person = Awaited<ReturnType<typeof made.aPerson>>;
let school: { id: string }, trust: { id: string }, division: { id: string };
let tariq: Person, joanne: Person;
let owner: TestEntry, lead: TestEntry, ownLead: TestEntry, unit: TestEntry, executive: TestEntry, elsewhere: TestEntry, inspector: TestEntry;

beforeAll(async () => {
  school = await made.anAgency(db.owner, { name: 'Academy trust' });
  trust = await made.anAgency(db.owner, { name: 'NHS trust' });
  division = await made.anAgency(db.owner, { name: 'Community division', parent: trust });
  tariq = await made.aPerson(db.owner, { name: 'Tariq Mahmood' });
  await made.aPost(db.owner, { person: tariq, agency: school });
  await made.anAction(db.owner, { owner: tariq, agency: school });
  joanne = await made.aPerson(db.owner, { name: 'Joanne Hargreaves' });
  await made.aMembership(db.owner, { person: joanne, membership: 'AL', agency: trust, includesBelow: true });
  [owner, lead] = [await db.enterAs(tariq), await db.enterAs(joanne)];
  ownLead = await db.enterAs(await made.aMember(db.owner, 'AL', { agency: school }));
  unit = await db.enterAs(await made.aMember(db.owner, 'BU'));
  executive = await db.enterAs(await made.aMember(db.owner, 'EX'));
  elsewhere = await db.enterAs(await made.aMember(db.owner, 'AL'));
  inspector = await db.enterAs(await made.aMember(db.owner, 'AU'));
});

const run = <T>(entry: TestEntry, name: string, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(entry as never, { name, formKey: randomUUID(), bodyDigest: null }, work);
const raise = (entry: TestEntry, given: Record<string, unknown> = {}) =>
  run(entry, 'raise-challenge', (ctx) => raiseChallenge(ctx, raiseInput.parse({ aboutAgency: division.id, topic: 'quality', stage: 'informal', challenge: 'It is thin', asked: 'More of it', dueOn: addDays(today, 7), ...given })));
const raised = async (given: Record<string, unknown> = {}, by = owner) => ((await raise(by, given)) as { value: { reference: string } }).value.reference;
const row = async (reference: string) => (await db.owner.select().from(challenges).where(eq(challenges.reference, reference)))[0]!;
const seenBy = async (entry: TestEntry) => (await read(entry as never, (ctx) => listChallenges(ctx))).map((one) => one.reference);
const commandsOf = async (id: string) => (await db.owner.selectDistinct({ command: history.command }).from(history).where(eq(history.rootId, id))).map((entry) => entry.command).sort();
const answer = (entry: TestEntry, reference: string, given: Record<string, unknown> = {}) => run(entry, 'answer-challenge', (ctx) => answerChallenge(ctx, answerInput.parse({ reference, version: 1, answer: 'It is put right', ...given })));
const close = (entry: TestEntry, reference: string, given: Record<string, unknown> = {}) =>
  run(entry, 'close-challenge', (ctx) => closeChallenge(ctx, closeInput.parse({ reference, version: 1, outcome: 'upheld', outcomeReason: 'It was thin', changedForChildren: 'They are asked', ...given })));

describe('raising a challenge', () => {
  test('it is seen by both agencies, the business unit and the Executive, and by nobody else; the leads of the agency are told', async () => {
    const reference = await raised({ byAgency: school.id });
    const challenge = await row(reference);
    expect(challenge).toMatchObject({ raisedOn: today, raisedById: tariq.id, raisedByAgencyId: school.id, aboutAgencyId: division.id, answer: null });
    expect(reference).toMatch(/^C-\d{3}$/);
    for (const entry of [owner, ownLead, lead, unit, executive]) expect(await seenBy(entry)).toContain(reference);
    for (const entry of [elsewhere, inspector]) expect(await seenBy(entry)).not.toContain(reference);
    await expect(read(elsewhere as never, (ctx) => getChallenge(ctx, reference))).rejects.toThrow(NotFound);
    expect(await db.owner.select().from(outbox).where(eq(outbox.recordId, challenge.id))).toMatchObject([{ toPersonId: joanne.id, path: `/challenges/${reference}` }]);
    expect(await commandsOf(challenge.id)).toEqual(['raise-challenge']);
    expect((await read(lead as never, (ctx) => listChallengesToDo(ctx))).toAnswer.map((one) => one.reference)).toContain(reference);
  });

  test('is for one’s own agency or none, about another', async () => {
    expect(await raise(owner, { byAgency: trust.id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'byAgency' }] });
    expect(await raise(owner, { byAgency: school.id, aboutAgency: school.id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'aboutAgency' }] });
    expect(raiseInput.safeParse({ dueOn: addDays(today, -1) }).error?.issues.map((issue) => issue.path[0])).toEqual(['aboutAgency', 'topic', 'stage', 'challenge', 'asked', 'dueOn']);
  });

  test('from a review it is there for whoever sees the review, and that it was shown is noted', async () => {
    const review = await made.aReview(db.owner);
    expect(await raise(owner, { about: review.reference })).toMatchObject({ kind: 'blocked', issues: [{ field: 'about' }] });
    await expect(read(owner as never, (ctx) => getWhatToChallenge(ctx, review.reference))).rejects.toThrow(NotFound);
    const reference = await raised({ about: review.reference }, unit);
    expect(await seenBy(lead)).not.toContain(reference);
    expect(await read(executive as never, (ctx) => getChallenge(ctx, reference))).toMatchObject({ showsCase: true, about: { reference: review.reference } });
    expect(await db.owner.select().from(recordViewReviews).where(eq(recordViewReviews.reviewId, review.id))).toHaveLength(1);
    // What tells of it is not there either for whoever may not see it.
    expect(await db.owner.select().from(outbox).where(eq(outbox.path, `/challenges/${reference}`))).toMatchObject([{ toPersonId: joanne.id }]);
    expect((await read(lead as never, (ctx) => listMessages(ctx))).map((message) => message.path)).not.toContain(`/challenges/${reference}`);
  });
});

describe('answering it', () => {
  test('a lead of the agency answers, and whoever raised it is told', async () => {
    const reference = await raised();
    expect(await answer(lead, reference)).toMatchObject({ kind: 'done' });
    expect(await row(reference)).toMatchObject({ answer: 'It is put right', answeredOn: today, answeredById: joanne.id, how: 'in_person' });
    expect((await db.owner.select().from(outbox).where(eq(outbox.recordId, (await row(reference)).id))).map((one) => one.toPersonId)).toContain(tariq.id);
    await expect(answer(lead, reference)).rejects.toThrow(StaleVersion);
    expect((await read(owner as never, (ctx) => listChallengesToDo(ctx))).toClose.map((one) => one.reference)).toContain(reference);
  });

  test('the business unit records it for a lead, with how it was given', async () => {
    const reference = await raised();
    expect(await answer(unit, reference)).toMatchObject({ kind: 'blocked', issues: [{ field: 'answeredBy' }] });
    expect(await answer(unit, reference, { answeredBy: tariq.id, how: 'phone', howNote: 'Call' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'answeredBy' }] });
    expect(await answer(unit, reference, { answeredBy: joanne.id, how: 'phone', howNote: '' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'howNote' }] });
    expect(await answer(unit, reference, { answeredBy: joanne.id, how: 'phone', howNote: 'Call on Tuesday' })).toMatchObject({ kind: 'done' });
    expect(await row(reference)).toMatchObject({ answeredById: joanne.id, how: 'phone' });
  });

  test('nobody else does', async () => {
    const reference = await raised({ byAgency: school.id });
    for (const entry of [owner, ownLead, executive]) expect(await answer(entry, reference)).toMatchObject({ kind: 'refused' });
    await expect(answer(elsewhere, reference)).rejects.toThrow(NotFound);
  });
});

describe('taking it further and closing it', () => {
  test('whoever raised it does, with what changed for children; then it stands', async () => {
    const reference = await raised();
    const further = (entry: TestEntry, version = 1, stage = 'formal') => run(entry, 'escalate-challenge', (ctx) => escalateChallenge(ctx, escalateInput.parse({ reference, version, stage, dueOn: addDays(today, 14) })));
    expect(await further(lead)).toMatchObject({ kind: 'refused' });
    expect(await further(owner)).toMatchObject({ kind: 'done' });
    expect(await further(owner, 2)).toMatchObject({ kind: 'blocked' });
    expect(await row(reference)).toMatchObject({ stage: 'formal', dueOn: addDays(today, 14) });
    expect(await close(owner, reference, { version: 2 })).toMatchObject({ kind: 'blocked', issues: [{ field: 'outcome' }] });
    await answer(lead, reference, { version: 2 });
    expect(await close(lead, reference, { version: 3 })).toMatchObject({ kind: 'refused' });
    expect(await close(owner, reference, { version: 3, changedForChildren: '' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'changedForChildren' }] });
    expect(await close(owner, reference, { version: 3 })).toMatchObject({ kind: 'done' });
    expect(await row(reference)).toMatchObject({ outcome: 'upheld', changedForChildren: 'They are asked', closedOn: today, closedById: tariq.id });
    expect(await answer(lead, reference, { version: 4 })).toMatchObject({ kind: 'blocked' });
    await expect(close(elsewhere, reference)).rejects.toThrow(NotFound);
    expect(await commandsOf((await row(reference)).id)).toEqual(['answer-challenge', 'close-challenge', 'escalate-challenge', 'raise-challenge']);
  });
});
