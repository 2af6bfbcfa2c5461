import 'server-only';
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { findingAgencies, findingRecommendations, findingRepeats, findings, findingThemes, recommendations } from '@/db/schema';
import { newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { listGroupOptions } from '@/lib/groups/queries';
import { notify } from '@/lib/notifications/outbox';
import type { AgreeFindingInput, AnswerFindingInput, ChangeFindingInput, ConnectFindingInput, WriteFindingInput } from '@/lib/recommendations/findings/input';
import { agreerLabels } from '@/lib/recommendations/findings/labels';
import { agreesAs, canAnswer, canConnect, canWriteFinding } from '@/lib/recommendations/findings/policy';
import { getFindingToWrite, getSourceToFindOn, listThemeOptions, readConnections, type Finding } from '@/lib/recommendations/findings/queries';
import { agreerOf, whatStopsAgreeing, whatStopsAnswering, whatStopsChanging } from '@/lib/recommendations/findings/rules';
import { findSteppingBack } from '@/lib/reviews/interests/queries';
import { steppedBackWords } from '@/lib/reviews/interests/rules';

type Changed = Promise<Outcome<{ reference: string }>>;

const notYours = 'A finding is written by the business unit, by a case review lead or lead reviewer on the review’s list, or by an enquiry’s critical friend.';
const counted = { savedBeside: sql`${findings.savedBeside} + 1` };

export async function writeFinding(ctx: WriteContext, input: WriteFindingInput): Changed {
  const source = await getSourceToFindOn(ctx, input.source);
  if (!canWriteFinding(ctx.actor, source)) return refused(notYours);
  const id = newId();
  // From the counter: the highest number one can see need not be the last one given.
  const [row] = await ctx.tx.execute<{ number: string }>(sql`select app.next_number('finding') as number`);
  const reference = `F-${String(row!.number).padStart(3, '0')}`;
  await ctx.tx.insert(findings).values({ id, reference, sourceId: source.id, ...findingRow(input), writtenById: ctx.actor.personId, example: ctx.actor.partnership.isDemonstration });
  await saveAgencies(ctx, id, changesOf([], input.agencies));
  return done({ reference });
}

function findingRow({ kind, text, level, why, shownBy, voice, ownerAgency, ownerPost }: Omit<WriteFindingInput, 'source'>) {
  return { kind, text, level, why, shownBy, voice, ownerAgencyId: ownerAgency, ownerPost };
}

type Changes = { added: string[]; removed: string[] };

function changesOf(known: string[], chosen: string[]): Changes {
  const wanted = [...new Set(chosen)];
  return { added: wanted.filter((id) => !known.includes(id)), removed: known.filter((id) => !wanted.includes(id)) };
}

const isChange = ({ added, removed }: Changes) => added.length + removed.length > 0;

/** Nothing is forgotten: what is taken off stays on record with the day, and comes back by the same row. */
async function saveAgencies(ctx: WriteContext, findingId: string, { added, removed }: Changes): Promise<void> {
  if (added.length > 0) {
    await ctx.tx.insert(findingAgencies).values(added.map((agencyId) => ({ id: newId(), findingId, agencyId })))
      .onConflictDoUpdate({ target: [findingAgencies.findingId, findingAgencies.agencyId], set: { removedOn: null } });
  }
  if (removed.length > 0) await ctx.tx.update(findingAgencies).set({ removedOn: ctx.today }).where(and(eq(findingAgencies.findingId, findingId), inArray(findingAgencies.agencyId, removed)));
}

export async function changeFinding(ctx: WriteContext, input: ChangeFindingInput): Changed {
  const finding = await getFindingToWrite(ctx, input.reference);
  if (!canWriteFinding(ctx.actor, finding)) return refused(notYours);
  const issues = whatStopsChanging(finding);
  if (issues.length > 0) return blocked(issues);
  const concerned = changesOf(finding.agencies.map((agency) => agency.id), input.agencies);
  await save(ctx, finding, input.version, { ...findingRow(input), ...(isChange(concerned) ? counted : {}) });
  await saveAgencies(ctx, finding.id, concerned);
  return done({ reference: input.reference });
}

async function save(ctx: WriteContext, finding: Finding, version: number, row: PgUpdateSetSource<typeof findings>): Promise<void> {
  const [saved] = await ctx.tx.update(findings).set(row).where(and(eq(findings.id, finding.id), eq(findings.version, version))).returning({ id: findings.id });
  if (!saved) throw new StaleVersion('findings', finding.id);
}

/** Whoever agrees says so themselves, or the business unit records what they decided and where that stands. */
export async function agreeFinding(ctx: WriteContext, input: AgreeFindingInput): Changed {
  const finding = await getFindingToWrite(ctx, input.reference);
  const as = agreesAs(ctx.actor, finding);
  const agreer = agreerOf(finding);
  if (as === null) return refused(`This finding is agreed by ${agreerLabels[agreer]}. The business unit records it for them.`);
  const back = as === 'own' && finding.reviewId ? await findSteppingBack(ctx, finding.reviewId) : null;
  if (back) return refused(steppedBackWords(back));
  const issues = whatStopsAgreeing(finding);
  if (issues.length > 0) return blocked(issues);
  if (as === 'on_behalf' && (!input.how || input.how === 'in_person')) return blocked([{ field: 'how', message: 'Choose how it was decided' }]);
  if (as === 'on_behalf' && !input.howNote) return blocked([{ field: 'howNote', message: 'Name the meeting and its minute, or the message, so that it can be found again' }]);
  const groups = (await listGroupOptions(ctx, { onlyExample: finding.example })).filter((group) => group.kind === 'engine_room' || as === 'on_behalf');
  if (input.group && !groups.some((group) => group.value === input.group)) return blocked([{ field: 'group', message: 'Choose the group from the list' }]);
  await save(ctx, finding, input.version, {
    agreement: input.agreement, agreementReason: input.reason, decidedOn: input.decidedOn, decidedHow: as === 'on_behalf' ? input.how : 'in_person', decidedNote: input.howNote,
    decidedByGroupId: agreer === 'engine_room' ? (input.group ?? groups.find((group) => group.kind === 'engine_room')?.value ?? null) : input.group, decisionRecordedById: ctx.actor.personId,
  });
  const { id, reference, writtenById } = finding;
  if (writtenById && writtenById !== ctx.actor.personId) await notify(ctx, { toPersonId: writtenById, message: `${reference}: it is recorded whether the finding you wrote is agreed`, recordName: 'finding', recordId: id, path: `/findings/${reference}` });
  return done({ reference });
}

/** Its themes, the earlier finding it repeats, and the recommendations that answer it: all as the form has them. */
export async function connectFinding(ctx: WriteContext, input: ConnectFindingInput): Changed {
  const finding = await getFindingToWrite(ctx, input.reference);
  if (!canConnect(ctx.actor, finding)) return refused('What a finding belongs to is said by whoever writes it until it is decided on, then by the Engine Room and the business unit.');
  const now = await readConnections(ctx, finding);
  const offered = await listThemeOptions(ctx, now.themes);
  if (!input.themes.every((id) => offered.some((theme) => theme.value === id))) return blocked([{ field: 'themes', message: 'Choose themes that are in use' }]);
  const earlier = input.earlier === null ? null : await findEarlier(ctx, input.earlier);
  if (input.earlier !== null && earlier === null) return blocked([{ field: 'earlier', message: 'Enter the reference of a finding that you may see' }]);
  if (earlier === finding.id) return blocked([{ field: 'earlier', message: 'Enter another finding: none repeats itself' }]);
  if (earlier !== null && (await leadsBackTo(ctx, earlier, finding.id))) return blocked([{ field: 'earlier', message: `${input.earlier} repeats ${finding.reference} already. Enter one that is not found again in this one` }]);
  const answering = input.recommendations.length === 0 ? [] : await ctx.tx.select({ id: recommendations.id }).from(recommendations).where(inArray(recommendations.id, input.recommendations));
  if (answering.length < new Set(input.recommendations).size) return blocked([{ field: 'recommendations', message: 'Choose recommendations from the list' }]);

  await save(ctx, finding, input.version, counted);
  await saveThemes(ctx, finding.id, changesOf(now.themes, input.themes));
  await saveAnswering(ctx, finding.id, changesOf(now.recommendations.map((one) => one.id), input.recommendations));
  await saveRepeat(ctx, finding.id, now.earlier?.id ?? null, earlier);
  return done({ reference: input.reference });
}

async function findEarlier(ctx: WriteContext, reference: string): Promise<string | null> {
  const [row] = await ctx.tx.select({ id: findings.id }).from(findings).where(eq(findings.reference, reference));
  return row?.id ?? null;
}

/** Whether one finding repeats another, directly or through others. */
async function leadsBackTo(ctx: WriteContext, from: string, to: string): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ leads: boolean }>(sql`
    with recursive before_it as (
      select ${from}::uuid as id
      union select r.earlier_id from before_it b join ${findingRepeats} r on r.finding_id = b.id and r.removed_on is null
    ) select exists (select 1 from before_it where id = ${to}) as leads`);
  return row!.leads;
}

