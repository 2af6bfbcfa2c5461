import 'server-only';
import { randomInt } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { agencyRequests, clocks, criteriaTests, identities, notifications, rapidReviews, reviewOrigins, reviewPlaces, reviews, sources } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { currentKeyId, seal } from '@/lib/access/encryption';
import { holds } from '@/lib/access/rights';
import { addDays, formatDate, reportingYearOf, type CalendarDate } from '@/lib/dates/calendar-date';
import { addWorkingDays } from '@/lib/dates/working-days';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notify } from '@/lib/notifications/outbox';
import { notOver } from '@/lib/partnership/queries';
import type { AskAgenciesInput, ChangeNotificationInput, GrantPlaceInput, OpenDecisionInput, OpenLcsprInput, OpenRapidReviewInput, OverrideClockInput, RecordFactsInput, RecordIdentityInput, RecordNotificationInput, RecordReplyInput, SendToPanelInput, TestCriteriaInput } from '@/lib/reviews/input';
import { putToPartners } from '@/lib/reviews/decisions/commands';
import { puttingFields } from '@/lib/reviews/decisions/labels';
import { listDecisions } from '@/lib/reviews/decisions/queries';
import { standingOf } from '@/lib/reviews/decisions/rules';
import { askingFields, factsFields, openingFields, replyFields, sendingFields } from '@/lib/reviews/labels';
import { canGrantPlace, canRecordNotification, canWorkReview } from '@/lib/reviews/policy';
import { clockIsThere, getClockSettings, getSpine, lockReview } from '@/lib/reviews/queries';
import { clockOfLcspr, clocksOfNotification, savesOf, startsFrom, whatFollows, whatIsWrongWithDates, whatIsWrongWithDay, whatIsWrongWithOverride, whatStopsDeciding, type ClockSettings } from '@/lib/reviews/rules';

type Changed = Promise<Outcome<{ reference: string }>>;

const notYours = 'Only the business unit and the case review leads on this review’s list can do this. Ask the business unit for a place on the list.';

/** No letters or digits that are taken for one another. Random, so that a gap between two references tells nothing. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const newReference = (prefix: string, year: string) => `${prefix}-${year}-${Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;

async function getWorkable(ctx: WriteContext, reference: string) {
  const review = await getSpine(ctx, reference);
  const [row] = await ctx.tx.execute<{ mine: boolean }>(sql`select app.reaches_case('notifications', 'change', ${review.id}) as mine`);
  return { ...review, isOnMyList: row?.mine ?? false };
}

export async function recordNotification(ctx: WriteContext, input: RecordNotificationInput): Changed {
  if (!canRecordNotification(ctx.actor)) return refused('Only the business unit and case review leads record notifications.');
  const issues = whatIsWrongWithDates({ incidentTo: input.incidentOn, awareOn: input.awareOn, sentOn: input.sentOn }, ctx.today);
  if (issues.length > 0) return blocked(issues);
  const settings = await getClockSettings(ctx);
  const id = newId();
  const reference = newReference('RR', input.awareOn.slice(0, 4));
  await ctx.tx.insert(sources).values({
    id, kind: 'review', reference, title: input.pseudonym, area: input.area, reportingYear: reportingYearOf(input.awareOn), reviewId: id, example: ctx.actor.partnership.isDemonstration,
  });
  await ctx.tx.insert(reviews).values({ id, kind: 'rapid_review', guidanceEdition: settings.guidanceEdition, recordedById: ctx.actor.personId });
  await ctx.tx.insert(notifications).values({ id: newId(), reviewId: id, natureNow: input.nature, ...notificationRow(input) });
  await saveClocks(ctx, id, input, settings);
  return done({ reference });
}

function notificationRow(input: RecordNotificationInput) {
  return {
    notifyingAgencyId: input.notifyingAgency, incidentFrom: input.incidentOn, incidentTo: input.incidentOn, incidentPrecision: 'day' as const, awareOn: input.awareOn, sentOn: input.sentOn, nationalReference: input.nationalReference,
    natureAtNotification: input.nature, harmTypes: input.harmTypes, abuseSuspected: input.abuseSuspected, ageBand: input.ageBand, gender: input.gender, ethnicity: input.ethnicity, disability: input.disability,
    livingArrangement: input.livingArrangement, careStatus: input.careStatus, setting: input.setting, outline: input.outline, immediateSafety: input.immediateSafety, mediaInterest: input.mediaInterest,
  };
}

/**
 * Clocks follow their start dates, by the edition, the start event and the convention they began with. What was overridden stays
 * overridden: the computed date changes beside it. A notification that turns out not to have been sent is not met, and the clock
 * that runs from its sending is no longer there until a day is given again.
 */
