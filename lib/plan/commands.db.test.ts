import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { actionRecommendations, actions, actionSources, checks, evidence, history, outbox, recordViews, updates } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, NotPermitted, StaleVersion } from '@/lib/errors/kinds';
import { done, type Outcome } from '@/lib/forms/outcome';
import { addEvidence, agreeAction, checkAction, checkAgain, checkEvidence, proposeAction, recordUpdate, sayComplete } from './commands';
import { agreeInput, checkEvidenceInput, checkInput, completeInput, evidenceInput, proposeInput, secondCheckInput, updateInput } from './input';
import { getAction, type ActionShown } from './queries';
import { wordOfCompletion } from './rules';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Person = Awaited<ReturnType<typeof made.aPerson>>;
let priya: Person, engine: Person, mo: Person, stranger: Person;
let unit: TestEntry, checker: TestEntry, owner: TestEntry, other: TestEntry, scrutineer: TestEntry;
let agency: Awaited<ReturnType<typeof made.anAgency>>;
let group: Awaited<ReturnType<typeof made.aGroup>>;

beforeAll(async () => {
  agency = await made.anAgency(db.owner, { name: 'Example NHS Trust' });
  group = await made.aGroup(db.owner, { kind: 'task_and_finish' });
  priya = await made.aMember(db.owner, 'BU', { name: 'Priya Nair' });
  engine = await made.aMember(db.owner, 'ER');
  mo = await made.aPerson(db.owner, { name: 'Mo Field', example: true });
  await made.aPost(db.owner, { person: mo, agency });
  stranger = await made.aMember(db.owner, 'AO');
  unit = await db.enterAs(priya);
  checker = await db.enterAs(engine);
  owner = await db.enterAs(mo);
  other = await db.enterAs(stranger);
  scrutineer = await db.enterAs(await made.aMember(db.owner, 'IS'));
});

