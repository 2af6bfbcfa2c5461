import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { history } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { NotFound, StaleVersion } from '@/lib/errors/kinds';
import type { Outcome } from '@/lib/forms/outcome';
import { addTheme, changeTheme, endTheme, restoreTheme } from '@/lib/recommendations/themes/commands';
import type { EndThemeInput } from '@/lib/recommendations/themes/input';
import { getTheme, listTags, readThemes } from '@/lib/recommendations/themes/queries';

const db = aTestDatabase();
let grace: TestEntry, executive: TestEntry, observer: TestEntry;
let set: Awaited<ReturnType<typeof made.aTheme>>;

beforeAll(async () => {
  grace = await db.enterAs(await made.aMember(db.owner, 'ER', { name: 'Grace Adeyemi' }));
  executive = await db.enterAs(await made.aMember(db.owner, 'EX'));
  observer = await db.enterAs(await made.aMember(db.owner, 'OB'));
  set = await made.aTheme(db.owner, { name: 'Our own', position: 1 });
});

function run<T>(entry: TestEntry, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) {
  return write(entry, { name, formKey: null, bodyDigest: null }, command);
}
const told = { name: 'Missing from home', description: null, edition: '2026', source: 'Our own', checked: true };
const end = (entry: TestEntry, themeId: string, given: Partial<EndThemeInput>) =>
  run(entry, 'end-theme', (ctx) => endTheme(ctx, { themeId, kind: 'retired', into: [], changedOn: asCalendarDate('2026-03-01'), reason: 'It is used no more', ...given }));
const aTheme = () => made.aTheme(db.owner, { parent: set });
const commandsOf = async (id: string) => (await db.owner.select({ command: history.command }).from(history).where(eq(history.rootId, id))).map((entry) => entry.command);

test('the Engine Room adds a theme to a set, last in it, and changes it, over nobody’s save; both are in the history', async () => {
  const added = await run(grace, 'add-theme', (ctx) => addTheme(ctx, { ...told, parent: set.id, checked: false }));
  if (added.kind !== 'done') throw new Error(JSON.stringify(added));
  const { id } = added.value;
  expect(await read(grace, (ctx) => getTheme(ctx, id))).toMatchObject({ parentId: set.id, nameToCheck: true, standing: { kind: 'in_use' } });
  expect(await run(grace, 'change-theme', (ctx) => changeTheme(ctx, { ...told, themeId: id, version: 1, name: 'Missing' }))).toMatchObject({ kind: 'done' });
  expect(await read(executive, (ctx) => getTheme(ctx, id))).toMatchObject({ name: 'Missing', nameToCheck: false });
  await expect(run(grace, 'change-theme', (ctx) => changeTheme(ctx, { ...told, themeId: id, version: 1 }))).rejects.toThrow(StaleVersion);
  expect(await commandsOf(id)).toEqual(['add-theme', 'change-theme']);
  expect(await run(grace, 'add-theme', (ctx) => addTheme(ctx, { ...told, parent: id }))).toMatchObject({ kind: 'blocked' });
});

