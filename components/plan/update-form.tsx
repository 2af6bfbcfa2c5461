import { draftOf } from '@/components/access/draft-of';
import { OnBehalfFields } from '@/components/plan/on-behalf-fields';
import { TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import type { Draft } from '@/lib/drafts/drafts';
import { mostWords } from '@/lib/plan/rules';
import { submitUpdate } from '@/lib/plan/server-actions';

type Props = { action: { reference: string; title: string; blocker: string | null }; /** The address of the page. */ page: string; formKey: string; draft: Draft | null; /** Whom the business unit may record for; nobody else has any. */ people: Option[] };

/** An update in one form, on the action's own page: type, press, done. */
export function UpdateForm({ action: { reference, title, blocker }, page, formKey, draft, people }: Props) {
  return (
    <Form
      action={submitUpdate} formKey={formKey} title={`${reference} ${title}`} submitLabel="Save update" hidden={{ _page: page, reference }}
      values={{ blocker: blocker ?? '' }} draft={draftOf(`update-action:${reference}`, draft)}
    >
      <TextArea name="text" label="What has happened" hint="No names of children or families" rows={3} words={mostWords} />
      <TextArea name="nextStep" label="Next step" rows={2} optional />
      <TextArea name="blocker" label="What is in the way" hint={blocker ? 'Empty this once nothing is in the way any more' : undefined} rows={2} optional />
      {people.length > 0 && <OnBehalfFields people={people} />}
    </Form>
  );
}
