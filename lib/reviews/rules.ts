import { FIRST_HOLIDAY_YEAR, isWorkingDay, LAST_HOLIDAY_YEAR } from '@/lib/dates/holidays';
import { addMonthsClamped, addWorkingDays, subtractWorkingDays, workingDaysBetween } from '@/lib/dates/working-days';
import { addDays, compareDates, daysBetween, formatDate, formatDateWithDay, nameOfWeekday, reportingYearOf, type CalendarDate } from '@/lib/dates/calendar-date';
import { keysOf } from '@/lib/forms/readers';
import type { Issue } from '@/lib/forms/state';
import { criterionLabels, narrativeFields, outcomeLabels, type stageLabels } from '@/lib/reviews/labels';

/** What a rapid review comes to. */
export type Outcome = keyof typeof outcomeLabels;
export type Stage = keyof typeof stageLabels;

/** What a partnership has chosen where guidance leaves a choice. */
export type ClockSettings = { guidanceEdition: string; rapidReviewStartsFrom: 'sent' | 'aware'; countStartDay: boolean };

export type NewClock = {
  rule: 'notification' | 'rapid_review' | 'lcspr';
  startEvent: string;
  startedOn: CalendarDate;
  guidanceEdition: string;
  length: number;
  unit: 'working_day' | 'month';
  countStartDay: boolean;
  computedDueOn: CalendarDate;
};

/** Working days to notify from becoming aware (Children Act 2004 s16C(1); five working days: Working Together). */
const notificationDays = 5;
/** Working days to complete a rapid review (Child Safeguarding Practice Review Panel guidance). */
const rapidReviewDays = 15;
/** Months to complete and publish an LCSPR from the decision to initiate it (Working Together). */
const lcsprMonths = 6;

const startEvents = { aware: 'The council became aware of the incident', sent: 'The notification was sent to the National Panel' } as const;

/** From which of the two a rapid review's clock runs: it keeps what it began with when the partnership's choice changes. */
export function startsFrom(clock: { startEvent: string }): ClockSettings['rapidReviewStartsFrom'] {
  return clock.startEvent === startEvents.aware ? 'aware' : 'sent';
}

/**
 * The two clocks a notification starts. The rapid review's runs from the day it was sent, or from becoming aware where the
 * partnership counts so; it is not there until that day is known.
 */
export function clocksOfNotification(dates: { awareOn: CalendarDate; sentOn: CalendarDate | null }, settings: ClockSettings): NewClock[] {
  const clock = (rule: 'notification' | 'rapid_review', startEvent: string, startedOn: CalendarDate, length: number, countStartDay: boolean): NewClock => ({
    rule, startEvent, startedOn, guidanceEdition: settings.guidanceEdition, length, unit: 'working_day', countStartDay, computedDueOn: addWorkingDays(startedOn, length, { countStartDay }),
  });
  const clocks = [clock('notification', startEvents.aware, dates.awareOn, notificationDays, false)];
  const start = settings.rapidReviewStartsFrom === 'sent' ? dates.sentOn : dates.awareOn;
  if (start) {
    clocks.push(clock('rapid_review', startEvents[settings.rapidReviewStartsFrom], start, rapidReviewDays, settings.countStartDay));
  }
  return clocks;
}

/** The six months of an LCSPR, from the decision that initiated it; clamped to the end of a shorter month. */
export function clockOfLcspr(decidedOn: CalendarDate, guidanceEdition: string): NewClock {
  return { rule: 'lcspr', startEvent: 'The decision to initiate it', startedOn: decidedOn, guidanceEdition, length: lcsprMonths, unit: 'month', countStartDay: false, computedDueOn: addMonthsClamped(decidedOn, lcsprMonths) };
}

const outsideTable = `Enter a date from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}: working days are counted in those years. Check the year`;

/** Whether a clock can start on a day: its working days lie within the table of bank holidays, with a quarter of a year to spare. */
export function hasClock(date: string): boolean {
  return date >= `${FIRST_HOLIDAY_YEAR}-01-01` && date < `${LAST_HOLIDAY_YEAR}-10-01`;
}

