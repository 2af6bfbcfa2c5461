import { beforeAll, describe, expect, it } from 'vitest';
import { anAction, aDecision, aMember, aReview, aSource } from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { actionSources } from '@/db/schema';
import { newId, read } from '@/lib/access/context';
import { getYear, listFigureRows } from '@/lib/assurance/queries';
import { asCalendarDate as day } from '@/lib/dates/calendar-date';

const db = aTestDatabase();
let scrutineer: TestEntry;
beforeAll(async () => {
  scrutineer = await db.enterAs(await aMember(db.owner, 'IS'));
});

const period = { from: day('2026-01-01'), to: day('2026-03-31') };
const settled = (outcome: 'lcspr' | 'no_lcspr', on: string) => ({ outcome, decidedFrom: on, decidedTo: on, decidedPrecision: 'day' as const });

/** What the decisions of one review count for. */
async function decisionsOf(review: { reference: string }): Promise<string[]> {
  const { rows, count } = await read(scrutineer, (ctx) => listFigureRows(ctx, 'decisions', period));
  expect(count).toBe(rows.length);
  return rows.filter((row) => row.reference === review.reference).map((row) => row.because);
}

describe('a decision that was made again', () => {
  it('counts once, as it was made last, and says what it is in place of', async () => {
    const review = await aReview(db.owner);
    const first = await aDecision(db.owner, { review, ...settled('no_lcspr', '2026-01-22') });
    await aDecision(db.owner, { review, ...settled('lcspr', '2026-02-20'), supersedes: first, supersededBecause: 'The National Panel disagrees' });
    expect(await decisionsOf(review)).toEqual(['Local Child Safeguarding Practice Review, 20 February 2026, in place of “No LCSPR: the learning is complete” of 22 January 2026']);
  });

  it('stands until then, and says that it is with the partners again', async () => {
    const review = await aReview(db.owner);
    const first = await aDecision(db.owner, { review, ...settled('no_lcspr', '2026-01-22') });
    await aDecision(db.owner, { review, openedOn: '2026-02-02', supersedes: first, supersededBecause: 'The National Panel disagrees' });
    expect(await decisionsOf(review)).toEqual(['No LCSPR: the learning is complete, 22 January 2026, put to the partners again 2 February 2026']);
  });
});

it('a year holds the lines, audits and enquiries of sources that carry that year, whatever their document is called', async () => {
  const inYear = await aSource(db.owner, { kind: 'audit', reportingYear: '2020-21', document: 'Another report', example: false });
  const later = await aSource(db.owner, { kind: 'audit', reportingYear: '2021-22', document: 'Annual report 2020-21', example: false });
  for (const [source, title] of [[inYear, 'Of the year'], [later, 'Of the year after']] as const) {
    const action = await anAction(db.owner, { title, document: 'Annual report 2020-21', example: false });
    await db.owner.insert(actionSources).values({ id: newId(), actionId: action.id, sourceId: source.id });
  }
  const year = await read(scrutineer, (ctx) => getYear(ctx, '2020-21'));
  expect(year.planLines.map((row) => row.title)).toEqual(['Of the year']);
  expect(year.audits.map((row) => row.reference)).toEqual([inYear.reference]);
});
