import { describe, expect, it } from 'vitest';
import type { ActionFacts } from '@/lib/plan/rules';
import { whatStopsAnswering, whatStopsAskingForDate, whatStopsAskingForHelp, whatStopsClosing } from './rules';

const action = (given: Partial<ActionFacts> = {}) => ({
  reference: 'A-014', recordBasis: 'worked_here' as const, ownerAgencyId: 'agency', agreedOn: '2026-09-01', startOn: null, dueOn: '2027-03-31', moves: 0, lastUpdateOn: null, aside: null, completeOn: null, checkedOn: null,
  closedOn: null, worsenedTo: null, worsenedBecause: null, agenciesBehind: 0, ...given,
});
const checked = action({ completeOn: '2026-11-01', checkedOn: '2026-11-10' });
const waiting = { kind: 'date' as const, result: null, wantedOn: '2027-06-30' };
const words = (issues: { message: string }[]) => issues.map((issue) => issue.message);

describe('what stops', () => {
  it('another date: one waits already, there is none to move, or the owner says that it is complete', () => {
    expect(whatStopsAskingForDate(action(), [])).toEqual([]);
    expect(whatStopsAskingForDate(action(), [{ kind: 'date', result: 'refused' }, { kind: 'escalation', result: null }])).toEqual([]);
    for (const [one, requests] of [[action(), [waiting]], [action({ dueOn: null }), []], [action({ completeOn: '2026-11-01' }), []], [action({ aside: 'paused' }), []], [action({ agreedOn: null }), []]] as const) {
      expect(whatStopsAskingForDate(one, [...requests])).toHaveLength(1);
    }
  });

  it('help: it is closed, only proposed, or help is on its way', () => {
    expect(whatStopsAskingForHelp(action(), [])).toEqual([]);
    for (const one of [action({ closedOn: '2026-11-20' }), action({ agreedOn: null })]) expect(whatStopsAskingForHelp(one, [])).toHaveLength(1);
    expect(whatStopsAskingForHelp(action(), [{ kind: 'escalation', result: null }])).toHaveLength(1);
  });

  it('closing: nobody has checked it, or all that is shown is that it was done', () => {
    const nothing = { level: null, recommendations: [], exception: null };
    expect(words(whatStopsClosing(action(), { ...nothing, level: 'reached' }))).toEqual(['Somebody who does not own it checks first that it is complete']);
    expect(words(whatStopsClosing(checked, { ...nothing, level: 'done' }))[0]).toMatch(/^Nothing shows yet/);
    expect(words(whatStopsClosing(checked, { ...nothing, recommendations: [{ accepted: false }], exception: 'waiting' }))[0]).toMatch(/^Nothing shows yet/);
    for (const shown of [{ ...nothing, level: 'reached' as const }, { ...nothing, recommendations: [{ accepted: true }] }, { ...nothing, exception: 'agreed' as const }]) expect(whatStopsClosing(checked, shown)).toEqual([]);
  });

  it('granting what nobody can do any more, and never refusing it', () => {
    const today = '2026-11-23';
    expect(whatStopsAnswering(action(), waiting, today, 'granted')).toEqual([]);
    expect(whatStopsAnswering(action(), { ...waiting, wantedOn: '2026-11-22' }, today, 'granted')).toHaveLength(1);
    expect(whatStopsAnswering(action({ completeOn: today }), waiting, today, 'granted')).toHaveLength(1);
    expect(whatStopsAnswering(action(), { kind: 'closing', result: null, wantedOn: null }, today, 'granted')).toHaveLength(1);
    expect(whatStopsAnswering(action({ completeOn: today }), waiting, today, 'refused')).toEqual([]);
    expect(whatStopsAnswering(action(), { ...waiting, result: 'granted' }, today, 'refused')).toHaveLength(1);
  });
});
