/**
 * Prints what the date functions answer for a spread of days and instants, as JSON. `time-zones.test.ts` runs it with the server set
 * to several time zones and expects the same line from each.
 */
import {
  addDays, asCalendarDate, daysBetween, formatDate, formatDateShort, formatDateWithDay, formatInstant, reportingYearOf, todayInEngland,
} from '../calendar-date';
import { readTypedDate } from '../typed-date';
import { addMonthsClamped, addWorkingDays, subtractWorkingDays, workingDaysBetween } from '../working-days';

const clockChangesAndEdges = [
  '2020-02-29', '2024-02-29', '2021-03-31', '2021-04-01', '2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25',
  '2026-10-26', '2025-12-31', '2026-01-01', '2026-04-04', '2026-04-05', '2026-09-26', '2026-09-27', '2020-12-23', '2022-06-01',
].map(asCalendarDate);

const instants = [
  '2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-06-30T23:30:00Z',
  '2026-12-31T23:59:59.999Z', '2026-01-01T00:00:00Z', '2024-02-29T23:30:00Z', '2020-03-31T23:00:00Z',
].map((instant) => new Date(instant));

// Every 97th day of the table's middle years, so that all months and weekdays come up.
const spread = Array.from({ length: 40 }, (_, index) => addDays('2017-01-01', index * 97));

const report = {
  days: [...clockChangesAndEdges, ...spread].map((day) => [
    addDays(day, 1), daysBetween(day, '2026-01-01'), formatDate(day), formatDateShort(day, '2026-07-01'), formatDateWithDay(day),
    reportingYearOf(day), addWorkingDays(day, 15), addWorkingDays(day, 15, { countStartDay: true }), subtractWorkingDays(day, 7),
    workingDaysBetween(day, '2026-11-23'), addMonthsClamped(day, 6), readTypedDate('end Feb', day), readTypedDate('14/3', day),
  ]),
  instants: instants.map((instant) => [todayInEngland(instant), formatInstant(instant)]),
};

process.stdout.write(JSON.stringify({ offset: new Date('2026-07-01T00:00:00Z').getTimezoneOffset(), report }));