const run = <T>(entry: TestEntry, name: string, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(entry as never, { name, formKey: randomUUID(), bodyDigest: null }, work);
const owned = (given: Parameters<typeof made.anAction>[1] = {}) => made.anAction(db.owner, { owner: mo, agency, group, dueOn: addDays(today, 60), ...given });
const row = async (reference: string) => (await db.owner.select().from(actions).where(eq(actions.reference, reference)))[0]!;
const told = (action: { id: string }) => db.owner.select().from(outbox).where(eq(outbox.recordId, action.id));
const commandsOf = async (action: { id: string }) => [...new Set((await db.owner.select({ command: history.command }).from(history).where(eq(history.rootId, action.id)).orderBy(history.id)).map((entry) => entry.command))];

const proposal = (given: Record<string, unknown> = {}) =>
  proposeInput.parse({ title: 'Step-down checklist', type: 'tool', area: 'both', agency: agency.id, post: 'Head of safeguarding', person: mo.id, group: group.id, due: addDays(today, 90), ...given });

describe('proposing an action', () => {
  test('makes a line of the plan that hangs on its recommendation and its source, and is in the history', async () => {
    const recommendation = await made.aRecommendation(db.owner, { accepted: true });
    const contributor = await made.anAgency(db.owner);
    const outcome = await run(unit, 'propose-action', (ctx) => proposeAction(ctx, proposal({ recommendations: recommendation.reference, contributing: [contributor.id, agency.id], due: '31 March 2031' })));
    expect(outcome).toMatchObject({ kind: 'done', value: { reference: expect.stringMatching(/^A-\d{3,}$/) } });
    const action = await row((outcome as { value: { reference: string } }).value.reference);
    expect(action).toMatchObject({ title: 'Step-down checklist', agreedOn: null, proposedById: priya.id, firstDueOn: '2031-03-31', dueOn: '2031-03-31', ragFixed: 'grey', example: true });
    expect(await db.owner.select().from(actionRecommendations).where(eq(actionRecommendations.actionId, action.id))).toHaveLength(1);
    expect(await db.owner.select().from(actionSources).where(eq(actionSources.actionId, action.id))).toMatchObject([{ sourceId: recommendation.sourceId }]);
    expect(await commandsOf(action)).toEqual(['propose-action']);
  });

  test('asks what it serves, a date to come that can be read, and an owner that may own', async () => {
    const voice = await made.anAgency(db.owner, { kind: 'community_voice' });
    const outcome = await run(unit, 'propose-action', (ctx) => proposeAction(ctx, proposal({ agency: voice.id })));
    expect(outcome).toMatchObject({ kind: 'blocked', issues: [{ field: 'recommendations' }, { field: 'agency' }] });
    expect(proposeInput.safeParse({ title: 'x' }).error?.issues.map((issue) => issue.path[0])).toEqual(['type', 'area', 'agency', 'post', 'due']);
    const due = (typed: string) => proposeInput.shape.due.safeParse(typed).error?.issues[0]?.message;
    expect([due('soon'), due(addDays(today, -1)), due(today)]).toEqual(['Enter when it is due. Write it like 14/3/26 or 14 Mar', 'Enter when it is due. It cannot be before today', undefined]);
  });

  test('is owned by nobody who administers, observes or has no post: said at the field', async () => {
    const audit = await made.aSource(db.owner);
    const aPersonWithAPost = async (membership: 'SA' | 'OB' | 'ER') => {
      const person = await made.aPerson(db.owner, { example: true });
      await made.aMembership(db.owner, { person, membership });
      await made.aPost(db.owner, { person, agency });
      return person;
    };
    const propose = (person: { id: string }) => run(unit, 'propose-action', (ctx) => proposeAction(ctx, proposal({ source: audit.reference, person: person.id })));
    for (const person of [await aPersonWithAPost('SA'), await aPersonWithAPost('OB'), await made.aPerson(db.owner, { example: true })]) {
      expect(await propose(person)).toMatchObject({ kind: 'blocked', issues: [{ field: 'person' }] });
    }
    expect(await propose(await aPersonWithAPost('ER'))).toMatchObject({ kind: 'done' });
  });

  test('a case review lead proposes for reviews on whose list they are, and for no other', async () => {
    const review = await made.aReview(db.owner);
    const lead = await db.enterAs(await made.aMember(db.owner, 'CL', { review }));
    const theirs = await made.aRecommendation(db.owner, { source: review });
    const audit = await made.aSource(db.owner);
    expect(await run(lead, 'propose-action', (ctx) => proposeAction(ctx, proposal({ recommendations: [theirs.reference] })))).toMatchObject({ kind: 'done' });
    await expect(run(lead, 'propose-action', (ctx) => proposeAction(ctx, proposal({ source: audit.reference })))).rejects.toThrow(NotPermitted);
    const hidden = await made.aRecommendation(db.owner, { source: await made.aReview(db.owner) });
    expect(await run(lead, 'propose-action', (ctx) => proposeAction(ctx, proposal({ recommendations: [hidden.reference] })))).toMatchObject({ kind: 'blocked' });
  });
});

describe('agreeing an action', () => {
  test('the chair of its group agrees it, and its owner is told', async () => {
    const action = await owned({ agreedOn: null });
    const chair = await db.enterAs(await made.aMember(db.owner, 'CH', { group }));
    const outcome = await run(chair, 'agree-action', (ctx) => agreeAction(ctx, agreeInput.parse({ reference: action.reference, version: 1, startOn: addDays(today, 7) })));
    expect(outcome).toMatchObject({ kind: 'done' });
    expect(await row(action.reference)).toMatchObject({ agreedOn: today, startOn: addDays(today, 7) });
    expect(await told(action)).toMatchObject([{ toPersonId: mo.id, path: `/plan/${action.reference}` }]);
    expect(await commandsOf(action)).toContain('agree-action');
  });

  test('nobody agrees for another group, twice, on a day to come, or over somebody else’s save', async () => {
    const action = await owned({ agreedOn: null });
    const elsewhere = await db.enterAs(await made.aMember(db.owner, 'CH'));
    const agree = (entry: TestEntry, given: Record<string, unknown> = {}) => run(entry, 'agree-action', (ctx) => agreeAction(ctx, agreeInput.parse({ reference: action.reference, version: 1, ...given })));
    await expect(agree(elsewhere)).rejects.toThrow(NotFound);
    expect(await agree(owner)).toMatchObject({ kind: 'refused' });
    expect(agreeInput.safeParse({ reference: action.reference, version: 1, agreedOn: addDays(today, 1) }).error?.issues).toMatchObject([{ path: ['agreedOn'], message: 'Enter the date it was agreed. It cannot be in the future' }]);
    await expect(agree(unit, { version: 7 })).rejects.toThrow(StaleVersion);
    expect(await agree(unit)).toMatchObject({ kind: 'done' });
    expect(await agree(unit, { version: 2 })).toMatchObject({ kind: 'blocked' });
  });
});

test('what has happened is dated today at the latest', () => {
  const tomorrow = addDays(today, 1);
  const dates = [updateInput.shape.saidOn, evidenceInput.shape.evidenceDate, completeInput.shape.completeOn, completeInput.shape.evidenceDate, checkInput.shape.checkedOn];
  for (const date of dates) expect(date.safeParse(tomorrow).error?.issues).toMatchObject([{ message: expect.stringMatching(/^Enter the date .*\. It cannot be in the future$/) }]);
});

test('what was done, or has happened, takes as many words as its form says', () => {
  const long = 'word '.repeat(160);
  for (const text of [updateInput.shape.text, completeInput.shape.text]) expect(text.safeParse(long).error?.issues).toMatchObject([{ message: expect.stringMatching(/ in up to 150 words\. This has 160: 10 too many$/) }]);
});

describe('updating an action', () => {
  const update = (entry: TestEntry, action: { reference: string }, given: Record<string, unknown> = {}) =>
    run(entry, 'record-update', (ctx) => recordUpdate(ctx, updateInput.parse({ reference: action.reference, text: 'Two of three teams trained', nextStep: 'The third in May', ...given })));

  test('its owner says what has happened; it is theirs, dated today, and in the history', async () => {
    const action = await owned();
    expect(await update(owner, action)).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(updates).where(eq(updates.actionId, action.id))).toMatchObject([{ text: 'Two of three teams trained', saidById: mo.id, saidOn: today, how: 'in_person', recordedById: mo.id }]);
    expect((await row(action.reference)).lastUpdateOn).toBe(today);
    expect(await commandsOf(action)).toContain('record-update');
    expect(await told(action)).toEqual([]);
  });

  test('two people who update at once are both kept', async () => {
    const action = await owned();
    const both = await Promise.all([update(owner, action, { text: 'One' }), update(unit, action, { text: 'Two' })]);
    expect(both.map((outcome) => outcome.kind)).toEqual(['done', 'done']);
    expect((await db.owner.select().from(updates).where(eq(updates.actionId, action.id))).map((each) => each.text).sort()).toEqual(['One', 'Two']);
  });

  test('the business unit records what an owner said, and the owner is told', async () => {
    const action = await owned({ lastUpdateOn: addDays(today, -1) });
    const said = { saidBy: mo.id, how: 'phone', howNote: 'Call on Tuesday', saidOn: addDays(today, -3) };
    expect(await update(unit, action, said)).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(updates).where(eq(updates.actionId, action.id))).toMatchObject([{ saidById: mo.id, how: 'phone', saidOn: addDays(today, -3), recordedById: priya.id }]);
    expect((await row(action.reference)).lastUpdateOn).toBe(addDays(today, -1));
    expect(await told(action)).toMatchObject([{ toPersonId: mo.id }]);
    expect(await update(unit, action, { ...said, how: 'in_person', howNote: '' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'how' }, { field: 'howNote' }] });
  });

  test('an owner speaks only for themselves', async () => {
    const action = await owned();
    await update(owner, action, { saidBy: priya.id, how: 'phone', howNote: 'x' });
    expect(await db.owner.select().from(updates).where(eq(updates.actionId, action.id))).toMatchObject([{ saidById: mo.id, how: 'in_person' }]);
  });

  test('members of its task-and-finish group update it; an agency lead who sees it does not; to others it is not there', async () => {
    const action = await owned();
    expect(await update(await db.enterAs(await made.aMember(db.owner, 'TF', { group })), action)).toMatchObject({ kind: 'done' });
    expect(await update(await db.enterAs(await made.aMember(db.owner, 'AL', { agency })), action)).toMatchObject({ kind: 'refused' });
    expect(await update(scrutineer, action)).toMatchObject({ kind: 'refused' });
    await expect(update(other, action)).rejects.toThrow(NotFound);
    await expect(update(owner, { reference: 'A-99999' })).rejects.toThrow(NotFound);
  });

  test('a proposal is agreed first', async () => {
    expect(await update(owner, await owned({ agreedOn: null }))).toMatchObject({ kind: 'blocked' });
  });
});

