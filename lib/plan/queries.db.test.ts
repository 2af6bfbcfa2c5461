import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordViewReviews, recordViews, sessions } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, type ReadContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound } from '@/lib/errors/kinds';
import {
  countByAgencyAndRag, countByLevel, countEach, countByRag, getAction, getProposalBasis, listActions, listActionsForFile, listActionsOfRecommendation, listActionsOfSource, listFilterOptions, listMyActions,
  type PlanFilter,
} from './queries';
import { levelOfEvidence, levels, showsCase, type Level, type Rag } from './rules';

const db = aTestDatabase();
const today = todayInEngland(new Date());
const inDays = (days: number) => addDays(today, days);

type Made = Awaited<ReturnType<typeof made.anAction>>;
let trust: Awaited<ReturnType<typeof made.anAgency>>, police: Awaited<ReturnType<typeof made.anAgency>>;
let group: Awaited<ReturnType<typeof made.aGroup>>;
let mo: Awaited<ReturnType<typeof made.aPerson>>;
let review: Awaited<ReturnType<typeof made.aReview>>;
let unit: TestEntry, engine: TestEntry, owner: TestEntry;
let red: Made, amber: Made, green: Made, starting: Made, proposed: Made, checked: Made, closed: Made, fromDocument: Made;

const as = <T>(entry: TestEntry, work: (ctx: ReadContext) => Promise<T>) => read(entry as never, work);
const references = async (entry: TestEntry, filter: PlanFilter) => (await as(entry, (ctx) => listActions(ctx, filter))).actions.map((action) => action.reference);
const refs = (...some: Made[]) => some.map((one) => one.reference);

const looks = (who: TestEntry, of: { id: string }) =>
  db.owner.select({ kind: recordViews.kind, place: recordViews.place }).from(recordViews)
    .innerJoin(recordViewReviews, eq(recordViewReviews.viewId, recordViews.id)).innerJoin(sessions, eq(sessions.id, recordViews.sessionId))
    .where(and(eq(sessions.tokenHash, who.tokenHash), eq(recordViewReviews.reviewId, of.id), eq(recordViews.sensitivity, 'case'))).orderBy(recordViews.id);

beforeAll(async () => {
  const store = db.owner;
  trust = await made.anAgency(store, { name: 'Example NHS Trust' });
  police = await made.anAgency(store, { name: 'Example Police' });
  group = await made.aGroup(store, { name: 'Neglect', kind: 'task_and_finish' });
  mo = await made.aPerson(store, { name: 'Mo Field' });
  unit = await db.enterAs(await made.aMember(store, 'BU', { name: 'Priya Nair' }));
  engine = await db.enterAs(await made.aMember(store, 'ER'));
  owner = await db.enterAs(mo);
  review = await made.aReview(store, { title: 'Child D' });
  const audit = await made.aSource(store, { title: 'Step-down audit', reference: 'AU-1' });
  const released = await made.aRecommendation(store, { source: review, released: true, text: 'Ask about fathers' });
  const ordinary = { owner: mo, agency: trust, agreedOn: inDays(-100), lastUpdateOn: inDays(-5) };
  red = await made.anAction(store, { ...ordinary, title: 'Late checklist', detail: 'A walk-through with mothers. The fathers’ own words', dueOn: inDays(-1), recommendations: [released] });
  amber = await made.anAction(store, { ...ordinary, title: 'Recording 50% done', dueOn: inDays(10), lastUpdateOn: inDays(-52), contributors: [police], sources: [audit] });
  green = await made.anAction(store, { ...ordinary, group, dueOn: inDays(60) });
  starting = await made.anAction(store, { agency: police, dueOn: inDays(90), agreedOn: inDays(-1), startOn: inDays(5) });
  proposed = await made.anAction(store, { agency: police, group, dueOn: inDays(120), agreedOn: null });
  checked = await made.anAction(store, { ...ordinary, dueOn: inDays(-30), completeOn: inDays(-31), checkedOn: inDays(-29) });
  closed = await made.anAction(store, { ...ordinary, dueOn: inDays(-40), completeOn: inDays(-50), checkedOn: inDays(-45), closedOn: inDays(-20) });
  fromDocument = await made.anAction(store, { recordBasis: 'recorded_from_document', document: 'Annual report 2020-21', documentPage: 'p. 12', agreedOn: null, statedStatus: 'delivered', sources: [audit] });
  await made.someEvidence(store, { action: red, level: 'reached', checkedOn: inDays(-3) });
  await made.someEvidence(store, { action: red, level: 'better_for_children' });
});

