import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreerOf, likelyRepeats, placesIn, placeWords, readFindingsQuery, showsCase, stateOf, whatStopsAnswering } from '@/lib/recommendations/findings/rules';

describe('a finding', () => {
  test('is a draft until it is agreed, and a gap is open until something became of it', () => {
    const here = { recordBasis: 'worked_here', kind: 'gap', answer: null } as const;
    expect(stateOf({ ...here, agreement: null })).toBe('draft');
    expect(stateOf({ ...here, agreement: 'not_agreed' })).toBe('not_agreed');
    expect([null, 'addressed' as const].map((answer) => stateOf({ ...here, agreement: 'agreed', answer }))).toEqual(['open', 'addressed']);
    expect(stateOf({ ...here, agreement: 'agreed', kind: 'good_practice' })).toBe('good_practice');
  });

  test('taken from a document that does not say what became of it is not said to be open', () => {
    expect(stateOf({ recordBasis: 'recorded_from_document', agreement: 'agreed', kind: 'gap', answer: null })).toBe('not_stated');
  });

  test('is agreed by whoever accepts what its source recommends', () => {
    expect(agreerOf({ reviewId: 'r', reviewKind: 'lcspr' })).toBe('partners');
    expect(agreerOf({ reviewId: 'r', reviewKind: 'scr' })).toBe('partners');
    expect(agreerOf({ reviewId: 'r', reviewKind: 'rapid_review' })).toBe('engine_room');
    expect(agreerOf({ reviewId: null, reviewKind: null })).toBe('engine_room');
    // A review that one cannot see.
    expect(agreerOf({ reviewId: 'r', reviewKind: null })).toBe('partners');
  });

  test('shows the case while it is not agreed, or while its review, which is shown, is not published', () => {
    const worked = { agreement: 'agreed', reviewId: 'r', isPublished: false, sourceBasis: 'worked_here' } as const;
    expect(showsCase(worked)).toBe(true);
    expect(showsCase({ ...worked, agreement: null, reviewId: null, isPublished: null })).toBe(true);
    expect(showsCase({ ...worked, isPublished: null, sourceBasis: null })).toBe(false);
    expect(showsCase({ ...worked, isPublished: true })).toBe(false);
    expect(showsCase({ ...worked, sourceBasis: 'recorded_from_document' })).toBe(false);
  });

  test('that works well has nothing to put right, and one not agreed waits', () => {
    expect(whatStopsAnswering({ agreement: 'agreed', kind: 'gap' })).toEqual([]);
    expect(whatStopsAnswering({ agreement: 'agreed', kind: 'good_practice' })).toHaveLength(1);
    expect(whatStopsAnswering({ agreement: null, kind: 'gap' })).toHaveLength(1);
  });
});

describe('what is found again', () => {
  const found = (id: string, year: string | null, at = '2026-01-01') => ({ id, year, recordedAt: new Date(at) });

  test('is counted over the whole chain, the earliest first, also where two repeat the same one', () => {
    const places = placesIn([{ findingId: 'b', earlierId: 'a' }, { findingId: 'c', earlierId: 'a' }], [found('a', '2020-21'), found('b', '2023-24'), found('c', '2025-26')]);
    expect(places.get('c')).toEqual({ place: 3, of: 3, since: '2020-21' });
    expect([...places.values()].map(placeWords)).toEqual(expect.arrayContaining(['Third time since 2020-21', 'Second time since 2020-21', 'Found again: 3 times since 2020-21']));
  });

  test('follows the year of the source, not when it was typed', () => {
    const places = placesIn([{ findingId: 'b', earlierId: 'a' }], [found('a', '2020-21', '2026-05-01'), found('b', '2025-26', '2026-01-01')]);
    expect(placeWords(places.get('b')!)).toBe('Second time since 2020-21');
    expect(placeWords(places.get('a')!)).toBe('Found again: twice since 2020-21');
  });

  test('says no year where the reader may not know the first one’s', () => {
    expect(placeWords(placesIn([{ findingId: 'b', earlierId: 'a' }], [found('a', null), found('b', null)]).get('b')!)).toBe('Second time');
  });

  test('gives each of a chain its own place, and nothing to whoever stands alone or to a link with an end that is not shown', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = fc.array(fc.record({ findingId: fc.constantFrom(...ids), earlierId: fc.constantFrom(...ids) }).filter((link) => link.findingId !== link.earlierId), { maxLength: 8 });
    fc.assert(fc.property(links, fc.subarray(ids), (repeats, shown) => {
      const places = placesIn(repeats, shown.map((id, order) => found(id, `20${20 + (order % 3)}-${21 + (order % 3)}`)));
      for (const [id, place] of places) {
        expect(shown).toContain(id);
        expect(place.of).toBeGreaterThan(1);
        expect(place.place).toBeLessThanOrEqual(place.of);
      }
      const linked = repeats.filter((link) => shown.includes(link.findingId) && shown.includes(link.earlierId)).flatMap((link) => [link.findingId, link.earlierId]);
      expect(new Set(places.keys())).toEqual(new Set(linked));
    }), { numRuns: 500 });
  });

  test('is suggested by words that tell, the likest first', () => {
    const others = [
      { id: '1', text: 'Fathers were absent from assessments although they lived in the household' },
      { id: '2', text: 'The father lived in the household and was left out of every assessment and plan' },
      { id: '3', text: 'Medicines were kept in an open drawer' },
    ];
    expect(likelyRepeats('Nobody spoke to the father, who lived in the household, in any assessment', others).map((one) => one.id)).toEqual(['2', '1']);
  });
});

test('an address asks for what it may, and what is not understood does not filter', () => {
  expect(readFindingsQuery({ from: 'audit', year: '2020-21', kind: 'gap', state: 'open', repeats: 'yes', sort: 'repeats', page: '2' })).toMatchObject({ from: 'audit', year: '2020-21', kind: 'gap', state: 'open', repeats: true, sort: 'repeats', page: 2 });
  expect(readFindingsQuery({ theme: 'x', from: '<script>', year: '20', kind: 'other', state: 'toString', repeats: 'no', sort: '', page: '-1' })).toEqual({ theme: '', from: '', year: '', kind: undefined, state: undefined, repeats: false, q: '', sort: 'reference', page: 1 });
  expect(readFindingsQuery({ from: 'RR-2026-7KQ4' }).from).toBe('RR-2026-7KQ4');
});