const shows = { result: 'accepted', reason: 'I read it' } as const;
const item = (given: Record<string, unknown> = {}) => ({ evidenceTitle: 'Minute of the team meeting', evidenceKind: 'minute', evidenceLevel: 'done', evidenceDate: addDays(today, -2), ...given });

describe('evidence', () => {
  const add = (entry: TestEntry, action: { reference: string }, given: Record<string, unknown> = {}) =>
    run(entry, 'add-evidence', (ctx) => addEvidence(ctx, evidenceInput.parse({ reference: action.reference, ...item(given) })));

  test('its owner adds it, somebody else checks it', async () => {
    const action = await owned();
    expect(await add(owner, action, { evidenceAddress: 'https://example.org/minutes' })).toMatchObject({ kind: 'done' });
    const [added] = await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id));
    expect(added).toMatchObject({ title: 'Minute of the team meeting', kind: 'minute', level: 'done', addedById: mo.id, checkedOn: null });
    const check = (entry: TestEntry) => run(entry, 'check-evidence', (ctx) => checkEvidence(ctx, checkEvidenceInput.parse({ reference: action.reference, evidence: added!.id, ...shows })));
    expect(await check(owner)).toMatchObject({ kind: 'refused' });
    expect(await check(checker)).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id))).toMatchObject([{ checkedOn: today, checkedById: engine.id, checkReason: 'I read it' }]);
    expect(await check(checker)).toMatchObject({ kind: 'blocked' });
    expect(await commandsOf(action)).toEqual(expect.arrayContaining(['add-evidence', 'check-evidence']));
  });

  test('nobody checks what they added themselves, and a web address is a whole one', async () => {
    const action = await owned();
    await add(unit, action);
    const [added] = await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id));
    expect(await run(unit, 'check-evidence', (ctx) => checkEvidence(ctx, { reference: action.reference, evidence: [added!.id], ...shows }))).toMatchObject({ kind: 'blocked' });
    expect(evidenceInput.safeParse({ reference: 'A-001', ...item({ evidenceAddress: 'javascript:alert(1)' }) }).success).toBe(false);
    await expect(add(other, action)).rejects.toThrow(NotFound);
  });

  test('what does not show it is declined with the reason: it counts for nothing, and whoever added it is told', async () => {
    const action = await owned();
    await add(owner, action, { evidenceLevel: 'understood' });
    const [added] = await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id));
    const check = (given: Record<string, unknown>) => run(checker, 'check-evidence', (ctx) => checkEvidence(ctx, checkEvidenceInput.parse({ reference: action.reference, evidence: added!.id, ...given })));
    expect(await check({ result: 'declined', reason: 'It says who came, and not what they learned' })).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(evidence).where(eq(evidence.id, added!.id))).toMatchObject([{ checkedOn: null, declinedOn: today, declinedById: engine.id, checkReason: 'It says who came, and not what they learned' }]);
    expect((await db.owner.select().from(outbox).where(eq(outbox.recordId, action.id))).filter((one) => one.toPersonId === mo.id).map((one) => one.message)).toEqual([expect.stringContaining('does not show')]);
    expect(await check(shows)).toMatchObject({ kind: 'blocked' });
    expect(await run(checker, 'read', async (ctx) => done((await getAction(ctx, action)).level))).toMatchObject({ value: null });
    expect(checkEvidenceInput.safeParse({ reference: action.reference, evidence: added!.id, result: 'declined', reason: ' ' }).success).toBe(false);
  });

  test('it says whose it is, what time it speaks of, how strong it is, its numbers and how long it holds', async () => {
    const action = await owned();
    const further = {
      evidenceStrength: 'audit', evidenceAgency: agency.id, periodFrom: '1/4/26', periodTo: '30/9/26', lookedAt: '1,200', numerator: '14', denominator: '23', before: '9 of 30', after: '21 of 30', expiresOn: addDays(today, 90),
    };
    expect(await add(owner, action, further)).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id))).toMatchObject([{
      strength: 'audit', agencyId: agency.id, periodFrom: '2026-04-01', periodTo: '2026-09-30', lookedAt: 1200, numerator: 14, denominator: 23, before: '9 of 30', after: '21 of 30', expiresOn: addDays(today, 90), holdsPersonalData: false,
    }]);
    expect(await add(owner, action, { evidenceAgency: randomUUID() })).toMatchObject({ kind: 'blocked', issues: [{ field: 'evidenceAgency' }] });
    const wrong = (given: Record<string, unknown>) => evidenceInput.safeParse({ reference: 'A-001', ...item(given) }).error?.issues.map((issue) => issue.path[0]);
    expect(wrong({ numerator: '14' })).toEqual(['denominator']);
    expect(wrong({ numerator: '24', denominator: '23' })).toEqual(['numerator']);
    expect(wrong({ numerator: '1.5', denominator: '23' })).toContain('numerator');
    expect(wrong({ periodTo: '30/9/26' })).toEqual(['periodFrom']);
    expect(wrong({ periodFrom: '30/9/26', periodTo: '1/4/26' })).toEqual(['periodTo']);
    expect(wrong({ expiresOn: addDays(today, -20) })).toEqual(['expiresOn']);
  });

  test('with personal data it is case: the list of the review its action comes from, those who see every case, and whoever added it', async () => {
    const review = await made.aReview(db.owner);
    const action = await owned({ sources: [review] });
    await add(owner, action, { evidencePersonal: 'yes' });
    const seenBy = async (entry: TestEntry) => {
      const read = await run(entry, 'read', async (ctx) => done((await getAction(ctx, action)).evidence.length));
      return read.kind === 'done' ? read.value : read;
    };
    const listed = await db.enterAs(await made.aMember(db.owner, 'ER', { review }));
    expect([await seenBy(owner), await seenBy(unit), await seenBy(scrutineer), await seenBy(listed)]).toEqual([1, 1, 1, 1]);
    // The Engine Room sees the action, and not this.
    expect(await seenBy(checker)).toBe(0);
    const excluded = await made.aMember(db.owner, 'BU');
    await made.anExclusion(db.owner, { review, person: excluded });
    const audit = await made.aSource(db.owner, { kind: 'audit' });
    await db.owner.insert(actionSources).values({ id: randomUUID(), actionId: action.id, sourceId: audit.id });
    expect(await seenBy(await db.enterAs(excluded))).toBe(0);
    // Whoever was shown it is noted, also where there is no review to note it for.
    const views = () => db.owner.select().from(recordViews).where(eq(recordViews.personId, priya.id));
    const before = (await views()).length;
    const alone = await owned();
    await add(owner, alone, { evidencePersonal: 'yes' });
    await seenBy(unit);
    await run(unit, 'read', async (ctx) => done((await getAction(ctx, alone)).evidence.length));
    const noted = (await views()).slice(before);
    expect(noted.filter((view) => view.filter?.action === alone.reference)).toMatchObject([{ kind: 'opened', place: '/plan/[reference]', sensitivity: 'case' }]);
    // Nor does history tell of it.
    const told = await run(checker, 'read', async (ctx) => done((await ctx.tx.select().from(history).where(eq(history.tableName, 'evidence'))).filter((entry) => [action.id, alone.id].includes(entry.rootId)).length));
    expect(told).toMatchObject({ value: 0 });
  });
});

