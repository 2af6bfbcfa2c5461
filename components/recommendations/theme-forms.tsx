import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { CheckboxesField, DateField, RadiosField, SelectField, TextArea, TextField, TickField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { formatDate } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { changeFields, endingLabels, themeFields as labels } from '@/lib/recommendations/themes/labels';
import type { ThemeListed } from '@/lib/recommendations/themes/queries';
import { submitAddTheme, submitChangeTheme, submitEndTheme, submitRestoreTheme } from '@/lib/recommendations/themes/server-actions';

function ThemeFields() {
  return (
    <>
      <TextField name="name" label={labels.name} />
      <TextArea name="description" label={labels.description} hint="So that two people sort alike" optional rows={3} />
      <TextField name="edition" label={labels.edition} hint="The year or version, such as 2022-23" width="short" autoComplete="off" />
      <TextField name="source" label={labels.source} hint="The document, or “Our own”" />
      <TickField name="checked" label={labels.checked} />
    </>
  );
}

export function AddThemeForm({ sets, parent, title, draft }: { sets: Option[]; parent: string; title: string; draft: Draft | null }) {
  return (
    <Form action={submitAddTheme} formKey={randomUUID()} title={title} submitLabel="Add the theme" cancel={{ href: '/findings/themes' }} values={{ parent }} hidden={{ _page: '/findings/themes/new' }} draft={draftOf('add-theme', draft)}>
      <SelectField name="parent" label={labels.parent} options={sets} empty="None: this is a set of its own" />
      <ThemeFields />
    </Form>
  );
}

export function ChangeThemeForm({ theme, title, draft }: { theme: ThemeListed; title: string; draft: Draft | null }) {
  const { id, name, description, edition, source, nameToCheck } = theme;
  return (
    <Form
      id="change" action={submitChangeTheme} formKey={randomUUID()} version={theme.version} title={title} submitLabel="Save the theme" hidden={{ themeId: id, _page: `/findings/themes/${id}` }}
      values={{ name, description: description ?? '', edition, source, checked: nameToCheck ? '' : 'yes' }} draft={draftOf(`change-theme:${id}`, draft)} folded="Change its name, edition or source"
    >
      <ThemeFields />
    </Form>
  );
}

/** Merged, split or retired. */
export function EndThemeForm({ theme, others, title, today, draft }: { theme: ThemeListed; others: { value: string; label: string; hint: string }[]; title: string; today: string; draft: Draft | null }) {
  return (
    <Form
      id="end" action={submitEndTheme} formKey={randomUUID()} title={title} submitLabel="Record it" submitTone="warning" hidden={{ themeId: theme.id, _page: `/findings/themes/${theme.id}` }}
      values={{ changedOn: formatDate(today) }} draft={draftOf(`end-theme:${theme.id}`, draft)} folded="Merge, split or retire it"
    >
      <p>Findings keep the theme they were given. Merged, they are counted under the other one; split or retired, they stay counted here.</p>
      <RadiosField name="kind" label={changeFields.kind} options={Object.entries(endingLabels).map(([value, label]) => ({ value, label }))} />
      <CheckboxesField name="into" label={changeFields.into} hint="One where it is merged, two or more where it is split, none where it is retired" optional options={others} />
      <DateField name="changedOn" label={changeFields.changedOn} />
      <TextArea name="reason" label={changeFields.reason} rows={2} />
    </Form>
  );
}

export function RestoreThemeForm({ theme, title }: { theme: ThemeListed; title: string }) {
  return (
    <Form id="restore" action={submitRestoreTheme} formKey={randomUUID()} title={title} submitLabel="Take it into use again" hidden={{ themeId: theme.id, _page: `/findings/themes/${theme.id}` }}>
      <TextArea name="reason" label={changeFields.reason} rows={2} />
    </Form>
  );
}
