import { describe, expect, it } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import {
  ageInWords, asidesFor, evidenceToCheck, expiryOf, levelOfEvidence, numbersInWords, showsCase, levelsOver, monthsChecked, movedWords, ragOf, stageOf, stepsReached, whatStopsAccepting, whatStopsAddingEvidence, whatStopsAgreeing, whatStopsChecking,
  whatStopsRewording, whatStopsSayingComplete, whatStopsSecondCheck, whatStopsSettingAside, whatStopsUpdating, wordOfCompletion, type ActionFacts, type Rag, type Stage,
} from './rules';

const today = asCalendarDate('2026-11-23');
const usual = { dueSoonDays: 30, quietDays: 45, movesForRed: 2 };

const inProgress: ActionFacts & { reference: string } = {
  reference: 'A-014', recordBasis: 'worked_here', ownerAgencyId: 'agency', agreedOn: '2026-09-01', startOn: null, dueOn: '2027-03-31', moves: 0, lastUpdateOn: '2026-11-20',
  aside: null, completeOn: null, checkedOn: null, closedOn: null, worsenedTo: null, worsenedBecause: null, agenciesBehind: 0,
};
const action = (what: Partial<ActionFacts> = {}) => ({ ...inProgress, ...what });
const said = { completeOn: '2026-11-10' };
const checked = { ...said, checkedOn: '2026-11-12' };

describe('RAG, the first that fits', () => {
  const cases: [string, Partial<ActionFacts>, Rag, string][] = [
    ['closed, whatever else', { ...checked, closedOn: '2026-11-20', dueOn: '2026-01-01', moves: 5 }, 'blue', 'closed'],
    ['complete and checked, though late and moved', { ...checked, dueOn: '2026-01-01', moves: 5 }, 'green', 'complete, checked'],
    ['paused, though past due', { aside: 'paused', dueOn: '2026-01-01' }, 'grey', 'paused'],
    ['superseded', { aside: 'superseded' }, 'grey', 'superseded'],
    ['not accepted', { aside: 'not_accepted', agreedOn: null }, 'grey', 'not accepted'],
    ['transferred', { aside: 'transferred' }, 'grey', 'transferred'],
    ['from a document that gives no date', { recordBasis: 'recorded_from_document', dueOn: null, agreedOn: null, ownerAgencyId: null }, 'not_stated', 'not stated'],
    ['carried over without a date', { recordBasis: 'carried_over', dueOn: null }, 'not_stated', 'not stated'],
    ['carried over with a date gone by', { recordBasis: 'carried_over', dueOn: '2026-11-22' }, 'red', 'past due'],
    ['proposed, even past the date proposed', { agreedOn: null, dueOn: '2026-01-01' }, 'grey', 'proposed'],
    ['agreed, and starting tomorrow', { startOn: '2026-11-24' }, 'grey', 'agreed, starts 24 Nov'],
    ['agreed, and starting next year', { startOn: '2027-01-04' }, 'grey', 'agreed, starts 4 Jan 2027'],
    ['started today', { startOn: '2026-11-23' }, 'green', 'on track'],
    ['due yesterday', { dueOn: '2026-11-22' }, 'red', 'past due'],
    ['due today, updated lately', { dueOn: '2026-11-23' }, 'green', 'on track'],
    ['complete but not checked, due yesterday', { ...said, dueOn: '2026-11-22' }, 'red', 'past due'],
    ['complete but not checked, in time', said, 'green', 'complete, awaiting check'],
    ['without an owner', { ownerAgencyId: null }, 'red', 'no owner'],
    ['past due and without an owner: the date is said first', { ownerAgencyId: null, dueOn: '2026-11-01' }, 'red', 'past due'],
    ['moved twice', { moves: 2 }, 'red', 'moved twice'],
    ['moved four times', { moves: 4 }, 'red', 'moved 4 times'],
    ['made red by somebody', { worsenedTo: 'red', worsenedBecause: 'the trainer has left' }, 'red', 'worsened: the trainer has left'],
    ['due in 30 days and quiet for 45', { dueOn: '2026-12-23', lastUpdateOn: '2026-10-09' }, 'amber', 'no update in 45 days'],
    ['due in 31 days and quiet for 45', { dueOn: '2026-12-24', lastUpdateOn: '2026-10-09' }, 'green', 'on track'],
    ['due in 30 days and quiet for 44', { dueOn: '2026-12-23', lastUpdateOn: '2026-10-10' }, 'green', 'on track'],
    ['due soon and never updated, agreed 83 days ago', { dueOn: '2026-12-01', lastUpdateOn: null }, 'amber', 'no update in 83 days'],
    ['moved once', { moves: 1 }, 'amber', 'moved once'],
    ['one contributing agency behind', { agenciesBehind: 1 }, 'amber', 'an agency is behind'],
    ['three contributing agencies behind', { agenciesBehind: 3 }, 'amber', '3 agencies are behind'],
    ['made amber by somebody', { worsenedTo: 'amber', worsenedBecause: 'one team has no trainer' }, 'amber', 'worsened: one team has no trainer'],
    ['made amber by somebody, but past due', { worsenedTo: 'amber', worsenedBecause: 'one team', dueOn: '2026-11-22' }, 'red', 'past due'],
    ['nothing wrong', {}, 'green', 'on track'],
    ['no due date', { dueOn: null, lastUpdateOn: null }, 'green', 'on track, no due date'],
  ];

  it.each(cases)('%s', (_words, what, rag, because) => {
    expect(ragOf(action(what), today, usual)).toEqual({ rag, because });
  });

  it('thresholds are the partnership’s own', () => {
    expect(ragOf(action({ moves: 2 }), today, { ...usual, movesForRed: 3 })).toEqual({ rag: 'amber', because: 'moved twice' });
    expect(ragOf(action({ moves: 1 }), today, { ...usual, movesForRed: 1 })).toEqual({ rag: 'red', because: 'moved once' });
    expect(ragOf(action({ dueOn: '2026-12-24', lastUpdateOn: '2026-10-09' }), today, { ...usual, dueSoonDays: 31 }).rag).toBe('amber');
    expect(ragOf(action({ dueOn: '2026-12-23', lastUpdateOn: '2026-10-10' }), today, { ...usual, quietDays: 44 }).rag).toBe('amber');
  });
});

