import { addDays, asCalendarDate, compareDates, formatDate, isCalendarDate, reportingYearPeriod, type CalendarDate } from '@/lib/dates/calendar-date';

/** A period that a report is about: both days belong to it. */
export type Period = { from: CalendarDate; to: CalendarDate };

const defaultDays = 91;

/** The period asked for, or the thirteen weeks up to today where none is, or one that makes no sense. */
export function readPeriod(asked: { from?: string; to?: string }, today: CalendarDate): Period {
  const to = asked.to && isCalendarDate(asked.to) ? asCalendarDate(asked.to) : today;
  const from = asked.from && isCalendarDate(asked.from) ? asCalendarDate(asked.from) : addDays(to, -defaultDays);
  return compareDates(from, to) <= 0 ? { from, to } : { from: addDays(today, -defaultDays), to: today };
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
  recordBasis: 'worked_here' | 'recorded_from_document' | 'carried_over';
  reportingYear: string;
  provenance: string | null;
};
export type YearOrigin = { reviewId: string; originReviewId: string; inferred: boolean };

export type YearReviews = { undertaken: YearReview[]; progressed: YearReview[]; lcsprs: YearReview[]; completed: YearReview[]; still: YearReview[]; carriedOver: YearReview[] };

/**
 * What a year's review activity comes to, from the records alone: rapid reviews undertaken in it; those of them that progressed
 * to an LCSPR; of those LCSPRs the ones completed in the year and the ones that were not; and reviews carried over into it.
 */
export function reviewsOfYear(reviews: YearReview[], origins: YearOrigin[], year: string): YearReviews {
  const period = reportingYearPeriod(year);
  const undertaken = reviews.filter((review) => review.kind === 'rapid_review' && happenedIn(review.undertaken, period));
  const links = origins.filter((origin) => undertaken.some((review) => review.id === origin.originReviewId));
  const progressed = undertaken.filter((review) => links.some((link) => link.originReviewId === review.id));
  const lcsprs = reviews.filter((review) => review.kind === 'lcspr' && links.some((link) => link.reviewId === review.id));
  const completed = lcsprs.filter((review) => happenedIn(review.completed, period));
  return { undertaken, progressed, lcsprs, completed, still: lcsprs.filter((review) => !completed.includes(review)), carriedOver: reviews.filter((review) => review.recordBasis === 'carried_over' && review.provenance?.includes(year)) };
}

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count as a report writes it: in words up to ten, in figures beyond. */
export function countInWords(count: number): string {
  return small[count] ?? String(count);
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
