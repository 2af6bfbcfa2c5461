import 'server-only';
import { and, desc, eq, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { actions, covers, membershipRows, persons, reviewPlaces } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import type { Membership } from '@/lib/access/labels';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import type { EndCoverInput } from '@/lib/partnership/cover/input';
import { coveredMemberships, coverEndQuestion, type CoveredMembership } from '@/lib/partnership/cover/labels';
import { endingFields, endingInWords, endInWords } from '@/lib/partnership/labels';
import { inForce } from '@/lib/partnership/queries';
import { isCurrent } from '@/lib/partnership/rules';
import { membershipState } from '@/lib/partnership/memberships/rules';

export type CoverShown = {
  id: string;
  personId: string;
  person: string;
  byPersonId: string;
  by: string;
  membership: Membership;
  fromOn: string;
  toOn: string | null;
  reason: string | null;
  setBy: string | null;
  isCurrent: boolean;
  isOver: boolean;
  version: number;
};

const covering = alias(persons, 'covering');
const setter = alias(persons, 'setter');

async function coversWhere(ctx: ReadContext, where: ReturnType<typeof eq> | undefined): Promise<CoverShown[]> {
  const rows = await ctx.tx
    .select({ row: covers, person: persons.name, by: covering.name, setBy: setter.name })
    .from(covers)
    .innerJoin(persons, eq(persons.id, covers.personId))
    .innerJoin(covering, eq(covering.id, covers.byPersonId))
    .leftJoin(setter, eq(setter.id, covers.setById))
    .where(where)
    .orderBy(desc(covers.fromOn));
  return rows.map(({ row, ...names }) => ({
    id: row.id, personId: row.personId, byPersonId: row.byPersonId, membership: row.membership, fromOn: row.fromOn, toOn: row.toOn, reason: row.reason, ...names,
    isCurrent: isCurrent(row, ctx.today), isOver: row.toOn !== null && row.toOn < ctx.today, version: row.version,
  }));
}

/** Cover for a person's memberships, and what they cover for others: newest first, as far as the reader may see it. */
export async function listCovers(ctx: ReadContext, personId: string): Promise<CoverShown[]> {
  return coversWhere(ctx, or(eq(covers.personId, personId), eq(covers.byPersonId, personId)));
}

/** How the end of a cover is recorded now, beside what somebody would record. */
export async function coverEndAsItIs(ctx: ReadContext, input: EndCoverInput): Promise<Theirs> {
  const cover = foundOr404((await coversWhere(ctx, eq(covers.id, input.coverId)))[0], 'cover');
  return { version: cover.version, fields: sideBySide(endingFields(coverEndQuestion(cover)), endInWords(cover), endingInWords(input)) };
}

/** What a person holds that can be covered: memberships in force, places on lists, and actions of their own. */
export async function listHeld(ctx: ReadContext, personId: string): Promise<CoveredMembership[]> {
  const rows = await ctx.tx.select().from(membershipRows).where(eq(membershipRows.personId, personId));
  const held = new Set<Membership>(rows.filter((row) => ['current', 'later'].includes(membershipState(row, ctx.today))).map((row) => row.membership));
  const places = await ctx.tx.selectDistinct({ capacity: reviewPlaces.capacity }).from(reviewPlaces).where(and(eq(reviewPlaces.personId, personId), inForce(reviewPlaces, ctx.today)));
  for (const { capacity } of places) if (capacity === 'LR' || capacity === 'RP') held.add(capacity);
  const [owned] = await ctx.tx.select({ id: actions.id }).from(actions).where(eq(actions.ownerPersonId, personId)).limit(1);
  if (owned) held.add('AO');
  return coveredMemberships.filter((membership) => held.has(membership));
}
