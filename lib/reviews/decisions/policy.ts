import type { Actor } from '@/lib/access/actor';
import { heldAs, holds, mayDo } from '@/lib/access/rights';

/** A vote belongs to a safeguarding partner: its named decision-maker gives it, or whoever covers them. */
export function canGiveView(actor: Actor, partnerId: string): boolean {
  return heldAs(actor, 'EX').some((held) => held.votesForAgencyId === partnerId);
}

/** The business unit records what a partner said elsewhere: in a meeting, by e-mail, by phone. */
export function canRecordViewFor(actor: Actor): boolean {
  return holds(actor, 'BU');
}

/** While nothing is decided: a partner changes its own view, and the business unit what it recorded, never what a partner gave in person. */
export function canChangeView(given: { how: string; givenById: string | null }, own: boolean, records: boolean): boolean {
  return own || (records && (given.how !== 'in_person' || given.givenById === null));
}

/** Where the views differ the chair of the Executive records the outcome; the business unit may do it for them, saying how it was said. */
export function canSettle(actor: Actor): boolean {
  return mayDo(actor, 'record-decision-outcome');
}

/** Whose own act the outcome is. Whoever chairs another group, and is of the business unit, records what the chair of the Executive decided. */
export function chairsExecutive(actor: Actor): boolean {
  return heldAs(actor, 'CH').some((held) => held.groupKind === 'executive');
}

/** What is put to the partners is the business unit's, and about one review also its case review lead's. */
export function canPut(actor: Actor, about: { isOnMyList: boolean }): boolean {
  return mayDo(actor, 'open-decision') && (holds(actor, 'BU') || about.isOnMyList);
}
