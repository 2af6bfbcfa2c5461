import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { EndingFields } from '@/components/partnership/ending-fields';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { DateField, RadiosField, SelectField, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { membershipNames } from '@/lib/access/labels';
import type { Draft } from '@/lib/drafts/drafts';
import { coverEndQuestion, type CoveredMembership } from '@/lib/partnership/cover/labels';
import type { CoverShown } from '@/lib/partnership/cover/queries';
import { submitEndCover, submitSetCover } from '@/lib/partnership/cover/server-actions';
import type { PersonOption } from '@/lib/partnership/queries';

type SetCoverProps = { personId: string; held: CoveredMembership[]; people: PersonOption[]; title: string; back: string; page: string; draft: Draft | null };

export function SetCoverForm({ personId, held, people, title, back, page, draft }: SetCoverProps) {
  if (held.length === 0) {
    return <Card><Empty title="There is nothing to cover"><p>Only a membership in force can be covered. Those given by two people are passed on by whoever holds them.</p></Empty></Card>;
  }
  return (
    <Form
      action={submitSetCover} formKey={randomUUID()} title={title} submitLabel="Set the cover" hidden={{ personId, _page: page }} draft={draftOf(`set-cover:${personId}`, draft)}
      values={{ fromOn: 'today', ...(held.length === 1 ? { membership: held[0]! } : {}) }} cancel={{ href: back }}
    >
      <RadiosField name="membership" label="Which membership is covered?" options={held.map((value) => ({ value, label: membershipNames[value] }))} />
      <SelectField name="byPersonId" label="Who covers it?" options={people} empty="Choose a person" hint="They see and do what this membership allows. History says who did it, and for whom" />
      <DateField name="fromOn" label="First day" />
      <DateField name="toOn" label="Last day" optional hint="Without one they are a standing deputy" />
      <TextField name="reason" label="Why?" optional hint="Such as annual leave. Nothing about health" />
    </Form>
  );
}

export function EndCoverForm({ cover, today, title, back, page, draft }: { cover: CoverShown; today: string; title: string; back: string; page: string; draft: Draft | null }) {
  return (
    <Form
      action={submitEndCover} formKey={randomUUID()} version={cover.version} title={title} submitLabel="End the cover" hidden={{ coverId: cover.id, _page: page }}
      draft={draftOf(`end-cover:${cover.id}`, draft)} cancel={{ href: back }}
    >
      <EndingFields question={coverEndQuestion(cover)} beganToday={cover.fromOn === today} />
    </Form>
  );
}
