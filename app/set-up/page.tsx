import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { VisitorFrame } from '@/components/access/visitor-frame';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { submitSetUp } from '@/lib/access/server-actions';
import { readSignInPage } from '@/lib/access/sign-in';

export default async function SetUpPage() {
  if (!(await readSignInPage()).awaitsSetUp) redirect('/sign-in');
  return (
    <VisitorFrame title="Set up the partnership" soft="Done once. It makes the partnership and its first system administrator.">
      <Form action={submitSetUp} formKey={randomUUID()} title="Set up the partnership" submitLabel="Set up">
        <TextField name="code" label="One-time code" hint="In the log of the server that was started last." width="medium" autoComplete="off" spellCheck={false} />
        <TextField name="partnership" label="Full name of the partnership" />
        <TextField name="shortName" label="Its short name" hint="Such as its initials" width="short" />
        <TextField name="name" label="Your name" autoComplete="name" />
        <TextField name="email" label="Your e-mail address" type="email" autoComplete="username" spellCheck={false} />
        <TextField name="password" label="Password" type="password" autoComplete="new-password" hint="At least 12 characters. Three or four words are easy to remember." />
        <TextField name="again" label="The same password again" type="password" autoComplete="new-password" />
      </Form>
    </VisitorFrame>
  );
}
