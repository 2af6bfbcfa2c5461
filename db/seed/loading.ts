import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type CalendarDate, addDays, asCalendarDate } from '../../lib/dates/calendar-date';
import { isWorkingDay } from '../../lib/dates/holidays';
import { addWorkingDays, subtractWorkingDays } from '../../lib/dates/working-days';
import type { Transaction } from '../client';

/** What every part of the demonstration is loaded with. */
export type Loading = {
  tx: Transaction;
  today: CalendarDate;
  now: Date;
  encryptionKey: string;
  /** The id of the record that the data calls by this key: the same for the whole loading. */
  idOf(key: string): string;
};

export function beginLoading(tx: Transaction, input: Pick<Loading, 'today' | 'now' | 'encryptionKey'>): Loading {
  const ids = new Map<string, string>();
  return {
    tx,
    ...input,
    idOf(key) {
      const known = ids.get(key) ?? randomUUID();
      ids.set(key, known);
      return known;
    },
  };
}

/** That day, or the working day before it. */
export function onWorkingDay(date: CalendarDate): CalendarDate {
  return isWorkingDay(date) ? date : subtractWorkingDays(date, 1);
}

/** So many days before or after the day of loading, on a day that people work: the one before it, or of what is to come the one after it. */
export function workingDayFrom({ today }: Pick<Loading, 'today'>, days: number): CalendarDate {
  const date = addDays(today, days);
  return days <= 0 || isWorkingDay(date) ? onWorkingDay(date) : addWorkingDays(date, 1);
}

/** A moment of that day, the `order`th of those recorded on it: never later than now. */
export function momentOn(loading: Loading, day: CalendarDate, order = 0): Date {
  const moment = new Date(Date.parse(`${asCalendarDate(day)}T09:00:00Z`) + order * 60_000);
  return moment > loading.now ? new Date(loading.now.getTime() + order) : moment;
}

// Without 0, 1, I, L, O and U, which are misread over the telephone.
const lettersAndDigits = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const given = new Set<string>();

/** A review's reference, `RR-2026-7KQ4`: random, so that a gap tells nothing. Its year is that of the date, or the first of the reporting year. */
export function randomReference(kind: 'RR' | 'LCSPR' | 'SCR', dateOrYear: string): string {
  const letters = Array.from({ length: 4 }, () => lettersAndDigits[randomInt(lettersAndDigits.length)]).join('');
  const reference = `${kind}-${dateOrYear.slice(0, 4)}-${letters}`;
  if (given.has(reference)) return randomReference(kind, dateOrYear);
  given.add(reference);
  return reference;
}

const runs = { action: 'A', recommendation: 'R', decision: 'D', challenge: 'C', finding: 'F' };

/** The next of a run of references, `A-014`, from the counter that the product goes on with. */
export async function nextReference({ tx }: Loading, run: keyof typeof runs): Promise<string> {
  const [row] = await tx.execute<{ number: string }>(sql`select app.next_number(${run}) as number`);
  return `${runs[run]}-${String(row?.number).padStart(3, '0')}`;
}
