import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, asCalendarDate, calendarDateOf, compareDates, daysBetween, daysInMonth, formatDate, formatDateShort, formatDateWithDay,
  formatInstant, formatTime, isCalendarDate, nameOfMonth, reportingYearOf, reportingYearPeriod, todayInEngland, weekdayOf,
  spanInWords,
} from './calendar-date';
import { anyDate } from './testing/any-date';

describe('a calendar date', () => {
  it('is a day that exists', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2000-02-29')).toBe(true);
    expect(isCalendarDate('0001-01-01')).toBe(true);
    expect(isCalendarDate('9999-12-31')).toBe(true);
  });

  it.each([
    '2023-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-3-14',
    '14-03-2026', '2026-03-14T00:00:00Z', ' 2026-03-14', '2026-03-14\n', '', 'today',
  ])('is not %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => asCalendarDate(text)).toThrow('Not a calendar date');
  });

  it('is made of a year, a month and a day, or not at all', () => {
    expect(calendarDateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDateOf(2023, 2, 29)).toBeNull();
    expect(calendarDateOf(2023, 13, 1)).toBeNull();
    expect(daysInMonth(1900, 2)).toBe(28);
    expect(daysInMonth(2000, 2)).toBe(29);
    expect(daysInMonth(2026, 9)).toBe(30);
  });
});

describe('the day it is in England', () => {
  it.each([
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00:00Z', '2026-07-01'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T23:30:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2024-02-29T12:00:00Z', '2024-02-29'],
  ])('at %s is %s', (instant, day) => {
    expect(todayInEngland(new Date(instant))).toBe(day);
  });

  it('is told with the hour on the wall, on either side of a clock change', () => {
    expect(formatInstant(new Date('2026-11-23T10:42:00Z'))).toBe('23 November 2026 at 10:42');
    expect(formatTime(new Date('2026-03-29T00:59:00Z'))).toBe('00:59');
    expect(formatTime(new Date('2026-03-29T01:00:00Z'))).toBe('02:00');
    expect(formatTime(new Date('2026-10-25T00:30:00Z'))).toBe('01:30');
    expect(formatTime(new Date('2026-10-25T01:30:00Z'))).toBe('01:30');
    expect(formatTime(new Date('2026-01-01T00:00:00Z'))).toBe('00:00');
  });

  it('is not known of no instant', () => {
    expect(() => todayInEngland(new Date('nonsense'))).toThrow(RangeError);
  });
});

describe('counting days', () => {
  it('does not lose a day when the clocks change', () => {
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 1)).toBe('2026-10-25');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('goes over leap days, months and years, both ways', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it('stays inside the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 1e12)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow('Not a whole number of days');
    expect(() => addDays('2026-02-30', 1)).toThrow('Not a calendar date');
  });

  it('holds for any two days: the difference leads from one to the other, and the order is that of the text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0);
        expect(compareDates(a, b)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(weekdayOf(addDays(a, 7))).toBe(weekdayOf(a));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a date on screen', () => {
  it('is written out', () => {
    expect(formatDate('2021-01-04')).toBe('4 January 2021');
    expect(formatDateWithDay('2020-12-03')).toBe('Thu 3 December');
    expect(formatDateWithDay('2020-12-03', '2026-11-23')).toBe('Thu 3 December 2020');
    expect(nameOfMonth(3)).toBe('March');
    expect(() => nameOfMonth(13)).toThrow('Not a month');
  });

  it('leaves out the year where the reader is in it', () => {
    expect(formatDateShort('2021-01-04')).toBe('4 Jan');
    expect(formatDateShort('2021-01-04', '2021-12-31')).toBe('4 Jan');
    expect(formatDateShort('2021-01-04', '2022-01-01')).toBe('4 Jan 2021');
  });
});

describe('the reporting year', () => {
  it('runs from 1 April to 31 March', () => {
    expect(reportingYearOf('2020-04-01')).toBe('2020-21');
    expect(reportingYearOf('2021-03-31')).toBe('2020-21');
    expect(reportingYearOf('2021-04-01')).toBe('2021-22');
    expect(reportingYearOf('2099-12-31')).toBe('2099-00');
    expect(reportingYearPeriod('2020-21')).toEqual({ from: '2020-04-01', to: '2021-03-31' });
    expect(reportingYearPeriod('1999-00')).toEqual({ from: '1999-04-01', to: '2000-03-31' });
  });

  it.each(['2020-22', '2020-20', '2020/21', '2020-2021', '20-21', '', '2020'])('is not %j', (text) => {
    expect(() => reportingYearPeriod(text)).toThrow('Not a reporting year');
  });

  it('holds every day within its own first and last day', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const { from, to } = reportingYearPeriod(reportingYearOf(day));
        expect(from <= day && day <= to).toBe(true);
        expect([365, 366]).toContain(daysBetween(from, to) + 1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('how long it is between two days', () => {
  it.each([
    ['2026-03-14', '2026-03-14', 'less than a day'], ['2026-03-14', '2026-03-15', 'a day'], ['2026-03-14', '2026-03-27', '13 days'], ['2026-03-14', '2026-03-28', '2 weeks'],
    ['2026-03-14', '2026-05-13', '8 weeks'], ['2026-03-14', '2026-05-14', '2 months'], ['2025-09-23', '2026-11-23', '14 months'], ['2024-02-29', '2026-02-28', '23 months'], ['2023-11-24', '2026-11-23', '2 years'],
  ])('from %s to %s is %s', (from, to, words) => expect(spanInWords(from, to)).toBe(words));
});
