import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { headers } from 'next/headers';
import { openDatabase, type Database, type Transaction } from '@/db/client';
import { recordViewReviews, recordViews } from '@/db/schema';
import { personFrom, type Actor, type Entry, type JobActor, type PersonActor, type VisitorActor } from '@/lib/access/actor';
import { todayInEngland, type CalendarDate } from '@/lib/dates/calendar-date';
import { settings } from '@/lib/env';
import { NotFound, SessionEnded, StoreAway } from '@/lib/errors/kinds';
import { fromStore } from '@/lib/errors/store';
import type { Outcome } from '@/lib/forms/outcome';

/** The one place that holds the pool, and the only way to a row: as somebody, in one transaction. */

const kept = globalThis as { crtDatabase?: { database: Database; close(): Promise<void> } };

function database(): Database {
  kept.crtDatabase ??= openDatabase(settings().databaseUrl);
  return kept.crtDatabase.database;
}

type Shown = {
  kind: 'opened' | 'listed' | 'exported';
  /** The address pattern of the page or file. */
  place: string;
  sensitivity: 'named' | 'case';
  reviewIds: string[];
  /** It is *case* by itself: noted also where it belongs to no review. */
  withoutReview?: boolean;
  filter?: Record<string, string>;
};

export type ReadContext = {
  actor: PersonActor;
  tx: Pick<Transaction, 'select' | 'selectDistinct' | 'execute' | 'with' | '$with' | '$count'>;
  now: Date;
  today: CalendarDate;
  /** Notes that text of these reviews is shown. In the same transaction: no note, no page. */
  recordView(shown: Shown): Promise<void>;
};

export type WriteContext = Omit<ReadContext, 'tx' | 'actor'> & { actor: PersonActor; tx: Transaction; commandId: string };
export type DraftContext = { actor: PersonActor; tx: Pick<Transaction, 'select' | 'insert' | 'update' | 'delete' | 'execute'>; now: Date };
export type JobContext = { actor: JobActor; tx: Transaction; now: Date };
export type VisitorContext = { actor: VisitorActor; tx: Transaction; now: Date };

/**
 * How long a request waits for the database in all, and how long any of its transactions may take even when that time is used up: a post
 * that could not be saved still reads the page it is shown on. A page that hangs is worse than one that says so. In milliseconds.
 */
const patience = { request: 2_500, least: 300 };

/** What is left of the request's time. Jobs and whatever else has no request begin anew with every transaction. */
async function timeLeft(): Promise<number> {
  // Where there is no request, asking for its headers throws at once.
  const began = await Promise.resolve().then(headers).then((given) => Number(given.get('x-crt-began')), () => 0);
  return began > 0 ? Math.min(patience.request, Math.max(patience.least, patience.request - (Date.now() - began))) : patience.request;
}

async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, isolationLevel: 'repeatable read' | 'read committed'): Promise<T> {
  const time = await timeLeft();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreAway()), time);
  });
  const running = database().transaction(work, { isolationLevel });
  // Whichever loses the race is still listened to, so that nothing is thrown into the void.
  running.catch(() => {});
  try {
    return await Promise.race([running, late]);
  } catch (error) {
    throw fromStore(error);
  } finally {
    clearTimeout(timer);
  }
}

async function enter(tx: Transaction, entry: Entry): Promise<{ actor: PersonActor; seenAt: Date }> {
  const [row] = await tx.execute<{ who: Record<string, unknown> | null }>(sql`select app.enter_session(${entry.tokenHash}) as who`);
  if (!row?.who) throw new SessionEnded();
  return { actor: personFrom(row.who), seenAt: new Date(row.who.seen as string) };
}

function viewRecorder(tx: Transaction, actor: PersonActor): ReadContext['recordView'] {
  return async (shown) => {
    if (shown.reviewIds.length === 0 && !shown.withoutReview) return;
    // The identity column is read back from its sequence: the new row is visible to its writer by `person_id`.
    const [view] = await tx.insert(recordViews)
      .values({ personId: actor.personId, sessionId: actor.sessionId, kind: shown.kind, place: shown.place, sensitivity: shown.sensitivity, filter: shown.filter })
      .returning({ id: recordViews.id });
    if (shown.reviewIds.length > 0) await tx.insert(recordViewReviews).values([...new Set(shown.reviewIds)].map((reviewId) => ({ viewId: view!.id, reviewId })));
  };
}

/** Reads as the person behind an entry: one REPEATABLE READ transaction, so that a whole page is one snapshot. */
export async function read<T>(entry: Entry, work: (ctx: ReadContext) => Promise<T>): Promise<T> {
  const { result, seenAt } = await inTransaction(async (tx) => {
    const who = await enter(tx, entry);
    const now = new Date();
    return { result: await work({ actor: who.actor, tx, now, today: todayInEngland(now), recordView: viewRecorder(tx, who.actor) }), seenAt: who.seenAt };
  }, 'repeatable read');
  await touchAfterAMinute(entry, seenAt);
  return result;
}