async function saveClocks(ctx: WriteContext, reviewId: string, dates: { awareOn: CalendarDate; sentOn: CalendarDate | null }, settings: ClockSettings): Promise<void> {
  const begun = await ctx.tx.select().from(clocks).where(and(eq(clocks.reviewId, reviewId), inArray(clocks.rule, ['notification', 'rapid_review'])));
  const rapid = begun.find((clock) => clock.rule === 'rapid_review');
  const wanted = clocksOfNotification(dates, rapid ? { ...settings, rapidReviewStartsFrom: startsFrom(rapid) } : settings);
  for (const clock of wanted) {
    const met = clock.rule === 'notification' ? { metOn: dates.sentOn } : {};
    const known = begun.find((one) => one.rule === clock.rule);
    if (known) await ctx.tx.update(clocks).set({ startedOn: clock.startedOn, computedDueOn: addWorkingDays(clock.startedOn, known.length, { countStartDay: known.countStartDay }), takenBackOn: null, ...met }).where(eq(clocks.id, known.id));
    else await ctx.tx.insert(clocks).values({ id: newId(), reviewId, ...clock, ...met });
  }
  const left = begun.filter((one) => one.takenBackOn === null && !wanted.some((clock) => clock.rule === one.rule)).map((one) => one.id);
  if (left.length > 0) await ctx.tx.update(clocks).set({ takenBackOn: ctx.today }).where(inArray(clocks.id, left));
}

export async function changeNotification(ctx: WriteContext, input: ChangeNotificationInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const issues = whatIsWrongWithDates({ incidentTo: input.incidentOn, awareOn: input.awareOn, sentOn: input.sentOn }, ctx.today);
  if (issues.length > 0) return blocked(issues);
  const notification = foundOr404((await ctx.tx.select({ id: notifications.id }).from(notifications).where(eq(notifications.reviewId, review.id)))[0], 'notification');
  // What happened is described as at notification; a later death does not change that.
  const { natureAtNotification: natureNow, ...row } = notificationRow(input);
  const spine = { title: input.pseudonym, area: input.area };
  const besides = review.title !== spine.title || review.area !== spine.area ? { savedBeside: sql`${notifications.savedBeside} + 1` } : {};
  const [saved] = await ctx.tx.update(notifications).set({ ...row, natureNow, ...besides }).where(and(eq(notifications.id, notification.id), eq(notifications.version, input.version))).returning({ id: notifications.id });
  if (!saved) throw new StaleVersion('notifications', notification.id);
  await ctx.tx.update(sources).set(spine).where(eq(sources.id, review.id));
  await saveClocks(ctx, review.id, input, await getClockSettings(ctx));
  return done({ reference: input.reference });
}

export async function openRapidReview(ctx: WriteContext, input: OpenRapidReviewInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const [notification] = await ctx.tx.select({ awareOn: notifications.awareOn }).from(notifications).where(eq(notifications.reviewId, review.id));
  if (!notification) return blocked([{ message: 'There is no rapid review without a notification. Record the notification first' }]);
  const issues = whatIsWrongWithDay('openedOn', openingFields.openedOn, input.openedOn, { on: notification.awareOn, was: 'the council became aware' }, ctx.today);
  const opened = { on: input.openedOn, was: 'the rapid review was opened' };
  if (issues.length === 0) issues.push(...whatIsWrongWithDay('meetingOn', openingFields.meetingOn, input.meetingOn, opened, null), ...whatIsWrongWithDay('replyBy', openingFields.replyBy, input.replyBy, opened, null));
  if (input.agencies.length > 0 && !input.replyBy) issues.push({ field: 'replyBy', message: 'Enter the date the agencies’ reports are due' });
  if (issues.length > 0) return blocked(issues);
  const [added] = await ctx.tx.insert(rapidReviews).values({ id: newId(), reviewId: review.id, openedOn: input.openedOn, meetingOn: input.meetingOn })
    .onConflictDoNothing({ target: rapidReviews.reviewId }).returning({ id: rapidReviews.id });
  if (!added) return blocked([{ message: 'The rapid review is open already. Open the review to go on', href: `/reviews/${input.reference}` }]);
  await ctx.tx.update(sources).set({ undertakenFrom: input.openedOn, undertakenTo: input.openedOn, undertakenPrecision: 'day' }).where(eq(sources.id, review.id));
  await addRequests(ctx, review.id, input.agencies, input.openedOn, input.replyBy ?? input.openedOn);
  return done({ reference: input.reference });
}

