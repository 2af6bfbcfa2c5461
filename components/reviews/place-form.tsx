import { DateField, SelectField, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { capacityOptions } from '@/lib/reviews/labels';
import { submitGrantPlace } from '@/lib/reviews/server-actions';

export function PlaceForm({ reference, people, formKey }: { reference: string; people: Option[]; formKey: string }) {
  return (
    <Form folded="Give somebody a place on the list" action={submitGrantPlace} formKey={formKey} title="Give a place on the list" submitLabel="Give the place" hidden={{ reference, _page: `/reviews/${reference}/history` }}>
      <SelectField name="person" label="Person" options={people} empty="Choose a person" />
      <SelectField name="capacity" label="As" options={capacityOptions.filter((option) => option.value !== 'BU')} empty="Choose what as" />
      <TextField name="reason" label="Why they need to know" />
      <DateField name="toOn" label="Until" hint="A place ends by itself. For example end June." />
    </Form>
  );
}
