import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { aCover, aDecision, aGroup, aMember, aMembership, aPlace, aReview, aNotification, aRapidReview, aSafeguardingPartner, aCriterionTest, anIdentity } from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { agencyRequests, clocks, criteriaTests, decisions, decisionViews, history, identities, notifications, reviewPlaces, settings, sources } from '@/db/schema';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, asCalendarDate as day, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { listMessages } from '@/lib/notifications/queries';
import { askAgencies, changeNotification, grantPlace, openDecision, openRapidReview, overrideClock, recordFacts, recordIdentity, recordNotification, recordReply, sendToPanel, testCriteria } from '@/lib/reviews/commands';
import * as onDecisions from '@/lib/reviews/decisions/commands';
import type { GiveViewInput, SettleInput, SupersedeInput } from '@/lib/reviews/decisions/input';
import type { RecordNotificationInput } from '@/lib/reviews/input';
import { findIdentity, getReview, listReviews, listRunningClocks } from '@/lib/reviews/queries';
import { criteriaThatMustBeTested } from '@/lib/reviews/rules';

const db = aTestDatabase();

type Member = { person: { id: string }; entry: TestEntry };
let council: { id: string };
let health: { id: string };
let lead: Member;
let otherLead: Member;
let businessUnit: Member;
let owner: Member;
let director: Member;
let nurse: Member;
let chair: Member;

async function member(membership: Parameters<typeof aMember>[1], given: Parameters<typeof aMember>[2] = {}): Promise<Member> {
  const person = await aMember(db.owner, membership, given);
  return { person, entry: await db.enterAs(person) };
}

beforeAll(async () => {
  [council, health] = [await aSafeguardingPartner(db.owner, { name: 'Testham Council', position: 1, example: true }), await aSafeguardingPartner(db.owner, { name: 'Testham Health', position: 2, example: true })];
  const executive = await aGroup(db.owner, { kind: 'executive', name: 'Executive' });
  [lead, otherLead, businessUnit, owner] = [await member('CL'), await member('CL'), await member('BU'), await member('TF')];
  [director, nurse] = [await member('EX', { votesFor: council }), await member('EX', { votesFor: health })];
  chair = await member('IS');
  await aMembership(db.owner, { person: chair.person, membership: 'CH', group: executive });
});

const run = <T,>(who: Member, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) => write(who.entry, { name, formKey: null, bodyDigest: null }, command);

const typed = (): RecordNotificationInput => ({
  pseudonym: 'Child Z', area: 'hartlepool', notifyingAgency: council.id, nature: 'serious_harm', abuseSuspected: 'yes', harmTypes: ['neglect'], incidentOn: day('2026-03-02'), awareOn: day('2026-03-03'), sentOn: day('2026-03-05'),
  nationalReference: null, ageBand: 'under_1', gender: 'not_stated', ethnicity: 'not_known', disability: 'no', livingArrangement: 'parents', careStatus: 'child_in_need', setting: 'home', outline: 'What happened', immediateSafety: null, mediaInterest: 'no',
});

async function recorded(who: Member = lead): Promise<string> {
  const outcome = await run(who, 'record-notification', (ctx) => recordNotification(ctx, typed()));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.reference;
}

const sourceOf = async (reference: string) => (await db.owner.select().from(sources).where(eq(sources.reference, reference)))[0]!;

