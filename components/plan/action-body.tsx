import { ActionLife } from '@/components/plan/action-life';
import { ActionSummary } from '@/components/plan/action-summary';
import { CheckList } from '@/components/plan/check-list';
import { DueMoves } from '@/components/plan/due-moves';
import { EvidenceList } from '@/components/plan/evidence-list';
import { RequestList } from '@/components/plan/request-list';
import { UpdateForm } from '@/components/plan/update-form';
import { UpdateList } from '@/components/plan/update-list';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import type { Option } from '@/components/ui/static-field';
import type { PersonActor } from '@/lib/access/actor';
import type { Draft } from '@/lib/drafts/drafts';
import { canUpdate, isOwner, recordsForOthers } from '@/lib/plan/policy';
import type { ActionShown } from '@/lib/plan/queries';
import { whatStopsAddingEvidence, whatStopsUpdating } from '@/lib/plan/rules';

type Props = { action: ActionShown; actor: PersonActor; today: string; /** The address of the page. */ page: string; formKey: string; draft: Draft | null; people: Option[] };

/** The page of one action. For whoever comes to update it, that stands first; the business unit comes to read as well. */
export function ActionBody({ action, actor, today, page, formKey, draft, people }: Props) {
  const updates = canUpdate(actor, action);
  const stopped = whatStopsUpdating(action);
  const mayAdd = updates && whatStopsAddingEvidence(action).length === 0;
  const update = updates && (stopped.length === 0 || action.stage === 'proposed') && (
    <Card title="Update this action" id="update">
      {stopped.length === 0 ? <UpdateForm action={action} page={page} formKey={formKey} draft={draft} people={people} /> : <Blocked title="Before it can be updated:" issues={stopped} />}
    </Card>
  );
  const comesToUpdate = isOwner(actor, action) || !recordsForOthers(actor);
  const waiting = action.requests.filter((request) => request.result === null);
  const answered = action.requests.filter((request) => request.result !== null);
  return (
    <>
      {waiting.length > 0 && <Card title="Waits for a decision"><RequestList requests={waiting} /></Card>}
      {comesToUpdate && update}
      <Card title="The action" id="action"><ActionLife action={action} today={today} /><ActionSummary action={action} /></Card>
      {!comesToUpdate && update}
      <Card title="Updates, newest first" id="updates"><UpdateList updates={action.updates} /></Card>
      <Card title="Evidence" id="evidence" aside={mayAdd && action.evidence.length > 0 && <a href={`/plan/${action.reference}/evidence`}>Add evidence</a>}>
        <EvidenceList evidence={action.evidence} today={today} mayAdd={mayAdd} reference={action.reference} />
      </Card>
      {action.checks.length > 0 && <Card title="Checks, newest first"><CheckList checks={action.checks} /></Card>}
      {answered.length > 0 && <Card title="What was asked and decided"><RequestList requests={answered} /></Card>}
      {action.dueMoves.length > 0 && <Card title="How its date has moved"><DueMoves action={action} today={today} /></Card>}
    </>
  );
}
