import { type CalendarDate, addDays, asCalendarDate, partsOf, weekdayOf } from './calendar-date';

/**
 * The bank holidays of England from 2015 to 2030, on the day they are kept: where one falls on a weekend the substitute day is
 * listed instead, so no row is a Saturday or a Sunday.
 *
 * Source: the Banking and Financial Dealings Act 1971 and the Royal Proclamations under it, as GOV.UK lists them for England and
 * Wales. Moved: the early May holiday of 2020 (to Friday 8 May) and the spring holiday of 2022 (to Thursday 2 June). Extra: 3 June
 * 2022, 19 September 2022 and 8 May 2023.
 */
const TABLE: readonly (readonly [date: string, name: string])[] = [
  ['2015-01-01', "New Year's Day"],
  ['2015-04-03', 'Good Friday'],
  ['2015-04-06', 'Easter Monday'],
  ['2015-05-04', 'Early May bank holiday'],
  ['2015-05-25', 'Spring bank holiday'],
  ['2015-08-31', 'Summer bank holiday'],
  ['2015-12-25', 'Christmas Day'],
  ['2015-12-28', 'Boxing Day (substitute day)'],

  ['2016-01-01', "New Year's Day"],
  ['2016-03-25', 'Good Friday'],
  ['2016-03-28', 'Easter Monday'],
  ['2016-05-02', 'Early May bank holiday'],
  ['2016-05-30', 'Spring bank holiday'],
  ['2016-08-29', 'Summer bank holiday'],
  ['2016-12-26', 'Boxing Day'],
  ['2016-12-27', 'Christmas Day (substitute day)'],

  ['2017-01-02', "New Year's Day (substitute day)"],
  ['2017-04-14', 'Good Friday'],
  ['2017-04-17', 'Easter Monday'],
  ['2017-05-01', 'Early May bank holiday'],
  ['2017-05-29', 'Spring bank holiday'],
  ['2017-08-28', 'Summer bank holiday'],
  ['2017-12-25', 'Christmas Day'],
  ['2017-12-26', 'Boxing Day'],

  ['2018-01-01', "New Year's Day"],
  ['2018-03-30', 'Good Friday'],
  ['2018-04-02', 'Easter Monday'],
  ['2018-05-07', 'Early May bank holiday'],
  ['2018-05-28', 'Spring bank holiday'],
  ['2018-08-27', 'Summer bank holiday'],
  ['2018-12-25', 'Christmas Day'],
  ['2018-12-26', 'Boxing Day'],

  ['2019-01-01', "New Year's Day"],
  ['2019-04-19', 'Good Friday'],
  ['2019-04-22', 'Easter Monday'],
  ['2019-05-06', 'Early May bank holiday'],
  ['2019-05-27', 'Spring bank holiday'],
  ['2019-08-26', 'Summer bank holiday'],
  ['2019-12-25', 'Christmas Day'],
  ['2019-12-26', 'Boxing Day'],

  ['2020-01-01', "New Year's Day"],
  ['2020-04-10', 'Good Friday'],
  ['2020-04-13', 'Easter Monday'],
  ['2020-05-08', 'Early May bank holiday (moved to VE Day)'],
  ['2020-05-25', 'Spring bank holiday'],
  ['2020-08-31', 'Summer bank holiday'],
  ['2020-12-25', 'Christmas Day'],
  ['2020-12-28', 'Boxing Day (substitute day)'],

  ['2021-01-01', "New Year's Day"],
  ['2021-04-02', 'Good Friday'],
  ['2021-04-05', 'Easter Monday'],
  ['2021-05-03', 'Early May bank holiday'],
  ['2021-05-31', 'Spring bank holiday'],
  ['2021-08-30', 'Summer bank holiday'],
  ['2021-12-27', 'Christmas Day (substitute day)'],
  ['2021-12-28', 'Boxing Day (substitute day)'],

  ['2022-01-03', "New Year's Day (substitute day)"],
  ['2022-04-15', 'Good Friday'],
  ['2022-04-18', 'Easter Monday'],
  ['2022-05-02', 'Early May bank holiday'],
  ['2022-06-02', 'Spring bank holiday (moved for the Platinum Jubilee)'],
  ['2022-06-03', 'Platinum Jubilee bank holiday'],
  ['2022-08-29', 'Summer bank holiday'],
  ['2022-09-19', 'State funeral of Queen Elizabeth II'],
  ['2022-12-26', 'Boxing Day'],
  ['2022-12-27', 'Christmas Day (substitute day)'],

  ['2023-01-02', "New Year's Day (substitute day)"],
  ['2023-04-07', 'Good Friday'],
  ['2023-04-10', 'Easter Monday'],
  ['2023-05-01', 'Early May bank holiday'],
  ['2023-05-08', 'Coronation of King Charles III'],
  ['2023-05-29', 'Spring bank holiday'],
  ['2023-08-28', 'Summer bank holiday'],
  ['2023-12-25', 'Christmas Day'],
  ['2023-12-26', 'Boxing Day'],

  ['2024-01-01', "New Year's Day"],
  ['2024-03-29', 'Good Friday'],
  ['2024-04-01', 'Easter Monday'],
  ['2024-05-06', 'Early May bank holiday'],
  ['2024-05-27', 'Spring bank holiday'],
  ['2024-08-26', 'Summer bank holiday'],
  ['2024-12-25', 'Christmas Day'],
  ['2024-12-26', 'Boxing Day'],

  ['2025-01-01', "New Year's Day"],
  ['2025-04-18', 'Good Friday'],
  ['2025-04-21', 'Easter Monday'],
  ['2025-05-05', 'Early May bank holiday'],
  ['2025-05-26', 'Spring bank holiday'],
  ['2025-08-25', 'Summer bank holiday'],
  ['2025-12-25', 'Christmas Day'],
  ['2025-12-26', 'Boxing Day'],

  ['2026-01-01', "New Year's Day"],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-04', 'Early May bank holiday'],
  ['2026-05-25', 'Spring bank holiday'],
  ['2026-08-31', 'Summer bank holiday'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-28', 'Boxing Day (substitute day)'],

  ['2027-01-01', "New Year's Day"],
  ['2027-03-26', 'Good Friday'],
  ['2027-03-29', 'Easter Monday'],
  ['2027-05-03', 'Early May bank holiday'],
  ['2027-05-31', 'Spring bank holiday'],
  ['2027-08-30', 'Summer bank holiday'],
  ['2027-12-27', 'Christmas Day (substitute day)'],
  ['2027-12-28', 'Boxing Day (substitute day)'],

  ['2028-01-03', "New Year's Day (substitute day)"],
  ['2028-04-14', 'Good Friday'],
  ['2028-04-17', 'Easter Monday'],
  ['2028-05-01', 'Early May bank holiday'],
  ['2028-05-29', 'Spring bank holiday'],
  ['2028-08-28', 'Summer bank holiday'],
  ['2028-12-25', 'Christmas Day'],
  ['2028-12-26', 'Boxing Day'],

  ['2029-01-01', "New Year's Day"],
  ['2029-03-30', 'Good Friday'],
  ['2029-04-02', 'Easter Monday'],
  ['2029-05-07', 'Early May bank holiday'],
  ['2029-05-28', 'Spring bank holiday'],
  ['2029-08-27', 'Summer bank holiday'],
  ['2029-12-25', 'Christmas Day'],
  ['2029-12-26', 'Boxing Day'],

  ['2030-01-01', "New Year's Day"],
  ['2030-04-19', 'Good Friday'],
  ['2030-04-22', 'Easter Monday'],
  ['2030-05-06', 'Early May bank holiday'],
  ['2030-05-27', 'Spring bank holiday'],
  ['2030-08-26', 'Summer bank holiday'],
  ['2030-12-25', 'Christmas Day'],
  ['2030-12-26', 'Boxing Day'],
];

/** First and last year that the table covers; outside it nobody can say what a working day is. */
export const FIRST_HOLIDAY_YEAR = 2015;
export const LAST_HOLIDAY_YEAR = 2030;

/** The last year whose holidays have been announced. Those of later years follow the usual rule, and may yet be moved or added to. */
export const LAST_ANNOUNCED_YEAR = 2027;

/** `projected`: worked out from the usual rule because that year's holidays have not been proclaimed yet. */
export type BankHoliday = { date: CalendarDate; name: string; projected: boolean };

/** Every bank holiday of England that the product knows, the earliest first. */
export const BANK_HOLIDAYS: readonly BankHoliday[] = TABLE.map(([date, name]) => ({
  date: asCalendarDate(date),
  name,
  projected: isProjected(date),
}));

const byDate = new Map<string, BankHoliday>(BANK_HOLIDAYS.map((holiday) => [holiday.date, holiday]));

/** The bank holiday kept on that day in England; null on any other day. Throws a RangeError outside 2015 to 2030. */
export function findBankHoliday(date: CalendarDate | string): BankHoliday | null {
  assertInHolidayTable(date);
  return byDate.get(date) ?? null;
}

/** Monday to Friday and not a bank holiday in England. Throws a RangeError outside 2015 to 2030. */
export function isWorkingDay(date: CalendarDate | string): boolean {
  return findBankHoliday(date) === null && weekdayOf(date) !== 0 && weekdayOf(date) !== 6;
}

/** Whether a deadline on that day rests on holidays that are not proclaimed yet, and so may still move. */
export function isProjected(date: CalendarDate | string): boolean {
  return partsOf(date).year > LAST_ANNOUNCED_YEAR;
}

/**
 * Whether the table is about to run out of announced holidays: from 1 July of the last announced year, because a clock of six
 * months started that day ends in a year that is only projected. Whoever keeps the product adds the next year from GOV.UK then.
 */
export function holidaysNeedExtending(today: CalendarDate | string): boolean {
  return isProjected(addDays(today, 184));
}

/** Throws a RangeError, in words, when a date lies outside the years of the table or is no date at all. */
export function assertInHolidayTable(date: CalendarDate | string): void {
  const { year } = partsOf(date);
  if (year < FIRST_HOLIDAY_YEAR || year > LAST_HOLIDAY_YEAR) {
    throw new RangeError(
      `Working days are known from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR} only, so ${date} cannot be counted`,
    );
  }
}
