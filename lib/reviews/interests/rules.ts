import type { CalendarDate } from '@/lib/dates/calendar-date';
import { addWorkingDays } from '@/lib/dates/working-days';
import type { InterestOutcome } from '@/lib/reviews/interests/labels';

/** Working days in which the chair and a safeguarding partner confirm what somebody else declared. From the day after it was declared. */
const confirmingDays = 5;

/** The last day on which it holds without being confirmed. */
export function confirmByOf(declaredOn: CalendarDate): CalendarDate {
  return addWorkingDays(declaredOn, confirmingDays);
}

export type InterestFacts = { fromOn: string; toOn: string | null; confirmBy: string | null; chairConfirmedById: string | null; partnerConfirmedById: string | null };

/** How a conflict stands on a day. What nobody confirmed in time has lapsed by itself, as the database's policies count it. */
export function stateOfInterest(interest: InterestFacts, today: CalendarDate): 'in_force' | 'to_confirm' | 'lapsed' | 'ended' {
  if (interest.toOn !== null && interest.toOn < today) return 'ended';
  if (interest.confirmBy === null || (interest.chairConfirmedById !== null && interest.partnerConfirmedById !== null)) return 'in_force';
  return interest.confirmBy < today ? 'lapsed' : 'to_confirm';
}

/** Whether it holds today: also while it is still to be confirmed. */
export function holdsToday(interest: InterestFacts, today: CalendarDate): boolean {
  return ['in_force', 'to_confirm'].includes(stateOfInterest(interest, today));
}

type Told = { person: string; personId: string; outcome: InterestOutcome; holds: boolean };

/** The names of those who have an interest and decide all the same: told beside decisions. */
export function whoStays(interests: readonly Told[]): string[] {
  return [...new Set(interests.filter((interest) => interest.outcome === 'stays' && interest.holds).map((interest) => interest.person))];
}

/** Who decides nothing on a review: whoever stepped back, and whoever is excluded. */
export function whoDoesNotDecide(interests: readonly Told[]): string[] {
  return interests.filter((interest) => interest.outcome !== 'stays' && interest.holds).map((interest) => interest.personId);
}

/** "You stepped back from deciding on this review. Sam Reed acts for you." */
export function steppedBackWords({ deputies }: { deputies: readonly string[] }): string {
  const acting = deputies.length > 0 ? `${deputies.join(' or ')} ${deputies.length === 1 ? 'acts' : 'act'} for you.` : 'Name a deputy under “Your account”: they act for you.';
  return `You stepped back from deciding on this review. ${acting}`;
}
