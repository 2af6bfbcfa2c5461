import 'server-only';
import { and, eq } from 'drizzle-orm';
import { agencyRequests, clocks, criteriaTests, notifications, rapidReviews } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { areaNames } from '@/lib/partnership/labels';
import { nameOfPerson, namesOfAgencies } from '@/lib/partnership/queries';
import type { GiveViewInput, SettleInput } from '@/lib/reviews/decisions/input';
import { decidedLabels, settlementFields, viewFields, viewLabels } from '@/lib/reviews/decisions/labels';
import { canGiveView } from '@/lib/reviews/decisions/policy';
import { getDecision } from '@/lib/reviews/decisions/queries';
import type { ChangeNotificationInput, OverrideClockInput, RecordFactsInput, RecordIdentityInput, RecordReplyInput, SendToPanelInput, TestCriteriaInput } from '@/lib/reviews/input';
import {
  ageBandLabels, careStatusLabels, clockFields, criteriaFields, ethnicityLabels, factsFields, genderLabels, harmTypeLabels, howLabels, identityFields, livingArrangementLabels, natureLabels,
  notificationFields, replyFields, sendingFields, settingLabels, wordFor, yesNoUnclearLabels,
} from '@/lib/reviews/labels';
import { clockIsThere, findIdentity, getSpine } from '@/lib/reviews/queries';
import { savesOf } from '@/lib/reviews/rules';

/** What is recorded of a review now, beside what somebody typed over an older version: for each form that changes something. */

/** The review, with the reading of its text noted. */
async function getShown(ctx: ReadContext, reference: string, form: string) {
  const review = await getSpine(ctx, reference);
  await ctx.recordView({ kind: 'opened', place: `/reviews/[reference]/${form}`, sensitivity: 'case', reviewIds: [review.id] });
  return review;
}

type NotificationAnswers = Omit<Record<keyof typeof notificationFields, string | null>, 'harmTypes'> & { harmTypes: readonly string[] };

export async function theirNotification(ctx: ReadContext, input: ChangeNotificationInput): Promise<Theirs> {
  const review = await getShown(ctx, input.reference, 'notification');
  const row = foundOr404((await ctx.tx.select().from(notifications).where(eq(notifications.reviewId, review.id)))[0], 'notification');
  const agencies = await namesOfAgencies(ctx);
  const inWords = (answers: NotificationAnswers): Record<keyof typeof notificationFields, string> => ({
    pseudonym: answers.pseudonym ?? '',
    nature: wordFor(natureLabels, answers.nature ?? ''),
    abuseSuspected: wordFor(yesNoUnclearLabels, answers.abuseSuspected ?? ''),
    area: wordFor(areaNames, answers.area ?? ''),
    notifyingAgency: agencies.get(answers.notifyingAgency ?? '') ?? '',
    setting: wordFor(settingLabels, answers.setting ?? ''),
    harmTypes: Object.keys(harmTypeLabels).filter((harm) => answers.harmTypes.includes(harm)).map((harm) => wordFor(harmTypeLabels, harm)).join(', '),
    incidentOn: formatDateIfAny(answers.incidentOn),
    awareOn: formatDateIfAny(answers.awareOn),
    sentOn: formatDateIfAny(answers.sentOn),
    nationalReference: answers.nationalReference ?? '',
    ageBand: wordFor(ageBandLabels, answers.ageBand ?? ''),
    gender: wordFor(genderLabels, answers.gender ?? ''),
    ethnicity: wordFor(ethnicityLabels, answers.ethnicity ?? ''),
    disability: wordFor(yesNoUnclearLabels, answers.disability ?? ''),
    livingArrangement: wordFor(livingArrangementLabels, answers.livingArrangement ?? ''),
    careStatus: wordFor(careStatusLabels, answers.careStatus ?? ''),
    outline: answers.outline ?? '',
    immediateSafety: answers.immediateSafety ?? '',
    mediaInterest: wordFor(yesNoUnclearLabels, answers.mediaInterest ?? ''),
  });
  const theirs = { ...row, pseudonym: review.title, area: review.area, notifyingAgency: row.notifyingAgencyId, nature: row.natureNow, incidentOn: row.incidentFrom };
  return { version: row.version, fields: sideBySide(notificationFields, inWords(theirs), inWords(input)) };
}

export async function theirFacts(ctx: ReadContext, input: RecordFactsInput): Promise<Theirs> {
  const review = await getShown(ctx, input.reference, 'facts');
  const row = foundOr404((await ctx.tx.select().from(rapidReviews).where(eq(rapidReviews.reviewId, review.id)))[0], 'rapid review');
  const inWords = (answers: Omit<Record<keyof typeof factsFields, string>, 'meetingOn'> & { meetingOn: string | null }) => ({ ...answers, meetingOn: formatDateIfAny(answers.meetingOn) });
  return { version: row.version, fields: sideBySide(factsFields, inWords(row), inWords(input)) };
}

