import { expect, test } from 'vitest';
import { saidInWords, sourceInWords } from '@/lib/partnership/labels';

test('what was done is said back only in words that are known here', () => {
  expect(saidInWords({ said: 'granted' })).toBe('The membership is granted');
  expect(saidInWords({ said: 'You have won' })).toBeNull();
  expect(saidInWords({ said: 'constructor' })).toBeNull();
  expect(saidInWords({ said: ['granted', 'granted'] })).toBeNull();
});

test('a recorded fact is shown with its document and page', () => {
  expect(sourceInWords({ document: 'Annual report 2020-21', documentPage: 'p. 6' })).toBe('Annual report 2020-21, p. 6');
  expect(sourceInWords({ document: null, documentPage: null })).toBeNull();
});
