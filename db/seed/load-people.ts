import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { addDays } from '../../lib/dates/calendar-date';
import { addMonthsClamped } from '../../lib/dates/working-days';
import type { Transaction } from '../client';
import { membershipNames, memberships as inOrder, type Membership } from '../policies/matrix';
import { accounts, agencies, agencyNames, covers, groups, membershipRows, persons, posts, reviewPlaces } from '../schema';
import * as invented from './example-people';
import { type Loading, momentOn, workingDayFrom } from './loading';

/** The invented agencies, groups and people. What they are in the partnership follows in `loadMemberships`. */
export async function loadExamplePeople(loading: Loading): Promise<void> {
  const { tx, idOf } = loading;
  const aYearAgo = addMonthsClamped(loading.today, -12);
  await tx.insert(agencies).values(
    invented.agencies.map(({ key, kind, isCouncil, parent }, place) => ({ id: idOf(`agency:${key}`), kind, isCouncil, parentId: parent ? idOf(`agency:${parent}`) : null, area: 'other' as const, position: 100 + place, example: true })),
  );
  await tx.insert(agencyNames).values(invented.agencies.map(({ key, name }) => ({ id: idOf(`agency-name:${key}`), agencyId: idOf(`agency:${key}`), name })));
  await tx.insert(groups).values(invented.groups.map(({ key, ...group }) => ({ id: idOf(`group:${key}`), startedOn: aYearAgo, ...group, example: true })));
  await tx.insert(persons).values(invented.people.map(({ key, name }) => ({ id: idOf(`person:${key}`), name, example: true, recordedAt: momentOn(loading, aYearAgo) })));
  await tx.insert(posts).values(
    invented.people.flatMap(({ key, agency, post, leftDay }) => (agency ? [{ id: idOf(`post:${key}`), personId: idOf(`person:${key}`), agencyId: idOf(`agency:${agency}`), title: post, fromOn: aYearAgo, toOn: leftDay === undefined ? null : workingDayFrom(loading, leftDay) }] : [])),
  );
  await tx.insert(accounts).values(
    invented.people.flatMap(({ key, name, account }) => (account ? [{ id: idOf(`account:${key}`), personId: idOf(`person:${key}`), email: addressOf(name), recordedAt: momentOn(loading, aYearAgo) }] : [])),
  );
}

/** After the sources, since a critical friend is one of a line of enquiry. */
export async function loadMemberships(loading: Loading): Promise<void> {
  const { tx, idOf } = loading;
  const aYearAgo = addMonthsClamped(loading.today, -12);
  let order = 0;
  for (const { key, memberships = [] } of invented.people) {
    for (const [place, held] of memberships.entries()) {
      const fromOn = held.fromDay === undefined ? aYearAgo : addDays(loading.today, held.fromDay);
      await tx.insert(membershipRows).values({
        id: idOf(`membership:${key}:${place}`),
        personId: idOf(`person:${key}`),
        membership: held.membership,
        agencyId: held.agency ? idOf(`agency:${held.agency}`) : null,
        includesBelow: held.includesBelow ?? false,
        groupId: held.group ? idOf(`group:${held.group}`) : null,
        sourceId: held.source ? idOf(`source:${held.source}`) : null,
        votesForAgencyId: held.votesFor ? idOf(`agency:${held.votesFor}`) : null,
        fromOn,
        toOn: held.toDay === undefined ? null : addDays(loading.today, held.toDay),
        grantedById: idOf(`person:${held.grantedBy}`),
        needsSecond: held.confirmedBy !== undefined,
        confirmedById: held.confirmedBy ? idOf(`person:${held.confirmedBy}`) : null,
        confirmedAt: held.confirmedBy ? momentOn(loading, fromOn, order) : null,
        // One after the other: somebody is introduced by the first they were given.
        recordedAt: momentOn(loading, fromOn, order++),
      });
    }
  }
  await tx.insert(covers).values(
    invented.covers.map(({ of, by, membership, setBy, reason }) => ({
      id: idOf(`cover:${of}:${by}`), personId: idOf(`person:${of}`), byPersonId: idOf(`person:${by}`), membership, fromOn: aYearAgo, setById: idOf(`person:${setBy}`), reason,
    })),
  );
}

/** Who one can sign in as, with what they are, in the order of the memberships. */
export async function listPeople(tx: Transaction): Promise<{ name: string; membership: string; email: string }[]> {
  const people = await tx.select({ id: persons.id, name: persons.name, email: accounts.email }).from(accounts).innerJoin(persons, eq(persons.id, accounts.personId)).where(and(eq(persons.example, true), isNull(accounts.disabledAt))).orderBy(asc(persons.name));
  const held = await tx
    .select({ personId: membershipRows.personId, membership: membershipRows.membership, group: groups.name, agency: agencyNames.name, votesFor: membershipRows.votesForAgencyId })
    .from(membershipRows)
    .leftJoin(groups, eq(groups.id, membershipRows.groupId))
    .leftJoin(agencyNames, and(eq(agencyNames.agencyId, membershipRows.agencyId), isNull(agencyNames.toOn)))
    .where(sql`${membershipRows.toOn} is null or ${membershipRows.toOn} >= app.today()`)
    .orderBy(asc(membershipRows.recordedAt));
  const placed = await tx.select({ personId: reviewPlaces.personId, capacity: reviewPlaces.capacity }).from(reviewPlaces).orderBy(asc(reviewPlaces.recordedAt));
  const covered = await tx.select({ byPersonId: covers.byPersonId, membership: covers.membership, of: persons.name }).from(covers).innerJoin(persons, eq(persons.id, covers.personId));
  const votes = new Map((await tx.select({ id: agencyNames.agencyId, name: agencyNames.name }).from(agencyNames).where(isNull(agencyNames.toOn))).map(({ id, name }) => [id, name]));

  const listed = people.map(({ id, name, email }) => {
    const own = held.filter((row) => row.personId === id);
    const places = placed.filter((row) => row.personId === id && (row.capacity === 'LR' || row.capacity === 'RP'));
    const cover = covered.find((row) => row.byPersonId === id);
    const first: Membership = own[0]?.membership ?? places[0]?.capacity ?? cover?.membership ?? 'AO';
    const words = [
      ...own.map((row) => [membershipNames[row.membership], row.group ?? row.agency ?? votes.get(row.votesFor ?? '')].filter(Boolean).join(', ')),
      ...(own.length === 0 && places[0] ? [membershipNames[places[0].capacity]] : []),
      ...(cover ? [`${membershipNames[cover.membership]}, for ${cover.of}`] : []),
    ];
    return { order: inOrder.indexOf(first), name, email, membership: words.length > 0 ? words.join('; ') : membershipNames.AO };
  });
  return listed.sort((a, b) => a.order - b.order).map(({ order: _order, ...person }) => person);
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.invalid`;
}
