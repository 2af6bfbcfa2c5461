import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { agencies, agencyNames } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase } from '@/db/testing/harness';
import { read } from '@/lib/access/context';
import { inForce, latestNameOfAgency, listCouncilOptions, listOwnerOptions, nameOfAgencyOn, notOver } from '@/lib/partnership/queries';
import { isCurrent, nameOn, overlap } from '@/lib/partnership/rules';

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

test('what is in force on a day, or within days, is the same in a select as in the rule', async () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
  const dated = [];
  for (const [fromOn, toOn] of [[null, null], [null, '2026-03-02'], ['2026-03-02', null], ['2026-03-02', '2026-03-03'], ['2026-03-03', '2026-03-03']]) dated.push(await made.anAgency(db.owner, { fromOn, toOn }));
  for (const from of days) {
    for (const to of days.filter((day) => day >= from)) {
      const rows = await db.owner.select({ fromOn: agencies.fromOn, toOn: agencies.toOn, on: inForce(agencies, from), within: inForce(agencies, from, to), notOver: notOver(agencies, from) })
        .from(agencies).where(inArray(agencies.id, dated.map((agency) => agency.id)));
      expect(rows).toHaveLength(dated.length);
      for (const row of rows) expect(row).toMatchObject({ on: isCurrent(row, from), within: overlap(row, { fromOn: from, toOn: to }), notOver: isCurrent({ fromOn: null, toOn: row.toOn }, from) });
    }
  }
});

test('whoever has a post today may own an action, and nobody whose membership owns nothing, for those who may not see memberships too', async () => {
  const agency = await made.anAgency(db.owner);
  const named = async (person: { id: string; name: string }, toOn: string | null = null) => {
    await made.aPost(db.owner, { person, agency, toOn });
    return person.name;
  };
  const worker = await named(await made.aPerson(db.owner, { example: true }));
  await named(await made.aPerson(db.owner, { example: true }), '2025-12-31');
  await made.aPerson(db.owner, { example: true });
  for (const membership of ['SA', 'AU', 'OB'] as const) {
    const person = await made.aPerson(db.owner, { example: true });
    await named(person);
    await made.aMembership(db.owner, { person, membership });
  }
  for (const membership of ['BU', 'ER'] as const) {
    const reader = await db.enterAs(await made.aMember(db.owner, membership));
    expect((await read(reader, listOwnerOptions)).map((person) => person.name)).toEqual([worker]);
  }
  const hidden = await db.enterAs(await made.aMember(db.owner, 'TF'));
  expect(await read(hidden, async ({ tx }) => (await tx.execute(sql`select app.people_without_actions()::text[] as ids`))[0])).toEqual({ ids: [] });
});

test('only councils notify, each under its area, and one that is no more stays where it did', async () => {
  const council = await made.aSafeguardingPartner(db.owner, { name: 'Testham Borough Council', area: 'stockton', isCouncil: true });
  const former = await made.aSafeguardingPartner(db.owner, { name: 'Former County Council', area: 'other', isCouncil: true, toOn: '2020-03-31' });
  await made.aSafeguardingPartner(db.owner, { name: 'Testham Constabulary' });
  const reader = await db.enterAs(await made.aMember(db.owner, 'CL'));
  const now = { value: council.id, label: council.name, group: 'Stockton-on-Tees' };
  expect(await read(reader, listCouncilOptions)).toEqual([now]);
  expect((await read(reader, (ctx) => listCouncilOptions(ctx, { also: former.id }))).map((one) => one.label).sort()).toEqual([former.name, council.name]);
});