describe('recording a notification', () => {
  it('makes the spine, starts both clocks and puts its recorder on the list', async () => {
    const source = await sourceOf(await recorded());
    expect(source).toMatchObject({ title: 'Child Z', reportingYear: '2025-26', kind: 'review' });
    const started = await db.owner.select().from(clocks).where(eq(clocks.reviewId, source.id));
    expect(Object.fromEntries(started.map((clock) => [clock.rule, [clock.computedDueOn, clock.metOn]]))).toEqual({ notification: ['2026-03-10', '2026-03-05'], rapid_review: ['2026-03-26', null] });
    expect(await db.owner.select({ personId: reviewPlaces.personId, capacity: reviewPlaces.capacity }).from(reviewPlaces).where(eq(reviewPlaces.reviewId, source.id))).toEqual([{ personId: lead.person.id, capacity: 'CL' }]);
  });

  it('gives a reference that tells nothing of those before it', async () => {
    const references = await Promise.all([recorded(), recorded(), recorded()]);
    expect(new Set(references).size).toBe(3);
    for (const reference of references) expect(reference).toMatch(/^RR-2026-[2-9A-HJKMNP-Z]{4}$/);
  });

  it('is in the history under its recorder, with what was typed', async () => {
    const source = await sourceOf(await recorded());
    const entries = await db.owner.select().from(history).where(eq(history.rootId, source.id));
    expect(new Set(entries.map((entry) => entry.command))).toEqual(new Set(['record-notification']));
    expect(entries.every((entry) => entry.personId === lead.person.id)).toBe(true);
    expect(entries.find((entry) => entry.tableName === 'notifications')?.after).toMatchObject({ outline: 'What happened', nature_at_notification: 'serious_harm' });
  });

  it('is refused to somebody who records none', async () => {
    expect((await run(owner, 'record-notification', (ctx) => recordNotification(ctx, typed()))).kind).toBe('refused');
  });

  it('is blocked at the field where dates cannot be', async () => {
    const outcome = await run(lead, 'record-notification', (ctx) => recordNotification(ctx, { ...typed(), awareOn: day('2026-03-01') }));
    expect(outcome).toMatchObject({ kind: 'blocked', issues: [{ field: 'awareOn' }] });
  });
});