describe('saying that an action is complete', () => {
  const say = (entry: TestEntry, action: { reference: string; version: number }, given: Record<string, unknown> = {}) =>
    run(entry, 'say-complete', (ctx) => sayComplete(ctx, completeInput.parse({ reference: action.reference, version: action.version, text: 'All three teams trained', ...given })));

  test('its owner says so, with evidence in the same form', async () => {
    const action = await owned();
    expect(await say(owner, action)).toMatchObject({ kind: 'blocked', issues: [{ field: 'evidenceTitle' }] });
    expect(await say(owner, action, item({ evidenceLevel: 'reached' }))).toMatchObject({ kind: 'done' });
    expect(await row(action.reference)).toMatchObject({ completeOn: today, completeSaidById: mo.id, lastUpdateOn: today, checkedOn: null });
    expect(await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id))).toMatchObject([{ level: 'reached' }]);
    expect(await commandsOf(action)).toContain('say-complete');
  });

  test('the business unit says it for the owner, never of itself', async () => {
    const action = await owned();
    await made.someEvidence(db.owner, { action });
    expect(await say(unit, action)).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect(await say(unit, action, { saidBy: mo.id, how: 'meeting', howNote: 'Engine Room, item 4' })).toMatchObject({ kind: 'done' });
    expect(await row(action.reference)).toMatchObject({ completeSaidById: mo.id });
  });

  test('is said by somebody who answered for it that day: its owner, the chair of its group, who covered them; and by nobody else', async () => {
    const action = await owned();
    await made.someEvidence(db.owner, { action });
    const said = (person: { id: string }, given: Record<string, unknown> = {}) => say(unit, action, { saidBy: person.id, how: 'phone', howNote: 'Call on Tuesday', ...given });
    const [member, deputy] = [await made.aMember(db.owner, 'TF', { group }), await made.aPerson(db.owner)];
    await made.aCover(db.owner, { person: mo, by: deputy, membership: 'AO', fromOn: addDays(today, -9), toOn: addDays(today, -3) });
    for (const person of [stranger, engine, member, deputy]) expect(await said(person)).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect(await said(deputy, { saidOn: addDays(today, -5) })).toMatchObject({ kind: 'done' });
  });

  test('where no person is named as its owner, by somebody with a post in the owning agency', async () => {
    const action = await made.anAction(db.owner, { agency, dueOn: addDays(today, 60) });
    await made.someEvidence(db.owner, { action });
    const head = await made.aPerson(db.owner);
    const said = () => say(unit, action, { saidBy: head.id, how: 'phone', howNote: 'Call on Tuesday' });
    expect(await said()).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    await made.aPost(db.owner, { person: head, agency });
    expect(await said()).toMatchObject({ kind: 'done' });
  });

  test('evidence recorded for somebody is theirs: the business unit may check it, and they may not', async () => {
    const both = await made.aMember(db.owner, 'ER');
    const action = await owned({ owner: both });
    expect(await say(unit, action, { ...item(), saidBy: both.id, how: 'phone', howNote: 'Call on Tuesday' })).toMatchObject({ kind: 'done' });
    const [added] = await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id));
    expect(added).toMatchObject({ addedById: both.id });
    const check = async (entry: TestEntry) => {
      const { version } = await row(action.reference);
      return run(entry, 'check-action', (ctx) => checkAction(ctx, checkInput.parse({ reference: action.reference, version, reason: 'I read the minute', result: 'accepted', evidence: added!.id })));
    };
    expect(await check(await db.enterAs(both))).toMatchObject({ kind: 'refused' });
    expect(await check(unit)).toMatchObject({ kind: 'done' });
  });

  test('evidence with it says what it shows', () => {
    const { evidenceLevel: _level, ...without } = item();
    const read = completeInput.safeParse({ reference: 'A-001', version: 1, text: 'All done', ...without });
    expect(read.error?.issues.map((issue) => issue.path[0])).toEqual(['evidenceLevel']);
  });

  test('a member of the group does not, its chair does, and an older form is told so', async () => {
    const action = await owned();
    await made.someEvidence(db.owner, { action });
    expect(await say(await db.enterAs(await made.aMember(db.owner, 'TF', { group })), action)).toMatchObject({ kind: 'refused' });
    await expect(say(owner, { ...action, version: 9 })).rejects.toThrow(StaleVersion);
    await expect(say(other, action)).rejects.toThrow(NotFound);
    expect(await say(await db.enterAs(await made.aMember(db.owner, 'TC', { group })), action)).toMatchObject({ kind: 'done' });
  });
});

