import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { outbox } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { listTimeline } from '@/lib/history/queries';
import { agreeFinding, answerFinding, changeFinding, connectFinding, writeFinding } from '@/lib/recommendations/findings/commands';
import type { AgreeFindingInput, ConnectFindingInput, WriteFindingInput } from '@/lib/recommendations/findings/input';
import { getFinding, listFindings, listFindingsAnswered, listRepeats, readConnections, suggestEarlier } from '@/lib/recommendations/findings/queries';
import { placeWords } from '@/lib/recommendations/findings/rules';

const db = aTestDatabase();

type Review = Awaited<ReturnType<typeof made.aReview>>;
let review: Review, practiceReview: Review, elsewhere: Review;
let priya: TestEntry, sam: TestEntry, grace: TestEntry, fiona: TestEntry, friend: TestEntry, outside: TestEntry, executive: TestEntry;
let samId: string;
let enquiry: Awaited<ReturnType<typeof made.aSource>>;
let theme: Awaited<ReturnType<typeof made.aTheme>>;

beforeAll(async () => {
  review = await made.aReview(db.owner, { reportingYear: '2025-26' });
  elsewhere = await made.aReview(db.owner, { reportingYear: '2021-22' });
  practiceReview = await made.aReview(db.owner, { kind: 'lcspr' });
  enquiry = await made.aSource(db.owner, { kind: 'line_of_enquiry' });
  await made.aGroup(db.owner, { kind: 'engine_room', name: 'Engine Room', example: true });
  priya = await db.enterAs(await made.aMember(db.owner, 'BU', { name: 'Priya Nair' }));
  const person = await made.aMember(db.owner, 'CL', { name: 'Sam Okafor', review });
  samId = person.id;
  sam = await db.enterAs(person);
  grace = await db.enterAs(await made.aMember(db.owner, 'ER', { name: 'Grace Adeyemi', review }));
  fiona = await db.enterAs(await made.aMember(db.owner, 'LR', { review: practiceReview }));
  friend = await db.enterAs(await made.aMember(db.owner, 'CF', { source: enquiry }));
  executive = await db.enterAs(await made.aMember(db.owner, 'EX'));
  outside = await db.enterAs(await made.aMember(db.owner, 'CL'));
  theme = await made.aTheme(db.owner, { parent: await made.aTheme(db.owner), name: 'Fathers' });
});

function run<T>(entry: TestEntry, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) {
  return write(entry, { name, formKey: null, bodyDigest: null }, command);
}

const found = (given: Partial<WriteFindingInput> = {}): WriteFindingInput => ({
  source: review.reference, kind: 'gap', text: 'The father lived in the household and nobody spoke to him', level: 'frontline', why: null, shownBy: null, voice: null, agencies: [], ownerAgency: null, ownerPost: null, ...given,
});
const agreed = (reference: string, given: Partial<AgreeFindingInput> = {}): AgreeFindingInput => ({
  reference, version: 1, agreement: 'agreed', reason: null, decidedOn: asCalendarDate('2026-02-10'), group: null, how: 'meeting', howNote: 'Engine Room, item 4', ...given,
});
const connected = (reference: string, given: Partial<ConnectFindingInput> = {}): ConnectFindingInput => ({ reference, version: 1, themes: [], earlier: null, recommendations: [], ...given });

async function aReference(entry: TestEntry, given: Partial<WriteFindingInput> = {}): Promise<string> {
  const written = await run(entry, 'write-finding', (ctx) => writeFinding(ctx, found(given)));
  if (written.kind !== 'done') throw new Error(`not written: ${JSON.stringify(written)}`);
  return written.value.reference;
}

async function sentencesOf(entry: TestEntry, reference: string): Promise<string[]> {
  return read(entry, async (ctx) => (await listTimeline(ctx, 'finding', (await getFinding(ctx, reference)).id, { names: new Map(), words: {} })).map((each) => each.sentence));
}

