import 'server-only';
import { and, eq } from 'drizzle-orm';
import { agencies, membershipRows, persons } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import type { Membership } from '@/lib/access/labels';
import { formatDate } from '@/lib/dates/calendar-date';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import { notify } from '@/lib/notifications/outbox';
import type { ConfirmMembershipInput, EndMembershipInput, GrantMembershipInput } from '@/lib/partnership/memberships/input';
import { membershipInWords } from '@/lib/partnership/memberships/labels';
import { isGivenAlone, needsTwo, whyNotConfirm, whyNotEnd, whyNotGrant } from '@/lib/partnership/memberships/policy';
import { getMembership, listHolders, listMemberships } from '@/lib/partnership/memberships/queries';
import { membershipState, whatStopsEnding, whatStopsGranting, whatStopsVote } from '@/lib/partnership/memberships/rules';
import { notOver } from '@/lib/partnership/queries';
import { lastDayOf } from '@/lib/partnership/rules';

/** The Executive's chair is told of these. */
const toldToChair: Membership[] = ['ER', 'IS', 'AU', 'CH'];

type Granted = { id: string; personId: string; groupId: string | null; waits: boolean };

export async function grantMembership(ctx: WriteContext, input: GrantMembershipInput): Promise<Outcome<Granted>> {
  const [person] = await ctx.tx.select({ id: persons.id, name: persons.name }).from(persons).where(eq(persons.id, input.personId));
  foundOr404(person, 'person');
  const refusal = whyNotGrant(ctx.actor, input);
  if (refusal) return refused(refusal);
  const standing = await ctx.tx.select().from(membershipRows)
    .where(and(eq(membershipRows.personId, input.personId), notOver(membershipRows, ctx.today)));
  const issues = [...whatStopsGranting(input, standing, ctx.today), ...(await whatStopsTheVote(ctx, input))];
  if (issues.length > 0) return blocked(issues);

  const alone = isGivenAlone(ctx.actor, input.membership, await hasBeenOne(ctx, input.membership));
  const id = newId();
  await ctx.tx.insert(membershipRows).values({ id, ...input, grantedById: ctx.actor.personId, needsSecond: !alone });
  await tellOfGrant(ctx, id, !alone);
  return done({ id, personId: input.personId, groupId: input.groupId, waits: !alone });
}

/** The second signature: from now on the membership is in force. */
export async function confirmMembership(ctx: WriteContext, input: ConfirmMembershipInput): Promise<Outcome<{ personId: string }>> {
  const row = await lockMembership(ctx, input);
  const refusal = whyNotConfirm(ctx.actor, row);
  if (refusal) return refused(refusal);
  if (membershipState(row, ctx.today) !== 'waiting') return blocked([{ message: 'This does not wait for a second person any more. Open the page again to see it as it is now' }]);
  await ctx.tx.update(membershipRows).set({ confirmedById: ctx.actor.personId, confirmedAt: ctx.now }).where(eq(membershipRows.id, row.id));
  await tell(ctx, [row.personId], row.personId, `${ctx.actor.name} confirmed your membership: ${await inWords(ctx, row.id)}`, '/account');
  return done({ personId: row.personId });
}

export async function endMembership(ctx: WriteContext, input: EndMembershipInput): Promise<Outcome<{ personId: string }>> {
  const row = await lockMembership(ctx, input);
  const refusal = whyNotEnd(ctx.actor, row);
  if (refusal) return refused(refusal);
  const state = membershipState(row, ctx.today);
  if (state === 'ended') return blocked([{ message: 'This membership has ended already' }]);
  // What nobody has confirmed was never in force: it ends as it began.
  const ended = state === 'waiting' ? { lastDay: row.fromOn > ctx.today ? row.fromOn : ctx.today } : lastDayOf(row, input, ctx.today);
  if ('issues' in ended) return blocked(ended.issues);
  if (row.toOn && row.toOn < ended.lastDay) return blocked([{ field: 'lastDay', message: `It ends on ${formatDate(row.toOn)} already. Enter an earlier day, or grant it anew` }]);
  if (state !== 'waiting') {
    const issues = whatStopsEnding(row, await listHolders(ctx, [row.membership]));
    if (issues.length > 0) return blocked(issues);
  }
  await ctx.tx.update(membershipRows).set({ toOn: ended.lastDay, endedById: ctx.actor.personId, endedReason: input.reason }).where(eq(membershipRows.id, row.id));
  await tell(ctx, [row.personId], row.personId, `${ctx.actor.name} ended your membership: ${await inWords(ctx, row.id)}. Last day: ${formatDate(ended.lastDay)}`, '/account');
  return done({ personId: row.personId });
}

async function whatStopsTheVote(ctx: WriteContext, input: GrantMembershipInput) {
  const agencyId = input.votesForAgencyId;
  if (!agencyId) return [];
  const [agency] = await ctx.tx.select({ kind: agencies.kind }).from(agencies).where(eq(agencies.id, agencyId));
  const given = (await listMemberships(ctx, eq(membershipRows.votesForAgencyId, agencyId))).filter((row) => row.state !== 'ended');
  return whatStopsVote(input, { isPartner: agency?.kind === 'safeguarding_partner' }, given);
}

async function hasBeenOne(ctx: WriteContext, membership: Membership): Promise<boolean> {
  const [row] = await ctx.tx.select({ id: membershipRows.id }).from(membershipRows).where(eq(membershipRows.membership, membership)).limit(1);
  return row !== undefined;
}

async function lockMembership(ctx: WriteContext, { membershipId, version }: { membershipId: string; version: number }) {
  const [found] = await ctx.tx.select().from(membershipRows).where(eq(membershipRows.id, membershipId)).for('update');
  const row = foundOr404(found, 'membership');
  if (row.version !== version) throw new StaleVersion('memberships', membershipId);
  return row;
}

const inWords = async (ctx: WriteContext, id: string) => membershipInWords(await getMembership(ctx, id));

async function tellOfGrant(ctx: WriteContext, id: string, waits: boolean): Promise<void> {
  const row = await getMembership(ctx, id);
  const what = membershipInWords(row);
  if (waits) {
    const seconds = (await listHolders(ctx, ['BU', 'EX', 'SA'])).map((holder) => holder.personId).filter((personId) => personId !== row.personId);
    await tell(ctx, seconds, row.personId, `${ctx.actor.name} granted ${row.person} a membership that waits for a second person: ${what}`, `/partnership/people/${row.personId}/memberships/${id}`);
  } else {
    await tell(ctx, [row.personId], row.personId, `${ctx.actor.name} gave you a membership: ${what}, from ${formatDate(row.fromOn)}`, '/account');
  }
  if (needsTwo(row.membership) || !toldToChair.includes(row.membership)) return;
  const chairs = (await listHolders(ctx, ['CH'], 'executive')).map((holder) => holder.personId);
  await tell(ctx, chairs, row.personId, `${ctx.actor.name} granted ${row.person} a membership: ${what}`, `/partnership/people/${row.personId}`);
}

/** A notice to each, once, and none to whoever did it. */
async function tell(ctx: WriteContext, personIds: string[], aboutPersonId: string, message: string, path: string): Promise<void> {
  for (const toPersonId of new Set(personIds)) {
    if (toPersonId !== ctx.actor.personId) await notify(ctx, { toPersonId, message, recordName: 'person', recordId: aboutPersonId, path });
  }
}