describe('an action’s life', () => {
  it.each<[string, Partial<ActionFacts>, Stage]>([
    ['proposed until it is agreed', { agreedOn: null }, 'proposed'],
    ['agreed until it starts', { startOn: '2026-11-24' }, 'agreed'],
    ['in progress from its start', { startOn: '2026-11-23' }, 'in_progress'],
    ['in progress at once where no start is given', {}, 'in_progress'],
    ['awaiting its check once the owner says so', said, 'awaiting_check'],
    ['checked by somebody else', checked, 'checked'],
    ['closed at the end', { ...checked, closedOn: '2026-11-20' }, 'closed'],
    ['put aside wherever it was', { aside: 'paused', ...said }, 'paused'],
    ['not stated where a document gives no dates', { recordBasis: 'recorded_from_document', agreedOn: null }, 'not_stated'],
    ['what a document does state', { recordBasis: 'recorded_from_document', agreedOn: null, ...checked }, 'checked'],
  ])('%s', (_words, what, stage) => {
    expect(stageOf(action(what), today)).toBe(stage);
  });

  it('counts moves in words', () => {
    expect([0, 1, 2, 3].map(movedWords)).toEqual(['', 'moved once', 'moved twice', 'moved 3 times']);
  });
});

describe('level of evidence', () => {
  it('is what checked evidence reaches, not what is claimed', () => {
    expect(levelOfEvidence([])).toBeNull();
    expect(levelOfEvidence([{ level: 'better_for_children', checkedOn: null }])).toBeNull();
    expect(levelOfEvidence([{ level: 'understood', checkedOn: '2026-11-01' }, { level: 'done', checkedOn: '2026-10-01' }, { level: 'seen_in_practice', checkedOn: null }])).toBe('understood');
  });

  it('fills as many steps as it reaches', () => {
    expect([null, 'done', 'better_for_children'].map((level) => stepsReached(level as null))).toEqual([0, 1, 5]);
  });

  it('over several actions says the lowest and the highest, and how many reach the highest', () => {
    expect(levelsOver([])).toBeNull();
    expect(levelsOver(['done', null, 'seen_in_practice', 'reached', 'done'])).toEqual({ lowest: null, highest: 'seen_in_practice', atHighest: 1, of: 5 });
    expect(levelsOver([null, null])).toEqual({ lowest: null, highest: null, atHighest: 2, of: 2 });
  });
});