async function addRequests(ctx: WriteContext, reviewId: string, agencyIds: string[], askedOn: CalendarDate, dueOn: CalendarDate): Promise<void> {
  if (agencyIds.length === 0) return;
  await ctx.tx.insert(agencyRequests).values([...new Set(agencyIds)].map((agencyId) => ({ id: newId(), reviewId, agencyId, askedOn, dueOn }))).onConflictDoNothing({ target: [agencyRequests.reviewId, agencyRequests.agencyId] });
}

export async function askAgencies(ctx: WriteContext, input: AskAgenciesInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const issues = whatIsWrongWithDay('askedOn', askingFields.askedOn, input.askedOn, opened(review), ctx.today);
  if (issues.length === 0) issues.push(...whatIsWrongWithDay('replyBy', askingFields.replyBy, input.replyBy, { on: input.askedOn, was: 'the agencies were asked' }, null));
  if (issues.length > 0) return blocked(issues);
  await addRequests(ctx, review.id, input.agencies, input.askedOn, input.replyBy);
  return done({ reference: input.reference });
}

export async function recordReply(ctx: WriteContext, input: RecordReplyInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const request = foundOr404((await ctx.tx.select().from(agencyRequests).where(and(eq(agencyRequests.reviewId, review.id), eq(agencyRequests.agencyId, input.agency))).for('update'))[0], 'request');
  if (request.version !== input.version) throw new StaleVersion('agency_requests', request.id);
  const issues = whatIsWrongWithDay('repliedOn', replyFields.repliedOn, input.repliedOn, { on: request.askedOn, was: 'the agency was asked' }, ctx.today);
  if (issues.length > 0) return blocked(issues);
  await ctx.tx.update(agencyRequests).set({ repliedOn: input.repliedOn, nothingKnown: input.nothingKnown }).where(eq(agencyRequests.id, request.id));
  return done({ reference: input.reference });
}

export async function recordFacts(ctx: WriteContext, input: RecordFactsInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const { reference, version, ...row } = input;
  const issues = whatIsWrongWithDay('meetingOn', factsFields.meetingOn, input.meetingOn, opened(review), null);
  if (issues.length > 0) return blocked(issues);
  const rapid = foundOr404((await ctx.tx.select({ id: rapidReviews.id }).from(rapidReviews).where(eq(rapidReviews.reviewId, review.id)))[0], 'rapid review');
  const [saved] = await ctx.tx.update(rapidReviews).set(row).where(and(eq(rapidReviews.id, rapid.id), eq(rapidReviews.version, version))).returning({ id: rapidReviews.id });
  if (!saved) throw new StaleVersion('rapid_reviews', rapid.id);
  return done({ reference });
}

export async function testCriteria(ctx: WriteContext, input: TestCriteriaInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  if (input.tests.length === 0) return blocked([{ message: 'Nothing was chosen. Choose an answer for at least one criterion' }]);
  await lockReview(ctx, review.id);
  const tested = await ctx.tx.select().from(criteriaTests).where(eq(criteriaTests.reviewId, review.id));
  if (savesOf(tested) !== input.version) throw new StaleVersion('criteria_tests', tested.map((test) => test.id));
  for (const { criterion, answer, reason } of input.tests) {
    await ctx.tx.insert(criteriaTests).values({ id: newId(), reviewId: review.id, criterion, answer, reason })
      .onConflictDoUpdate({ target: [criteriaTests.reviewId, criteriaTests.criterion], set: { answer, reason } });
  }
  return done({ reference: input.reference });
}

export async function overrideClock(ctx: WriteContext, input: OverrideClockInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const clock = foundOr404((await ctx.tx.select().from(clocks).where(and(eq(clocks.reviewId, review.id), eq(clocks.rule, input.rule), clockIsThere)))[0], 'clock');
  const issues = whatIsWrongWithOverride(clock, input.dueOn);
  if (issues.length > 0) return blocked(issues);
  const [saved] = await ctx.tx.update(clocks).set({ overrideDueOn: input.dueOn, overrideReason: input.reason, overriddenById: ctx.actor.personId })
    .where(and(eq(clocks.id, clock.id), eq(clocks.version, input.version))).returning({ id: clocks.id });
  if (!saved) throw new StaleVersion('clocks', clock.id);
  return done({ reference: input.reference });
}