/** What is wrong with another date for a clock: one that was met is over, before or on its start there would be no day left, past the table none can be counted, and on a day nobody works nothing can be done. */
export function whatIsWrongWithOverride(clock: { startedOn: string; metOn: string | null }, dueOn: string): Issue[] {
  if (clock.metOn !== null) return [{ message: 'This clock has been met. Its date stands' }];
  if (dueOn <= clock.startedOn) return [{ field: 'dueOn', message: 'Enter a day after the clock started' }];
  if (dueOn > `${LAST_HOLIDAY_YEAR}-12-31`) return [{ field: 'dueOn', message: outsideTable }];
  if (isWorkingDay(dueOn)) return [];
  return [{ field: 'dueOn', message: `${formatDateLong(dueOn)} is not a working day. Enter ${formatDateLong(subtractWorkingDays(dueOn, 1))} or ${formatDateLong(addWorkingDays(dueOn, 1))}` }];
}

const formatDateLong = (date: string) => `${nameOfWeekday(date)} ${formatDate(date)}`;

/** The last working day before a due date that is none: the clock itself stays with the day its rule gives. */
export function lastWorkingDayBefore(dueOn: string): CalendarDate | null {
  return dueOn > `${LAST_HOLIDAY_YEAR}-12-31` || isWorkingDay(dueOn) ? null : subtractWorkingDays(dueOn, 1);
}

export type Clock = {
  rule: 'notification' | 'rapid_review' | 'lcspr';
  startEvent: string;
  startedOn: string;
  guidanceEdition: string;
  length: number;
  unit: 'working_day' | 'month';
  countStartDay: boolean;
  computedDueOn: string;
  overrideDueOn: string | null;
  overrideReason: string | null;
  metOn: string | null;
};

export type ClockReading = {
  /** Which day or month of the clock it is, or was when it was met: 0 on the start day, beyond `of` when it goes on past the rule's own last. */
  day: number;
  /** How many the rule gives, wherever the end was moved to. */
  of: number;
  /** On which day or month it is due: `of`, or where it was moved to. */
  end: number;
  unit: 'day' | 'month';
  dueOn: string;
  /** Where another date was set: the one that was worked out, and why it was moved. */
  moved: { fromOn: string; because: string } | null;
  state: 'running' | 'due_today' | 'late' | 'met' | 'met_late';
  /** "Day 9 of 15, due Thu 3 December", or "moved to" another day: why stands beside it. */
  words: string;
};

/** How a clock stands on a day. An overridden clock is read against its new date; the days that its rule gives stay as many as they are, and the computed date beside it. */
export function readClock(clock: Clock, today: CalendarDate): ClockReading {
  const dueOn = clock.overrideDueOn ?? clock.computedDueOn;
  const at = clock.metOn ?? today;
  const unit = clock.unit === 'working_day' ? ('day' as const) : ('month' as const);
  const day = unit === 'day' ? dayOf(clock, at) : monthOf(clock.startedOn, at);
  const end = clock.overrideDueOn === null ? clock.length : unit === 'day' ? dayOf(clock, clock.overrideDueOn) : monthOf(clock.startedOn, clock.overrideDueOn);
  const late = compareDates(at, dueOn) > 0;
  const state = clock.metOn ? (late ? 'met_late' : 'met') : late ? 'late' : at === dueOn ? 'due_today' : 'running';
  const place = `${unit === 'day' ? 'Day' : 'Month'} ${Math.max(0, day)} of ${clock.length}`;
  const moved = clock.overrideDueOn !== null;
  const words = {
    running: `${day > 0 ? place : firstDayWords(clock, today)}, ${moved ? 'moved to' : 'due'} ${formatDateWithDay(dueOn, today)}`,
    due_today: `${place}, ${moved ? 'moved to' : 'due'} today`,
    late: `${place}, was ${moved ? 'moved to' : 'due'} ${formatDateWithDay(dueOn, today)}`,
    met: `Done on ${unit} ${Math.max(0, day)} of ${clock.length}, ${formatDate(at)}${moved ? `; it was moved to ${formatDate(dueOn)}` : ''}`,
    met_late: `Done late, on ${unit} ${day} of ${clock.length}, ${formatDate(at)}; it was ${moved ? 'moved to' : 'due'} ${formatDate(dueOn)}`,
  }[state];
  return { day, of: clock.length, end, unit, dueOn, moved: clock.overrideDueOn === null ? null : { fromOn: clock.computedDueOn, because: clock.overrideReason ?? '' }, state, words };
}

