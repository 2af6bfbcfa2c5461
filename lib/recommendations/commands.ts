import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { recommendationAddressees, recommendations } from '@/db/schema';
import { newId, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { Issue } from '@/lib/forms/state';
import { listGroupOptions } from '@/lib/groups/queries';
import { notify } from '@/lib/notifications/outbox';
import type { AcceptRecommendationInput, ChangeRecommendationInput, ReleaseRecommendationInput, WriteRecommendationInput } from '@/lib/recommendations/input';
import { accepterLabels } from '@/lib/recommendations/labels';
import { acceptsAs, canRelease, canWrite } from '@/lib/recommendations/policy';
import { getRecommendationToWrite, getSourceToWriteOn, isAddressed, type Recommendation } from '@/lib/recommendations/queries';
import { accepterOf, whatStopsAccepting, whatStopsChanging, whatStopsDates, whatStopsReleasing } from '@/lib/recommendations/rules';
import { findSteppingBack } from '@/lib/reviews/interests/queries';
import { steppedBackWords } from '@/lib/reviews/interests/rules';

type Changed = Promise<Outcome<{ reference: string }>>;

const notYours = 'A recommendation is written by the business unit, or by a case review lead or lead reviewer on the review’s list. Ask the business unit for a place on the list.';

export async function writeRecommendation(ctx: WriteContext, input: WriteRecommendationInput): Changed {
  const source = await getSourceToWriteOn(ctx, input.source);
  if (!canWrite(ctx.actor, source)) return refused(notYours);
  const issues = whatStopsDates(input, null, ctx.today);
  if (issues.length > 0) return blocked(issues);
  const id = newId();
  const reference = await nextReference(ctx);
  await ctx.tx.insert(recommendations).values({ id, reference, sourceId: source.id, ...recommendationRow(input), writtenById: ctx.actor.personId, example: ctx.actor.partnership.isDemonstration });
  await saveAddressees(ctx, id, await changesOfAddressees(ctx, id, input));
  return done({ reference });
}

/** From the counter: the highest number one can see need not be the last one given. */
async function nextReference(ctx: WriteContext): Promise<string> {
  const [row] = await ctx.tx.execute<{ number: string }>(sql`select app.next_number('recommendation') as number`);
  return `R-${String(row!.number).padStart(3, '0')}`;
}

function recommendationRow({ text, addressedTo, nationalBody, outcome, measure, baseline, target, measureOn, byWhen }: Omit<WriteRecommendationInput, 'source'>) {
  return { text, addressedTo, nationalBody: addressedTo === 'national' ? nationalBody : null, outcome, measure, baseline, target, measureOn, byWhen };
}

type AddresseeChanges = { added: string[]; removed: string[] };

/** Which agencies a recommendation is addressed to from now on that it was not, and the other way round. */
async function changesOfAddressees(ctx: WriteContext, recommendationId: string, input: Pick<WriteRecommendationInput, 'addressedTo' | 'agencies'>): Promise<AddresseeChanges> {
  const chosen = input.addressedTo === 'agencies' ? [...new Set(input.agencies)] : [];
  const rows = await ctx.tx.select({ agencyId: recommendationAddressees.agencyId }).from(recommendationAddressees)
    .where(and(eq(recommendationAddressees.recommendationId, recommendationId), isAddressed));
  const known = rows.map((row) => row.agencyId);
  return { added: chosen.filter((agency) => !known.includes(agency)), removed: known.filter((agency) => !chosen.includes(agency)) };
}

/** Nobody is forgotten: an agency that is taken off stays on record with the day, and is addressed again by the same row. */
async function saveAddressees(ctx: WriteContext, recommendationId: string, { added, removed }: AddresseeChanges): Promise<void> {
  if (added.length > 0) {
    await ctx.tx.insert(recommendationAddressees).values(added.map((agencyId) => ({ id: newId(), recommendationId, agencyId })))
      .onConflictDoUpdate({ target: [recommendationAddressees.recommendationId, recommendationAddressees.agencyId], set: { removedOn: null } });
  }
  if (removed.length > 0) {
    await ctx.tx.update(recommendationAddressees).set({ removedOn: ctx.today })
      .where(and(eq(recommendationAddressees.recommendationId, recommendationId), inArray(recommendationAddressees.agencyId, removed)));
  }
}

export async function changeRecommendation(ctx: WriteContext, input: ChangeRecommendationInput): Changed {
  const recommendation = await getRecommendationToWrite(ctx, input.reference);
  if (!canWrite(ctx.actor, recommendation)) return refused(notYours);
  const issues = [...whatStopsChanging(recommendation), ...whatStopsDates(input, recommendation, ctx.today)];
  if (issues.length > 0) return blocked(issues);
  const addressees = await changesOfAddressees(ctx, recommendation.id, input);
  const besides = addressees.added.length + addressees.removed.length > 0 ? { savedBeside: sql`${recommendations.savedBeside} + 1` } : {};
  await save(ctx, recommendation, input.version, { ...recommendationRow(input), ...besides });
  await saveAddressees(ctx, recommendation.id, addressees);
  return done({ reference: input.reference });
}

async function save(ctx: WriteContext, recommendation: Recommendation, version: number, row: PgUpdateSetSource<typeof recommendations>): Promise<void> {
  const [saved] = await ctx.tx.update(recommendations).set(row).where(and(eq(recommendations.id, recommendation.id), eq(recommendations.version, version))).returning({ id: recommendations.id });
  if (!saved) throw new StaleVersion('recommendations', recommendation.id);
}

/** What is still missing, in whole sentences. That it is released already is one as it is. */
const before = (what: 'accepted' | 'released', missing: Issue[]) => missing.map((issue) => ({ ...issue, message: `Before it can be ${what}: ${issue.message}` }));

/** Whoever accepts says so themselves, or the business unit records what they decided and where that stands. */
export async function acceptRecommendation(ctx: WriteContext, input: AcceptRecommendationInput): Changed {
  const recommendation = await getRecommendationToWrite(ctx, input.reference);
  const as = acceptsAs(ctx.actor, recommendation);
  const accepter = accepterOf(recommendation);
  if (as === null) return refused(`This recommendation is accepted by ${accepterLabels[accepter]}. The business unit records it for them.`);
  const back = as === 'own' && recommendation.reviewId ? await findSteppingBack(ctx, recommendation.reviewId) : null;
  if (back) return refused(steppedBackWords(back));
  const needed = input.acceptance === 'not_accepted' && !recommendation.releasedAt ? [] : whatStopsAccepting(recommendation);
  if (needed.length > 0) return blocked(recommendation.releasedAt ? needed : before('accepted', needed));
  if (as === 'on_behalf' && (!input.how || input.how === 'in_person')) return blocked([{ field: 'how', message: 'Choose how it was decided' }]);
  if (as === 'on_behalf' && !input.howNote) return blocked([{ field: 'howNote', message: 'Name the meeting and its minute, or the message, so that it can be found again' }]);
  const groups = (await listGroupOptions(ctx, { onlyExample: recommendation.example })).filter((group) => group.kind === 'engine_room' || as === 'on_behalf');
  if (input.group && !groups.some((group) => group.value === input.group)) return blocked([{ field: 'group', message: 'Choose the group from the list' }]);
  await save(ctx, recommendation, input.version, {
    acceptance: input.acceptance,
    acceptanceReason: input.reason,
    acceptanceHow: as === 'on_behalf' ? input.how : 'in_person',
    acceptanceNote: input.howNote,
    acceptedOn: input.acceptedOn,
    acceptedByGroupId: accepter === 'engine_room' ? (input.group ?? groups.find((group) => group.kind === 'engine_room')?.value ?? null) : null,
    acceptedByAgencyId: accepter === 'agency' ? recommendation.addressees[0]!.id : null,
    acceptanceRecordedById: ctx.actor.personId,
  });
  await tellWriter(ctx, recommendation, 'it is recorded whether the recommendation you wrote is accepted');
  return done({ reference: input.reference });
}

/** From now on its text travels with its actions to those who own them. */
export async function releaseRecommendation(ctx: WriteContext, input: ReleaseRecommendationInput): Changed {
  const recommendation = await getRecommendationToWrite(ctx, input.reference);
  if (!canRelease(ctx.actor, recommendation)) return refused('A recommendation is released by the business unit or the lead reviewer.');
  const issues = whatStopsReleasing(recommendation);
  if (issues.length > 0) return blocked(recommendation.releasedAt ? issues : before('released', issues));
  await save(ctx, recommendation, input.version, { releasedAt: ctx.now, releasedById: ctx.actor.personId });
  await tellWriter(ctx, recommendation, 'the recommendation you wrote is released');
  return done({ reference: input.reference });
}

async function tellWriter(ctx: WriteContext, recommendation: Recommendation, what: string): Promise<void> {
  const { id, reference, writtenById } = recommendation;
  if (!writtenById || writtenById === ctx.actor.personId) return;
  await notify(ctx, { toPersonId: writtenById, message: `${reference}: ${what}`, recordName: 'recommendation', recordId: id, path: `/recommendations/${reference}` });
}
