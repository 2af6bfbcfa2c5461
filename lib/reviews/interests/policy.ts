import type { PersonActor } from '@/lib/access/actor';
import { heldAs, mayDo } from '@/lib/access/rights';

/** Whoever sees a review and is somebody in the partnership declares their own. */
export function canDeclare(actor: PersonActor): boolean {
  return mayDo(actor, 'declare-interest');
}

export function canDeclareForAnother(actor: PersonActor): boolean {
  return mayDo(actor, 'declare-interest-of-another');
}

type ToConfirm = { state: string; personId: string; declaredById: string | null; chairConfirmedById: string | null; partnerConfirmedById: string | null };

/**
 * As what somebody may still confirm what another declared: as the chair of the Executive, or as the decision-maker of a safeguarding
 * partner who did not declare it. Two people: whoever has confirmed it as one does not as the other.
 */
export function confirmsAs(actor: PersonActor, interest: ToConfirm): 'chair' | 'partner' | null {
  if (interest.state !== 'to_confirm' || interest.personId === actor.personId || [interest.chairConfirmedById, interest.partnerConfirmedById].includes(actor.personId)) return null;
  if (interest.chairConfirmedById === null && heldAs(actor, 'CH').some((held) => held.groupKind === 'executive')) return 'chair';
  const votes = heldAs(actor, 'EX').some((held) => held.votesForAgencyId !== null);
  return interest.partnerConfirmedById === null && votes && interest.declaredById !== actor.personId ? 'partner' : null;
}

/** The business unit or the Executive, and never whoever has it. */
export function canEnd(actor: PersonActor, interest: { personId: string; state: string }): boolean {
  return mayDo(actor, 'end-interest') && interest.personId !== actor.personId && ['in_force', 'to_confirm'].includes(interest.state);
}
