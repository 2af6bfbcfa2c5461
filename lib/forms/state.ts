/**
 * What a form shows after it was posted: the one shape that every server function returns and every form reads.
 * Nothing in it is a date or a class instance, so that it survives the trip to the browser and back without JavaScript.
 */

/** Something the person has to do before this can be saved. `field` is the input's name; without it, it is about the whole form. */
export type Issue = { field?: string; message: string; href?: string };

/** What was typed, by input name. A list where an input can be given more than once (checkboxes). */
export type TypedValues = Record<string, string | string[]>;

/** One field that somebody else changed while this person was typing. */
export type ConflictField = { name: string; label: string; theirs: string; yours: string };

export type Conflict = {
  /** Who saved first, and when, already put into words ("Priya Nair at 10:42"). */
  changedBy: string;
  /** The version that the next attempt must carry to overwrite theirs knowingly. */
  version: number;
  fields: ConflictField[];
};

export type FormState = {
  /** Counts the posts of this form: a change makes React take the defaults from `values` again. */
  attempt: number;
  issues: Issue[];
  values: TypedValues;
  /** What was understood of each day that was not typed out in full, by input name. */
  understood?: Record<string, string>;
  /** Given when the attempt was refused whole: not this person's to do, or already sent. */
  refusal?: string;
  /** The version it was typed over: saved by somebody since or not, it stays that until both texts have been seen. */
  version?: string;
  conflict?: Conflict;
  /** Where it leads, for a caller that asked to be told instead of being led there. */
  to?: string;
};

export const untouched: FormState = { attempt: 0, issues: [], values: {} };

/** How many words a text has, as a field counts them while one types and as its reader counts them after. */
export function countWords(text: string): number {
  const typed = text.trim();
  return typed === '' ? 0 : typed.split(/\s+/).length;
}

/** What a form posts to: `(state, data) => next state`, as React's `useActionState` wants it. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
