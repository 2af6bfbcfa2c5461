import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { actions, evidence, settings } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, type ReadContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { listPlanChanges } from '@/lib/plan/changes/queries';
import { listPlan, listPlanForFile } from './queries';
import type { PlanFilter } from '@/lib/plan/queries';
import { isOver } from '@/lib/plan/rules';

const db = aTestDatabase();
const today = todayInEngland(new Date());
const inDays = (days: number) => addDays(today, days);

type Made = Awaited<ReturnType<typeof made.anAction>>;
let unit: TestEntry, owner: TestEntry;
let trust: Awaited<ReturnType<typeof made.anAgency>>, jo: Awaited<ReturnType<typeof made.aPerson>>;
let running: Made, moved: Made, checked: Made, handedOver: Made, young: Made, hidden: Made;

const as = <T>(entry: TestEntry, work: (ctx: ReadContext) => Promise<T>) => read(entry as never, work);
const planOn = async (days: number, filter: PlanFilter = {}, entry = unit) => (await as(entry, (ctx) => listPlan(ctx, { ...filter, asAt: inDays(days) }))).actions;
const changesSince = (days: number, entry = unit) => as(entry, (ctx) => listPlanChanges(ctx, {}, inDays(days)));

beforeAll(async () => {
  const store = db.owner;
  trust = await made.anAgency(store, { name: 'Example NHS Trust' });
  const police = await made.anAgency(store, { name: 'Example Police' });
  jo = await made.aPerson(store, { name: 'Jo Hale' });
  unit = await db.enterAs(await made.aMember(store, 'BU'));
  const ordinary = { agency: trust, owner: jo, proposedOn: inDays(-200), agreedOn: inDays(-190), lastUpdateOn: inDays(-3), dueOn: inDays(90) };
  running = await made.anAction(store, { ...ordinary, title: 'Runs on' });
  moved = await made.anAction(store, { ...ordinary, title: 'Was moved', dueOn: inDays(40), firstDueOn: inDays(-60), moves: 2 });
  await made.aDueMove(store, { action: moved, fromOn: inDays(-60), toOn: inDays(-20), movedOn: inDays(-70) });
  await made.aDueMove(store, { action: moved, fromOn: inDays(-20), toOn: inDays(40), movedOn: inDays(-10) });
  checked = await made.anAction(store, { ...ordinary, title: 'Was checked', completeOn: inDays(-40), checkedOn: inDays(-30) });
  await made.someEvidence(store, { action: checked, level: 'reached', checkedOn: inDays(-30) });
  handedOver = await made.anAction(store, { ...ordinary, title: 'Was handed over' });
  young = await made.anAction(store, { ...ordinary, proposedOn: inDays(-5), agreedOn: inDays(-4), title: 'Came later' });
  await made.anUpdate(store, { action: running, text: 'Half of the teams', saidOn: inDays(-50), saidBy: jo });
  await made.anUpdate(store, { action: running, text: 'All teams', saidOn: inDays(-3), saidBy: jo });
  const other = await made.aPerson(store, { name: 'Mo Field' });
  owner = await db.enterAs(other);
  await made.anAction(store, { ...ordinary, owner: other, title: 'Mo’s own' });
  // History tells what was before today.
  await store.update(actions).set({ ownerAgencyId: police.id, ownerPersonId: null }).where(eq(actions.id, handedOver.id));
  const review = await made.aReview(store);
  hidden = await made.anAction(store, { ...ordinary, title: 'Of a review', sources: [review] });
});

