import { draftOf } from '@/components/access/draft-of';
import { Details } from '@/components/ui/details';
import { CheckboxesField, DateField, HiddenNote, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import type { Draft } from '@/lib/drafts/drafts';
import { areaNames } from '@/lib/partnership/labels';
import { actionTypeNames, priorityNames } from '@/lib/plan/labels';
import type { ProposalBasis } from '@/lib/plan/queries';
import { submitProposal } from '@/lib/plan/server-actions';

export const types = Object.entries(actionTypeNames).filter(([type]) => type !== 'not_stated').map(([value, label]) => ({ value, label }));
export const areas = Object.entries(areaNames).filter(([area]) => area !== 'not_stated').map(([value, label]) => ({ value, label }));
export const priorities = Object.entries(priorityNames).map(([value, label]) => ({ value, label }));

type Props = { basis: ProposalBasis; agencies: Option[]; people: Option[]; groups: Option[]; formKey: string; draft: Draft | null; page: string; draftForm: string; chosen?: string };

/** A new line of the plan: what it serves, what is to be done, who would own it, by when. */
export function ProposeForm({ basis, agencies, people, groups, formKey, draft, page, draftForm, chosen }: Props) {
  return (
    <Form
      action={submitProposal} formKey={formKey} title="Propose an action" submitLabel="Propose this action" hidden={{ _page: page }} cancel={{ href: '/plan' }}
      values={{ recommendations: chosen ?? [], area: 'both' }} draft={draftOf(draftForm, draft)}
    >
      {basis.source && <HiddenNote name="source" value={basis.source.reference} label="It comes from">{basis.source.reference} {basis.source.title}</HiddenNote>}
      {basis.recommendations.length > 0 && (
        <CheckboxesField
          name="recommendations" label="Recommendations it serves" optional={basis.source !== null}
          options={basis.recommendations.map((one) => ({ value: one.reference, label: `${one.reference} ${one.text ?? 'not accepted yet'}`, hint: basis.source ? undefined : one.sourceTitle }))}
        />
      )}
      <TextField name="title" label="What is to be done, in one line" hint="Begin with what somebody will do. No names of children or families" width="full" maxLength={200} />
      <TextArea name="detail" label="More about it" rows={3} optional />
      <TextArea name="intendedOutcome" label="What children, families or practitioners will find different" rows={2} optional />
      <TextArea name="measure" label="How we will know" rows={2} optional />
      <SelectField name="type" label="Kind of action" options={types} empty="Choose a kind" />
      <SelectField name="priority" label="Priority" options={priorities} empty="Not set" optional />
      <RadiosField name="area" label="Where it applies" options={areas} inline />
      <SelectField name="agency" label="Agency that owns it" options={agencies} empty="Choose an agency" />
      <TextField name="post" label="Post that owns it" hint="For example Head of safeguarding. The action stays with the post when people change" />
      <SelectField name="person" label="Person in that post" hint="Being named here is the invitation to update it" options={people} empty="Nobody named yet" optional />
      <Details summary="Agencies that contribute">
        <CheckboxesField name="contributing" label="Agencies that contribute" labelHidden options={agencies} />
      </Details>
      <SelectField name="group" label="Accountable group" hint="Its chair agrees the action" options={groups} empty="None yet" optional />
      <DateField name="due" label="Due" hint="For example 31/3/27, end June or 14 Mar" />
    </Form>
  );
}
