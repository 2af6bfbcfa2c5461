import { describe, expect, it } from 'vitest';
import type { ActionListed } from '@/lib/plan/queries';
import { csvCell, planCsv } from './rules';

const action = (given: Partial<ActionListed> = {}): ActionListed => ({
  id: '1', reference: 'A-014', title: 'Recording standards', detail: null, intendedOutcome: null, type: 'procedure', priority: null, area: 'both', stage: 'in_progress', rag: 'amber', because: 'moved once',
  ownerAgencyName: 'Example NHS Trust', ownerPost: 'Head', ownerPersonId: 'p', ownerPersonName: 'Jo Hale', ownerLeft: false, groupName: null, firstDueOn: '2026-11-12', dueOn: '2026-12-12', proposedOn: null, moves: 1, lastUpdateOn: null, blocker: null, blockedSince: null, escalatedTo: null, nextCheckOn: null,
  completeOn: null, checkedOn: null, closedOn: null, level: 'reached', statedStatus: null, sources: [], hiddenReviews: 1, recordBasis: 'worked_here', document: null, documentPage: null, example: false, ...given,
});
const stamp = { partnership: 'Hartlepool and Stockton-on-Tees', by: 'Priya Nair', at: new Date('2026-11-23T10:42:00Z'), filtered: true, more: false };

describe('the plan as a .csv', () => {
  it('says first what it is, for whom, when and how sensitive', () => {
    const [first, headers, row, end] = planCsv([action()], stamp).split('\r\n');
    expect(first).toBe('\uFEFF"Combined learning action plan · Hartlepool and Stockton-on-Tees · exported by Priya Nair · 23 November 2026 at 10:42 · Sensitivity: learning · 1 action, filtered"');
    expect(headers).toContain('"Reference","Action"');
    expect(row).toContain('"A-014","Recording standards","","","a review not yet published"');
    expect(row).toContain('"12 December 2026","1","In progress","Amber","moved once","reached"');
    expect(end).toBe('');
  });

  it('says how urgent it is, what is in the way, whose help is asked for and that its owner has left', () => {
    const text = planCsv([action({ priority: 'high', blocker: 'No trainer', blockedSince: '2026-11-02', escalatedTo: 'executive', ownerLeft: true })], stamp);
    for (const cell of ['"High"', '"No trainer","2 November 2026","The Executive"', '"Jo Hale, who has left"']) expect(text).toContain(cell);
  });

  it('marks every invented row, and the file that holds one', () => {
    const text = planCsv([action({ example: true }), action()], { ...stamp, more: true });
    expect(text).toContain('the first 2 actions, filtered · EXAMPLE: holds invented records');
    expect(text.match(/^"EXAMPLE",/gm)).toHaveLength(1);
  });

  it('is marked where it names a review that is not published', () => {
    const source = { id: 's', reference: 'RR-2026-7KQ4', title: 'Child R', kind: 'review' as const, example: false, isCase: true };
    expect(planCsv([action(), action({ sources: [source] })], stamp)).toContain('Sensitivity: case');
    expect(planCsv([action({ sources: [{ ...source, isCase: false }] })], stamp)).toContain('Sensitivity: learning');
  });

  it('says what a document does not', () => {
    expect(planCsv([action({ recordBasis: 'recorded_from_document', dueOn: null, ownerPost: null, rag: 'not_stated', because: 'not stated' })], stamp)).toContain('"not stated"');
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+44 1642', '-2', '@sum', '\t=1', '\r=1', '\u0000=1', '  =1', '＝1', '\n=1'])('never begins a formula: %j', (text) => {
    expect(csvCell(text).startsWith('"\'')).toBe(true);
  });

  it('holds what was typed, with quotes doubled and lines kept', () => {
    expect(csvCell('Say "no",\nthen write')).toBe('"Say ""no"",\nthen write"');
    expect(csvCell('a = b')).toBe('"a = b"');
    expect(csvCell(null)).toBe('""');
    expect(csvCell(0)).toBe('"0"');
  });
});