const messages = (issues: { message: string }[]) => issues.map((issue) => issue.message);

describe('what stops', () => {
  it('agreeing: no owner, no date, or no proposal any more', () => {
    expect(whatStopsAgreeing(action({ agreedOn: null }))).toEqual([]);
    expect(messages(whatStopsAgreeing(action({ agreedOn: null, ownerAgencyId: null, dueOn: null })))).toEqual(['Name the agency that owns it', 'Give the date it is due']);
    expect(messages(whatStopsAgreeing(action()))).toEqual(['This action has already been agreed']);
    expect(messages(whatStopsAgreeing(action({ agreedOn: null, aside: 'not_accepted' })))).toEqual(['This action is not accepted']);
  });

  it('updating: a proposal, or something that is over; a paused action may still be spoken of', () => {
    expect(whatStopsUpdating(action())).toEqual([]);
    expect(whatStopsUpdating(action(said))).toEqual([]);
    expect(whatStopsUpdating(action({ aside: 'paused' }))).toEqual([]);
    expect(whatStopsUpdating(action({ recordBasis: 'recorded_from_document', agreedOn: null }))).toEqual([]);
    for (const over of [{ agreedOn: null }, checked, { ...checked, closedOn: '2026-11-20' }, { aside: 'superseded' as const }]) {
      expect(whatStopsUpdating(action(over))).toHaveLength(1);
    }
  });

  it('evidence: as for an update, but it may still come after the check', () => {
    expect(whatStopsAddingEvidence(action())).toEqual([]);
    expect(whatStopsAddingEvidence(action(checked))).toEqual([]);
    expect(whatStopsAddingEvidence(action({ ...checked, closedOn: '2026-11-20' }))).toHaveLength(1);
    expect(whatStopsAddingEvidence(action({ agreedOn: null }))).toHaveLength(1);
  });

  it('saying complete: no evidence, or it was said already', () => {
    expect(whatStopsSayingComplete(action(), 1)).toEqual([]);
    expect(whatStopsSayingComplete(action(), 0)).toMatchObject([{ field: 'evidenceTitle' }]);
    expect(messages(whatStopsSayingComplete(action(said), 1))).toEqual(['It has already been said to be complete, and waits to be checked']);
    expect(whatStopsSayingComplete(action({ aside: 'paused' }), 1)).toHaveLength(1);
    expect(whatStopsSayingComplete(action({ agreedOn: null }), 1)).toHaveLength(1);
  });

  it('checking: nobody has said it is complete, or it was checked already', () => {
    expect(whatStopsChecking(action(said))).toEqual([]);
    expect(messages(whatStopsChecking(action()))).toEqual(['Its owner has to say that it is complete']);
    expect(messages(whatStopsChecking(action(checked)))).toEqual(['This action has already been checked']);
    expect(whatStopsChecking(action({ ...said, aside: 'paused' }))).toHaveLength(1);
  });

  it('accepting: no evidence that somebody else has looked at', () => {
    const mine = { id: 'mine', addedById: 'me', checkedOn: null, declinedOn: null };
    const theirs = { id: 'theirs', addedById: 'them', checkedOn: null, declinedOn: null };
    expect(evidenceToCheck([mine, theirs, { ...theirs, id: 'done', checkedOn: '2026-11-01' }, { ...theirs, id: 'not', declinedOn: '2026-11-01' }], 'me')).toEqual([theirs]);
    expect(whatStopsAccepting([theirs], ['theirs'], 'me')).toEqual([]);
    expect(whatStopsAccepting([{ ...mine, checkedOn: '2026-11-01' }], [], 'me')).toEqual([]);
    expect(whatStopsAccepting([mine, theirs], ['mine'], 'me')).toMatchObject([{ field: 'evidence' }]);
    expect(whatStopsAccepting([mine], ['mine'], 'me')).toMatchObject([{ field: 'result' }]);
    expect(whatStopsAccepting([], [], 'me')).toHaveLength(1);
  });
});

