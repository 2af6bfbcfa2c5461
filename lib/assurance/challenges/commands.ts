import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { actions, agencies, challenges, meetingDecisions, recommendations, sources } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import type { AnswerInput, CloseInput, EscalateInput, RaiseInput } from '@/lib/assurance/challenges/input';
import { canAnswer, canClose } from '@/lib/assurance/challenges/policy';
import { listAgenciesAnsweredFor, listAnswererOptions } from '@/lib/assurance/challenges/queries';
import { whatStopsAnswering, whatStopsClosing, whatStopsEscalating } from '@/lib/assurance/challenges/rules';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { Issue } from '@/lib/forms/state';
import { notify } from '@/lib/notifications/outbox';
import { listOwnAgencyIds } from '@/lib/plan/queries';

type Challenge = typeof challenges.$inferSelect;
type Done = Promise<Outcome<{ reference: string }>>;

/** Holds an agency to account for one thing. Its leads are told. */
export async function raiseChallenge(ctx: WriteContext, { about, aboutAgency, byAgency, ...input }: RaiseInput): Done {
  const concerned = await findConcerned(ctx, about);
  const issues = [...concerned.issues, ...(await whatStopsRaising(ctx, { aboutAgency, byAgency }))];
  if (issues.length > 0) return blocked(issues);

  const [row] = await ctx.tx.execute<{ number: string }>(sql`select app.next_number('challenge') as number`);
  const challenge = { id: newId(), reference: `C-${String(row!.number).padStart(3, '0')}`, aboutAgencyId: aboutAgency };
  await ctx.tx.insert(challenges).values({
    ...challenge, raisedOn: ctx.today, raisedById: ctx.actor.personId, raisedByAgencyId: byAgency, ...input, ...concerned.columns, example: ctx.actor.partnership.isDemonstration,
  });
  await tellLeads(ctx, challenge, `Challenge ${challenge.reference} asks your agency for an answer`);
  return done({ reference: challenge.reference });
}

/** The agency's answer: by one of its leads, or recorded for them by the business unit. Whoever raised it is told. */
export async function answerChallenge(ctx: WriteContext, { reference, version, ...input }: AnswerInput): Done {
  const challenge = await getChallenge(ctx, reference);
  if (!canAnswer(ctx.actor, challenge, await listAgenciesAnsweredFor(ctx))) return refused('A lead of the agency that is asked answers a challenge, or the business unit for them');
  const forSomebody = input.answeredBy !== null && input.answeredBy !== ctx.actor.personId;
  const isLead = (await listAgenciesAnsweredFor(ctx)).includes(challenge.aboutAgencyId);
  const issues = [
    ...whatStopsAnswering(challenge),
    ...(!isLead && !forSomebody ? [{ field: 'answeredBy', message: 'Choose whose answer it is: one of the agency’s leads' }] : []),
    ...(forSomebody && !(await listAnswererOptions(ctx, challenge)).some((lead) => lead.value === input.answeredBy) ? [{ field: 'answeredBy', message: 'Choose one of the agency’s leads from the list' }] : []),
    ...(forSomebody && input.how === 'in_person' ? [{ field: 'how', message: 'Choose how it was given' }] : []),
    ...(forSomebody && input.howNote === null ? [{ field: 'howNote', message: 'Enter which meeting, e-mail or call it was' }] : []),
  ];
  if (issues.length > 0) return blocked(issues);

  assertVersion(challenge, version);
  await ctx.tx.update(challenges).set({
    answer: input.answer, answeredOn: input.answeredOn ?? ctx.today, answeredById: forSomebody ? input.answeredBy : ctx.actor.personId, how: forSomebody ? input.how : 'in_person', howNote: forSomebody ? input.howNote : null,
    answerRecordedById: ctx.actor.personId,
  }).where(eq(challenges.id, challenge.id));
  await tell(ctx, challenge, challenge.raisedById, `Challenge ${reference} has been answered`);
  if (forSomebody) await tell(ctx, challenge, input.answeredBy!, `Your answer to challenge ${reference} has been recorded for you`);
  return done({ reference });
}

