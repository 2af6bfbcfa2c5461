import { DateField, RadiosField } from '@/components/ui/field';

/** When something dated ends: at once, or on a last day of its own. */
export function EndingFields({ label, beganToday }: { label: string; beganToday: boolean }) {
  return (
    <RadiosField name="when" label={label} options={[
      { value: 'now', label: 'At once', hint: beganToday ? 'It began today, so it ends at midnight.' : 'It counts no more from the moment this is saved.' },
      { value: 'on', label: 'On a date', reveals: <DateField name="lastDay" label="Last day" hint="Its last day still counts. For example 31/3/27 or end March" /> },
    ]} />
  );
}
