import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { read } from '@/lib/access/context';
import { persons } from '../schema';
import * as made from './builders';
import { aTestDatabase } from './harness';

const db = aTestDatabase();

describe('a test file', () => {
  test('has a database of its own, migrated, and reads it as somebody', async () => {
    const priya = await made.aMember(db.owner, 'BU', { name: 'Priya Nair' });
    const found = await read(await db.enterAs(priya), (ctx) => ctx.tx.select().from(persons));
    expect(found.map(({ name }) => name)).toEqual(['Priya Nair']);
  });

  test('signs in as the application, which row security binds, and as the owner', async () => {
    const [app] = await db.app.execute(sql`select current_user as role, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`);
    const [owner] = await db.owner.execute(sql`select current_user as role`);
    expect(app).toEqual({ role: 'crt_app', unbound: false });
    expect(owner).toEqual({ role: 'crt_owner' });
  });

  test('can make one of every record', async () => {
    const store = db.owner;
    const person = await made.aPerson(store);
    const review = await made.aReview(store, { published: true, recordedBy: person });
    expect(review.isPublished).toBe(true);
    const agency = await made.anAgency(store, { parent: await made.aSafeguardingPartner(store) });
    await made.aPost(store, { person, agency });
    await made.aPriority(store);
    await made.aReportedCount(store);
    await made.aReviewOrigin(store, { review, origin: await made.aReview(store) });
    await made.anExclusion(store, { review: await made.aReview(store), person });
    await made.aNotification(store, { review, agency });
    await made.anIdentity(store, { review });
    await made.aRapidReview(store, { review });
    await made.aCriterionTest(store, { review });
    await made.anAgencyRequest(store, { review });
    await made.aClock(store, { review });
    await made.aPartnerView(store, { decision: await made.aDecision(store, { review }) });
    await made.aCover(store, { person, by: await made.aPerson(store), membership: 'EX' });
    const recommendation = await made.aRecommendation(store, { source: review, released: true, agencies: [agency] });
    const action = await made.anAction(store, { owner: person, recommendations: [recommendation], sources: [await made.aSource(store)], contributors: [agency], dueOn: '2026-12-01' });
    await made.anUpdate(store, { action, saidBy: person });
    await made.someEvidence(store, { action });
    await made.aCheck(store, { action, checkedBy: await made.aPerson(store) });
    await made.aDueMove(store, { action });
    for (const membership of ['BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF', 'AU', 'OB', 'SA'] as const) {
      const entry = await db.enterAs(await made.aMember(store, membership));
      const held = await read(entry, async ({ actor }) => actor.memberships.map((one) => one.membership));
      expect(held).toEqual([membership]);
    }
  });
});