describe('the words of completion', () => {
  const update = (text: string, given: Partial<{ completes: boolean; saidById: string | null }> = {}) => ({ text, completes: false, saidById: 'jo', ...given });
  const complete = { completeOn: '2026-11-12', completeSaidById: 'jo' };

  it('are the last of whoever said so, whatever was said since', () => {
    const updates = [update('And the night team'), update('All trained', { completes: true }), update('All trained, we thought', { completes: true })];
    expect(wordOfCompletion({ ...complete, updates })?.text).toBe('All trained');
  });

  it('are nobody else’s, and none where it is not said to be complete', () => {
    expect(wordOfCompletion({ ...complete, updates: [update('All trained', { completes: true, saidById: 'ben' }), update('Half of us')] })).toBeNull();
    expect(wordOfCompletion({ completeOn: null, completeSaidById: null, updates: [update('All trained', { completes: true })] })).toBeNull();
  });
});

describe('what is told of evidence', () => {
  const item = { datedOn: '2026-09-01', periodTo: null, expiresOn: null };

  it('is its age, from the end of the period it speaks of', () => {
    expect(ageInWords(item, today)).toBe('2 months old');
    expect(ageInWords({ ...item, periodTo: '2025-09-20' }, today)).toBe('14 months old');
    expect(ageInWords({ ...item, datedOn: today }, today)).toBe('new today');
  });

  it('is when it runs out, its last day included', () => {
    expect(expiryOf(item, today)).toBeNull();
    expect(expiryOf({ ...item, expiresOn: '2027-11-23' }, today)).toEqual({ state: 'good', words: 'expires in 12 months' });
    expect(expiryOf({ ...item, expiresOn: '2026-12-14' }, today)).toEqual({ state: 'soon', words: 'expires in 3 weeks' });
    expect(expiryOf({ ...item, expiresOn: today }, today)).toEqual({ state: 'soon', words: 'expires today' });
    expect(expiryOf({ ...item, expiresOn: '2026-11-22' }, today)).toEqual({ state: 'expired', words: 'expired a day ago' });
  });

  it('is its numbers, where it has any', () => {
    const none = { lookedAt: null, numerator: null, denominator: null, before: null, after: null };
    expect(numbersInWords(none)).toBe('');
    expect(numbersInWords({ lookedAt: 40, numerator: 14, denominator: 23, before: '9 of 30', after: '21 of 30' })).toBe('14 of 23 (61%) · before 9 of 30, now 21 of 30 · 40 looked at');
    expect(numbersInWords({ ...none, after: '41%' })).toBe('now 41%');
  });

  it('is case where it holds personal data, whatever its action comes from', () => {
    expect(showsCase([{ sources: [], evidence: [{ holdsPersonalData: false }] }])).toBe(false);
    expect(showsCase([{ sources: [], evidence: [{ holdsPersonalData: true }] }])).toBe(true);
  });
});

describe('a second check', () => {
  const due = [{ months: 3, on: '2027-02-01' }, { months: 6, on: '2027-05-01' }, { months: 12, on: '2027-11-01' }];
  const checked = { ...inProgress, completeOn: '2026-11-01', checkedOn: '2026-11-10' };

  it('answers for each whose day has come, and before the first for the first', () => {
    expect(['2026-12-24', '2027-02-01', '2027-06-15', '2028-01-01'].map((on) => monthsChecked(due, on))).toEqual([3, 3, 6, 12]);
    expect(monthsChecked([], '2027-02-01')).toBeNull();
  });

  it('follows a first, and ends after the last', () => {
    expect(whatStopsSecondCheck({ ...checked, nextCheckOn: '2027-02-01' })).toEqual([]);
    expect(whatStopsSecondCheck({ ...inProgress, nextCheckOn: null })).toHaveLength(1);
    expect(whatStopsSecondCheck({ ...checked, nextCheckOn: null })).toHaveLength(1);
  });
});

describe('a proposal', () => {
  it('is reworded until it is agreed, and is not accepted rather than paused', () => {
    expect(whatStopsRewording({ ...inProgress, agreedOn: null })).toEqual([]);
    expect(whatStopsRewording(inProgress)).toHaveLength(1);
    expect(asidesFor({ ...inProgress, agreedOn: null })).toEqual(['not_accepted']);
    expect(asidesFor(inProgress)).toEqual(['paused', 'superseded', 'transferred']);
    expect(whatStopsSettingAside({ ...inProgress, aside: 'paused' })).toHaveLength(1);
  });
});
