import 'server-only';
import { and, asc, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { actions, groups, meetingAttendances, meetingDecisions, meetings, persons, recommendations, sources, type GroupKind, type Presence } from '@/db/schema';
import { foundOr404, type ReadContext, type WriteContext } from '@/lib/access/context';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import type { ChangeDecisionInput, ChangeMeetingInput, ConfirmDecisionInput } from '@/lib/groups/meetings/input';
import { decisionFields, meetingFields } from '@/lib/groups/meetings/labels';
import { listNames, nameOfAgencyOn } from '@/lib/partnership/queries';
import { isId } from '@/lib/partnership/rules';

export type { Presence };

type Context = ReadContext | WriteContext;

export type MeetingListed = {
  id: string;
  groupId: string;
  plannedOn: string;
  place: string | null;
  heldOn: string | null;
  calledOffBecause: string | null;
  chairedById: string | null;
  chairedBy: string | null;
  standInBecause: string | null;
  minuteReference: string | null;
  minuteAddress: string | null;
  papers: string | null;
  alsoThere: string | null;
  example: boolean;
  version: number;
  /** Of those the reader may see. */
  decisions: number;
};

const chair = alias(persons, 'chair');

function readMeetings(ctx: Context, where: SQL | undefined) {
  return ctx.tx
    .select({
      id: meetings.id, groupId: meetings.groupId, plannedOn: meetings.plannedOn, place: meetings.place, heldOn: meetings.heldOn, calledOffBecause: meetings.calledOffBecause,
      chairedById: meetings.chairedById, chairedBy: chair.name, standInBecause: meetings.standInBecause, minuteReference: meetings.minuteReference, minuteAddress: meetings.minuteAddress,
      papers: meetings.papers, alsoThere: meetings.alsoThere, example: meetings.example, version: meetings.version,
      decisions: sql<number>`(select count(*)::integer from ${meetingDecisions} d where d.meeting_id = ${meetings.id})`,
    })
    .from(meetings)
    .leftJoin(chair, eq(chair.id, meetings.chairedById))
    .where(where)
    .orderBy(desc(meetings.plannedOn), desc(meetings.recordedAt));
}

/** How many meetings a group's page looks back on. */
const mostMeetings = 60;

/** The meetings of a group, the latest first: none for those who may not see them. */
export async function listMeetings(ctx: ReadContext, { groupId }: { groupId: string }): Promise<MeetingListed[]> {
  return readMeetings(ctx, eq(meetings.groupId, groupId)).limit(mostMeetings);
}

export type Attendance = { personId: string; person: string; agency: string | null; presence: Presence };
export type MeetingShown = MeetingListed & { groupName: string; groupKind: GroupKind; attendances: Attendance[] };

/** One meeting, with who was there; of this group and no other, where one is named. */
export async function getMeeting(ctx: Context, id: string, groupId?: string): Promise<MeetingShown> {
  const isOne = isId(id) && (groupId === undefined || isId(groupId));
  const [row] = isOne ? await readMeetings(ctx, and(eq(meetings.id, id), groupId ? eq(meetings.groupId, groupId) : undefined)) : [];
  const meeting = foundOr404(row, 'meeting');
  const [group] = await ctx.tx.select({ name: groups.name, kind: groups.kind }).from(groups).where(eq(groups.id, meeting.groupId));
  const there = await ctx.tx
    .select({ personId: meetingAttendances.personId, person: persons.name, agency: nameOfAgencyOn(meetingAttendances.agencyId, meeting.heldOn ? sql`${meeting.heldOn}` : ctx.today), presence: meetingAttendances.presence })
    .from(meetingAttendances).innerJoin(persons, eq(persons.id, meetingAttendances.personId))
    .where(and(eq(meetingAttendances.meetingId, meeting.id), isNotNull(meetingAttendances.presence))).orderBy(asc(persons.name));
  return { ...meeting, groupName: group!.name, groupKind: group!.kind, attendances: there.map((one) => ({ ...one, presence: one.presence! })) };
}

/** The record a decision concerns, as the reader may see it. */
export type About = { reference: string; href: string | null; title: string };

export type DecisionListed = {
  id: string;
  reference: string;
  meetingId: string;
  groupId: string;
  on: string;
  matter: string;
  decision: string;
  reviewOn: string | null;
  about: About | null;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  supersedes: string | null;
  supersededBy: string | null;
  example: boolean;
  showsCase: boolean;
};

const [confirmer, earlier, later, ofRecommendation] = [alias(persons, 'confirmer'), alias(meetingDecisions, 'earlier'), alias(meetingDecisions, 'later'), alias(sources, 'of_recommendation')];

function readDecisions(ctx: Context, where: SQL | undefined) {
  return ctx.tx
    .select({
      row: meetingDecisions, plannedOn: meetings.plannedOn, heldOn: meetings.heldOn, confirmedBy: confirmer.name, supersedes: earlier.reference, supersededBy: later.reference,
      action: { reference: actions.reference, title: actions.title }, recommendation: { reference: recommendations.reference, acceptance: recommendations.acceptance },
      source: { id: sources.id, reference: sources.reference, title: sources.title, kind: sources.kind }, isCaseSource: sourceIsCase(),
      recommendedBy: ofRecommendation.id, isCaseRecommendation: sql<boolean>`${sourceIsCase(ofRecommendation)} and ${recommendations.acceptance} is null`,
    })
    .from(meetingDecisions)
    .innerJoin(meetings, eq(meetings.id, meetingDecisions.meetingId))
    .leftJoin(confirmer, eq(confirmer.id, meetingDecisions.confirmedById))
    .leftJoin(earlier, eq(earlier.id, meetingDecisions.supersedesId))
    .leftJoin(later, eq(later.supersedesId, meetingDecisions.id))
    .leftJoin(actions, eq(actions.id, meetingDecisions.aboutActionId))
    .leftJoin(recommendations, eq(recommendations.id, meetingDecisions.aboutRecommendationId))
    .leftJoin(ofRecommendation, eq(ofRecommendation.id, recommendations.sourceId))
    .leftJoin(sources, eq(sources.id, meetingDecisions.aboutSourceId))
    .where(where)
    .orderBy(desc(sql`coalesce(${meetings.heldOn}, ${meetings.plannedOn})`), desc(meetingDecisions.recordedAt));
}

type DecisionRow = Awaited<ReturnType<typeof readDecisions>>[number];

function aboutOf({ action, recommendation, source }: DecisionRow): About | null {
  if (action) return { reference: action.reference, href: `/plan/${action.reference}`, title: action.title };
  if (recommendation) return { reference: recommendation.reference, href: `/recommendations/${recommendation.reference}`, title: 'a recommendation' };
  if (source) return { reference: source.reference, href: source.kind === 'review' ? `/reviews/${source.reference}` : null, title: source.title };
  return null;
}

function listed(found: DecisionRow): DecisionListed {
  const { row } = found;
  return {
    id: row.id, reference: row.reference, meetingId: row.meetingId, groupId: row.groupId, on: found.heldOn ?? found.plannedOn, matter: row.matter, decision: row.decision, reviewOn: row.reviewOn,
    about: aboutOf(found), confirmedAt: row.confirmedAt, confirmedBy: found.confirmedBy, supersedes: found.supersedes, supersededBy: found.supersededBy, example: row.example,
    showsCase: found.isCaseSource || found.isCaseRecommendation,
  };
}

/** That decisions about reviews not yet published were shown is noted. */
async function noteCases(ctx: ReadContext, kind: 'opened' | 'listed', place: string, rows: DecisionRow[]): Promise<void> {
  const reviewIds = rows.flatMap((row) => [...(row.isCaseSource && row.source ? [row.source.id] : []), ...(row.isCaseRecommendation && row.recommendedBy ? [row.recommendedBy] : [])]);
  await ctx.recordView({ kind, place, sensitivity: 'case', reviewIds });
}

/** The decision log of a group, or of one of its meetings, the latest first. */
export async function listDecisions(ctx: ReadContext, { groupId, meetingId, limit = 200 }: { groupId: string; meetingId?: string; limit?: number }): Promise<DecisionListed[]> {
  const rows = await readDecisions(ctx, and(eq(meetingDecisions.groupId, groupId), meetingId ? eq(meetingDecisions.meetingId, meetingId) : undefined)).limit(limit);
  await noteCases(ctx, 'listed', meetingId ? '/groups/[id]/meetings/[meeting]' : '/groups/[id]', rows);
  return rows.map(listed);
}

export type DecisionShown = DecisionListed & {
  groupName: string;
  options: string | null;
  reasons: string;
  evidenceSeen: string | null;
  decidedBy: string | null;
  dissent: string | null;
  conflicts: string | null;
  legalBasis: string | null;
  version: number;
};

/** One decision of the log, for its page; of this group and no other, where one is named. */
export async function getDecision(ctx: ReadContext, reference: string, groupId?: string): Promise<DecisionShown> {
  const isOne = groupId === undefined || isId(groupId);
  const [row] = isOne ? await readDecisions(ctx, and(eq(meetingDecisions.reference, reference), groupId ? eq(meetingDecisions.groupId, groupId) : undefined)) : [];
  const found = foundOr404(row, 'decision');
  await noteCases(ctx, 'opened', '/groups/[id]/decisions/[reference]', [found]);
  const [group] = await ctx.tx.select({ name: groups.name }).from(groups).where(eq(groups.id, found.row.groupId));
  const { options, reasons, evidenceSeen, decidedBy, dissent, conflicts, legalBasis, version } = found.row;
  return { ...listed(found), groupName: group!.name, options, reasons, evidenceSeen, decidedBy, dissent, conflicts, legalBasis, version };
}

/** What a meeting is now, beside what somebody typed over an older version of it. */
export async function meetingAsItIs(ctx: ReadContext, input: ChangeMeetingInput): Promise<Theirs> {
  const [meeting, names] = [await getMeeting(ctx, input.meetingId), await listNames(ctx)];
  const who = (ids: string[]) => ids.map((id) => names.get(id) ?? '').sort().join(', ');
  const of = (presence: Presence) => meeting.attendances.flatMap((one) => (one.presence === presence ? [one.personId] : []));
  const inWords = (answers: Omit<ChangeMeetingInput, 'meetingId' | 'version'>): Record<keyof typeof meetingFields, string> => ({
    plannedOn: formatDateIfAny(answers.plannedOn), place: answers.place ?? '', chairedBy: who(answers.chairedBy ? [answers.chairedBy] : []), standInBecause: answers.standInBecause ?? '', papers: answers.papers ?? '',
    heldOn: formatDateIfAny(answers.heldOn), calledOffBecause: answers.calledOffBecause ?? '', present: who(answers.present), apologies: who(answers.apologies), alsoThere: answers.alsoThere ?? '',
    minuteReference: answers.minuteReference ?? '', minuteAddress: answers.minuteAddress ?? '',
  });
  const theirs = inWords({ ...meeting, plannedOn: meeting.plannedOn as ChangeMeetingInput['plannedOn'], heldOn: meeting.heldOn as ChangeMeetingInput['heldOn'], chairedBy: meeting.chairedById, present: of('present'), apologies: of('apologies') });
  return { version: meeting.version, fields: sideBySide(meetingFields, theirs, inWords(input)) };
}

/** The same of a decision. */
export async function decisionAsItIs(ctx: ReadContext, input: ChangeDecisionInput): Promise<Theirs> {
  const decision = await getDecision(ctx, input.reference);
  const inWords = (answers: Omit<ChangeDecisionInput, 'reference' | 'version' | 'reviewOn' | 'about'> & { reviewOn: string | null; about: string }): Record<keyof typeof decisionFields, string> => ({
    matter: answers.matter, about: answers.about, options: answers.options ?? '', decision: answers.decision, reasons: answers.reasons, evidenceSeen: answers.evidenceSeen ?? '', decidedBy: answers.decidedBy ?? '',
    dissent: answers.dissent ?? '', conflicts: answers.conflicts ?? '', legalBasis: answers.legalBasis ?? '', reviewOn: formatDateIfAny(answers.reviewOn),
  });
  return { version: decision.version, fields: sideBySide(decisionFields, inWords({ ...decision, about: decision.about?.reference ?? '' }), inWords(input)) };
}

/** Before it is confirmed there is nothing typed to set beside it: what it says now stands on the page. */
export async function decisionToConfirmAsItIs(ctx: ReadContext, input: ConfirmDecisionInput): Promise<Theirs> {
  const decision = await getDecision(ctx, input.reference);
  return { version: decision.version, fields: [{ name: 'decision', label: decisionFields.decision, theirs: decision.decision, yours: '' }] };
}
