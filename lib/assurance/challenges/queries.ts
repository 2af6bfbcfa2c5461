import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { actions, challenges, groups, meetingDecisions, persons, recommendations, sources, type ChallengeOutcome, type ChallengeStage, type ChallengeTopic, type SaidHow } from '@/db/schema';
import { foundOr404, type ReadContext, type WriteContext } from '@/lib/access/context';
import { heldAs } from '@/lib/access/rights';
import { closeFields, escalateFields, answerFields, outcomeNames, stageNames } from '@/lib/assurance/challenges/labels';
import type { AnswerInput, CloseInput, EscalateInput } from '@/lib/assurance/challenges/input';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { latestNameOfAgency, nameOfPerson } from '@/lib/partnership/queries';
import { saidHowNames } from '@/lib/plan/labels';

export type { ChallengeOutcome, ChallengeStage, ChallengeTopic };

type Context = ReadContext | WriteContext;

export type ChallengeListed = {
  id: string; reference: string; raisedOn: string; raisedById: string; raisedBy: string; raisedByAgency: string | null; aboutAgencyId: string; aboutAgency: string; topic: ChallengeTopic; challenge: string;
  stage: ChallengeStage; dueOn: string; answeredOn: string | null; closedOn: string | null; outcome: ChallengeOutcome | null; example: boolean;
  /** The record it was raised from, as the reader may see it. */
  about: { reference: string; href: string | null } | null;
  showsCase: boolean;
};

const [raiser, answerer, recorder, closer, recommended] = [alias(persons, 'raiser'), alias(persons, 'answerer'), alias(persons, 'recorder'), alias(persons, 'closer'), alias(sources, 'recommended')];

function readChallenges(ctx: Context, where: SQL | undefined) {
  return ctx.tx
    .select({
      row: challenges, raisedBy: raiser.name, raisedByAgency: latestNameOfAgency(challenges.raisedByAgencyId), aboutAgency: latestNameOfAgency(challenges.aboutAgencyId),
      answeredBy: answerer.name, recordedBy: recorder.name, closedBy: closer.name, action: actions.reference, recommendation: recommendations.reference, decision: meetingDecisions.reference, ofGroup: groups.id,
      source: { id: sources.id, reference: sources.reference, kind: sources.kind }, isCaseSource: sourceIsCase(), recommendedBy: recommended.id, isCaseRecommendation: sql<boolean>`${sourceIsCase(recommended)} and ${recommendations.acceptance} is null`,
    })
    .from(challenges)
    .innerJoin(raiser, eq(raiser.id, challenges.raisedById))
    .leftJoin(answerer, eq(answerer.id, challenges.answeredById))
    .leftJoin(recorder, eq(recorder.id, challenges.answerRecordedById))
    .leftJoin(closer, eq(closer.id, challenges.closedById))
    .leftJoin(actions, eq(actions.id, challenges.aboutActionId))
    .leftJoin(recommendations, eq(recommendations.id, challenges.aboutRecommendationId))
    .leftJoin(recommended, eq(recommended.id, recommendations.sourceId))
    .leftJoin(meetingDecisions, eq(meetingDecisions.id, challenges.aboutDecisionId))
    .leftJoin(groups, eq(groups.id, meetingDecisions.groupId))
    .leftJoin(sources, eq(sources.id, challenges.aboutSourceId))
    .where(where)
    // What is still open first, the longest due before the rest.
    .orderBy(sql`${challenges.closedOn} is not null`, sql`${challenges.answeredOn} is not null`, asc(challenges.dueOn), desc(challenges.raisedOn));
}

type Found = Awaited<ReturnType<typeof readChallenges>>[number];

function aboutOf({ action, recommendation, decision, ofGroup, source }: Found): ChallengeListed['about'] {
  if (action) return { reference: action, href: `/plan/${action}` };
  if (recommendation) return { reference: recommendation, href: `/recommendations/${recommendation}` };
  if (decision) return { reference: decision, href: `/groups/${ofGroup}/decisions/${decision}` };
  return source ? { reference: source.reference, href: source.kind === 'review' ? `/reviews/${source.reference}` : null } : null;
}

function listed(found: Found): ChallengeListed {
  const { id, reference, raisedOn, raisedById, aboutAgencyId, topic, challenge, stage, dueOn, answeredOn, closedOn, outcome, example } = found.row;
  return {
    id, reference, raisedOn, raisedById, raisedBy: found.raisedBy, raisedByAgency: found.raisedByAgency, aboutAgencyId, aboutAgency: found.aboutAgency, topic, challenge, stage, dueOn, answeredOn, closedOn, outcome, example,
    about: aboutOf(found), showsCase: found.isCaseSource || found.isCaseRecommendation,
  };
}

/** That challenges about reviews not yet published were shown is noted. */
async function noteCases(ctx: ReadContext, kind: 'opened' | 'listed', place: string, rows: Found[]): Promise<void> {
  const reviewIds = rows.flatMap((row) => [...(row.isCaseSource && row.source ? [row.source.id] : []), ...(row.isCaseRecommendation && row.recommendedBy ? [row.recommendedBy] : [])]);
  await ctx.recordView({ kind, place, sensitivity: 'case', reviewIds });
}

/** How many challenges a page lists. */
export const mostChallenges = 500;

/** The challenges the reader may see: open, answered or closed, or all. What waits longest comes first. */
export async function listChallenges(ctx: ReadContext, filter: { state?: 'open' | 'closed' } = {}): Promise<ChallengeListed[]> {
  const rows = await readChallenges(ctx, filter.state === 'open' ? isNull(challenges.closedOn) : filter.state === 'closed' ? isNotNull(challenges.closedOn) : undefined).limit(mostChallenges);
  await noteCases(ctx, 'listed', '/challenges', rows);
  return rows.map(listed);
}

