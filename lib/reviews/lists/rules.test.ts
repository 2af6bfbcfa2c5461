import { describe, expect, it } from 'vitest';
import { isOver } from '@/lib/reviews/lists/rules';

const now = new Date('2026-11-23T12:00:00Z');
const over = (place: { toOn: string | null; endsAt?: Date }) => isOver({ fromOn: '2026-11-20', endsAt: null, ...place }, now, '2026-11-23');

describe('a place on a list', () => {
  it('counts on its last day, and is over the day after', () => {
    expect(over({ toOn: '2026-11-23' })).toBe(false);
    expect(over({ toOn: '2026-11-22' })).toBe(true);
    expect(over({ toOn: null })).toBe(false);
  });
  it('taken in an emergency is over at its hour', () => {
    expect(over({ toOn: '2026-11-23', endsAt: new Date('2026-11-23T12:00:01Z') })).toBe(false);
    expect(over({ toOn: '2026-11-23', endsAt: now })).toBe(true);
  });
});
