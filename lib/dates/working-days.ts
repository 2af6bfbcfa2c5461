import { type CalendarDate, addDays, asCalendarDate, calendarDateOf, daysBetween, daysInMonth, partsOf } from './calendar-date';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR, assertInHolidayTable, isWorkingDay } from './holidays';

/**
 * Counting the days of statutory clocks. A working day is Monday to Friday and not a bank holiday in England. All four functions
 * take and give calendar dates, know nothing of hours, and give the same answer in any server time zone.
 */

/**
 * The date that is `days` working days after `from`.
 *
 * Day 0 is `from` itself, even on a Sunday: `addWorkingDays(d, 0)` is `d`, with or without `countStartDay`. Otherwise the answer is
 * always a working day: 5 working days from Wednesday 23 December 2020 is Monday 4 January 2021.
 *
 * `countStartDay` makes the start day 1 instead of day 0, as Devon counts; a start that is not a working day then counts from the
 * next working day, so both conventions give the same date for it.
 *
 * Source: the 5 and 15 working days of "Working Together to Safeguard Children" and the National Panel's guidance, which do not say
 * which convention is meant: it is a setting of each partnership.
 *
 * Throws a RangeError when `days` is negative or not whole (count back with `subtractWorkingDays`), when `from` is not a date, and
 * when the start or the answer lies outside the holiday table, 2015 to 2030.
 */
export function addWorkingDays(
  from: CalendarDate | string,
  days: number,
  { countStartDay = false }: { countStartDay?: boolean } = {},
): CalendarDate {
  assertCount(days);
  const upToStart = workingDaysUpTo(from);
  if (days === 0) return asCalendarDate(from);
  const before = countStartDay && isWorkingDay(from) ? upToStart - 1 : upToStart;
  return workingDayAt(before + days - 1, from, days);
}

/**
 * The date that is `days` working days before `from`: the last day on which something due so many working days ahead of `from` can be
 * done. Day 0 is `from` itself; otherwise the answer is always a working day.
 *
 * Undoes `addWorkingDays` where the start is a working day. Source: material goes to the National Panel "no later than seven working
 * days before the date of publication" (SI 2018/789).
 *
 * Throws a RangeError as `addWorkingDays` does.
 */
export function subtractWorkingDays(from: CalendarDate | string, days: number): CalendarDate {
  assertCount(days);
  const upToStart = workingDaysUpTo(from);
  if (days === 0) return asCalendarDate(from);
  const before = isWorkingDay(from) ? upToStart - 1 : upToStart;
  return workingDayAt(before - days, from, -days);
}

/**
 * How many working days lie after `a`, up to and including `b`: "day 9 of 15" when `a` is the start and `b` is today.
 *
 * 0 for the same day, and from a Friday to the Sunday after it. Negative when `b` is the earlier: then it is minus the count from `b`
 * to `a`, so `between(a, b)` and `between(b, a)` always add up to nothing. Throws a RangeError when either lies outside 2015 to 2030.
 */
export function workingDaysBetween(a: CalendarDate | string, b: CalendarDate | string): number {
  return workingDaysUpTo(b) - workingDaysUpTo(a);
}

/**
 * The same day of the month so many months later, or the last day of that month where it is shorter: six months from 31 August 2020 is
 * 28 February 2021. Negative months count back. It is not an inverse: going forth and back may land on an earlier day.
 *
 * Needs no holidays, so it works in every year from 1 to 9999. The answer may be a weekend: months in guidance are calendar months.
 * Source: "no later than six months from the date of the decision to initiate a review" (Working Together).
 *
 * Throws a RangeError when `months` is not whole, `from` is not a date, or the answer would leave the calendar.
 */
export function addMonthsClamped(from: CalendarDate | string, months: number): CalendarDate {
  if (!Number.isInteger(months)) throw new RangeError(`Not a whole number of months: ${months}`);
  const { year, month, day } = partsOf(from);
  const monthsSinceYearZero = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthsSinceYearZero / 12);
  const toMonth = monthsSinceYearZero - toYear * 12 + 1;
  const result = calendarDateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (result === null) throw new RangeError(`${months} months from ${from} is outside the calendar`);
  return result;
}

const FIRST_DAY = asCalendarDate(`${FIRST_HOLIDAY_YEAR}-01-01`);

/** Every working day of the holiday table, the earliest first. */
const workingDays: CalendarDate[] = [];

/** How many working days there are from the first day of the table up to and including each day, by that day's place in the table. */
const countUpTo: number[] = [];

for (let date = FIRST_DAY; partsOf(date).year <= LAST_HOLIDAY_YEAR; date = addDays(date, 1)) {
  if (isWorkingDay(date)) workingDays.push(date);
  countUpTo.push(workingDays.length);
}

function workingDaysUpTo(date: CalendarDate | string): number {
  assertInHolidayTable(date);
  return countUpTo[daysBetween(FIRST_DAY, date)] ?? 0;
}

function workingDayAt(index: number, reachedFrom: CalendarDate | string, days: number): CalendarDate {
  const date = workingDays[index];
  if (date === undefined) {
    throw new RangeError(
      `${days} working days from ${reachedFrom} cannot be counted: ` +
        `working days are known from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR} only`,
    );
  }
  return date;
}

function assertCount(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
}
