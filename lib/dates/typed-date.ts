import {
  type CalendarDate,
  addDays,
  calendarDateOf,
  daysBetween,
  daysInMonth,
  formatDate,
  nameOfMonth,
  nameOfWeekday,
  partsOf,
  weekdayOf,
} from './calendar-date';

/** Either the date that was meant, or what the person has to do about it, in the words shown at the field. */
export type TypedDate = { date: CalendarDate; problem?: never } | { date?: never; problem: string };

export type TypedDateOptions = {
  /**
   * Which way a date without a year lies: 'past' is the last such day up to today, 'future' the first from today on. Without it the
   * nearer of the two is meant, the past one where both are equally near. A date typed with its year is taken as it is.
   */
  prefer?: 'past' | 'future';
};

/** In the form that the hint at a date field shows. */
const HOW = 'Write it like 14/3/26 or 14 Mar';
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;
const LONGEST = 60;

const WEEKDAYS: readonly string[][] = [
  ['sunday', 'sun'],
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
];

/**
 * Reads a date as staff type it:
 *
 * - `14/3/26`, `14.3.2026`, `14-3-26`, `14 3 2026`, `14/3`: the day first, always, as in England
 * - `14 March 2026`, `14th Mar`, `Sat 14 March 2026`, `March 14, 2026`: any month name or its first three letters, any case
 * - `2026-03-14`, and `2026/3/14`: four figures first is a year
 * - `end June`, `end of June 2026`: the last day of that month
 * - `today`, `yesterday`, `tomorrow`; `Friday`, but only where `prefer` says which
 *
 * Two figures for a year mean the one from 79 years before today to 20 years after it: in 2026, `46` is 2046 and `47` is 1947. A year
 * must lie from 1900 to 2100. A day of the week that does not fit the date is asked about, not ignored. `next Friday` and
 * `last Friday` are asked about too: people mean two different days by them. Nothing is ever corrected: 31 June is not 1 July.
 */
export function readTypedDate(text: string, today: CalendarDate, options: TypedDateOptions = {}): TypedDate {
  if (text.length > LONGEST) return { problem: HOW };
  const typed = tidy(text);
  if (typed === '') return { problem: HOW };

  return (
    readSpokenDay(typed, today, options) ??
    readEndOfMonth(typed, today, options) ??
    readYearFirst(typed) ??
    readNumbers(typed, today, options) ??
    readMonthName(typed, today, options) ?? { problem: HOW }
  );
}

/** One space between words, small letters, one kind of dash; full stops after words and commas gone. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/,/g, ' ')
    .replace(/([a-z])\./g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readSpokenDay(typed: string, today: CalendarDate, { prefer }: TypedDateOptions): TypedDate | null {
  if (typed === 'today') return { date: today };
  if (typed === 'yesterday') return { date: addDays(today, -1) };
  if (typed === 'tomorrow') return { date: addDays(today, 1) };

  const [, which, name] = /^(?:(next|last|this|on) )?([a-z]+)$/.exec(typed) ?? [];
  const weekday = name === undefined ? null : weekdayCalled(name);
  if (weekday === null) return null;

  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const soonest = addDays(today, ahead);
  if (which === undefined || which === 'on') {
    if (prefer === 'future') return { date: soonest };
    if (prefer === 'past') return { date: ahead === 0 ? today : addDays(soonest, -7) };
  }
  const before = addDays(soonest, -7);
  const after = ahead === 0 ? addDays(today, 7) : soonest;
  const [one, other] = which === 'next' ? [after, addDays(after, 7)] : which === 'last' ? [addDays(before, -7), before] : [before, soonest];
  return { problem: `Enter the date of the ${nameOfWeekday(soonest)} you mean, such as ${formatDate(one)} or ${formatDate(other)}` };
}

function readEndOfMonth(typed: string, today: CalendarDate, options: TypedDateOptions): TypedDate | null {
  const [, name, year] = /^(?:the )?end (?:of )?([a-z]+)(?: (\d+))?$/.exec(typed) ?? [];
  const month = name === undefined ? null : monthCalled(name);
  if (month === null) return null;
  if (year !== undefined) return inYear(year, today, (known) => calendarDateOf(known, month, daysInMonth(known, month)));
  return { date: nearest(today, options, (known) => calendarDateOf(known, month, daysInMonth(known, month))) };
}

function readYearFirst(typed: string): TypedDate | null {
  const [, year, month, day] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return fromNumbers(Number(day), Number(month), (build) => withinReach(Number(year), build));
}

function readNumbers(typed: string, today: CalendarDate, options: TypedDateOptions): TypedDate | null {
  const [, day, month, year] = /^(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?(\d+))?$/.exec(typed) ?? [];
  if (day === undefined || month === undefined) return null;
  return fromNumbers(Number(day), Number(month), (build) =>
    year === undefined ? { date: nearest(today, options, build) } : inYear(year, today, build),
  );
}

function readMonthName(typed: string, today: CalendarDate, options: TypedDateOptions): TypedDate | null {
  const dayFirst = /^(?:([a-z]+) )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[- ]?([a-z]+)(?:[- ]?(\d+))?$/.exec(typed);
  const monthFirst = /^(?:([a-z]+) )?([a-z]+)[- ]?(\d{1,2})(?:st|nd|rd|th)?(?: (\d+))?$/.exec(typed);
  const [, weekdayName, day, name, year] = dayFirst ?? [];
  const [, otherWeekdayName, otherName, otherDay, otherYear] = monthFirst ?? [];

  const found = dayFirst && monthCalled(name ?? '') !== null
    ? { weekdayName, day, month: monthCalled(name ?? ''), year }
    : { weekdayName: otherWeekdayName, day: otherDay, month: monthCalled(otherName ?? ''), year: otherYear };

  if (found.month === null || found.day === undefined) return readMonthAlone(typed);
  const result = fromNumbers(Number(found.day), found.month, (build) =>
    found.year === undefined ? { date: nearest(today, options, build) } : inYear(found.year, today, build),
  );
  return found.weekdayName === undefined ? result : checkWeekday(found.weekdayName, result);
}

function readMonthAlone(typed: string): TypedDate | null {
  const [, name, year] = /^([a-z]+)(?: (\d{2}|\d{4}))?$/.exec(typed) ?? [];
  const month = name === undefined ? null : monthCalled(name);
  if (month === null) return null;
  return { problem: `Enter the day as well, like 14 ${nameOfMonth(month)}${year === undefined ? '' : ` ${year}`}` };
}

function checkWeekday(name: string, result: TypedDate): TypedDate {
  const weekday = weekdayCalled(name);
  if (weekday === null) return { problem: HOW };
  if (result.date === undefined || weekdayOf(result.date) === weekday) return result;
  return { problem: `${formatDate(result.date)} is a ${nameOfWeekday(result.date)}. Check the day of the week or the date` };
}

/** A date for the year that `settleYear` decides on, or a message naming the part that cannot be. */
function fromNumbers(
  day: number,
  month: number,
  settleYear: (build: (year: number) => CalendarDate | null) => TypedDate,
): TypedDate {
  if (month > 12 && day <= 12 && day > 0) return { problem: `Enter the day first, then the month: ${month} ${day}` };
  if (month < 1 || month > 12) return { problem: 'The month must be from 1 to 12. Enter the day first, then the month' };
  const longest = daysInMonth(2024, month);
  if (day >= 1 && day <= longest) return settleYear((year) => calendarDateOf(year, month, day));
  if (month !== 2) return { problem: lengthOf(nameOfMonth(month), longest) };
  const inThatYear = settleYear((year) => calendarDateOf(year, month, 1));
  return inThatYear.date === undefined ? inThatYear : { problem: lengthOfFebruary(partsOf(inThatYear.date).year) };
}

