import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { capacitiesOf, groupFields, groupKindNames } from '@/lib/groups/labels';
import type { GroupShown } from '@/lib/groups/queries';
import { submitAddGroup, submitAddMember, submitChangeGroup } from '@/lib/groups/server-actions';
import type { PersonOption } from '@/lib/partnership/queries';

const addPerson = '/partnership/people/new';

function About() {
  return (
    <>
      <TextField name="name" label={groupFields.name} />
      <TextArea name="purpose" label={groupFields.purpose} optional rows={3} />
      <TextField name="cadence" label={groupFields.cadence} optional hint="In your own words, such as “every two months”" />
      <TextField name="cadenceWeeks" label={groupFields.cadenceWeeks} optional width="short" inputMode="numeric" hint="From these the next meeting is worked out where none is planned" />
      <TextField name="cadenceMonths" label={groupFields.cadenceMonths} optional width="short" inputMode="numeric" hint="For a group that meets by the month. Leave one of the two empty" />
      <TextField name="chairedBy" label={groupFields.chairedBy} optional hint="Such as “a safeguarding partner, by rota”. The chair of today is a membership, added on the group’s page" />
      <DateField name="startedOn" label={groupFields.startedOn} optional />
    </>
  );
}

export function AddGroupForm({ page, draft }: { page: string; draft: Draft | null }) {
  return (
    <Form
      action={submitAddGroup} formKey={randomUUID()} title="Add a group" submitLabel="Add the group" hidden={{ _page: page }} draft={draftOf('add-group', draft)}
      values={{ kind: 'task_and_finish' }} cancel={{ href: '/groups' }}
    >
      <RadiosField name="kind" label="What kind of group is it?" options={Object.entries(groupKindNames).map(([value, label]) => ({ value, label }))} />
      <About />
    </Form>
  );
}

type OfGroup = { group: GroupShown; page: string; draft: Draft | null };

export function ChangeGroupForm({ group, page, draft }: OfGroup) {
  return (
    <Form
      action={submitChangeGroup} formKey={randomUUID()} version={group.version} title={`Change ${group.name}`} submitLabel="Save" hidden={{ groupId: group.id, _page: page }}
      draft={draftOf(`change-group:${group.id}`, draft)} cancel={{ href: `/groups/${group.id}` }}
      values={{
        name: group.name, purpose: group.purpose ?? '', cadence: group.cadence ?? '', cadenceWeeks: group.cadenceWeeks?.toString() ?? '', cadenceMonths: group.cadenceMonths?.toString() ?? '', chairedBy: group.chairedBy ?? '',
        startedOn: formatDateIfAny(group.startedOn), endedOn: formatDateIfAny(group.endedOn),
      }}
    >
      <About />
      <DateField name="endedOn" label={groupFields.endedOn} optional hint="Only where the group has ended, or will" />
    </Form>
  );
}

/** Somebody joins: a membership like any other, so the Executive needs a second person and the rest does not. */
export function AddMemberForm({ group, people, allowed, page, draft }: OfGroup & { people: PersonOption[]; allowed: string[] }) {
  const capacities = Object.entries(capacitiesOf[group.kind]).filter(([membership]) => allowed.includes(membership));
  return (
    <Form
      action={submitAddMember} formKey={randomUUID()} title={`Add to ${group.name}`} submitLabel="Add them" hidden={{ groupId: group.id, _page: page }}
      draft={draftOf(`add-member:${group.id}`, draft)} cancel={{ href: `/groups/${group.id}` }} values={{ fromOn: 'today' }}
    >
      <SelectField name="personId" label="Who?" options={people} empty="Choose a person" hint={<>Not in the list? <a href={addPerson}>Add the person first</a></>} />
      <RadiosField name="membership" label="As what?" options={capacities.map(([value, label]) => ({ value, label, hint: value === 'EX' ? 'Given by two people: it waits until a second one confirms it.' : undefined }))} />
      <DateField name="fromOn" label="First day" />
      <DateField name="toOn" label="Last day" optional />
    </Form>
  );
}
