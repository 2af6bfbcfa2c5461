import { expect, test } from 'vitest';
import { saidBack } from '@/lib/forms/said';

test('what was done is said back only in words that are known', () => {
  const words = { granted: 'The membership is granted' };
  expect(saidBack(words, 'granted')).toBe('The membership is granted');
  expect(saidBack(words, undefined)).toBeNull();
  expect(saidBack(words, 'You have won')).toBeNull();
  expect(saidBack(words, 'constructor')).toBeNull();
  expect(saidBack(words, ['granted', 'granted'])).toBeNull();
});
