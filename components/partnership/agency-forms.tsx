import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { DateField, RadiosField, SelectField, TextField, TickField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Draft } from '@/lib/drafts/drafts';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import { agencyEndFields, agencyFields, agencyNameFields } from '@/lib/partnership/agencies/labels';
import type { AgencyShown } from '@/lib/partnership/agencies/queries';
import { submitAddAgency, submitChangeAgency, submitEndAgency, submitRenameAgency } from '@/lib/partnership/agencies/server-actions';
import { agencyKindNames, areaNames } from '@/lib/partnership/labels';
import type { AgencyOption } from '@/lib/partnership/queries';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function About({ options }: { options: AgencyOption[] }) {
  return (
    <>
      <RadiosField name="kind" label={agencyFields.kind} options={choices(agencyKindNames)} />
      <RadiosField name="area" label={agencyFields.area} inline options={choices(areaNames)} />
      <TickField name="isCouncil" label={agencyFields.isCouncil} hint="A local authority notifies the serious incidents of its area" />
      <SelectField name="parentId" label={agencyFields.parentId} optional hint="A council’s service, a trust’s division, a school of an academy trust" options={options} empty="Nothing: it stands by itself" />
      <DateField name="fromOn" label={agencyFields.fromOn} optional hint="Where it is known. For example 1/7/22" />
    </>
  );
}

export function AddAgencyForm({ options, page, draft }: { options: AgencyOption[]; page: string; draft: Draft | null }) {
  return (
    <Form
      action={submitAddAgency} formKey={randomUUID()} title="Add an agency" submitLabel="Add the agency" hidden={{ _page: page }} draft={draftOf('add-agency', draft)}
      values={{ area: 'both' }} cancel={{ href: '/partnership/agencies' }}
    >
      <TextField name="name" label="Name" />
      <About options={options} />
    </Form>
  );
}

type ChangeProps = { agency: AgencyShown; what: 'about' | 'name' | 'end'; options: AgencyOption[]; title: string; page: string; draft: Draft | null };

/** One of three forms: what it is, what it is called, or its end. */
export function ChangeAgencyForm({ agency, what, options, title, page, draft }: ChangeProps) {
  const common = {
    formKey: randomUUID(), version: agency.version, title, hidden: { agencyId: agency.id, _page: page }, draft: draftOf(`${what}-agency:${agency.id}`, draft),
    cancel: { href: `/partnership/agencies/${agency.id}` },
  };
  const others = options.filter((option) => option.value !== agency.id);
  switch (what) {
    case 'about':
      return (
        <Form {...common} action={submitChangeAgency} submitLabel="Save" values={{ kind: agency.kind, area: agency.area, isCouncil: agency.isCouncil ? 'yes' : '', parentId: agency.parentId ?? '', fromOn: formatDateIfAny(agency.fromOn) }}>
          <About options={others} />
        </Form>
      );
    case 'name':
      return (
        <Form {...common} action={submitRenameAgency} submitLabel="Save the new name">
          <TextField name="name" label={agencyNameFields.name} hint={`It is called ${agency.name} now. Older records go on saying so.`} />
          <DateField name="nameFromOn" label={agencyNameFields.nameFromOn} />
        </Form>
      );
    case 'end':
      return (
        <Form {...common} action={submitEndAgency} submitLabel="Save the last day" values={{ toOn: formatDateIfAny(agency.toOn), successorId: agency.successorId ?? '' }}>
          <DateField name="toOn" label={agencyEndFields.toOn} />
          <SelectField name="successorId" label={agencyEndFields.successorId} optional options={others} empty="Nobody, or not known" />
        </Form>
      );
  }
}
