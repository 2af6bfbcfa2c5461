import { describe, expect, it } from 'vitest';
import { asCalendarDate as day } from '@/lib/dates/calendar-date';
import { clockOfLcspr, hasClock, isAtItsClock, lastWorkingDayBefore, whatIsWrongWithOverride, clocksOfNotification, criteriaThatMustBeTested, readClock, stageOf, whatIsWrongWithDates, whatFollows, whatIsLeftOpen, whatIsWrongWithDay, whatStopsDeciding, type Clock, type ReviewFacts } from '@/lib/reviews/rules';

const settings = { guidanceEdition: 'WT 2023', rapidReviewStartsFrom: 'sent' as const, countStartDay: false };

describe('the clocks of a notification', () => {
  it('give five working days from becoming aware, past Christmas and New Year', () => {
    const [clock] = clocksOfNotification({ awareOn: day('2020-12-23'), sentOn: null }, settings);
    expect(clock).toMatchObject({ rule: 'notification', computedDueOn: '2021-01-04', length: 5, unit: 'working_day' });
  });

  it('give fifteen working days from the day it was sent', () => {
    const clocks = clocksOfNotification({ awareOn: day('2021-03-30'), sentOn: day('2021-04-01') }, settings);
    expect(clocks[1]).toMatchObject({ rule: 'rapid_review', startedOn: '2021-04-01', computedDueOn: '2021-04-26' });
  });

  it('give one day less where the start day is day 1', () => {
    const clocks = clocksOfNotification({ awareOn: day('2021-03-30'), sentOn: day('2021-04-01') }, { ...settings, countStartDay: true });
    expect(clocks[1]?.computedDueOn).toBe('2021-04-23');
  });

  it('hold no fifteen days before it was sent, unless the partnership counts from becoming aware', () => {
    expect(clocksOfNotification({ awareOn: day('2021-03-30'), sentOn: null }, settings)).toHaveLength(1);
    expect(clocksOfNotification({ awareOn: day('2021-03-30'), sentOn: null }, { ...settings, rapidReviewStartsFrom: 'aware' })).toHaveLength(2);
  });
});

it('an LCSPR has six months from the decision that initiated it, to the end of a shorter month', () => {
  expect(clockOfLcspr(day('2020-08-31'), 'WT 2018')).toMatchObject({ computedDueOn: '2021-02-28', unit: 'month', length: 6 });
});

describe('reading a clock', () => {
  const clock: Clock = { rule: 'rapid_review', startEvent: 'sent', startedOn: '2026-11-10', guidanceEdition: 'WT 2026', length: 15, unit: 'working_day', countStartDay: false, computedDueOn: '2026-12-01', overrideDueOn: null, overrideReason: null, metOn: null };

  it('says the day, of how many, and when it is due', () => {
    expect(readClock(clock, day('2026-11-23'))).toMatchObject({ day: 9, of: 15, state: 'running', words: 'Day 9 of 15, due Tue 1 December' });
  });

  it('is on day 0 on the day it starts, and says so when it is due today', () => {
    expect(readClock(clock, day('2026-11-10'))).toMatchObject({ day: 0, state: 'running', words: 'Day 1 of 15 is tomorrow, due Tue 1 December' });
    expect(readClock({ ...clock, startedOn: '2026-11-06' }, day('2026-11-07')).words).toBe('Day 1 of 15 is on Mon 9 November, due Tue 1 December');
    expect(readClock(clock, day('2026-12-01'))).toMatchObject({ day: 15, state: 'due_today', words: 'Day 15 of 15, due today' });
  });

  it('is late from the day after, and stays so once met late', () => {
    expect(readClock(clock, day('2026-12-02')).state).toBe('late');
    expect(readClock({ ...clock, metOn: '2026-12-03' }, day('2027-01-04'))).toMatchObject({ state: 'met_late', day: 17 });
    expect(readClock({ ...clock, metOn: '2026-11-30' }, day('2027-01-04')).state).toBe('met');
  });

  it('is read against its new date where one was given, and keeps the days of its rule', () => {
    const moved = { ...clock, overrideDueOn: '2026-12-08', overrideReason: 'Inquest' };
    expect(readClock(moved, day('2026-12-02'))).toMatchObject({ state: 'running', dueOn: '2026-12-08', of: 15, end: 20, moved: { fromOn: '2026-12-01', because: 'Inquest' }, words: 'Day 16 of 15, moved to Tue 8 December' });
    expect([day('2026-12-08'), day('2026-12-09')].map((on) => readClock(moved, on).words)).toEqual(['Day 20 of 15, moved to today', 'Day 21 of 15, was moved to Tue 8 December']);
    expect(readClock({ ...moved, metOn: '2026-12-03' }, day('2026-12-09')).words).toBe('Done on day 17 of 15, 3 December 2026; it was moved to 8 December 2026');
    expect(readClock({ ...moved, metOn: '2026-12-09' }, day('2026-12-09')).words).toBe('Done late, on day 21 of 15, 9 December 2026; it was moved to 8 December 2026');
    expect(readClock(clock, day('2026-12-02')).moved).toBeNull();
  });

  it('is one to look at where it is late or runs out within the week, and never once it was met', () => {
    const near = (on: string, metOn: string | null = null) => isAtItsClock(readClock({ ...clock, metOn }, day(on)), day(on));
    expect([near('2026-11-23'), near('2026-11-24'), near('2026-12-01'), near('2026-12-02')]).toEqual([false, true, true, true]);
    expect([near('2026-12-02', '2026-11-30'), near('2026-12-04', '2026-12-03')]).toEqual([false, false]);
  });

  it('counts an LCSPR in months', () => {
    const lcspr: Clock = { ...clock, rule: 'lcspr', unit: 'month', length: 6, startedOn: '2026-07-07', computedDueOn: '2027-01-07' };
    expect(readClock(lcspr, day('2026-11-23'))).toMatchObject({ day: 5, of: 6, unit: 'month' });
    expect(readClock({ ...lcspr, overrideDueOn: '2027-02-24', overrideReason: 'A trial' }, day('2026-11-23'))).toMatchObject({ day: 5, of: 6, end: 8, words: 'Month 5 of 6, moved to Wed 24 February 2027' });
    expect(readClock(lcspr, day('2026-08-07')).day).toBe(1);
    expect(readClock(lcspr, day('2026-08-08')).day).toBe(2);
  });
});