describe('checking an action', () => {
  const complete = async (given: Parameters<typeof made.anAction>[1] = {}) => {
    const action = await owned({ completeOn: addDays(today, -1), completeSaidBy: mo, ...given });
    const shown = await made.someEvidence(db.owner, { action, addedBy: mo });
    return { action, shown };
  };
  const check = (entry: TestEntry, action: { reference: string; version: number }, given: Record<string, unknown>) =>
    run(entry, 'check-action', (ctx) => checkAction(ctx, checkInput.parse({ reference: action.reference, version: action.version, reason: 'I read the minute', ...given })));

  test('whoever checks reads the words it was said to be complete with, its measure, and what its evidence says and where it is', async () => {
    const action = await owned({ measure: 'Dip sample of 20 calls' });
    await run(owner, 'record-update', (ctx) => recordUpdate(ctx, updateInput.parse({ reference: action.reference, text: 'Two of three teams trained' })));
    const { version } = await row(action.reference);
    const words = { text: 'All three teams trained', saidBy: mo.id, how: 'meeting', howNote: 'Engine Room, item 4' };
    const shown = item({ evidenceDetail: 'Order 14: every caller is asked', evidenceAddress: 'https://example.invalid/order-14' });
    expect(await run(unit, 'say-complete', (ctx) => sayComplete(ctx, completeInput.parse({ reference: action.reference, version, ...words, ...shown })))).toMatchObject({ kind: 'done' });
    await run(owner, 'record-update', (ctx) => recordUpdate(ctx, updateInput.parse({ reference: action.reference, text: 'And the night team' })));
    await run(owner, 'add-evidence', (ctx) => addEvidence(ctx, evidenceInput.parse({ reference: action.reference, ...item({ evidencePersonal: 'yes' }) })));

    const read = await run(checker, 'read', async (ctx) => done(await getAction(ctx, action)));
    const seen = (read as { value: ActionShown }).value;
    expect(wordOfCompletion(seen)).toMatchObject({ text: 'All three teams trained', saidByName: 'Mo Field', how: 'meeting', howNote: 'Engine Room, item 4', recordedByName: 'Priya Nair', saidOn: today });
    expect(seen.measure).toBe('Dip sample of 20 calls');
    // What holds personal data is not the Engine Room's to see, here either.
    expect(seen.evidence).toMatchObject([{ detail: 'Order 14: every caller is asked', webAddress: 'https://example.invalid/order-14', addedByName: 'Mo Field' }]);
  });

  test('somebody else accepts it with its evidence, and the owner is told', async () => {
    const { action, shown } = await complete();
    expect(await check(checker, action, { result: 'accepted' })).toMatchObject({ kind: 'blocked', issues: [{ field: 'evidence' }] });
    expect(await check(checker, action, { result: 'accepted', evidence: shown.id })).toMatchObject({ kind: 'done' });
    expect(await row(action.reference)).toMatchObject({ checkedOn: today, checkedById: engine.id, ragFixed: 'green' });
    expect(await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id))).toMatchObject([{ checkedById: engine.id }]);
    expect(await told(action)).toMatchObject([{ toPersonId: mo.id }]);
    expect(await commandsOf(action)).toContain('check-action');
    expect(await check(unit, { ...action, version: 2 }, { result: 'returned' })).toMatchObject({ kind: 'blocked' });
  });

  test('returned, it goes back to in progress with the reason kept', async () => {
    const { action } = await complete();
    expect(await check(unit, action, { result: 'returned', reason: 'The third team is missing' })).toMatchObject({ kind: 'done', value: { result: 'returned' } });
    expect(await row(action.reference)).toMatchObject({ completeOn: null, completeSaidById: null, checkedOn: null });
    expect(await db.owner.select().from(checks).where(eq(checks.actionId, action.id))).toMatchObject([{ result: 'returned', reason: 'The third team is missing' }]);
  });

  test('never by its owner or by who said it, whatever else they are', async () => {
    const both = await made.aMember(db.owner, 'ER');
    const { action } = await complete({ owner: both, completeSaidBy: both });
    expect(await check(await db.enterAs(both), action, { result: 'returned' })).toMatchObject({ kind: 'refused' });
    const { action: saidByUnit } = await complete({ completeSaidBy: priya });
    expect(await check(unit, saidByUnit, { result: 'returned' })).toMatchObject({ kind: 'refused' });
    const { action: mine } = await complete();
    expect(await check(owner, mine, { result: 'returned' })).toMatchObject({ kind: 'refused' });
    await expect(check(other, mine, { result: 'returned' })).rejects.toThrow(NotFound);
  });

  test('somebody of the owner’s agency says why it is them', async () => {
    const colleague = await made.aMember(db.owner, 'ER');
    await made.aPost(db.owner, { person: colleague, agency });
    const entry = await db.enterAs(colleague);
    const { action, shown } = await complete();
    expect(await check(entry, action, { result: 'accepted', evidence: shown.id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'sameAgencyReason' }] });
    expect(await check(entry, action, { result: 'accepted', evidence: shown.id, sameAgencyReason: 'Nobody else knows the system' })).toMatchObject({ kind: 'done' });
  });

  test('not before anybody has said it is complete', async () => {
    expect(await check(checker, await owned(), { result: 'returned' })).toMatchObject({ kind: 'blocked' });
  });
});

