import fc from 'fast-check';
import { addDays, asCalendarDate, daysBetween } from '../calendar-date';

/** Days that break careless code: leap days, year ends, the turn of the reporting year, and both changes of the clocks. */
const awkwardDates = [
  '2016-02-29', '2020-02-29', '2024-02-29', '2028-02-29', '2023-02-28', '2019-12-31', '2025-12-31', '2026-01-01', '2021-03-31',
  '2021-04-01', '2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26', '2020-12-25', '2020-05-08',
].map(asCalendarDate);

function dateFrom(first: string, last: string) {
  const anyDay = fc.integer({ min: 0, max: daysBetween(first, last) }).map((days) => addDays(first, days));
  return fc.oneof({ arbitrary: anyDay, weight: 5 }, { arbitrary: fc.constantFrom(...awkwardDates), weight: 1 });
}

/** For property tests: any day of two centuries. */
export const anyDate = dateFrom('1900-01-01', '2099-12-30');

/** For property tests: any day far enough inside the holiday table, 2015 to 2030, that 250 working days either way stay in it. */
export const anyDateWithHolidays = dateFrom('2016-02-01', '2029-12-01');
