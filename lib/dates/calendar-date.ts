/**
 * Calendar dates: a day as people write it down, with no time and no time zone. Everything here counts on a fixed proleptic
 * Gregorian calendar of 86,400-second days, so the answers are the same whatever the server's time zone; the only two places
 * where a zone matters are those that take an instant, and they always use England's.
 */

declare const calendarDateBrand: unique symbol;

/** A day that exists, written 'YYYY-MM-DD', from 0001-01-01 to 9999-12-31. Two of them compare with `<` as they do in time. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** A year from 1 April to 31 March, written '2020-21'. */
export type ReportingYear = string;

const DAY_IN_MS = 86_400_000;
const ENGLAND = 'Europe/London';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Whether the text is a day that exists, written 'YYYY-MM-DD'. 30 February, '2026-3-14' and a date with a time are not. */
export function isCalendarDate(text: string): text is CalendarDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || text.length !== 10 || Number(year) < 1) return false;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}

/** The text as a calendar date. Throws a RangeError on anything else: for what a person typed, use `readTypedDate`. */
export function asCalendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${JSON.stringify(text)}`);
  return text;
}

/** The date of a year, a month from 1 to 12 and a day; null where there is no such day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(text) ? text : null;
}

/** Year, month from 1 to 12, and day of the month. */
export function partsOf(date: CalendarDate | string): { year: number; month: number; day: number } {
  const known = asCalendarDate(date);
  return { year: Number(known.slice(0, 4)), month: Number(known.slice(5, 7)), day: Number(known.slice(8, 10)) };
}

/** How many days a month has, the month from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day it is in England at that instant: half past midnight on 1 July in London is still 30 June in UTC. */
export function todayInEngland(now: Date): CalendarDate {
  const { year, month, day } = inEngland(now);
  return asCalendarDate(`${year}-${month}-${day}`);
}

/** So many days later, or earlier when negative. Throws a RangeError unless `days` is whole and the result before the year 10000. */
export function addDays(date: CalendarDate | string, days: number): CalendarDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`: 0 for the same day, negative where `to` is the earlier. */
export function daysBetween(from: CalendarDate | string, to: CalendarDate | string): number {
  return dayNumber(to) - dayNumber(from);
}

/** For sorting, the earliest first. */
export function compareDates(a: CalendarDate | string, b: CalendarDate | string): number {
  return Math.sign(daysBetween(b, a));
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate | string): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** How long it is from one day to a later one, as people say it: 'a day', '9 days', '3 weeks', '14 months', '3 years'. Whole ones only, and 'less than a day' for the same day. */
export function spanInWords(from: CalendarDate | string, to: CalendarDate | string): string {
  const days = daysBetween(from, to);
  const [a, b] = [partsOf(from), partsOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  if (days <= 0) return 'less than a day';
  if (days < 14) return days === 1 ? 'a day' : `${days} days`;
  if (months < 2) return `${Math.floor(days / 7)} weeks`;
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`;
}

/** '4 January 2021'. */
export function formatDate(date: CalendarDate | string): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The same, or nothing where there is no date: what a date field of a form starts from. */
export function formatDateIfAny(date: CalendarDate | string | null): string {
  return date === null ? '' : formatDate(date);
}

/** '4 Jan'; '4 Jan 2021' where `today` is given and in another year. For tables and tags, where the year is plain from the page. */
export function formatDateShort(date: CalendarDate | string, today?: CalendarDate | string): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${SHORT_MONTHS[month - 1]}${inAnotherYear(date, today) ? ` ${year}` : ''}`;
}

/** 'Thu 3 December'; 'Thu 3 December 2020' where `today` is given and in another year. */
export function formatDateWithDay(date: CalendarDate | string, today?: CalendarDate | string): string {
  const { year, month, day } = partsOf(date);
  return `${nameOfWeekday(date).slice(0, 3)} ${day} ${MONTHS[month - 1]}${inAnotherYear(date, today) ? ` ${year}` : ''}`;
}

/** 'Thursday'. */
export function nameOfWeekday(date: CalendarDate | string): string {
  return WEEKDAYS[weekdayOf(date)] ?? '';
}

/** 'March', the month from 1 to 12. */
export function nameOfMonth(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`Not a month: ${month}`);
  return name;
}

/** The time in England, '10:42', on the 24-hour clock. */
export function formatTime(instant: Date): string {
  const { hour, minute } = inEngland(instant);
  return `${hour}:${minute}`;
}

/** Day and time in England, '23 November 2026 at 10:42'. */
export function formatInstant(instant: Date): string {
  return `${formatDate(todayInEngland(instant))} at ${formatTime(instant)}`;
}

/** The reporting year that a day falls in: 31 March 2021 is in '2020-21', 1 April 2021 in '2021-22'. */
export function reportingYearOf(date: CalendarDate | string): ReportingYear {
  const { year, month } = partsOf(date);
  return reportingYearFrom(month >= 4 ? year : year - 1);
}

/** First and last day of a reporting year: '2020-21' is 2020-04-01 to 2021-03-31. Throws a RangeError where the two years do not follow. */
export function reportingYearPeriod(year: ReportingYear): { from: CalendarDate; to: CalendarDate } {
  const first = Number(/^(\d{4})-\d{2}$/.exec(year)?.[1] ?? NaN);
  if (Number.isNaN(first) || reportingYearFrom(first) !== year) {
    throw new RangeError(`Not a reporting year, such as 2020-21: ${JSON.stringify(year)}`);
  }
  return { from: asCalendarDate(`${pad(first, 4)}-04-01`), to: asCalendarDate(`${pad(first + 1, 4)}-03-31`) };
}

function reportingYearFrom(first: number): ReportingYear {
  return `${pad(first, 4)}-${pad((first + 1) % 100, 2)}`;
}

function dayNumber(date: CalendarDate | string): number {
  return Date.parse(`${asCalendarDate(date)}T00:00:00Z`) / DAY_IN_MS;
}

function fromDayNumber(number: number): CalendarDate {
  const moment = new Date(number * DAY_IN_MS);
  if (Number.isNaN(moment.getTime())) throw new RangeError('That is outside the calendar: it runs from 0001-01-01 to 9999-12-31');
  return asCalendarDate(moment.toISOString().slice(0, -14));
}

function inAnotherYear(date: CalendarDate | string, today: CalendarDate | string | undefined): boolean {
  return today !== undefined && partsOf(date).year !== partsOf(today).year;
}

const englishClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ENGLAND,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function inEngland(instant: Date) {
  const parts = Object.fromEntries(englishClock.formatToParts(instant).map((part) => [part.type, part.value]));
  return {
    year: pad(Number(parts.year), 4),
    month: pad(Number(parts.month), 2),
    day: pad(Number(parts.day), 2),
    hour: pad(Number(parts.hour), 2),
    minute: pad(Number(parts.minute), 2),
  };
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