describe('writing a finding', () => {
  test('a case review lead on the list writes one, with the agencies it is about, and it is in the history', async () => {
    const agency = await made.anAgency(db.owner, { name: 'Housing' });
    const reference = await aReference(sam, { agencies: [agency.id, agency.id], voice: 'He said that nobody had asked' });
    expect(reference).toMatch(/^F-\d{3}$/);
    expect(await read(sam, (ctx) => getFinding(ctx, reference))).toMatchObject({ state: 'draft', reviewId: review.id, agencies: [{ name: 'Housing' }], voice: 'He said that nobody had asked', writtenBy: 'Sam Okafor' });
    expect(await sentencesOf(sam, reference)).toEqual(['Sam Okafor wrote the finding']);
  });

  test('a critical friend writes the findings of their own enquiry, and of no other', async () => {
    const reference = await aReference(friend, { source: enquiry.reference });
    expect(await read(friend, (ctx) => getFinding(ctx, reference))).toMatchObject({ state: 'draft' });
    const another = await made.aSource(db.owner, { kind: 'line_of_enquiry' });
    expect(await run(friend, 'write-finding', (ctx) => writeFinding(ctx, found({ source: another.reference })))).toMatchObject({ kind: 'refused' });
  });

  test('somebody who sees the review and may not write is refused; one that cannot be seen is not there', async () => {
    expect(await run(executive, 'write-finding', (ctx) => writeFinding(ctx, found()))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'write-finding', (ctx) => writeFinding(ctx, found()))).rejects.toThrow(NotFound);
  });

  test('a draft is changed, over nobody’s save, and what was agreed is not', async () => {
    const reference = await aReference(sam);
    const change = (version: number, text: string) => run(sam, 'change-finding', (ctx) => changeFinding(ctx, { ...found({ text }), reference, version }));
    expect(await change(1, 'Changed')).toMatchObject({ kind: 'done' });
    await expect(change(1, 'Late')).rejects.toThrow(StaleVersion);
    await run(priya, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference, { version: 2 })));
    expect(await change(3, 'After')).toMatchObject({ kind: 'blocked' });
    const { reference: other } = await made.aFinding(db.owner, { source: review });
    expect(await run(executive, 'change-finding', (ctx) => changeFinding(ctx, { ...found(), reference: other, version: 1 }))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'change-finding', (ctx) => changeFinding(ctx, { ...found(), reference: other, version: 1 }))).rejects.toThrow(NotFound);
  });
});

describe('agreeing a finding', () => {
  test('an Engine Room member on the list agrees it themselves; the writer is told', async () => {
    const reference = await aReference(sam);
    expect(await run(grace, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference, { how: null, howNote: null })))).toMatchObject({ kind: 'done' });
    expect(await read(priya, (ctx) => getFinding(ctx, reference))).toMatchObject({ state: 'open', decidedHow: 'in_person', decidedByGroup: 'Engine Room', decisionRecordedBy: 'Grace Adeyemi' });
    expect((await db.owner.select().from(outbox).where(eq(outbox.toPersonId, samId))).map((message) => message.message)).toContain(`${reference}: it is recorded whether the finding you wrote is agreed`);
    expect(await sentencesOf(priya, reference)).toContain('Grace Adeyemi recorded whether it is agreed');
  });

  test('a practice review’s is the safeguarding partners’: the business unit records it, with the minute', async () => {
    const reference = await aReference(fiona, { source: practiceReview.reference });
    const reader = await db.enterAs(await made.aMember(db.owner, 'ER', { review: practiceReview }));
    expect(await run(reader, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference)))).toMatchObject({ kind: 'refused', message: expect.stringContaining('the safeguarding partners jointly') });
    expect(await run(priya, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference, { howNote: null })))).toMatchObject({ kind: 'blocked' });
    expect(await run(priya, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference)))).toMatchObject({ kind: 'done' });
  });

  test('whoever stepped back from deciding on the review does not agree its findings', async () => {
    const member = await made.aMember(db.owner, 'ER', { review });
    await made.anInterest(db.owner, { review, person: member, outcome: 'steps_back' });
    const { reference } = await made.aFinding(db.owner, { source: review, example: true });
    expect(await run(await db.enterAs(member), 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference)))).toMatchObject({ kind: 'refused', message: expect.stringContaining('stepped back') });
  });

  test('from then on it is learning: the lead reviewer of another review reads it, and no draft', async () => {
    const [draft, open] = [await made.aFinding(db.owner, { source: review }), await made.aFinding(db.owner, { source: review, agreed: true })];
    await expect(read(fiona, (ctx) => getFinding(ctx, draft.reference))).rejects.toThrow(NotFound);
    expect(await read(fiona, (ctx) => getFinding(ctx, open.reference))).toMatchObject({ source: null, sourceWords: 'a review not yet published' });
  });

  test('somebody without the right is refused, and one that cannot be seen is not there', async () => {
    const reference = await aReference(sam);
    expect(await run(executive, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference)))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'agree-finding', (ctx) => agreeFinding(ctx, agreed(reference)))).rejects.toThrow(NotFound);
  });
});

