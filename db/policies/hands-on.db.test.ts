import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { write, type WriteContext } from '@/lib/access/context';
import { NotPermitted } from '@/lib/errors/kinds';
import { done } from '@/lib/forms/outcome';
import { covers, reviewPlaces } from '../schema';
import { aMember, aPerson, aPlace, aReview } from '../testing/builders';
import { aTestDatabase } from '../testing/harness';

const db = aTestDatabase();

async function as(person: { id: string }, work: (ctx: WriteContext) => Promise<unknown>) {
  return write(await db.enterAs(person), { name: 'try', formKey: null, bodyDigest: null }, async (ctx) => done(await work(ctx)));
}

it('what two people grant, one cannot hand on by naming somebody to cover it', async () => {
  const [unit, director, friend] = [await aMember(db.owner, 'BU'), await aMember(db.owner, 'EX'), await aPerson(db.owner)];
  const cover = (by: { id: string }) => ({ id: randomUUID(), personId: director.id, byPersonId: friend.id, membership: 'EX' as const, fromOn: '2026-01-01', setById: by.id });
  await expect(as(unit, (ctx) => ctx.tx.insert(covers).values(cover(unit)))).rejects.toThrow(NotPermitted);
  await expect(as(director, (ctx) => ctx.tx.insert(covers).values(cover(director)))).resolves.toMatchObject({ kind: 'done' });
});

it('a place on a list is ended, and never turned into another person’s or made longer', async () => {
  const [unit, holder, other] = [await aMember(db.owner, 'BU'), await aPerson(db.owner), await aPerson(db.owner)];
  const place = await aPlace(db.owner, { review: await aReview(db.owner), person: holder, capacity: 'RP', toOn: '2027-01-31' });
  const change = (values: Partial<typeof reviewPlaces.$inferInsert>) => as(unit, (ctx) => ctx.tx.update(reviewPlaces).set(values).where(eq(reviewPlaces.id, place.id)));
  await expect(change({ personId: other.id })).rejects.toThrow(NotPermitted);
  await expect(change({ toOn: '2028-01-31' })).rejects.toThrow(NotPermitted);
  await expect(change({ toOn: '2026-12-31' })).resolves.toMatchObject({ kind: 'done' });
});