/** "Day 1 of 15 is tomorrow": a clock of working days whose first one is still to come. */
function firstDayWords(clock: Clock, today: CalendarDate): string {
  const first = addWorkingDays(clock.startedOn, 1, { countStartDay: clock.countStartDay });
  return `Day 1 of ${clock.length} is ${first === addDays(today, 1) ? 'tomorrow' : `on ${formatDateWithDay(first, today)}`}`;
}

/** How many days before it runs out a clock is one to look at: a week, so that a weekly look misses none. */
export const clockIsNear = 7;

/** A review is at its clock where it is late, or runs out within the week. */
export function isAtItsClock(reading: Pick<ClockReading, 'state' | 'dueOn'>, today: CalendarDate): boolean {
  return reading.state !== 'met' && reading.state !== 'met_late' && daysBetween(today, reading.dueOn) <= clockIsNear;
}

/** Read for ever: past the table of bank holidays a clock stands at its last day. */
function dayOf(clock: Clock, at: string): number {
  const last = `${LAST_HOLIDAY_YEAR}-12-31`;
  const days = workingDaysBetween(clock.startedOn, at > last ? last : at);
  return clock.countStartDay ? days + 1 : days;
}

/** 1 in the first month of a clock of months. */
function monthOf(startedOn: string, at: string): number {
  let month = 1;
  while (compareDates(addMonthsClamped(startedOn, month), at) < 0) month += 1;
  return month;
}

export type ReviewFacts = {
  kind: 'rapid_review' | 'lcspr' | 'scr' | 'local_learning_review';
  recordBasis: 'worked_here' | 'recorded_from_document' | 'carried_over';
  undertakenFrom: string | null;
  completedFrom: string | null;
  publishedFrom: string | null;
  withdrawnOn: string | null;
  openedOn: string | null;
  /** When the decision that stands was put to the safeguarding partners, and when they decided. */
  putOn: string | null;
  decidedOn: string | null;
  sentToPanelOn: string | null;
};

/** Where a review stands, most decisive fact first. Never stored: it follows from the dates. */
export function stageOf(review: ReviewFacts): Stage {
  if (review.withdrawnOn) return 'withdrawn';
  if (review.publishedFrom) return 'published';
  if (review.recordBasis !== 'worked_here') return review.completedFrom ? 'completed' : review.undertakenFrom ? 'undertaken' : 'not_stated';
  if (review.kind !== 'rapid_review') return review.completedFrom ? 'completed' : 'under_way';
  // Taken again, as after the National Panel's reply: it is with the partners once more, whatever was sent before.
  if (review.putOn && !review.decidedOn) return 'deciding';
  if (review.sentToPanelOn) return 'sent';
  if (review.completedFrom) return 'completed';
  if (review.decidedOn) return 'decided';
  return review.openedOn ? 'gathering' : 'notified';
}

/** The version of a form that is several rows: the saves of all of them, none of which is ever taken away. */
export function savesOf(rows: readonly { version: number }[]): number {
  return rows.reduce((saves, row) => saves + row.version, 0);
}

export type DecisionFacts = { facts: string; criteria: { criterion: string; answer: 'yes' | 'no' | 'unclear' }[] };

/**
 * The two tests that make a case a serious child safeguarding case, and those of what the partners must take into account (SI 2018/789
 * reg 11) that can be made before the National Panel has been sent anything: what it says is the fourth, and is recorded when it has.
 */
export const criteriaThatMustBeTested = ['abuse_or_neglect', 'died_or_seriously_harmed', 'improvements_needed', 'recurrent_themes', 'two_or_more_agencies'] as const;
const mustBeTested = (criterion: string) => (criteriaThatMustBeTested as readonly string[]).includes(criterion);

/** What is still needed before the decision goes to the safeguarding partners: shown before anybody presses, checked again after. */
export function whatStopsDeciding(review: DecisionFacts, path: string): Issue[] {
  const issues: Issue[] = [];
  if (review.facts.trim() === '') issues.push({ message: 'the summary of the facts', href: `${path}/facts` });
  for (const criterion of criteriaThatMustBeTested) {
    const test = review.criteria.find((tested) => tested.criterion === criterion);
    if (!test || test.answer === 'unclear') issues.push({ message: `${criterionLabels[criterion]}: ${test ? 'still unclear' : 'not tested'}`, href: `${path}/criteria` });
  }
  return issues;
}

export type LeftOpen = {
  requests: { agency: string; repliedOn: string | null }[];
  criteria: DecisionFacts['criteria'];
  narrative: Record<keyof typeof narrativeFields, string>;
};

