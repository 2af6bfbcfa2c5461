import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { conflictsOfInterest, covers, groups, membershipRows, persons } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { inForce } from '@/lib/partnership/queries';
import { endingInterestFields } from '@/lib/reviews/interests/labels';
import { holdsToday, stateOfInterest } from '@/lib/reviews/interests/rules';

export type InterestListed = Awaited<ReturnType<typeof listInterests>>[number];

/** The conflicts of interest declared on a review, newest first: all that the reader may see, which are never their own exclusions. */
export async function listInterests(ctx: ReadContext, reviewId: string) {
  const [person, declarer, chair, partner, ender] = [alias(persons, 'person'), alias(persons, 'declarer'), alias(persons, 'chair'), alias(persons, 'partner'), alias(persons, 'ender')];
  const rows = await ctx.tx
    .select({ row: conflictsOfInterest, person: person.name, declaredBy: declarer.name, chairConfirmedBy: chair.name, partnerConfirmedBy: partner.name, endedBy: ender.name })
    .from(conflictsOfInterest)
    .innerJoin(person, eq(person.id, conflictsOfInterest.personId))
    .leftJoin(declarer, eq(declarer.id, conflictsOfInterest.declaredById))
    .leftJoin(chair, eq(chair.id, conflictsOfInterest.chairConfirmedById))
    .leftJoin(partner, eq(partner.id, conflictsOfInterest.partnerConfirmedById))
    .leftJoin(ender, eq(ender.id, conflictsOfInterest.endedById))
    .where(eq(conflictsOfInterest.reviewId, reviewId))
    .orderBy(desc(conflictsOfInterest.recordedAt));
  return rows.map(({ row, ...names }) => ({ ...row, ...names, state: stateOfInterest(row, ctx.today), holds: holdsToday(row, ctx.today) }));
}

/** The reviews on which the reader sees and does not decide. */
export async function listSteppedBackFrom(ctx: ReadContext): Promise<string[]> {
  const [row] = await ctx.tx.execute<{ ids: string[] }>(sql`select app.my_stepping_back() as ids`);
  return row?.ids ?? [];
}

/** Where the reader stepped back from deciding on a review: who acts for them. Null where they decide. */
export async function findSteppingBack(ctx: ReadContext, reviewId: string): Promise<{ deputies: string[] } | null> {
  if (!(await listSteppedBackFrom(ctx)).includes(reviewId)) return null;
  const deputies = await ctx.tx.selectDistinct({ name: persons.name }).from(covers).innerJoin(persons, eq(persons.id, covers.byPersonId))
    .where(and(eq(covers.personId, ctx.actor.personId), inArray(covers.membership, ['EX', 'CH', 'ER', 'BU']), inForce(covers, ctx.today)))
    .orderBy(asc(persons.name));
  return { deputies: deputies.map((deputy) => deputy.name) };
}

/** Who is asked to confirm what somebody else declared: whoever chairs the Executive, and the safeguarding partners' decision-makers. */
export async function listConfirmers(ctx: ReadContext): Promise<string[]> {
  const rows = await ctx.tx.selectDistinct({ personId: membershipRows.personId }).from(membershipRows).leftJoin(groups, eq(groups.id, membershipRows.groupId))
    .where(and(
      or(and(eq(membershipRows.membership, 'CH'), eq(groups.kind, 'executive')), isNotNull(membershipRows.votesForAgencyId)), inForce(membershipRows, ctx.today),
    ));
  return rows.map((row) => row.personId);
}

/** How the end of a conflict is recorded now, beside what somebody would record. A confirmation has nothing typed in it. */
export async function theirInterest(ctx: ReadContext, input: { interest: string; reason?: string }): Promise<Theirs> {
  const [row] = await ctx.tx.select({ version: conflictsOfInterest.version, endedReason: conflictsOfInterest.endedReason }).from(conflictsOfInterest).where(eq(conflictsOfInterest.id, input.interest));
  return { version: row?.version ?? 0, fields: input.reason === undefined ? [] : sideBySide(endingInterestFields, { reason: row?.endedReason ?? '' }, { reason: input.reason }) };
}
