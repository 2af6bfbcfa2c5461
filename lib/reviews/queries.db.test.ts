import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordViewReviews, recordViews, reviews } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound } from '@/lib/errors/kinds';
import { done } from '@/lib/forms/outcome';
import { listOpenDecisions } from '@/lib/reviews/decisions/queries';
import { countReviewsAtClock, getReview, listReviews, listRunningClocks } from '@/lib/reviews/queries';

const db = aTestDatabase();
const today = todayInEngland(new Date());
type Review = Awaited<ReturnType<typeof made.aReview>>;
let unit: TestEntry, director: TestEntry, nurse: TestEntry, chair: TestEntry, otherChair: TestEntry, lead: TestEntry, excluded: TestEntry, owner: TestEntry;
let waiting: Review, differing: Review, decided: Review, far: Review;

/** A rapid review whose clock runs out so many days from now, with a decision that has these partners' views. */
async function aReviewWith(days: number, views: { agency: { id: string }; view: 'lcspr' | 'no_lcspr' | 'not_given' }[] | null = null, outcome: 'lcspr' | null = null): Promise<Review> {
  const review = await made.aReview(db.owner);
  await made.aRapidReview(db.owner, { review });
  await made.aClock(db.owner, { review, startedOn: addDays(today, days - 21), computedDueOn: addDays(today, days) });
  if (views === null) return review;
  const settled = outcome ? { outcome, decidedFrom: today, decidedTo: today, decidedPrecision: 'day' as const } : {};
  const decision = await made.aDecision(db.owner, { review, ...settled });
  for (const view of views) await made.aPartnerView(db.owner, { decision, ...view });
  return review;
}

beforeAll(async () => {
  const [council, health] = [await made.aSafeguardingPartner(db.owner, { name: 'Testham Council', position: 1 }), await made.aSafeguardingPartner(db.owner, { name: 'Testham Health', position: 2 })];
  waiting = await aReviewWith(3, [{ agency: council, view: 'lcspr' }]);
  differing = await aReviewWith(-1, [{ agency: council, view: 'lcspr' }, { agency: health, view: 'no_lcspr' }]);
  decided = await aReviewWith(7, [{ agency: council, view: 'lcspr' }, { agency: health, view: 'lcspr' }], 'lcspr');
  far = await aReviewWith(8);
  const executive = await made.aGroup(db.owner, { kind: 'executive' });
  unit = await db.enterAs(await made.aMember(db.owner, 'BU'));
  director = await db.enterAs(await made.aMember(db.owner, 'EX', { votesFor: council }));
  nurse = await db.enterAs(await made.aMember(db.owner, 'EX', { votesFor: health }));
  const [scrutineer, other, kept] = [await made.aMember(db.owner, 'IS'), await made.aMember(db.owner, 'IS'), await made.aMember(db.owner, 'EX', { votesFor: health })];
  await made.aMembership(db.owner, { person: scrutineer, membership: 'CH', group: executive });
  await made.aMembership(db.owner, { person: other, membership: 'CH', group: await made.aGroup(db.owner, { kind: 'engine_room' }) });
  [chair, otherChair] = [await db.enterAs(scrutineer), await db.enterAs(other)];
  lead = await db.enterAs(await made.aMember(db.owner, 'CL', { review: waiting }));
  for (const review of [waiting, differing]) await made.anExclusion(db.owner, { review, person: kept });
  excluded = await db.enterAs(kept);
  owner = await db.enterAs(await made.aMember(db.owner, 'AO'));
});

const openFor = async (entry: TestEntry) => (await read(entry, (ctx) => listOpenDecisions(ctx))).map(({ reference, missing, todo }) => [reference, missing, todo]);

describe('decisions without an outcome', () => {
  it('name the partners whose view is still to come, to everybody who sees the case; the view is for that partner to give', async () => {
    const line = [waiting.reference, ['Testham Health']];
    expect(await openFor(nurse)).toContainEqual([...line, 'view']);
    for (const entry of [director, unit, chair, lead]) expect(await openFor(entry)).toContainEqual([...line, null]);
  });

  it('are for the chair of the Executive once the views differ, or for the business unit on their behalf, and for no other chair', async () => {
    const line = [differing.reference, []];
    for (const entry of [chair, unit]) expect(await openFor(entry)).toContainEqual([...line, 'outcome']);
    for (const entry of [otherChair, director, nurse]) expect(await openFor(entry)).toContainEqual([...line, null]);
  });

  it('are not there for somebody who does not see the case, nor once decided', async () => {
    expect(await openFor(lead)).toHaveLength(1);
    expect(await openFor(excluded)).toEqual([]);
    expect(await openFor(owner)).toEqual([]);
    expect((await openFor(unit)).map(([reference]) => reference)).not.toContain(decided.reference);
  });
});

describe('the clocks that are running', () => {
  it('say when the review was decided, so that one knows what comes next', async () => {
    const clocks = await read(unit, (ctx) => listRunningClocks(ctx, 500));
    const decidedOn = (review: Review) => clocks.find((clock) => clock.reference === review.reference)!.decidedOn;
    expect([decidedOn(decided), decidedOn(differing), decidedOn(far)]).toEqual([today, null, null]);
  });

  it.each([
    ['the business unit', () => unit, () => [differing, waiting, decided]],
    ['a case review lead, of their list', () => lead, () => [waiting]],
    ['somebody excluded from two', () => excluded, () => [decided]],
    ['an action owner', () => owner, () => []],
  ])('are counted for %s as the register lists them: late, or due within the week', async (_, entry, reviews) => {
    const [count, listed] = await read(entry(), async (ctx) => [await countReviewsAtClock(ctx), await listReviews(ctx, { atClock: true })] as const);
    expect(listed.map((review) => review.reference).sort()).toEqual(reviews().map((review) => review.reference).sort());
    expect(count).toBe(listed.length);
  });
});

