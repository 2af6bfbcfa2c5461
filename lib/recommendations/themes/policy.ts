import type { Actor } from '@/lib/access/actor';
import { mayDo } from '@/lib/access/rights';

/** Themes are the Engine Room's; the business unit keeps them for it. */
export function canManageThemes(actor: Actor): boolean {
  return mayDo(actor, 'manage-themes');
}
