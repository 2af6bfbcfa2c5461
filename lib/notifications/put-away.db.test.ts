import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { outbox } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read } from '@/lib/access/context';
import { putAway } from '@/lib/notifications/put-away';
import { listMessages } from '@/lib/notifications/queries';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
let jo: TestEntry, other: TestEntry;
const [first, second] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  const person = await made.aMember(db.owner, 'AO');
  [jo, other] = [await db.enterAs(person), await db.enterAs(await made.aMember(db.owner, 'BU'))];
  const action = await made.anAction(db.owner, { owner: person });
  for (const id of [first, second]) await db.owner.insert(outbox).values({ id, toPersonId: person.id, message: `Told ${id}`, recordName: 'action', recordId: action.id, path: `/plan/${action.reference}` });
});

const post = (entry: TestEntry | null, message: string) => {
  const data = new FormData();
  data.set('message', message);
  return putAway(entry as never, data);
};
const here = async () => (await read(jo, (ctx) => listMessages(ctx))).map((message) => message.id).sort();

test('a message that is put away is no longer there, once and for all, and said to be so once; the others stay', async () => {
  await expect(post(jo, first)).rejects.toThrow(/^redirected to \/\?said=put-away$/);
  await expect(post(jo, first)).rejects.toThrow(/^redirected to \/$/);
  expect(await here()).toEqual([second]);
});

test('nobody puts away what was said to another, and nothing that is no message', async () => {
  await expect(post(other, second)).rejects.toThrow(/^redirected to \/$/);
  await expect(post(jo, 'everything')).rejects.toThrow(/^redirected to \/$/);
  await expect(post(null, second)).rejects.toThrow(/^redirected to \/sign-in$/);
  expect(await here()).toEqual([second]);
});
