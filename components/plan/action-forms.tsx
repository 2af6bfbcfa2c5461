import { draftOf } from '@/components/access/draft-of';
import { EvidenceFields, EvidenceFurtherFields } from '@/components/plan/evidence-fields';
import { EvidenceText, evidenceLine } from '@/components/plan/evidence-text';
import { OnBehalfFields } from '@/components/plan/on-behalf-fields';
import { Card } from '@/components/ui/card';
import { CheckboxesField, DateField, FileField, RadiosField, TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import type { Draft } from '@/lib/drafts/drafts';
import { accepted, allowedWords, largestFile, problemWords, sizeInWords } from '@/lib/files/kinds';
import type { Issue } from '@/lib/forms/state';
import { agreementFields, checkFields, checkResultNames, completionFields, evidenceCheckFields, evidenceResultNames, levelHints, levelNames, secondCheckFields, secondCheckResultNames, strengthNames } from '@/lib/plan/labels';
import type { ActionShown, EvidenceShown } from '@/lib/plan/queries';
import { expiryOf, mostWords } from '@/lib/plan/rules';
import { submitAgreement, submitCheck, submitComplete, submitEvidence, submitEvidenceCheck, submitSecondCheck } from '@/lib/plan/server-actions';

export type FormOf = { action: ActionShown; formKey: string; draft: Draft | null };

/** What every form about an action carries: which action, which page to come back to, and what was typed before. */
export function carried({ action, draft }: FormOf, page: string) {
  const at = `/plan/${action.reference}`;
  return {
    hidden: { _page: `${at}/${page}`, reference: action.reference },
    draft: draftOf(`${page}-action:${action.reference}`, draft),
    cancel: { href: at },
  };
}

export function EvidenceForm({ agencies, issues, kept, ...props }: FormOf & { agencies: Option[]; /** What was wrong when it was sent with a file. */ issues: Issue[]; /** A file that came with it then. */ kept: { name: string; size: number } | null }) {
  return (
    <Form
      action={submitEvidence} formKey={props.formKey} title={`Add evidence to ${props.action.reference}`} submitLabel="Add evidence" {...carried(props, 'evidence')}
      upload={{ to: `/plan/${props.action.reference}/evidence/upload`, largest: largestFile, tooLarge: problemWords['too-large'], issues }}
    >
      <EvidenceFields />
      <EvidenceFurtherFields agencies={agencies} />
      <FileField name="file" label="File" hint={allowedWords} accept={accepted} kept={kept && { name: kept.name, size: sizeInWords(kept.size) }} optional />
    </Form>
  );
}

export function CompleteForm({ people, speaksForOthers, ...props }: FormOf & { people: Option[]; /** The business unit, about an action that is not its own. */ speaksForOthers: boolean }) {
  const has = props.action.evidence.length > 0;
  return (
    <Form action={submitComplete} formKey={props.formKey} version={props.action.version} title={`Say that ${props.action.reference} is complete`} submitLabel="Say it is complete" {...carried(props, 'complete')}>
      <TextArea name="text" label={completionFields.text} hint="No names of children or families" rows={4} words={mostWords} />
      <DateField name="completeOn" label={completionFields.completeOn} hint="Today, unless you say otherwise. For example 14/3/26 or 14 Mar" optional />
      {people.length > 0 && <OnBehalfFields people={people} needed={speaksForOthers} />}
      <Card title={has ? 'Further evidence' : 'Evidence'} level={2}>
        <p>{has ? 'There is evidence already. Add more here if you have it.' : 'Somebody else checks that it is complete: give them something to look at.'}</p>
        <EvidenceFields optional={has} />
      </Card>
    </Form>
  );
}

type CheckOf = FormOf & { /** Evidence this person may check. */ open: EvidenceShown[]; today: string };

export function CheckForm({ open, today, sameAgency, ...props }: CheckOf & { sameAgency: boolean }) {
  return (
    <Form action={submitCheck} formKey={props.formKey} version={props.action.version} title={`Check ${props.action.reference}`} submitLabel="Save the check" {...carried(props, 'check')}>
      {open.length > 0 && <EvidenceChoices open={open} today={today} label={checkFields.evidence} hint="Once accepted, it counts for the level of evidence" />}
      <RadiosField
        name="result" label={checkFields.result}
        options={[
          { value: 'accepted', label: checkResultNames.accepted, hint: 'It is then complete, checked' },
          { value: 'returned', label: checkResultNames.returned, hint: 'It goes back to in progress, with your reason' },
        ]}
      />
      <TextArea name="reason" label={checkFields.reason} hint="The owner reads this. No names of children or families" rows={4} />
      {sameAgency && <TextArea name="sameAgencyReason" label={checkFields.sameAgencyReason} rows={2} />}
      <DateField name="checkedOn" label={checkFields.checkedOn} hint="Today, unless you say otherwise" optional />
    </Form>
  );
}

export function SecondCheckForm({ sameAgency, ...props }: FormOf & { sameAgency: boolean }) {
  return (
    <Form action={submitSecondCheck} formKey={props.formKey} version={props.action.version} title={`Look at ${props.action.reference} again`} submitLabel="Save the check" {...carried(props, 'second-check')}>
      <RadiosField
        name="result" label={secondCheckFields.result}
        options={[
          { value: 'in_place', label: secondCheckResultNames.in_place, hint: 'It is looked at again after the next months, if there are any' },
          { value: 'slipped', label: secondCheckResultNames.slipped, hint: 'It is in progress once more, with the date it had, and its owner is told' },
        ]}
      />
      <TextArea name="reason" label={secondCheckFields.reason} hint="The owner reads this. No names of children or families" rows={4} />
      {sameAgency && <TextArea name="sameAgencyReason" label={secondCheckFields.sameAgencyReason} rows={2} />}
      <DateField name="checkedOn" label={secondCheckFields.checkedOn} hint="Today, unless you say otherwise" optional />
    </Form>
  );
}

export function EvidenceCheckForm({ open, today, ...props }: CheckOf) {
  return (
    <Form action={submitEvidenceCheck} formKey={props.formKey} title={`Check the evidence of ${props.action.reference}`} submitLabel="Save the check" {...carried(props, 'check')}>
      <EvidenceChoices open={open} today={today} label={evidenceCheckFields.evidence} />
      <RadiosField
        name="result" label={evidenceCheckFields.result}
        options={[
          { value: 'accepted', label: evidenceResultNames.accepted, hint: 'It counts for the level of evidence' },
          { value: 'declined', label: evidenceResultNames.declined, hint: 'It stays on the record, with your reason, and counts for nothing' },
        ]}
      />
      <TextArea name="reason" label={evidenceCheckFields.reason} hint="Whoever added it reads this. No names of children or families" rows={3} />
    </Form>
  );
}

function EvidenceChoices({ open, today, label, hint }: { open: EvidenceShown[]; today: string; label: string; hint?: string }) {
  return <CheckboxesField name="evidence" label={label} hint={hint} options={open.map((item) => ({ value: item.id, label: item.title, hint: evidenceLine(item, today), about: <ToLookAt item={item} today={today} /> }))} />;
}

/** What an item is said to show, what it says and where it can be opened: all that it is checked by. */
function ToLookAt({ item, today }: { item: EvidenceShown; today: string }) {
  return (
    <>
      <p><b>Said to show: {levelNames[item.level].toLowerCase()}.</b> {levelHints[item.level]}{item.strength && ` · ${strengthNames[item.strength]}`}{item.expiresOn && ` · ${expiryOf(item, today)?.words}`}</p>
      <p><EvidenceText item={item} /></p>
      {item.webAddress && <p><a href={item.webAddress} rel="noreferrer noopener external">{item.webAddress}</a></p>}
      {!item.detail && !item.webAddress && item.files.length === 0 && <p className="soft">It comes without its words and without a web address. Ask whoever added it to let you see it.</p>}
    </>
  );
}

export function AgreeForm(props: FormOf) {
  return (
    <Form action={submitAgreement} formKey={props.formKey} version={props.action.version} title={`Agree ${props.action.reference}`} submitLabel="Agree this action" {...carried(props, 'agree')}>
      <DateField name="agreedOn" label={agreementFields.agreedOn} hint="Today, unless you say otherwise: the date of the meeting, for example" optional />
      <DateField name="startOn" label={agreementFields.startOn} hint="At once, unless you say otherwise. It stays grey until then" optional />
    </Form>
  );
}
