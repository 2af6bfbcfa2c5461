import { Details } from '@/components/ui/details';
import { DateField, SelectField, TextField } from '@/components/ui/field';
import type { Option } from '@/components/ui/static-field';
import { onBehalfFields as labels, saidHowNames } from '@/lib/plan/labels';

const hows = Object.entries(saidHowNames).filter(([how]) => how !== 'in_person').map(([value, label]) => ({ value, label }));

/** For the business unit: who said it, how, and when. It counts as said by them, and they are told. */
export function OnBehalfFields({ people, needed }: { people: Option[]; /** Open from the start: the business unit cannot say this of itself. */ needed?: boolean }) {
  return (
    <Details summary="Somebody else said this" open={needed}>
      <SelectField name="saidBy" label={labels.saidBy} hint="It counts as their word, and they are told" optional={!needed} options={people} empty={needed ? 'Choose a person' : 'Nobody else: I say it'} />
      <SelectField name="how" label={labels.how} options={hows} empty="Choose how" optional={!needed} />
      <TextField name="howNote" label={labels.howNote} optional={!needed} />
      <DateField name="saidOn" label={labels.saidOn} hint="Today, unless you say otherwise. For example 14 Mar or last Friday’s date" optional />
    </Details>
  );
}