describe('the plan as at a day gone by', () => {
  test('has each action as it stood: its date, its stage, its colour, its last update', async () => {
    const then = await planOn(-35);
    expect(then.find((action) => action.id === moved.id)).toMatchObject({ dueOn: inDays(-20), moves: 1, rag: 'amber', because: expect.stringMatching(/moved once|no update/) });
    expect(then.find((action) => action.id === checked.id)).toMatchObject({ stage: 'awaiting_check', checkedOn: null, level: null });
    expect(then.find((action) => action.id === running.id)).toMatchObject({ lastUpdateOn: inDays(-50) });
    expect(then.map((action) => action.id)).not.toContain(young.id);
    expect((await planOn(-29)).find((action) => action.id === checked.id)).toMatchObject({ stage: 'checked', level: 'reached' });
    expect((await planOn(-4)).map((action) => action.id)).toContain(young.id);
  });

  test('names whoever owned it then, from its history', async () => {
    expect((await planOn(-1)).find((action) => action.id === handedOver.id)).toMatchObject({ ownerAgencyName: 'Example NHS Trust', ownerPersonName: 'Jo Hale' });
  });

  test('is filtered and ordered by what stood then', async () => {
    const amber = await planOn(-35, { rag: ['amber'] });
    expect(amber.map((action) => action.id)).toContain(moved.id);
    expect(amber.map((action) => action.id)).not.toContain(checked.id);
    const due = (await planOn(-35, { dueTo: inDays(0) })).map((action) => action.id);
    expect(due).toEqual([moved.id]);
    const inOrder = await planOn(-35, { sort: 'due' });
    const [open, over] = [inOrder.filter((action) => !isOver(action)), inOrder.filter((action) => isOver(action))];
    expect(inOrder).toEqual([...open, ...over]);
    for (const dates of [open, over].map((part) => part.map((action) => action.dueOn))) expect(dates).toEqual([...dates].sort());
  });

  test('goes by the rules of that day', async () => {
    await db.owner.update(settings).set({ ragMovesForRed: 1 });
    try {
      expect((await planOn(-35)).find((action) => action.id === moved.id)?.rag).toBe('amber');
    } finally {
      await db.owner.update(settings).set({ ragMovesForRed: 2 });
    }
  });

  test('and by the rights of today: an owner sees their own', async () => {
    expect((await planOn(-35, {}, owner)).map((action) => action.title)).toEqual(['Mo’s own']);
    expect((await as(owner, (ctx) => listPlanForFile(ctx, { asAt: inDays(-35) }))).actions.map((action) => action.title)).toEqual(['Mo’s own']);
    expect((await changesSince(-35, owner)).changed).toEqual([]);
  });

  test('of today is the plan itself', async () => {
    const [plain, dated] = [await as(unit, (ctx) => listPlan(ctx, {})), await planOn(0)];
    const told = (of: typeof dated) => of.map(({ reference, rag, stage, because, dueOn, level }) => ({ reference, rag, stage, because, dueOn, level })).sort((a, b) => (a.reference < b.reference ? -1 : 1));
    expect(told(dated)).toEqual(told(plain.actions));
  });

  test('notes that it named a review that is not published', async () => {
    const { actions: shown } = await as(unit, (ctx) => listPlanForFile(ctx, { asAt: inDays(-35) }));
    expect(shown.find((action) => action.id === hidden.id)?.sources).toMatchObject([{ isCase: true }]);
  });
});

describe('what has changed since a day', () => {
  test('is told of each action that changed or of which something was said, the worst first', async () => {
    const found = await changesSince(-35);
    const told = (action: Made) => found.changed.find((one) => one.action.id === action.id);
    expect(told(checked)?.changes.map((change) => change.words)).toEqual(['checked', 'checked evidence: reached, was nothing checked yet']);
    expect(told(moved)?.changes.map((change) => change.kind)).toEqual(['moved', 'worse']);
    expect(told(young)).toMatchObject({ then: null, changes: [{ kind: 'added' }] });
    expect(told(handedOver)?.changes.map((change) => change.kind)).toEqual(['owner']);
    expect(told(running)).toMatchObject({ changes: [], updates: { count: 1, text: 'All teams' } });
    expect(found.changed[0]?.action.id).toBe(moved.id);
    expect(found.counts).toMatchObject({ added: 1, checked: 1, moved: 1, worse: 1, owner: 1 });
    expect(found.updated).toBe(1);
    expect(found.total).toBe(found.changed.length);
  });

  test('is nothing where nothing happened', async () => {
    await db.owner.delete(evidence).where(eq(evidence.actionId, running.id));
    expect((await changesSince(0)).changed.filter((one) => one.changes.length > 0)).toEqual([]);
  });
});
