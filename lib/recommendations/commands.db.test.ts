import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { outbox, recommendations, recordViewReviews, recordViews } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import { addDays, asCalendarDate, todayInEngland } from '@/lib/dates/calendar-date';
import type { Outcome } from '@/lib/forms/outcome';
import { listTimeline } from '@/lib/history/queries';
import { acceptRecommendation, changeRecommendation, releaseRecommendation, writeRecommendation } from '@/lib/recommendations/commands';
import { acceptRecommendationInput, type AcceptRecommendationInput, type WriteRecommendationInput } from '@/lib/recommendations/input';
import { countRecommendationsOfSource, getRecommendation, listRecommendations, listRecommendationsOfSource, listToAccept } from '@/lib/recommendations/queries';

const db = aTestDatabase();

type Review = Awaited<ReturnType<typeof made.aReview>>;
let review: Review, practiceReview: Review;
let priya: TestEntry, sam: TestEntry, grace: TestEntry, fiona: TestEntry, outside: TestEntry, executive: TestEntry;
let samId: string;
let engineRoom: Awaited<ReturnType<typeof made.aGroup>>;

beforeAll(async () => {
  review = await made.aReview(db.owner);
  practiceReview = await made.aReview(db.owner, { kind: 'lcspr' });
  engineRoom = await made.aGroup(db.owner, { kind: 'engine_room', name: 'Engine Room', example: true });
  priya = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Priya Nair' }));
  const person = await made.aMember(db.owner, 'CL', { name: 'Sam Okafor', review });
  samId = person.id;
  sam = await db.enterAs(person);
  grace = await db.enterAs(await made.aMember(db.owner, 'ER', { name: 'Grace Adeyemi', review }));
  fiona = await db.enterAs(await made.aMember(db.owner, 'LR', { review }));
  executive = await db.enterAs(await made.aMember(db.owner, 'EX'));
  outside = await db.enterAs(await made.aMember(db.owner, 'CL'));
});

function run<T>(entry: TestEntry, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) {
  return write(entry, { name, formKey: null, bodyDigest: null }, command);
}

async function sentencesOf(entry: TestEntry, reference: string): Promise<string[]> {
  return read(entry, async (ctx) => (await listTimeline(ctx, 'recommendation', (await getRecommendation(ctx, reference)).id, { names: new Map(), words: {} })).map((each) => each.sentence));
}

const asked = (given: Partial<WriteRecommendationInput> = {}): WriteRecommendationInput => ({
  source: review.reference, text: 'Children are seen alone', addressedTo: 'partnership', agencies: [], nationalBody: null, outcome: 'Children are heard', measure: 'Visits in which the child was seen alone', baseline: null, target: null, measureOn: null, byWhen: null, ...given,
});
const answered = (reference: string, given: Partial<AcceptRecommendationInput> = {}): AcceptRecommendationInput => ({
  reference, version: 1, acceptance: 'accepted', reason: null, acceptedOn: asCalendarDate('2026-02-10'), group: null, how: 'meeting', howNote: 'Engine Room 10 February, item 4', ...given,
});

async function aReference(entry: TestEntry, given: Partial<WriteRecommendationInput> = {}): Promise<string> {
  const written = await run(entry, 'write-recommendation', (ctx) => writeRecommendation(ctx, asked(given)));
  if (written.kind !== 'done') throw new Error(`not written: ${JSON.stringify(written)}`);
  return written.value.reference;
}

describe('writing a recommendation', () => {
  test('a case review lead on the list writes one, and the database says of which review', async () => {
    const agency = await made.anAgency(db.owner, { name: 'Housing' });
    const reference = await aReference(sam, { addressedTo: 'agencies', agencies: [agency.id, agency.id] });
    const found = await read(sam, (ctx) => getRecommendation(ctx, reference));
    expect(found).toMatchObject({ state: 'draft', reviewId: review.id, writtenBy: 'Sam Okafor', addressedWords: 'Housing', source: { reference: review.reference } });
    expect(reference).toMatch(/^R-\d{3}$/);
  });

  test('it is in the history', async () => {
    expect(await sentencesOf(sam, await aReference(sam))).toEqual(['Sam Okafor wrote the recommendation']);
  });

  test('somebody who sees the review and may not write is refused', async () => {
    expect(await run(executive, 'write-recommendation', (ctx) => writeRecommendation(ctx, asked()))).toMatchObject({ kind: 'refused' });
    expect(await run(grace, 'write-recommendation', (ctx) => writeRecommendation(ctx, asked()))).toMatchObject({ kind: 'refused' });
  });

  test('a review that one cannot see is not there', async () => {
    await expect(run(outside, 'write-recommendation', (ctx) => writeRecommendation(ctx, asked()))).rejects.toThrow(NotFound);
    await expect(run(priya, 'write-recommendation', (ctx) => writeRecommendation(ctx, asked({ source: 'RR-2026-NONE' })))).rejects.toThrow(NotFound);
  });
});

