import { randomUUID } from 'node:crypto';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { submitSignIn } from '@/lib/access/server-actions';

export function SignInForm({ then, demonstration }: { then: string; demonstration: boolean }) {
  return (
    <Card title={demonstration ? 'Or sign in with a password' : undefined}>
      <Form action={submitSignIn} formKey={randomUUID()} title="Sign in" submitLabel="Sign in" hidden={{ then }}>
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" spellCheck={false} />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      </Form>
    </Card>
  );
}
