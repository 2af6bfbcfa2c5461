import 'server-only';
import { createHash } from 'node:crypto';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Act } from '@/db/policies/matrix';
import type { Entry } from '@/lib/access/actor';
import { asVisitor, read, recordDenial, write, type ReadContext, type VisitorContext, type WriteContext } from '@/lib/access/context';
import { readEndedEntry, readEntry, setCookie } from '@/lib/access/cookie';
import { currentPath, safePath } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { saidCookie, saidFor, saysSomething } from '@/lib/access/said';
import { dropDraft, keepDraft, parkDraft, throwDraftAway } from '@/lib/drafts/drafts';
import { settings } from '@/lib/env';
import { ConstraintBroken, NotFound, NotPermitted, SessionEnded, StaleVersion, StoreAway } from '@/lib/errors/kinds';
import type { Theirs } from '@/lib/forms/conflict';
import type { Outcome } from '@/lib/forms/outcome';
import { fileDigestIn, understoodDays } from '@/lib/forms/readers';
import { issuesOf, typedValues } from '@/lib/forms/typed';
import { untouched, type FormAction, type FormState, type Issue, type TypedValues } from '@/lib/forms/state';
import { findLastChange } from '@/lib/history/last-change';

type Options<Input, Value> = {
  /** Which act of the permission matrix this is: nobody else's post gets as far as the command. */
  act: Act;
  /** Names the command in history: "close-action". */
  name: string;
  /** Where to go when it is done. `page` is the one that the form stood on, always of this site: what it was narrowed to may go with it. */
  path: (value: Value, input: Input, page: string) => string;
  /** Wherever the form carries a version: what to set beside what was typed when it is an older one. */
  theirs?: (ctx: ReadContext, input: Input) => Promise<Theirs>;
};

type Typed = ReturnType<typeof typedValues>;

/** On to the next page; where its address says what has been done, that is believed once. */
export async function goTo(address: string): Promise<never> {
  await letSay(address);
  redirect(address);
}

async function letSay(address: string): Promise<void> {
  if (saysSomething(address)) {
    // With JavaScript the next page comes with this answer, fetched from within with the cookies it sets: the browser keeps none.
    const maxAge = (await headers()).has('next-action') ? 0 : saidFor;
    await setCookie(saidCookie(address), '1', maxAge);
  }
}

/** Leads there, or tells a caller that leads on by itself. */
async function leave(address: string, state: FormState, typed: Typed): Promise<FormState> {
  if (!typed.told) return goTo(address);
  await letSay(address);
  return again(state, typed, { to: address });
}

/** Where a form goes that is sent after signing out, in another tab perhaps: to sign-in, with what was typed kept for whoever had signed out. */
async function signedOut(typed: Typed): Promise<string> {
  const earlier = await readEndedEntry();
  return earlier && !isForAnother(earlier, typed) ? toSignInKeeping(earlier, typed).catch(() => '/sign-in?ended=1') : `/sign-in?then=${encodeURIComponent(safePath(typed.page ?? (await currentPath())))}`;
}

/** The page was made for one person, and somebody else has signed in in the same browser since: nothing of it is kept or saved for them. */
export function isForAnother(entry: Entry, typed: Pick<Typed, 'who'>): boolean {
  return typed.who !== null && entry.who !== undefined && typed.who !== entry.who;
}