export type ChallengesToDo = { toAnswer: ChallengeListed[]; toClose: ChallengeListed[] };

/** What of it waits for the reader: an answer of an agency they lead, or an answered challenge of their own to close. */
export async function listChallengesToDo(ctx: ReadContext): Promise<ChallengesToDo> {
  const answersFor = await listAgenciesAnsweredFor(ctx);
  const rows = await readChallenges(ctx, and(isNull(challenges.closedOn), or(
    answersFor.length > 0 ? and(isNull(challenges.answeredOn), inArray(challenges.aboutAgencyId, answersFor)) : undefined,
    and(isNotNull(challenges.answeredOn), eq(challenges.raisedById, ctx.actor.personId)),
  ))).limit(50);
  await noteCases(ctx, 'listed', '/', rows);
  const all = rows.map(listed);
  return { toAnswer: all.filter((one) => one.answeredOn === null), toClose: all.filter((one) => one.answeredOn !== null) };
}

/** The agencies the reader answers challenges for: those they lead, and those below where the membership says so. */
export async function listAgenciesAnsweredFor(ctx: Context): Promise<string[]> {
  if (heldAs(ctx.actor, 'AL').length === 0) return [];
  const [row] = await ctx.tx.execute<{ ids: string[] }>(sql`select app.my_agencies('challenges', 'change')::text[] as ids`);
  return row?.ids ?? [];
}

export type ChallengeShown = ChallengeListed & {
  forum: string | null; asked: string; answer: string | null; answeredBy: string | null; how: SaidHow | null; howNote: string | null; recordedBy: string | null;
  outcomeReason: string | null; changedForChildren: string | null; closedBy: string | null; version: number;
};

export async function getChallenge(ctx: ReadContext, reference: string): Promise<ChallengeShown> {
  const [row] = await readChallenges(ctx, eq(challenges.reference, reference));
  const found = foundOr404(row, 'challenge');
  await noteCases(ctx, 'opened', '/challenges/[reference]', [found]);
  const { forum, asked, answer, how, howNote, outcomeReason, changedForChildren, version } = found.row;
  return { ...listed(found), forum, asked, answer, answeredBy: found.answeredBy, how, howNote, recordedBy: found.recordedBy, outcomeReason, changedForChildren, closedBy: found.closedBy, version };
}

/** Whose answer it can be: the leads of the agency that is asked. For the business unit, which records it for them. */
export async function listAnswererOptions(ctx: Context, { aboutAgencyId }: { aboutAgencyId: string }): Promise<{ value: string; label: string }[]> {
  return ctx.tx.execute<{ value: string; label: string }>(sql`select p.id::text as value, p.name as label from app.leads_of_agency(${aboutAgencyId}::uuid) l join ${persons} p on p.id = l.person_id order by p.name`).then((rows) => [...rows]);
}

export type Raised = { about: string; aboutAgencyId: string | null; topic: ChallengeTopic | null; example: boolean | null };

/** What a challenge would be raised from: the record that was asked for, and the agency that answers for it. */
export async function getWhatToChallenge(ctx: ReadContext, reference: string | undefined): Promise<Raised> {
  const none: Raised = { about: '', aboutAgencyId: null, topic: null, example: null };
  if (!reference) return none;
  if (/^A-\d+$/.test(reference)) {
    const [action] = await ctx.tx.select({ agency: actions.ownerAgencyId, example: actions.example }).from(actions).where(eq(actions.reference, reference));
    const found = foundOr404(action, 'action');
    return { about: reference, aboutAgencyId: found.agency, topic: 'slipped_action', example: found.example };
  }
  const table = /^R-\d+$/.test(reference) ? recommendations : /^D-\d+$/.test(reference) ? meetingDecisions : sources;
  const [row] = await ctx.tx.select({ example: table.example }).from(table).where(eq(table.reference, reference));
  return { ...none, about: reference, topic: table === meetingDecisions ? 'decision' : null, example: foundOr404(row, 'record').example };
}

// ── Beside what somebody typed over an older version ──

export async function theirAnswer(ctx: ReadContext, input: AnswerInput): Promise<Theirs> {
  const now = await getChallenge(ctx, input.reference);
  const theirs = { answer: now.answer ?? '', answeredBy: now.answeredBy ?? '', how: now.how ? saidHowNames[now.how] : '', howNote: now.howNote ?? '', answeredOn: formatDateIfAny(now.answeredOn) };
  const yours = { answer: input.answer, answeredBy: await nameOfPerson(ctx, input.answeredBy), how: input.answeredBy ? saidHowNames[input.how] : '', howNote: input.howNote ?? '', answeredOn: formatDateIfAny(input.answeredOn) };
  return { version: now.version, fields: sideBySide(answerFields, theirs, yours) };
}

export async function theirStage(ctx: ReadContext, input: EscalateInput): Promise<Theirs> {
  const now = await getChallenge(ctx, input.reference);
  return { version: now.version, fields: sideBySide(escalateFields, { stage: stageNames[now.stage], dueOn: formatDateIfAny(now.dueOn) }, { stage: stageNames[input.stage], dueOn: formatDateIfAny(input.dueOn) }) };
}

export async function theirClosing(ctx: ReadContext, input: CloseInput): Promise<Theirs> {
  const now = await getChallenge(ctx, input.reference);
  const theirs = { outcome: now.outcome ? outcomeNames[now.outcome] : '', outcomeReason: now.outcomeReason ?? '', changedForChildren: now.changedForChildren ?? '' };
  return { version: now.version, fields: sideBySide(closeFields, theirs, { outcome: outcomeNames[input.outcome], outcomeReason: input.outcomeReason, changedForChildren: input.changedForChildren ?? '' }) };
}
