import { addDays, compareDates, formatDate, reportingYearOf, reportingYearPeriod, type CalendarDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';
import { addMonthsClamped } from '@/lib/dates/working-days';

/** A period that a report is about: both days belong to it. */
export type Period = { from: CalendarDate; to: CalendarDate };

const defaultMonths = 3;

/** The period a page is about; where two dates were typed, what is wrong with either of them, in the words shown at its field. */
export type PeriodRead = { period: Period; isDefault: boolean; problems: { from?: string; to?: string } };

/**
 * The period asked for, as somebody typed it or another page links it. Each end that is left out is worked out: up to today, from three months
 * before the end. Where one cannot be read, or the first day is after the last, nothing is guessed from the other: it is the last three months.
 */
export function readPeriod(asked: { from?: unknown; to?: unknown }, today: CalendarDate): PeriodRead {
  const [from, to] = [asked.from, asked.to].map((typed) => (typeof typed === 'string' && typed.trim() !== '' ? readTypedDate(typed, today, { prefer: 'past' }) : null));
  const problems = { ...(from?.problem && { from: from.problem }), ...(to?.problem && { to: to.problem }) };
  const last = to?.date ?? today;
  const period = { from: from?.date ?? monthsBefore(last), to: last };
  if (from?.problem || to?.problem) return { period: { from: monthsBefore(today), to: today }, isDefault: true, problems };
  if (compareDates(period.from, period.to) > 0) return { period: { from: monthsBefore(today), to: today }, isDefault: true, problems: { from: 'Enter a first day that is not after the last day' } };
  return { period, isDefault: period.to === today && period.from === monthsBefore(today), problems: {} };
}

/** The first of the three months that end on a day. */
function monthsBefore(to: CalendarDate): CalendarDate {
  return addDays(addMonthsClamped(to, -defaultMonths), 1);
}

export function periodInWords(period: Period): string {
  return `${formatDate(period.from)} to ${formatDate(period.to)}`;
}

/** "2020-21", or null where it is no reporting year. */
export function readReportingYear(text: string): string | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match && (Number(match[1]) + 1) % 100 === Number(match[2]) && Number(match[1]) >= 2000 && Number(match[1]) < 2100 ? text : null;
}

type Happened = { from: string | null; to: string | null };

/** Whether something had happened within a period as far as can be told: its own period lies inside. What is not stated has not. */
export function happenedIn(happened: Happened, period: Period): boolean {
  return happened.from !== null && compareDates(happened.from, period.from) >= 0 && compareDates(happened.to ?? happened.from, period.to) <= 0;
}

export type YearReview = {
  id: string;
  reference: string;
  title: string;
  kind: 'rapid_review' | 'lcspr' | 'scr' | 'local_learning_review';
  undertaken: Happened;
  completed: Happened;
  expectedYear: string | null;
  /** Of a rapid review, what it came to. */
  outcome: string | null;
  recordBasis: 'worked_here' | 'recorded_from_document' | 'carried_over';
  /** The year it was carried over from, where the document gives one. */
  carriedFromYear: string | null;
  reportingYear: string;
  provenance: string | null;
};
export type YearOrigin = { reviewId: string; originReviewId: string };

export type YearReviews = { undertaken: YearReview[]; progressed: YearReview[]; lcsprs: YearReview[]; completed: YearReview[]; still: YearReview[]; carriedOver: YearReview[] };

/**
 * What a year's review activity comes to, from the records alone: rapid reviews undertaken in it; those of them that progressed
 * to an LCSPR; of those LCSPRs the ones completed in the year and the ones that were not; and reviews carried over into it.
 * A document may say how many progressed and not which led to which: then the practice reviews are those it gives for its own year.
 */
export function reviewsOfYear(reviews: YearReview[], origins: YearOrigin[], year: string): YearReviews {
  const period = reportingYearPeriod(year);
  const undertaken = reviews.filter((review) => review.kind === 'rapid_review' && happenedIn(review.undertaken, period));
  const links = origins.filter((origin) => undertaken.some((review) => review.id === origin.originReviewId));
  const progressed = undertaken.filter((review) => review.outcome === 'lcspr' || links.some((link) => link.originReviewId === review.id));
  const isOfTheYear = (review: YearReview) => review.recordBasis === 'recorded_from_document' && review.reportingYear === year && !origins.some((origin) => origin.reviewId === review.id);
  const lcsprs = reviews.filter((review) => review.kind === 'lcspr' && (links.some((link) => link.reviewId === review.id) || isOfTheYear(review)));
  const completed = lcsprs.filter((review) => happenedIn(review.completed, period));
  return { undertaken, progressed, lcsprs, completed, still: lcsprs.filter((review) => !completed.includes(review)), carriedOver: reviews.filter((review) => review.recordBasis === 'carried_over' && carriedInto(review) === year) };
}

/** The year a review was carried over into: the one after that it came from, or where no year is given its own. */
function carriedInto(review: Pick<YearReview, 'carriedFromYear' | 'reportingYear'>): string {
  return review.carriedFromYear ? reportingYearOf(addDays(reportingYearPeriod(review.carriedFromYear).to, 1)) : review.reportingYear;
}

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count as a report writes it: in words up to ten, in figures beyond. */
export function countInWords(count: number): string {
  return small[count] ?? String(count);
}

/** As a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "the fourth", "the fourth and the fifth": those that come after the ones already counted. */
export function ordinalsAfter(counted: number, more: number): string {
  const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
  return Array.from({ length: more }, (_, place) => `the ${ordinals[counted + place] ?? `${counted + place + 1}th`}`).join(' and ');
}

export type ClockOfPeriod = { dueOn: string; metOn: string | null };

/** Of the clocks due in a period, those met by their date, those met late, and those still open past it. Not due yet is none of them. */
export function clocksMet<T extends ClockOfPeriod>(clocks: T[], today: CalendarDate): { inTime: T[]; late: T[]; open: T[] } {
  return {
    inTime: clocks.filter((clock) => clock.metOn !== null && clock.metOn <= clock.dueOn),
    late: clocks.filter((clock) => clock.metOn !== null && clock.metOn > clock.dueOn),
    open: clocks.filter((clock) => clock.metOn === null && clock.dueOn < today),
  };
}
