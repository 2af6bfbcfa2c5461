import { describe, expect, test } from 'vitest';
import type { Membership } from '@/lib/access/labels';
import { membershipState, whatStopsEnding, whatStopsGranting, whatStopsVote } from '@/lib/partnership/memberships/rules';

const today = '2026-11-23';
const nothing = { agencyId: null, groupId: null, sourceId: null, votesForAgencyId: null };
const row = (membership: Membership, more: object = {}) =>
  ({ membership, ...nothing, fromOn: '2026-01-01', toOn: null, needsSecond: false, confirmedAt: null, endedById: null, ...more });
const wanted = (membership: Membership, more: object = {}) => ({ membership, ...nothing, fromOn: today, toOn: null, ...more });

describe('a membership', () => {
  test('is in force from its first day to its last', () => {
    expect(membershipState(row('ER', { fromOn: today, toOn: today }), today)).toBe('current');
    expect(membershipState(row('ER', { fromOn: '2026-11-24' }), today)).toBe('later');
    expect(membershipState(row('ER', { toOn: '2026-11-22' }), today)).toBe('ended');
  });
  test('that needs a second person gives nothing until there is one', () => {
    expect(membershipState(row('EX', { needsSecond: true }), today)).toBe('waiting');
    expect(membershipState(row('EX', { needsSecond: true, confirmedAt: new Date(0) }), today)).toBe('current');
    expect(membershipState(row('EX', { needsSecond: true, endedById: 'somebody', toOn: today }), today)).toBe('ended');
  });
});

describe('what stops a grant', () => {
  test('nothing, for somebody who holds nothing', () => expect(whatStopsGranting(wanted('ER'), [], today)).toEqual([]));
  test('a system administrator holds nothing else, either way round, waiting ones included', () => {
    expect(whatStopsGranting(wanted('ER'), [row('SA')], today)).toMatchObject([{ field: 'membership' }]);
    expect(whatStopsGranting(wanted('SA'), [row('ER')], today)).toMatchObject([{ field: 'membership' }]);
    expect(whatStopsGranting(wanted('SA'), [row('EX', { needsSecond: true })], today)).toMatchObject([{ field: 'membership' }]);
  });
  test('the same membership twice in the same days, but not for another agency', () => {
    expect(whatStopsGranting(wanted('AL', { agencyId: 'trust' }), [row('AL', { agencyId: 'trust' })], today)).toHaveLength(1);
    expect(whatStopsGranting(wanted('AL', { agencyId: 'trust' }), [row('AL', { agencyId: 'police' })], today)).toEqual([]);
    expect(whatStopsGranting(wanted('EX'), [row('EX', { needsSecond: true, endedById: 'somebody', toOn: today })], today)).toEqual([]);
  });
  test('an auditor without a last day', () => expect(whatStopsGranting(wanted('AU'), [], today)).toMatchObject([{ field: 'toOn' }]));
});

describe('what stops an end', () => {
  test('the last of the business unit and the last administrator stay', () => {
    expect(whatStopsEnding({ id: '1', ...row('BU') }, [{ id: '1', membership: 'BU', personId: 'a' }])).toHaveLength(1);
    expect(whatStopsEnding({ id: '1', ...row('SA') }, [{ id: '1', membership: 'SA', personId: 'a' }])).toHaveLength(1);
    expect(whatStopsEnding({ id: '1', ...row('BU') }, [{ id: '1', membership: 'BU', personId: 'a' }, { id: '2', membership: 'BU', personId: 'b' }])).toEqual([]);
    expect(whatStopsEnding({ id: '1', ...row('ER') }, [])).toEqual([]);
  });
});

describe('a vote', () => {
  const vote = wanted('EX', { votesForAgencyId: 'police' });
  test('belongs to a safeguarding partner', () => {
    expect(whatStopsVote(vote, { isPartner: true }, [])).toEqual([]);
    expect(whatStopsVote(vote, { isPartner: false }, [])).toMatchObject([{ field: 'votesFor' }]);
    expect(whatStopsVote(wanted('EX'), { isPartner: false }, [])).toEqual([]);
  });
  test('is given by one person at a time', () => {
    expect(whatStopsVote(vote, { isPartner: true }, [{ person: 'Imran Sheikh', fromOn: '2025-01-01', toOn: null }])).toMatchObject([{ message: expect.stringContaining('Imran Sheikh') }]);
    expect(whatStopsVote(vote, { isPartner: true }, [{ person: 'Imran Sheikh', fromOn: '2025-01-01', toOn: '2026-11-22' }])).toEqual([]);
  });
});
