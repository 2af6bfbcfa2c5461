import { describe, expect, it } from 'vitest';
import { clockWords, inOneSentence, whatToDo, whenOf, type Doing } from '@/components/home/to-do';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import type { ActionListed, MyActions } from '@/lib/plan/queries';
import type { RecommendationListed } from '@/lib/recommendations/queries';
import type { DecisionWaiting } from '@/lib/reviews/decisions/queries';
import type { ClockDue } from '@/lib/reviews/queries';

const today = asCalendarDate('2026-11-23');
const clock = (given: Partial<ClockDue> & { dueOn?: string } = {}): ClockDue => ({
  reviewId: 'r', reference: 'RR-2026-7KQ4', title: 'Child H', example: false, rule: 'rapid_review', missing: 0, decidedOn: null,
  reading: { day: 9, of: 15, end: 15, unit: 'day', dueOn: given.dueOn ?? '2026-12-01', moved: null, state: 'running', words: 'Day 9 of 15, due Tue 1 December' }, ...given,
});
const decision = (given: Partial<DecisionWaiting> = {}): DecisionWaiting => ({ id: 'd', matter: 'rapid_review_outcome', reference: 'RR-2026-7KQ4', title: 'Child H', example: false, openedOn: '2026-11-20', recommendedOutcome: 'lcspr', missing: ['Example Constabulary'], todo: null, ...given });
const action = (reference: string, given: Partial<ActionListed> = {}) =>
  ({ reference, title: 'Step-down checklist', rag: 'green', because: 'on track', dueOn: '2027-04-22', proposedOn: '2026-11-20', completeOn: null, ownerAgencyName: null, moves: 0, example: false, ...given }) as ActionListed;
const draft = { reference: 'R-015', text: 'Ask about fathers', recordedAt: new Date('2026-11-10T12:00:00Z'), sourceWords: 'an audit', reviewId: null, reviewKind: null, source: null, addressedTo: 'partnership', addressees: [], example: false } as unknown as RecommendationListed;

const doing = (given: Partial<Doing> & { mine?: ActionListed[]; toCheck?: ActionListed[]; toAgree?: ActionListed[] } & Partial<Pick<MyActions, 'toDecide' | 'ownerNeeded' | 'toCheckAgain'>>): Doing => ({
  clocks: [], decisions: [], toAccept: [], challenges: { toAnswer: [], toClose: [] }, worksOn: () => true, ...given, actions: { mine: given.mine ?? [], toCheck: given.toCheck ?? [], toAgree: given.toAgree ?? [], toDecide: given.toDecide ?? [], ownerNeeded: given.ownerNeeded ?? [], toCheckAgain: given.toCheckAgain ?? [] },
});
const keys = (given: Parameters<typeof doing>[0]) => {
  const { due, waiting } = whatToDo(doing(given), today);
  return [due.map((item) => item.key), waiting.map((item) => item.key)];
};

