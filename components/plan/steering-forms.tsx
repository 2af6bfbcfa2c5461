import { carried, type FormOf } from '@/components/plan/action-forms';
import { areas, priorities, types } from '@/components/plan/propose-form';
import { DateField, HiddenNote, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { contributionNames } from '@/lib/plan/labels';
import type { ContributionShown } from '@/lib/plan/queries';
import { asidesFor } from '@/lib/plan/rules';
import { asideChoices, asideFields, contributionFields, ownerFields, priorityFields, proposalFields, worseFields, worseNames } from '@/lib/plan/steering/labels';
import { submitAside, submitChangeProposal, submitContribution, submitOwner, submitPriority, submitTakeBackWorse, submitTakeUp, submitWorsen } from '@/lib/plan/steering/server-actions';

const contributions = Object.entries(contributionNames).filter(([value]) => value !== 'not_stated').map(([value, label]) => ({ value, label }));

export function ChangeProposalForm(props: FormOf) {
  const { action } = props;
  return (
    <Form
      action={submitChangeProposal} formKey={props.formKey} version={action.version} title={`Change ${action.reference}`} submitLabel="Save the proposal" {...carried(props, 'change')}
      values={{
        title: action.title, detail: action.detail ?? '', intendedOutcome: action.intendedOutcome ?? '', measure: action.measure ?? '', type: action.type, priority: action.priority ?? '', area: action.area, due: formatDateIfAny(action.dueOn),
      }}
    >
      <TextField name="title" label={proposalFields.title} hint="Begin with what somebody will do. No names of children or families" width="full" maxLength={200} />
      <TextArea name="detail" label={proposalFields.detail} rows={3} optional />
      <TextArea name="intendedOutcome" label={proposalFields.intendedOutcome} rows={2} optional />
      <TextArea name="measure" label={proposalFields.measure} rows={2} optional />
      <SelectField name="type" label={proposalFields.type} options={types} />
      <SelectField name="priority" label={proposalFields.priority} options={priorities} empty="Not set" optional />
      <RadiosField name="area" label={proposalFields.area} options={areas} inline />
      <DateField name="due" label={proposalFields.due} hint="For example 31/3/27, end June or 14 Mar" />
    </Form>
  );
}

export function PriorityForm(props: FormOf) {
  return (
    <Form action={submitPriority} formKey={props.formKey} version={props.action.version} title={`How urgent ${props.action.reference} is`} submitLabel="Save" {...carried(props, 'change')} values={{ priority: props.action.priority ?? '' }}>
      <SelectField name="priority" label={priorityFields.priority} options={priorities} empty="Not set" optional />
    </Form>
  );
}

export function OwnerForm({ people, agencies, groups, ...props }: FormOf & { people: Option[]; /** For the business unit, which may give it to another agency or group. */ agencies: Option[]; groups: Option[] }) {
  const { action } = props;
  const isThere = people.some((person) => person.value === action.ownerPersonId);
  return (
    <Form
      action={submitOwner} formKey={props.formKey} version={action.version} title={`Who owns ${action.reference}`} submitLabel="Save the owner" {...carried(props, 'owner')}
      values={{ agency: action.ownerAgencyId ?? '', post: action.ownerPost ?? '', person: isThere ? action.ownerPersonId! : '', group: action.accountableGroupId ?? '' }}
    >
      {agencies.length > 0
        ? <SelectField name="agency" label={ownerFields.agency} options={agencies} empty="Choose an agency" />
        : <HiddenNote name="agency" value={action.ownerAgencyId ?? ''} label={ownerFields.agency}>{action.ownerAgencyName}</HiddenNote>}
      <TextField name="post" label={ownerFields.post} hint="The action stays with the post when people change" />
      <SelectField name="person" label={ownerFields.person} hint="Being named here is the invitation to update it. They are told" options={people} empty="Nobody named yet" optional />
      {groups.length > 0 && <SelectField name="group" label={ownerFields.group} hint="Its chair decides about the action" options={groups} empty="None" optional />}
    </Form>
  );
}

export function ContributionForm({ agency, ...props }: FormOf & { agency: ContributionShown }) {
  const { hidden, ...rest } = carried(props, 'contribution');
  return (
    <Form
      action={submitContribution} formKey={props.formKey} version={agency.version} title={`How far ${agency.name} is with ${props.action.reference}`} submitLabel="Save" {...rest}
      hidden={{ ...hidden, _page: `${hidden._page}?agency=${agency.id}`, agency: agency.id }} values={{ contribution: agency.contribution, note: '' }}
    >
      <RadiosField name="contribution" label={contributionFields.contribution} options={contributions} />
      <TextArea name="note" label={contributionFields.note} hint="Needed where it is behind. No names of children or families" rows={3} optional />
    </Form>
  );
}

export function AsideForm(props: FormOf) {
  const ways = asidesFor(props.action);
  return (
    <Form action={submitAside} formKey={props.formKey} version={props.action.version} title={`Put ${props.action.reference} aside`} submitLabel="Put it aside" {...carried(props, 'aside')} values={{ aside: ways.length === 1 ? ways[0]! : '' }}>
      <RadiosField name="aside" label={asideFields.aside} options={ways.map((value) => ({ value, ...asideChoices[value] }))} />
      <TextArea name="reason" label={asideFields.reason} hint="Its owner reads it. No names of children or families" rows={3} />
    </Form>
  );
}

export function TakeUpForm(props: FormOf) {
  const { hidden } = carried(props, 'aside');
  return <Form action={submitTakeUp} formKey={props.formKey} version={props.action.version} title={`Take ${props.action.reference} up again`} submitLabel="Take it up again" hidden={hidden} cancel={{ href: `/plan/${props.action.reference}` }}><p>It goes on where it was, with the date it had, and its owner is told.</p></Form>;
}

export function WorsenForm(props: FormOf) {
  const { worsenedTo } = props.action;
  const options = Object.entries(worseNames).filter(([value]) => worsenedTo === null || value === 'red').map(([value, label]) => ({ value, label }));
  return (
    <Form
      action={submitWorsen} formKey={props.formKey} version={props.action.version} id="worse" title={`Say that ${props.action.reference} stands worse`} submitLabel="Save" {...carried(props, 'worse')}
      values={{ worsenedTo: options.length === 1 ? options[0]!.value : '' }}
    >
      <RadiosField name="worsenedTo" label={worseFields.worsenedTo} options={options} inline />
      <TextArea name="reason" label={worseFields.reason} hint="One sentence. It stands beside the colour until it is taken back" rows={2} />
    </Form>
  );
}

export function TakeBackForm(props: FormOf) {
  const { hidden } = carried(props, 'worse');
  return <Form action={submitTakeBackWorse} formKey={props.formKey} version={props.action.version} title={`Take back that ${props.action.reference} stands worse`} submitLabel="Take it back" hidden={hidden}><p>It is then what its dates make of it.</p></Form>;
}