/** Who the child is: sealed before it leaves the application, told to history as a digest only. */
export async function recordIdentity(ctx: WriteContext, input: RecordIdentityInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) throw new NotFound('identity');
  const { reference, version, ...fields } = input;
  // One at a time for one review: of two who record the first details at once, the second is told.
  await lockReview(ctx, review.id);
  const [existing] = await ctx.tx.select({ id: identities.id, version: identities.version }).from(identities).where(and(eq(identities.reviewId, review.id), eq(identities.subject, 'child')));
  if ((existing?.version ?? 0) !== version) throw new StaleVersion('identities', existing?.id ?? []);
  const id = existing?.id ?? newId();
  const row = { sealed: seal(JSON.stringify(fields), `identity:${id}`), keyId: currentKeyId() };
  if (existing) await ctx.tx.update(identities).set(row).where(eq(identities.id, id));
  else await ctx.tx.insert(identities).values({ id, reviewId: review.id, subject: 'child', ...row });
  return done({ reference });
}

export async function openDecision(ctx: WriteContext, input: OpenDecisionInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  const issues = [...(await whatIsMissing(ctx, review.id, input.reference)), ...whatIsWrongWithDay('openedOn', puttingFields.openedOn, input.openedOn, opened(review), ctx.today)];
  if (issues.length > 0) return blocked(issues);
  // It is put to them once: of two who press at once, the second is told what the first did.
  const put = await putToPartners(ctx, { matter: 'rapid_review_outcome', reference: input.reference, example: review.example, reviewId: review.id, recommendedOutcome: input.recommendedOutcome, recommendedBecause: input.recommendedBecause, openedOn: input.openedOn });
  if (!put) {
    const [latest] = await listDecisions(ctx, { reviewId: review.id, matter: 'rapid_review_outcome' });
    return blocked([{ message: latest?.outcome ? 'The safeguarding partners have decided. Take the decision again instead' : 'The decision is with the safeguarding partners already', href: `/reviews/${input.reference}/decision` }]);
  }
  return done({ reference: input.reference });
}

/** The days that others follow, each with what it was. */
const opened = (review: { openedOn: string | null }) => ({ on: review.openedOn ?? '', was: 'the rapid review was opened' });
const decidedBefore = (decision: { decidedFrom: string | null }) => ({ on: decision.decidedFrom ?? '', was: 'the partners decided' });

async function whatIsMissing(ctx: WriteContext, reviewId: string, reference: string) {
  const [[rapid], tests] = await Promise.all([
    ctx.tx.select({ facts: rapidReviews.facts }).from(rapidReviews).where(eq(rapidReviews.reviewId, reviewId)),
    ctx.tx.select({ criterion: criteriaTests.criterion, answer: criteriaTests.answer }).from(criteriaTests).where(eq(criteriaTests.reviewId, reviewId)),
  ]);
  return whatStopsDeciding({ facts: rapid?.facts ?? '', criteria: tests }, `/reviews/${reference}`);
}

export async function sendToPanel(ctx: WriteContext, input: SendToPanelInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  // A decision is taken again or sent, not both at once.
  await lockReview(ctx, review.id);
  const decided = standingOf(await listDecisions(ctx, { reviewId: review.id, matter: 'rapid_review_outcome' }));
  if (!decided || decided.outcome === null) return blocked([{ message: 'The safeguarding partners have not decided yet: the rapid review is sent with their decision', href: `/reviews/${input.reference}/decision` }]);
  if (!whatFollows({ ...review, outcome: decided.outcome, decidedOn: decided.decidedFrom, continuations: [] }).includes('send')) return blocked([{ message: 'It is recorded as sent to the National Panel already', href: `/reviews/${input.reference}/decision` }]);
  const issues = whatIsWrongWithDay('sentOn', sendingFields.sentOn, input.sentOn, decidedBefore(decided), ctx.today);
  if (issues.length > 0) return blocked(issues);
  const rapid = foundOr404((await ctx.tx.select({ id: rapidReviews.id }).from(rapidReviews).where(eq(rapidReviews.reviewId, review.id)))[0], 'rapid review');
  const [saved] = await ctx.tx.update(rapidReviews).set({ sentToPanelOn: input.sentOn }).where(and(eq(rapidReviews.id, rapid.id), eq(rapidReviews.version, input.version))).returning({ id: rapidReviews.id });
  if (!saved) throw new StaleVersion('rapid_reviews', rapid.id);
  await ctx.tx.update(clocks).set({ metOn: input.sentOn }).where(and(eq(clocks.reviewId, review.id), eq(clocks.rule, 'rapid_review')));
  await ctx.tx.update(sources).set({ completedFrom: input.sentOn, completedTo: input.sentOn, completedPrecision: 'day' }).where(eq(sources.id, review.id));
  return done({ reference: input.reference });
}

