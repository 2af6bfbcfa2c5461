import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Entry } from '@/lib/access/actor';
import { untouched, type FormAction, type FormState } from '@/lib/forms/state';

/**
 * What stands in for a browser and its request where a test posts forms: `vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders)`,
 * and the same for `next/navigation` and `@/lib/access/cookie`. To go somewhere throws "redirected to …".
 */

const site = 'http://localhost:3000';
process.env.NEXTAUTH_URL = site;

/** What it carries: who is signed in, and who has signed out. */
export const browser: { entry: Entry | null; ended: Entry | null } = { entry: null, ended: null };

export const nextHeaders = { headers: async () => new Headers({ origin: site }) };

export const nextNavigation = {
  redirect: (to: string) => {
    throw new Error(`redirected to ${to}`);
  },
  notFound: () => {
    throw new Error('not found');
  },
};

export const accessCookie = { readEntry: async () => browser.entry, readEndedEntry: async () => browser.ended, setCookie: async () => {} };

export type Typed = Record<string, string | string[]>;

/** What a form answers to a post of this person, or of nobody: its next state, or where it leads. */
export async function postAs(who: Entry | null, submit: FormAction, typed: Typed): Promise<FormState & { redirect?: string }> {
  browser.entry = who;
  const data = new FormData();
  for (const [name, value] of Object.entries({ _key: randomUUID(), ...typed })) for (const one of [value].flat()) data.append(name, one);
  try {
    return await submit(untouched, data);
  } catch (error) {
    const redirect = /^redirected to (.*)$/.exec((error as Error).message)?.[1];
    if (redirect === undefined) throw error;
    return { ...untouched, redirect };
  }
}

/** What somebody is shown who typed over an older version: under the label of each field that differs, theirs and yours. */
export function shown(state: FormState): Record<string, [theirs: string, yours: string]> | null {
  return state.conflict ? Object.fromEntries(state.conflict.fields.map((field) => [field.label, [field.theirs, field.yours]])) : null;
}

/** Somebody's form is older than what is saved. They are shown both, send theirs again, and it is saved. Gives what they were shown. */
export async function overASave(who: Entry, submit: FormAction, typed: Typed, savedBy = ''): Promise<ReturnType<typeof shown>> {
  const state = await postAs(who, submit, typed);
  expect(state.conflict, JSON.stringify(state)).toBeDefined();
  expect(state.conflict!.changedBy).toMatch(new RegExp(`^${savedBy}`));
  const over = await postAs(who, submit, { ...typed, _version: String(state.conflict!.version) });
  expect(over.redirect, JSON.stringify(over)).toBeDefined();
  return shown(state);
}

/** Two people have the form open, and the first saves hers. Gives what the second is shown, under her name, before his is saved over it. */
export async function twoPeople(first: Entry & { readonly name: string }, second: Entry, submit: FormAction, hers: Typed, his: Typed): Promise<ReturnType<typeof shown>> {
  const saved = await postAs(first, submit, hers);
  expect(saved.redirect, JSON.stringify(saved)).toBeDefined();
  return overASave(second, submit, his, `${first.name} on `);
}
