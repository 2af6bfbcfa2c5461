import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { history, meetingAttendances, meetingDecisions, meetings, outbox, recordViewReviews } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { changeDecision, changeMeeting, confirmDecision, planMeeting, recordDecision } from './commands';
import { changeDecisionInput, changeMeetingInput, confirmDecisionInput, planMeetingInput, recordDecisionInput } from './input';
import { getDecision, getMeeting, listDecisions, listMeetings } from './queries';

const db = aTestDatabase();
const today = todayInEngland(new Date());

type Person = Awaited<ReturnType<typeof made.aPerson>>;
let group: Awaited<ReturnType<typeof made.aGroup>>, agency: Awaited<ReturnType<typeof made.anAgency>>;
let dee: Person, ben: Person, unit: TestEntry, chair: TestEntry, member: TestEntry, elsewhere: TestEntry, executive: TestEntry;

beforeAll(async () => {
  group = await made.aGroup(db.owner, { kind: 'task_and_finish', name: 'Neglect' });
  agency = await made.anAgency(db.owner, { name: 'Early help' });
  dee = await made.aMember(db.owner, 'TC', { group, name: 'Dee Marsh' });
  ben = await made.aMember(db.owner, 'TF', { group, name: 'Ben Ainsley' });
  await made.aPost(db.owner, { person: ben, agency });
  unit = await db.enterAs(await made.aMember(db.owner, 'BU'));
  chair = await db.enterAs(dee);
  member = await db.enterAs(ben);
  elsewhere = await db.enterAs(await made.aMember(db.owner, 'TC'));
  executive = await db.enterAs(await made.aMember(db.owner, 'EX'));
});