function lengthOf(month: string, days: number): string {
  return `${month} has ${days} days. Enter a day from 1 to ${days}`;
}

function lengthOfFebruary(year: number): string {
  return lengthOf(`February ${year}`, daysInMonth(year, 2));
}

function inYear(written: string | undefined, today: CalendarDate, build: (year: number) => CalendarDate | null): TypedDate {
  if (written === undefined || ![2, 4].includes(written.length)) return { problem: 'Enter the year with 4 numbers, like 2026' };
  return withinReach(written.length === 4 ? Number(written) : centuryOf(Number(written), today), build);
}

function withinReach(year: number, build: (year: number) => CalendarDate | null): TypedDate {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return { problem: `Enter a year from ${EARLIEST_YEAR} to ${LATEST_YEAR}` };
  const date = build(year);
  // The day and the month are known to be possible, so only 29 February is left.
  return date === null ? { problem: lengthOfFebruary(year) } : { date };
}

function centuryOf(twoFigures: number, today: CalendarDate): number {
  const latest = partsOf(today).year + 20;
  return latest - ((((latest - twoFigures) % 100) + 100) % 100);
}

/** The one of a day's yearly returns that is meant. Eight years each way: there was no 29 February between 1896 and 1904. */
function nearest(
  today: CalendarDate,
  { prefer }: TypedDateOptions,
  build: (year: number) => CalendarDate | null,
): CalendarDate {
  const thisYear = partsOf(today).year;
  const candidates = Array.from({ length: 17 }, (_, index) => build(thisYear - 8 + index)).filter((date) => date !== null);
  const past = candidates.findLast((date) => date <= today);
  const future = candidates.find((date) => date >= today);
  if (past === undefined || future === undefined) throw new RangeError(`No such day within eight years of ${today}`);
  if (prefer === 'past') return past;
  if (prefer === 'future') return future;
  return daysBetween(past, today) <= daysBetween(today, future) ? past : future;
}

function monthCalled(name: string): number | null {
  for (let month = 1; month <= 12; month += 1) {
    const full = nameOfMonth(month).toLowerCase();
    if (name === full || name === full.slice(0, 3) || (name === 'sept' && month === 9)) return month;
  }
  return null;
}

/** 0 for Sunday to 6 for Saturday: the full name, its first three letters, or another usual short form. */
function weekdayCalled(name: string): number | null {
  const index = WEEKDAYS.findIndex((forms) => forms.includes(name));
  return index < 0 ? null : index;
}