describe('the plan', () => {
  test('is in the order it falls due, what is over last, with what is needed to understand each line', async () => {
    const found = await as(unit, (ctx) => listActions(ctx, {}));
    expect(found).toMatchObject({ total: 8, more: false, page: 1 });
    expect(found.actions.map((action) => action.reference)).toEqual(refs(red, amber, green, starting, proposed, fromDocument, closed, checked));
    expect(found.actions[0]).toMatchObject({ rag: 'red', because: 'past due', stage: 'in_progress', ownerAgencyName: 'Example NHS Trust', ownerPersonName: 'Mo Field', level: 'reached', sources: [{ title: 'Child D', kind: 'review' }], hiddenReviews: 0 });
    expect(found.actions[1]).toMatchObject({ rag: 'amber', because: 'no update in 52 days', sources: [{ title: 'Step-down audit' }] });
    expect(found.actions[5]).toMatchObject({ rag: 'not_stated', stage: 'not_stated', statedStatus: 'delivered', level: null });
  });

  test('shows no more of a review than the reader may see, and says that there is one', async () => {
    const found = await as(engine, (ctx) => listActions(ctx, { rag: ['red'] }));
    expect(found.actions).toMatchObject([{ reference: red.reference, sources: [], hiddenReviews: 1 }]);
    expect(await references(engine, { source: review.reference })).toEqual([]);
    expect((await as(engine, listFilterOptions)).sources.map((option) => option.label)).toEqual(['Step-down audit']);
    expect(await as(unit, listFilterOptions)).toMatchObject({ agencies: [{ label: 'Example NHS Trust' }, { label: 'Example Police' }], groups: [{ label: 'Neglect' }], sources: [{ label: 'Child D', kind: 'review' }, {}] });
    expect((await as(owner, (ctx) => listActions(ctx, {}))).total).toBe(5);
  });

  test.each<[string, () => PlanFilter, () => Made[]]>([
    ['red', () => ({ rag: ['red'] }), () => [red]],
    ['red and amber', () => ({ rag: ['red', 'amber'] }), () => [red, amber]],
    ['green', () => ({ rag: ['green'] }), () => [green, checked]],
    ['grey, with what starts later', () => ({ rag: ['grey'] }), () => [starting, proposed]],
    ['blue', () => ({ rag: ['blue'] }), () => [closed]],
    ['not stated', () => ({ rag: ['not_stated'] }), () => [fromDocument]],
    ['an agency that owns or contributes', () => ({ agencyId: police.id }), () => [amber, starting, proposed]],
    ['an owner', () => ({ ownerId: mo.id, rag: ['red', 'amber'] }), () => [red, amber]],
    ['a group', () => ({ groupId: group.id }), () => [green, proposed]],
    ['a source', () => ({ source: 'AU-1' }), () => [amber, fromDocument]],
    ['a review', () => ({ source: review.reference }), () => [red]],
    ['past due and still open', () => ({ due: 'past' }), () => [red]],
    ['due in the next 30 days', () => ({ due: 'next30' }), () => [amber]],
    ['due from and to', () => ({ dueFrom: inDays(50), dueTo: inDays(90) }), () => [green, starting]],
    ['words of a title, a percent sign among them', () => ({ text: '50% DONE' }), () => [amber]],
    ['words in any order, each from its beginning', () => ({ text: 'check LAT' }), () => [red]],
    ['a word of the detail and one of the title', () => ({ text: 'fathers checklist' }), () => [red]],
    ['words joined by a hyphen, together and one by one', () => ({ text: 'walk-through through' }), () => [red]],
    ['an apostrophe of either kind', () => ({ text: "father's" }), () => [red]],
    ['a reference', () => ({ text: red.reference.toLowerCase() }), () => [red]],
    ['the number of a reference', () => ({ text: `${red.reference.replace(/^\D+0*/, '')} late` }), () => [red]],
    ['the middle of a word, which finds nothing', () => ({ text: 'ecklist' }), () => []],
    ['a percent sign alone, which is no word', () => ({ text: '%' }), () => []],
    ['what would be a question to the search itself', () => ({ text: "checklist' | :* & !(" }), () => [red]],
    ['nothing that fits', () => ({ text: 'zebra' }), () => []],
  ])('filtered by %s', async (_words, filter, expected) => {
    const found = await as(unit, (ctx) => listActions(ctx, filter()));
    expect(found.actions.map((action) => action.reference)).toEqual(refs(...expected()));
    expect(found.total).toBe(expected().length);
  });

  test('is found by its words only by those who see it, also past the list', async () => {
    const search = async (entry: TestEntry, words: string) =>
      (await as(entry, (ctx) => ctx.tx.execute<{ ids: string[] }>(sql`select app.search_actions(${words}) as ids`)))[0]!.ids;
    const chair = await db.enterAs(await made.aMember(db.owner, 'CH', { group }));
    const excluded = await made.aMember(db.owner, 'BU');
    await made.anExclusion(db.owner, { person: excluded, review });
    const kept = await db.enterAs(excluded);
    expect(await search(unit, 'checklist')).toEqual([red.id]);
    expect(await search(owner, 'checklist')).toEqual([red.id]);
    for (const entry of [chair, kept]) expect([await search(entry, 'checklist'), await references(entry, { text: 'checklist' })]).toEqual([[], []]);
    await expect(db.app.execute(sql`select cardinality(app.search_actions('checklist')) as found`)).resolves.toMatchObject([{ found: 0 }]);
    await expect(as(unit, (ctx) => ctx.tx.execute(sql`select 1 from app.search_entries`))).rejects.toThrow();
  });

  test('in any order, forwards and back', async () => {
    expect(await references(unit, { descending: true })).toEqual(refs(proposed, starting, green, amber, red, fromDocument, checked, closed));
    expect((await references(unit, { sort: 'rag' })).slice(0, 2)).toEqual(refs(red, amber));
    expect((await references(unit, { sort: 'rag', descending: true }))[0]).toBe(fromDocument.reference);
    expect((await references(unit, { sort: 'owner' }))[0]).toBe(red.reference);
    expect((await references(unit, { sort: 'reference', descending: true }))[0]).toBe(fromDocument.reference);
    expect((await references(unit, { sort: 'updated' }))[0]).toBe(amber.reference);
  });

  test('a page past the end is empty and still knows how many there are', async () => {
    expect(await as(unit, (ctx) => listActions(ctx, { page: 9 }))).toMatchObject({ actions: [], total: 8, perPage: 50 });
    const onOne = await as(unit, (ctx) => listActions(ctx, { page: 9, onePage: true }));
    expect(onOne).toMatchObject({ total: 8, more: false, page: 1, perPage: 1000 });
    expect(onOne.actions).toHaveLength(8);
    expect((await as(unit, (ctx) => listActionsForFile(ctx, { rag: ['red'] }))).actions).toHaveLength(1);
  });
});

