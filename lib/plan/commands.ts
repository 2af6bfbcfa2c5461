import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { actionAgencies, actionRecommendations, actions, actionSources, agencies, checks, evidence, files, recommendations, sources, updates } from '@/db/schema';
import { newId, type WriteContext } from '@/lib/access/context';
import type { CalendarDate } from '@/lib/dates/calendar-date';
import { findUpload } from '@/lib/files/queries';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { Issue } from '@/lib/forms/state';
import { notify, notifyEach } from '@/lib/notifications/outbox';
import type { AgreeInput, CheckEvidenceInput, CheckInput, CompleteInput, EvidenceFurther, EvidenceInput, ProposeInput, SecondCheckInput, UpdateInput } from '@/lib/plan/input';
import { canAgree, canCheck, canCheckEvidence, canSayComplete, canUpdate, isOwnAgency } from '@/lib/plan/policy';
import { listEvidence, listOwnAgencyIds, listSecondChecks } from '@/lib/plan/queries';
import { evidenceToCheck, monthsChecked, whatStopsAccepting, whatStopsAddingEvidence, whatStopsAgreeing, whatStopsChecking, whatStopsSayingComplete, whatStopsSecondCheck, whatStopsUpdating } from '@/lib/plan/rules';
import { assertVersion, getActionToChange, lockAction, whatStopsNamingAsOwner, whatStopsOwning, whatStopsSpeaking, whoSaid, type Action, type Said } from '@/lib/plan/standing/queries';

export type Saved = { reference: string };

/** A line of the plan that nobody has agreed yet: what it serves, what is to be done, who would own it, by when. */
export async function proposeAction(ctx: WriteContext, input: ProposeInput): Promise<Outcome<Saved>> {
  const serves = await findServed(ctx, input);
  const issues = [...serves.issues, ...(await whatStopsOwning(ctx, input.agency)), ...(await whatStopsNamingAsOwner(ctx, input.person))];
  if (issues.length > 0) return blocked(issues);

  const action = { id: newId(), reference: await nextReference(ctx) };
  await ctx.tx.insert(actions).values({
    ...action, title: input.title, detail: input.detail, intendedOutcome: input.intendedOutcome, measure: input.measure, type: input.type, priority: input.priority, area: input.area,
    ownerAgencyId: input.agency, ownerPost: input.post, ownerPersonId: input.person, accountableGroupId: input.group,
    proposedOn: ctx.today, proposedById: ctx.actor.personId, firstDueOn: input.due, dueOn: input.due, example: ctx.actor.partnership.isDemonstration,
  });
  // Before the links: an action that hangs on nothing yet is the one its proposer may still add to.
  await addContributing(ctx, action.id, input.contributing.filter((agency) => agency !== input.agency));
  await linkServed(ctx, action.id, serves);
  return done({ reference: action.reference });
}

/** The accountable group's chair, or the business unit, agrees a proposal. Its owner is told. */
export async function agreeAction(ctx: WriteContext, input: AgreeInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canAgree(ctx.actor, seen)) return refused('The chair of the accountable group, or the business unit, agrees an action');
  const action = await lockAction(ctx, seen);
  const issues = [...whatStopsAgreeing(action), ...whatStopsStarting(action, input.startOn)];
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  await saveAction(ctx, action, { agreedOn: input.agreedOn ?? ctx.today, agreedById: ctx.actor.personId, startOn: input.startOn });
  await tellOwner(ctx, action, `You own action ${action.reference}: it has been agreed`);
  return done({ reference: action.reference });
}

/** What the owner says about an action, in one go. Nothing said before is changed by it. */
export async function recordUpdate(ctx: WriteContext, input: UpdateInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canUpdate(ctx.actor, seen)) return refused('The owner of an action, its task-and-finish group or the business unit updates it');
  const action = await lockAction(ctx, seen);
  const said = whoSaid(ctx, input);
  const issues = [...whatStopsUpdating(action), ...said.issues, ...(said.onBehalf ? await whatStopsSpeaking(ctx, action, said) : [])];
  if (issues.length > 0) return blocked(issues);

  await addUpdate(ctx, action, { text: input.text, nextStep: input.nextStep, blocker: input.blocker }, said);
  await tellSayer(ctx, action, said);
  return done({ reference: action.reference });
}

/** Something that shows that an action was done, is used, or made a difference. It counts once somebody else has checked it. */
export async function addEvidence(ctx: WriteContext, input: EvidenceInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canUpdate(ctx.actor, seen)) return refused('The owner of an action, its task-and-finish group or the business unit adds evidence to it');
  const action = await lockAction(ctx, seen);
  const issues = [...whatStopsAddingEvidence(action), ...(await whatStopsBeingOf(ctx, input.evidenceAgency)), ...(await whatStopsAttaching(ctx, input.upload))];
  if (issues.length > 0) return blocked(issues);

  const evidenceId = await insertEvidence(ctx, action, input, ctx.actor.personId);
  if (input.upload) await attachFile(ctx, { id: input.upload, evidenceId, actionId: action.id });
  return done({ reference: action.reference });
}

