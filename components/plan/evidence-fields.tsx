import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { evidenceKindNames, levelHints, levelNames } from '@/lib/plan/labels';
import { levels } from '@/lib/plan/rules';

const kinds = Object.entries(evidenceKindNames).map(([value, label]) => ({ value, label }));

/** One item of evidence: what it is, what it shows, from when, and where it is. */
export function EvidenceFields({ optional }: { optional?: boolean }) {
  return (
    <>
      <TextField name="evidenceTitle" label="What the evidence is" hint="For example “Minute of the team meeting, 14 October”. No names of children or families" optional={optional} />
      <SelectField name="evidenceKind" label="Kind of evidence" options={kinds} empty="Choose a kind" optional={optional} />
      <RadiosField name="evidenceLevel" label="What it shows" optional={optional} options={levels.map((level) => ({ value: level, label: levelNames[level], hint: levelHints[level] }))} />
      <DateField name="evidenceDate" label="Date of the evidence" optional={optional} />
      <TextArea name="evidenceDetail" label="What it says" rows={3} optional />
      <TextField name="evidenceAddress" label="Web address" hint="Where others can open it, beginning with https://" type="url" inputMode="url" optional />
    </>
  );
}