describe('a recorded notification', () => {
  it('is not there for a case review lead who is not on its list', async () => {
    const reference = await recorded();
    await expect(run(otherLead, 'change-notification', (ctx) => changeNotification(ctx, { ...typed(), reference, version: 1 }))).rejects.toThrow(NotFound);
    await expect(read(otherLead.entry, (ctx) => getReview(ctx, reference))).rejects.toThrow(NotFound);
    expect((await read(otherLead.entry, (ctx) => listReviews(ctx))).map((review) => review.reference)).not.toContain(reference);
  });

  it('is changed by one of two who had it open, and the other is told', async () => {
    const reference = await recorded();
    const change = (who: Member, outline: string) => run(who, 'change-notification', (ctx) => changeNotification(ctx, { ...typed(), reference, version: 1, outline }));
    const outcomes = await Promise.allSettled([change(lead, 'Hers'), change(businessUnit, 'Theirs')]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(StaleVersion);
  });

  it('keeps what happened as it was notified when it is known to be worse', async () => {
    const reference = await recorded();
    await run(lead, 'change-notification', (ctx) => changeNotification(ctx, { ...typed(), reference, version: 1, nature: 'death' }));
    const [row] = await db.owner.select().from(notifications).where(eq(notifications.reviewId, (await sourceOf(reference)).id));
    expect(row).toMatchObject({ natureAtNotification: 'serious_harm', natureNow: 'death' });
  });
});

describe('a clock', () => {
  it('keeps its computed date beside another one, the reason, and who gave it', async () => {
    const reference = await recorded();
    await run(lead, 'override-clock', (ctx) => overrideClock(ctx, { reference, version: 1, rule: 'rapid_review', dueOn: day('2026-04-02'), reason: 'The inquest opened' }));
    const source = await sourceOf(reference);
    const clock = (await db.owner.select().from(clocks).where(eq(clocks.reviewId, source.id))).find((one) => one.rule === 'rapid_review');
    expect(clock).toMatchObject({ computedDueOn: '2026-03-26', overrideDueOn: '2026-04-02', overrideReason: 'The inquest opened', overriddenById: lead.person.id });
  });

  it('that has been met is moved no more', async () => {
    const reference = await recorded();
    expect(await run(lead, 'override-clock', (ctx) => overrideClock(ctx, { reference, version: 1, rule: 'notification', dueOn: day('2026-04-02'), reason: 'It looks better' }))).toEqual({ kind: 'blocked', issues: [{ message: 'This clock has been met. Its date stands' }] });
    expect((await read(lead.entry, (ctx) => getReview(ctx, reference))).clocks.find((clock) => clock.rule === 'notification')).toMatchObject({ metOn: '2026-03-05', overrideDueOn: null });
  });

  const change = (reference: string, version: number, given: Partial<RecordNotificationInput>) => run(lead, 'change-notification', (ctx) => changeNotification(ctx, { ...typed(), reference, version, ...given }));
  const clocksOf = async (reference: string) => Object.fromEntries((await read(lead.entry, (ctx) => getReview(ctx, reference))).clocks.map((clock) => [clock.rule, [clock.startedOn, clock.computedDueOn, clock.metOn]]));

  it('that runs from the sending is not there once it turns out not to have been sent, and the five days run on', async () => {
    const reference = await recorded();
    expect(await change(reference, 1, { sentOn: null })).toMatchObject({ kind: 'done' });
    expect(await clocksOf(reference)).toEqual({ notification: ['2026-03-03', '2026-03-10', null] });
    expect((await read(lead.entry, (ctx) => listRunningClocks(ctx, 500))).filter((clock) => clock.reference === reference).map((clock) => clock.rule)).toEqual(['notification']);
    expect((await read(lead.entry, (ctx) => listReviews(ctx))).find((review) => review.reference === reference)?.clock).toMatchObject({ rule: 'notification' });
    await expect(run(lead, 'override-clock', (ctx) => overrideClock(ctx, { reference, version: 2, rule: 'rapid_review', dueOn: day('2026-04-02'), reason: 'x' }))).rejects.toThrow(NotFound);
  });

  it('is there again, from the day given, when it has been sent after all', async () => {
    const reference = await recorded();
    await change(reference, 1, { sentOn: null });
    await change(reference, 2, { sentOn: day('2026-03-09') });
    expect(await clocksOf(reference)).toEqual({ notification: ['2026-03-03', '2026-03-10', '2026-03-09'], rapid_review: ['2026-03-09', '2026-03-30', null] });
  });

  it('keeps the start event it began with when the partnership’s choice changes', async () => {
    const reference = await recorded();
    await db.owner.update(settings).set({ rapidReviewStartsFrom: 'aware' });
    await change(reference, 1, { sentOn: day('2026-03-06') });
    await db.owner.update(settings).set({ rapidReviewStartsFrom: 'sent' });
    expect((await clocksOf(reference)).rapid_review).toEqual(['2026-03-06', '2026-03-27', null]);
  });
});

describe('identifying details', () => {
  const identity = { version: 0, name: 'Zebedee Example', dateOfBirth: null, otherNames: null, address: null, school: null, family: null };

  it('are sealed in the database, told to history as a digest, and read back by those on the list', async () => {
    const reference = await recorded();
    await run(lead, 'record-identity', (ctx) => recordIdentity(ctx, { reference, ...identity }));
    const source = await sourceOf(reference);
    const stored = await db.owner.select().from(identities).where(eq(identities.reviewId, source.id));
    const told = await db.owner.select().from(history).where(eq(history.tableName, 'identities'));
    expect(JSON.stringify([stored, told])).not.toContain('Zebedee');
    expect((await read(lead.entry, (ctx) => findIdentity(ctx, source)))?.name).toBe('Zebedee Example');
  });

  it('are recorded once: of two who record them at once, the second is told, and may save over the first', async () => {
    const reference = await recorded();
    const outcomes = await Promise.allSettled([lead, businessUnit].map((who) => run(who, 'record-identity', (ctx) => recordIdentity(ctx, { reference, ...identity }))));
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(StaleVersion);
    expect(await run(lead, 'record-identity', (ctx) => recordIdentity(ctx, { reference, ...identity, version: 1, name: 'Zebedee Again' }))).toMatchObject({ kind: 'done' });
    const source = await sourceOf(reference);
    expect(await db.owner.select().from(identities).where(eq(identities.reviewId, source.id))).toHaveLength(1);
    await expect(anIdentity(db.owner, { review: source.id })).rejects.toThrow();
  });

  it('are not there for an Executive member, who sees the case', async () => {
    const reference = await recorded();
    await run(lead, 'record-identity', (ctx) => recordIdentity(ctx, { reference, ...identity }));
    const source = await sourceOf(reference);
    expect(await read(director.entry, (ctx) => findIdentity(ctx, source))).toBeNull();
    await expect(run(director, 'record-identity', (ctx) => recordIdentity(ctx, { reference, ...identity }))).rejects.toThrow(NotFound);
  });
});

async function putToPartners(): Promise<string> {
  const reference = await recorded();
  const done = async (outcome: Promise<{ kind: string }>) => expect((await outcome).kind).toBe('done');
  await done(run(lead, 'open-rapid-review', (ctx) => openRapidReview(ctx, { reference, openedOn: day('2026-03-06'), meetingOn: null, agencies: [health.id], replyBy: day('2026-03-16') })));
  expect(await run(lead, 'open-decision', (ctx) => openDecision(ctx, { reference, recommendedOutcome: 'lcspr', recommendedBecause: 'Why', openedOn: day('2026-03-20') }))).toMatchObject({ kind: 'blocked' });
  await done(run(lead, 'record-facts', (ctx) => recordFacts(ctx, { reference, version: 1, meetingOn: null, facts: 'The facts', immediateSafety: '', agencyInvolvement: '', contextAndInequality: '', childsVoice: '', goodPractice: '', learning: '' })));
  const source = await sourceOf(reference);
  for (const criterion of criteriaThatMustBeTested) await aCriterionTest(db.owner, { review: source.id, criterion, answer: 'yes', reason: 'Because' });
  await done(run(lead, 'open-decision', (ctx) => openDecision(ctx, { reference, recommendedOutcome: 'lcspr', recommendedBecause: 'Why', openedOn: day('2026-03-20') })));
  return reference;
}

const view = (reference: string, agency: { id: string }, chosen: 'lcspr' | 'no_lcspr' | 'not_given') => ({ reference, version: 0, agency: agency.id, view: chosen, reason: 'Because', givenOn: day('2026-03-23'), how: 'in_person' as const, saidBy: null, howNote: null });
const decisionOf = async (reference: string) => (await db.owner.select().from(decisions).where(eq(decisions.reviewId, (await sourceOf(reference)).id)).orderBy(desc(decisions.recordedAt)))[0]!;
type On<Input> = Omit<Input, 'decision'> & { reference: string };
const on = async <Input,>({ reference, ...typed }: On<Input>) => ({ ...typed, decision: (await decisionOf(reference)).id }) as Input;
const giveView = async (ctx: WriteContext, typed: On<GiveViewInput>) => onDecisions.giveView(ctx, await on<GiveViewInput>(typed));
const settleByChair = async (ctx: WriteContext, typed: On<SettleInput>) => onDecisions.settleByChair(ctx, await on<SettleInput>(typed));
const supersedeDecision = async (ctx: WriteContext, typed: On<SupersedeInput>) => onDecisions.supersedeDecision(ctx, await on<SupersedeInput>(typed));

describe('the criteria', () => {
  it('are not said to be saved where nothing was chosen', async () => {
    const reference = await recorded();
    expect(await run(lead, 'test-criterion', (ctx) => testCriteria(ctx, { reference, version: 0, tests: [] }))).toMatchObject({ kind: 'blocked', issues: [{ message: expect.stringContaining('Nothing was chosen') }] });
  });

  it('are tested as one form: of two who save it, the second is told', async () => {
    const reference = await recorded();
    const test = (who: Member, version: number, reason: string) => run(who, 'test-criterion', (ctx) => testCriteria(ctx, { reference, version, tests: [{ criterion: 'recurrent_themes', answer: 'yes', reason }, { criterion: 'abuse_or_neglect', answer: 'yes', reason: 'Seen' }] }));
    const outcomes = await Promise.allSettled([test(lead, 0, 'Hers'), test(businessUnit, 0, 'Theirs')]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(test(lead, 0, 'Still hers')).rejects.toThrow(StaleVersion);
    expect(await test(lead, 2, 'Hers over theirs')).toMatchObject({ kind: 'done' });
    await expect(test(businessUnit, 2, 'Theirs again')).rejects.toThrow(StaleVersion);
    const [row] = await db.owner.select().from(criteriaTests).where(and(eq(criteriaTests.reviewId, (await sourceOf(reference)).id), eq(criteriaTests.criterion, 'recurrent_themes')));
    expect(row).toMatchObject({ reason: 'Hers over theirs', version: 2 });
  });
});

describe('an agency’s reply', () => {
  it('is recorded over another’s only knowingly', async () => {
    const reference = await putToPartners();
    const reply = (version: number, repliedOn: string) => run(lead, 'record-reply', (ctx) => recordReply(ctx, { reference, version, agency: health.id, repliedOn: day(repliedOn), nothingKnown: false }));
    expect(await reply(1, '2026-03-12')).toMatchObject({ kind: 'done' });
    await expect(reply(1, '2026-03-13')).rejects.toThrow(StaleVersion);
    expect(await reply(2, '2026-03-13')).toMatchObject({ kind: 'done' });
    expect(await db.owner.select({ on: agencyRequests.repliedOn }).from(agencyRequests).where(eq(agencyRequests.reviewId, (await sourceOf(reference)).id))).toEqual([{ on: '2026-03-13' }]);
  });
});

describe('a notification’s words on the spine', () => {
  it('are part of what two people may change at once', async () => {
    const reference = await recorded();
    expect(await run(lead, 'change-notification', (ctx) => changeNotification(ctx, { ...typed(), reference, version: 1, pseudonym: 'Child Y' }))).toMatchObject({ kind: 'done' });
    await expect(run(businessUnit, 'change-notification', (ctx) => changeNotification(ctx, { ...typed(), reference, version: 1, pseudonym: 'Child X' }))).rejects.toThrow(StaleVersion);
    expect((await sourceOf(reference)).title).toBe('Child Y');
  });
});

describe('the days of a rapid review', () => {
  it('follow one another, and what has happened is not in the future: the field is told its bounds', async () => {
    const reference = await recorded();
    const open = (given: Partial<Parameters<typeof openRapidReview>[1]>) => run(lead, 'open-rapid-review', (ctx) => openRapidReview(ctx, { reference, openedOn: day('2026-03-06'), meetingOn: null, agencies: [], replyBy: null, ...given }));
    expect(await open({ openedOn: day('2026-03-02') })).toMatchObject({ issues: [{ field: 'openedOn', message: 'Opened on: enter a date from 3 March 2026, when the council became aware, to today' }] });
    expect(await open({ meetingOn: day('2020-01-01'), replyBy: day('2026-03-05') })).toMatchObject({ issues: [{ field: 'meetingOn' }, { field: 'replyBy' }] });
    const other = await putToPartners();
    const facts = { facts: '', immediateSafety: '', agencyInvolvement: '', contextAndInequality: '', childsVoice: '', goodPractice: '', learning: '' };
    expect(await run(lead, 'record-facts', (ctx) => recordFacts(ctx, { reference: other, version: 2, meetingOn: day('2020-01-01'), ...facts }))).toMatchObject({ issues: [{ field: 'meetingOn' }] });
    expect(await run(lead, 'ask-agencies', (ctx) => askAgencies(ctx, { reference: other, agencies: [council.id], askedOn: day('2026-03-05'), replyBy: day('2026-03-16') }))).toMatchObject({ issues: [{ field: 'askedOn' }] });
    expect(await run(director, 'give-partner-view', (ctx) => giveView(ctx, { ...view(other, council, 'lcspr'), givenOn: day('2026-03-19') }))).toMatchObject({ issues: [{ field: 'givenOn', message: 'Given on: enter a date from 20 March 2026, when it was put to the safeguarding partners, to today' }] });
    const later = addDays(todayInEngland(new Date()), 1);
    expect(await run(director, 'give-partner-view', (ctx) => giveView(ctx, { ...view(other, council, 'lcspr'), givenOn: later }))).toMatchObject({ issues: [{ field: 'givenOn' }] });
    for (const [who, partner] of [[director, council], [nurse, health]] as const) expect(await run(who, 'give-partner-view', (ctx) => giveView(ctx, view(other, partner, 'lcspr')))).toMatchObject({ kind: 'done' });
    expect(await run(lead, 'supersede-decision', (ctx) => supersedeDecision(ctx, { reference: other, because: 'The reply', recommendedOutcome: 'no_lcspr', openedOn: day('2026-03-22') }))).toMatchObject({ issues: [{ field: 'openedOn' }] });
    expect(await run(lead, 'send-to-panel', (ctx) => sendToPanel(ctx, { reference: other, version: 2, sentOn: day('2026-03-22') }))).toMatchObject({ issues: [{ field: 'sentOn' }] });
  });

  it('begin no decision before the rapid review', async () => {
    const reference = await putToPartners();
    await db.owner.delete(decisions).where(eq(decisions.reviewId, (await sourceOf(reference)).id));
    for (const openedOn of [day('2026-01-01'), addDays(todayInEngland(new Date()), 1)]) {
      expect(await run(lead, 'open-decision', (ctx) => openDecision(ctx, { reference, recommendedOutcome: 'lcspr', recommendedBecause: 'Why', openedOn }))).toMatchObject({ issues: [{ field: 'openedOn', message: 'Put to them on: enter a date from 6 March 2026, when the rapid review was opened, to today' }] });
    }
  });
});

describe('the safeguarding partners’ decision', () => {
  it('is put to them once: of two who press at once, the second is told so', async () => {
    const reference = await putToPartners();
    const put = () => run(lead, 'open-decision', (ctx) => openDecision(ctx, { reference, recommendedOutcome: 'no_lcspr', recommendedBecause: 'Why', openedOn: day('2026-03-21') }));
    const answer = { kind: 'blocked', issues: [{ message: 'The decision is with the safeguarding partners already', href: `/reviews/${reference}/decision` }] };
    expect(await Promise.all([put(), put()])).toEqual([answer, answer]);
    await run(director, 'give-partner-view', (ctx) => giveView(ctx, view(reference, council, 'lcspr')));
    await run(nurse, 'give-partner-view', (ctx) => giveView(ctx, view(reference, health, 'lcspr')));
    expect(await put()).toMatchObject({ kind: 'blocked', issues: [{ message: expect.stringContaining('Take the decision again') }] });
    const again = () => run(lead, 'supersede-decision', (ctx) => supersedeDecision(ctx, { reference, because: 'The National Panel’s reply', recommendedOutcome: 'no_lcspr', openedOn: day('2026-04-21') }));
    expect((await Promise.all([again(), again()])).map((outcome) => outcome.kind).sort()).toEqual(['blocked', 'done']);
    await expect(aDecision(db.owner, { review: (await sourceOf(reference)).id })).rejects.toThrow();
  });

  it('asks each partner once: who has given the view is no longer told that it is asked for', async () => {
    const reference = await putToPartners();
    const asked = async (who: Member) => (await read(who.entry, (ctx) => listMessages(ctx, 500))).some((message) => message.message === `${reference}: your view is asked for`);
    expect([await asked(director), await asked(nurse)]).toEqual([true, true]);
    await run(director, 'give-partner-view', (ctx) => giveView(ctx, view(reference, council, 'lcspr')));
    expect([await asked(director), await asked(nurse)]).toEqual([false, true]);
  });

  it('takes a partner’s view once, and a second one over it only knowingly', async () => {
    const reference = await putToPartners();
    const said = (version: number, chosen: 'lcspr' | 'no_lcspr') => run(businessUnit, 'give-partner-view', (ctx) => giveView(ctx, { ...view(reference, council, chosen), version, how: 'meeting', saidBy: director.person.id, howNote: 'Executive, minute 4' }));
    expect(await said(0, 'lcspr')).toMatchObject({ kind: 'done' });
    await expect(said(0, 'no_lcspr')).rejects.toThrow(StaleVersion);
    expect(await said(1, 'no_lcspr')).toMatchObject({ kind: 'done' });
    expect(await db.owner.select({ view: decisionViews.view, version: decisionViews.version }).from(decisionViews).where(eq(decisionViews.reviewId, (await sourceOf(reference)).id))).toEqual([{ view: 'no_lcspr', version: 2 }]);
  });

  it('stands once every partner has said the same', async () => {
    const reference = await putToPartners();
    await run(director, 'give-partner-view', (ctx) => giveView(ctx, view(reference, council, 'lcspr')));
    expect((await decisionOf(reference)).outcome).toBeNull();
    await run(nurse, 'give-partner-view', (ctx) => giveView(ctx, view(reference, health, 'lcspr')));
    expect(await decisionOf(reference)).toMatchObject({ outcome: 'lcspr', decidedFrom: '2026-03-23' });
  });

  it('is nobody’s to give for another safeguarding partner', async () => {
    const reference = await putToPartners();
    expect((await run(director, 'give-partner-view', (ctx) => giveView(ctx, view(reference, health, 'lcspr')))).kind).toBe('refused');
    expect((await run(lead, 'give-partner-view', (ctx) => giveView(ctx, view(reference, health, 'lcspr')))).kind).toBe('refused');
  });

  it('is recorded for a partner by the business unit only with who said it and how', async () => {
    const reference = await putToPartners();
    expect((await run(businessUnit, 'give-partner-view', (ctx) => giveView(ctx, view(reference, council, 'lcspr')))).kind).toBe('blocked');
    const said = { ...view(reference, council, 'lcspr'), how: 'meeting' as const, saidBy: director.person.id, howNote: 'Executive, minute 4' };
    expect((await run(businessUnit, 'give-partner-view', (ctx) => giveView(ctx, said))).kind).toBe('done');
  });

  it('is the chair’s to record where the partners differ, and the dissent stays', async () => {
    const reference = await putToPartners();
    await run(director, 'give-partner-view', (ctx) => giveView(ctx, view(reference, council, 'lcspr')));
    const settle = (who: Member) => run(who, 'settle-decision', async (ctx) => settleByChair(ctx, { reference, version: (await decisionOf(reference)).version, outcome: 'lcspr', reason: 'Two of three tests are met', decidedOn: day('2026-03-24'), saidBy: null, howNote: null }));
    expect(await settle(chair)).toMatchObject({ kind: 'blocked' });
    await run(nurse, 'give-partner-view', (ctx) => giveView(ctx, view(reference, health, 'no_lcspr')));
    expect((await settle(nurse)).kind).toBe('refused');
    // Whoever chairs another group does not speak for the Executive: not of themselves, and of the business unit only for its chair.
    const [otherChair, unitAndChair] = [await member('IS'), await member('BU')];
    for (const { person } of [otherChair, unitAndChair]) await aMembership(db.owner, { person, membership: 'CH', group: await aGroup(db.owner, { kind: 'task_and_finish' }) });
    expect((await settle(otherChair)).kind).toBe('refused');
    expect(await settle(unitAndChair)).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    expect((await settle(chair)).kind).toBe('done');
    const review = await read(businessUnit.entry, (ctx) => getReview(ctx, reference));
    expect(review.decision).toMatchObject({ outcome: 'lcspr', chairReason: 'Two of three tests are met' });
    expect(review.decision?.views.map((one) => one.view).sort()).toEqual(['lcspr', 'no_lcspr']);
  });

  it('is recorded by the business unit for whoever chaired the Executive that day or stood in, and for nobody else', async () => {
    const reference = await putToPartners();
    await run(director, 'give-partner-view', (ctx) => giveView(ctx, view(reference, council, 'lcspr')));
    await run(nurse, 'give-partner-view', (ctx) => giveView(ctx, view(reference, health, 'no_lcspr')));
    const settle = (saidBy: { id: string }) => run(businessUnit, 'settle-decision', async (ctx) => settleByChair(ctx, { reference, version: (await decisionOf(reference)).version, outcome: 'lcspr', reason: 'Two of three tests are met', decidedOn: day('2026-03-24'), saidBy: saidBy.id, howNote: 'Executive, minute 4' }));
    const elsewhere = await aMember(db.owner, 'CH');
    const later = await aMember(db.owner, 'IS');
    await aCover(db.owner, { person: chair.person, by: later, membership: 'CH', fromOn: '2026-03-25' });
    for (const person of [director.person, elsewhere, later]) expect(await settle(person)).toMatchObject({ kind: 'blocked', issues: [{ field: 'saidBy' }] });
    const deputy = await aMember(db.owner, 'IS');
    await aCover(db.owner, { person: chair.person, by: deputy, membership: 'CH', fromOn: '2026-03-01', toOn: '2026-03-24' });
    expect((await settle(deputy)).kind).toBe('done');
  });
});

describe('sending the rapid review to the National Panel', () => {
  const decided = async () => {
    const reference = await putToPartners();
    for (const [who, partner] of [[director, council], [nurse, health]] as const) expect(await run(who, 'give-partner-view', (ctx) => giveView(ctx, view(reference, partner, 'lcspr')))).toMatchObject({ kind: 'done' });
    return reference;
  };
  const send = (reference: string, version: number, sentOn: string) => run(lead, 'send-to-panel', (ctx) => sendToPanel(ctx, { reference, version, sentOn: day(sentOn) }));
  const sentOn = async (reference: string) => (await read(lead.entry, (ctx) => getReview(ctx, reference))).sentToPanelOn;

  it('waits for the decision that stands, not for one that is being taken again', async () => {
    const reference = await decided();
    expect(await run(lead, 'supersede-decision', (ctx) => supersedeDecision(ctx, { reference, because: 'New facts', recommendedOutcome: 'no_lcspr', openedOn: day('2026-03-24') }))).toMatchObject({ kind: 'done' });
    expect(await send(reference, 2, '2026-03-25')).toMatchObject({ kind: 'blocked', issues: [{ message: expect.stringContaining('have not decided yet') }] });
    expect(await sentOn(reference)).toBeNull();
  });

  it('is recorded once: the day it was sent stands', async () => {
    const reference = await decided();
    expect(await send(reference, 2, '2026-03-25')).toMatchObject({ kind: 'done' });
    expect(await send(reference, 3, '2026-03-26')).toMatchObject({ kind: 'blocked', issues: [{ message: expect.stringContaining('sent to the National Panel already') }] });
    expect(await sentOn(reference)).toBe('2026-03-25');
  });
});

describe('a place on the list', () => {
  it('lets somebody in from that moment, and nobody gives one to themselves', async () => {
    const review = await aReview(db.owner, {});
    await aNotification(db.owner, { review });
    await aRapidReview(db.owner, { review });
    const reference = (await db.owner.select().from(sources).where(eq(sources.id, review.id)))[0]!.reference;
    const give = (who: Member, to: Member) => run(who, 'grant-place', (ctx) => grantPlace(ctx, { reference, person: to.person.id, capacity: 'CL', reason: 'Takes over', toOn: day('2029-01-01') }));
    await expect(give(otherLead, otherLead)).rejects.toThrow(NotFound);
    expect((await give(businessUnit, businessUnit)).kind).toBe('blocked');
    expect((await give(businessUnit, otherLead)).kind).toBe('done');
    expect((await read(otherLead.entry, (ctx) => getReview(ctx, reference))).isOnMyList).toBe(true);
  });

  it('lets nobody grant on it who is only on it', async () => {
    const review = await aReview(db.owner, {});
    await aNotification(db.owner, { review });
    await aPlace(db.owner, { review, person: lead.person, capacity: 'CL' });
    const reference = (await db.owner.select().from(sources).where(eq(sources.id, review.id)))[0]!.reference;
    expect((await run(lead, 'grant-place', (ctx) => grantPlace(ctx, { reference, person: otherLead.person.id, capacity: 'CL', reason: 'x', toOn: day('2029-01-01') }))).kind).toBe('refused');
  });
});
