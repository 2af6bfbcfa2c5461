import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActionThread } from '@/components/plan/action-thread';
import type { ActionShown } from '@/lib/plan/queries';

const today = '2026-11-23';
const source = (given: Partial<ActionShown['sources'][number]> = {}) => ({ id: 'rr', reference: 'RR-2026-7KQ4', title: 'Child N', kind: 'review' as const, example: true, isCase: true, ...given });
const recommendation = (reference: string, measureOn: string | null) => ({ reference, text: 'Ask about fathers', accepted: true, measureOn });

/** The parts of the thread in their order, each with where it leads. */
function partsOf(given: Partial<ActionShown>): string[] {
  const action = { reference: 'A-014', stage: 'in_progress', level: null, sources: [], hiddenReviews: 0, recommendations: [], ...given } as unknown as ActionShown;
  const html = renderToStaticMarkup(<ActionThread action={action} today={today} />);
  return [...html.matchAll(/<li.*?<\/li>/gs)].map(([part]) => {
    const words = part.replaceAll(/<svg.*?<\/svg>/gs, '').replaceAll(/<span class="sr-only">.*?<\/span>/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim();
    const href = /href="([^"]+)"/.exec(part)?.[1];
    return href ? `${words} → ${href}` : words;
  });
}

test('an action is one step from what it comes from, its recommendation, its evidence and when its impact is measured', () => {
  expect(partsOf({ sources: [source()], recommendations: [recommendation('R-005', '2027-02-22')], level: 'reached' })).toEqual([
    'Child N Review → /reviews/RR-2026-7KQ4', 'R-005 Recommendation → /recommendations/R-005', 'A-014 Action: in progress → #action', 'Checked evidence, reached → #evidence', '22 Feb 2027 Impact to be measured → /recommendations/R-005',
  ]);
});

test('what it comes from is told once where a rapid review and what followed bear one name, and several recommendations by the first date', () => {
  const both = [source(), source({ id: 'lcspr', reference: 'LCSPR-2026-9TVW' })];
  const parts = partsOf({ sources: both, recommendations: [recommendation('R-005', '2027-02-22'), recommendation('R-006', '2027-01-10')] });
  expect(parts[0]).toBe('Child N What it comes from → #action');
  expect(parts[1]).toBe('R-005, R-006 Recommendations → #action');
  expect(parts[4]).toBe('10 Jan 2027 Impact to be measured → /recommendations/R-006');
});

test('a review that the reader does not see stays unnamed, and nothing is measured without a recommendation', () => {
  const parts = partsOf({ hiddenReviews: 1 });
  expect([parts[0], parts[1], parts[4]]).toEqual(['– From a review not yet published', '– No recommendation', '– Impact, no date to measure it']);
  expect(partsOf({ sources: [source({ kind: 'audit', reference: 'AU-1', title: 'Step-down' })] })[0]).toBe('Step-down Multi-agency audit → /plan?source=AU-1');
});
