import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReviewThread, type Chain } from '@/components/reviews/review-thread';
import type { Review } from '@/lib/reviews/queries';

const review = { reference: 'RR-2026-7KQ4', kind: 'lcspr', recordBasis: 'worked_here', undertakenFrom: null, completedFrom: null, sentToPanelOn: null, clocks: [], continuations: [], origins: [], sees: { case: true, plan: true, spines: true }, stage: 'under_way' } as unknown as Review;

function wordsOf(chain: Partial<Chain>, given: Partial<Review> = {}): string {
  const whole = { findings: 0, recommendations: 1, actions: 1, red: 0, evidence: { reached: 0, words: 'lowest: nothing checked yet' }, ...chain };
  return renderToStaticMarkup(<ReviewThread review={{ ...review, ...given }} chain={whole} today="2026-11-23" />).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('one is one, also where it is red', () => {
  expect(wordsOf({ red: 1 })).toContain('1 Action, 1 red');
  expect(wordsOf({ actions: 2, red: 1 })).toContain('2 Actions, 1 red');
  expect(wordsOf({})).toContain('1 Recommendation 1 Action 0 of 5 Checked evidence, lowest: nothing checked yet');
});

test('what a document does not give is not stated', () => {
  expect(wordsOf({}, { recordBasis: 'recorded_from_document' } as Partial<Review>)).toContain('Not stated Rapid reviews it came from Not stated Review');
});