describe('what is *case*', () => {
  test('is marked, and noted for whoever is shown the name of a review that is not published', async () => {
    const reader = await db.enterAs(await made.aMember(db.owner, 'BU'));
    const listed = await as(reader, (ctx) => listActions(ctx, {}));
    expect(showsCase(listed.actions)).toBe(true);
    await as(reader, (ctx) => listActionsForFile(ctx, { source: review.reference }));
    await as(reader, (ctx) => getAction(ctx, { reference: red.reference }));
    await as(reader, listFilterOptions);
    expect(await looks(reader, review)).toMatchObject([{ kind: 'listed', place: '/plan' }, { kind: 'exported', place: '/plan/export' }, { kind: 'opened', place: '/plan/[reference]' }]);
    expect(showsCase((await as(reader, (ctx) => listActions(ctx, { source: 'AU-1' }))).actions)).toBe(false);
  });

  test('is nothing to somebody from whom the review is hidden', async () => {
    expect(showsCase((await as(engine, (ctx) => listActions(ctx, {}))).actions)).toBe(false);
    await as(engine, (ctx) => getAction(ctx, { reference: red.reference }));
    expect(await looks(engine, review)).toHaveLength(0);
  });
});

describe('one action', () => {
  test('comes with everything that hangs on it', async () => {
    const action = await as(owner, (ctx) => getAction(ctx, { reference: red.reference }));
    expect(action).toMatchObject({ title: 'Late checklist', level: 'reached', recommendations: [{ text: 'Ask about fathers', accepted: true }], evidence: [{}, {}], updates: [], checks: [], dueMoves: [], agencies: [] });
    expect((await as(unit, (ctx) => getAction(ctx, { reference: amber.reference }))).agencies).toMatchObject([{ name: 'Example Police' }]);
  });

  test('is not there for those who may not see it, or where there is none', async () => {
    await expect(as(owner, (ctx) => getAction(ctx, { reference: proposed.reference }))).rejects.toThrow(NotFound);
    await expect(as(unit, (ctx) => getAction(ctx, { reference: 'A-99999' }))).rejects.toThrow(NotFound);
  });
});

