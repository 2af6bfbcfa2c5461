import type { Actor } from '@/lib/access/actor';
import { holds } from '@/lib/access/rights';

/** Why somebody may not start a sign-in link, in words; null where they may: business unit or administrator, and never their own. */
export function whyNotStartLink(actor: Actor, account: { personId: string; disabledAt: Date | null }): string | null {
  if (actor.kind !== 'person' || !holds(actor, 'BU', 'SA')) return 'The business unit or a system administrator starts a sign-in link.';
  if (actor.personId === account.personId) return 'Nobody starts a sign-in link for themselves. Ask somebody else of the business unit or a system administrator.';
  if (account.disabledAt) return 'The account is disabled. A system administrator enables it first.';
  return null;
}

/** Why somebody may not disable or enable this account, in words; null where they may. */
export function whyNotChangeAccount(actor: Actor, account: { personId: string }): string | null {
  if (actor.kind !== 'person' || !holds(actor, 'SA')) return 'A system administrator disables and enables accounts.';
  if (actor.personId === account.personId) return 'Nobody disables or enables their own account. Ask another system administrator.';
  return null;
}
