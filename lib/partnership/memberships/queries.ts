import 'server-only';
import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { agencies, groups, membershipRows, persons, sources } from '@/db/schema';
import type { Held } from '@/lib/access/actor';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import type { Membership } from '@/lib/access/labels';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { endingInWords, endInWords } from '@/lib/partnership/labels';
import { latestNameOfAgency, namesOfAgencies, notOver } from '@/lib/partnership/queries';
import { isId } from '@/lib/partnership/rules';
import type { EndMembershipInput } from '@/lib/partnership/memberships/input';
import { membershipEndFields, type MembershipState } from '@/lib/partnership/memberships/labels';
import { whyNotConfirm } from '@/lib/partnership/memberships/policy';
import { membershipState } from '@/lib/partnership/memberships/rules';

export type MembershipShown = {
  id: string;
  personId: string;
  person: string;
  membership: Membership;
  /** The agency, group or enquiry it hangs on. */
  of: string | null;
  groupId: string | null;
  includesBelow: boolean;
  votesFor: string | null;
  fromOn: string;
  toOn: string | null;
  grantedById: string | null;
  grantedBy: string | null;
  needsSecond: boolean;
  confirmedBy: string | null;
  endedBy: string | null;
  endedReason: string | null;
  state: MembershipState;
  example: boolean;
  version: number;
};

const granter = alias(persons, 'granter');
const confirmer = alias(persons, 'confirmer');
const ender = alias(persons, 'ender');

/** Memberships, newest first: those the reader may see. */
export async function listMemberships(ctx: ReadContext, where: SQL | undefined): Promise<MembershipShown[]> {
  const named = await namesOfAgencies(ctx);
  const rows = await ctx.tx
    .select({
      row: membershipRows, person: persons.name, example: persons.example, group: groups.name, source: sources.title,
      grantedBy: granter.name, confirmedBy: confirmer.name, endedBy: ender.name,
    })
    .from(membershipRows)
    .innerJoin(persons, eq(persons.id, membershipRows.personId))
    .leftJoin(groups, eq(groups.id, membershipRows.groupId))
    .leftJoin(sources, eq(sources.id, membershipRows.sourceId))
    .leftJoin(granter, eq(granter.id, membershipRows.grantedById))
    .leftJoin(confirmer, eq(confirmer.id, membershipRows.confirmedById))
    .leftJoin(ender, eq(ender.id, membershipRows.endedById))
    .where(where)
    .orderBy(desc(membershipRows.fromOn), asc(persons.name));
  return rows.map(({ row, ...names }) => ({
    id: row.id, personId: row.personId, person: names.person, example: names.example, membership: row.membership,
    of: names.group ?? names.source ?? (row.agencyId && (named.get(row.agencyId) ?? null)), groupId: row.groupId,
    includesBelow: row.includesBelow, votesFor: row.votesForAgencyId && (named.get(row.votesForAgencyId) ?? null),
    fromOn: row.fromOn, toOn: row.toOn, grantedById: row.grantedById, grantedBy: names.grantedBy, needsSecond: row.needsSecond, confirmedBy: names.confirmedBy,
    endedBy: names.endedBy, endedReason: row.endedReason, state: membershipState(row, ctx.today), version: row.version,
  }));
}

export async function getMembership(ctx: ReadContext, id: string): Promise<MembershipShown> {
  const [row] = isId(id) ? await listMemberships(ctx, eq(membershipRows.id, id)) : [];
  return foundOr404(row, 'membership');
}

/** How the end of a membership is recorded now, beside what somebody would record. */
export async function membershipEndAsItIs(ctx: ReadContext, input: EndMembershipInput): Promise<Theirs> {
  const row = await getMembership(ctx, input.membershipId);
  return { version: row.version, fields: sideBySide(membershipEndFields, { ...endInWords(row), reason: row.endedReason ?? '' }, { ...endingInWords(input), reason: input.reason }) };
}

/** A membership that somebody confirms: there is nothing typed to set beside it. */
export async function membershipAsItIs(ctx: ReadContext, input: { membershipId: string }): Promise<Theirs> {
  return { version: (await getMembership(ctx, input.membershipId)).version, fields: [] };
}

/** Grants that wait for a second person, and that this one may be the second of: for "What needs doing". */
export async function listGrantsToConfirm(ctx: ReadContext): Promise<MembershipShown[]> {
  const waiting = await listMemberships(ctx, and(eq(membershipRows.needsSecond, true), isNull(membershipRows.confirmedAt)));
  return waiting.filter((row) => row.state === 'waiting' && whyNotConfirm(ctx.actor, row) === null);
}

