import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { Card } from '@/components/ui/card';
import { TextArea, TextField, TickField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { accountStateNames, disablingFields, signInLinkMinutes, signInLinkShownMinutes } from '@/lib/partnership/people/labels';
import type { AccountShown, PersonShown } from '@/lib/partnership/people/queries';
import { submitAddAccount, submitDisableAccount, submitEnableAccount, submitStartSignInLink } from '@/lib/partnership/people/server-actions';

type AccountProps = {
  person: PersonShown;
  title: string;
  page: string;
  draft: Draft | null;
  /** Why not, in words; null where the reader may. */
  linkNot: string | null;
  changeNot: string | null;
};

/** A person's account: made where there is none; a sign-in link; and, for an administrator, disabled or enabled. */
export function AccountForms({ person, title, page, draft, linkNot, changeNot }: AccountProps) {
  const { account } = person;
  if (!account) {
    return (
      <Form action={submitAddAccount} formKey={randomUUID()} title={title} submitLabel="Make the account" hidden={{ personId: person.id, _page: page }} draft={draftOf(`add-account:${person.id}`, draft)} cancel={{ href: `/partnership/people/${person.id}` }}>
        <TextField name="email" label={`E-mail address of ${person.name}`} type="email" autoComplete="off" spellCheck={false} hint="Their own, at work: it is what they sign in with" />
      </Form>
    );
  }
  return (
    <>
      <Card>
        <SummaryList rows={[
          { key: 'E-mail address', value: account.email },
          { key: 'State', value: accountStateNames[account.state] },
          ...(account.disabledAt ? [{ key: 'Disabled', value: `${formatInstant(account.disabledAt)}: ${account.disabledReason ?? ''}` }] : []),
        ]} />
      </Card>
      <Card title="Sign-in link">
        <p>{person.name} opens it and chooses a password that nobody else knows. Use it for a first sign-in, or when they have forgotten theirs.</p>
        {linkNot ? <p>{linkNot}</p> : (
          <Form id="link" action={submitStartSignInLink} formKey={randomUUID()} title={title} submitLabel="Start a sign-in link" hidden={{ accountId: account.id, _page: page }}>
            <p>It works once, for {signInLinkMinutes} minutes. A link started before it stops working. When it is used, they are signed out everywhere else. {person.name} and the business unit are told that you started it.</p>
            <TickField name="how" label={`I will read it to ${person.name} in person or by phone, and give it to nobody else`} />
          </Form>
        )}
      </Card>
      {changeNot === null && <ChangeAccount account={account} title={title} page={page} draft={draft} />}
    </>
  );
}

function ChangeAccount({ account, title, page, draft }: { account: AccountShown; title: string; page: string; draft: Draft | null }) {
  const common = { formKey: randomUUID(), version: account.version, title, hidden: { accountId: account.id, _page: page } };
  if (account.state === 'disabled') {
    return <Card title="Enable the account"><Form {...common} id="change" action={submitEnableAccount} submitLabel="Enable the account"><p>They can sign in again with the password they had.</p></Form></Card>;
  }
  return (
    <Card title="Disable the account">
      <Form {...common} id="change" action={submitDisableAccount} submitLabel="Disable the account" submitTone="warning" draft={draftOf(`disable-account:${account.id}`, draft)}>
        <p>They are signed out everywhere at once and cannot sign in. Their memberships stay on record; end them too where they are over.</p>
        <TextArea name="reason" label={disablingFields.reason} rows={2} />
      </Form>
    </Card>
  );
}

/** The link itself, for whoever has just started it and nobody else. */
export function StartedLink({ name, address }: { name: string; address: string }) {
  return (
    <Card title={`The sign-in link for ${name}`}>
      <Notice tone="warning" title={`Read it to ${name} in person or by phone`}>
        <p>It works once, for {signInLinkMinutes} minutes. Whoever opens it first chooses the password, so give it to nobody else and do not open it yourself.</p>
        <p>This page shows it to you for {signInLinkShownMinutes} minutes, and to nobody else.</p>
      </Notice>
      <p><code>{address}</code></p>
    </Card>
  );
}
