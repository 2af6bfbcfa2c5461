import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { actions, settings } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read } from '@/lib/access/context';
import { addDays, todayInEngland, type CalendarDate } from '@/lib/dates/calendar-date';
import { listActionsForFile } from './queries';
import { isOver, ragOf, stageOf, type ActionFacts, type Rag, type Thresholds } from './rules';

const db = aTestDatabase();
const today = todayInEngland(new Date());
const rags: Rag[] = ['red', 'amber', 'green', 'grey', 'blue', 'not_stated'];
const cases = 800;

/** The same cases every time: a small generator of numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = numbersFrom(20_261_123);
const oneOf = <T>(...choices: T[]): T => choices[Math.floor(next() * choices.length)]!;
const day = (...offsets: number[]) => addDays(today, oneOf(...offsets));

/** Facts of an action, crowded around the days on which its RAG turns. */
function someFacts(agencyId: string): ActionFacts {
  const end = next();
  const completeOn = end < 0.3 ? day(-10, -1) : null;
  const checkedOn = completeOn && end < 0.15 ? day(-1, 0) : null;
  const worsenedTo = oneOf(null, null, null, null, 'red' as const, 'amber' as const);
  return {
    recordBasis: oneOf('worked_here', 'worked_here', 'worked_here', 'recorded_from_document', 'carried_over'),
    ownerAgencyId: oneOf(agencyId, agencyId, agencyId, agencyId, null),
    agreedOn: oneOf(null, ...[-100, -61, -60, -46, -45, -44, -21, -20, -19, -1, 0].map((days) => addDays(today, days))),
    startOn: oneOf(null, null, null, day(-30, -1, 0, 1, 2, 30)),
    dueOn: oneOf(null, ...[-31, -2, -1, 0, 1, 9, 10, 11, 29, 30, 31, 32, 60, 90].map((days) => addDays(today, days))),
    moves: oneOf(0, 0, 0, 0, 1, 2, 3, 4),
    lastUpdateOn: oneOf(null, null, day(-60, -46, -45, -44, -21, -20, -19, -1, 0)),
    aside: end > 0.85 ? oneOf('paused' as const, 'superseded' as const, 'not_accepted' as const, 'transferred' as const) : null,
    completeOn, checkedOn, closedOn: checkedOn && end < 0.07 ? today : null,
    worsenedTo, worsenedBecause: worsenedTo && 'The lead has left',
    agenciesBehind: oneOf(0, 0, 0, 0, 1, 2),
  };
}

describe('the RAG that a filter finds', () => {
  let unit: TestEntry;
  const facts = new Map<string, ActionFacts>();

  beforeAll(async () => {
    const agency = await made.anAgency(db.owner);
    unit = await db.enterAs(await made.aMember(db.owner, 'BU'));
    const rows = Array.from({ length: cases }, (_, place) => ({ id: randomUUID(), reference: `A-${1000 + place}`, title: 'Train the teams', type: 'training' as const, facts: someFacts(agency.id) }));
    for (const row of rows) facts.set(row.reference, row.facts);
    await db.owner.insert(actions).values(rows.map(({ facts: known, ...row }) => ({ ...row, ...known, firstDueOn: known.dueOn })));
  });

  /** What the filter of each RAG finds, against what the rule says of each action on that day. */
  async function differences(on: CalendarDate, thresholds: Thresholds) {
    const found = await read(unit, async (ctx) => {
      const listed = new Map<string, Rag[]>();
      for (const rag of rags) for (const action of (await listActionsForFile({ ...ctx, today: on }, { rag: [rag] })).actions) listed.set(action.reference, [...(listed.get(action.reference) ?? []), rag]);
      return listed;
    });
    const expected = new Map([...facts].map(([reference, known]) => [reference, ragOf(known, on, thresholds).rag]));
    for (const rag of rags) expect([...expected.values()].filter((one) => one === rag).length, `cases that are ${rag}`).toBeGreaterThan(5);
    return [...facts].flatMap(([reference, known]) => {
      const [is, should] = [found.get(reference) ?? [], expected.get(reference)!];
      return is.length === 1 && is[0] === should ? [] : [{ reference, is, should, known }];
    });
  }

  test('puts what is over last, as the rule says', async () => {
    const listed = await read(unit, (ctx) => listActionsForFile(ctx, {}));
    const over = listed.actions.map((action) => isOver({ stage: stageOf(facts.get(action.reference)!, today) }));
    expect(new Set(over)).toEqual(new Set([false, true]));
    expect(over).toEqual([...over].sort());
  });

  const usual: Thresholds = { dueSoonDays: 30, quietDays: 45, movesForRed: 2 };

  test.each([-30, -1, 0, 1, 29, 61])(`is the rule's for ${cases} actions, %i days from today`, async (days) => {
    expect(await differences(addDays(today, days), usual)).toEqual([]);
  });

  test.each<Thresholds>([{ dueSoonDays: 10, quietDays: 20, movesForRed: 3 }, { dueSoonDays: 31, quietDays: 60, movesForRed: 1 }])('follows the thresholds as soon as the settings change: %o', async (thresholds) => {
    await db.owner.update(settings).set({ ragDueSoonDays: thresholds.dueSoonDays, ragQuietDays: thresholds.quietDays, ragMovesForRed: thresholds.movesForRed });
    expect(await differences(today, thresholds)).toEqual([]);
  });
});
