import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { DateField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { decisionFields } from '@/lib/groups/meetings/labels';
import type { DecisionShown, MeetingShown } from '@/lib/groups/meetings/queries';
import { submitChangeDecision, submitConfirmDecision, submitRecordDecision } from '@/lib/groups/meetings/server-actions';

function Decided({ decidedByAll }: { /** What its hint says of who decides here. */ decidedByAll: string }) {
  return (
    <>
      <TextField name="matter" label={decisionFields.matter} width="full" />
      <TextField name="about" label={decisionFields.about} optional width="medium" hint="Its reference, such as A-014, R-005 or RR-2026-7KQ4. Whoever may not see that record does not see this decision" />
      <TextArea name="options" label={decisionFields.options} optional rows={3} />
      <TextArea name="decision" label={decisionFields.decision} rows={3} />
      <TextArea name="reasons" label={decisionFields.reasons} rows={3} />
      <TextArea name="evidenceSeen" label={decisionFields.evidenceSeen} optional rows={2} />
      <TextField name="decidedBy" label={decisionFields.decidedBy} optional width="full" hint={decidedByAll} />
      <TextArea name="dissent" label={decisionFields.dissent} optional rows={2} />
      <TextField name="conflicts" label={decisionFields.conflicts} optional width="full" />
      <TextField name="legalBasis" label={decisionFields.legalBasis} optional width="full" />
      <DateField name="reviewOn" label={decisionFields.reviewOn} optional />
    </>
  );
}

const whoDecides = (isExecutive: boolean) => (isExecutive ? 'Each safeguarding partner, by name' : 'The meeting as a whole, unless you say otherwise');

type Record = { meeting: MeetingShown; supersedes: DecisionShown | null; page: string; draft: Draft | null };

export function RecordDecisionForm({ meeting, supersedes, page, draft }: Record) {
  return (
    <Form
      action={submitRecordDecision} formKey={randomUUID()} title="Record a decision" submitLabel="Record the decision" hidden={{ meetingId: meeting.id, supersedes: supersedes?.reference ?? '', _page: page }}
      draft={draftOf(`record-decision:${supersedes?.reference ?? meeting.id}`, draft)} cancel={{ href: `/groups/${meeting.groupId}/meetings/${meeting.id}` }}
      values={supersedes ? { matter: supersedes.matter, about: supersedes.about?.reference ?? '' } : {}}
    >
      <Decided decidedByAll={whoDecides(meeting.groupKind === 'executive')} />
    </Form>
  );
}

export function ChangeDecisionForm({ decision, page, draft }: { decision: DecisionShown; page: string; draft: Draft | null }) {
  return (
    <Form
      action={submitChangeDecision} formKey={randomUUID()} version={decision.version} title={`Change ${decision.reference}`} submitLabel="Save" hidden={{ reference: decision.reference, _page: page }}
      draft={draftOf(`change-decision:${decision.reference}`, draft)} cancel={{ href: `/groups/${decision.groupId}/decisions/${decision.reference}` }}
      values={{
        matter: decision.matter, about: decision.about?.reference ?? '', options: decision.options ?? '', decision: decision.decision, reasons: decision.reasons, evidenceSeen: decision.evidenceSeen ?? '',
        decidedBy: decision.decidedBy ?? '', dissent: decision.dissent ?? '', conflicts: decision.conflicts ?? '', legalBasis: decision.legalBasis ?? '', reviewOn: formatDateIfAny(decision.reviewOn),
      }}
    >
      <Decided decidedByAll="Who took it, as the minute says" />
    </Form>
  );
}

/** The chair's word that this is what was decided. */
export function ConfirmDecisionForm({ decision }: { decision: DecisionShown }) {
  return (
    <Form action={submitConfirmDecision} formKey={randomUUID()} version={decision.version} title={decision.reference} submitLabel="Confirm this decision" hidden={{ reference: decision.reference }}>
      <p>You were there as the chair. Confirm that this is what was decided: its words stand from then on.</p>
    </Form>
  );
}