describe('changing a recommendation', () => {
  const changed = (reference: string, given: Partial<WriteRecommendationInput> = {}, version = 1) => (ctx: WriteContext) => changeRecommendation(ctx, { ...asked({ text: 'Children are seen alone at every visit', ...given }), reference, version });

  test('a draft takes new words and exactly the agencies chosen, and is told of in history', async () => {
    const [housing, police] = [await made.anAgency(db.owner, { name: 'Homes' }), await made.anAgency(db.owner, { name: 'Police' })];
    const reference = await aReference(sam, { addressedTo: 'agencies', agencies: [housing.id] });
    expect(await run(priya, 'change-recommendation', changed(reference, { addressedTo: 'agencies', agencies: [housing.id, police.id] }))).toMatchObject({ kind: 'done' });
    const found = await read(sam, (ctx) => getRecommendation(ctx, reference));
    expect(found.text).toBe('Children are seen alone at every visit');
    expect(found.addressees.map((agency) => agency.name).sort()).toEqual(['Homes', 'Police']);
    expect(await sentencesOf(sam, reference)).toEqual(['Priya Nair changed the recommendation', 'Sam Okafor wrote the recommendation']);
  });

  test('an agency is taken off a draft and addressed again, each counting as a change; once decided on, nobody is', async () => {
    const [housing, police] = [await made.anAgency(db.owner, { name: 'Homes' }), await made.anAgency(db.owner, { name: 'Police' })];
    const reference = await aReference(sam, { addressedTo: 'agencies', agencies: [housing.id, police.id] });
    const to = (version: number, agencies: string[], who = sam) => run(who, 'change-recommendation', (ctx) => changeRecommendation(ctx, { ...asked({ addressedTo: 'agencies', agencies }), reference, version }));
    const addressed = async () => (await read(sam, (ctx) => getRecommendation(ctx, reference))).addressees.map((agency) => agency.name).sort();
    expect(await to(1, [police.id])).toMatchObject({ kind: 'done' });
    expect(await addressed()).toEqual(['Police']);
    expect(await read(priya, async (ctx) => (await listRecommendations(ctx, { agency: housing.id })).total)).toBe(0);
    await expect(to(1, [housing.id], priya)).rejects.toThrow(StaleVersion);
    expect(await to(2, [housing.id, police.id])).toMatchObject({ kind: 'done' });
    expect(await addressed()).toEqual(['Homes', 'Police']);
    await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference, { version: 3 })));
    expect(await to(4, [police.id])).toMatchObject({ kind: 'blocked', issues: [{ message: expect.stringContaining('whom it is addressed to') }] });
    expect(await addressed()).toEqual(['Homes', 'Police']);
  });

  test('a date to come is not set in the past, but one that has passed by itself stops nothing', async () => {
    const today = todayInEngland(new Date());
    const [passed, tomorrow] = [addDays(today, -30), addDays(today, 1)];
    const tooEarly = { kind: 'blocked', issues: [{ field: 'byWhen', message: 'Enter by when. It cannot be before today' }, { field: 'measureOn', message: 'Enter the date it will be measured. It cannot be before today' }] };
    expect(await run(sam, 'write-recommendation', (ctx) => writeRecommendation(ctx, asked({ byWhen: passed, measureOn: addDays(today, -1) })))).toMatchObject(tooEarly);
    const reference = await aReference(sam, { byWhen: today, measureOn: tomorrow });
    await db.owner.update(recommendations).set({ byWhen: passed }).where(eq(recommendations.reference, reference));
    const { version } = await read(sam, (ctx) => getRecommendation(ctx, reference));
    expect(await run(sam, 'change-recommendation', changed(reference, { byWhen: addDays(passed, 1), measureOn: passed }, version))).toMatchObject(tooEarly);
    expect(await run(sam, 'change-recommendation', changed(reference, { byWhen: passed, measureOn: tomorrow }, version))).toMatchObject({ kind: 'done' });
  });

  test('over somebody else’s change it is stale', async () => {
    const reference = await aReference(sam);
    await run(sam, 'change-recommendation', changed(reference));
    await expect(run(priya, 'change-recommendation', changed(reference, { text: 'Something else' }))).rejects.toThrow(StaleVersion);
  });

  test('once decided on its words stand', async () => {
    const reference = await aReference(sam);
    await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)));
    expect(await run(sam, 'change-recommendation', changed(reference, {}, 2))).toMatchObject({ kind: 'blocked' });
  });

  test('who may not write is refused, and who cannot see it finds nothing', async () => {
    const reference = await aReference(sam);
    expect(await run(grace, 'change-recommendation', changed(reference))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'change-recommendation', changed(reference))).rejects.toThrow(NotFound);
  });
});