/** It is taken to the next stage, with a new day for the answer. */
export async function escalateChallenge(ctx: WriteContext, { reference, version, stage, dueOn }: EscalateInput): Done {
  const challenge = await getChallenge(ctx, reference);
  if (!canClose(ctx.actor, challenge)) return refused('Whoever raised a challenge takes it further, or the business unit for them');
  const issues = whatStopsEscalating(challenge, stage);
  if (issues.length > 0) return blocked(issues);
  assertVersion(challenge, version);
  await ctx.tx.update(challenges).set({ stage, dueOn }).where(eq(challenges.id, challenge.id));
  await tellLeads(ctx, challenge, `Challenge ${reference} to your agency has been taken further`);
  return done({ reference });
}

/** What came of it, and what changed for children. */
export async function closeChallenge(ctx: WriteContext, { reference, version, ...input }: CloseInput): Done {
  const challenge = await getChallenge(ctx, reference);
  if (!canClose(ctx.actor, challenge)) return refused('Whoever raised a challenge closes it, or the business unit for them');
  const issues = whatStopsClosing(challenge, input);
  if (issues.length > 0) return blocked(issues);
  assertVersion(challenge, version);
  await ctx.tx.update(challenges).set({ ...input, closedOn: ctx.today, closedById: ctx.actor.personId }).where(eq(challenges.id, challenge.id));
  await tellLeads(ctx, challenge, `Challenge ${reference} to your agency has been closed`);
  return done({ reference });
}

// ── The steps ──

/** Held until the end by whoever may change it, so that two saves follow one another. */
async function getChallenge(ctx: WriteContext, reference: string): Promise<Challenge> {
  const [seen] = await ctx.tx.select().from(challenges).where(eq(challenges.reference, reference));
  const challenge = foundOr404(seen, 'challenge');
  const [locked] = await ctx.tx.select().from(challenges).where(eq(challenges.id, challenge.id)).for('no key update');
  return locked ?? challenge;
}

function assertVersion(challenge: Challenge, version: number): void {
  if (challenge.version !== version) throw new StaleVersion('challenges', challenge.id);
}

type Concerned = { columns: Partial<Pick<typeof challenges.$inferInsert, 'aboutSourceId' | 'aboutRecommendationId' | 'aboutActionId' | 'aboutDecisionId'>>; issues: Issue[] };

async function findConcerned(ctx: WriteContext, typed: string): Promise<Concerned> {
  const reference = typed.toUpperCase();
  if (reference === '') return { columns: {}, issues: [] };
  const [table, column] = /^A-\d+$/.test(reference) ? ([actions, 'aboutActionId'] as const) : /^R-\d+$/.test(reference) ? ([recommendations, 'aboutRecommendationId'] as const)
    : /^D-\d+$/.test(reference) ? ([meetingDecisions, 'aboutDecisionId'] as const) : ([sources, 'aboutSourceId'] as const);
  const [row] = await ctx.tx.select({ id: table.id }).from(table).where(eq(table.reference, reference));
  return row ? { columns: { [column]: row.id }, issues: [] } : { columns: {}, issues: [{ field: 'about', message: 'Enter the reference of a record that is here, such as A-014, R-005 or RR-2026-7KQ4, or leave it empty' }] };
}

async function whatStopsRaising(ctx: WriteContext, { aboutAgency, byAgency }: { aboutAgency: string; byAgency: string | null }): Promise<Issue[]> {
  const [agency] = await ctx.tx.select({ kind: agencies.kind }).from(agencies).where(eq(agencies.id, aboutAgency));
  const own = await listOwnAgencyIds(ctx);
  return [
    ...(agency ? [] : [{ field: 'aboutAgency', message: 'Choose an agency from the list' }]),
    ...(byAgency !== null && !own.includes(byAgency) ? [{ field: 'byAgency', message: 'Choose an agency in which you hold a post' }] : []),
    ...(byAgency === aboutAgency ? [{ field: 'aboutAgency', message: 'Choose another agency than the one you raise it for' }] : []),
  ];
}

async function tell(ctx: WriteContext, challenge: Pick<Challenge, 'id' | 'reference'>, toPersonId: string, message: string): Promise<void> {
  if (toPersonId === ctx.actor.personId) return;
  await notify(ctx, { toPersonId, message, recordName: 'challenge', recordId: challenge.id, path: `/challenges/${challenge.reference}` });
}

async function tellLeads(ctx: WriteContext, challenge: Pick<Challenge, 'id' | 'reference' | 'aboutAgencyId'>, message: string): Promise<void> {
  for (const lead of await listAnswererOptions(ctx, challenge)) await tell(ctx, challenge, lead.value, message);
}