/** Who holds one of these memberships and has not ended: to tell them, or to count them. */
export async function listHolders(ctx: ReadContext, held: Membership[], groupKind?: 'executive'): Promise<{ id: string; personId: string; membership: Membership }[]> {
  const rows = await ctx.tx
    .select({ row: membershipRows, kind: groups.kind })
    .from(membershipRows)
    .leftJoin(groups, eq(groups.id, membershipRows.groupId))
    .where(and(inArray(membershipRows.membership, held), notOver(membershipRows, ctx.today)));
  return rows
    .filter(({ row, kind }) => membershipState(row, ctx.today) === 'current' && (!groupKind || kind === groupKind))
    .map(({ row }) => ({ id: row.id, personId: row.personId, membership: row.membership }));
}

/** What a critical friend can be friend to: lines of enquiry and learning sets. */
export async function listEnquiryOptions(ctx: ReadContext): Promise<{ value: string; label: string }[]> {
  return ctx.tx.select({ value: sources.id, label: sources.title }).from(sources).where(isNull(sources.reviewId)).orderBy(asc(sources.title));
}

/** The Executive and the Engine Room of the reader's own people, by the membership that is of them. */
async function listStandingGroups(ctx: ReadContext): Promise<Map<Membership, string>> {
  const isOf = { EX: 'executive', ER: 'engine_room' } as const;
  const held = (['EX', 'ER'] as const).filter((membership) => ctx.actor.memberships.some((one) => one.membership === membership));
  if (held.length === 0) return new Map();
  const rows = await ctx.tx.select({ id: groups.id, kind: groups.kind }).from(groups)
    .where(and(inArray(groups.kind, held.map((membership) => isOf[membership])), eq(groups.example, ctx.actor.partnership.isDemonstration), notOver({ toOn: groups.endedOn }, ctx.today)));
  return new Map(held.flatMap((membership) => rows.filter((row) => row.kind === isOf[membership]).map((row) => [membership, row.id] as const)));
}

/** One membership of the reader's, with what it is of: an agency, a group, an enquiry, a review. */
export type HeldNamed = Pick<Held, 'membership' | 'agencyId' | 'groupId' | 'groupKind'> & {
  of: string | null;
  /** Of the enquiry or the review. */
  reference: string | null;
  /** Whom the reader covers, where it is another's. */
  forPerson: string | null;
};

/** What the reader holds today, with the names of what it is of. That a review not yet published is named is noted. */
export async function listOwnHeld(ctx: ReadContext): Promise<HeldNamed[]> {
  const { memberships, personId } = ctx.actor;
  const agencyIds = memberships.flatMap((held) => held.agencyId ?? held.votesForAgencyId ?? []);
  const sourceIds = memberships.flatMap((held) => held.sourceId ?? held.reviewId ?? []);
  const covered = memberships.flatMap((held) => (held.personId === personId ? [] : [held.personId]));
  const ids = [...agencyIds, ...sourceIds, ...covered];
  const rows = ids.length === 0 ? [] : await ctx.tx.execute<{ id: string; name: string; reference: string | null; is_case: boolean }>(sql`
    select a.id, ${latestNameOfAgency(sql`a.id`)} as name, null as reference, false as is_case from ${agencies} a where ${inArray(sql`a.id`, ids)}
    union all select ${sources.id}, ${sources.title}, ${sources.reference}, ${sourceIsCase()} from ${sources} where ${inArray(sources.id, ids)}
    union all select p.id, p.name, null, false from ${persons} p where ${inArray(sql`p.id`, ids)}`);
  await ctx.recordView({ kind: 'listed', place: '/', sensitivity: 'case', reviewIds: rows.flatMap((row) => (row.is_case ? [row.id] : [])) });
  const named = new Map(rows.map((row) => [row.id, row]));
  const standing = await listStandingGroups(ctx);
  return memberships.map(({ membership, agencyId, groupId, groupKind, groupName, votesForAgencyId, sourceId, reviewId, personId: whose }) => {
    const of = named.get(agencyId ?? votesForAgencyId ?? sourceId ?? reviewId ?? '');
    return { membership, agencyId, groupId: groupId ?? standing.get(membership) ?? null, groupKind, of: groupName ?? of?.name ?? null, reference: of?.reference ?? null, forPerson: whose === personId ? null : (named.get(whose)?.name ?? null) };
  });
}