describe('accepting a recommendation', () => {
  test('an Engine Room member on the list accepts it, in history, and its writer is told', async () => {
    const reference = await aReference(sam);
    expect(await run(grace, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference, { how: null, howNote: null })))).toMatchObject({ kind: 'done' });
    const found = await read(grace, (ctx) => getRecommendation(ctx, reference));
    expect(found).toMatchObject({ state: 'accepted', acceptedByGroup: 'Engine Room', acceptanceRecordedBy: 'Grace Adeyemi', acceptedOn: '2026-02-10', acceptanceReason: null });
    expect((await sentencesOf(grace, reference))[0]).toBe('Grace Adeyemi recorded whether it is accepted');
    const told = await db.owner.select().from(outbox).where(eq(outbox.recordId, found.id));
    expect(told).toMatchObject([{ toPersonId: samId, path: `/recommendations/${reference}` }]);
    expect(told[0]!.message).not.toContain('Children');
  });

  test('the business unit records it on behalf, with the minute', async () => {
    const reference = await aReference(sam);
    const missing = await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference, { howNote: null })));
    expect(missing).toMatchObject({ kind: 'blocked', issues: [{ field: 'howNote' }] });
    await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference, { acceptance: 'partly', reason: 'Two agencies this year' })));
    expect(await read(priya, (ctx) => getRecommendation(ctx, reference))).toMatchObject({ state: 'partly', acceptanceReason: 'Two agencies this year', acceptanceHow: 'meeting', acceptanceNote: 'Engine Room 10 February, item 4' });
    const timeline = await read(priya, async (ctx) => listTimeline(ctx, 'recommendation', (await getRecommendation(ctx, reference)).id, { names: new Map(), words: {} }));
    expect(timeline[0]!.details).toEqual(expect.arrayContaining(['Because: Two agencies this year', 'How it was decided: meeting', 'Minute or message: Engine Room 10 February, item 4']));
  });

  test('needs what it is for and how one will know, unless it is not accepted', async () => {
    const reference = await aReference(sam, { outcome: '', measure: '' });
    const missing = await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)));
    expect(missing).toMatchObject({ kind: 'blocked', issues: [{ message: 'Before it can be accepted: what will be different for children and families' }, { message: 'Before it can be accepted: the measure that will show it' }] });
    expect(await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference, { acceptance: 'not_accepted', reason: 'Another one says it' })))).toMatchObject({ kind: 'done' });
  });

  test('a practice review’s is the safeguarding partners’: recorded by the business unit, refused to the Engine Room', async () => {
    const reference = await aReference(priya, { source: practiceReview.reference });
    const onItsList = await db.enterAs(await made.aMember(db.owner, 'ER', { review: practiceReview }));
    expect(await run(onItsList, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)))).toMatchObject({ kind: 'refused' });
    expect(await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)))).toMatchObject({ kind: 'done' });
    expect(await read(priya, (ctx) => getRecommendation(ctx, reference))).toMatchObject({ acceptedByGroup: null, acceptedByAgency: null });
  });

  test('one to a single agency is accepted by that agency', async () => {
    const agency = await made.anAgency(db.owner, { name: 'Probation' });
    const reference = await aReference(sam, { addressedTo: 'agencies', agencies: [agency.id] });
    expect(await run(grace, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)))).toMatchObject({ kind: 'refused' });
    await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)));
    expect(await read(priya, (ctx) => getRecommendation(ctx, reference))).toMatchObject({ acceptedByAgency: 'Probation' });
  });

  test('who may not is refused, who cannot see it finds nothing', async () => {
    const reference = await aReference(sam);
    expect(await run(sam, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)))).rejects.toThrow(NotFound);
  });

  test('not for a day to come', () => {
    const typed = { reference: 'R-014', version: '1', acceptance: 'accepted', acceptedOn: '1 January 2099' };
    expect(acceptRecommendationInput.safeParse(typed).error?.issues).toMatchObject([{ path: ['acceptedOn'], message: 'Enter the date it was decided. It cannot be in the future' }]);
  });
});

