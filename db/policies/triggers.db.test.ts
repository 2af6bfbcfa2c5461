import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '../client';
import * as schema from '../schema';
import * as made from '../testing/builders';
import { aTestDatabase } from '../testing/harness';
import { tableNames } from '../testing/tables';
import { buildWorld } from '../testing/whole-world';

const db = aTestDatabase();
const only = <T>(list: T[]): T => list[0]!;

/** Does something as a person of the application, with a command, and keeps it. */
async function as<T>(person: made.Of, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { tokenHash } = await db.enterAs(person);
  return db.app.transaction(async (tx) => {
    await tx.execute(sql`select app.enter_session(${tokenHash})`);
    await tx.execute(sql`select app.begin_command('try', null, null)`);
    return work(tx);
  });
}

/** The code and the constraint by which the database refuses, or "done". */
async function outcome(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
    return 'done';
  } catch (error) {
    const { code, constraint_name: constraint } = (error as { cause: { code: string; constraint_name?: string } }).cause;
    return [code, constraint].filter(Boolean).join(' ');
  }
}
const refused = '42501';

describe('what the database keeps in step', () => {
  test('puts a case review lead who records a review on its list, from that day', async () => {
    const lead = await made.aMember(db.owner, 'CL');
    const id = randomUUID();
    const seen = await as(lead, async (tx) => {
      await tx.insert(schema.sources).values({ id, reviewId: id, kind: 'review', reference: `RR-${id}`, title: 'Child', area: 'both', reportingYear: '2026-27' });
      await tx.insert(schema.reviews).values({ id, kind: 'rapid_review', guidanceEdition: 'WT 2026', recordedById: lead.id });
      return tx.select({ id: schema.reviews.id }).from(schema.reviews);
    });
    expect(seen).toEqual([{ id }]);
    const places = await db.owner.select().from(schema.reviewPlaces).where(eq(schema.reviewPlaces.reviewId, id));
    expect(places).toEqual([expect.objectContaining({ personId: lead.id, capacity: 'CL', toOn: null })]);
    const other = await made.aMember(db.owner, 'CL');
    expect(await as(other, (tx) => tx.select().from(schema.reviews))).toEqual([]);
  });

  test('raises the version with every save, and not when a save changes nothing', async () => {
    const action = await made.anAction(db.owner);
    const save = async (detail: string) => only(await db.owner.update(schema.actions).set({ detail }).where(eq(schema.actions.id, action.id)).returning()).version;
    expect(action.version).toBe(1);
    expect(await save('First')).toBe(2);
    expect(await save('First')).toBe(2);
    expect(await save('Second')).toBe(3);
    // Nobody sets it themselves.
    const [forced] = await db.owner.update(schema.actions).set({ detail: 'Third', version: 90 }).where(eq(schema.actions.id, action.id)).returning();
    expect(forced!.version).toBe(4);
  });

  test('raises the version of every table that has one', async () => {
    await buildWorld(db.owner);
    const versioned = (await db.owner.execute<{ name: string }>(sql`select table_name as name from information_schema.columns where table_schema = 'app' and column_name = 'version' order by 1`)).map(({ name }) => name);
    const raised = (await db.owner.execute<{ name: string }>(sql`select event_object_table as name from information_schema.triggers where trigger_schema = 'app' and trigger_name = 'b_version' order by 1`)).map(({ name }) => name);
    expect(raised).toEqual(versioned);
  });

  test('copies to a child which review it belongs to, whatever was sent', async () => {
    const [review, other] = [await made.aReview(db.owner), await made.aReview(db.owner)];
    const recommendation = await made.aRecommendation(db.owner, { source: review, reviewId: other.id });
    expect(recommendation.reviewId).toBe(review.id);
    const ofAudit = await made.aRecommendation(db.owner, { source: await made.aSource(db.owner), reviewId: other.id });
    expect(ofAudit.reviewId).toBeNull();
    const decision = await made.aDecision(db.owner, { review });
    expect((await made.aPartnerView(db.owner, { decision: { id: decision.id, reviewId: other.id } })).reviewId).toBe(review.id);
    const action = await made.anAction(db.owner, { recommendations: [recommendation], sources: [other] });
    const links = await db.owner.select().from(schema.actionRecommendations).where(eq(schema.actionRecommendations.actionId, action.id));
    expect(links).toEqual([expect.objectContaining({ reviewId: review.id })]);
    const sources = await db.owner.select().from(schema.actionSources).where(eq(schema.actionSources.actionId, action.id));
    expect(sources.map((link) => [link.sourceId, link.reviewId]).sort()).toEqual([[review.id, review.id], [other.id, other.id]].sort());
  });

  test('hangs an action on the source of each recommendation it serves, once', async () => {
    const audit = await made.aSource(db.owner);
    const action = await made.anAction(db.owner, { recommendations: [await made.aRecommendation(db.owner, { source: audit }), await made.aRecommendation(db.owner, { source: audit })] });
    expect(await db.owner.select({ sourceId: schema.actionSources.sourceId }).from(schema.actionSources).where(eq(schema.actionSources.actionId, action.id))).toEqual([{ sourceId: audit.id }]);
  });

  test('keeps a spine published while its source is', async () => {
    const review = await made.aReview(db.owner);
    const isPublished = async () => only(await db.owner.select().from(schema.reviews).where(eq(schema.reviews.id, review.id))).isPublished;
    const publish = (publishedFrom: string | null) => db.owner.update(schema.sources).set({ publishedFrom }).where(eq(schema.sources.id, review.id));
    expect(await isPublished()).toBe(false);
    await publish('2026-03-02');
    expect(await isPublished()).toBe(true);
    await publish(null);
    expect(await isPublished()).toBe(false);
    expect((await made.aReview(db.owner, { published: true })).isPublished).toBe(true);
  });

  test('lets an action follow its owner, its agencies and its group as they change', async () => {
    const [first, second] = [await made.aPerson(db.owner), await made.aPerson(db.owner)];
    const [agency, other, contributor] = [await made.anAgency(db.owner), await made.anAgency(db.owner), await made.anAgency(db.owner)];
    const [group, otherGroup] = [await made.aGroup(db.owner), await made.aGroup(db.owner)];
    const action = await made.anAction(db.owner, { owner: first, agency, group, contributors: [contributor] });
    const keys = async (opened: { id: string }) =>
      (await db.owner.select().from(schema.actionScopes).where(and(eq(schema.actionScopes.byActionId, action.id), eq(schema.actionScopes.openedId, opened.id)))).map((row) => row.key).sort();
    const ofIt = async () => (await db.owner.select().from(schema.actions).where(eq(schema.actions.id, action.id)))[0]!;
    const expectParties = async (...parties: { id: string }[]) => {
      const expected = parties.map((party) => party.id).sort();
      expect([await keys(action), (await ofIt()).partyIds.toSorted()]).toEqual([expected, expected]);
    };
    await expectParties(first, agency, group, contributor);
    expect((await ofIt()).version).toBe(1);
    await db.owner.update(schema.actions).set({ ownerPersonId: second.id, ownerAgencyId: other.id, accountableGroupId: otherGroup.id }).where(eq(schema.actions.id, action.id));
    await expectParties(second, other, otherGroup, contributor);
    // Who owns it and contributes as well stays when another owns it.
    await db.owner.insert(schema.actionAgencies).values({ id: randomUUID(), actionId: action.id, agencyId: other.id });
    await db.owner.update(schema.actions).set({ ownerPersonId: null, ownerAgencyId: agency.id, accountableGroupId: null }).where(eq(schema.actions.id, action.id));
    await expectParties(agency, other, contributor);
    await db.owner.update(schema.actions).set({ partyIds: [] }).where(eq(schema.actions.id, action.id));
    await expectParties(agency, other, contributor);
  });

  test('lets each of an action’s keys open what the action hangs on, and the source be a key itself', async () => {
    const [agency, other] = [await made.anAgency(db.owner), await made.anAgency(db.owner)];
    const [audit, review] = [await made.aSource(db.owner), await made.aReview(db.owner)];
    const recommendation = await made.aRecommendation(db.owner, { source: review });
    const action = await made.anAction(db.owner, { agency, sources: [audit], recommendations: [recommendation] });
    const opened = async () => (await db.owner.select().from(schema.actionScopes).where(eq(schema.actionScopes.byActionId, action.id))).map((row) => `${row.openedId} ${row.key}`).sort();
    const each = (...keys: { id: string }[]) => [action, audit, review, recommendation].flatMap((one) => keys.map((key) => `${one.id} ${key.id}`)).sort();
    expect(await opened()).toEqual(each(agency, audit, review));
    await db.owner.update(schema.actions).set({ ownerAgencyId: other.id }).where(eq(schema.actions.id, action.id));
    expect(await opened()).toEqual(each(other, audit, review));
  });

  test('leaves an agency no key to an action that its contribution has left', async () => {
    const [contributor, audit] = [await made.anAgency(db.owner), await made.aSource(db.owner)];
    const [left, joined] = [await made.anAction(db.owner, { sources: [audit], contributors: [contributor] }), await made.anAction(db.owner, { sources: [audit] })];
    const opens = async () => (await db.owner.select().from(schema.actionScopes).where(eq(schema.actionScopes.key, contributor.id))).map((row) => row.openedId).sort();
    const parties = async (action: { id: string }) => only(await db.owner.select().from(schema.actions).where(eq(schema.actions.id, action.id))).partyIds;
    expect([await opens(), await parties(left), await parties(joined)]).toEqual([[left.id, audit.id].sort(), [contributor.id], []]);
    await db.owner.update(schema.actionAgencies).set({ actionId: joined.id }).where(eq(schema.actionAgencies.actionId, left.id));
    expect([await opens(), await parties(left), await parties(joined)]).toEqual([[joined.id, audit.id].sort(), [], [contributor.id]]);
  });

  test('keeps a contribution with its action: nobody opens another action by moving theirs there', async () => {
    const agency = await made.anAgency(db.owner);
    const lead = await made.aMember(db.owner, 'AL', { agency });
    const other = await made.anAgency(db.owner);
    const [own, another] = [await made.anAction(db.owner, { contributors: [agency] }), await made.anAction(db.owner)];
    const seen = () => as(lead, async (tx) => (await tx.select({ id: schema.actions.id }).from(schema.actions)).map(({ id }) => id));
    expect(await outcome(as(lead, (tx) => tx.execute(sql`update app.action_agencies set action_id = ${another.id}`)))).toBe(refused);
    expect(await outcome(as(lead, (tx) => tx.execute(sql`update app.action_agencies set agency_id = ${other.id}`)))).toBe(refused);
    expect(await outcome(as(lead, (tx) => tx.execute(sql`update app.action_agencies set contribution = 'done'`)))).toBe('done');
    expect(await seen()).toEqual([own.id]);
  });

  test('keeps the words of an action as they change: together and apart where a hyphen joins them, and its number', async () => {
    const action = await made.anAction(db.owner, { title: 'Agree the step-down checklist', detail: 'The child’s own words, in Éire' });
    const words = async () => (await db.owner.execute<{ words: string[] }>(sql`select tsvector_to_array(words) as words from app.search_entries where record_id = ${action.id}`))[0]!.words;
    const reference = action.reference.toLowerCase();
    expect(await words()).toEqual(expect.arrayContaining([reference, reference.replace(/^\D+0*/, ''), 'step-down', 'step', 'down', 'checklist', 'childs', 'éire']));
    await db.owner.update(schema.actions).set({ title: 'Another', detail: null }).where(eq(schema.actions.id, action.id));
    expect(await words()).toContain('another');
    expect(await words()).not.toContain('checklist');
  });

  test('never changes what a database was made for', async () => {
    expect(await outcome(db.owner.update(schema.installation).set({ mode: 'live' }))).toBe(refused);
    expect(await outcome(db.owner.delete(schema.installation))).toBe(refused);
  });
});

