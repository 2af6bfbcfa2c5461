import type { ConflictField } from '@/lib/forms/state';

/** What is recorded now, for somebody who typed over an older version of it: every field of the form beside what they typed. */
export type Theirs = { version: number; fields: ConflictField[] };

/** Two sets of answers to one form, under the labels of the form. Both are in words: no codes, and days as they read on screen. */
export function sideBySide<Name extends string>(labels: Readonly<Record<Name, string>>, theirs: Readonly<Record<Name, string>>, yours: Readonly<Record<Name, string>>): ConflictField[] {
  return (Object.keys(labels) as Name[]).map((name) => ({ name, label: labels[name], theirs: theirs[name], yours: yours[name] }));
}
