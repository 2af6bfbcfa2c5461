import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { actionAgencies, actions } from '@/db/schema';
import { foundOr404, type WriteContext } from '@/lib/access/context';
import { holds } from '@/lib/access/rights';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { Issue } from '@/lib/forms/state';
import { notifyEach } from '@/lib/notifications/outbox';
import { listPersonOptions } from '@/lib/partnership/queries';
import { aboutAction, type Saved } from '@/lib/plan/commands';
import { canChangeProposal, canMove, canNameOwner, canSteer, canTakeBackWorse, canWorsen } from '@/lib/plan/policy';
import { asidesFor, hasEnded, whatStopsNaming, whatStopsRewording, whatStopsSettingAside, whatStopsWorsening } from '@/lib/plan/rules';
import { assertVersion, getActionToChange, lockAction, whatStopsNamingAsOwner, whatStopsOwning, type Action } from '@/lib/plan/standing/queries';
import type { AsideInput, ChangeProposalInput, ContributionInput, NameOwnerInput, PrioritiseInput, TakeUpInput, WorsenInput } from '@/lib/plan/steering/input';

/** The words of a proposal, its kind and its date, until it is agreed. */
export async function changeProposal(ctx: WriteContext, input: ChangeProposalInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canChangeProposal(ctx.actor, seen)) return refused('Who may propose or agree an action changes the proposal');
  const action = await lockAction(ctx, seen);
  const issues = whatStopsRewording(action);
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  const { title, detail, intendedOutcome, measure, type, priority, area, due } = input;
  await saveAction(ctx, action, { title, detail, intendedOutcome, measure, type, area, priority, firstDueOn: due, dueOn: due });
  return done({ reference: action.reference });
}

/** How urgent an action is, beside the others of the plan. */
export async function prioritiseAction(ctx: WriteContext, input: PrioritiseInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canSteer(ctx.actor, seen)) return refused('The chair of its group, or the business unit, says how urgent an action is');
  const action = await lockAction(ctx, seen);
  if (hasEnded(action)) return blocked([{ message: 'This action is over' }]);

  assertVersion(action, input.version);
  await saveAction(ctx, action, { priority: input.priority });
  return done({ reference: action.reference });
}

/** Who owns an action from now on. An agency lead names somebody of the agency; the business unit also gives it to another agency or group. */
export async function nameOwner(ctx: WriteContext, input: NameOwnerInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canNameOwner(ctx.actor, seen)) return refused('Who leads the owning agency, or the business unit, names its owner');
  const action = await lockAction(ctx, seen);
  const moved = canMove(ctx.actor) ? { ownerAgencyId: input.agency ?? action.ownerAgencyId, accountableGroupId: input.group } : { ownerAgencyId: action.ownerAgencyId, accountableGroupId: action.accountableGroupId };
  const issues = [...whatStopsNaming(action), ...(await whatStopsTheirOwning(ctx, action, moved.ownerAgencyId, input.person))];
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  const former = action.ownerPersonId;
  await saveAction(ctx, action, { ...moved, ownerPost: input.post, ownerPersonId: input.person });
  if (input.person !== former) {
    await tell(ctx, action, [input.person], `You own action ${action.reference} from now on`);
    await tell(ctx, action, [former], `Action ${action.reference} is owned by somebody else from now on`);
  }
  return done({ reference: action.reference });
}

/** How far a contributing agency is, in its own words. One that is behind makes the action amber. */
export async function recordContribution(ctx: WriteContext, input: ContributionInput): Promise<Outcome<Saved>> {
  const action = await getActionToChange(ctx, input.reference);
  const [row] = await ctx.tx.select({ id: actionAgencies.id, own: sql<boolean>`${actionAgencies.agencyId} = any ((select app.my_agencies('actionLinks', 'change'))::uuid[])` })
    .from(actionAgencies).where(and(eq(actionAgencies.actionId, action.id), eq(actionAgencies.agencyId, input.agency)));
  const found = foundOr404(row, 'contribution');
  if (!found.own && !holds(ctx.actor, 'BU')) return refused('Who leads an agency, or the business unit, says how far it is');
  const [locked] = await ctx.tx.select().from(actionAgencies).where(eq(actionAgencies.id, found.id)).for('no key update');
  if (hasEnded(action) || action.checkedOn !== null) return blocked([{ message: 'This action is over, or complete and checked' }]);

  if (foundOr404(locked, 'contribution').version !== input.version) throw new StaleVersion('action_agencies', found.id);
  await ctx.tx.update(actionAgencies).set({ contribution: input.contribution, note: input.note, notedOn: ctx.today, notedById: ctx.actor.personId }).where(eq(actionAgencies.id, found.id));
  if (input.contribution === 'behind') await tell(ctx, action, [action.ownerPersonId], `An agency that contributes to action ${action.reference} is behind`);
  return done({ reference: action.reference });
}

