import { Details } from '@/components/ui/details';
import { DateField, RadiosField, SelectField, TextArea, TextField, TickField } from '@/components/ui/field';
import type { Option } from '@/components/ui/static-field';
import { evidenceFields as labels, evidenceFurtherFields as further, evidenceKindNames, levelHints, levelNames, strengthNames } from '@/lib/plan/labels';
import { levels } from '@/lib/plan/rules';

const kinds = Object.entries(evidenceKindNames).map(([value, label]) => ({ value, label }));
const strengths = Object.entries(strengthNames).map(([value, label]) => ({ value, label }));

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
      <TickField
        name="evidencePersonal" label={labels.evidencePersonal}
        hint="Something by which a child, a family or a practitioner could be recognised. Then only those on the review’s list, the Executive, the independent scrutineer, the business unit and you see it"
      />
    </>
  );
}

/** How good it is, what time it speaks of, and its numbers. None of it must be given. */
export function EvidenceFurtherFields({ agencies }: { agencies: Option[] }) {
  return (
    <>
      <SelectField name="evidenceStrength" label={further.evidenceStrength} options={strengths} empty="Not said" optional />
      <Details summary="Its period, its numbers, and how long it holds">
        <SelectField name="evidenceAgency" label={further.evidenceAgency} options={agencies} empty="No one agency’s" optional />
        <DateField name="periodFrom" label={further.periodFrom} hint="Where it speaks of a time and not of one day. For example 1 Apr" optional />
        <DateField name="periodTo" label={further.periodTo} hint="For example 30 Sep" optional />
        <TextField name="lookedAt" label={further.lookedAt} hint="Files read, people asked" width="short" inputMode="numeric" optional />
        <TextField name="numerator" label={further.numerator} hint="The 14 of “14 of 23”" width="short" inputMode="numeric" optional />
        <TextField name="denominator" label={further.denominator} hint="The 23 of “14 of 23”" width="short" inputMode="numeric" optional />
        <TextField name="before" label={further.before} hint="For example “9 of 30” or “41%”" width="medium" optional />
        <TextField name="after" label={further.after} width="medium" optional />
        <DateField name="expiresOn" label={further.expiresOn} hint="After it, the same has to be shown again. For example end March" optional />
      </Details>
    </>
  );
}
