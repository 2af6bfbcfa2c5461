import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, asCalendarDate, partsOf, weekdayOf } from './calendar-date';
import {
  BANK_HOLIDAYS, FIRST_HOLIDAY_YEAR, LAST_ANNOUNCED_YEAR, LAST_HOLIDAY_YEAR, findBankHoliday, holidaysNeedExtending, isProjected,
  isWorkingDay,
} from './holidays';

const years = Array.from({ length: LAST_HOLIDAY_YEAR - FIRST_HOLIDAY_YEAR + 1 }, (_, index) => FIRST_HOLIDAY_YEAR + index);
const keptIn = (year: number) => BANK_HOLIDAYS.map((holiday) => holiday.date).filter((date) => partsOf(date).year === year);

describe('the bank holidays of England', () => {
  it.each(years)('of %i are those that an independent list gives', (year) => {
    const independent = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => asCalendarDate(holiday.date.slice(0, 10)))
      // Christmas Day on a Sunday is listed there as well as the day it is kept on.
      .filter((date) => weekdayOf(date) !== 0 && weekdayOf(date) !== 6);
    expect(keptIn(year)).toEqual(independent);
  });

  it.each(years)('of %i follow the usual rule, but for those moved or added by proclamation', (year) => {
    const moved = new Map([
      ['2020-05-04', '2020-05-08'],
      ['2022-05-30', '2022-06-02'],
    ]);
    const added = ['2022-06-03', '2022-09-19', '2023-05-08'].filter((date) => date.startsWith(String(year)));
    const usual = usualHolidays(year).map((date) => moved.get(date) ?? date);
    expect(keptIn(year)).toEqual([...usual, ...added].sort());
  });

  it('are in order, each once, on weekdays and named', () => {
    const dates = BANK_HOLIDAYS.map((holiday) => holiday.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(BANK_HOLIDAYS.filter(({ date, name }) => weekdayOf(date) === 0 || weekdayOf(date) === 6 || name === '')).toEqual([]);
  });

  it('know the holidays that were moved or added, and the days they were moved from', () => {
    expect(findBankHoliday('2020-05-08')?.name).toContain('VE Day');
    expect(findBankHoliday('2022-06-03')?.name).toContain('Platinum Jubilee');
    expect(findBankHoliday('2022-09-19')?.name).toContain('funeral');
    expect(findBankHoliday('2023-05-08')?.name).toContain('Coronation');
    expect(isWorkingDay('2020-05-04')).toBe(true);
    expect(isWorkingDay('2022-05-30')).toBe(true);
    expect(findBankHoliday('2021-12-27')?.name).toBe('Christmas Day (substitute day)');
  });

  it('say which of them are only projected', () => {
    expect(isProjected('2027-12-31')).toBe(false);
    expect(isProjected('2028-01-01')).toBe(true);
    expect(BANK_HOLIDAYS.filter((holiday) => holiday.projected).every((holiday) => holiday.date >= '2028')).toBe(true);
    expect(new Set(BANK_HOLIDAYS.filter((holiday) => holiday.projected).map((holiday) => partsOf(holiday.date).year))).toEqual(
      new Set([2028, 2029, 2030]),
    );
  });

  it('ask to be extended while half a year of announced holidays is left', () => {
    expect(holidaysNeedExtending(`${LAST_ANNOUNCED_YEAR}-06-30`)).toBe(false);
    expect(holidaysNeedExtending(`${LAST_ANNOUNCED_YEAR}-07-01`)).toBe(true);
    expect(holidaysNeedExtending('2040-01-01')).toBe(true);
  });

  it('are not known outside the table', () => {
    expect(() => isWorkingDay('2014-12-31')).toThrow('known from 2015 to 2030');
    expect(() => findBankHoliday('2031-01-01')).toThrow('known from 2015 to 2030');
    expect(() => isWorkingDay('25 December 2026')).toThrow('Not a calendar date');
  });
});

/** What the 1971 Act and the yearly proclamations come to when nothing is moved: the oracle that the table is held against. */
function usualHolidays(year: number): string[] {
  const mondayFrom = (date: string) => addDays(date, (8 - weekdayOf(date)) % 7);
  const lastMondayOf = (lastDay: string) => addDays(lastDay, -((weekdayOf(lastDay) + 6) % 7));
  const newYear = `${year}-01-01`;
  const christmas = `${year}-12-25`;
  // Days after Christmas on which it and Boxing Day are kept, by the weekday of Christmas.
  const keptAfter: Record<number, number[]> = { 0: [1, 2], 5: [0, 3], 6: [2, 3] };
  const easter = easterSunday(year);
  return [
    [0, 6].includes(weekdayOf(newYear)) ? mondayFrom(newYear) : newYear,
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(`${year}-05-01`),
    lastMondayOf(`${year}-05-31`),
    lastMondayOf(`${year}-08-31`),
    ...(keptAfter[weekdayOf(christmas)] ?? [0, 1]).map((days) => addDays(christmas, days)),
  ];
}

/** The anonymous Gregorian computus of 1876. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return asCalendarDate(`${year}-0${month}-${String(day).padStart(2, '0')}`);
}