describe('other ways to the plan', () => {
  test('a recommendation that was not accepted is not offered for a new action', async () => {
    const source = await made.aSource(db.owner, { kind: 'audit' });
    const [accepted, turnedDown] = [await made.aRecommendation(db.owner, { source, accepted: true }), await made.aRecommendation(db.owner, { source, accepted: 'not_accepted' })];
    const offered = async (asked: Parameters<typeof getProposalBasis>[1]) => (await as(unit, (ctx) => getProposalBasis(ctx, asked))).recommendations.map((one) => one.reference);
    expect(await offered({ source: source.reference })).toEqual([accepted.reference]);
    expect(await offered({ recommendation: accepted.reference })).toEqual([accepted.reference]);
    const all = await offered({});
    expect([all.includes(accepted.reference), all.includes(turnedDown.reference)]).toEqual([true, false]);
  });

  test('from a source, from a recommendation, and to a new action', async () => {
    expect((await as(unit, (ctx) => listActionsOfSource(ctx, { sourceId: review.id }))).map((action) => action.reference)).toEqual(refs(red));
    const recommendation = await made.aRecommendation(db.owner, { source: review });
    expect(await as(unit, (ctx) => listActionsOfRecommendation(ctx, { recommendationId: recommendation.id }))).toEqual([]);
    const basis = await as(unit, (ctx) => getProposalBasis(ctx, { recommendation: recommendation.reference }));
    expect(basis).toMatchObject({ source: { title: 'Child D' }, recommendations: [{ reference: recommendation.reference, text: null }, { text: 'Ask about fathers' }] });
    await expect(as(engine, (ctx) => getProposalBasis(ctx, { recommendation: recommendation.reference }))).rejects.toThrow(NotFound);
  });

  test('what one has to do: one’s own, what one may check, what one may agree', async () => {
    const said = await made.anAction(db.owner, { owner: mo, agency: trust, dueOn: inDays(3), completeOn: inDays(-1), completeSaidBy: mo });
    const mine = await as(owner, listMyActions);
    expect([mine.mine, mine.toCheck, mine.toAgree].map((rows) => rows.map((row) => row.reference))).toEqual([refs(red, amber, green), [], []]);
    const units = await as(unit, listMyActions);
    expect([units.mine, units.toCheck, units.toAgree].map((rows) => rows.map((row) => row.reference))).toEqual([[], refs(said), refs(proposed)]);
    const chair = await as(await db.enterAs(await made.aMember(db.owner, 'CH', { group })), listMyActions);
    expect(chair.toAgree.map((row) => row.reference)).toEqual(refs(proposed));
    await db.owner.execute(sql`update app.actions set aside = 'superseded' where id = ${said.id}`);
  });

  test('counted by a filter as the plan lists it, with the one due first, for whoever sees what', async () => {
    const filters = (): PlanFilter[] => [{ rag: ['red'] }, { due: 'past' }, { groupId: group.id }, { groupId: group.id, due: 'past' }, {}];
    for (const entry of [unit, engine, owner]) {
      const figures = await as(entry, (ctx) => countEach(ctx, filters()));
      for (const [place, filter] of filters().entries()) {
        const { total, actions: [first] } = await as(entry, (ctx) => listActions(ctx, filter));
        expect(figures[place]).toEqual({ count: total, more: false, first: first ? { reference: first.reference, dueOn: first.dueOn } : null });
      }
    }
    const [late] = await as(unit, (ctx) => countEach(ctx, [{ due: 'past' }]));
    expect(late).toEqual({ count: 1, more: false, first: { reference: red.reference, dueOn: inDays(-1) } });
    const stranger = await db.enterAs(await made.aMember(db.owner, 'OB'));
    expect(await as(stranger, (ctx) => countEach(ctx, filters()))).toEqual(filters().map(() => ({ count: 0, more: false, first: null })));
    expect(await as(unit, (ctx) => countEach(ctx, []))).toEqual([]);
  });

  test('counted by RAG and by agency, real and invented apart', async () => {
    expect(await as(unit, (ctx) => countByRag(ctx))).toEqual({ red: 1, amber: 1, green: 2, grey: 3, blue: 1, not_stated: 1 });
    expect(await as(unit, (ctx) => countByRag(ctx, { example: true }))).toEqual({ red: 0, amber: 0, green: 0, grey: 0, blue: 0, not_stated: 0 });
    const byAgency = await as(unit, (ctx) => countByAgencyAndRag(ctx, { example: false }));
    expect(byAgency[0]).toMatchObject({ agencyName: 'Example NHS Trust', counts: { red: 1, amber: 1, green: 2, grey: 1, blue: 1 }, total: 6 });
    expect(byAgency.find((row) => row.agencyId === null)).toMatchObject({ agencyName: null, total: 1 });
  });
});

