import { beforeAll, expect, test, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import * as made from '@/db/testing/builders';
import { aTestDatabase } from '@/db/testing/harness';
import { read } from '@/lib/access/context';
import { readSignInPage } from '@/lib/access/sign-in';

vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => ({ get: () => undefined }) }));

const db = aTestDatabase();
const invented = { example: true };

beforeAll(async () => {
  const council = await made.aSafeguardingPartner(db.owner, { name: 'Example Borough Council' });
  const room = await made.aGroup(db.owner, { kind: 'engine_room', name: 'Example Engine Room' });
  const [marcus, helen, laura, fiona, jo, real] = [
    await made.aPerson(db.owner, { name: 'Marcus', ...invented }), await made.aPerson(db.owner, { name: 'Helen', ...invented }), await made.aPerson(db.owner, { name: 'Laura', ...invented }),
    await made.aPerson(db.owner, { name: 'Fiona', ...invented }), await made.aPerson(db.owner, { name: 'Jo', ...invented }), await made.aPerson(db.owner, { name: 'Somebody real' }),
  ];
  for (const person of [marcus, helen, laura, fiona, jo, real]) await made.anAccount(db.owner, { person });
  await made.aMembership(db.owner, { person: marcus, membership: 'CH', group: room });
  await made.aMembership(db.owner, { person: marcus, membership: 'ER' });
  await made.aMembership(db.owner, { person: helen, membership: 'EX', votesFor: council });
  await made.aCover(db.owner, { person: helen, by: laura, membership: 'EX' });
  await made.aPlace(db.owner, { review: await made.aReview(db.owner), person: fiona, capacity: 'LR' });
});

test('who one can try it as is introduced by what they hold, of which group or agency, and for whom', async () => {
  const { people } = await readSignInPage();
  expect(people.map(({ name, held }) => [name, ...held.map((one) => [one.membership, one.of ?? one.for ?? null])])).toEqual([
    ['Fiona', ['LR', null]],
    ['Helen', ['EX', 'Example Borough Council']],
    ['Jo', ['AO', null]],
    ['Laura', ['EX', 'Helen']],
    ['Marcus', ['CH', 'Example Engine Room'], ['ER', null]],
  ]);
});

test('somebody who comes in is known as the chair of a group of a kind', async () => {
  const [marcus] = await db.owner.execute<{ id: string }>(sql`select id from app.persons where name = 'Marcus'`);
  const { memberships } = await read(await db.enterAs(marcus!), async (ctx) => ctx.actor);
  expect(memberships.find((held) => held.membership === 'CH')).toMatchObject({ groupName: 'Example Engine Room', groupKind: 'engine_room' });
  expect(memberships.find((held) => held.membership === 'ER')).toMatchObject({ groupName: null, groupKind: null });
});
