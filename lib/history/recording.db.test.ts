import { createHash, randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  accounts, actionAgencies, actions, actionSources, agencies, agencyNames, conflictsOfInterest, covers, decisions, decisionViews, evidence, groups, history, identities, membershipRows, notifications, persons, posts,
  recommendations, reviewPlaces, reviews, settings, sources, updates,
} from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { newId, write, type WriteContext } from '@/lib/access/context';
import { done } from '@/lib/forms/outcome';

const db = aTestDatabase();
let unit: Awaited<ReturnType<typeof made.aPerson>>;
let entry: TestEntry;

beforeAll(async () => {
  unit = await made.aMember(db.owner, 'BU');
  entry = await db.enterAs(unit);
});

/** Does it as the business unit by a command of that name, and gives the entries it left. */
async function recorded(name: string, work: (ctx: WriteContext) => Promise<unknown>) {
  const outcome = await write(entry, { name, formKey: null, bodyDigest: null }, async (ctx) => {
    await work(ctx);
    return done(ctx.commandId);
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return db.owner.select().from(history).where(eq(history.commandId, outcome.value)).orderBy(history.id);
}

describe('what changes', () => {
  test('is recorded of every kind of record that somebody adds, with who and by which command', async () => {
    const [review, agency, person, action, source] = [await made.aReview(db.owner), await made.anAgency(db.owner), await made.aPerson(db.owner), await made.anAction(db.owner), await made.aSource(db.owner)];
    const decision = await made.aDecision(db.owner, { review: await made.aReview(db.owner) });
    const ofReview = { reviewId: review.id };
    const entries = await recorded('add-everything', async ({ tx, actor, today }) => {
      const added = newId();
      await tx.insert(agencies).values({ id: added, kind: 'outside' });
      await tx.insert(agencyNames).values({ id: newId(), agencyId: added, name: 'Example' });
      await tx.insert(groups).values({ id: newId(), kind: 'other', name: 'Example' });
      await tx.insert(persons).values({ id: added, name: 'Example' });
      await tx.insert(posts).values({ id: newId(), personId: person.id, agencyId: agency.id, title: 'Manager', fromOn: '2026-01-01' });
      await tx.insert(accounts).values({ id: newId(), personId: added, email: `${added}@example.invalid` });
      await tx.insert(membershipRows).values({ id: newId(), personId: added, membership: 'IS', fromOn: '2026-01-01', grantedById: actor.personId });
      await tx.insert(covers).values({ id: newId(), personId: person.id, byPersonId: added, membership: 'ER', fromOn: '2026-01-01', setById: actor.personId });
      await tx.insert(sources).values({ id: added, reviewId: added, kind: 'review', reference: added, title: 'Child', area: 'both', reportingYear: '2026-27' });
      await tx.insert(reviews).values({ id: added, kind: 'rapid_review', guidanceEdition: 'WT 2026', recordedById: actor.personId });
      await tx.insert(reviewPlaces).values({ id: newId(), ...ofReview, personId: person.id, capacity: 'RP', reason: 'Joins', fromOn: '2026-01-01', grantedById: actor.personId });
      await tx.insert(conflictsOfInterest).values({ id: newId(), ...ofReview, personId: person.id, outcome: 'stays', reason: 'A relative', fromOn: today, declaredById: actor.personId });
      await tx.insert(notifications).values({
        id: newId(), ...ofReview, notifyingAgencyId: agency.id, incidentFrom: '2026-01-05', incidentTo: '2026-01-05', incidentPrecision: 'day', awareOn: '2026-01-06',
        natureAtNotification: 'death', natureNow: 'death', abuseSuspected: 'yes', ageBand: 'under_1', outline: 'What is known',
      });
      await tx.insert(identities).values({ id: newId(), ...ofReview, subject: 'child', sealed: 'sealed', keyId: 'test' });
      await tx.insert(decisions).values({ id: newId(), ...ofReview, matter: 'rapid_review_outcome', openedOn: '2026-01-20', recommendedOutcome: 'lcspr', recommendedBecause: 'Criteria met' });
      await tx.insert(decisionViews).values({ id: newId(), ...ofReview, decisionId: decision.id, matter: 'rapid_review_outcome', agencyId: agency.id, view: 'lcspr', reason: 'We agree', givenOn: '2026-01-21', how: 'in_person', recordedById: actor.personId });
      await tx.insert(recommendations).values({ id: newId(), reference: added, sourceId: review.id, text: 'Listen', outcome: 'Heard', measure: 'Files', addressedTo: 'partnership', writtenById: actor.personId });
      await tx.insert(actions).values({ id: newId(), reference: added, title: 'Train', type: 'training', proposedById: actor.personId });
      await tx.insert(actionSources).values({ id: newId(), actionId: action.id, sourceId: source.id });
      await tx.insert(actionAgencies).values({ id: newId(), actionId: action.id, agencyId: agency.id });
      await tx.insert(updates).values({ id: newId(), actionId: action.id, text: 'Done', saidOn: '2026-02-02', saidById: actor.personId, recordedById: actor.personId });
      await tx.insert(evidence).values({ id: newId(), actionId: action.id, kind: 'procedure', level: 'done', title: 'Procedure', datedOn: '2026-02-03', addedById: actor.personId });
    });
    expect(entries.map(({ tableName }) => tableName)).toEqual([
      'agencies', 'agency_names', 'groups', 'persons', 'posts', 'accounts', 'memberships', 'covers', 'sources', 'reviews', 'review_places', 'conflicts_of_interest', 'notifications', 'identities',
      'decisions', 'decision_views', 'recommendations', 'actions', 'action_sources', 'action_agencies', 'updates', 'evidence',
    ]);
    for (const one of entries) expect(one).toMatchObject({ operation: 'insert', command: 'add-everything', actorKind: 'person', personId: unit.id, before: null, after: { id: one.recordId } });
  });

  test('is recorded with what was before and what is after, of what differs alone', async () => {
    const audit = await made.aSource(db.owner, { summary: 'Before', completedFrom: '2026-12-01' });
    const change = (set: Partial<typeof sources.$inferInsert>) => recorded('change-source', ({ tx }) => tx.update(sources).set(set).where(eq(sources.id, audit.id)));
    expect(await change({ summary: 'After', completedFrom: '2027-01-01' })).toMatchObject([{ operation: 'update', before: { summary: 'Before', completed_from: '2026-12-01' }, after: { summary: 'After', completed_from: '2027-01-01' } }]);
    const [emptied] = await change({ summary: null });
    expect([emptied!.before, emptied!.after]).toEqual([{ summary: 'After' }, { summary: null }]);
    expect(await change({ summary: null })).toEqual([]);
  });

  test('of who a child is, is recorded as a digest and never as it is', async () => {
    const review = await made.aReview(db.owner);
    const id = randomUUID();
    const digest = (text: string) => createHash('sha256').update(JSON.stringify(text)).digest('hex');
    const first = await recorded('record-identity', ({ tx }) => tx.insert(identities).values({ id, reviewId: review.id, subject: 'child', sealed: 'what was sealed first', keyId: 'test' }));
    const second = await recorded('record-identity', ({ tx }) => tx.update(identities).set({ sealed: 'what was sealed second' }).where(eq(identities.id, id)));
    expect(first).toMatchObject([{ after: { subject: 'child', sealed: { digest: digest('what was sealed first') } } }]);
    expect(second).toMatchObject([{ before: { sealed: { digest: digest('what was sealed first') } }, after: { sealed: { digest: digest('what was sealed second') } } }]);
    expect(await db.owner.$count(history, sql`concat(${history.before}, ${history.after}) like '%what was sealed%'`)).toBe(0);
    const digested = await db.owner.selectDistinct({ tableName: history.tableName }).from(history).where(sql`concat(${history.before}, ${history.after}) like '%"digest": "%'`);
    expect(digested).toEqual([{ tableName: 'identities' }]);
  });

  test('by a migration says so, and what the database derives by itself says nothing', async () => {
    const action = await made.anAction(db.owner);
    expect(await db.owner.select().from(history).where(eq(history.recordId, action.id))).toMatchObject([{ command: 'migration', actorKind: 'owner', commandId: null, personId: null }]);
    const derived = await recorded('change-settings', ({ tx }) => tx.update(settings).set({ ragDueSoonDays: 20 }));
    expect(derived).toMatchObject([{ tableName: 'settings', recordId: '1', after: { rag_due_soon_days: 20 } }]);
    expect(await db.owner.$count(history, and(eq(history.recordId, action.id), eq(history.operation, 'update')))).toBe(0);
  });

  test('follows the entry of the same record before it, by its hash', async () => {
    const action = await made.anAction(db.owner);
    for (const lastUpdateOn of ['2026-02-01', '2026-02-02', '2026-02-03']) await recorded('record-update', ({ tx }) => tx.update(actions).set({ lastUpdateOn }).where(eq(actions.id, action.id)));
    const entries = await db.owner.select().from(history).where(eq(history.recordId, action.id)).orderBy(history.id);
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([null, ...entries.slice(0, -1).map(({ hash }) => hash)]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(4);
  });
});