describe('the RAG said in words and the one that filters', () => {
  test('agree on every case', async () => {
    const basis = ['worked_here', 'recorded_from_document', 'carried_over'] as const;
    let seed = 7;
    const pick = <T>(some: readonly T[]): T => some[(seed = (seed * 1103515245 + 12345) % 2147483648) % some.length]!;
    for (let made_ = 0; made_ < 300; made_ += 1) {
      const complete = pick([false, false, true]);
      const isChecked = complete && pick([true, false]);
      const worse = pick([null, null, null, 'red', 'amber'] as const);
      await made.anAction(db.owner, {
        recordBasis: pick(basis), agency: pick([trust, trust, undefined]), agreedOn: pick([null, inDays(-200), inDays(-46), inDays(-44), inDays(-45)]), startOn: pick([null, null, today, inDays(1), inDays(-9)]),
        dueOn: pick([null, inDays(-1), today, inDays(1), inDays(29), inDays(30), inDays(31), inDays(90)]), moves: pick([0, 0, 0, 1, 2, 3]), lastUpdateOn: pick([null, today, inDays(-44), inDays(-45), inDays(-46)]),
        aside: pick([null, null, null, null, 'paused'] as const), completeOn: complete ? inDays(-2) : null, checkedOn: isChecked ? inDays(-1) : null, closedOn: isChecked && pick([true, false]) ? today : null,
        worsenedTo: worse, worsenedBecause: worse && 'one team', agenciesBehind: pick([0, 0, 0, 1]),
      });
    }
    const all = (await as(unit, (ctx) => listActionsForFile(ctx, {}))).actions;
    for (const rag of ['red', 'amber', 'green', 'grey', 'blue', 'not_stated'] as Rag[]) {
      const filtered = (await as(unit, (ctx) => listActionsForFile(ctx, { rag: [rag] }))).actions.map((action) => action.reference).sort();
      expect(filtered, rag).toEqual(all.filter((action) => action.rag === rag).map((action) => action.reference).sort());
    }
    const counts = await as(unit, (ctx) => countByRag(ctx));
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(all.length);
    expect(counts.red).toBe(all.filter((action) => action.rag === 'red').length);

    const due = async (filter: PlanFilter) => (await as(unit, (ctx) => listActionsForFile(ctx, filter))).actions.map((action) => action.reference).sort();
    const runs = all.filter((action) => !['closed', 'complete, checked', 'paused', 'superseded', 'proposed', 'not stated'].includes(action.because));
    expect(await due({ due: 'past' })).toEqual(all.filter((action) => action.because === 'past due').map((action) => action.reference).sort());
    expect(await due({ due: 'next30' })).toEqual(runs.filter((action) => action.dueOn && action.dueOn >= today && action.dueOn <= inDays(30)).map((action) => action.reference).sort());
  });
});