describe('what is never changed', () => {
  const kept = ['history', 'history_seals', 'history_sealed', 'record_views', 'record_view_reviews', 'denials', 'updates', 'checks', 'due_moves'];

  test.each(kept)('%s refuses to be changed, removed or emptied, also by the owner', async (table) => {
    expect(tableNames).toContain(table);
    const before = Number(only([...(await db.owner.execute<{ count: string }>(sql.raw(`select count(*) from app.${table}`)))]).count);
    expect(before, 'rows that could be lost').toBeGreaterThan(0);
    const column = only([...(await db.owner.execute<{ name: string }>(sql`select attname as name from pg_attribute where attrelid = ${`app.${table}`}::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`))]).name;
    expect(await outcome(db.owner.execute(sql.raw(`update app.${table} set ${column} = ${column}`)))).toBe(refused);
    expect(await outcome(db.owner.execute(sql.raw(`delete from app.${table}`)))).toBe(refused);
    expect(await outcome(db.owner.execute(sql.raw(`truncate app.${table} cascade`)))).toBe(refused);
  });
});

describe('who may give what to whom', () => {
  let unit: made.Of;
  let executive: made.Of;
  let administrator: made.Of;
  let secondUnit: made.Of;
  beforeAll(async () => {
    // Somebody of each has signed in: the time of setting up is over.
    [unit, executive, administrator, secondUnit] = [await made.aMember(db.owner, 'BU'), await made.aMember(db.owner, 'EX'), await made.aMember(db.owner, 'SA'), await made.aMember(db.owner, 'BU')];
    for (const person of [unit, executive, administrator]) await db.enterAs(person);
  });
  const idOf = (person: made.Of) => (typeof person === 'string' ? person : person.id);
  type Given = Partial<typeof schema.membershipRows.$inferInsert>;
  const grant = (by: made.Of, membership: schema.Membership, person: made.Of, given: Given = {}) => {
    const id = given.id ?? randomUUID();
    return outcome(as(by, (tx) => tx.insert(schema.membershipRows).values({ personId: idOf(person), membership, fromOn: '2026-01-01', grantedById: idOf(by), ...given, id })));
  };
  const change = (by: made.Of, id: string, given: Given) =>
    outcome(as(by, async (tx) => {
      const changed = await tx.update(schema.membershipRows).set(given).where(eq(schema.membershipRows.id, id)).returning();
      if (changed.length === 0) throw Object.assign(new Error(), { cause: { code: 'not there' } });
    }));
  const held = async (person: made.Of) => {
    const { tokenHash } = await db.enterAs(person);
    return db.app.transaction(async (tx) => {
      const [row] = await tx.execute<{ who: { memberships: { membership: string }[] } }>(sql`select app.enter_session(${tokenHash}) as who`);
      return row!.who.memberships.map(({ membership }) => membership);
    });
  };

  test('the business unit gives most memberships alone, and nobody else does', async () => {
    const person = await made.aPerson(db.owner);
    expect(await grant(unit, 'IS', person)).toBe('done');
    expect(await held(person)).toEqual(['IS']);
    expect(await grant(executive, 'IS', await made.aPerson(db.owner))).toBe(refused);
    expect(await grant(administrator, 'IS', await made.aPerson(db.owner))).toBe(refused);
    for (const membership of ['CL', 'IS', 'ER', 'AL', 'AU', 'OB'] as const) expect(await grant(await made.aMember(db.owner, membership), 'IS', await made.aPerson(db.owner))).toBe(refused);
  });

  test.each(['BU', 'EX', 'SA'] as const)('%s is given by two people and not in force before the second', async (membership) => {
    const person = await made.aPerson(db.owner);
    const id = randomUUID();
    expect(await grant(unit, membership, person)).toBe(refused);
    expect(await grant(unit, membership, person, { needsSecond: true, confirmedById: idOf(executive), confirmedAt: new Date() })).toBe(refused);
    expect(await grant(unit, membership, person, { id, needsSecond: true })).toBe('done');
    expect(await held(person)).toEqual([]);
    expect(await change(unit, id, { confirmedById: idOf(unit), confirmedAt: new Date() })).not.toBe('done');
    expect(await change(executive, id, { confirmedById: idOf(secondUnit), confirmedAt: new Date() })).toBe(refused);
    expect(await change(executive, id, { needsSecond: false })).toBe(refused);
    expect(await held(person)).toEqual([]);
    expect(await change(executive, id, { confirmedById: idOf(executive), confirmedAt: new Date() })).toBe('done');
    expect(await held(person)).toEqual([membership]);
  });

  test('nobody gives themselves anything, in nobody’s name', async () => {
    expect(await grant(unit, 'IS', unit)).toBe(refused);
    expect(await grant(unit, 'EX', unit, { needsSecond: true })).toBe(refused);
    expect(await grant(unit, 'IS', await made.aPerson(db.owner), { grantedById: idOf(executive) })).toBe(refused);
    expect(await grant(unit, 'IS', await made.aPerson(db.owner), { grantedById: null })).toBe(refused);
    // A second person cannot be the one it is for.
    const id = randomUUID();
    expect(await grant(unit, 'SA', await made.aPerson(db.owner), { id, needsSecond: true })).toBe('done');
    const waiting = await made.aMember(db.owner, 'EX');
    const theirs = await made.aMembership(db.owner, { person: waiting, membership: 'BU', needsSecond: true, grantedBy: unit });
    expect(await change(waiting, theirs.id, { confirmedById: idOf(waiting), confirmedAt: new Date() })).not.toBe('done');
  });

  test('what was given is ended, never changed or prolonged', async () => {
    const member = await made.aMember(db.owner, 'EX');
    const agency = await made.aSafeguardingPartner(db.owner);
    const id = only(await db.owner.select().from(schema.membershipRows).where(eq(schema.membershipRows.personId, member.id))).id;
    const others: Given[] = [{ membership: 'BU' }, { personId: idOf(unit) }, { grantedById: idOf(secondUnit) }, { fromOn: '2025-01-01' }, { votesForAgencyId: agency.id }, { includesBelow: true }];
    for (const given of others) expect(await change(unit, id, given), JSON.stringify(given)).not.toBe('done');
    expect(await change(member, id, { votesForAgencyId: agency.id })).toBe(refused);
    expect(await change(unit, id, { toOn: '2026-01-31', endedById: idOf(unit), endedReason: 'Left' })).toBe('done');
    expect(await held(member)).toEqual([]);
    expect(await change(unit, id, { toOn: null })).toBe(refused);
    expect(await change(unit, id, { toOn: '2027-01-31' })).toBe(refused);
    // Whoever could not grant it does not end it, and nobody ends it in another's name.
    const given = await made.aMembership(db.owner, { person: await made.aPerson(db.owner), membership: 'IS' });
    const ended = (by: made.Of) => ({ toOn: '2026-01-31', endedById: idOf(by), endedReason: 'Left' });
    for (const by of [executive, administrator]) expect(await change(by, given.id, ended(by))).toBe(refused);
    expect(await change(unit, given.id, ended(secondUnit))).toBe(refused);
    expect(await change(unit, given.id, ended(unit))).toBe('done');
    const director = await made.aMembership(db.owner, { person: await made.aPerson(db.owner), membership: 'EX' });
    expect(await change(administrator, director.id, ended(administrator))).toBe('done');
    // A second person's word stays theirs.
    const confirmed = await made.aMembership(db.owner, { person: await made.aPerson(db.owner), membership: 'EX', needsSecond: true, grantedBy: unit, confirmedById: idOf(executive), confirmedAt: new Date() });
    expect(await change(secondUnit, confirmed.id, { confirmedById: idOf(secondUnit) })).toBe(refused);
  });

  test('a system administrator holds nothing else and acts for nobody', async () => {
    const alone = 'memberships_sa_alone';
    expect(await grant(unit, 'OB', administrator)).toContain(alone);
    expect(await grant(unit, 'SA', await made.aMember(db.owner, 'OB'), { needsSecond: true })).toContain(alone);
    await expect(made.aMembership(db.owner, { person: administrator, membership: 'OB' })).rejects.toThrow();
    expect(await grant(unit, 'OB', administrator, { toOn: '2026-01-02' })).toBe('done');
    await expect(made.aCover(db.owner, { person: executive, by: administrator, membership: 'EX' })).rejects.toMatchObject({ cause: { constraint_name: 'covers_sa_alone' } });
    const deputy = await made.aPerson(db.owner);
    await made.aCover(db.owner, { person: executive, by: deputy, membership: 'EX' });
    expect(await grant(unit, 'SA', deputy, { needsSecond: true })).toContain(alone);
  });

  test('two grants at once that exclude each other do not pass each other by', async () => {
    for (let round = 0; round < 10; round += 1) {
      const person = await made.aPerson(db.owner);
      const outcomes = await Promise.all([grant(unit, 'OB', person), grant(secondUnit, 'SA', person, { needsSecond: true })]);
      expect(outcomes.filter((one) => one === 'done'), outcomes.join(' and ')).toHaveLength(1);
    }
  });

  test('nobody makes themselves a deputy, or gives themselves a place on a list', async () => {
    const cover = (by: made.Of, person: made.Of, deputy: made.Of) =>
      outcome(as(by, (tx) => tx.insert(schema.covers).values({ id: randomUUID(), personId: idOf(person), byPersonId: idOf(deputy), membership: 'EX', fromOn: '2026-01-01', setById: idOf(by) })));
    expect(await cover(unit, executive, unit)).toBe(refused);
    expect(await cover(executive, executive, secondUnit)).toBe('done');
    const review = await made.aReview(db.owner);
    const place = (by: made.Of, person: made.Of) =>
      outcome(as(by, (tx) => tx.insert(schema.reviewPlaces).values({ id: randomUUID(), reviewId: review.id, personId: idOf(person), capacity: 'RP', reason: 'Joins', fromOn: '2026-01-01', grantedById: idOf(by) })));
    expect(await place(unit, unit)).toBe(refused);
    expect(await place(unit, executive)).toBe('done');
  });
});

