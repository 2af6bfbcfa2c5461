import { describe, expect, test } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { kindOfReference, nextMeeting, paperLines, stateOfMeeting, whatStopsMeeting, whoCouldChair } from '@/lib/groups/meetings/rules';

const today = asCalendarDate('2026-03-12');
const meeting = (id: string, plannedOn: string, given: { heldOn?: string; calledOffBecause?: string } = {}) => ({ id, plannedOn, heldOn: null, calledOffBecause: null, ...given });
const weekly = { cadenceWeeks: 6, cadenceMonths: null };
const byMonth = { cadenceWeeks: null, cadenceMonths: 2 };

describe('the next meeting', () => {
  const held = meeting('a', '2026-01-31', { heldOn: '2026-01-31' });
  test('is the soonest that is planned, today included', () => {
    expect(nextMeeting(weekly, [held, meeting('c', '2026-05-01'), meeting('b', '2026-03-12')], today)).toEqual({ on: '2026-03-12', meetingId: 'b' });
  });
  test('is worked out from the last that was held where none is planned: by weeks, or by months', () => {
    expect(nextMeeting(weekly, [held, meeting('b', '2026-03-13', { calledOffBecause: 'Snow' })], today)).toEqual({ on: '2026-03-14', meetingId: null });
    expect(nextMeeting(byMonth, [held], today)).toEqual({ on: '2026-03-31', meetingId: null });
  });
  test('is not known of a group that has never met, or that meets by no cadence', () => {
    expect(nextMeeting(weekly, [meeting('b', '2026-03-01')], today)).toBeNull();
    expect(nextMeeting({ cadenceWeeks: null, cadenceMonths: null }, [held], today)).toBeNull();
  });
});

test('a meeting whose day has passed waits to be recorded', () => {
  expect([meeting('a', '2026-03-11'), meeting('a', '2026-03-12'), meeting('a', '2026-03-01', { heldOn: '2026-03-02' }), meeting('a', '2026-03-20', { calledOffBecause: 'Snow' })].map((one) => stateOfMeeting(one, today)))
    .toEqual(['unrecorded', 'planned', 'held', 'called_off']);
});

describe('what stops a meeting', () => {
  const fields = (given: Parameters<typeof whatStopsMeeting>[0]) => whatStopsMeeting(given, ['chair']).map((issue) => issue.field);
  const plain = { chairedBy: 'chair', standInBecause: null };
  test('one that is planned needs nothing but its day', () => expect(fields({ chairedBy: null, standInBecause: null })).toEqual([]));
  test('somebody who stands in does so for a reason', () => {
    expect(fields({ chairedBy: 'other', standInBecause: null })).toEqual(['standInBecause']);
    expect(fields({ chairedBy: 'other', standInBecause: 'On leave' })).toEqual([]);
    expect(whatStopsMeeting({ chairedBy: 'other', standInBecause: null }, [])).toEqual([]);
  });
  test('one that was held says who chaired it and who was there, and was not called off', () => {
    expect(fields({ ...plain, chairedBy: null, heldOn: '2026-03-01', calledOffBecause: 'Snow' })).toEqual(['chairedBy', 'calledOffBecause', 'present']);
    expect(fields({ ...plain, heldOn: '2026-03-01', present: ['a'], apologies: ['a', 'b'] })).toEqual(['apologies']);
    expect(fields({ ...plain, present: ['a'] })).toEqual(['heldOn']);
  });
});

test('a reference says what kind of record it names', () => expect(['A-014', 'R-005', 'RR-2026-7KQ4', 'SRC-1'].map(kindOfReference)).toEqual(['action', 'recommendation', 'source', 'source']));

test('papers are told line by line, each with its address', () => {
  expect(paperLines('The tool: https://example.org/tool\n\nList of schools\nhttps://example.org/x')).toEqual([
    { text: 'The tool', address: 'https://example.org/tool' }, { text: 'List of schools', address: null }, { text: 'https://example.org/x', address: 'https://example.org/x' },
  ]);
});

test('a meeting is chaired by somebody of the group today, or by whom it names already', () => {
  const members = [{ personId: 'b', person: 'Ben', state: 'current' as const }, { personId: 'b', person: 'Ben', state: 'current' as const }, { personId: 'c', person: 'Cal', state: 'ended' as const }];
  expect(whoCouldChair(members).map((one) => one.label)).toEqual(['Ben']);
  expect(whoCouldChair(members, { chairedById: 'a', chairedBy: 'Ann', attendances: [{ personId: 'c', person: 'Cal' }] }).map((one) => one.label)).toEqual(['Ann', 'Ben', 'Cal']);
});