describe('releasing a recommendation', () => {
  async function anAccepted(): Promise<string> {
    const reference = await aReference(sam);
    await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)));
    return reference;
  }

  test('the lead reviewer of that review releases it, in history', async () => {
    const reference = await anAccepted();
    expect(await run(fiona, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference, version: 2 }))).toMatchObject({ kind: 'done' });
    expect((await sentencesOf(priya, reference))[0]).toMatch(/released it to those who own its actions$/);
  });

  test('its text then travels with its actions to their owners', async () => {
    const reference = await anAccepted();
    const [row] = await db.owner.select().from(recommendations).where(eq(recommendations.reference, reference));
    const jo = await made.aPerson(db.owner);
    await made.anAction(db.owner, { owner: jo, recommendations: [row!] });
    const owner = await db.enterAs(jo);
    await expect(read(owner, (ctx) => getRecommendation(ctx, reference))).rejects.toThrow(NotFound);
    await run(priya, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference, version: 2 }));
    expect(await read(owner, (ctx) => getRecommendation(ctx, reference))).toMatchObject({ text: 'Children are seen alone', source: null, sourceWords: 'a review not yet published' });
  });

  test('not before it is accepted, nor after it was not, nor twice', async () => {
    const draft = await aReference(sam);
    expect(await run(priya, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference: draft, version: 1 }))).toMatchObject({ kind: 'blocked', issues: [{ message: 'Before it can be released: whether it is accepted' }] });
    const reference = await anAccepted();
    await run(priya, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference, version: 2 }));
    expect(await run(priya, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference, version: 3 }))).toMatchObject({ kind: 'blocked', issues: [{ message: 'It is released already' }] });
    expect(await run(priya, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference, { version: 3 })))).toMatchObject({ kind: 'blocked', issues: [{ message: 'It is released already: its acceptance stands' }] });
  });

  test('who may not is refused, and who cannot see it finds nothing', async () => {
    const reference = await anAccepted();
    expect(await run(sam, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference, version: 2 }))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'release-recommendation', (ctx) => releaseRecommendation(ctx, { reference, version: 2 }))).rejects.toThrow(NotFound);
  });
});