describe('where a review stands', () => {
  const facts: ReviewFacts = { kind: 'rapid_review', recordBasis: 'worked_here', undertakenFrom: null, completedFrom: null, publishedFrom: null, withdrawnOn: null, openedOn: null, putOn: null, decidedOn: null, sentToPanelOn: null };

  it.each<[string, Partial<ReviewFacts>, string]>([
    ['notified before it is opened', {}, 'notified'],
    ['under way once opened', { openedOn: '2026-11-10' }, 'gathering'],
    ['with the partners once put to them', { openedOn: '2026-11-10', putOn: '2026-11-25' }, 'deciding'],
    ['decided once they have', { openedOn: '2026-11-10', putOn: '2026-11-25', decidedOn: '2026-11-30' }, 'decided'],
    ['sent once it went to the National Panel with the decision', { openedOn: '2026-11-10', putOn: '2026-11-25', decidedOn: '2026-11-30', completedFrom: '2026-12-01', sentToPanelOn: '2026-12-01' }, 'sent'],
    ['with the partners again when they decide anew after it was sent', { openedOn: '2026-11-10', putOn: '2026-11-25', completedFrom: '2026-12-01', sentToPanelOn: '2026-12-01' }, 'deciding'],
    ['completed where it is a practice review', { kind: 'lcspr', completedFrom: '2026-12-01' }, 'completed'],
    ['withdrawn whatever else is so', { withdrawnOn: '2026-12-01', completedFrom: '2026-12-01' }, 'withdrawn'],
    ['published before completed', { publishedFrom: '2027-01-01', completedFrom: '2026-12-01' }, 'published'],
    ['undertaken where a document says no more', { recordBasis: 'recorded_from_document', undertakenFrom: '2020-04-01' }, 'undertaken'],
    ['not stated where a document says nothing', { recordBasis: 'recorded_from_document', kind: 'lcspr' }, 'not_stated'],
  ])('is %s', (_, change, stage) => {
    expect(stageOf({ ...facts, ...change })).toBe(stage);
  });
});

describe('what stops a decision', () => {
  const tested = criteriaThatMustBeTested.map((criterion) => ({ criterion, answer: 'yes' as const }));

  it('is nothing when the facts are written and the criteria tested, whatever the National Panel will say once it has been sent them', () => {
    expect(whatStopsDeciding({ facts: 'What happened', criteria: tested }, '/reviews/R')).toEqual([]);
    expect(tested.map((test) => test.criterion)).not.toContain('panel_suggests_local');
  });

  it('is each thing that is missing, as a link to where it is mended', () => {
    const issues = whatStopsDeciding({ facts: ' ', criteria: [...tested.slice(1), { criterion: tested[0]!.criterion, answer: 'unclear' }] }, '/reviews/R');
    expect(issues.map((issue) => issue.href)).toEqual(['/reviews/R/facts', '/reviews/R/criteria']);
  });

  it('is told apart from what is open and stops nothing: fifteen days do not wait for one agency', () => {
    const written = { facts: 'x', immediateSafety: 'x', agencyInvolvement: 'x', contextAndInequality: '', childsVoice: 'x', goodPractice: '', learning: 'x' };
    expect(whatIsLeftOpen({ requests: [{ agency: 'Trust', repliedOn: null }, { agency: 'School', repliedOn: '2026-11-12' }], criteria: tested, narrative: written }, '/reviews/R')).toEqual([
      { message: 'the report of Trust', href: '/reviews/R/agencies' },
      { message: 'not written: context and inequality, good practice', href: '/reviews/R/facts' },
      { message: '6 other criteria, not tested', href: '/reviews/R/criteria' },
    ]);
  });
});

