import { CheckboxesField, DateField, RadiosField, TextArea, TextField } from '@/components/ui/field';
import type { Option } from '@/components/ui/static-field';
import { addressedLabels, recommendationFields as labels } from '@/lib/recommendations/labels';

/** What a recommendation asks: of whom, by when, what for, and how one will know. */
export function RecommendationFields({ agencies }: { agencies: Option[] }) {
  return (
    <>
      <TextArea name="text" label={labels.text} hint="Say what is required, and of whom. One recommendation, not several." rows={4} />
      <RadiosField
        name="addressedTo" label={labels.addressedTo}
        options={[
          { value: 'partnership', label: addressedLabels.partnership },
          { value: 'agencies', label: addressedLabels.agencies, reveals: <CheckboxesField name="agencies" label={labels.agencies} options={agencies} /> },
          { value: 'national', label: addressedLabels.national, reveals: <TextField name="nationalBody" label={labels.nationalBody} /> },
        ]}
      />
      <DateField name="byWhen" label={labels.byWhen} optional hint="For example 30/9/27 or end June" />

      <h2>What it is for</h2>
      <p className="soft">Needed before it can be accepted. It can wait while this is a draft.</p>
      <TextArea name="outcome" label={labels.outcome} hint="What they, or those who work with them, will notice" rows={3} />
      <TextArea name="measure" label={labels.measure} hint="The measure that impact is judged on: an audit, a count, what children say" rows={3} />
      <TextField name="baseline" label={labels.baseline} hint="The baseline, such as “4 of 19”" optional width="medium" autoComplete="off" />
      <TextField name="target" label={labels.target} hint="The target, such as “9 in 10”" optional width="medium" autoComplete="off" />
      <DateField name="measureOn" label={labels.measureOn} optional />
    </>
  );
}
