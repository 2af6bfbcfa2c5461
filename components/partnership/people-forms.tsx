import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { EndingFields } from '@/components/partnership/ending-fields';
import { DateField, SelectField, TextField, TickField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Draft } from '@/lib/drafts/drafts';
import { personFields, postEndQuestion } from '@/lib/partnership/people/labels';
import type { PersonShown, PostShown } from '@/lib/partnership/people/queries';
import { submitAddPerson, submitAddPost, submitEndPost, submitRenamePerson } from '@/lib/partnership/people/server-actions';
import type { AgencyOption } from '@/lib/partnership/queries';

type Kept = { page: string; draft: Draft | null };

export function AddPersonForm({ agencies, page, draft }: { agencies: AgencyOption[] } & Kept) {
  return (
    <Form action={submitAddPerson} formKey={randomUUID()} title="Add a person" submitLabel="Add the person" hidden={{ _page: page }} draft={draftOf('add-person', draft)} cancel={{ href: '/partnership/people' }}>
      <TextField name="name" label="Name" autoComplete="off" />
      <TickField name="isAnother" label="This is not somebody on record already under this name" hint="Needed only where there is somebody of the same name. Look at their record first." />
      <SelectField name="agencyId" label="Agency" optional options={agencies} empty="Choose an agency" />
      <TextField name="title" label="Their post there" optional hint="Such as Head of service. It begins today; other posts can be added later" />
      <TextField name="email" label="E-mail address to sign in with" optional type="email" autoComplete="off" spellCheck={false} hint="Makes an account. They choose a password by a sign-in link, which you start afterwards" />
      <TickField name="thenGrant" label="Grant a membership next" />
    </Form>
  );
}

type OfPerson = { person: PersonShown } & Kept;

export function RenamePersonForm({ person, page, draft }: OfPerson) {
  return (
    <Form
      action={submitRenamePerson} formKey={randomUUID()} version={person.version} title={`Change the name of ${person.name}`} submitLabel="Save the name" hidden={{ personId: person.id, _page: page }}
      draft={draftOf(`rename-person:${person.id}`, draft)} values={{ name: person.name }} cancel={{ href: `/partnership/people/${person.id}` }}
    >
      <TextField name="name" label={personFields.name} autoComplete="off" />
    </Form>
  );
}

export function AddPostForm({ person, agencies, page, draft }: OfPerson & { agencies: AgencyOption[] }) {
  return (
    <Form
      action={submitAddPost} formKey={randomUUID()} title={`Add a post for ${person.name}`} submitLabel="Add the post" hidden={{ personId: person.id, _page: page }}
      draft={draftOf(`add-post:${person.id}`, draft)} values={{ fromOn: 'today' }} cancel={{ href: `/partnership/people/${person.id}` }}
    >
      <SelectField name="agencyId" label="Agency" options={agencies} empty="Choose an agency" />
      <TextField name="title" label="What are they there?" hint="Such as Head of service" />
      <DateField name="fromOn" label="First day" />
    </Form>
  );
}

export function EndPostForm({ person, post, today, page, draft }: OfPerson & { post: PostShown; today: string }) {
  return (
    <Form
      action={submitEndPost} formKey={randomUUID()} version={post.version} title={`End a post of ${person.name}`} submitLabel="End the post" hidden={{ postId: post.id, _page: page }}
      draft={draftOf(`end-post:${post.id}`, draft)} values={{ when: 'on', lastDay: 'today' }} cancel={{ href: `/partnership/people/${person.id}` }}
    >
      <EndingFields question={postEndQuestion(post)} beganToday={post.fromOn === today} />
    </Form>
  );
}
