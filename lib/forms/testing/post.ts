import { randomUUID } from 'node:crypto';
import { untouched, type FormAction, type FormState } from '@/lib/forms/state';

export type Typed = Record<string, string | string[]>;

/** What a form answers to a post: its next state. A test's stand-in for `redirect` throws "redirected to …", which is told as such. */
export async function post(submit: FormAction, typed: Typed): Promise<FormState & { redirect?: string }> {
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
