import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { aMember, anAgency, anAgencyRequest, aReview } from '@/db/testing/builders';
import { aTestDatabase } from '@/db/testing/harness';
import { agencyRequests, recordViewReviews, recordViews } from '@/db/schema';
import { read } from '@/lib/access/context';
import { listLooks, listTimeline } from '@/lib/history/queries';
import { listNames } from '@/lib/partnership/queries';

const db = aTestDatabase();

it('the timeline of a review names the agency whose reply was recorded, long after it was asked', async () => {
  const unit = await db.enterAs(await aMember(db.owner, 'BU'));
  const review = await aReview(db.owner);
  const agency = await anAgency(db.owner, { name: 'Testham Housing' });
  const request = await anAgencyRequest(db.owner, { review, agency, askedOn: '2026-01-09', dueOn: '2026-01-20' });
  await db.owner.update(agencyRequests).set({ repliedOn: '2026-01-19' }).where(eq(agencyRequests.id, request.id));
  const entries = await read(unit, async (ctx) => listTimeline(ctx, 'review', review.id, { names: await listNames(ctx), words: {} }));
  expect(entries.flatMap((entry) => entry.details)).toContain('Testham Housing. Replied: 19 January 2026');
});

it('who looked is one row for each person and day, with what they did', async () => {
  const person = await aMember(db.owner, 'BU', { name: 'Reads A Lot' });
  const unit = await db.enterAs(person);
  const review = await aReview(db.owner);
  const looks = [['opened', '2026-03-02T09:00:00Z', 'case'], ['listed', '2026-03-02T09:01:00Z', 'case'], ['opened', '2026-03-02T10:42:00Z', 'named'], ['listed', '2026-03-03T09:00:00Z', 'case']] as const;
  for (const [kind, at, sensitivity] of looks) {
    const [view] = await db.owner.insert(recordViews).values({ personId: person.id, kind, at: new Date(at), sensitivity, place: '/reviews' }).returning();
    await db.owner.insert(recordViewReviews).values({ viewId: view!.id, reviewId: review.id });
  }
  expect(await read(unit, (ctx) => listLooks(ctx, review.id))).toMatchObject([
    { name: 'Reads A Lot', day: '2026-03-03', opened: 0, exported: 0, listed: 1, named: false },
    { name: 'Reads A Lot', day: '2026-03-02', opened: 2, exported: 0, listed: 1, named: true, last: new Date('2026-03-02T10:42:00Z') },
  ]);
});