async function saveThemes(ctx: WriteContext, findingId: string, { added, removed }: Changes): Promise<void> {
  if (added.length > 0) {
    await ctx.tx.insert(findingThemes).values(added.map((themeId) => ({ id: newId(), findingId, themeId }))).onConflictDoUpdate({ target: [findingThemes.findingId, findingThemes.themeId], set: { removedOn: null } });
  }
  if (removed.length > 0) await ctx.tx.update(findingThemes).set({ removedOn: ctx.today }).where(and(eq(findingThemes.findingId, findingId), inArray(findingThemes.themeId, removed)));
}

async function saveAnswering(ctx: WriteContext, findingId: string, { added, removed }: Changes): Promise<void> {
  if (added.length > 0) {
    await ctx.tx.insert(findingRecommendations).values(added.map((recommendationId) => ({ id: newId(), findingId, recommendationId })))
      .onConflictDoUpdate({ target: [findingRecommendations.findingId, findingRecommendations.recommendationId], set: { removedOn: null } });
  }
  if (removed.length > 0) await ctx.tx.update(findingRecommendations).set({ removedOn: ctx.today }).where(and(eq(findingRecommendations.findingId, findingId), inArray(findingRecommendations.recommendationId, removed)));
}

async function saveRepeat(ctx: WriteContext, findingId: string, was: string | null, earlierId: string | null): Promise<void> {
  if (was === earlierId) return;
  const standing: SQL | undefined = and(eq(findingRepeats.findingId, findingId), isNull(findingRepeats.removedOn));
  if (was !== null) await ctx.tx.update(findingRepeats).set({ removedOn: ctx.today }).where(standing);
  if (earlierId === null) return;
  await ctx.tx.insert(findingRepeats).values({ id: newId(), findingId, earlierId, saidById: ctx.actor.personId })
    .onConflictDoUpdate({ target: [findingRepeats.findingId, findingRepeats.earlierId], set: { removedOn: null, saidById: ctx.actor.personId } });
}

/** What became of a gap: addressed, accepted without action with the reason, or open again. */
export async function answerFinding(ctx: WriteContext, input: AnswerFindingInput): Changed {
  const finding = await getFindingToWrite(ctx, input.reference);
  if (!canAnswer(ctx.actor)) return refused('What becomes of a finding is recorded by the Engine Room and the business unit.');
  const issues = whatStopsAnswering(finding);
  if (issues.length > 0) return blocked(issues);
  await save(ctx, finding, input.version, { answer: input.answer === 'open' ? null : input.answer, answerReason: input.reason, answeredOn: input.answeredOn, answeredById: ctx.actor.personId });
  return done({ reference: input.reference });
}