async function touchAfterAMinute(entry: Entry, seenAt: Date): Promise<void> {
  if (Date.now() - seenAt.getTime() > 60_000) await touch(entry);
}

/** Noted outside the reading transaction, at most once a minute. A failure here costs nothing but an earlier warning, so nobody waits long for it. */
async function touch(entry: Entry): Promise<void> {
  const touched = database().execute(sql`select app.touch_session(${entry.tokenHash})`).then(() => {}, () => {});
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([touched, new Promise<void>((resolve) => (timer = setTimeout(resolve, patience.least)))]);
  clearTimeout(timer);
}

/**
 * Writes a draft, or a file that no record holds yet, as the person behind an entry. No command: history says nothing of what was never sent. Read committed, so that
 * two saves of one form follow one another.
 */
export async function writeDraft<T>(entry: Entry, work: (ctx: DraftContext) => Promise<T>): Promise<T> {
  const { result, seenAt } = await inTransaction(async (tx) => {
    const who = await enter(tx, entry);
    return { result: await work({ actor: who.actor, tx, now: new Date() }), seenAt: who.seenAt };
  }, 'read committed');
  await touchAfterAMinute(entry, seenAt);
  return result;
}

export type Command = { name: string; formKey: string | null; bodyDigest: string | null };

export type Written<T> = Outcome<T> | { kind: 'earlier'; same: boolean; path: string | null };

/** Carries a command's "no" out of the transaction, so that nothing it did stays. */
class Undone extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('undone');
  }
}

/**
 * Writes as the person behind an entry: enters, notes the command, runs it. `blocked` and `refused` leave no trace. The same
 * form key again gives the first press's outcome instead of doing it twice.
 */
export async function write<T>(
  entry: Entry,
  command: Command,
  work: (ctx: WriteContext) => Promise<Outcome<T>>,
  pathOf: (value: T) => string | null = () => null,
): Promise<Written<T>> {
  try {
    const written = await inTransaction<Written<T>>(async (tx) => {
      const { actor } = await enter(tx, entry);
      const [row] = await tx.execute<{ begun: { earlier: boolean; same?: boolean; path?: string | null; id?: string } }>(
        sql`select app.begin_command(${command.name}, ${command.formKey}::uuid, ${command.bodyDigest}) as begun`,
      );
      const begun = row!.begun;
      if (begun.earlier) return { kind: 'earlier', same: begun.same ?? false, path: begun.path ?? null };
      const now = new Date();
      const outcome = await work({ actor, tx, now, today: todayInEngland(now), commandId: begun.id!, recordView: viewRecorder(tx, actor) });
      if (outcome.kind !== 'done') throw new Undone(outcome);
      await tx.execute(sql`select app.finish_command(${begun.id!}::uuid, ${pathOf(outcome.value)})`);
      return outcome;
    }, 'read committed');
    await touch(entry);
    return written;
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}

const recordNamed = /\b(?:[A-Z]+-\d{4}-[A-Z0-9]{4}|[ACDFR]-\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi;

function plainly(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '[unreadable]';
  }
}

/** Somebody tried what is not theirs: noted in a transaction of its own, after theirs is gone. */
export async function recordDenial(entry: Entry | null, attempt: string): Promise<void> {
  await inTransaction(async (tx) => {
    if (entry) await tx.execute(sql`select app.enter_session(${entry.tokenHash})`);
    // Which kind of page or form, never which record: those who read denials may be kept out of one.
    await tx.execute(sql`select app.record_denial(${plainly(attempt.split('?')[0]!).replace(recordNamed, (name) => (name.length === 36 ? '[id]' : '[reference]'))})`);
  }, 'read committed').catch(() => {});
}

/** As nobody in particular: signs in, sets up, parks. Reaches no row but through the gate's functions. */
export async function asVisitor<T>(work: (ctx: VisitorContext) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select app.enter_visitor()`);
    return work({ actor: { kind: 'visitor' } as VisitorActor, tx, now: new Date() });
  }, 'read committed');
}

/** As one of the jobs that run inside the server. */
export async function asJob<T>(job: string, work: (ctx: JobContext) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select app.enter_job(${job})`);
    return work({ actor: { kind: 'job', job } as JobActor, tx, now: new Date() });
  }, 'read committed');
}

/** Public settings, and whether the database answers: before anybody has signed in. */
export async function unentered<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(work, 'read committed');
}

export function newId(): string {
  return randomUUID();
}

/** The one row a query found, or the same "not found" for hidden and absent. */
export function foundOr404<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw new NotFound(what);
  return row;
}

export type { Actor, Transaction };
