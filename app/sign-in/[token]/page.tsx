import { randomUUID } from 'node:crypto';
import { VisitorFrame } from '@/components/access/visitor-frame';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { submitSetPassword } from '@/lib/access/server-actions';
import { isGoodLink } from '@/lib/access/sign-in';

type Props = { params: Promise<{ token: string }> };

export default async function SetPasswordPage({ params }: Props) {
  const { token } = await params;
  if (!(await isGoodLink(token))) {
    return (
      <VisitorFrame title="This link cannot be used">
        <p>It was used already, or it is too old. Ask the business unit or your administrator for a new one.</p>
        <p><a href="/sign-in">Sign in</a></p>
      </VisitorFrame>
    );
  }
  return (
    <VisitorFrame title="Choose your password" soft="Nobody else knows it, and nobody can look it up.">
      <Form action={submitSetPassword} formKey={randomUUID()} title="Choose your password" submitLabel="Save and sign in" hidden={{ token }}>
        <TextField name="password" label="Password" type="password" autoComplete="new-password" hint="At least 12 characters. Three or four words are easy to remember." />
        <TextField name="again" label="The same password again" type="password" autoComplete="new-password" />
      </Form>
    </VisitorFrame>
  );
}