describe('looking at an action again', () => {
  const checked = (given: Parameters<typeof made.anAction>[1] = {}) =>
    owned({ completeOn: addDays(today, -200), completeSaidBy: mo, checkedOn: addDays(today, -190), checkedBy: engine, ...given });
  const again = (entry: TestEntry, action: { reference: string; version: number }, given: Record<string, unknown> = {}) =>
    run(entry, 'check-again', (ctx) => checkAgain(ctx, secondCheckInput.parse({ reference: action.reference, version: action.version, result: 'in_place', reason: 'I rang three teams', ...given })));

  test('somebody else finds it still in place, for every month that has come, and the next day is set', async () => {
    const action = await checked();
    expect(action.nextCheckOn! < addDays(today, -90)).toBe(true);
    expect(await again(checker, action)).toMatchObject({ kind: 'done' });
    expect(await db.owner.select().from(checks).where(eq(checks.actionId, action.id))).toMatchObject([{ result: 'in_place', afterMonths: 6, checkedById: engine.id }]);
    const after = await row(action.reference);
    expect(after.nextCheckOn! > addDays(today, 150)).toBe(true);
    expect(after.checkedOn).toBe(action.checkedOn);
    expect(await told(action)).toMatchObject([{ toPersonId: mo.id }]);
    expect(await commandsOf(action)).toContain('check-again');
  });

  test('one that has slipped is open again, with the reason, also where it was closed', async () => {
    const action = await checked({ closedOn: addDays(today, -100), closedBy: engine });
    expect(await again(checker, action, { result: 'slipped', reason: 'Two wards have stopped' })).toMatchObject({ kind: 'done', value: { result: 'slipped' } });
    expect(await row(action.reference)).toMatchObject({ closedOn: null, checkedOn: null, completeOn: null, reopenedOn: today, reopenedBecause: 'Two wards have stopped', nextCheckOn: null });
  });

  test('never by its owner, not before its first check, and to others it is not there', async () => {
    expect(await again(owner, await checked())).toMatchObject({ kind: 'refused' });
    expect(await again(checker, await owned())).toMatchObject({ kind: 'blocked' });
    await expect(again(other, await checked())).rejects.toThrow(NotFound);
    await expect(again(checker, { ...(await checked()), version: 7 })).rejects.toThrow(StaleVersion);
  });
});
