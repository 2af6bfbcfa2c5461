import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { actions, groups, meetingAttendances, meetingDecisions, meetings, membershipRows, posts, recommendations, sources, type Presence } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { Issue } from '@/lib/forms/state';
import type { ChangeDecisionInput, ChangeMeetingInput, ConfirmDecisionInput, PlanMeetingInput, RecordDecisionInput } from '@/lib/groups/meetings/input';
import { notTheirs } from '@/lib/groups/meetings/labels';
import { canConfirmDecision, canRecordMeeting, chairs } from '@/lib/groups/meetings/policy';
import { getMeeting } from '@/lib/groups/meetings/queries';
import { kindOfReference, whatStopsMeeting } from '@/lib/groups/meetings/rules';
import { notify } from '@/lib/notifications/outbox';
import { inForce } from '@/lib/partnership/queries';

/** A meeting to come, or one that was held and is still to be recorded. */
export async function planMeeting(ctx: WriteContext, { groupId, chairedBy, ...input }: PlanMeetingInput): Promise<Outcome<{ groupId: string; meetingId: string }>> {
  const [group] = await ctx.tx.select().from(groups).where(eq(groups.id, groupId));
  const { example } = foundOr404(group, 'group');
  if (!canRecordMeeting(ctx.actor, { groupId })) return refused(notTheirs);
  const issues = whatStopsMeeting({ ...input, chairedBy }, await listChairs(ctx, groupId, input.plannedOn));
  if (issues.length > 0) return blocked(issues);

  const meetingId = newId();
  await ctx.tx.insert(meetings).values({ id: meetingId, groupId, ...input, chairedById: chairedBy, example, recordedById: ctx.actor.personId });
  return done({ groupId, meetingId });
}

/** What became of a meeting: when it was held, who chaired it, who was there, where its minute is; or why it was called off. */
export async function changeMeeting(ctx: WriteContext, { meetingId, version, present, apologies, chairedBy, ...input }: ChangeMeetingInput): Promise<Outcome<{ groupId: string; meetingId: string }>> {
  const meeting = await getMeeting(ctx, meetingId);
  if (!canRecordMeeting(ctx.actor, meeting)) return refused(notTheirs);
  const [locked] = await ctx.tx.select({ version: meetings.version }).from(meetings).where(eq(meetings.id, meeting.id)).for('no key update');
  if (locked?.version !== version) throw new StaleVersion('meetings', meeting.id);
  const issues = whatStopsMeeting({ ...input, chairedBy, present, apologies }, await listChairs(ctx, meeting.groupId, input.heldOn ?? input.plannedOn));
  if (issues.length > 0) return blocked(issues);
  if (input.heldOn === null && meeting.decisions > 0) return blocked([{ field: 'heldOn', message: 'Enter the day it was held: decisions of it are in the log' }]);

  await ctx.tx.update(meetings).set({ ...input, chairedById: chairedBy }).where(eq(meetings.id, meeting.id));
  await saveAttendances(ctx, meeting, new Map([...present.map((id) => [id, 'present'] as const), ...apologies.map((id) => [id, 'apologies'] as const)]));
  return done({ groupId: meeting.groupId, meetingId: meeting.id });
}

/** One line of the decision log. What the chair records themselves is confirmed by it; the business unit's waits for the chair's word. */
export async function recordDecision(ctx: WriteContext, { meetingId, supersedes, about, ...input }: RecordDecisionInput): Promise<Outcome<{ groupId: string; reference: string; confirmed: boolean }>> {
  const meeting = await getMeeting(ctx, meetingId);
  if (!canRecordMeeting(ctx.actor, meeting)) return refused(notTheirs);
  if (meeting.heldOn === null) return blocked([{ message: 'Record that the meeting was held first, and who was there', href: `/groups/${meeting.groupId}/meetings/${meeting.id}/change` }]);
  const earlier = supersedes === null ? null : await lockDecision(ctx, supersedes);
  const concerned = await findConcerned(ctx, about);
  const issues = [...concerned.issues, ...(earlier ? await whatStopsSuperseding(ctx, earlier, meeting.groupId) : [])];
  if (issues.length > 0) return blocked(issues);

  const [row] = await ctx.tx.execute<{ number: string }>(sql`select app.next_number('decision') as number`);
  const decision = { id: newId(), reference: `D-${String(row!.number).padStart(3, '0')}` };
  await ctx.tx.insert(meetingDecisions).values({
    ...decision, meetingId: meeting.id, groupId: meeting.groupId, ...input, ...concerned.columns, supersedesId: earlier?.id, example: meeting.example, recordedById: ctx.actor.personId,
  });
  const confirmed = chairs(ctx.actor, meeting);
  if (confirmed) await ctx.tx.update(meetingDecisions).set({ confirmedAt: ctx.now, confirmedById: ctx.actor.personId }).where(eq(meetingDecisions.id, decision.id));
  else await tellChairs(ctx, { ...decision, groupId: meeting.groupId });
  return done({ groupId: meeting.groupId, reference: decision.reference, confirmed });
}

/** Its words, as long as the chair has not confirmed them. */
export async function changeDecision(ctx: WriteContext, { reference, version, about, ...input }: ChangeDecisionInput): Promise<Outcome<{ groupId: string; reference: string }>> {
  const decision = await lockDecision(ctx, reference);
  if (!canRecordMeeting(ctx.actor, decision)) return refused(notTheirs);
  if (decision.confirmedAt !== null) return blocked([{ message: 'The chair has confirmed this decision. A later meeting decides in its place', href: `/groups/${decision.groupId}/decisions/${reference}` }]);
  const concerned = await findConcerned(ctx, about);
  if (concerned.issues.length > 0) return blocked(concerned.issues);
  if (decision.version !== version) throw new StaleVersion('meeting_decisions', decision.id);
  await ctx.tx.update(meetingDecisions).set({ ...input, ...concerned.columns }).where(eq(meetingDecisions.id, decision.id));
  return done({ groupId: decision.groupId, reference });
}

