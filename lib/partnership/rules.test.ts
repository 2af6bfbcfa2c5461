import { describe, expect, test } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { isId, lastDayOf, nameOn, overlap } from '@/lib/partnership/rules';

const today = asCalendarDate('2026-11-23');

describe('what an agency was called', () => {
  const names = [{ name: 'Tees Valley CCG', fromOn: '2020-04-01', toOn: '2022-06-30' }, { name: 'North East ICB', fromOn: '2022-07-01', toOn: null }];
  test('is the name of the day', () => {
    expect(nameOn(names, '2022-06-30')).toBe('Tees Valley CCG');
    expect(nameOn(names, '2022-07-01')).toBe('North East ICB');
  });
  test('is its first name before it had one, and its last after it ended', () => {
    expect(nameOn(names, '2019-01-01')).toBe('Tees Valley CCG');
    expect(nameOn([{ name: 'The old board', fromOn: null, toOn: '2019-09-28' }], '2026-01-01')).toBe('The old board');
  });
  test('is said to be not stated where there is no name at all', () => expect(nameOn([], '2026-01-01')).toBe('Name not stated'));
});

describe('the end of something dated', () => {
  test('at once makes yesterday its last day', () => expect(lastDayOf({ fromOn: '2026-01-01' }, { when: 'now', lastDay: null }, today)).toEqual({ lastDay: '2026-11-22' }));
  test('of what began today, or is yet to begin, is the day before: it was in force on no whole day', () => {
    expect(lastDayOf({ fromOn: '2026-11-23' }, { when: 'now', lastDay: null }, asCalendarDate('2026-11-23'))).toEqual({ lastDay: '2026-11-22' });
    expect(lastDayOf({ fromOn: '2026-12-01' }, { when: 'now', lastDay: null }, asCalendarDate('2026-11-23'))).toEqual({ lastDay: '2026-11-30' });
  });
  test('cannot come before it begins', () => {
    expect(lastDayOf({ fromOn: '2026-12-01' }, { when: 'on', lastDay: asCalendarDate('2026-11-30') }, today)).toHaveProperty('issues');
  });
  test('on a date needs the date', () => expect(lastDayOf({ fromOn: '2026-01-01' }, { when: 'on', lastDay: null }, today)).toMatchObject({ issues: [{ field: 'lastDay' }] }));
});

test('two dated things share a day when the one’s last is the other’s first', () => {
  expect(overlap({ fromOn: '2026-01-01', toOn: '2026-03-31' }, { fromOn: '2026-03-31', toOn: null })).toBe(true);
  expect(overlap({ fromOn: '2026-01-01', toOn: '2026-03-31' }, { fromOn: '2026-04-01', toOn: null })).toBe(false);
  expect(overlap({ fromOn: '2026-01-01', toOn: null }, { fromOn: '2030-01-01', toOn: '2030-01-02' })).toBe(true);
});

test('an address that is no identifier names nothing', () => {
  expect(isId('1e595c55-321c-4b47-8e0f-8c3dc2bdfc03')).toBe(true);
  expect(isId('new')).toBe(false);
});