/** What is open and does not stop a decision: fifteen days do not wait for one agency. */
export function whatIsLeftOpen(review: LeftOpen, path: string): Issue[] {
  const missing = agenciesMissing(review);
  const unwritten = keysOf(narrativeFields).filter((part) => part !== 'facts' && review.narrative[part].trim() === '').map((part) => narrativeFields[part].toLowerCase());
  const untested = keysOf(criterionLabels).filter((criterion) => !mustBeTested(criterion) && !review.criteria.some((test) => test.criterion === criterion)).length;
  return [
    ...(missing.length > 0 ? [{ message: `${missing.length === 1 ? 'the report' : 'the reports'} of ${missing.join(', ')}`, href: `${path}/agencies` }] : []),
    ...(unwritten.length > 0 ? [{ message: `not written: ${unwritten.join(', ')}`, href: `${path}/facts` }] : []),
    ...(untested > 0 ? [{ message: `${untested} other ${untested === 1 ? 'criterion' : 'criteria'}, not tested`, href: `${path}/criteria` }] : []),
  ];
}

/** Agencies that were asked and have not answered. */
export function agenciesMissing(review: Pick<LeftOpen, 'requests'>): string[] {
  return review.requests.filter((request) => request.repliedOn === null).map((request) => request.agency);
}

/**
 * What is wrong with a day that has to follow another: `what` is the field as its form calls it, `after` the day it follows and what that was.
 * `latest` is today for what has happened; what may still be to come has none.
 */
export function whatIsWrongWithDay(field: string, what: string, date: CalendarDate | null, after: { on: string; was: string }, latest: CalendarDate | null): Issue[] {
  if (date === null || (date >= after.on && (latest === null || date <= latest))) return [];
  const from = `${formatDate(after.on)}, when ${after.was}`;
  return [{ field, message: `${what}: enter a date ${latest === null ? `on or after ${from}` : `from ${from}, to today`}` }];
}

export type AfterDecision = { outcome: string | null; decidedOn: string | null; sentToPanelOn: string | null; continuations: unknown[] };

/** What follows once the partners have decided, and nobody has done yet. */
export function whatFollows(review: AfterDecision): ('send' | 'open-lcspr')[] {
  if (review.decidedOn === null) return [];
  return [...(review.sentToPanelOn === null ? (['send'] as const) : []), ...(review.outcome === 'lcspr' && review.continuations.length === 0 ? (['open-lcspr'] as const) : [])];
}

/** Issues of a notification whose dates cannot be in that order. Days as typed; equal days are fine. */
export function whatIsWrongWithDates(dates: { incidentTo: CalendarDate; awareOn: CalendarDate; sentOn: CalendarDate | null }, today: CalendarDate): Issue[] {
  const issues: Issue[] = [];
  for (const [field, date] of [['awareOn', dates.awareOn], ['sentOn', dates.sentOn]] as const) {
    if (date && !hasClock(date)) issues.push({ field, message: outsideTable });
  }
  if (compareDates(dates.awareOn, today) > 0) issues.push({ field: 'awareOn', message: 'The day the council became aware cannot be in the future' });
  if (compareDates(dates.incidentTo, today) > 0) issues.push({ field: 'incidentOn', message: 'The day of the incident cannot be in the future' });
  if (compareDates(dates.awareOn, dates.incidentTo) < 0) issues.push({ field: 'awareOn', message: 'The council cannot have become aware before the incident. Check both dates' });
  if (dates.sentOn && compareDates(dates.sentOn, today) > 0) issues.push({ field: 'sentOn', message: 'The day it was sent cannot be in the future. Leave it empty until it has been' });
  if (dates.sentOn && compareDates(dates.sentOn, dates.awareOn) < 0) issues.push({ field: 'sentOn', message: 'It cannot have been sent before the council became aware. Check both dates' });
  return issues;
}

/** The first reporting year that records here may belong to: the partnership's predecessors handed over what was then open. */
const firstYear = 2019;

/** Reporting years from the one a day lies in back to the first, newest first. */
export function yearsUpTo(today: CalendarDate): string[] {
  const last = Number(reportingYearOf(today).slice(0, 4));
  return Array.from({ length: Math.max(0, last - firstYear + 1) }, (_, place) => `${last - place}-${String((last - place + 1) % 100).padStart(2, '0')}`);
}
