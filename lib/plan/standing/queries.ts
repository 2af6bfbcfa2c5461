import 'server-only';
import { eq, getTableColumns } from 'drizzle-orm';
import { actions, agencies } from '@/db/schema';
import { foundOr404, type WriteContext } from '@/lib/access/context';
import type { CalendarDate } from '@/lib/dates/calendar-date';
import { StaleVersion } from '@/lib/errors/kinds';
import type { Issue } from '@/lib/forms/state';
import { listOwnerOptions } from '@/lib/partnership/queries';
import type { OnBehalf } from '@/lib/plan/input';
import { recordsForOthers, type Owned } from '@/lib/plan/policy';
import { listWhoAnswers, standingOf } from '@/lib/plan/queries';

/** What every command about an action looks at first: the action itself, held until the end; who may own it; whose word is recorded. */
export type Action = typeof actions.$inferSelect & Owned;

/** The action as its own row says, with what decides who may do something to it. */
export async function getActionToChange(ctx: WriteContext, reference: string): Promise<Action> {
  const [action] = await ctx.tx.select({ ...getTableColumns(actions), ...standingOf(ctx.today) }).from(actions).where(eq(actions.reference, reference));
  return foundOr404(action, 'action');
}

/** Holds the row until the end, so that two saves follow one another, and gives it as it is now. */
export async function lockAction(ctx: WriteContext, seen: Action): Promise<Action> {
  const [locked] = await ctx.tx.select().from(actions).where(eq(actions.id, seen.id)).for('no key update');
  return { ...seen, ...foundOr404(locked, 'action') };
}

/** What is decided is decided about the action as the form showed it. */
export function assertVersion(action: Action, version: number): void {
  if (action.version !== version) throw new StaleVersion('actions', action.id);
}

/** A community voice owns nothing. */
export async function whatStopsOwning(ctx: WriteContext, agencyId: string): Promise<Issue[]> {
  const [agency] = await ctx.tx.select({ kind: agencies.kind }).from(agencies).where(eq(agencies.id, agencyId));
  if (!agency) return [{ field: 'agency', message: 'Choose an agency from the list' }];
  return agency.kind === 'community_voice' ? [{ field: 'agency', message: 'A community voice owns no action. Choose the agency that answers for it' }] : [];
}

/** The same people as the form offers: who administers, inspects or observes owns nothing, and the database takes no administrator. */
export async function whatStopsNamingAsOwner(ctx: WriteContext, personId: string | null): Promise<Issue[]> {
  if (personId === null || (await listOwnerOptions(ctx)).some((person) => person.value === personId)) return [];
  return [{ field: 'person', message: 'Choose a person from the list. Somebody without a post, or who administers, inspects or observes, owns no action' }];
}

export type Said = { personId: string; how: OnBehalf['how']; howNote: string | null; onBehalf: boolean; saidOn: CalendarDate; issues: Issue[] };

/** Whose words these are: the person who sends them, or somebody the business unit records them for. */
export function whoSaid(ctx: WriteContext, input: OnBehalf): Said {
  const self: Said = { personId: ctx.actor.personId, how: 'in_person', howNote: null, onBehalf: false, saidOn: ctx.today, issues: [] };
  if (!recordsForOthers(ctx.actor) || input.saidBy === null || input.saidBy === ctx.actor.personId) return self;
  return {
    personId: input.saidBy, how: input.how, howNote: input.howNote, onBehalf: true, saidOn: input.saidOn ?? ctx.today,
    issues: [
      ...(input.how === 'in_person' ? [{ field: 'how', message: 'Choose how they said it' }] : []),
      ...(input.howNote === null ? [{ field: 'howNote', message: 'Enter which meeting, e-mail or call it was' }] : []),
    ],
  };
}

/** It is the word of somebody who answered for the action that day: of the business unit itself only where it does. */
export async function whatStopsSpeaking(ctx: WriteContext, action: Action, said: Said, { completes = false } = {}): Promise<Issue[]> {
  const answering = await listWhoAnswers(ctx, { actionId: action.id, on: said.saidOn, completes });
  if (answering.includes(said.personId)) return [];
  const who = completes ? 'its owner, or the chair of its task-and-finish group' : 'its owner, or a member of its task-and-finish group';
  return [{ field: 'saidBy', message: `Choose who said it: ${who}, or whoever stood in for them that day` }];
}

