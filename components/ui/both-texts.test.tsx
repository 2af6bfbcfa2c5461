import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { BothTexts } from '@/components/ui/both-texts';

const both = (theirs: string, yours: string) => renderToStaticMarkup(<BothTexts changedBy="Sam Okafor at 10:42" fields={[{ name: 'summary', label: 'What happened', theirs, yours }]} />);

it('marks the words that differ, in both texts', () => {
  expect(both('Seen on Tuesday at home.', 'Seen on Thursday at home.')).toMatch(/Seen on <mark>Tuesday <\/mark>at home\..*Seen on <mark>Thursday <\/mark>at home\./s);
});

it('loses no word of either', () => {
  const text = (markup: string) => markup.replaceAll(/<\/?mark>/g, '');
  expect(text(both('a b a', 'a b a b a'))).toContain('>a b a<');
  expect(text(both('a b a', 'a b a b a'))).toContain('>a b a b a<');
});

it('says so where one side is empty', () => {
  expect(both('', 'Harbour Trust')).toContain('Nothing entered');
});
