import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { RadiosField, SelectField, TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import type { Draft } from '@/lib/drafts/drafts';
import { declaringFields, interestOutcomeOptions } from '@/lib/reviews/interests/labels';
import { submitDeclareForAnother, submitDeclareInterest } from '@/lib/reviews/interests/server-actions';

type Props = { reference: string; title: string; draft: Draft | null };

/** One's own conflict of interest. */
export function DeclareOwn({ reference, title, draft }: Props) {
  return (
    <Form id="own" action={submitDeclareInterest} formKey={randomUUID()} title={title} submitLabel="Declare it" hidden={{ reference, _page: `/reviews/${reference}/conflict` }} draft={draftOf(`declare-interest:${reference}`, draft)}>
      <RadiosField name="outcome" label={declaringFields.outcome} options={interestOutcomeOptions} hint="If you are excluded, this review is not shown to you any more, nor anything that comes from it alone. Somebody else can end that." />
      <TextArea name="reason" label={declaringFields.reason} rows={3} hint="Such as a relative, or that you supervised the practitioner. No names of children or families" />
    </Form>
  );
}

/** Somebody else's, declared by the business unit or the Executive. */
export function DeclareForAnother({ reference, title, draft, people }: Props & { people: Option[] }) {
  return (
    <Form folded="Declare it for somebody else" id="another" action={submitDeclareForAnother} formKey={randomUUID()} title={title} submitLabel="Declare it for them" hidden={{ reference, _page: `/reviews/${reference}/conflict` }} draft={draftOf(`declare-interest-of-another:${reference}`, draft)}>
      <SelectField name="person" label={declaringFields.person} options={people} empty="Choose a person" />
      <RadiosField name="outcome" label={declaringFields.outcome} options={interestOutcomeOptions} hint="It holds at once. More than “stays” lapses in five working days unless the chair of the Executive and a safeguarding partner confirm it." />
      <TextArea name="reason" label={declaringFields.reason} rows={3} hint="No names of children or families" />
    </Form>
  );
}