/** The spine of the practice review that was decided on, with its six months from the decision that initiated it. */
export async function openLcspr(ctx: WriteContext, input: OpenLcsprInput): Changed {
  const review = await getWorkable(ctx, input.reference);
  if (!canWorkReview(ctx.actor, review)) return refused(notYours);
  await lockReview(ctx, review.id);
  const all = await listDecisions(ctx, { reviewId: review.id, matter: 'rapid_review_outcome' });
  const standing = standingOf(all);
  // The six months run from the decision that initiated it, not from one that confirmed it later.
  const decided = standing?.outcome === 'lcspr' ? all.filter((decision) => decision.outcome === 'lcspr').at(-1) : undefined;
  if (!decided?.decidedFrom) return blocked([{ message: 'An LCSPR follows from a decision of the safeguarding partners', href: `/reviews/${input.reference}/decision` }]);
  const [already] = await ctx.tx.select({ id: reviewOrigins.id }).from(reviewOrigins).where(eq(reviewOrigins.originReviewId, review.id));
  if (already) return blocked([{ message: 'This rapid review’s LCSPR is open already' }]);
  const id = newId();
  const reference = newReference('LCSPR', decided.decidedFrom.slice(0, 4));
  await ctx.tx.insert(sources).values({ id, kind: 'review', reference, title: input.pseudonym, area: review.area, reportingYear: reportingYearOf(decided.decidedFrom), commissionedFrom: decided.decidedFrom, commissionedTo: decided.decidedFrom, commissionedPrecision: 'day', reviewId: id, example: review.example });
  await ctx.tx.insert(reviews).values({ id, kind: 'lcspr', guidanceEdition: review.guidanceEdition, recordedById: ctx.actor.personId });
  await ctx.tx.insert(reviewOrigins).values({ id: newId(), reviewId: id, originReviewId: review.id });
  await ctx.tx.insert(clocks).values({ id: newId(), reviewId: id, ...clockOfLcspr(decided.decidedFrom as CalendarDate, review.guidanceEdition) });
  return done({ reference });
}

export async function grantPlace(ctx: WriteContext, input: GrantPlaceInput): Changed {
  const review = await getSpine(ctx, input.reference);
  if (!canGrantPlace(ctx.actor, review)) return refused('A place on the list is given by the business unit or the lead reviewer.');
  if (input.person === ctx.actor.personId) return blocked([{ field: 'person', message: 'Somebody else has to give you a place: nobody puts themselves on a list' }]);
  if (input.toOn <= ctx.today) return blocked([{ field: 'toOn', message: 'Enter a day after today: a place ends by itself' }]);
  if (!['RP', 'ER'].includes(input.capacity) && !holds(ctx.actor, 'BU')) return blocked([{ field: 'capacity', message: 'Only the business unit says who leads or records a review. You may give places on the panel' }]);
  // A place is never made longer: the next one begins when it ends.
  const [last] = await ctx.tx.select({ toOn: reviewPlaces.toOn }).from(reviewPlaces)
    .where(and(eq(reviewPlaces.reviewId, review.id), eq(reviewPlaces.personId, input.person), eq(reviewPlaces.capacity, input.capacity), notOver(reviewPlaces, ctx.today)))
    .orderBy(sql`${reviewPlaces.toOn} desc nulls first`).limit(1);
  if (last && (last.toOn === null || last.toOn >= input.toOn)) return blocked([{ field: 'toOn', message: last.toOn === null ? 'They have this place already, without an end' : `They have this place until ${formatDate(last.toOn)} already. Enter a later day` }]);
  await ctx.tx.insert(reviewPlaces).values({ id: newId(), reviewId: review.id, personId: input.person, capacity: input.capacity, reason: input.reason, fromOn: last?.toOn ? addDays(last.toOn, 1) : ctx.today, toOn: input.toOn, grantedById: ctx.actor.personId });
  await notify(ctx, { toPersonId: input.person, message: `${review.reference}: you have a place on its list`, recordName: 'review', recordId: review.id, path: `/reviews/${review.reference}` });
  return done({ reference: input.reference });
}
