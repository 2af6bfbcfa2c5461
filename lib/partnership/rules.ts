import { addDays, type CalendarDate } from '@/lib/dates/calendar-date';
import type { Issue } from '@/lib/forms/state';

type DatedName = { name: string; fromOn: string | null; toOn: string | null };
type Dated = { fromOn: string | null; toOn: string | null };

/** What an agency was called on a day; before its first name or after its last, the nearest of them. */
export function nameOn(names: readonly DatedName[], day: string): string {
  const inOrder = [...names].sort((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1));
  const begun = inOrder.filter((each) => each.fromOn === null || each.fromOn <= day);
  const inForce = begun.filter((each) => each.toOn === null || each.toOn >= day);
  return (inForce.at(-1) ?? begun.at(-1) ?? inOrder[0])?.name ?? 'Name not stated';
}

/** Whether something dated holds on a day: its first and its last day count. */
export function isCurrent(dated: Dated, day: string): boolean {
  return (dated.fromOn === null || dated.fromOn <= day) && (dated.toOn === null || dated.toOn >= day);
}

/** Whether two dated things share a day. */
export function overlap(one: Dated, other: Dated): boolean {
  return (one.toOn === null || other.fromOn === null || one.toOn >= other.fromOn) && (other.toOn === null || one.fromOn === null || other.toOn >= one.fromOn);
}

export type Ending = { when: 'now' | 'on'; lastDay: CalendarDate | null };

/**
 * The last day of something that is ended. "At once" makes yesterday the last day; what began today ends tonight, because its
 * first day counts.
 */
export function lastDayOf(dated: { fromOn: string }, ending: Ending, today: CalendarDate): { lastDay: CalendarDate } | { issues: Issue[] } {
  // The day before it began, for what ends on its first day or before it: it was in force on no whole day.
  if (ending.when === 'now') return { lastDay: addDays(dated.fromOn > today ? dated.fromOn : today, -1) };
  if (ending.lastDay === null) return { issues: [{ field: 'lastDay', message: 'Enter the last day, for example 31 March 2027' }] };
  if (ending.lastDay < dated.fromOn) return { issues: [{ field: 'lastDay', message: 'Enter a last day that is not before its first day' }] };
  return { lastDay: ending.lastDay };
}

/** What stops a pair of dates: the last may not be before the first. */
export function whatStopsDates(dated: Dated, field: string): Issue[] {
  if (dated.fromOn === null || dated.toOn === null || dated.toOn >= dated.fromOn) return [];
  return [{ field, message: 'Enter a last day that is not before the first day' }];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an address can name a record at all: anything else is not there. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** Rows by a key, in the order in which they came. */
export function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
