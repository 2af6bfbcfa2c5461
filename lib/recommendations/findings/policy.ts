import type { Actor } from '@/lib/access/actor';
import { heldAs, holds, mayDo } from '@/lib/access/rights';
import { agreerOf } from '@/lib/recommendations/findings/rules';

/** What somebody may do to a finding they can see. What they may see is in the database's policies. */

type OfSource = { sourceId: string; reviewId: string | null; isOnMyList: boolean };
type Standing = OfSource & { agreement: 'agreed' | 'not_agreed' | null };

/** The business unit on any source; a case review lead or the lead reviewer on a review on whose list they are; a critical friend on their enquiry. */
export function canWriteFinding(actor: Actor, source: OfSource): boolean {
  if (!mayDo(actor, 'write-finding')) return false;
  return holds(actor, 'BU') || (source.reviewId !== null && source.isOnMyList) || heldAs(actor, 'CF').some((held) => held.sourceId === source.sourceId);
}

/**
 * How somebody may record that it is agreed: as their own act, where the Engine Room agrees it and they are a member of it or chair it (for a
 * review's, on its list); on behalf of whoever agrees it, where they are the business unit; or not at all.
 */
export function agreesAs(actor: Actor, finding: OfSource & Parameters<typeof agreerOf>[0]): 'own' | 'on_behalf' | null {
  if (!mayDo(actor, 'agree-finding')) return null;
  const engineRoom = agreerOf(finding) === 'engine_room' && (holds(actor, 'ER') || heldAs(actor, 'CH').some((held) => held.groupKind === 'engine_room'));
  if (engineRoom && (finding.reviewId === null || finding.isOnMyList)) return 'own';
  return holds(actor, 'BU') ? 'on_behalf' : null;
}

/** Its themes, what it repeats and what answers it: whoever writes it until it is decided on; the Engine Room and the business unit at any time. */
export function canConnect(actor: Actor, finding: Standing): boolean {
  return mayDo(actor, 'follow-finding') || (finding.agreement === null && canWriteFinding(actor, finding));
}

export function canAnswer(actor: Actor): boolean {
  return mayDo(actor, 'follow-finding');
}
