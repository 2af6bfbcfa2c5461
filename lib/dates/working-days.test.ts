import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDate, anyDateWithHolidays } from './testing/any-date';
import { addDays, daysInMonth, partsOf } from './calendar-date';
import { isWorkingDay } from './holidays';
import { addMonthsClamped, addWorkingDays, subtractWorkingDays, workingDaysBetween } from './working-days';

const fewDays = fc.integer({ min: 0, max: 250 });
const runs = { numRuns: 10_000 };

describe('a deadline in working days', () => {
  it('skips Christmas, Boxing Day kept on the Monday, and New Year', () => {
    expect(addWorkingDays('2020-12-23', 5)).toBe('2021-01-04');
  });

  it('skips Good Friday and Easter Monday in the fifteen days of a rapid review', () => {
    expect(addWorkingDays('2021-04-01', 15)).toBe('2021-04-26');
  });

  it('is one working day earlier where the start day counts as day 1', () => {
    expect(addWorkingDays('2021-04-01', 15, { countStartDay: true })).toBe('2021-04-23');
    expect(addWorkingDays('2021-04-01', 1, { countStartDay: true })).toBe('2021-04-01');
  });

  it('counts a start on a weekend from the next working day, which is day 1 in both conventions', () => {
    expect(addWorkingDays('2026-11-21', 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1, { countStartDay: true })).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 5, { countStartDay: true })).toBe('2026-11-27');
    expect(addWorkingDays('2020-12-25', 5, { countStartDay: true })).toBe('2021-01-05');
  });

  it('is the start itself at day 0, even on Christmas Day', () => {
    expect(addWorkingDays('2020-12-25', 0)).toBe('2020-12-25');
    expect(addWorkingDays('2020-12-25', 0, { countStartDay: true })).toBe('2020-12-25');
    expect(subtractWorkingDays('2020-12-25', 0)).toBe('2020-12-25');
  });

  it('honours holidays that were moved or added', () => {
    expect(addWorkingDays('2020-05-01', 1)).toBe('2020-05-04');
    expect(addWorkingDays('2020-05-07', 1)).toBe('2020-05-11');
    expect(addWorkingDays('2022-05-27', 1)).toBe('2022-05-30');
    expect(addWorkingDays('2022-06-01', 1)).toBe('2022-06-06');
    expect(addWorkingDays('2022-09-16', 1)).toBe('2022-09-20');
    expect(addWorkingDays('2023-05-05', 1)).toBe('2023-05-09');
  });

  it('does not mind the clocks changing', () => {
    expect(addWorkingDays('2026-03-27', 1)).toBe('2026-03-30');
    expect(addWorkingDays('2026-10-23', 1)).toBe('2026-10-26');
  });

  it('counts back: what goes to the Panel seven working days before publication', () => {
    expect(subtractWorkingDays('2021-04-12', 7)).toBe('2021-03-30');
    expect(subtractWorkingDays('2026-11-22', 1)).toBe('2026-11-20');
  });
});

describe('working days between two days', () => {
  it('counts the days after the first, up to and including the second', () => {
    expect(workingDaysBetween('2021-04-01', '2021-04-26')).toBe(15);
    expect(workingDaysBetween('2026-11-23', '2026-11-24')).toBe(1);
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
    expect(workingDaysBetween('2026-11-21', '2026-11-23')).toBe(1);
  });

  it('is negative where the second is the earlier', () => {
    expect(workingDaysBetween('2021-04-26', '2021-04-01')).toBe(-15);
    expect(workingDaysBetween('2026-11-23', '2026-11-21')).toBe(-1);
    expect(workingDaysBetween('2026-11-22', '2026-11-20')).toBe(0);
  });
});

