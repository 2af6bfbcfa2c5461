import { describe, expect, it } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { asAt, type Beside, type Facts } from './rules';

const on = asCalendarDate('2026-03-15');
const agreed: Facts = {
  recordBasis: 'worked_here', ownerAgencyId: 'trust', ownerPersonId: null, accountableGroupId: null, proposedOn: '2026-01-05', agreedOn: '2026-01-20', startOn: null, firstDueOn: '2026-06-30', dueOn: '2026-06-30',
  moves: 0, lastUpdateOn: null, aside: null, asideOn: null, completeOn: null, checkedOn: null, closedOn: null, worsenedTo: null, worsenedBecause: null, agenciesBehind: 0,
};
const nothing: Beside = { movesSince: [], lastSaidOn: null, reportingYear: null };
const stood = (now: Partial<Facts>, { undone = now, ...beside }: Partial<Beside> & { undone?: Partial<Facts> } = {}) => asAt({ ...agreed, ...now }, { ...agreed, ...undone }, { ...nothing, ...beside }, on);

describe('an action as it stood at the end of 15 March', () => {
  it('was not there before it was proposed', () => {
    expect(stood({ proposedOn: '2026-03-16', agreedOn: null })).toBeNull();
    expect(stood({ proposedOn: '2026-03-15', agreedOn: null })).toMatchObject({ agreedOn: null });
  });

  it('of a document without dates was there from the end of its reporting year', () => {
    const undated = { recordBasis: 'recorded_from_document' as const, proposedOn: null, agreedOn: null };
    expect(stood(undated, { reportingYear: '2025-26' })).toBeNull();
    expect(stood(undated, { reportingYear: '2024-25' })).not.toBeNull();
    expect(stood(undated)).not.toBeNull();
  });

  it('had not been agreed, completed, checked or closed where that came later', () => {
    expect(stood({ agreedOn: '2026-03-16' })).toMatchObject({ agreedOn: null });
    expect(stood({ completeOn: '2026-03-10', checkedOn: '2026-03-20', closedOn: '2026-04-01' })).toMatchObject({ completeOn: '2026-03-10', checkedOn: null, closedOn: null });
  });

  it('counts what had happened by then and was typed later', () => {
    expect(stood({ completeOn: '2026-03-10' }, { undone: { completeOn: null } })).toMatchObject({ completeOn: '2026-03-10' });
  });

  it('keeps what stood then and has been taken back since', () => {
    expect(stood({ completeOn: null }, { undone: { completeOn: '2026-03-10' } })).toMatchObject({ completeOn: '2026-03-10' });
    expect(stood({ closedOn: null }, { undone: { checkedOn: '2026-02-20', completeOn: '2026-02-10', closedOn: '2026-03-01' } })).toMatchObject({ closedOn: '2026-03-01' });
  });

  it('had the date from which it was moved afterwards, and as many moves fewer', () => {
    const moved = { dueOn: '2026-12-31', moves: 3 };
    expect(stood(moved, { movesSince: [{ fromOn: '2026-08-31' }, { fromOn: '2026-10-31' }] })).toMatchObject({ dueOn: '2026-08-31', moves: 1, firstDueOn: '2026-06-30' });
    expect(stood(moved, { undone: { dueOn: '2026-06-30', moves: 2 } })).toMatchObject({ dueOn: '2026-12-31', moves: 3 });
    expect(stood({ dueOn: '2026-07-31' }, { undone: { dueOn: '2026-06-30' } })).toMatchObject({ dueOn: '2026-06-30' });
  });

  it('had been spoken of last by then', () => {
    expect(stood({ lastUpdateOn: '2026-03-20' }, { lastSaidOn: '2026-03-02' })).toMatchObject({ lastUpdateOn: '2026-03-02' });
    expect(stood({ lastUpdateOn: '2026-03-20' })).toMatchObject({ lastUpdateOn: null });
    expect(stood({ lastUpdateOn: '2026-03-14' })).toMatchObject({ lastUpdateOn: '2026-03-14' });
  });

  it('was put aside where it had been, also where it has been taken up since', () => {
    expect(stood({ aside: 'paused', asideOn: '2026-03-16' })).toMatchObject({ aside: null });
    expect(stood({}, { undone: { aside: 'paused', asideOn: '2026-03-01' } })).toMatchObject({ aside: 'paused' });
    expect(stood({ aside: 'superseded', asideOn: '2026-03-01' }, { undone: {} })).toMatchObject({ aside: 'superseded' });
  });

  it('belonged to whom it was recorded to belong then', () => {
    expect(stood({ ownerAgencyId: 'police', worsenedTo: 'red', worsenedBecause: 'Nobody free' }, { undone: { ownerAgencyId: 'trust' } })).toMatchObject({ ownerAgencyId: 'trust', worsenedTo: null });
  });
});