export async function toSignInKeeping(entry: Entry, typed: Typed): Promise<string> {
  const page = safePath(typed.page ?? (await currentPath()));
  const parked = typed.form && typed.intent !== 'discard' ? await parkDraft(entry, typed.form, typed, page) : false;
  return `/sign-in?then=${encodeURIComponent(page)}&${parked ? 'kept' : 'ended'}=1`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A post that does not come from a page of this site is refused before anything is read. */
export async function isOwnOrigin(): Promise<boolean> {
  const given = await headers();
  const origin = given.get('origin');
  return origin !== null && origin === new URL(settings().nextauthUrl).origin && !['cross-site', 'same-site'].includes(given.get('sec-fetch-site') ?? '');
}

function again(state: FormState, { values, version, intent }: Pick<Typed, 'values' | 'version' | 'intent'>, more: Partial<FormState>): FormState {
  // A draft that could not be thrown away: nothing was tried with the form itself, which keeps what is in it.
  if (intent === 'discard') return { ...untouched, attempt: state.attempt, ...more };
  return { attempt: state.attempt + 1, issues: [], values, version: version ?? undefined, ...more };
}

/** Whoever calls a server function without a form can send anything at all as its arguments. */
const isPost = (data: unknown): data is FormData => data instanceof FormData;
const stateOf = (given: unknown): FormState => (Number.isSafeInteger((given as FormState | null)?.attempt) ? (given as FormState) : untouched);
const notAForm: FormState = { ...untouched, attempt: 1, refusal: 'This was not sent from a form. Open the page again and send it from there.' };

const outage: Issue = { message: 'This could not be saved just now. What you typed is still here. Try again in a minute.' };
const tooLong: Issue = { message: 'This is too long to keep as a draft. Shorten it, or send it' };
const forAnother = 'Somebody else has signed in on this computer since this page was opened. Nothing was saved. Sign in again as yourself in another tab, then send this.';
const elsewhere = 'This form was not sent from Case Review Tracker. Open the page again and send it from there.';

/**
 * The one shape of every server function that changes something: who → what they typed → the command in one transaction →
 * issues, both texts, or on to the next page. Nothing typed is lost on any way out.
 */
export function formAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: (ctx: WriteContext, input: z.output<Schema>) => Promise<Outcome<Value>>,
  options: Options<z.output<Schema>, Value>,
): FormAction {
  return async (given, data) => {
    if (!isPost(data)) return notAForm;
    const state = stateOf(given);
    const typed = typedValues(data);
    if (!(await isOwnOrigin())) return again(state, typed, { refusal: elsewhere });
    const entry = await readEntry();
    if (!entry) return leave(await signedOut(typed), state, typed);
    if (isForAnother(entry, typed)) return again(state, typed, { refusal: forAnother });

    const wayOut = await attempt(entry, state, typed)
      .catch((error: unknown) => failure(error, entry, typed))
      // Last, since keeping and parking what was typed need the database too.
      .catch((error: unknown) => whileAway(error, state, typed));
    if ('redirect' in wayOut) return leave(wayOut.redirect, state, typed);
    if ('missing' in wayOut) notFound();
    return { ...wayOut.state, understood: understoodDays(schema, typed.values) };
  };

  type WayOut = { redirect: string } | { missing: true } | { state: FormState };

  async function attempt(entry: Entry, state: FormState, typed: Typed): Promise<WayOut> {
    // "Save and come back": kept as it is, checked later.
    if (typed.intent === 'draft' && typed.form) {
      const keptAt = await keepDraft(entry, typed.form, typed, typed.page && safePath(typed.page));
      return keptAt ? { redirect: '/?said=draft' } : { state: again(state, typed, { issues: [tooLong] }) };
    }
    // "Throw the draft away": the page shows again what is saved.
    if (typed.intent === 'discard' && typed.form) {
      await throwDraftAway(entry, typed.form);
      return { redirect: safePath(typed.page ?? (await currentPath())) };
    }
    const parsed = schema.safeParse(typed.input);
    if (!parsed.success) {
      // Somebody whose session has ended must not be sent away with nothing: who they are is looked at before what is wrong.
      await read(entry, async () => undefined);
      if (typed.form) await keepDraft(entry, typed.form, typed, typed.page && safePath(typed.page));
      return { state: again(state, typed, { issues: issuesOf(parsed.error) }) };
    }
    const input = parsed.data;
    const page = safePath(typed.page ?? (await currentPath()));
    try {
      const written = await write(
        entry,
        { name: options.name, formKey: typed.key && uuid.test(typed.key) ? typed.key : null, bodyDigest: digestOf(typed.values, typed.version) },
        async (ctx) => {
          if (!mayDo(ctx.actor, options.act)) throw new NotFound('form');
          const outcome = await command(ctx, input);
          if (outcome.kind === 'done' && typed.form) await dropDraft(ctx, typed.form);
          return outcome;
        },
        (value) => options.path(value, input, page),
      );
      switch (written.kind) {
        case 'done':
          return { redirect: options.path(written.value, input, page) };
        case 'earlier':
          if (written.same && written.path) return { redirect: written.path };
          return { state: again(state, typed, { refusal: 'This form was already sent with something else in it. Open the page again to see what was saved, then change it there.' }) };
        case 'blocked':
          if (typed.form) await keepDraft(entry, typed.form, typed, typed.page && safePath(typed.page));
          return { state: again(state, typed, { issues: written.issues }) };
        case 'refused':
          await recordDenial(entry, options.name);
          return { state: again(state, typed, { refusal: written.message }) };
      }
    } catch (error) {
      if (error instanceof StaleVersion) {
        if (typed.form) await keepDraft(entry, typed.form, typed, typed.page && safePath(typed.page));
        const conflict = await read(entry, (ctx) => bothTexts(ctx, error, input));
        return { state: again(state, typed, conflict ? { conflict } : { refusal: 'Somebody else changed this while you were typing. Open the page again to see it as it is now.' }) };
      }
      if (error instanceof NotPermitted) {
        await recordDenial(entry, options.name);
        return { state: again(state, typed, { refusal: 'This is not yours to do. If you think it should be, ask the business unit.' }) };
      }
      if (error instanceof ConstraintBroken) return { state: again(state, typed, { issues: [{ message: 'This does not fit with what is already recorded. Open the page again to see it as it is now.' }] }) };
      throw error;
    }
  }

  async function failure(error: unknown, entry: Entry, typed: Typed): Promise<WayOut> {
    if (error instanceof SessionEnded) return { redirect: await toSignInKeeping(entry, typed) };
    if (error instanceof NotFound) {
      await recordDenial(entry, options.name);
      return { missing: true };
    }
    throw error;
  }

  function whileAway(error: unknown, state: FormState, typed: Typed): WayOut {
    if (error instanceof StoreAway) return { state: again(state, typed, { issues: [outage] }) };
    throw error;
  }

  async function bothTexts(ctx: ReadContext, stale: StaleVersion, input: z.output<Schema>): Promise<FormState['conflict']> {
    if (!options.theirs) return undefined;
    const theirs = await options.theirs(ctx, input);
    const fields = theirs.fields.filter((field) => field.theirs.trim() !== field.yours.trim());
    return { version: theirs.version, changedBy: await findLastChange(ctx, stale.recordName, stale.recordId), fields };
  }
}

