import { Blocked } from '@/components/ui/blocked';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { PersonActor } from '@/lib/access/actor';
import { canAgree, canCheck, canCheckEvidence, canSayComplete, canUpdate } from '@/lib/plan/policy';
import type { ActionShown } from '@/lib/plan/queries';
import { evidenceToCheck, whatStopsAddingEvidence, whatStopsSayingComplete } from '@/lib/plan/rules';

/** What this person can do about the action next, and what stops the rest. Nothing for those who may only read. */
export function ActionNext({ action, actor }: { action: ActionShown; actor: PersonActor }) {
  const at = `/plan/${action.reference}`;
  const toAgree = action.stage === 'proposed' && canAgree(actor, action);
  const toCheck = action.stage === 'awaiting_check' && canCheck(actor, action);
  const evidenceOpen = !toCheck && canCheckEvidence(actor, action) && evidenceToCheck(action.evidence, actor.personId).length > 0;
  const mayAdd = canUpdate(actor, action) && whatStopsAddingEvidence(action).length === 0;
  const mayComplete = canSayComplete(actor, action) && ['agreed', 'in_progress', 'not_stated'].includes(action.stage);
  // Evidence may come in the same form, so having none yet stops nobody here.
  const stopped = mayComplete ? whatStopsSayingComplete(action, 1) : [];
  const waiting = action.stage === 'awaiting_check' && !toCheck ? [{ message: 'The Engine Room or the business unit checks it: somebody who does not own it and did not say that it is complete' }] : [];
  if (!toAgree && !toCheck && !evidenceOpen && !mayAdd && !mayComplete && waiting.length === 0) return null;
  return (
    <Card title="What next">
      <div className="grid gap-3">
        {toAgree && <ButtonLink href={`${at}/agree`}>Agree this action</ButtonLink>}
        {toCheck && <ButtonLink href={`${at}/check`}>Check this action</ButtonLink>}
        {mayComplete && stopped.length === 0 && <ButtonLink href={`${at}/complete`} tone="secondary">Say it is complete</ButtonLink>}
        {mayAdd && <ButtonLink href={`${at}/evidence`} tone="secondary">Add evidence</ButtonLink>}
        {evidenceOpen && <ButtonLink href={`${at}/check`} tone="secondary">Check its evidence</ButtonLink>}
        {stopped.length > 0 && <Blocked title="Before it can be said to be complete:" issues={stopped} />}
        {waiting.length > 0 && <Blocked title="Waiting for a check:" issues={waiting} />}
      </div>
    </Card>
  );
}
