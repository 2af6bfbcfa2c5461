import { beforeAll, expect, test } from 'vitest';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { NotFound } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { mostViews, removeView, saveView } from './commands';
import { saveViewInput } from './input';
import { listSavedViews } from './queries';

const db = aTestDatabase();
let jo: TestEntry, sam: TestEntry;

beforeAll(async () => {
  jo = await db.enterAs(await made.aMember(db.owner, 'ER'));
  sam = await db.enterAs(await made.aMember(db.owner, 'BU'));
});

const as = <T>(who: TestEntry, work: (ctx: WriteContext) => Promise<Outcome<T>>) => write(who, { name: 'save-view', formKey: null, bodyDigest: null }, work);
const save = (who: TestEntry, name: string, query: string) => as(who, (ctx) => saveView(ctx, saveViewInput.parse({ name, query })));
const viewsOf = (who: TestEntry) => read(who, listSavedViews);

test('a filter is kept by a name, and is only there for whoever kept it', async () => {
  expect(await save(jo, 'Red, ours', '?rag=red&nonsense=1&page=4')).toMatchObject({ kind: 'done', value: { href: '/plan?rag=red' } });
  expect(await viewsOf(jo)).toMatchObject([{ name: 'Red, ours', href: '/plan?rag=red' }]);
  expect(await viewsOf(sam)).toEqual([]);
});

test('a name that is used already is given to the new filter', async () => {
  await save(jo, 'red, OURS', '?rag=red&due=past');
  expect(await viewsOf(jo)).toMatchObject([{ name: 'red, OURS', href: '/plan?rag=red&due=past' }]);
});

test('is removed by nobody else, and can be kept again', async () => {
  const [view] = await viewsOf(jo);
  await expect(as(sam, (ctx) => removeView(ctx, { view: view!.id }))).rejects.toBeInstanceOf(NotFound);
  await as(jo, (ctx) => removeView(ctx, { view: view!.id }));
  expect(await viewsOf(jo)).toEqual([]);
  await expect(as(jo, (ctx) => removeView(ctx, { view: view!.id }))).rejects.toBeInstanceOf(NotFound);
  expect(await save(jo, 'Red, ours', '?rag=red')).toMatchObject({ kind: 'done' });
});

test('the whole plan is no view, and there is an end to them', async () => {
  expect(await save(sam, 'All', '?page=2')).toMatchObject({ kind: 'blocked', issues: [{ href: '/plan' }] });
  for (let number = 1; number <= mostViews; number += 1) await save(sam, `View ${number}`, '?rag=red');
  expect(await save(sam, 'One too many', '?rag=red')).toMatchObject({ kind: 'blocked' });
  expect(await save(sam, 'View 1', '?rag=amber')).toMatchObject({ kind: 'done' });
});