describe('what needs doing', () => {
  it('is in the order it falls due, whatever it is: what is late comes first', () => {
    expect(keys({ clocks: [clock()], mine: [action('A-1', { dueOn: '2026-11-30' })], toCheck: [action('A-2', { dueOn: '2026-11-15', completeOn: '2026-11-14' })] })).toEqual([['Check-A-2', 'Update-A-1', 'clock-RR-2026-7KQ4-rapid_review'], []]);
  });

  it('never shows the date of an action as the day to agree, check or accept by: those wait, the longest first', () => {
    const toCheck = [action('A-2', { completeOn: '2026-11-17' })];
    expect(keys({ toAgree: [action('A-1')], toCheck, toAccept: [draft] })).toEqual([[], ['accept-R-015', 'Check-A-2', 'Agree-A-1']]);
    const { waiting } = whatToDo(doing({ toAgree: [action('A-1')] }), today);
    expect(whenOf(waiting[0]!, today)).toEqual({ when: 'Since 20 Nov', late: false });
    expect(waiting[0]!.soft).toEqual(['Proposed, due Thu 22 April 2027']);
  });

  it('puts what others have asked before whoever decides it, by how long it has waited, and never twice in one', () => {
    const asked = { action: action('A-3'), askedByName: 'Jo Hale', wantedOn: '2027-06-30' };
    const { waiting } = whatToDo(doing({ toDecide: [{ ...asked, kind: 'date', askedOn: '2026-11-18' }, { ...asked, kind: 'escalation', askedOn: '2026-11-16', wantedOn: null }] }), today);
    expect(waiting.map((item) => [item.key, item.soft[0], item.action])).toEqual([
      ['Decide-escalation-A-3', 'Jo Hale asks for help', { href: '/plan/A-3/answer', label: 'Decide' }],
      ['Decide-date-A-3', 'Jo Hale asks for another date, Wed 30 June 2027', { href: '/plan/A-3/answer', label: 'Decide' }],
    ]);
  });

  it('asks for an owner where one has left, and for a second look on its day', () => {
    const { due, waiting } = whatToDo(doing({ ownerNeeded: [action('A-4', { ownerLeft: true, ownerPersonName: 'Jo Hale' })], toCheckAgain: [action('A-5', { nextCheckOn: '2026-11-20' })] }), today);
    expect(waiting.map((item) => [item.soft[0], item.action.href])).toEqual([['Owner needed: Jo Hale has left', '/plan/A-4/owner']]);
    expect(due.map((item) => [item.on, item.action.href])).toEqual([['2026-11-20', '/plan/A-5/second-check']]);
  });

  it('asks a partner for their view, and the chair for the outcome, by the day the rapid review is due, and says a review once', () => {
    const asked = (todo: 'view' | 'outcome') => whatToDo(doing({ clocks: [clock()], decisions: [decision({ todo, missing: todo === 'view' ? ['Example Constabulary'] : [] })] }), today).due;
    expect(asked('view').map((item) => [item.on, item.title, item.action.label])).toEqual([['2026-12-01', 'RR-2026-7KQ4: your view on Child H', 'Give your view']]);
    expect(asked('outcome').map((item) => [item.on, item.title, item.action.label])).toEqual([['2026-12-01', 'RR-2026-7KQ4: record the outcome for Child H', 'Record the outcome']]);
    expect(keys({ decisions: [decision({ todo: 'view' })] })).toEqual([[], ['decision-d']]);
  });

  it('asks a partner about every other matter too, and leaves the review’s own clock beside it', () => {
    const asked = whatToDo(doing({ clocks: [clock({ rule: 'lcspr' })], decisions: [decision({ matter: 'publication', recommendedOutcome: 'full', todo: 'view' })] }), today);
    expect(asked.due.map((item) => item.key)).toEqual(['clock-RR-2026-7KQ4-lcspr']);
    expect(asked.waiting.map((item) => [item.title, item.href, item.soft[0]])).toEqual([['RR-2026-7KQ4: your view on how it is published: Child H', '/decisions/d', 'Recommended: In full. Still to come: the view of Example Constabulary']]);
  });

  it('leaves out the clocks that are not the reader’s to meet', () => {
    expect(keys({ clocks: [clock()], worksOn: () => false })).toEqual([[], []]);
  });
});

describe('beside a clock', () => {
  const beside = (one: ClockDue, decisions: DecisionWaiting[] = []) => clockWords(one, decisions).slice(1);

  it('stands what the review waits for', () => {
    expect(beside(clock({ missing: 2 }))).toEqual(['Still to come: 2 agency information reports']);
    expect(beside(clock({ missing: 2 }), [decision()])).toEqual(['Still to come: the view of Example Constabulary']);
    expect(beside(clock(), [decision({ missing: [] })])[0]).toContain('the chair of the Executive records the outcome');
    expect(beside(clock({ decidedOn: '2026-11-23' }))).toEqual(['Decided 23 November 2026. Next: record that it was sent to the National Panel']);
  });

  it('stands why it was moved', () => {
    expect(beside(clock({ reading: { ...clock().reading, moved: { fromOn: '2026-11-30', because: 'An inquest' } } }))).toEqual(['because: An inquest']);
  });
});

describe('the one sentence', () => {
  const said = (dates: string[], waiting = 0, cappedAt?: number) => inOneSentence({ due: [...dates].sort().map((on) => ({ on })), waiting: Array.from({ length: waiting }) }, today, cappedAt);

  it('says what is due this week, what is late and what waits', () => {
    expect(said(['2026-11-23', '2026-11-25', '2026-11-29', '2026-11-30', '2026-11-19'], 2)).toBe('3 things are due this week, 1 is late, 2 more wait for you');
    expect(said(['2026-11-24'])).toBe('1 thing is due this week');
    expect(said(['2026-11-19', '2026-11-20'])).toBe('2 things are late');
    expect(said([], 1)).toBe('1 thing waits for you');
  });

  it('says when the next is due where nothing is due this week, and that nothing waits where nothing does', () => {
    expect(said(['2026-12-03'])).toBe('Nothing is due this week, the next on Thu 3 December');
    expect(said([])).toBe('Nothing is waiting for you');
  });

  it('says when not everything was read', () => {
    expect(said(['2026-11-24'], 50, 50)).toBe('1 thing is due this week, 50 more wait for you, of the first 50 of each kind');
  });

  it('ends its week on Sunday', () => {
    expect(inOneSentence({ due: [{ on: '2026-11-29' }, { on: '2026-11-30' }], waiting: [] }, asCalendarDate('2026-11-29'))).toBe('1 thing is due this week');
  });
});
