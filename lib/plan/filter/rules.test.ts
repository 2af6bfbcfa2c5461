import { describe, expect, it } from 'vitest';
import { asCalendarDate } from '@/lib/dates/calendar-date';
import { actionAddress, filterWords, isFiltered, orderWords, planAddress, planFilterOf, readPlanQuery, sortedBy, viewBehind } from './rules';

const today = asCalendarDate('2026-11-23');
const me = '0a0a0a0a-0000-4000-8000-000000000001';

describe('the address of the plan', () => {
  it('is the state of the list, there and back', () => {
    const address = '/plan?rag=red-amber&agency=0a0a0a0a-0000-4000-8000-00000000000b&owner=me&source=RR-2026-7KQ4&due=past&from=1+Dec&to=end+June&q=step+down&sort=rag&order=desc&page=3';
    const view = readPlanQuery(Object.fromEntries(new URL(address, 'http://here').searchParams));
    expect(planAddress(view)).toBe(address);
    expect(isFiltered(view)).toBe(true);
  });

  it('of the plain plan has nothing in it', () => {
    expect(planAddress(readPlanQuery({}))).toBe('/plan');
    expect(isFiltered(readPlanQuery({ sort: 'rag', page: '2' }))).toBe(false);
  });

  it('leaves out what it does not know', () => {
    expect(planAddress(readPlanQuery({ rag: 'purple', agency: "x' or 1=1", owner: '../', source: 'a b', due: 'never', sort: 'drop', order: 'up', page: '-1', q: '\u0000', nonsense: 'x' }))).toBe('/plan');
    expect(readPlanQuery({ rag: ['red', 'amber'], page: '1e99', q: 'x'.repeat(500) })).toMatchObject({ rag: 'red', page: 100_000, q: 'x'.repeat(200) });
  });

  it('has all rows on one page instead of one of several', () => {
    const view = readPlanQuery({ show: 'all', page: '3', rag: 'red' });
    expect(planAddress(view)).toBe('/plan?rag=red&show=all');
    expect(planFilterOf(view, me, today).filter).toMatchObject({ onePage: true });
    expect(isFiltered(readPlanQuery({ show: 'all' }))).toBe(false);
  });

  it('is told in words: every choice, with the names of what it holds by key', () => {
    const named = { agencies: [{ value: me, label: 'Example NHS Trust' }], groups: [], owners: [], sources: [{ value: 'RR-2026-7KQ4', label: 'Child D' }] };
    const view = readPlanQuery({ rag: 'red-amber', agency: me, group: me, owner: 'me', source: 'RR-2026-7KQ4', due: 'next30', from: '1 Dec', to: 'end June', q: 'step down' });
    expect(filterWords(view, named)).toEqual([
      'Colour: Red and amber', 'Agency: Example NHS Trust', `Group: ${me}`, 'Owner: Me', 'From: Child D', 'Due: In the next 30 days', 'Due from: 1 Dec', 'Due to: end June', 'Words: step down',
    ]);
    expect(filterWords(readPlanQuery({ sort: 'rag' }), named)).toEqual([]);
  });

  it('asks for the rows it names', () => {
    expect(planFilterOf(readPlanQuery({ rag: 'not-stated', owner: 'me', due: 'next30', from: '1 Dec', to: '31/12/26' }), me, today)).toEqual({
      problems: [],
      filter: expect.objectContaining({ rag: ['not_stated'], ownerId: me, due: 'next30', dueFrom: '2026-12-01', dueTo: '2026-12-31', sort: 'due', descending: false, page: 1 }),
    });
  });

  it('says what to do about a date it does not understand, and filters by the rest', () => {
    const read = planFilterOf(readPlanQuery({ from: 'soon', rag: 'red' }), me, today);
    expect(read.problems).toEqual(['Due from: Write it like 14/3/26 or 14 Mar']);
    expect(read.filter).toMatchObject({ rag: ['red'], dueFrom: undefined });
  });

  it('a second press on a header turns the order round, from the first page', () => {
    const first = sortedBy(readPlanQuery({ page: '4', rag: 'red' }), 'rag');
    expect(first).toMatchObject({ sort: 'rag', descending: false, page: 1, rag: 'red' });
    expect(sortedBy(first, 'rag').descending).toBe(true);
    expect(sortedBy(first, 'due').descending).toBe(false);
    expect(orderWords(readPlanQuery({ order: 'desc' }))).toBe('latest due first, finished last');
  });
});

describe('the way back from an action', () => {
  it('leads to what the plan was narrowed to, also after it was updated', () => {
    const plan = '/plan?rag=red&q=step+down&sort=rag&page=2';
    const from = readPlanQuery(Object.fromEntries(new URL(plan, 'https://page.invalid').searchParams));
    const action = new URL(actionAddress('A-014', { from }), 'https://page.invalid');
    expect(action.pathname).toBe('/plan/A-014');
    expect(planAddress(viewBehind(action.searchParams.get('plan')))).toBe(plan);
    const updated = new URL(actionAddress('A-014', { from: viewBehind(action.searchParams.get('plan')), said: 'updated' }), 'https://page.invalid');
    expect([updated.searchParams.get('said'), updated.hash, planAddress(viewBehind(updated.searchParams.get('plan')))]).toEqual(['updated', '#said', plan]);
  });

  it('is the plain plan where it was not narrowed, and wherever somebody writes an address of their own there', () => {
    expect(actionAddress('A-014', { from: readPlanQuery({}) })).toBe('/plan/A-014');
    expect(actionAddress('A-014', { said: 'updated' })).toBe('/plan/A-014?said=updated#said');
    for (const asked of [undefined, '', 'https://example.invalid/', '//example.invalid', 'rag=purple&sort=/elsewhere', ['rag=purple', 'rag=red']]) expect(planAddress(viewBehind(asked))).toBe('/plan');
  });
});