describe('what a finding belongs to, repeats and is answered by', () => {
  test('is saved as the form has it, and what is taken off stays on record', async () => {
    const recommendation = await made.aRecommendation(db.owner, { source: review });
    const earlier = await made.aFinding(db.owner, { source: elsewhere, agreed: true });
    const { reference, id } = await made.aFinding(db.owner, { source: review, agreed: true });
    expect(await run(grace, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference, { themes: [theme.id], earlier: earlier.reference, recommendations: [recommendation.id] })))).toMatchObject({ kind: 'done' });
    const known = await read(priya, async (ctx) => ({ ...(await readConnections(ctx, { id })), finding: await getFinding(ctx, reference), answered: await listFindingsAnswered(ctx, recommendation.id) }));
    expect(known).toMatchObject({ themes: [theme.id], earlier: { reference: earlier.reference }, recommendations: [{ reference: recommendation.reference }], answered: [{ reference }] });
    expect(placeWords(known.finding.place!)).toBe('Second time since 2021-22');
    expect(await run(grace, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference, { version: 2 })))).toMatchObject({ kind: 'done' });
    expect(await read(priya, (ctx) => readConnections(ctx, { id }))).toEqual({ themes: [], earlier: null, chain: [], recommendations: [] });
    expect(await sentencesOf(priya, reference)).toContain('Grace Adeyemi said what it belongs to, repeats and is answered by');
    await expect(run(grace, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference, { version: 2 })))).rejects.toThrow(StaleVersion);
  });

  test('never goes round, also not by three', async () => {
    const first = await made.aFinding(db.owner, { source: review });
    const second = await made.aFinding(db.owner, { source: review, repeats: first });
    const third = await made.aFinding(db.owner, { source: review, repeats: second });
    expect(await run(priya, 'connect-finding', (ctx) => connectFinding(ctx, connected(first.reference, { earlier: third.reference })))).toMatchObject({ kind: 'blocked', issues: [{ field: 'earlier' }] });
    expect(await run(priya, 'connect-finding', (ctx) => connectFinding(ctx, connected(first.reference, { earlier: first.reference })))).toMatchObject({ kind: 'blocked' });
    const error = await made.aFinding(db.owner, { source: review }).then(async (fourth) => {
      await db.owner.execute(`insert into app.finding_repeats (id, finding_id, earlier_id) values (gen_random_uuid(), '${fourth.id}', '${third.id}')`);
      return db.owner.execute(`insert into app.finding_repeats (id, finding_id, earlier_id) values (gen_random_uuid(), '${first.id}', '${fourth.id}')`).catch((thrown: unknown) => thrown);
    });
    expect(String((error as { cause?: unknown }).cause ?? error)).toContain('does not repeat itself');
  });

  test('tells nobody of an earlier finding that they may not see: neither the repeat, nor the count, nor as a suggestion', async () => {
    const hidden = await made.aFinding(db.owner, { source: practiceReview, text: 'The father in the household was not spoken to by anybody' });
    const { reference, id } = await made.aFinding(db.owner, { source: review, text: 'The father in the household was spoken to by nobody', repeats: hidden });
    expect((await read(priya, (ctx) => getFinding(ctx, reference))).place).toMatchObject({ place: expect.any(Number), of: 2 });
    expect((await read(sam, (ctx) => getFinding(ctx, reference))).place).toBeNull();
    expect(await read(sam, (ctx) => readConnections(ctx, { id }))).toMatchObject({ earlier: null, chain: [] });
    const suggested = (entry: TestEntry) => read(entry, async (ctx) => (await suggestEarlier(ctx, await getFinding(ctx, reference))).map((one) => one.reference));
    expect(await suggested(priya)).toContain(hidden.reference);
    expect(await suggested(sam)).not.toContain(hidden.reference);
    expect(await run(sam, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference, { earlier: hidden.reference })))).toEqual(
      await run(sam, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference, { earlier: 'F-99999' }))),
    );
    expect((await read(sam, (ctx) => listFindings(ctx, { repeats: true }))).findings.map((one) => one.reference)).not.toContain(reference);
  });

  test('somebody without the right is refused, and one that cannot be seen is not there', async () => {
    const { reference } = await made.aFinding(db.owner, { source: review });
    expect(await run(executive, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference)))).toMatchObject({ kind: 'refused' });
    await expect(run(outside, 'connect-finding', (ctx) => connectFinding(ctx, connected(reference)))).rejects.toThrow(NotFound);
  });
});

