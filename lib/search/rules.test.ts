import { describe, expect, it } from 'vitest';
import { hitsIn, inOrder, passageOf, referenceIn, wordsIn } from './rules';

describe('what was typed', () => {
  it.each([
    ["The father's step-down – plan!", ['the', 'fathers', 'step-down', 'plan']],
    ['father’s FATHERS', ['fathers']],
    ['-- %', []],
    ['Éire 50%', ['éire', '50']],
  ])('%s is these words', (typed, words) => expect(wordsIn(typed)).toEqual(words));

  it.each([
    ['a14', 'A-014'], [' A-014 ', 'A-014'], ['a 00014', 'A-014'], ['R-1203', 'R-1203'], ['rr-2026-7kq4', 'RR-2026-7KQ4'], ['RR 2026 7KQ4', 'RR-2026-7KQ4'],
    ['neglect', null], ['A-014 neglect', null], ['14', null], ['', null],
  ])('%s is the reference %s', (typed, reference) => expect(referenceIn(typed)).toBe(reference));
});

describe('what was found', () => {
  it('has a word where it begins one, also after a hyphen', () => {
    expect(hitsIn('Agree the step-down checklist with fathers', ['down', 'check', 'father'])).toBe(3);
    expect(hitsIn('Agree the step-down checklist', ['list', 'step-down', 'agreed'])).toBe(1);
  });

  it('comes in the order of its heading, and the latest first', () => {
    const found = ['Other things', 'Neglect', 'Neglect training', 'Training for neglect'].map((heading) => ({ heading }));
    expect(inOrder(found, ['neglect', 'training']).map(({ heading }) => heading)).toEqual(['Neglect training', 'Training for neglect', 'Neglect', 'Other things']);
  });

  const told = (text: string, ...words: string[]) => passageOf(text, words).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join('');

  it('is shown with the words marked', () => {
    expect(told('The father’s own words\n were not recorded.', 'fathers', 'record')).toBe('The [father’s] own words were not [recorded].');
  });

  it('is cut around the first of them, at whole words', () => {
    const long = `${'before '.repeat(40)}supervision ${'after '.repeat(80)}`;
    const passage = told(long, 'supervision');
    expect(passage).toMatch(/^… (before )+\[supervision\] (after )+after …$/);
    expect(passage.length).toBeLessThan(260);
  });

  it('begins at the beginning where none of them stands in it, and ends in one long word', () => {
    expect(told('Nothing of it', 'zebra')).toBe('Nothing of it');
    expect(told(`a ${'x'.repeat(500)}`, 'x').length).toBeLessThan(600);
    expect(told('', 'zebra')).toBe('');
  });
});
