import 'server-only';
import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { covers, listRemovals, membershipRows, persons, reviewPlaces } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { inForce } from '@/lib/partnership/queries';
import { puttingBackFields } from '@/lib/reviews/lists/labels';
import { isOver } from '@/lib/reviews/lists/rules';

export type PlaceOnList = Awaited<ReturnType<typeof listAllPlaces>>[number];

/** Every place there is or was on a review's list: since when, until when, who gave it and why. Those that are over last. */
export async function listAllPlaces(ctx: ReadContext, reviewId: string) {
  const granter = alias(persons, 'granter');
  const rows = await ctx.tx
    .select({
      id: reviewPlaces.id, personId: reviewPlaces.personId, name: persons.name, capacity: reviewPlaces.capacity, reason: reviewPlaces.reason, fromOn: reviewPlaces.fromOn, toOn: reviewPlaces.toOn, endsAt: reviewPlaces.endsAt,
      grantedBy: granter.name, version: reviewPlaces.version,
    })
    .from(reviewPlaces).innerJoin(persons, eq(persons.id, reviewPlaces.personId)).leftJoin(granter, eq(granter.id, reviewPlaces.grantedById))
    .where(eq(reviewPlaces.reviewId, reviewId)).orderBy(asc(persons.name), desc(reviewPlaces.fromOn));
  const places = rows.map((place) => ({ ...place, isOver: isOver(place, ctx.now, ctx.today) }));
  return [...places.filter((place) => !place.isOver), ...places.filter((place) => place.isOver)];
}

export type Removal = Awaited<ReturnType<typeof listRemovalsFrom>>[number];

/** Members of the business unit who are, or were, taken off a review's list. */
export async function listRemovalsFrom(ctx: ReadContext, reviewId: string) {
  const [remover, ender] = [alias(persons, 'remover'), alias(persons, 'ender')];
  const rows = await ctx.tx
    .select({
      id: listRemovals.id, personId: listRemovals.personId, name: persons.name, reason: listRemovals.reason, fromOn: listRemovals.fromOn, toOn: listRemovals.toOn, removedBy: remover.name, endedBy: ender.name,
      endedReason: listRemovals.endedReason, version: listRemovals.version,
    })
    .from(listRemovals).innerJoin(persons, eq(persons.id, listRemovals.personId)).leftJoin(remover, eq(remover.id, listRemovals.removedById)).leftJoin(ender, eq(ender.id, listRemovals.endedById))
    .where(eq(listRemovals.reviewId, reviewId)).orderBy(desc(listRemovals.recordedAt));
  return rows.map((row) => ({ ...row, holds: row.toOn === null || row.toOn >= ctx.today }));
}

/** Who of the business unit can be taken off a list: whoever is a member or covers for one, but the reader. */
export async function listBusinessUnitOptions(ctx: ReadContext): Promise<{ value: string; label: string }[]> {
  const option = { value: persons.id, label: persons.name };
  const members = ctx.tx.select(option).from(membershipRows).innerJoin(persons, eq(persons.id, membershipRows.personId)).where(and(eq(membershipRows.membership, 'BU'), inForce(membershipRows, ctx.today), ne(persons.id, ctx.actor.personId)));
  const covering = ctx.tx.select(option).from(covers).innerJoin(persons, eq(persons.id, covers.byPersonId)).where(and(eq(covers.membership, 'BU'), inForce(covers, ctx.today), ne(persons.id, ctx.actor.personId)));
  return (await members.union(covering)).sort((a, b) => a.label.localeCompare(b.label));
}

/** A place is ended or it is not: there is nothing typed to set beside it. */
export async function theirPlace(ctx: ReadContext, input: { place: string }): Promise<Theirs> {
  const [row] = await ctx.tx.select({ version: reviewPlaces.version }).from(reviewPlaces).where(eq(reviewPlaces.id, input.place));
  return { version: row?.version ?? 0, fields: [] };
}

/** How it is recorded now that somebody is on the list again, beside what another would record. */
export async function theirRemoval(ctx: ReadContext, input: { removal: string; reason: string }): Promise<Theirs> {
  const [row] = await ctx.tx.select({ version: listRemovals.version, endedReason: listRemovals.endedReason }).from(listRemovals).where(eq(listRemovals.id, input.removal));
  return { version: row?.version ?? 0, fields: sideBySide(puttingBackFields, { reason: row?.endedReason ?? '' }, { reason: input.reason }) };
}