describe('what became of a finding', () => {
  const answer = (entry: TestEntry, reference: string, version: number, given: 'open' | 'addressed' | 'accepted_without_action' = 'addressed') =>
    run(entry, 'answer-finding', (ctx) => answerFinding(ctx, { reference, version, answer: given, reason: 'The checklist is in use', answeredOn: asCalendarDate('2026-03-01') }));

  test('is recorded by the Engine Room, and it can be open again', async () => {
    const { reference } = await made.aFinding(db.owner, { source: review, agreed: true });
    expect(await answer(grace, reference, 1)).toMatchObject({ kind: 'done' });
    expect(await read(priya, (ctx) => getFinding(ctx, reference))).toMatchObject({ state: 'addressed', answeredBy: 'Grace Adeyemi' });
    expect(await answer(grace, reference, 2, 'open')).toMatchObject({ kind: 'done' });
    expect(await read(priya, (ctx) => getFinding(ctx, reference))).toMatchObject({ state: 'open' });
    expect(await sentencesOf(priya, reference)).toEqual(['Grace Adeyemi recorded what became of it', 'Grace Adeyemi recorded what became of it', 'This was changed by a new version of the product']);
  });

  test('is of an agreed gap only; somebody without the right is refused, and one that cannot be seen is not there', async () => {
    const draft = await made.aFinding(db.owner, { source: review });
    expect(await answer(priya, draft.reference, 1)).toMatchObject({ kind: 'blocked' });
    const good = await made.aFinding(db.owner, { source: review, agreed: true, kind: 'good_practice' });
    expect(await answer(priya, good.reference, 1)).toMatchObject({ kind: 'blocked' });
    const open = await made.aFinding(db.owner, { source: review, agreed: true });
    expect(await answer(sam, open.reference, 1)).toMatchObject({ kind: 'refused' });
    await expect(answer(outside, open.reference, 1)).rejects.toThrow(NotFound);
  });
});

describe('the register', () => {
  test('is narrowed by theme, also by one that was merged since, by year, by kind of source and to what came back', async () => {
    const set = await made.aTheme(db.owner);
    const [into, merged] = [await made.aTheme(db.owner, { parent: set }), await made.aTheme(db.owner, { parent: set })];
    await made.aThemeChange(db.owner, { theme: merged, into });
    const audit = await made.aSource(db.owner, { kind: 'audit', reportingYear: '2018-19' });
    const first = await made.aFinding(db.owner, { source: audit, agreed: true, themes: [merged] });
    const again = await made.aFinding(db.owner, { source: audit, agreed: true, themes: [merged, into], repeats: first });
    const listed = async (filter: Parameters<typeof listFindings>[1]) => (await read(priya, (ctx) => listFindings(ctx, filter))).findings.map((one) => one.reference);
    for (const theme of [set.id, into.id, merged.id]) expect(await listed({ theme })).toEqual([again.reference, first.reference]);
    expect(await listed({ year: '2018-19', from: 'audit', repeats: true, sort: 'repeats' })).toEqual([again.reference, first.reference]);
    expect(await listed({ year: '2018-19', from: 'review' })).toEqual([]);
    expect((await read(priya, (ctx) => listFindings(ctx, { theme: into.id }))).findings[0]!.themes).toEqual([{ id: into.id, name: into.name }]);
    expect((await read(priya, listRepeats)).map((one) => one.reference)).toContain(again.reference);
    expect((await read(priya, listRepeats)).map((one) => one.reference)).not.toContain(first.reference);
  });
});
