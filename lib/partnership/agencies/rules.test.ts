import { describe, expect, test } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { whatStopsEnding, whatStopsPlacing, whatStopsRenaming } from '@/lib/partnership/agencies/rules';

describe('the tree of agencies', () => {
  const all = [{ id: 'council', parentId: null }, { id: 'care', parentId: 'council' }, { id: 'team', parentId: 'care' }];
  test('lets a service stand under its council', () => expect(whatStopsPlacing('team', 'council', all)).toEqual([]));
  test('has no rings', () => {
    expect(whatStopsPlacing('council', 'team', all)).toMatchObject([{ field: 'parentId' }]);
    expect(whatStopsPlacing('council', 'council', all)).toMatchObject([{ field: 'parentId' }]);
  });
});

describe('a new name', () => {
  const names = [{ name: 'Old', fromOn: '2020-04-01', toOn: null }];
  test('begins after the one before it', () => {
    expect(whatStopsRenaming(names, { name: 'New', fromOn: asCalendarDate('2020-04-02') })).toEqual([]);
    expect(whatStopsRenaming(names, { name: 'New', fromOn: asCalendarDate('2020-04-01') })).toMatchObject([{ field: 'nameFromOn' }]);
  });
  test('is another name', () => expect(whatStopsRenaming(names, { name: 'Old', fromOn: asCalendarDate('2024-01-01') })).toMatchObject([{ field: 'name' }]));
});

describe('the end of an agency', () => {
  test('is not before its first day', () => expect(whatStopsEnding({ agencyId: 'a', fromOn: '2020-01-01', toOn: '2019-12-31', successorId: null }, [])).toMatchObject([{ field: 'toOn' }]));
  test('does not go round to itself through its successors', () => {
    const all = [{ id: 'a', successorId: null }, { id: 'b', successorId: 'c' }, { id: 'c', successorId: 'a' }];
    expect(whatStopsEnding({ agencyId: 'a', fromOn: null, toOn: '2022-06-30', successorId: 'b' }, all)).toMatchObject([{ field: 'successorId' }]);
  });
});