/** Of what is sent. The same file sent again comes under another identifier. */
function digestOf({ upload, ...values }: TypedValues, version: string | null): string {
  return createHash('sha256').update(JSON.stringify([Object.entries({ ...values, ...(upload === undefined ? {} : { upload: fileDigestIn(upload) ?? upload }) }).sort(([a], [b]) => (a < b ? -1 : 1)), version])).digest('hex');
}

/** A server function for somebody who has not signed in: signs in, sets up, sets a password. It reaches no row of its own. */
export function visitorAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (ctx: { visitor: <T>(work: (ctx: VisitorContext) => Promise<T>) => Promise<T>; values: TypedValues }, input: z.output<Schema>) => Promise<{ redirect: string } | { issues: Issue[] } | { refusal: string }>,
  _options: { act: 'visitor'; keeps?: string[] },
): FormAction {
  return async (given, data) => {
    if (!isPost(data)) return notAForm;
    const state = stateOf(given);
    const typed = typedValues(data);
    const keeps = { values: Object.fromEntries(Object.entries(typed.values).filter(([name]) => _options.keeps?.includes(name))), version: null, intent: null };
    if (!(await isOwnOrigin())) return again(state, keeps, { refusal: elsewhere });
    const parsed = schema.safeParse(typed.input);
    if (!parsed.success) return again(state, keeps, { issues: issuesOf(parsed.error) });
    let answer;
    try {
      answer = await handler({ visitor: asVisitor, values: typed.values }, parsed.data);
    } catch (error) {
      if (error instanceof StoreAway) return again(state, keeps, { issues: [{ message: 'This cannot be done just now. Try again in a minute.' }] });
      throw error;
    }
    if ('redirect' in answer) return goTo(answer.redirect);
    return again(state, keeps, 'issues' in answer ? { issues: answer.issues } : { refusal: answer.refusal });
  };
}
