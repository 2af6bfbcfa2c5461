import { randomUUID } from 'node:crypto';
import type { draftOf } from '@/components/access/draft-of';
import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { formatDate } from '@/lib/dates/calendar-date';
import type { TypedValues } from '@/lib/forms/state';
import { outcomeOptionsOf, viewFields, viewOptionsOf } from '@/lib/reviews/decisions/labels';
import type { Decision, Partner } from '@/lib/reviews/decisions/queries';
import { pageOfDecision } from '@/lib/reviews/decisions/rules';
import { submitGiveView } from '@/lib/reviews/decisions/server-actions';
import { howOptions } from '@/lib/reviews/labels';

type Props = { decision: Decision; title: string; partner: Partner; own: boolean; /** The view to be changed, where one was given. */ given?: Decision['views'][number]; folded?: string; today: string; draft: ReturnType<typeof draftOf> };

/** One safeguarding partner's view: given by its decision-maker or deputy, or recorded by the business unit with who said it and how. */
export function ViewForm({ decision, title, partner, own, given, folded, today, draft }: Props) {
  const labels = viewFields(partner.name, own);
  return (
    <Form
      folded={folded} id={partner.id.slice(0, 8)} action={submitGiveView} formKey={randomUUID()} version={given?.version ?? 0} title={title} submitLabel={own ? 'Give this view' : 'Record this view'}
      hidden={{ decision: decision.id, agency: partner.id, _page: pageOfDecision(decision), ...(own ? { how: 'in_person' } : {}) }}
      values={given ? viewOf(given, own) : { givenOn: formatDate(today), how: own ? 'in_person' : 'meeting' }} secondary={[]}
      draft={draft}
    >
      <RadiosField name="view" label={labels.view} options={own ? outcomeOptionsOf(decision.matter) : viewOptionsOf(decision.matter)} />
      <TextArea name="reason" label={labels.reason} rows={3} />
      <DateField name="givenOn" label={labels.givenOn} />
      {!own && (
        <>
          <SelectField name="saidBy" label={labels.saidBy} options={partner.deciders.map((decider) => ({ value: decider.personId, label: decider.deputyForId ? `${decider.name}, deputy` : decider.name }))} empty="Choose who said it" />
          <RadiosField name="how" label={labels.how} options={howOptions.filter((option) => option.value !== 'in_person')} inline />
          <TextField name="howNote" label={labels.howNote} hint="So that it can be found again" />
        </>
      )}
    </Form>
  );
}

function viewOf(given: Decision['views'][number], own: boolean): TypedValues {
  const how = own ? 'in_person' : given.how === 'in_person' ? 'meeting' : given.how;
  return { view: given.view, reason: given.reason, givenOn: formatDate(given.givenOn), how, saidBy: given.givenById ?? '', howNote: given.howNote ?? '' };
}
