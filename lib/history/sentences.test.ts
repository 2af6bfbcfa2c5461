import { describe, expect, it } from 'vitest';
import { changesInWords, lookInWords } from '@/lib/history/sentences';

const wording = { names: new Map([['agency-1', 'Example Housing Association'], ['person-1', 'Grace Adeyemi']]), words: { criterion: { died: 'The child has died' }, capacity: { ER: 'Engine Room member' } } };
const entry = (tableName: string, after: Record<string, unknown>, before: Record<string, unknown> | null = null) => ({ tableName, operation: before ? 'update' : 'insert', before, after });

describe('what changed, in words', () => {
  it('begins with the name of the row where a record has several like it', () => {
    const asked = { id: 'request-1', agency_id: 'agency-1', asked_on: '2026-11-10', due_on: '2026-11-19' };
    expect(changesInWords(entry('agency_requests', asked), asked, wording)).toEqual(['Example Housing Association. Asked: 10 November 2026; Due: 19 November 2026']);
    expect(changesInWords(entry('agency_requests', { replied_on: '2026-11-18' }, { replied_on: null }), asked, wording)).toEqual(['Example Housing Association. Replied: 18 November 2026']);
    const tested = { criterion: 'died', answer: 'yes', reason: 'Seen' };
    expect(changesInWords(entry('criteria_tests', tested), tested, wording)).toEqual(['The child has died. Answer: yes; Reason: Seen']);
  });

  it('says a code in the words of the feature', () => {
    const place = { person_id: 'person-1', capacity: 'ER', reason: 'Reads the health information' };
    expect(changesInWords(entry('review_places', place), place, wording)).toEqual(['Grace Adeyemi. On the list as: Engine Room member; Reason: Reads the health information']);
  });

  it('leaves out what was never written, and says what was taken out', () => {
    expect(changesInWords(entry('rapid_reviews', { facts: 'Known', learning: '' }), null, wording)).toEqual(['Facts: Known']);
    expect(changesInWords(entry('rapid_reviews', { learning: '' }, { learning: 'Seeing children alone' }), null, wording)).toEqual(['Learning: taken out (was Seeing children alone)']);
    expect(changesInWords(entry('rapid_reviews', { learning: 'Seeing children alone' }, { learning: '' }), null, wording)).toEqual(['Learning: Seeing children alone']);
  });

  it('tells an instant by the day it was in England', () => {
    expect(changesInWords(entry('recommendations', { released_at: '2026-06-30T23:30:00+00:00' }), null, wording)).toEqual(['Released: 1 July 2026']);
    expect(changesInWords(entry('recommendations', { released_at: '2026-12-31T23:30:00+00:00' }), null, wording)).toEqual(['Released: 31 December 2026']);
  });

  it('leaves what somebody typed as it is, where it only looks like a day', () => {
    for (const text of ['2026-02-30', '2026-06-30T25:99:00Z', '2026-06-30Then']) expect(changesInWords(entry('actions', { title: text }), null, wording)).toEqual([`Title: ${text}`]);
  });
});

it('a day of looking is told by how often', () => {
  expect(lookInWords({ opened: 1, exported: 0, named: false })).toBe('Opened it once');
  expect(lookInWords({ opened: 4, exported: 2, named: true })).toBe('Opened it 4 times, exported it twice, with names');
});
