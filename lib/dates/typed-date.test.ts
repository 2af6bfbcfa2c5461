import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDate } from './testing/any-date';
import { asCalendarDate, formatDate, partsOf } from './calendar-date';
import { readTypedDate } from './typed-date';

const today = asCalendarDate('2026-11-23'); // a Monday

describe('a date as staff type it', () => {
  it.each([
    ['14/3/26', '2026-03-14'],
    ['14/03/2026', '2026-03-14'],
    ['14.3.2026', '2026-03-14'],
    ['14-3-26', '2026-03-14'],
    ['14 3 2026', '2026-03-14'],
    ['14 / 3 / 2026', '2026-03-14'],
    ['2026-03-14', '2026-03-14'],
    ['2026/3/14', '2026-03-14'],
    ['14 March 2026', '2026-03-14'],
    ['14th march 2026', '2026-03-14'],
    ['14 MAR 26', '2026-03-14'],
    ['14mar26', '2026-03-14'],
    ['14-Mar-2026', '2026-03-14'],
    ['1st of May 2026', '2026-05-01'],
    ['March 14, 2026', '2026-03-14'],
    ['3 Sept 2026', '2026-09-03'],
    ['Sat 14 March 2026', '2026-03-14'],
    ['Saturday, 14 March 2026', '2026-03-14'],
    ['  14\u00a0March\u00a02026 ', '2026-03-14'],
    ['14\u20113\u20112026', '2026-03-14'],
    ['29/2/2024', '2024-02-29'],
    ['14/3/46', '2046-03-14'],
    ['14/3/47', '1947-03-14'],
    ['14/3/98', '1998-03-14'],
    ['end of June 2026', '2026-06-30'],
    ['end Feb 28', '2028-02-29'],
    ['the end of February 2027', '2027-02-28'],
    ['today', '2026-11-23'],
    ['Yesterday', '2026-11-22'],
    ['TOMORROW', '2026-11-24'],
  ])('%j is %s whichever way a date without a year would lie', (typed, date) => {
    expect(readTypedDate(typed, today)).toEqual({ date });
    expect(readTypedDate(typed, today, { prefer: 'past' })).toEqual({ date });
    expect(readTypedDate(typed, today, { prefer: 'future' })).toEqual({ date });
  });

  it.each([
    ['14 Mar', '2027-03-14', '2026-03-14', '2027-03-14'],
    ['14/9', '2026-09-14', '2026-09-14', '2027-09-14'],
    ['23 November', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['24 Nov', '2026-11-24', '2025-11-24', '2026-11-24'],
    ['end June', '2026-06-30', '2026-06-30', '2027-06-30'],
    ['29 Feb', '2028-02-29', '2024-02-29', '2028-02-29'],
    ['Sat 14 March', 'a question', '2026-03-14', 'a question'],
  ])('%j without a year is the nearest, the last one or the next one', (typed, nearest, past, future) => {
    const answer = (options = {}) => readTypedDate(typed, today, options).date ?? 'a question';
    expect([answer(), answer({ prefer: 'past' }), answer({ prefer: 'future' })]).toEqual([nearest, past, future]);
  });

  it('takes the past one where two are equally near', () => {
    expect(readTypedDate('1 July', asCalendarDate('2026-12-30'))).toEqual({ date: '2026-07-01' });
    expect(readTypedDate('31 Dec', asCalendarDate('2026-01-01'), { prefer: 'past' })).toEqual({ date: '2025-12-31' });
  });

  it('knows a weekday by itself only where the form says which way it lies', () => {
    expect(readTypedDate('Friday', today, { prefer: 'future' })).toEqual({ date: '2026-11-27' });
    expect(readTypedDate('fri', today, { prefer: 'past' })).toEqual({ date: '2026-11-20' });
    expect(readTypedDate('Monday', today, { prefer: 'past' })).toEqual({ date: today });
    expect(readTypedDate('on Monday', today, { prefer: 'future' })).toEqual({ date: today });
    expect(readTypedDate('Friday', today)).toEqual({
      problem: 'Enter the date of the Friday you mean, such as 20 November 2026 or 27 November 2026',
    });
  });

  it.each([
    ['', 'Write it like 14/3/26 or 14 Mar'],
    ['soon', 'Write it like 14/3/26 or 14 Mar'],
    ['20260314', 'Write it like 14/3/26 or 14 Mar'],
    ['2026', 'Write it like 14/3/26 or 14 Mar'],
    ['14 March 2026 10:30', 'Write it like 14/3/26 or 14 Mar'],
    ['4 Ja 2026', 'Write it like 14/3/26 or 14 Mar'],
    ['3/14/26', 'Enter the day first, then the month: 14 3'],
    ['14/0/26', 'The month must be from 1 to 12. Enter the day first, then the month'],
    ['31 June', 'June has 30 days. Enter a day from 1 to 30'],
    ['0/3/2026', 'March has 31 days. Enter a day from 1 to 31'],
    ['30/2/2024', 'February 2024 has 29 days. Enter a day from 1 to 29'],
    ['31/2/26', 'February 2026 has 28 days. Enter a day from 1 to 28'],
    ['0 Feb 2026', 'February 2026 has 28 days. Enter a day from 1 to 28'],
    ['30 Feb', 'February 2027 has 28 days. Enter a day from 1 to 28'],
    ['30/2/206', 'Enter the year with 4 numbers, like 2026'],
    ['29 February 2026', 'February 2026 has 28 days. Enter a day from 1 to 28'],
    ['2026-02-29', 'February 2026 has 28 days. Enter a day from 1 to 28'],
    ['14/3/202', 'Enter the year with 4 numbers, like 2026'],
    ['14 March 1', 'Enter the year with 4 numbers, like 2026'],
    ['14/3/2206', 'Enter a year from 1900 to 2100'],
    ['March 2026', 'Enter the day as well, like 14 March 2026'],
    ['june', 'Enter the day as well, like 14 June'],
    ['Thu 14 March 2026', '14 March 2026 is a Saturday. Check the day of the week or the date'],
    ['next Friday', 'Enter the date of the Friday you mean, such as 27 November 2026 or 4 December 2026'],
    ['last Friday', 'Enter the date of the Friday you mean, such as 13 November 2026 or 20 November 2026'],
    ['next Monday', 'Enter the date of the Monday you mean, such as 30 November 2026 or 7 December 2026'],
  ])('%j is answered with what to do', (typed, problem) => {
    expect(readTypedDate(typed, today)).toEqual({ problem });
  });

  it('is not held up by a pasted page', () => {
    expect(readTypedDate('1 '.repeat(500_000), today)).toEqual({ problem: 'Write it like 14/3/26 or 14 Mar' });
  });

  it('reads back every date the product writes, and every usual way of typing it', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOf(date);
        for (const typed of [date, formatDate(date), `${day}/${month}/${year}`, `${day}.${month}.${year}`]) {
          expect(readTypedDate(typed, today)).toEqual({ date });
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers any text at all, with a date or in words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9a-z /.-]{0,20}$/)), (text) => {
        const answer = readTypedDate(text, today);
        expect((answer.date ?? answer.problem).length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