/** The owner says that an action is complete, with what shows it. From then on it waits for somebody else's check. */
export async function sayComplete(ctx: WriteContext, input: CompleteInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canSayComplete(ctx.actor, seen)) return refused('The owner of an action, or the chair of its task-and-finish group, says that it is complete');
  const action = await lockAction(ctx, seen);
  const said = whoSaid(ctx, input);
  const known = await listEvidence(ctx, action.id);
  const issues = [...whatStopsSayingComplete(action, known.length + (input.evidenceTitle ? 1 : 0)), ...said.issues, ...(await whatStopsSpeaking(ctx, action, said, { completes: true }))];
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  await addUpdate(ctx, action, { text: input.text, nextStep: null, blocker: null, completes: true }, said);
  const { evidenceTitle, evidenceKind, evidenceLevel, evidenceDate } = input;
  if (evidenceTitle && evidenceKind && evidenceLevel && evidenceDate) {
    // Like the rest of what is said here, it is whose word it is: the business unit that only records it may check it.
    await insertEvidence(ctx, action, { ...input, evidenceTitle, evidenceKind, evidenceLevel, evidenceDate }, said.personId);
  }
  await saveAction(ctx, action, { completeOn: input.completeOn ?? ctx.today, completeSaidById: said.personId });
  await tellSayer(ctx, action, said);
  return done({ reference: action.reference });
}

/** Somebody who does not own it accepts that an action is complete, or returns it to its owner with the reason. */
export async function checkAction(ctx: WriteContext, input: CheckInput): Promise<Outcome<Saved & { result: 'accepted' | 'returned' }>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canCheck(ctx.actor, seen)) return refused('Somebody who neither owns this action nor said that it is complete checks it: the Engine Room or the business unit');
  const action = await lockAction(ctx, seen);
  const checkedOn = input.checkedOn ?? ctx.today;
  const known = await listEvidence(ctx, action.id);
  const issues = [
    ...whatStopsChecking(action),
    ...(input.result === 'accepted' ? whatStopsAccepting(known, input.evidence, ctx.actor.personId) : []),
    ...whatStopsSameAgency(isOwnAgency(await listOwnAgencyIds(ctx), action), input.sameAgencyReason),
    ...whatStopsBackdating(action, checkedOn),
  ];
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  await ctx.tx.insert(checks).values({
    id: newId(), actionId: action.id, result: input.result, reason: input.reason, sameAgencyReason: input.sameAgencyReason, checkedOn, checkedById: ctx.actor.personId,
  });
  if (input.result === 'accepted') {
    await acceptEvidence(ctx, evidenceToCheck(known, ctx.actor.personId).filter((item) => input.evidence.includes(item.id)).map((item) => item.id), checkedOn, input.reason);
    await saveAction(ctx, action, { checkedOn, checkedById: ctx.actor.personId });
    await tellOwner(ctx, action, `Action ${action.reference} has been checked: it is complete`);
  } else {
    await saveAction(ctx, action, { completeOn: null, completeSaidById: null });
    await tellOwner(ctx, action, `Action ${action.reference} has been returned to you, with the reason`);
  }
  return done({ reference: action.reference, result: input.result });
}

/** So many months after an action was complete, somebody who does not own it looks again: it is still in place, or has slipped and is opened again. */
export async function checkAgain(ctx: WriteContext, input: SecondCheckInput): Promise<Outcome<Saved & { result: 'in_place' | 'slipped' }>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canCheck(ctx.actor, seen)) return refused('Somebody who neither owns this action nor said that it is complete looks at it again: the Engine Room or the business unit');
  const action = await lockAction(ctx, seen);
  const checkedOn = input.checkedOn ?? ctx.today;
  const issues = [
    ...whatStopsSecondCheck(action),
    ...whatStopsSameAgency(isOwnAgency(await listOwnAgencyIds(ctx), action), input.sameAgencyReason),
    ...(action.checkedOn !== null && checkedOn < action.checkedOn ? [{ field: 'checkedOn', message: 'Enter a date that is not before it was first checked' }] : []),
  ];
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  const afterMonths = monthsChecked(await listSecondChecks(ctx, action), checkedOn);
  // What follows from it, the database does in the same moment.
  await ctx.tx.insert(checks).values({
    id: newId(), actionId: action.id, result: input.result, afterMonths, reason: input.reason, sameAgencyReason: input.sameAgencyReason, checkedOn, checkedById: ctx.actor.personId,
  });
  await tellOwner(ctx, action, input.result === 'slipped' ? `Action ${action.reference} has slipped and is open again, with the reason` : `Action ${action.reference} was looked at again: it is still in place`);
  return done({ reference: action.reference, result: input.result });
}

