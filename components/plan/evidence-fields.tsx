import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { evidenceFields as labels, evidenceKindNames, levelHints, levelNames } from '@/lib/plan/labels';
import { levels } from '@/lib/plan/rules';

const kinds = Object.entries(evidenceKindNames).map(([value, label]) => ({ value, label }));

/** One item of evidence: what it is, what it shows, from when, and where it is. */
export function EvidenceFields({ optional }: { optional?: boolean }) {
  return (
    <>
      <TextField name="evidenceTitle" label={labels.evidenceTitle} hint="For example “Minute of the team meeting, 14 October”. No names of children or families" optional={optional} />
      <SelectField name="evidenceKind" label={labels.evidenceKind} options={kinds} empty="Choose a kind" optional={optional} />
      <RadiosField name="evidenceLevel" label={labels.evidenceLevel} optional={optional} options={levels.map((level) => ({ value: level, label: levelNames[level], hint: levelHints[level] }))} />
      <DateField name="evidenceDate" label={labels.evidenceDate} optional={optional} />
      <TextArea name="evidenceDetail" label={labels.evidenceDetail} rows={3} optional />
      <TextField name="evidenceAddress" label={labels.evidenceAddress} hint="Where others can open it, beginning with https://" type="url" inputMode="url" optional />
    </>
  );
}
