import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as made from '../testing/builders';
import { aTestDatabase, type TestEntry } from '../testing/harness';
import { families, memberships, operations, type Membership } from './matrix';

const db = aTestDatabase();

/** Everything that can be covered: all but keeping the accounts. */
const covered = memberships.filter((membership) => membership !== 'SA');
const holders = new Map<Membership, { itself: TestEntry; deputy: TestEntry; former: TestEntry }>();

/** What each membership hangs on is there: a review with its list, an agency with one below it, a group, an enquiry, an action. */
beforeAll(async () => {
  const store = db.owner;
  const [review, agency, partner] = [await made.aReview(store), await made.anAgency(store), await made.aSafeguardingPartner(store)];
  await made.anAgency(store, { parent: agency });
  const [group, enquiry] = [await made.aGroup(store, { kind: 'engine_room' }), await made.aSource(store, { kind: 'line_of_enquiry' })];
  for (const membership of covered) {
    const person = await made.aMember(store, membership, { review, agency, group, source: enquiry, votesFor: partner });
    const [deputy, former] = [await made.aPerson(store), await made.aPerson(store)];
    await made.aCover(store, { person, by: deputy, membership });
    await made.aCover(store, { person, by: former, membership, fromOn: '2024-01-01', toOn: '2024-02-01' });
    holders.set(membership, { itself: await db.enterAs(person), deputy: await db.enterAs(deputy), former: await db.enterAs(former) });
  }
});

/** All that policies and acts ask about somebody: how far they reach in each family, by which identifiers, and what they hold. */
async function reachOf({ tokenHash }: TestEntry) {
  return db.app.transaction(async (tx) => {
    await tx.execute(sql`select app.enter_session(${tokenHash})`);
    const cells = sql.join(Object.keys(families).flatMap((family) => operations.map((operation) => sql`(${family}, ${operation})`)), sql`, `);
    const sorted = (ids: ReturnType<typeof sql>) => sql`array(select unnest(${ids}) order by 1)`;
    const reach = await tx.execute<Record<string, unknown>>(sql`
      select c.family, c.operation, ${sorted(sql`app.reach(c.family, c.operation)`)} as reach, ${sorted(sql`app.my_reviews(c.family, c.operation)`)} as reviews, ${sorted(sql`app.my_agencies(c.family, c.operation)`)} as agencies,
             ${sorted(sql`app.my_keys(c.family, c.operation)`)} as keys, ${sorted(sql`app.my_groups(c.family, c.operation)`)} as groups
        from (values ${cells}) c (family, operation) order by 1, 2`);
    const [held] = await tx.execute<Record<string, unknown>>(sql`select coalesce(jsonb_agg(h order by h.membership), '[]') as held, ${sorted(sql`app.my_votes()`)} as votes from app.held() h`);
    return { held, reach: reach.map((row) => ({ ...row })) };
  });
}

test('a deputy reaches as far as the person they cover, in every family and for every operation, and not a day longer', async () => {
  const nobody = await reachOf(await db.enterAs(await made.aPerson(db.owner)));
  let cells = 0;
  for (const [membership, { itself, deputy, former }] of holders) {
    const own = await reachOf(itself);
    expect(own.held, membership).not.toEqual(nobody.held);
    expect(await reachOf(deputy), `deputy as ${membership}`).toEqual(own);
    expect(await reachOf(former), `no deputy any more as ${membership}`).toEqual(nobody);
    cells += 2 * own.reach.length;
  }
  console.log(`cover: ${cells} cells at the database, 0 differences (${holders.size} memberships)`);
  expect(cells).toBeGreaterThan(2_000);
});
