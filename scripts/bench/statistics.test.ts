import { expect, test } from 'vitest';
import { median, table } from './statistics';

test('the median is the middle one, or between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([8, 1, 4, 100])).toBe(6);
});

test('a table lines its columns up', () => {
  expect(table([['page', 'ratio'], ['colour', '1.04']])).toBe('page     ratio\ncolour    1.04');
});
