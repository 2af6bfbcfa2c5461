import { and, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recordBases, sources } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase } from '@/db/testing/harness';
import { isCase } from '@/lib/access/sensitivity';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';

const db = aTestDatabase();

test('which reviews are case is the same in a select as in the rule', async () => {
  for (const recordBasis of recordBases) {
    const given = { recordBasis, document: recordBasis === 'worked_here' ? null : 'A yearly report' };
    const [open, published, audit] = [await made.aReview(db.owner, given), await made.aReview(db.owner, { ...given, published: true }), await made.aSource(db.owner, given)];
    const cases = await db.owner.select({ id: sources.id }).from(sources).where(and(inArray(sources.id, [open.id, published.id, audit.id]), sourceIsCase()));
    // The rule is asked of reviews alone.
    expect(cases.map((row) => row.id)).toEqual([open, published].filter(isCase).map((review) => review.id));
  }
});