describe('a source', () => {
  test('is *case* no more once published, and never was where a document tells of it', async () => {
    const open = await made.aReview(db.owner, { published: true });
    const told = await made.aReview(db.owner, { recordBasis: 'recorded_from_document', document: 'Annual report 2020-21' });
    const action = await made.anAction(db.owner, { agency: trust, dueOn: inDays(200), sources: [open, told] });
    const shown = await as(unit, (ctx) => getAction(ctx, { reference: action.reference }));
    expect(shown.sources.map((source) => source.isCase)).toEqual([false, false]);
    expect([...(await looks(unit, open)), ...(await looks(unit, told))]).toEqual([]);
  });
});

describe('the level said by the rule and the one that is counted', () => {
  const [yesterday, open] = [inDays(-1), null];
  test.each<[string, { level: Level; checkedOn: string | null }[]]>([
    ['no evidence', []],
    ['nothing checked', [{ level: 'better_for_children', checkedOn: open }]],
    ...levels.map((level): [string, { level: Level; checkedOn: string }[]] => [`${level}, checked`, [{ level, checkedOn: yesterday }]]),
    ['the highest of what is checked', [{ level: 'reached', checkedOn: yesterday }, { level: 'understood', checkedOn: yesterday }, { level: 'done', checkedOn: yesterday }]],
    ['nothing beyond what is checked', [{ level: 'done', checkedOn: yesterday }, { level: 'seen_in_practice', checkedOn: open }]],
    ['the same level twice', [{ level: 'understood', checkedOn: yesterday }, { level: 'understood', checkedOn: yesterday }]],
  ])('agree on %s', async (_words, items) => {
    const level = levelOfEvidence(items);
    const reached = async () => (await as(unit, countByLevel)).find((row) => row.level === (level ?? 'none'))!.count;
    const before = await reached();
    const action = await made.anAction(db.owner, { agency: trust, dueOn: inDays(10) });
    const [proposal, aside] = [await made.anAction(db.owner, { agency: trust, agreedOn: null }), await made.anAction(db.owner, { agency: trust, aside: 'superseded' })];
    for (const one of [action, proposal, aside]) for (const item of items) await made.someEvidence(db.owner, { action: one, ...item });
    expect((await as(unit, (ctx) => getAction(ctx, { reference: action.reference }))).level).toBe(level);
    expect(await reached()).toBe(before + 1);
  });

  test('are counted from nothing to the most, each once', async () => {
    expect((await as(unit, countByLevel)).map((row) => row.level)).toEqual(['none', ...levels]);
  });
});

describe('what the plan may be narrowed by', () => {
  test('names the owners of actions that one sees, and nobody else', async () => {
    const apart = await made.aPerson(db.owner, { name: 'Owns Nothing' });
    const hidden = await made.aMember(db.owner, 'AO', { name: 'Owns Elsewhere' });
    const names = async (entry: TestEntry) => (await as(entry, listFilterOptions)).owners.map((option) => option.label);
    expect(await names(unit)).toEqual(expect.arrayContaining(['Mo Field', hidden.name]));
    expect(await names(unit)).not.toContain(apart.name);
    expect(await names(owner)).toEqual(['Mo Field']);
  });

  test('and what an action is proposed for says whether it is invented and whether it names an unpublished review', async () => {
    expect(await as(unit, (ctx) => getProposalBasis(ctx, { source: review.reference }))).toMatchObject({ example: false, showsCase: true });
    expect(await as(unit, (ctx) => getProposalBasis(ctx, { source: 'AU-1' }))).toMatchObject({ example: false, showsCase: false });
    await made.aRecommendation(db.owner, { accepted: true, example: true });
    expect(await as(unit, (ctx) => getProposalBasis(ctx, {}))).toMatchObject({ example: true, source: null });
  });
});
