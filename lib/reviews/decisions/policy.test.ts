import { expect, test } from 'vitest';
import { canChangeView } from '@/lib/reviews/decisions/policy';

test('a safeguarding partner changes its own view, the business unit only what it recorded itself, and nobody else any', () => {
  const inPerson = { how: 'in_person', givenById: 'helen' };
  const recorded = { how: 'meeting', givenById: 'helen' };
  const notGiven = { how: 'in_person', givenById: null };
  expect([inPerson, recorded, notGiven].map((view) => canChangeView(view, true, false))).toEqual([true, true, true]);
  expect([inPerson, recorded, notGiven].map((view) => canChangeView(view, false, true))).toEqual([false, true, true]);
  expect([inPerson, recorded, notGiven].map((view) => canChangeView(view, false, false))).toEqual([false, false, false]);
});
