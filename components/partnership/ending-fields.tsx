import { DateField, RadiosField } from '@/components/ui/field';
import { endingFields, endingNames } from '@/lib/partnership/labels';

/** When something dated ends: at once, or on a last day of its own. */
export function EndingFields({ question, beganToday }: { question: string; beganToday: boolean }) {
  const labels = endingFields(question);
  return (
    <RadiosField name="when" label={labels.when} options={[
      { value: 'now', label: endingNames.now, hint: beganToday ? 'It began today, so it ends at midnight.' : 'It counts no more from the moment this is saved.' },
      { value: 'on', label: endingNames.on, reveals: <DateField name="lastDay" label={labels.lastDay} hint="Its last day still counts. For example 31/3/27 or end March" /> },
    ]} />
  );
}
