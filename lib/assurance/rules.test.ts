import { describe, expect, it } from 'vitest';
import { asCalendarDate as day } from '@/lib/dates/calendar-date';
import { clocksMet, countInWords, happenedIn, ordinalsAfter, readPeriod, readReportingYear, reviewsOfYear, type YearReview } from '@/lib/assurance/rules';

const today = day('2026-11-23');

describe('the period of a report', () => {
  it('is what was asked for', () => {
    const asked = { period: { from: '2026-09-01', to: '2026-11-01' }, isDefault: false, problems: {} };
    expect(readPeriod({ from: '2026-09-01', to: '2026-11-01' }, today)).toEqual(asked);
    expect(readPeriod({ from: '1 Sep', to: '1/11/26' }, today)).toEqual(asked);
    expect(readPeriod({ to: '30 June 2026' }, today).period).toEqual({ from: '2026-03-31', to: '2026-06-30' });
  });
  const lastThreeMonths = { period: { from: '2026-08-24', to: '2026-11-23' }, isDefault: true };
  it('is the last three months where none was', () => {
    for (const asked of [{}, { from: '', to: ' ' }, { from: ['2026-09-01'], to: undefined }]) expect(readPeriod(asked, today)).toEqual({ ...lastThreeMonths, problems: {} });
  });
  it('is the last three months where one cannot be read, and says at the field what is wrong with it', () => {
    expect(readPeriod({ from: 'soon', to: '2026-02-30' }, today)).toEqual({ ...lastThreeMonths, problems: { from: 'Write it like 14/3/26 or 14 Mar', to: 'February 2026 has 28 days. Enter a day from 1 to 28' } });
    expect(readPeriod({ from: '2026-11-01', to: '2026-09-01' }, today)).toEqual({ ...lastThreeMonths, problems: { from: 'Enter a first day that is not after the last day' } });
  });
});

it('a reporting year is two years that follow each other', () => {
  expect(['2020-21', '1999-00', '2020-22', '2099-00', '2020'].map(readReportingYear)).toEqual(['2020-21', null, null, '2099-00', null]);
});

it('what is known only by its reporting year happened in that year, and what is not stated in none', () => {
  const year = { from: day('2020-04-01'), to: day('2021-03-31') };
  expect(happenedIn({ from: '2020-04-01', to: '2021-03-31' }, year)).toBe(true);
  expect(happenedIn({ from: '2021-03-01', to: '2021-04-30' }, year)).toBe(false);
  expect(happenedIn({ from: null, to: null }, year)).toBe(false);
});

it('a year counts its rapid reviews, those that progressed, and what became of the practice reviews', () => {
  const whole = { from: '2020-04-01', to: '2021-03-31' };
  const nothing = { from: null, to: null };
  const review = (id: string, kind: YearReview['kind'], given: Partial<YearReview> = {}): YearReview => ({ id, reference: id, title: id, kind, undertaken: nothing, completed: nothing, expectedYear: null, outcome: null, recordBasis: 'recorded_from_document', carriedFromYear: null, reportingYear: '2020-21', provenance: null, ...given });
  const reviews = [
    review('rr1', 'rapid_review', { undertaken: whole }), review('rr2', 'rapid_review', { undertaken: whole }), review('rr3', 'rapid_review', { undertaken: { from: '2021-04-01', to: '2022-03-31' } }),
    review('a', 'lcspr', { completed: whole }), review('b', 'lcspr', { expectedYear: '2021-22' }), review('old', 'scr', { recordBasis: 'carried_over' }), review('older', 'lcspr', { recordBasis: 'carried_over', carriedFromYear: '2019-20', reportingYear: '2019-20' }),
    review('other', 'scr', { recordBasis: 'carried_over', reportingYear: '2019-20', provenance: 'Annual report 2020-21, p. 18' }),
  ];
  const found = reviewsOfYear(reviews, [{ reviewId: 'a', originReviewId: 'rr1' }, { reviewId: 'b', originReviewId: 'rr2' }], '2020-21');
  const counted = ({ undertaken, progressed, completed, still, carriedOver }: typeof found) => [undertaken, progressed, completed, still, carriedOver].map((some) => some.map((one) => one.id));
  expect(counted(found)).toEqual([['rr1', 'rr2'], ['rr1', 'rr2'], ['a'], ['b'], ['old', 'older']]);
  // The same where the document says that one progressed, and not to which.
  const told = reviews.map((one) => (one.id === 'rr2' ? { ...one, outcome: 'lcspr' } : one));
  expect(counted(reviewsOfYear(told, [], '2020-21'))).toEqual([['rr1', 'rr2'], ['rr2'], ['a'], ['b'], ['old', 'older']]);
  expect(counted(reviewsOfYear(told, [{ reviewId: 'a', originReviewId: 'rr3' }], '2020-21'))[2]).toEqual([]);
});

it('a report writes small counts in words', () => {
  expect([0, 1, 6, 10, 11].map(countInWords)).toEqual(['none', 'one', 'six', 'ten', '11']);
  expect(ordinalsAfter(3, 1)).toBe('the fourth');
  expect(ordinalsAfter(1, 2)).toBe('the second and the third');
});

it('a clock that is not due yet is neither met nor late', () => {
  const clocks = [{ dueOn: '2026-11-20', metOn: '2026-11-20' }, { dueOn: '2026-11-20', metOn: '2026-11-21' }, { dueOn: '2026-11-20', metOn: null }, { dueOn: '2026-11-23', metOn: null }];
  const { inTime, late, open } = clocksMet(clocks, today);
  expect([inTime.length, late.length, open.length]).toEqual([1, 1, 1]);
});
