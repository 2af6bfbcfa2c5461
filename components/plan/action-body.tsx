import { ActionSummary } from '@/components/plan/action-summary';
import { CheckList } from '@/components/plan/check-list';
import { DueMoves } from '@/components/plan/due-moves';
import { EvidenceList } from '@/components/plan/evidence-list';
import { UpdateForm } from '@/components/plan/update-form';
import { UpdateList } from '@/components/plan/update-list';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import type { Option } from '@/components/ui/static-field';
import type { PersonActor } from '@/lib/access/actor';
import type { Draft } from '@/lib/drafts/drafts';
import { canUpdate } from '@/lib/plan/policy';
import type { ActionShown } from '@/lib/plan/queries';
import { whatStopsUpdating } from '@/lib/plan/rules';

type Props = { action: ActionShown; actor: PersonActor; today: string; formKey: string; draft: Draft | null; people: Option[] };

/** The page of one action: for who may update it, that comes first. */
export function ActionBody({ action, actor, today, formKey, draft, people }: Props) {
  const updates = canUpdate(actor, action);
  const stopped = whatStopsUpdating(action);
  return (
    <>
      {updates && stopped.length === 0 && <Card title="Update this action" id="update"><UpdateForm reference={action.reference} formKey={formKey} draft={draft} people={people} /></Card>}
      {updates && stopped.length > 0 && action.stage === 'proposed' && <Card title="Update this action" id="update"><Blocked title="Before it can be updated:" issues={stopped} /></Card>}
      <Card title="The action"><ActionSummary action={action} /></Card>
      <Card title="Updates, newest first"><UpdateList updates={action.updates} /></Card>
      <Card title="Evidence" aside={updates && action.evidence.length > 0 && <a href={`/plan/${action.reference}/evidence`}>Add evidence</a>}>
        <EvidenceList evidence={action.evidence} today={today} mayAdd={updates && (stopped.length === 0 || action.stage === 'checked')} reference={action.reference} />
      </Card>
      {action.checks.length > 0 && <Card title="Checks, newest first"><CheckList checks={action.checks} /></Card>}
      {action.dueMoves.length > 0 && <Card title="How its date has moved"><DueMoves action={action} today={today} /></Card>}
    </>
  );
}