/** Not accepted, paused, superseded or transferred: with the reason, and its owner told. */
export async function setAside(ctx: WriteContext, input: AsideInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canSteer(ctx.actor, seen)) return refused('The chair of its group, or the business unit, puts an action aside');
  const action = await lockAction(ctx, seen);
  const issues: Issue[] = [...whatStopsSettingAside(action), ...(asidesFor(action).includes(input.aside) ? [] : [{ field: 'aside', message: 'Choose how it is put aside' }])];
  if (issues.length > 0) return blocked(issues);

  assertVersion(action, input.version);
  await saveAction(ctx, action, { aside: input.aside, asideReason: input.reason, asideOn: ctx.today });
  await tell(ctx, action, [action.ownerPersonId, action.proposedById], `Action ${action.reference} has been put aside, with the reason`);
  return done({ reference: action.reference });
}

/** What was put aside goes on where it was. */
export async function takeUp(ctx: WriteContext, input: TakeUpInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canSteer(ctx.actor, seen)) return refused('The chair of its group, or the business unit, takes an action up again');
  const action = await lockAction(ctx, seen);
  if (action.aside === null) return blocked([{ message: 'This action is not put aside', href: `/plan/${action.reference}` }]);

  assertVersion(action, input.version);
  await saveAction(ctx, action, { aside: null, asideReason: null, asideOn: null });
  await tell(ctx, action, [action.ownerPersonId], `Action ${action.reference} has been taken up again`);
  return done({ reference: action.reference });
}

/** Somebody who knows says that it stands worse than its dates tell, in a sentence. Nobody makes it better. */
export async function worsenRag(ctx: WriteContext, input: WorsenInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canWorsen(ctx.actor, seen)) return refused('The owner of an action, or the chair of its group, says that it stands worse');
  const action = await lockAction(ctx, seen);
  const issues = [
    ...whatStopsWorsening(action),
    ...(action.worsenedTo !== null && input.worsenedTo === 'amber' && !canTakeBackWorse(ctx.actor, action) ? [{ field: 'worsenedTo', message: 'Somebody else has made it worse than that: only they or the chair take it back' }] : []),
    ...(action.worsenedTo === 'red' && !canTakeBackWorse(ctx.actor, action) ? [{ message: 'Somebody else has made it red already' }] : []),
  ];
  if (issues.length > 0) return blocked(issues.slice(0, 1));

  assertVersion(action, input.version);
  await saveAction(ctx, action, { worsenedTo: input.worsenedTo, worsenedBecause: input.reason, worsenedOn: ctx.today, worsenedById: ctx.actor.personId });
  await tell(ctx, action, [action.ownerPersonId, ...action.chairs], `Action ${action.reference} stands worse than its dates tell`);
  return done({ reference: action.reference });
}

/** It is what its dates and facts make of it again. */
export async function takeBackWorse(ctx: WriteContext, input: TakeUpInput): Promise<Outcome<Saved>> {
  const seen = await getActionToChange(ctx, input.reference);
  if (!canTakeBackWorse(ctx.actor, seen)) return refused('Who made it worse takes it back, or the chair of its group');
  const action = await lockAction(ctx, seen);
  if (action.worsenedTo === null) return blocked([{ message: 'Nobody has made it worse', href: `/plan/${action.reference}` }]);

  assertVersion(action, input.version);
  await saveAction(ctx, action, { worsenedTo: null, worsenedBecause: null, worsenedOn: null, worsenedById: null });
  return done({ reference: action.reference });
}

async function saveAction(ctx: WriteContext, action: Action, changes: Partial<typeof actions.$inferInsert>): Promise<void> {
  await ctx.tx.update(actions).set(changes).where(eq(actions.id, action.id));
}

async function tell(ctx: WriteContext, action: Action, people: (string | null)[], message: string): Promise<void> {
  await notifyEach(ctx, people, { message, ...aboutAction(action) });
}

/** An owner of the agency, who has not checked or closed it. An agency lead names somebody with a post there. */
async function whatStopsTheirOwning(ctx: WriteContext, action: Action, agencyId: string | null, personId: string | null): Promise<Issue[]> {
  if (agencyId === null) return [{ field: 'agency', message: 'Choose the agency that owns it' }];
  const ofAgency = canMove(ctx.actor) || personId === null || personId === action.ownerPersonId || (await listPersonOptions(ctx, { agencyId })).some((person) => person.value === personId);
  return [
    ...(agencyId === action.ownerAgencyId ? [] : await whatStopsOwning(ctx, agencyId)),
    ...(personId === action.ownerPersonId ? [] : await whatStopsNamingAsOwner(ctx, personId)),
    ...(ofAgency ? [] : [{ field: 'person', message: 'Choose somebody with a post in your agency' }]),
    ...(personId !== null && personId === action.checkedById ? [{ field: 'person', message: 'Choose somebody else: they have checked that it is complete' }] : []),
  ];
}
