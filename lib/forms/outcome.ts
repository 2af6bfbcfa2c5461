import type { Issue } from '@/lib/forms/state';

/** What a command did: it is done; something stops it, which the person can put right; or it is not theirs to do. */
export type Outcome<T> = { kind: 'done'; value: T } | { kind: 'blocked'; issues: Issue[] } | { kind: 'refused'; message: string };

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value });
export const blocked = (issues: Issue[]): Outcome<never> => ({ kind: 'blocked', issues });
export const refused = (message: string): Outcome<never> => ({ kind: 'refused', message });