/** A criterion that was left without an answer stays as it is recorded: it is no difference. */
export async function theirCriteria(ctx: ReadContext, input: TestCriteriaInput): Promise<Theirs> {
  const review = await getShown(ctx, input.reference, 'criteria');
  const rows = await ctx.tx.select().from(criteriaTests).where(eq(criteriaTests.reviewId, review.id));
  const inWords = (tests: readonly { criterion: string; answer: string; reason: string }[]) =>
    Object.fromEntries(tests.flatMap((test) => [[`answer-${test.criterion}`, wordFor(yesNoUnclearLabels, test.answer)], [`reason-${test.criterion}`, test.reason]]));
  const nothing = Object.fromEntries(Object.keys(criteriaFields).map((name) => [name, '']));
  const theirs = { ...nothing, ...inWords(rows) };
  return { version: savesOf(rows), fields: sideBySide(criteriaFields, theirs, { ...theirs, ...inWords(input.tests) }) };
}

export async function theirClock(ctx: ReadContext, input: OverrideClockInput): Promise<Theirs> {
  const review = await getShown(ctx, input.reference, 'clock');
  const row = foundOr404((await ctx.tx.select().from(clocks).where(and(eq(clocks.reviewId, review.id), eq(clocks.rule, input.rule), clockIsThere)))[0], 'clock');
  return {
    version: row.version,
    fields: sideBySide(clockFields, { dueOn: formatDateIfAny(row.overrideDueOn), reason: row.overrideReason ?? '' }, { dueOn: formatDate(input.dueOn), reason: input.reason }),
  };
}

export async function theirIdentity(ctx: ReadContext, input: RecordIdentityInput): Promise<Theirs> {
  const identity = await findIdentity(ctx, await getSpine(ctx, input.reference));
  const inWords = (answers: Partial<Record<keyof typeof identityFields, string | null>>) => ({
    name: answers.name ?? '', dateOfBirth: answers.dateOfBirth ?? '', otherNames: answers.otherNames ?? '', address: answers.address ?? '', school: answers.school ?? '', family: answers.family ?? '',
  });
  return { version: identity?.version ?? 0, fields: sideBySide(identityFields, inWords(identity ?? {}), inWords(input)) };
}

export async function theirReply(ctx: ReadContext, input: RecordReplyInput): Promise<Theirs> {
  const review = await getShown(ctx, input.reference, 'agencies');
  const row = foundOr404((await ctx.tx.select().from(agencyRequests).where(and(eq(agencyRequests.reviewId, review.id), eq(agencyRequests.agencyId, input.agency))))[0], 'request');
  const inWords = (answers: { repliedOn: string | null; nothingKnown: boolean }) => ({ repliedOn: formatDateIfAny(answers.repliedOn), nothingKnown: answers.nothingKnown ? 'Yes' : 'No' });
  return { version: row.version, fields: sideBySide(replyFields, inWords(row), inWords(input)) };
}

export async function theirView(ctx: ReadContext, input: GiveViewInput): Promise<Theirs> {
  const given = (await getDecision(ctx, input.decision)).views.find((view) => view.agencyId === input.agency);
  const partner = (await namesOfAgencies(ctx)).get(input.agency) ?? '';
  const own = canGiveView(ctx.actor, input.agency);
  const labels = viewFields(partner, own);
  const nothing = { view: '', reason: '', givenOn: '', saidBy: '', how: '', howNote: '' };
  const theirs = given ? { view: viewLabels[given.view], reason: given.reason, givenOn: formatDate(given.givenOn), saidBy: given.givenBy ?? '', how: howLabels[given.how], howNote: given.howNote ?? '' } : nothing;
  const yours = { view: viewLabels[input.view], reason: input.reason, givenOn: formatDate(input.givenOn), saidBy: own ? ctx.actor.name : await nameOfPerson(ctx, input.saidBy), how: howLabels[input.how], howNote: input.howNote ?? '' };
  return { version: given?.version ?? 0, fields: sideBySide(labels, theirs, yours) };
}

export async function theirSettlement(ctx: ReadContext, input: SettleInput): Promise<Theirs> {
  const decision = await getDecision(ctx, input.decision);
  const theirs = { outcome: decision.outcome ? decidedLabels[decision.outcome] : '', reason: decision.chairReason ?? '', decidedOn: formatDateIfAny(decision.decidedFrom), saidBy: decision.chairedBy ?? '', howNote: '' };
  const yours = { outcome: decidedLabels[input.outcome], reason: input.reason, decidedOn: formatDate(input.decidedOn), saidBy: await nameOfPerson(ctx, input.saidBy), howNote: input.howNote ?? '' };
  return { version: decision.version, fields: sideBySide(settlementFields, theirs, yours) };
}

export async function theirSending(ctx: ReadContext, input: SendToPanelInput): Promise<Theirs> {
  const review = await getShown(ctx, input.reference, 'decision');
  const row = foundOr404((await ctx.tx.select().from(rapidReviews).where(eq(rapidReviews.reviewId, review.id)))[0], 'rapid review');
  return { version: row.version, fields: sideBySide(sendingFields, { sentOn: formatDateIfAny(row.sentToPanelOn) }, { sentOn: formatDate(input.sentOn) }) };
}
