import { describe, expect, test } from 'vitest';
import { stagesAbove, stateOfChallenge, usualAnswerBy, whatStopsAnswering, whatStopsClosing, whatStopsEscalating, type ChallengeFacts } from '@/lib/assurance/challenges/rules';
import { asCalendarDate } from '@/lib/dates/calendar-date';

const today = asCalendarDate('2026-03-12');
const challenge = (given: Partial<ChallengeFacts> = {}): ChallengeFacts => ({ stage: 'informal', dueOn: '2026-03-12', answeredOn: null, closedOn: null, ...given });

test('an answer is usually asked for within one working week', () => expect(usualAnswerBy(today)).toBe('2026-03-19'));

test('a challenge waits, is late from the day after it was due, is answered, is closed', () => {
  expect([challenge(), challenge({ dueOn: '2026-03-11' }), challenge({ dueOn: '2026-03-11', answeredOn: '2026-03-12' }), challenge({ answeredOn: '2026-03-12', closedOn: '2026-03-12' })].map((one) => stateOfChallenge(one, today)))
    .toEqual(['waiting', 'late', 'answered', 'closed']);
});

test('it goes up, never down, and not once it is closed', () => {
  expect(stagesAbove('informal')).toEqual(['formal', 'executive']);
  expect(whatStopsEscalating(challenge({ stage: 'formal' }), 'executive')).toEqual([]);
  for (const to of ['informal', 'formal'] as const) expect(whatStopsEscalating(challenge({ stage: 'formal' }), to)).toMatchObject([{ field: 'stage' }]);
  expect(whatStopsEscalating(challenge({ closedOn: '2026-03-12' }), 'formal')).toHaveLength(1);
  expect(whatStopsAnswering(challenge({ closedOn: '2026-03-12' }))).toHaveLength(1);
});

describe('closing it', () => {
  const fields = (facts: ChallengeFacts, outcome: string, changedForChildren: string | null = null) => whatStopsClosing(facts, { outcome, changedForChildren }).map((issue) => issue.field);
  const answered = challenge({ answeredOn: '2026-03-12' });
  test('before it is answered it is only withdrawn', () => {
    expect(fields(challenge(), 'not_upheld')).toEqual(['outcome']);
    expect(fields(challenge(), 'withdrawn')).toEqual([]);
  });
  test('one that was right says what changed for children', () => {
    expect(fields(answered, 'partly')).toEqual(['changedForChildren']);
    expect(fields(answered, 'upheld', 'They are seen')).toEqual([]);
    expect(fields(answered, 'not_upheld')).toEqual([]);
  });
  test('it is closed once', () => expect(fields(challenge({ answeredOn: '2026-03-12', closedOn: '2026-03-12' }), 'not_upheld')).toEqual([undefined]));
});