/** Somebody other than who added it has looked at evidence: it counts for the level from then on, or does not show what it is said to, and whoever added it is told why. */
export async function checkEvidence(ctx: WriteContext, input: CheckEvidenceInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canCheckEvidence(ctx.actor, seen)) return refused('Somebody who does not own this action checks its evidence: the Engine Room or the business unit');
  const action = await lockAction(ctx, seen);
  const open = evidenceToCheck(await listEvidence(ctx, action.id), ctx.actor.personId).map((item) => item.id);
  const chosen = input.evidence.filter((item) => open.includes(item));
  if (chosen.length === 0) return blocked([{ field: 'evidence', message: 'Choose evidence that has not been checked yet and that you did not add' }]);

  if (input.result === 'accepted') await acceptEvidence(ctx, chosen, ctx.today, input.reason);
  else await declineEvidence(ctx, action, chosen, input.reason);
  return done({ reference: action.reference });
}

// ── The steps ──

async function saveAction(ctx: WriteContext, action: Action, changes: Partial<typeof actions.$inferInsert>): Promise<void> {
  await ctx.tx.update(actions).set(changes).where(eq(actions.id, action.id));
}

async function nextReference(ctx: WriteContext): Promise<string> {
  const [row] = await ctx.tx.execute<{ number: string }>(sql`select app.next_number('action') as number`);
  return `A-${String(row!.number).padStart(3, '0')}`;
}

type Served = { recommendationIds: string[]; sourceId: string | null; issues: Issue[] };

async function findServed(ctx: WriteContext, input: ProposeInput): Promise<Served> {
  const asked = input.recommendations.length > 0 ? await ctx.tx.select({ id: recommendations.id }).from(recommendations).where(inArray(recommendations.reference, input.recommendations)) : [];
  const [source] = input.source ? await ctx.tx.select({ id: sources.id }).from(sources).where(eq(sources.reference, input.source)) : [];
  const missing = asked.length !== new Set(input.recommendations).size || (input.source !== null && !source);
  const nothing = asked.length === 0 && !source;
  return {
    recommendationIds: asked.map((row) => row.id),
    sourceId: source?.id ?? null,
    issues: missing
      ? [{ field: 'recommendations', message: 'Choose recommendations from the list' }]
      : nothing ? [{ field: 'recommendations', message: 'Choose what this action serves: a recommendation, or what it comes from' }] : [],
  };
}

async function linkServed(ctx: WriteContext, actionId: string, { recommendationIds, sourceId }: Served): Promise<void> {
  if (recommendationIds.length > 0) await ctx.tx.insert(actionRecommendations).values(recommendationIds.map((recommendationId) => ({ id: newId(), actionId, recommendationId })));
  // The source of a recommendation is linked by the database.
  if (sourceId) await ctx.tx.insert(actionSources).values({ id: newId(), actionId, sourceId }).onConflictDoNothing();
}

async function addContributing(ctx: WriteContext, actionId: string, agencyIds: string[]): Promise<void> {
  const once = [...new Set(agencyIds)];
  if (once.length > 0) await ctx.tx.insert(actionAgencies).values(once.map((agencyId) => ({ id: newId(), actionId, agencyId })));
}

async function whatStopsBeingOf(ctx: WriteContext, agencyId: string | null): Promise<Issue[]> {
  if (agencyId === null) return [];
  const [agency] = await ctx.tx.select({ id: agencies.id }).from(agencies).where(eq(agencies.id, agencyId));
  return agency ? [] : [{ field: 'evidenceAgency', message: 'Choose an agency from the list' }];
}

function whatStopsStarting(action: Action, startOn: CalendarDate | null): Issue[] {
  const late = startOn !== null && action.dueOn !== null && startOn > action.dueOn;
  return late ? [{ field: 'startOn', message: 'Enter a start that is not after the date it is due' }] : [];
}

function whatStopsSameAgency(same: boolean, reason: string | null): Issue[] {
  return same && reason === null ? [{ field: 'sameAgencyReason', message: 'Enter why somebody of the owner’s own agency checks it' }] : [];
}

function whatStopsBackdating(action: Action, checkedOn: CalendarDate): Issue[] {
  const early = action.completeOn !== null && checkedOn < action.completeOn;
  return early ? [{ field: 'checkedOn', message: 'Enter a date that is not before it was said to be complete' }] : [];
}

