import 'server-only';
import type { ReadContext } from '@/lib/access/context';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { listGroupOptions } from '@/lib/groups/queries';
import { areaNames } from '@/lib/partnership/labels';
import { listAgencyOptions, listOwnerOptions, listPersonOptions, nameOfPerson, type PersonOption } from '@/lib/partnership/queries';
import { actionTypeNames, contributionNames, priorityNames, stageNames } from '@/lib/plan/labels';
import { canMove } from '@/lib/plan/policy';
import { getAction, type ActionShown } from '@/lib/plan/queries';
import type { AsideInput, ChangeProposalInput, ContributionInput, NameOwnerInput, PrioritiseInput, TakeUpInput, WorsenInput } from '@/lib/plan/steering/input';
import { asideFields, contributionFields, ownerFields, priorityFields, proposalFields, takingUpFields, worseFields, worseNames } from '@/lib/plan/steering/labels';

/** Whom the reader may name as owner: anybody who owns actions, or for an agency lead, who has a post in the owning agency. */
export async function listNewOwnerOptions(ctx: ReadContext, action: Pick<ActionShown, 'ownerAgencyId'>): Promise<PersonOption[]> {
  const all = await listOwnerOptions(ctx);
  if (canMove(ctx.actor) || action.ownerAgencyId === null) return all;
  const own = await listPersonOptions(ctx, { agencyId: action.ownerAgencyId });
  return all.filter((person) => own.some((one) => one.value === person.value));
}

export async function theirProposal(ctx: ReadContext, input: ChangeProposalInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const theirs = {
    title: action.title, detail: action.detail ?? '', intendedOutcome: action.intendedOutcome ?? '', measure: action.measure ?? '', type: actionTypeNames[action.type], priority: action.priority ? priorityNames[action.priority] : '',
    area: areaNames[action.area], due: formatDateIfAny(action.dueOn),
  };
  const yours = {
    title: input.title, detail: input.detail ?? '', intendedOutcome: input.intendedOutcome ?? '', measure: input.measure ?? '', type: actionTypeNames[input.type], priority: input.priority ? priorityNames[input.priority] : '',
    area: areaNames[input.area], due: formatDate(input.due),
  };
  return { version: action.version, fields: sideBySide(proposalFields, theirs, yours) };
}

export async function theirPriority(ctx: ReadContext, input: PrioritiseInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const words = (priority: ActionShown['priority']) => ({ priority: priority ? priorityNames[priority] : 'Not set' });
  return { version: action.version, fields: sideBySide(priorityFields, words(action.priority), words(input.priority)) };
}

export async function theirOwner(ctx: ReadContext, input: NameOwnerInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const theirs = { agency: action.ownerAgencyName ?? '', post: action.ownerPost ?? '', person: action.ownerPersonName ?? '', group: action.groupName ?? '' };
  const moves = canMove(ctx.actor);
  const labelOf = (options: { value: string; label: string }[], id: string | null) => options.find((option) => option.value === id)?.label ?? '';
  const yours = {
    agency: moves ? labelOf(await listAgencyOptions(ctx, { also: [input.agency] }), input.agency) : theirs.agency, post: input.post, person: await nameOfPerson(ctx, input.person),
    group: moves ? labelOf(await listGroupOptions(ctx, { also: [input.group] }), input.group) : theirs.group,
  };
  return { version: action.version, fields: sideBySide(ownerFields, theirs, yours) };
}

export async function theirContribution(ctx: ReadContext, input: ContributionInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const now = action.agencies.find((agency) => agency.id === input.agency)!;
  return {
    version: now.version,
    fields: sideBySide(contributionFields, { contribution: contributionNames[now.contribution], note: now.note ?? '' }, { contribution: contributionNames[input.contribution], note: input.note ?? '' }),
  };
}

export async function theirAside(ctx: ReadContext, input: AsideInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  return { version: action.version, fields: sideBySide(asideFields, { aside: action.aside ? stageNames[action.aside] : '', reason: action.asideReason ?? '' }, { aside: stageNames[input.aside], reason: input.reason }) };
}

/** Nothing was typed: what stands there now is beside it. */
export async function theirTakingUp(ctx: ReadContext, input: TakeUpInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  return { version: action.version, fields: sideBySide(takingUpFields, { asideReason: action.asideReason ?? '' }, { asideReason: '' }) };
}

export async function theirWorsening(ctx: ReadContext, input: WorsenInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  return {
    version: action.version,
    fields: sideBySide(worseFields, { worsenedTo: action.worsenedTo ? worseNames[action.worsenedTo] : '', reason: action.worsenedBecause ?? '' }, { worsenedTo: worseNames[input.worsenedTo], reason: input.reason }),
  };
}

export async function theirTakingBack(ctx: ReadContext, input: TakeUpInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  return { version: action.version, fields: sideBySide(worseFields, { worsenedTo: action.worsenedTo ? worseNames[action.worsenedTo] : '', reason: action.worsenedBecause ?? '' }, { worsenedTo: '', reason: '' }) };
}
