import { describe, expect, it } from 'vitest';
import { decidedLabels, outcomesOf } from '@/lib/reviews/decisions/labels';
import { canComeTo, draftNames, pageOfDecision, saidAfterView, settlementOf, standingOf, viewAskedFor } from '@/lib/reviews/decisions/rules';

describe('what a matter can come to', () => {
  it('is its own list, and no word stands for two outcomes', () => {
    expect([canComeTo('lead_reviewer', 'approved'), canComeTo('lead_reviewer', 'full'), canComeTo('publication', 'full'), canComeTo('publication', 'not_given')]).toEqual([true, false, true, false]);
    expect(Object.keys(decidedLabels)).toHaveLength(Object.values(outcomesOf).flatMap((outcomes) => Object.keys(outcomes)).length);
  });
});

describe('where a decision is made, and what is said of it', () => {
  const id = '1e595c55-321c-4b47-8e0f-8c3dc2bdfc03';
  it('is beside the case for a rapid review, and on a page of its own for every other matter', () => {
    expect(pageOfDecision({ id, matter: 'rapid_review_outcome', reference: 'RR-2026-7KQ4' })).toBe('/reviews/RR-2026-7KQ4/decision');
    expect(pageOfDecision({ id, matter: 'publication', reference: 'LCSPR-2026-7KQ4' })).toBe(`/decisions/${id}`);
  });
  it('names the reference and the matter, so that one answer does not put another question away', () => {
    expect(viewAskedFor({ matter: 'publication', reference: 'LCSPR-2026-7KQ4' })).not.toBe(viewAskedFor({ matter: 'lead_reviewer', reference: 'LCSPR-2026-7KQ4' }));
    expect(draftNames({ id, reference: 'R-012' }).view({ id })).toBe('give-view:R-012-1e595c55-1e595c55');
  });
});

describe('the decision that stands', () => {
  it('is the one that no other took the place of, whichever comes first', () => {
    const [first, second, third] = [{ id: 'a', supersedesId: null }, { id: 'b', supersedesId: 'a' }, { id: 'c', supersedesId: 'b' }];
    expect([standingOf([]), standingOf([first]), standingOf([third, second, first]), standingOf([first, second])]).toEqual([null, first, third, second]);
  });
});

describe('what is said after a view', () => {
  it('is what it led to for whoever gave the last one, and to the others what is still to come', () => {
    expect(saidAfterView('lcspr', { kind: 'agreed', outcome: 'lcspr' })).toContain('It was the last one, and all are the same. Decided: Local Child Safeguarding Practice Review.');
    expect(saidAfterView(null, { kind: 'chair', views: [] })).toContain('the chair of the Executive records the outcome');
    expect(saidAfterView(null, { kind: 'waiting', missing: ['Example Constabulary'] })).toBe('The view is recorded. Still to come: Example Constabulary.');
  });
});

describe('what follows from the safeguarding partners’ views', () => {
  const partners = [{ id: 'council', name: 'Council' }, { id: 'health', name: 'Health' }, { id: 'police', name: 'Police' }];

  it('waits for each of them by name', () => {
    expect(settlementOf(partners, [{ agencyId: 'council', view: 'lcspr' }])).toEqual({ kind: 'waiting', missing: ['Health', 'Police'] });
  });

  it('stands when they are all the same', () => {
    expect(settlementOf(partners, partners.map(({ id }) => ({ agencyId: id, view: 'no_lcspr' as const })))).toEqual({ kind: 'agreed', outcome: 'no_lcspr' });
  });

  it('is the chair’s to record where one differs or was not given', () => {
    const views = partners.map(({ id }, place) => ({ agencyId: id, view: place === 0 ? ('lcspr' as const) : ('no_lcspr' as const) }));
    expect(settlementOf(partners, views).kind).toBe('chair');
    expect(settlementOf(partners, partners.map(({ id }) => ({ agencyId: id, view: 'not_given' as const }))).kind).toBe('chair');
  });

  it('is not swayed by somebody who is no safeguarding partner', () => {
    const views = [...partners.map(({ id }) => ({ agencyId: id, view: 'lcspr' as const })), { agencyId: 'charity', view: 'no_lcspr' as const }];
    expect(settlementOf(partners, views)).toEqual({ kind: 'agreed', outcome: 'lcspr' });
  });
});