describe('reading recommendations', () => {
  test('lists, counts and offers what one may see, and notes who looked at drafts and at what names a review not yet published', async () => {
    const source = await made.aReview(db.owner);
    const draft = await made.aRecommendation(db.owner, { source, text: 'A draft about step-down' });
    const accepted = await made.aRecommendation(db.owner, { source, accepted: true, text: 'One about supervision' });
    const looksAt = (review: { id: string }) => db.owner.select({ kind: recordViews.kind, place: recordViews.place }).from(recordViews)
      .innerJoin(recordViewReviews, eq(recordViewReviews.viewId, recordViews.id)).where(eq(recordViewReviews.reviewId, review.id)).orderBy(recordViews.id);

    expect(await read(grace, async (ctx) => (await listRecommendations(ctx, {})).recommendations.map((row) => row.reference))).toEqual(expect.arrayContaining([accepted.reference]));
    expect(await read(grace, (ctx) => countRecommendationsOfSource(ctx, source.id))).toBe(1);
    expect(await read(grace, (ctx) => getRecommendation(ctx, accepted.reference))).toMatchObject({ source: null });
    expect(await looksAt(source)).toEqual([]);

    const found = await read(executive, (ctx) => listRecommendations(ctx, { source: source.reference, acceptance: 'draft' }));
    expect(found).toMatchObject({ total: 1, recommendations: [{ reference: draft.reference, state: 'draft' }] });
    expect(await read(executive, async (ctx) => (await listRecommendationsOfSource(ctx, source.id)).map((row) => row.reference))).toEqual([draft.reference, accepted.reference]);
    expect(await looksAt(source)).toEqual([{ kind: 'listed', place: '/recommendations' }]);

    await read(executive, (ctx) => listRecommendations(ctx, { source: source.reference, acceptance: 'accepted' }));
    await read(executive, (ctx) => getRecommendation(ctx, accepted.reference));
    expect((await looksAt(source)).slice(1)).toEqual([{ kind: 'listed', place: '/recommendations' }, { kind: 'opened', place: '/recommendations/[reference]' }]);

    const published = await made.aReview(db.owner, { published: true });
    const open = await made.aRecommendation(db.owner, { source: published, accepted: true });
    await read(executive, (ctx) => getRecommendation(ctx, open.reference));
    expect(await looksAt(published)).toEqual([]);

    const fromDocument = await made.aReview(db.owner, { recordBasis: 'recorded_from_document', document: 'A yearly report' });
    await made.aRecommendation(db.owner, { source: fromDocument });
    const stated = await made.aRecommendation(db.owner, { source: fromDocument, accepted: true });
    await read(executive, (ctx) => getRecommendation(ctx, stated.reference));
    expect(await looksAt(fromDocument)).toEqual([]);
    await read(executive, (ctx) => listRecommendationsOfSource(ctx, fromDocument.id));
    expect(await looksAt(fromDocument)).toEqual([{ kind: 'listed', place: '/reviews/[reference]' }]);

    expect(await read(executive, async (ctx) => (await listRecommendations(ctx, { q: 'step-down' })).total)).toBe(1);
    expect(await read(executive, async (ctx) => (await listRecommendations(ctx, { q: '%' })).total)).toBe(0);
    expect(await read(priya, async (ctx) => (await listToAccept(ctx, 500)).map((row) => row.reference))).toContain(draft.reference);
    expect(await read(grace, async (ctx) => (await listToAccept(ctx, 500)).every((row) => row.reviewId === null || row.reviewId === review.id))).toBe(true);
    expect(await read(executive, (ctx) => listToAccept(ctx))).toEqual([]);
  });

  test('a draft from an audit is there for the Engine Room and its chair to accept, and for no case review lead', async () => {
    const [first, second] = [await made.aRecommendation(db.owner, { text: 'Ask for the plan' }), await made.aRecommendation(db.owner)];
    const chair = await db.enterAs(await made.aMember(db.owner, 'CH', { group: engineRoom }));
    const elsewhere = await db.enterAs(await made.aMember(db.owner, 'CH'));
    for (const entry of [grace, chair]) {
      expect(await read(entry, async (ctx) => (await listToAccept(ctx, 500)).map((row) => row.reference))).toEqual(expect.arrayContaining([first.reference, second.reference]));
    }
    for (const entry of [sam, elsewhere]) await expect(read(entry, (ctx) => getRecommendation(ctx, first.reference))).rejects.toThrow(NotFound);
    const accept = (entry: TestEntry, reference: string) => run(entry, 'accept-recommendation', (ctx) => acceptRecommendation(ctx, answered(reference)));
    expect(await accept(grace, first.reference)).toMatchObject({ kind: 'done' });
    expect(await accept(chair, second.reference)).toMatchObject({ kind: 'done' });
  });

  test('narrows to an agency that one is addressed to', async () => {
    const agency = await made.anAgency(db.owner);
    const addressed = await made.aRecommendation(db.owner, { agencies: [agency], released: true });
    expect(await read(priya, async (ctx) => (await listRecommendations(ctx, { agency: agency.id })).recommendations.map((row) => [row.reference, row.addressedWords]))).toEqual([[addressed.reference, agency.name]]);
  });
});
