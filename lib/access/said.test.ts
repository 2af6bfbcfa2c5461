import { describe, expect, test } from 'vitest';
import { saidCookie, saysSomething, unsaid } from './said';

describe('an address that says what has been done', () => {
  test('is believed for itself alone, wherever on the page it leads', () => {
    expect(saidCookie('/plan/A-014?said=checked#main')).toBe(saidCookie('/plan/A-014?said=checked'));
    expect(saidCookie('/plan/A-014?said=checked')).not.toBe(saidCookie('/plan/A-015?said=checked'));
    expect(saidCookie('/plan/A-014?said=checked')).not.toBe(saidCookie('/plan/A-014?said=updated'));
  });

  test('is told from one that says nothing', () => {
    expect(saysSomething('/plan/A-014?page=2&said=checked#main')).toBe(true);
    expect(saysSomething('/plan/A-014?page=2')).toBe(false);
    expect(saysSomething('/plan/A-014#said=checked')).toBe(false);
  });

  test('says nothing any more, and keeps the rest', () => {
    expect(unsaid('http://localhost:3000/plan?rag=red&said=checked&page=2')).toBe('http://localhost:3000/plan?rag=red&page=2');
    expect(unsaid('/plan/A-014?said=checked#update')).toBe('/plan/A-014#update');
    expect(unsaid('/plan?q=a%20b+c')).toBe('/plan?q=a%20b+c');
  });
});