describe('what becomes of a theme', () => {
  test('is merged, split or retired on a day, and is in the history', async () => {
    const [old, into, other] = [await aTheme(), await aTheme(), await aTheme()];
    expect(await end(grace, old.id, { kind: 'merged', into: [into.id] })).toMatchObject({ kind: 'done' });
    expect(await end(grace, into.id, { kind: 'split', into: [other.id, (await aTheme()).id] })).toMatchObject({ kind: 'done' });
    expect((await read(grace, (ctx) => getTheme(ctx, old.id))).standing).toEqual({ kind: 'merged', into: [into.id], since: '2026-03-01' });
    expect((await read(grace, (ctx) => getTheme(ctx, into.id))).standing).toMatchObject({ kind: 'split', into: { length: 2 } });
    expect(await commandsOf(old.id)).toContain('end-theme');
  });

  test('happens once: one that is ended becomes nothing else, and nothing becomes it', async () => {
    const [ended, other] = [await aTheme(), await aTheme()];
    await end(grace, ended.id, {});
    expect(await end(grace, ended.id, { kind: 'merged', into: [other.id] })).toMatchObject({ kind: 'blocked' });
    expect(await end(grace, other.id, { kind: 'merged', into: [ended.id] })).toMatchObject({ kind: 'blocked', issues: [{ field: 'into' }] });
    expect(await end(grace, set.id, {})).toMatchObject({ kind: 'blocked' });
    // The database says the same to whoever passes the command by.
    await expect(made.aThemeChange(db.owner, { theme: ended, into: other, changedOn: '2026-04-01' })).rejects.toThrow();
    await expect(made.aThemeChange(db.owner, { theme: other, into: ended, changedOn: '2026-04-01' })).rejects.toThrow();
  });

  test('is recorded in the order of the days', async () => {
    const [one, other, third] = [await aTheme(), await aTheme(), await aTheme()];
    await end(grace, one.id, { kind: 'merged', into: [other.id], changedOn: asCalendarDate('2026-03-01') });
    expect(await end(grace, other.id, { kind: 'merged', into: [third.id], changedOn: asCalendarDate('2026-02-01') })).toMatchObject({ kind: 'blocked', issues: [{ field: 'changedOn' }] });
    await expect(made.aThemeChange(db.owner, { theme: other, into: third, changedOn: '2026-02-01' })).rejects.toThrow();
  });

  test('is taken back by taking it into use again', async () => {
    const theme = await aTheme();
    const restore = (entry: TestEntry) => run(entry, 'restore-theme', (ctx) => restoreTheme(ctx, { themeId: theme.id, reason: 'It came back' }));
    expect(await restore(grace)).toMatchObject({ kind: 'blocked' });
    await end(grace, theme.id, {});
    expect(await restore(executive)).toMatchObject({ kind: 'refused' });
    expect(await restore(grace)).toMatchObject({ kind: 'done' });
    expect((await read(grace, (ctx) => getTheme(ctx, theme.id))).standing).toEqual({ kind: 'in_use' });
    expect(await commandsOf(theme.id)).toContain('restore-theme');
  });
});

test('somebody who does not keep themes is refused; whoever sees none finds none', async () => {
  const theme = await aTheme();
  expect(await run(executive, 'add-theme', (ctx) => addTheme(ctx, { ...told, parent: null }))).toMatchObject({ kind: 'refused' });
  expect(await run(executive, 'change-theme', (ctx) => changeTheme(ctx, { ...told, themeId: theme.id, version: 1 }))).toMatchObject({ kind: 'refused' });
  expect(await end(executive, theme.id, {})).toMatchObject({ kind: 'refused' });
  expect((await read(observer, readThemes)).themes).toEqual([]);
  await expect(run(observer, 'change-theme', (ctx) => changeTheme(ctx, { ...told, themeId: theme.id, version: 1 }))).rejects.toThrow(NotFound);
  await expect(end(observer, theme.id, {})).rejects.toThrow(NotFound);
  await expect(run(observer, 'restore-theme', (ctx) => restoreTheme(ctx, { themeId: theme.id, reason: 'It came back' }))).rejects.toThrow(NotFound);
});

test('only agreed findings are counted, and only those that the reader may see with their source', async () => {
  const theme = await aTheme();
  const hidden = await made.aReview(db.owner);
  await made.aFinding(db.owner, { themes: [theme] });
  await made.aFinding(db.owner, { source: hidden, agreed: true, themes: [theme] });
  const open = await made.aFinding(db.owner, { source: await made.aSource(db.owner, { reportingYear: '2019-20' }), agreed: true, themes: [theme] });
  const counted = async (entry: TestEntry) => (await read(entry, listTags)).filter((tag) => tag.themeId === theme.id);
  expect(await counted(grace)).toEqual([{ findingId: open.id, themeId: theme.id, kind: 'gap', year: '2019-20' }]);
  expect(await counted(executive)).toHaveLength(2);
});
