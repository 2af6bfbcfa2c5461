import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import type { Entry } from '@/lib/access/actor';
import { read } from '@/lib/access/context';
import { browser, postAs, type Typed } from '@/lib/access/testing/browser';
import { findDraft } from '@/lib/drafts/drafts';
import { done } from '@/lib/forms/outcome';
import { typedDay } from '@/lib/forms/readers';
import { formAction } from './form-action';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
const submit = formAction(z.object({ text: z.string().min(1, 'Enter what has happened') }), async () => done(null), { act: 'own-session' as never, name: 'record-update', path: () => '/plan' });
const form = 'update-action:A-014';
let jo: TestEntry;
const post = (typed: Typed, who: Entry | null = jo) => postAs(who, submit, { _form: form, _page: '/plan/A-014', ...typed });

beforeEach(async () => {
  jo = await db.enterAs(await made.aMember(db.owner, 'AO'));
  browser.ended = null;
});

/** What a database that has gone away answers. */
async function whileAway<T>(work: () => Promise<T>): Promise<T> {
  const application = globalThis as { crtDatabase?: unknown };
  const opened = application.crtDatabase;
  const gone = { transaction: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) };
  application.crtDatabase = { database: gone };
  try {
    return await work();
  } finally {
    application.crtDatabase = opened;
  }
}

test('a form that comes back says what it understood of a day', async () => {
  const dated = formAction(z.object({ text: z.string().min(1, 'Enter what has happened'), saidOn: typedDay('Enter the date it was said') }), async () => done(null), { act: 'own-session' as never, name: 'record-update', path: () => '/plan' });
  expect(await postAs(jo, dated, { text: '', saidOn: '14/3/26' })).toMatchObject({ issues: [{ field: 'text' }], values: { saidOn: '14/3/26' }, understood: { saidOn: 'Saturday 14 March 2026' } });
});

describe('what was typed', () => {
  test('is kept by “Save and come back”, unless it is too long: then it says so', async () => {
    expect(await post({ text: 'Half', _intent: 'draft' })).toMatchObject({ redirect: '/?said=draft' });
    expect(await read(jo, (ctx) => findDraft(ctx, form))).toMatchObject({ values: { text: 'Half' } });
    const text = 'x'.repeat(300_001);
    expect(await post({ text, _intent: 'draft' })).toMatchObject({ attempt: 1, values: { text }, issues: [{ message: expect.stringContaining('too long') }] });
  });

  test.each([
    ['to come back to', { text: 'Half', _intent: 'draft' }],
    ['with something missing', { text: '', next: 'The third team in May' }],
    ['whole', { text: 'All three teams trained' }],
  ])('is still in the form where the database is away: %s', async (_words, typed) => {
    const { _intent, ...values } = { _intent: '', ...typed };
    expect(await whileAway(() => post(typed))).toMatchObject({ attempt: 1, values, issues: [{ message: expect.stringContaining('What you typed is still here') }] });
  });

  describe('and kept as a draft is thrown away', () => {
    const throwAway = (who: Entry | null) => post({ _intent: 'discard', _who: 'jo' }, who);
    const kept = () => read(jo, (ctx) => findDraft(ctx, form));
    beforeEach(() => post({ text: 'Half', _intent: 'draft' }));

    test('by whoever typed it', async () => {
      expect(await throwAway({ ...jo, who: 'jo' })).toMatchObject({ redirect: '/plan/A-014' });
      expect(await kept()).toBeNull();
    });

    test('from no page that was made for somebody else, and the form stays as it is', async () => {
      expect(await throwAway({ ...jo, who: 'sam' })).toEqual({ attempt: 0, issues: [], values: {}, refusal: expect.stringContaining('Somebody else has signed in') });
      expect(await kept()).toMatchObject({ values: { text: 'Half' } });
    });

    test('only while the database answers, and the form stays as it is', async () => {
      expect(await whileAway(() => throwAway(jo))).toMatchObject({ attempt: 0, issues: [{ message: expect.stringContaining('could not be saved') }] });
      expect(await kept()).toMatchObject({ values: { text: 'Half' } });
    });

    test('only by somebody signed in: it is still there after signing in again', async () => {
      browser.ended = jo;
      expect(await throwAway(null)).toMatchObject({ redirect: '/sign-in?then=%2Fplan%2FA-014&ended=1' });
      expect(await kept()).toMatchObject({ values: { text: 'Half' } });
    });
  });

  test('after signing out is kept for whoever had signed out', async () => {
    browser.ended = jo;
    expect(await post({ text: 'Half', _version: '3' }, null)).toMatchObject({ redirect: '/sign-in?then=%2Fplan%2FA-014&kept=1' });
    expect(await read(jo, (ctx) => findDraft(ctx, form))).toMatchObject({ values: { text: 'Half' }, version: 3 });
  });

  test('by nobody at all goes to sign-in', async () => {
    expect(await post({ text: 'Half' }, null)).toMatchObject({ redirect: '/sign-in?then=%2Fplan%2FA-014' });
  });
});

test('the version it was typed over comes back with the form, until both texts have been seen', async () => {
  expect(await post({ text: '', _version: '3' })).toMatchObject({ version: '3', issues: [{ field: 'text' }] });
});
