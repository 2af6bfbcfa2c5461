import { describe, expect, it } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { readSince, tally, urgency, whatChanged, type Standing } from './rules';

const today = asCalendarDate('2026-11-23');
const running: Standing = { stage: 'in_progress', rag: 'green', dueOn: '2027-03-31', moves: 0, ownerAgencyId: 'trust', ownerPersonId: 'jo', level: null };
const words = (then: Partial<Standing> | null, now: Partial<Standing>) => whatChanged(then && { ...running, ...then }, { ...running, ...now }, today).map((change) => change.words);

describe('what happened to an action between two days', () => {
  const cases: [string, Partial<Standing> | null, Partial<Standing>, string[]][] = [
    ['nothing', {}, {}, []],
    ['it is new', null, { stage: 'proposed' }, ['new: proposed']],
    ['it was agreed', { stage: 'proposed', rag: 'grey' }, {}, ['agreed']],
    ['it was agreed, and starts later', { stage: 'proposed', rag: 'grey' }, { stage: 'agreed', rag: 'grey' }, ['agreed']],
    ['its start came', { stage: 'agreed', rag: 'grey' }, {}, []],
    ['it was agreed, completed and checked at once', { stage: 'proposed', rag: 'grey' }, { stage: 'checked', level: 'done' }, ['agreed', 'said to be complete', 'checked', 'checked evidence: done, was nothing checked yet']],
    ['its owner says it is complete', {}, { stage: 'awaiting_check' }, ['said to be complete']],
    ['it was returned', { stage: 'awaiting_check' }, {}, ['returned to its owner']],
    ['it was checked and closed', { stage: 'awaiting_check' }, { stage: 'closed', rag: 'blue' }, ['checked', 'closed']],
    ['it was reopened', { stage: 'closed', rag: 'blue' }, {}, ['reopened']],
    ['it was paused', {}, { stage: 'paused', rag: 'grey' }, ['paused']],
    ['it was taken up again', { stage: 'paused', rag: 'grey' }, {}, ['taken up again']],
    ['it was taken up and completed', { stage: 'paused', rag: 'grey' }, { stage: 'awaiting_check' }, ['taken up again', 'said to be complete']],
    ['its date moved, and it turned amber', {}, { dueOn: '2027-06-30', moves: 1, rag: 'amber' }, ['due date moved from 31 Mar 2027 to 30 Jun 2027', 'has turned amber']],
    ['its date was set', { dueOn: null }, {}, ['due date set: 31 Mar 2027']],
    ['it came back to green', { rag: 'red' }, {}, ['is green again']],
    ['another owner', {}, { ownerPersonId: 'sam' }, ['owner changed']],
    ['the first owner', { ownerAgencyId: null, ownerPersonId: null }, {}, ['owner named']],
    ['nobody owns it any more', {}, { ownerAgencyId: null, ownerPersonId: null }, ['no owner any more']],
  ];
  it.each(cases)('%s', (_, then, now, expected) => expect(words(then, now)).toEqual(expected));

  it('is counted once for each action', () => {
    const moved = whatChanged(running, { ...running, dueOn: '2027-06-30', rag: 'amber' }, today);
    expect(tally([moved, moved, []])).toMatchObject({ moved: 2, worse: 2, closed: 0 });
  });

  it('is urgent where it got worse, came back or was closed with nothing to show', () => {
    const of = (then: Partial<Standing>, now: Partial<Standing>) => urgency(whatChanged({ ...running, ...then }, { ...running, ...now }, today), now.level ?? null);
    expect([of({}, { rag: 'red' }), of({}, { dueOn: '2028-01-01' }), of({ stage: 'checked' }, { stage: 'closed' }), of({ stage: 'checked', level: 'reached' }, { stage: 'closed', level: 'reached' })]).toEqual([0, 1, 1, 2]);
  });
});

describe('since when', () => {
  it('is six weeks ago unless a day is asked for', () => {
    expect(readSince(undefined, today)).toEqual({ since: '2026-10-12', typed: '12 October 2026', problem: null });
    expect(readSince('14 Mar', today)).toEqual({ since: '2026-03-14', typed: '14 Mar', problem: null });
  });

  it('is a day gone by, in a form that is understood', () => {
    expect(readSince('tomorrow', today).problem).toMatch(/^Since: /);
    expect(readSince('23/11/26', today)).toMatchObject({ since: '2026-10-12', problem: 'Since: Enter a day that has gone by' });
  });
});