describe('a review that is opened', () => {
  it('is noted at the page that showed it', async () => {
    const review = await made.aReview(db.owner);
    await read(unit, (ctx) => getReview(ctx, review.reference));
    await read(unit, (ctx) => getReview(ctx, review.reference, '/reviews/[reference]/decision'));
    const looks = await db.owner.select({ kind: recordViews.kind, place: recordViews.place }).from(recordViews)
      .innerJoin(recordViewReviews, eq(recordViewReviews.viewId, recordViews.id)).where(eq(recordViewReviews.reviewId, review.id)).orderBy(recordViews.id);
    expect(looks).toEqual([{ kind: 'opened', place: '/reviews/[reference]' }, { kind: 'opened', place: '/reviews/[reference]/decision' }]);
  });
});

describe('somebody who sees a review and not its case', () => {
  let auditor: TestEntry;
  let notified: Review, complete: Review, again: Review;

  beforeAll(async () => {
    auditor = await db.enterAs(await made.aMember(db.owner, 'AU'));
    notified = await made.aReview(db.owner);
    await made.aNotification(db.owner, { review: notified, sentOn: '2026-01-08' });
    complete = await made.aReview(db.owner);
    await made.aDecision(db.owner, { review: complete, outcome: 'no_lcspr', decidedFrom: '2026-01-22', decidedTo: '2026-01-22', decidedPrecision: 'day' });
    await made.aRapidReview(db.owner, { review: complete, sentToPanelOn: '2026-01-23' });
    again = await made.aReview(db.owner);
    const first = await made.aDecision(db.owner, { review: again, outcome: 'no_lcspr', decidedFrom: '2026-01-22', decidedTo: '2026-01-22', decidedPrecision: 'day' });
    await made.aDecision(db.owner, { review: again, openedOn: '2026-02-02', supersedes: first, supersededBecause: 'The National Panel disagrees' });
  });

  it('is told the same status and outcome of it as those who see the case', async () => {
    const told = async (entry: TestEntry) => (await read(entry, (ctx) => listReviews(ctx))).map(({ reference, stage, outcome, clock }) => [reference, stage, outcome, clock?.words]);
    const auditors = await told(auditor);
    expect(auditors).toEqual(await told(unit));
    const stages = Object.fromEntries(auditors.map(([reference, stage, outcome]) => [reference, [stage, outcome]]));
    expect([notified, far, waiting, decided, complete, again].map((review) => stages[review.reference])).toEqual([['notified', null], ['gathering', null], ['deciding', null], ['decided', 'lcspr'], ['sent', 'no_lcspr'], ['deciding', null]]);
  });

  it('is given its dates and outcome, and no row behind them', async () => {
    const review = await read(auditor, (ctx) => getReview(ctx, complete.reference));
    expect(review).toMatchObject({ stage: 'sent', outcome: 'no_lcspr', openedOn: '2026-01-08', putOn: '2026-01-20', decidedOn: '2026-01-22', sentToPanelOn: '2026-01-23', sees: { case: false, spines: true, plan: true } });
    expect(review).toMatchObject({ notification: null, rapidReview: null, decision: null, earlierDecisions: [], criteria: [], requests: [], places: [] });
    expect((await read(auditor, (ctx) => getReview(ctx, notified.reference))).notifiedOn).toBe('2026-01-08');
    expect((await read(auditor, (ctx) => getReview(ctx, again.reference))).decidedOn).toBeNull();
    expect((await read(unit, (ctx) => getReview(ctx, complete.reference))).sees).toEqual({ case: true, spines: true, plan: true });
  });

  it('is nobody to whom the review itself is hidden', async () => {
    const hidden = [await db.enterAs(await made.aMember(db.owner, 'OB')), await db.enterAs(await made.aMember(db.owner, 'AL')), owner];
    for (const entry of hidden) {
      expect(await read(entry, (ctx) => listReviews(ctx))).toEqual([]);
      await expect(read(entry, (ctx) => getReview(ctx, complete.reference))).rejects.toThrow(NotFound);
    }
  });

  it('can rely on it: the outcome follows the decision, whatever is sent', async () => {
    for (const review of [complete, far]) {
      await write(unit, { name: 'change-notification', formKey: null, bodyDigest: null }, async (ctx) => done(await ctx.tx.update(reviews).set({ outcome: 'lcspr', decidedOn: today, openedOn: null }).where(eq(reviews.id, review.id))));
    }
    const spines = await read(auditor, async (ctx) => [await getReview(ctx, complete.reference), await getReview(ctx, far.reference)]);
    expect(spines.map(({ outcome, decidedOn, openedOn, version }) => [outcome, decidedOn, openedOn, version])).toEqual([['no_lcspr', '2026-01-22', '2026-01-08', 1], [null, null, '2026-01-08', 1]]);
  });
});
