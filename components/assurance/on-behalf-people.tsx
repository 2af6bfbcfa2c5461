import { DateField, SelectField, TextField } from '@/components/ui/field';
import type { Option } from '@/components/ui/static-field';
import { saidHowNames } from '@/lib/plan/labels';

const hows = Object.entries(saidHowNames).filter(([how]) => how !== 'in_person').map(([value, label]) => ({ value, label }));

/** For the business unit, which records what an agency's lead answered elsewhere: it counts as theirs, and they are told. */
export function OnBehalfPeople({ people, labels }: { people: Option[]; labels: { answeredBy: string; how: string; howNote: string; answeredOn: string } }) {
  return (
    <>
      <SelectField name="answeredBy" label={labels.answeredBy} options={people} empty="Choose a lead of the agency" hint="It counts as their answer, and they are told" />
      <SelectField name="how" label={labels.how} options={hows} empty="Choose how" />
      <TextField name="howNote" label={labels.howNote} />
      <DateField name="answeredOn" label={labels.answeredOn} optional hint="Today, unless you say otherwise. For example 14/3/26 or 14 Mar" />
    </>
  );
}