/** The chair says that this is what was decided: from then on its words stand. */
export async function confirmDecision(ctx: WriteContext, { reference, version }: ConfirmDecisionInput): Promise<Outcome<{ groupId: string; reference: string }>> {
  const decision = await lockDecision(ctx, reference);
  if (!canConfirmDecision(ctx.actor, decision)) return decision.confirmedAt ? blocked([{ message: 'This decision has been confirmed already' }]) : refused('The chair of the group confirms its decisions');
  if (decision.version !== version) throw new StaleVersion('meeting_decisions', decision.id);
  await ctx.tx.update(meetingDecisions).set({ confirmedAt: ctx.now, confirmedById: ctx.actor.personId }).where(eq(meetingDecisions.id, decision.id));
  return done({ groupId: decision.groupId, reference });
}

// ── The steps ──

async function lockDecision(ctx: WriteContext, reference: string): Promise<typeof meetingDecisions.$inferSelect> {
  const [row] = await ctx.tx.select().from(meetingDecisions).where(eq(meetingDecisions.reference, reference));
  const seen = foundOr404(row, 'decision');
  if (!canRecordMeeting(ctx.actor, seen)) return seen;
  const [locked] = await ctx.tx.select().from(meetingDecisions).where(eq(meetingDecisions.id, seen.id)).for('no key update');
  return foundOr404(locked, 'decision');
}

/** Who chairs the group on a day. A safeguarding partner's turn of a rota is a membership with dates. */
async function listChairs(ctx: WriteContext, groupId: string, on: string): Promise<string[]> {
  const rows = await ctx.tx.select({ personId: membershipRows.personId }).from(membershipRows).where(and(
    eq(membershipRows.groupId, groupId), inArray(membershipRows.membership, ['CH', 'TC']), inForce(membershipRows, on),
  ));
  return rows.map((row) => row.personId);
}

async function saveAttendances(ctx: WriteContext, meeting: { id: string; groupId: string }, there: Map<string, Presence>): Promise<void> {
  const known = await ctx.tx.select().from(meetingAttendances).where(eq(meetingAttendances.meetingId, meeting.id));
  for (const row of known) {
    const presence = there.get(row.personId) ?? null;
    if (row.presence !== presence) await ctx.tx.update(meetingAttendances).set({ presence }).where(eq(meetingAttendances.id, row.id));
  }
  const added = [...there].filter(([personId]) => !known.some((row) => row.personId === personId));
  if (added.length === 0) return;
  const held = await ctx.tx.select({ personId: posts.personId, agencyId: posts.agencyId }).from(posts)
    .where(and(inArray(posts.personId, added.map(([personId]) => personId)), inForce(posts, ctx.today)));
  await ctx.tx.insert(meetingAttendances).values(added.map(([personId, presence]) => ({
    id: newId(), meetingId: meeting.id, groupId: meeting.groupId, personId, agencyId: held.find((post) => post.personId === personId)?.agencyId ?? null, presence,
  })));
}

type Concerned = { columns: Pick<typeof meetingDecisions.$inferInsert, 'aboutSourceId' | 'aboutRecommendationId' | 'aboutActionId'>; issues: Issue[] };

async function findConcerned(ctx: WriteContext, typed: string): Promise<Concerned> {
  const reference = typed.toUpperCase();
  const columns = { aboutSourceId: null, aboutRecommendationId: null, aboutActionId: null };
  if (reference === '') return { columns, issues: [] };
  const table = { action: actions, recommendation: recommendations, source: sources }[kindOfReference(reference)];
  const [row] = await ctx.tx.select({ id: table.id }).from(table).where(eq(table.reference, reference));
  if (!row) return { columns, issues: [{ field: 'about', message: 'Enter the reference of a record that is here, such as A-014, R-005 or RR-2026-7KQ4, or leave it empty' }] };
  const column = { action: 'aboutActionId', recommendation: 'aboutRecommendationId', source: 'aboutSourceId' }[kindOfReference(reference)];
  return { columns: { ...columns, [column]: row.id }, issues: [] };
}

async function whatStopsSuperseding(ctx: WriteContext, earlier: typeof meetingDecisions.$inferSelect, groupId: string): Promise<Issue[]> {
  if (earlier.groupId !== groupId) return [{ message: 'A group decides again only what it has decided itself' }];
  if (earlier.confirmedAt === null) return [{ message: `The chair has not confirmed ${earlier.reference} yet: change its words instead`, href: `/groups/${groupId}/decisions/${earlier.reference}/change` }];
  const [later] = await ctx.tx.select({ reference: meetingDecisions.reference }).from(meetingDecisions).where(eq(meetingDecisions.supersedesId, earlier.id));
  return later ? [{ message: `${later.reference} has taken the place of ${earlier.reference} already` }] : [];
}

async function tellChairs(ctx: WriteContext, decision: { id: string; reference: string; groupId: string }): Promise<void> {
  for (const personId of new Set(await listChairs(ctx, decision.groupId, ctx.today))) {
    if (personId === ctx.actor.personId) continue;
    await notify(ctx, {
      toPersonId: personId, message: `Decision ${decision.reference} of your group waits for you to confirm it`, recordName: 'meeting_decision', recordId: decision.id,
      path: `/groups/${decision.groupId}/decisions/${decision.reference}`,
    });
  }
}