describe('what comes after a decision', () => {
  const decided = { outcome: 'lcspr' as const, decidedOn: '2026-11-23', sentToPanelOn: null, continuations: [] };
  it('is what nobody has done yet', () => {
    expect(whatFollows({ ...decided, outcome: null, decidedOn: null })).toEqual([]);
    expect(whatFollows(decided)).toEqual(['send', 'open-lcspr']);
    expect(whatFollows({ ...decided, outcome: 'no_lcspr' })).toEqual(['send']);
    expect(whatFollows({ ...decided, sentToPanelOn: '2026-11-24', continuations: [{}] })).toEqual([]);
  });
});

describe('days that no clock can count', () => {
  it('are asked again at the field, and never break a page that reads the clock', () => {
    expect([hasClock('2014-12-31'), hasClock('2015-01-01'), hasClock('2030-12-01')]).toEqual([false, true, false]);
    const early = day('2014-05-05');
    expect(whatIsWrongWithDates({ incidentTo: early, awareOn: early, sentOn: null }, day('2026-11-23')).map((issue) => issue.field)).toContain('awareOn');
    expect(whatIsWrongWithOverride({ startedOn: '2026-11-10', metOn: null }, '2031-01-01')).toHaveLength(1);
    expect(whatIsWrongWithOverride({ startedOn: '2026-11-10', metOn: null }, '2026-11-10')).toHaveLength(1);
    expect(whatIsWrongWithOverride({ startedOn: '2026-11-10', metOn: null }, '2026-11-11')).toEqual([]);
    expect(whatIsWrongWithOverride({ startedOn: '2026-11-10', metOn: null }, '2026-12-26')).toEqual([{ field: 'dueOn', message: 'Saturday 26 December 2026 is not a working day. Enter Thursday 24 December 2026 or Tuesday 29 December 2026' }]);
    expect([lastWorkingDayBefore('2027-05-23'), lastWorkingDayBefore('2027-05-24'), lastWorkingDayBefore('2031-02-01')]).toEqual(['2027-05-21', null, null]);
    expect(readClock({ rule: 'rapid_review', startEvent: 'sent', startedOn: '2026-11-10', guidanceEdition: 'x', length: 15, unit: 'working_day', countStartDay: false, computedDueOn: '2026-12-01', overrideDueOn: '2031-01-01', overrideReason: 'x', metOn: null }, day('2031-06-01')).state).toBe('late');
  });
});

describe('dates of a notification', () => {
  const today = day('2026-11-23');
  it('may all be the same day', () => {
    expect(whatIsWrongWithDates({ incidentTo: today, awareOn: today, sentOn: today }, today)).toEqual([]);
  });
  it('are questioned at the field where they cannot be', () => {
    expect(whatIsWrongWithDates({ incidentTo: day('2026-11-20'), awareOn: day('2026-11-19'), sentOn: day('2026-11-24') }, today).map((issue) => issue.field)).toEqual(['awareOn', 'sentOn']);
    expect(whatIsWrongWithDates({ incidentTo: day('2026-11-18'), awareOn: day('2026-11-20'), sentOn: day('2026-11-19') }, today).map((issue) => issue.field)).toEqual(['sentOn']);
  });
});

describe('a day that follows another', () => {
  const today = day('2026-11-23');
  const aware = { on: '2026-11-17', was: 'the council became aware' };
  it('is neither before it nor, for what has happened, in the future: the field and both bounds are named', () => {
    const past = (date: string) => whatIsWrongWithDay('openedOn', 'Opened on', day(date), aware, today);
    expect([past('2026-11-17'), past('2026-11-23')]).toEqual([[], []]);
    for (const date of ['2026-11-16', '2026-11-24']) expect(past(date)).toEqual([{ field: 'openedOn', message: 'Opened on: enter a date from 17 November 2026, when the council became aware, to today' }]);
  });
  it('may lie ahead where it is still to come, and may be left out', () => {
    const meeting = (date: string | null) => whatIsWrongWithDay('meetingOn', 'Rapid review meeting', date === null ? null : day(date), aware, null);
    expect([meeting(null), meeting('2027-01-04')]).toEqual([[], []]);
    expect(meeting('2020-01-01')).toEqual([{ field: 'meetingOn', message: 'Rapid review meeting: enter a date on or after 17 November 2026, when the council became aware' }]);
  });
});