async function addUpdate(ctx: WriteContext, action: Action, what: { text: string; nextStep: string | null; blocker: string | null; completes?: true }, said: Said): Promise<void> {
  await ctx.tx.insert(updates).values({
    id: newId(), actionId: action.id, ...what, saidOn: said.saidOn, saidById: said.personId, how: said.how, howNote: said.howNote, recordedById: ctx.actor.personId,
  });
  // What was said later stands: recorded afterwards, an older word changes nothing of it.
  if (action.lastUpdateOn !== null && action.lastUpdateOn > said.saidOn) return;
  await saveAction(ctx, action, { lastUpdateOn: said.saidOn, blocker: what.blocker, blockedSince: blockedSince(action, what.blocker, said.saidOn) });
}

/** The same hindrance is in the way since it was first said; another one since today's word. */
function blockedSince(action: Action, blocker: string | null, saidOn: CalendarDate): string | null {
  if (blocker === null) return null;
  return action.blocker === blocker && action.blockedSince !== null ? action.blockedSince : saidOn;
}

type NewEvidence = Omit<EvidenceInput, 'reference' | 'upload' | keyof EvidenceFurther> & Partial<EvidenceFurther>;

async function insertEvidence(ctx: WriteContext, action: Action, item: NewEvidence, addedById: string): Promise<string> {
  const id = newId();
  await ctx.tx.insert(evidence).values({
    id, actionId: action.id, kind: item.evidenceKind, level: item.evidenceLevel, title: item.evidenceTitle, detail: item.evidenceDetail,
    datedOn: item.evidenceDate, webAddress: item.evidenceAddress, holdsPersonalData: item.evidencePersonal, addedById,
    strength: item.evidenceStrength, agencyId: item.evidenceAgency, periodFrom: item.periodFrom, periodTo: item.periodFrom ? (item.periodTo ?? item.periodFrom) : null, lookedAt: item.lookedAt,
    numerator: item.numerator, denominator: item.denominator, before: item.before, after: item.after, expiresOn: item.expiresOn,
  });
  return id;
}

async function whatStopsAttaching(ctx: WriteContext, uploadId: string | null): Promise<Issue[]> {
  return uploadId === null || (await findUpload(ctx, uploadId)) ? [] : [{ field: 'file', message: 'The file is not here any more. Choose it again' }];
}

/** What it is called, how large it is and who sent it, the database takes from what was sent. */
async function attachFile(ctx: WriteContext, file: { id: string; evidenceId: string; actionId: string }): Promise<void> {
  await ctx.tx.insert(files).values({ ...file, name: '', mediaType: '', size: 0, sha256: '', uploadedById: ctx.actor.personId, uploadedAt: ctx.now });
}

const notCheckedYet = (ids: string[]) => and(inArray(evidence.id, ids), isNull(evidence.checkedOn), isNull(evidence.declinedOn));

async function acceptEvidence(ctx: WriteContext, ids: string[], on: CalendarDate, reason: string): Promise<void> {
  if (ids.length > 0) await ctx.tx.update(evidence).set({ checkedOn: on, checkedById: ctx.actor.personId, checkReason: reason }).where(notCheckedYet(ids));
}

async function declineEvidence(ctx: WriteContext, action: Action, ids: string[], reason: string): Promise<void> {
  const declined = await ctx.tx.update(evidence).set({ declinedOn: ctx.today, declinedById: ctx.actor.personId, checkReason: reason }).where(notCheckedYet(ids)).returning({ addedById: evidence.addedById });
  for (const toPersonId of new Set(declined.flatMap((item) => item.addedById ?? []))) {
    await notify(ctx, { toPersonId, message: `Evidence you added to action ${action.reference} does not show what it is said to: see the reason`, recordName: 'action', recordId: action.id, path: `/plan/${action.reference}` });
  }
}

/** Of what a message about an action is, and where its link leads. */
export function aboutAction({ id, reference }: Pick<Action, 'id' | 'reference'>) {
  return { recordName: 'action', recordId: id, path: `/plan/${reference}` };
}

async function tellOwner(ctx: WriteContext, action: Action, message: string): Promise<void> {
  await notifyEach(ctx, [action.ownerPersonId], { message, ...aboutAction(action) });
}

/** Whoever is recorded as having said something is told, and can put it right. */
async function tellSayer(ctx: WriteContext, action: Action, said: Said): Promise<void> {
  if (said.onBehalf) await notifyEach(ctx, [said.personId], { message: recordedForYou(action), ...aboutAction(action) });
}

export function recordedForYou({ reference }: Pick<Action, 'reference'>): string {
  return `What you said about action ${reference} has been recorded for you`;
}
