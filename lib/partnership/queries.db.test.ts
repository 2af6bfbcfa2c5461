import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { agencies, agencyNames } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase } from '@/db/testing/harness';
import { latestNameOfAgency, nameOfAgencyOn } from '@/lib/partnership/queries';
import { nameOn } from '@/lib/partnership/rules';

const db = aTestDatabase();

test('the latest name of an agency is one thing, and its name on a day another, the same in a select as in the rule', async () => {
  const agency = await made.anAgency(db.owner, { name: 'Tees Valley CCG' });
  await db.owner.update(agencyNames).set({ toOn: '2022-06-30' }).where(eq(agencyNames.agencyId, agency.id));
  await db.owner.insert(agencyNames).values({ id: randomUUID(), agencyId: agency.id, name: 'North East ICB', fromOn: '2022-07-01' });
  const names = await db.owner.select().from(agencyNames).where(eq(agencyNames.agencyId, agency.id));
  const select = async (day: string) => (await db.owner.select({ latest: latestNameOfAgency(sql`${agencies}.id`), then: nameOfAgencyOn(sql`${agencies}.id`, sql`${day}`) }).from(agencies).where(eq(agencies.id, agency.id)))[0];
  for (const [day, name] of [['2019-01-01', 'Tees Valley CCG'], ['2022-06-30', 'Tees Valley CCG'], ['2022-07-01', 'North East ICB'], ['2030-01-01', 'North East ICB']] as const) {
    expect(await select(day)).toEqual({ latest: 'North East ICB', then: name });
    expect(nameOn(names, day)).toBe(name);
  }
});
