import { randomUUID } from 'node:crypto';
import { SelectField, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import type { PersonActor } from '@/lib/access/actor';
import { formatDate } from '@/lib/dates/calendar-date';
import { puttingBackFields, removingFields } from '@/lib/reviews/lists/labels';
import type { Removal } from '@/lib/reviews/lists/queries';
import { submitPutBackOnList, submitTakeOffList } from '@/lib/reviews/lists/server-actions';

/** Members of the business unit who were taken off a review's list: they see what is learning of it, and not the case. */
export function RemovalList({ removals, unit, reference, actor }: { removals: Removal[]; unit: Option[] | null; reference: string; actor: PersonActor }) {
  const of = { reference, _page: `/reviews/${reference}/history` };
  const title = `History of ${reference}`;
  return (
    <>
      {removals.length === 0 && <p className="small">Nobody of the business unit.</p>}
      <ul className="plain">
        {removals.map((removal) => (
          <li key={removal.id}>
            <p><b>{removal.name}</b>, {removal.holds ? 'off the list' : 'was off the list'} from {formatDate(removal.fromOn)}{removal.removedBy && `, by ${removal.removedBy}`}: {removal.reason}</p>
            {removal.endedBy && <p className="soft">Put back by {removal.endedBy}: {removal.endedReason}</p>}
            {unit && removal.holds && removal.personId !== actor.personId && (
              <Form folded={`Put ${removal.name} back on the list`} id={`back-${removal.id.slice(0, 8)}`} action={submitPutBackOnList} formKey={randomUUID()} version={removal.version} title={title} submitLabel="Put them back" hidden={{ ...of, removal: removal.id }}>
                <TextField name="reason" label={puttingBackFields.reason} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {unit && unit.length > 0 && (
        <Form folded="Take a member of the business unit off the list" id="off" action={submitTakeOffList} formKey={randomUUID()} title={title} submitLabel="Take them off the list" submitTone="warning" hidden={of}>
          <SelectField name="person" label={removingFields.person} options={unit} empty="Choose a person" />
          <TextField name="reason" label={removingFields.reason} hint="They are told that they were taken off one list, without its name" />
        </Form>
      )}
    </>
  );
}