describe('at set-up', () => {
  const first = aTestDatabase();

  test('the administrator gives the first business unit and Executive memberships alone, until those have signed in', async () => {
    const administrator = await made.aMember(first.owner, 'SA');
    const entry = await first.enterAs(administrator);
    const grant = (membership: 'BU' | 'EX' | 'SA' | 'IS', personId: string) =>
      outcome(first.app.transaction(async (tx) => {
        await tx.execute(sql`select app.enter_session(${entry.tokenHash})`);
        await tx.execute(sql`select app.begin_command('grant-membership', null, null)`);
        await tx.insert(schema.membershipRows).values({ id: randomUUID(), personId, membership, fromOn: '2026-01-01', grantedById: administrator.id });
      }));
    const [unit, executive] = [await made.aPerson(first.owner), await made.aPerson(first.owner)];
    expect(await grant('SA', unit.id)).toBe(refused);
    expect(await grant('IS', unit.id)).toBe(refused);
    expect(await grant('BU', administrator.id)).not.toBe('done');
    expect(await grant('BU', unit.id)).toBe('done');
    expect(await grant('EX', executive.id)).toBe('done');
    await first.enterAs(unit);
    expect(await grant('BU', (await made.aPerson(first.owner)).id)).toBe(refused);
    expect(await grant('EX', (await made.aPerson(first.owner)).id)).toBe('done');
    await first.enterAs(executive);
    expect(await grant('EX', (await made.aPerson(first.owner)).id)).toBe(refused);
  });
});