const run = <T>(entry: TestEntry, name: string, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(entry as never, { name, formKey: randomUUID(), bodyDigest: null }, work);
const commandsOf = async (id: string) => [...new Set((await db.owner.select({ command: history.command }).from(history).where(eq(history.rootId, id)).orderBy(history.id)).map((entry) => entry.command))];
const held = (given = {}) => made.aMeeting(db.owner, { group, heldOn: addDays(today, -7), plannedOn: addDays(today, -7), chairedBy: dee, ...given });

describe('planning a meeting', () => {
  const plan = (entry: TestEntry, given: Record<string, unknown> = {}) => run(entry, 'plan-meeting', (ctx) => planMeeting(ctx, planMeetingInput.parse({ groupId: group.id, plannedOn: addDays(today, 14), ...given })));

  test('the chair plans it, and it is in the history', async () => {
    const outcome = await plan(chair, { chairedBy: dee.id, place: 'Online' });
    expect(outcome).toMatchObject({ kind: 'done' });
    const { meetingId } = (outcome as { value: { meetingId: string } }).value;
    expect(await db.owner.select().from(meetings).where(eq(meetings.id, meetingId))).toMatchObject([{ groupId: group.id, plannedOn: addDays(today, 14), chairedById: dee.id, recordedById: dee.id }]);
    expect(await commandsOf(meetingId)).toEqual(['plan-meeting']);
  });

  test('whoever stands in for the chair does so for a reason', async () => {
    expect(await plan(unit, { chairedBy: ben.id })).toMatchObject({ kind: 'blocked', issues: [{ field: 'standInBecause' }] });
    expect(await plan(unit, { chairedBy: ben.id, standInBecause: 'On leave' })).toMatchObject({ kind: 'done' });
  });

  test('a member, and the chair of another group, do not', async () => {
    expect(await plan(member)).toMatchObject({ kind: 'refused' });
    expect(await plan(elsewhere)).toMatchObject({ kind: 'refused' });
    await expect(plan(unit, { groupId: randomUUID() })).rejects.toThrow(NotFound);
  });
});

describe('recording a meeting', () => {
  const record = (entry: TestEntry, meeting: { id: string; plannedOn: string }, given: Record<string, unknown> = {}) =>
    run(entry, 'change-meeting', (ctx) => changeMeeting(ctx, changeMeetingInput.parse({ meetingId: meeting.id, version: 1, plannedOn: meeting.plannedOn, chairedBy: dee.id, heldOn: addDays(today, -1), present: [dee.id], ...given })));

  test('says who was there and for which agency; saved again, who was not is taken out', async () => {
    const meeting = await made.aMeeting(db.owner, { group, plannedOn: addDays(today, -1) });
    expect(await record(unit, meeting, { present: [ben.id, dee.id], minuteReference: 'Minute 7' })).toMatchObject({ kind: 'done' });
    const there = () => db.owner.select({ personId: meetingAttendances.personId, agencyId: meetingAttendances.agencyId, presence: meetingAttendances.presence }).from(meetingAttendances).where(eq(meetingAttendances.meetingId, meeting.id));
    expect(await there()).toEqual(expect.arrayContaining([{ personId: ben.id, agencyId: agency.id, presence: 'present' }, { personId: dee.id, agencyId: null, presence: 'present' }]));
    expect(await record(chair, meeting, { version: 2, apologies: [ben.id] })).toMatchObject({ kind: 'done' });
    expect((await there()).find((one) => one.personId === ben.id)).toMatchObject({ presence: 'apologies' });
    await expect(record(chair, meeting, { version: 2 })).rejects.toThrow(StaleVersion);
    expect((await read(member as never, (ctx) => getMeeting(ctx, meeting.id))).attendances).toMatchObject([{ person: 'Ben Ainsley', agency: 'Early help', presence: 'apologies' }, { person: 'Dee Marsh', presence: 'present' }]);
    expect(await commandsOf(meeting.id)).toContain('change-meeting');
  });

  test('a member does not; to other groups the meeting is not there', async () => {
    const meeting = await made.aMeeting(db.owner, { group, plannedOn: addDays(today, -1) });
    expect(await record(member, meeting)).toMatchObject({ kind: 'refused' });
    await expect(record(elsewhere, meeting)).rejects.toThrow(NotFound);
    expect(await read(elsewhere as never, (ctx) => listMeetings(ctx, { groupId: group.id }))).toEqual([]);
  });

  test('one with decisions in the log was held', async () => {
    const meeting = await held();
    await made.aMeetingDecision(db.owner, { meeting });
    expect(await record(unit, meeting, { heldOn: '', present: [] })).toMatchObject({ kind: 'blocked', issues: [{ field: 'heldOn' }] });
  });
});

const decided = (given: Record<string, unknown> = {}) => ({ matter: 'The tool', decision: 'It fits on one page', reasons: 'The second page was left empty', ...given });
const decide = (entry: TestEntry, meeting: { id: string }, given: Record<string, unknown> = {}) => run(entry, 'record-decision', (ctx) => recordDecision(ctx, recordDecisionInput.parse({ meetingId: meeting.id, ...decided(given) })));
const row = async (reference: string) => (await db.owner.select().from(meetingDecisions).where(eq(meetingDecisions.reference, reference)))[0]!;
const referenceOf = (outcome: unknown) => (outcome as { value: { reference: string } }).value.reference;

describe('what a meeting decided', () => {
  test('recorded by the chair it is confirmed; by the business unit, the chair is told and confirms it', async () => {
    const meeting = await held();
    const byChair = await decide(chair, meeting);
    expect(byChair).toMatchObject({ kind: 'done', value: { reference: expect.stringMatching(/^D-\d{3}$/), confirmed: true } });
    expect(await row(referenceOf(byChair))).toMatchObject({ groupId: group.id, recordedById: dee.id, confirmedById: dee.id });

    const reference = referenceOf(await decide(unit, meeting, { about: '' }));
    const waiting = await row(reference);
    expect(waiting).toMatchObject({ confirmedAt: null });
    expect(await db.owner.select().from(outbox).where(eq(outbox.recordId, waiting.id))).toMatchObject([{ toPersonId: dee.id, path: `/groups/${group.id}/decisions/${reference}` }]);
    const confirm = (entry: TestEntry, version = 1) => run(entry, 'confirm-decision', (ctx) => confirmDecision(ctx, confirmDecisionInput.parse({ reference, version })));
    expect(await confirm(unit)).toMatchObject({ kind: 'refused' });
    expect(await confirm(member)).toMatchObject({ kind: 'refused' });
    await expect(confirm(elsewhere)).rejects.toThrow(NotFound);
    await expect(confirm(chair, 7)).rejects.toThrow(StaleVersion);
    expect(await confirm(chair)).toMatchObject({ kind: 'done' });
    expect(await confirm(chair, 2)).toMatchObject({ kind: 'blocked' });
    expect(await commandsOf(waiting.id)).toEqual(['record-decision', 'confirm-decision']);
  });

  test('its words are changed until they are confirmed, and then decided again at a later meeting, once', async () => {
    const meeting = await held();
    const reference = referenceOf(await decide(unit, meeting));
    const change = (version: number) => run(unit, 'change-decision', (ctx) => changeDecision(ctx, changeDecisionInput.parse({ reference, version, ...decided({ decision: 'Two pages' }) })));
    expect(await change(1)).toMatchObject({ kind: 'done' });
    await expect(change(1)).rejects.toThrow(StaleVersion);
    expect(await decide(chair, meeting, { supersedes: reference })).toMatchObject({ kind: 'blocked' });
    await run(chair, 'confirm-decision', (ctx) => confirmDecision(ctx, { reference, version: 2 }));
    expect(await change(3)).toMatchObject({ kind: 'blocked' });
    expect(await decide(chair, await held(), { supersedes: reference })).toMatchObject({ kind: 'done' });
    expect(await decide(chair, await held(), { supersedes: reference })).toMatchObject({ kind: 'blocked' });
    expect((await read(member as never, (ctx) => listDecisions(ctx, { groupId: group.id }))).find((one) => one.reference === reference)).toMatchObject({ decision: 'Two pages', supersededBy: expect.stringMatching(/^D-/) });
  });

  test('is recorded of a meeting that was held, by the chair or the business unit', async () => {
    expect(await decide(unit, await made.aMeeting(db.owner, { group }))).toMatchObject({ kind: 'blocked' });
    expect(await decide(member, await held())).toMatchObject({ kind: 'refused' });
    expect(await decide(executive, await held())).toMatchObject({ kind: 'refused' });
    await expect(decide(elsewhere, await held())).rejects.toThrow(NotFound);
  });

  test('about a review is seen by whoever sees the review, and that it was shown is noted', async () => {
    const review = await made.aReview(db.owner);
    const meeting = await held();
    expect(await decide(chair, meeting, { about: review.reference })).toMatchObject({ kind: 'blocked', issues: [{ field: 'about' }] });
    const reference = referenceOf(await decide(unit, meeting, { about: review.reference.toLowerCase() }));
    await expect(read(chair as never, (ctx) => getDecision(ctx, reference))).rejects.toThrow(NotFound);
    expect((await read(chair as never, (ctx) => listDecisions(ctx, { groupId: group.id }))).map((one) => one.reference)).not.toContain(reference);
    expect(await read(executive as never, (ctx) => getDecision(ctx, reference, group.id))).toMatchObject({ showsCase: true, about: { reference: review.reference } });
    expect(await db.owner.select().from(recordViewReviews).where(eq(recordViewReviews.reviewId, review.id))).toHaveLength(1);
    await expect(read(executive as never, (ctx) => getDecision(ctx, reference, randomUUID()))).rejects.toThrow(NotFound);
  });
});
