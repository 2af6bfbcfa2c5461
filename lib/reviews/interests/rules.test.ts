import { describe, expect, it } from 'vitest';
import { asCalendarDate as day } from '@/lib/dates/calendar-date';
import { confirmByOf, holdsToday, stateOfInterest, steppedBackWords, whoDoesNotDecide, whoStays } from '@/lib/reviews/interests/rules';

const own = { fromOn: '2026-11-02', toOn: null, confirmBy: null, chairConfirmedById: null, partnerConfirmedById: null };
const anothers = { ...own, confirmBy: '2026-11-09' };
const confirmed = { ...anothers, chairConfirmedById: 'chair', partnerConfirmedById: 'partner' };

describe('a conflict of interest', () => {
  it('that one declares oneself holds until it is ended', () => {
    expect(stateOfInterest(own, day('2028-01-01'))).toBe('in_force');
    expect(stateOfInterest({ ...own, toOn: '2026-11-20' }, day('2026-11-20'))).toBe('in_force');
    expect(stateOfInterest({ ...own, toOn: '2026-11-20' }, day('2026-11-21'))).toBe('ended');
  });
  it('that somebody else declares is confirmed within five working days', () => {
    expect(confirmByOf(day('2026-11-02'))).toBe('2026-11-09');
    // Christmas Day, the holiday for Boxing Day and two weekends are no working days.
    expect(confirmByOf(day('2026-12-23'))).toBe('2027-01-04');
  });
  it('holds while it is to be confirmed, and lapses by itself where one of the two is missing', () => {
    expect(stateOfInterest(anothers, day('2026-11-09'))).toBe('to_confirm');
    expect(holdsToday(anothers, day('2026-11-09'))).toBe(true);
    expect(stateOfInterest({ ...anothers, chairConfirmedById: 'chair' }, day('2026-11-10'))).toBe('lapsed');
    expect(holdsToday(anothers, day('2026-11-10'))).toBe(false);
    expect(stateOfInterest(confirmed, day('2026-12-01'))).toBe('in_force');
  });
});

describe('what is told beside decisions', () => {
  const told = (person: string, outcome: 'stays' | 'steps_back' | 'excluded', holds = true) => ({ person, personId: person, outcome, holds });
  const interests = [told('Jo', 'stays'), told('Jo', 'stays'), told('Sam', 'steps_back'), told('Ray', 'excluded'), told('Kim', 'stays', false), told('Lee', 'steps_back', false)];
  it('is who has an interest and stays, each once', () => expect(whoStays(interests)).toEqual(['Jo']));
  it('is who does not decide', () => expect(whoDoesNotDecide(interests)).toEqual(['Sam', 'Ray']));
  it('says who acts for whoever stepped back', () => {
    expect(steppedBackWords({ deputies: ['Sam Reed'] })).toMatch(/Sam Reed acts for you/);
    expect(steppedBackWords({ deputies: ['Sam Reed', 'Jo Lee'] })).toMatch(/Sam Reed or Jo Lee act for you/);
    expect(steppedBackWords({ deputies: [] })).toMatch(/Name a deputy/);
  });
});