describe('laws of working days, on 10,000 days each', () => {
  it('a deadline falls on a working day, later the more days there are', () => {
    fc.assert(
      fc.property(anyDateWithHolidays, fc.integer({ min: 1, max: 249 }), (day, days) => {
        const deadline = addWorkingDays(day, days);
        expect(isWorkingDay(deadline)).toBe(true);
        expect(deadline > day).toBe(true);
        expect(addWorkingDays(day, days + 1) > deadline).toBe(true);
        expect(addWorkingDays(addDays(day, 1), days) >= deadline).toBe(true);
      }),
      runs,
    );
  });

  it('the count to a deadline is the number of days it was given', () => {
    fc.assert(
      fc.property(anyDateWithHolidays, fewDays, (day, days) => {
        expect(workingDaysBetween(day, addWorkingDays(day, days))).toBe(days);
      }),
      runs,
    );
  });

  it('counting back undoes counting forward from a working day, and the other way round', () => {
    fc.assert(
      fc.property(anyDateWithHolidays.filter(isWorkingDay), fewDays, (day, days) => {
        expect(subtractWorkingDays(addWorkingDays(day, days), days)).toBe(day);
        expect(addWorkingDays(subtractWorkingDays(day, days), days)).toBe(day);
      }),
      runs,
    );
  });

  it('days may be added in two steps or in one', () => {
    fc.assert(
      fc.property(anyDateWithHolidays, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (day, first, then) => {
        expect(addWorkingDays(addWorkingDays(day, first), then)).toBe(addWorkingDays(day, first + then));
      }),
      runs,
    );
  });

  it('counting the start day is the same as starting the day before', () => {
    fc.assert(
      fc.property(anyDateWithHolidays, fc.integer({ min: 1, max: 250 }), (day, days) => {
        expect(addWorkingDays(day, days, { countStartDay: true })).toBe(addWorkingDays(addDays(day, -1), days));
      }),
      runs,
    );
  });

  it('a count and its reverse cancel out, and counts join end to end', () => {
    fc.assert(
      fc.property(anyDateWithHolidays, anyDateWithHolidays, anyDateWithHolidays, (a, b, c) => {
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, a)).toBe(0);
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('outside what is known', () => {
  it('refuses days beyond the holiday table instead of guessing', () => {
    expect(() => addWorkingDays('2014-12-31', 5)).toThrow('known from 2015 to 2030');
    expect(() => addWorkingDays('2031-01-01', 0)).toThrow('known from 2015 to 2030');
    expect(() => addWorkingDays('2030-12-31', 1)).toThrow('1 working days from 2030-12-31 cannot be counted');
    expect(() => subtractWorkingDays('2015-01-02', 1)).toThrow('-1 working days from 2015-01-02 cannot be counted');
    expect(() => workingDaysBetween('2014-12-31', '2015-01-05')).toThrow('known from 2015 to 2030');
    expect(() => workingDaysBetween('2030-12-31', '2031-01-01')).toThrow('known from 2015 to 2030');
    expect(addWorkingDays('2030-12-30', 1)).toBe('2030-12-31');
    expect(addWorkingDays('2015-01-01', 1, { countStartDay: true })).toBe('2015-01-02');
  });

  it('refuses part days, days backwards and what is no date', () => {
    expect(() => addWorkingDays('2026-11-23', -1)).toThrow('Not a number of working days');
    expect(() => subtractWorkingDays('2026-11-23', 1.5)).toThrow('Not a number of working days');
    expect(() => addWorkingDays('2026-11-23', Number.NaN)).toThrow('Not a number of working days');
    expect(() => addWorkingDays('2026-02-30', 1)).toThrow('Not a calendar date');
    expect(() => workingDaysBetween('2026-02-01', '23/11/2026')).toThrow('Not a calendar date');
  });
});

describe('a deadline in months', () => {
  it('is the same day of the month, or the last day where the month is shorter', () => {
    expect(addMonthsClamped('2020-08-31', 6)).toBe('2021-02-28');
    expect(addMonthsClamped('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonthsClamped('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonthsClamped('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonthsClamped('2026-07-15', 6)).toBe('2027-01-15');
    expect(addMonthsClamped('2026-11-30', 1)).toBe('2026-12-30');
    expect(addMonthsClamped('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonthsClamped('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonthsClamped('2026-01-31', 0)).toBe('2026-01-31');
  });

  it('needs no holiday table, but stays inside the calendar', () => {
    expect(addMonthsClamped('1950-01-31', 1)).toBe('1950-02-28');
    expect(() => addMonthsClamped('9999-07-01', 6)).toThrow('outside the calendar');
    expect(() => addMonthsClamped('0001-01-01', -1)).toThrow('outside the calendar');
    expect(() => addMonthsClamped('2026-01-01', 1.5)).toThrow('Not a whole number of months');
    expect(() => addMonthsClamped('2026-02-30', 1)).toThrow('Not a calendar date');
  });

  it('lands in the right month, on the right day or the last, and never goes backwards', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const from = partsOf(day);
        const to = partsOf(addMonthsClamped(day, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
        expect(addMonthsClamped(addDays(day, 1), months) >= addMonthsClamped(day, months)).toBe(true);
      }),
      runs,
    );
  });
});
