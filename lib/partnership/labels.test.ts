import { expect, test } from 'vitest';
import { sourceInWords } from '@/lib/partnership/labels';

test('a recorded fact is shown with its document and page', () => {
  expect(sourceInWords({ document: 'Annual report 2020-21', documentPage: 'p. 6' })).toBe('Annual report 2020-21, p. 6');
  expect(sourceInWords({ document: null, documentPage: null })).toBeNull();
});
