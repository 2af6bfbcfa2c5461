import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/partnership/draft-of';
import { Card } from '@/components/ui/card';
import { RadiosField, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Draft } from '@/lib/drafts/drafts';
import { countStartDayNames, startEventNames } from '@/lib/partnership/settings/labels';
import type { SettingsShown } from '@/lib/partnership/settings/queries';
import { submitChangeSettings } from '@/lib/partnership/settings/server-actions';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** What the partnership has chosen where guidance leaves a choice, each number with its permitted range. */
export function SettingsForm({ settings, page, draft }: { settings: SettingsShown; page: string; draft: Draft | null }) {
  return (
    <Form
      action={submitChangeSettings} formKey={randomUUID()} version={settings.version} title="Settings" submitLabel="Save the settings" hidden={{ _page: page }} draft={draftOf('change-settings', draft)}
      cancel={{ href: '/partnership' }}
      values={{
        partnershipName: settings.partnershipName, partnershipShortName: settings.partnershipShortName, rapidReviewStartsFrom: settings.rapidReviewStartsFrom,
        countStartDay: settings.countStartDay ? 'yes' : 'no', ragDueSoonDays: String(settings.ragDueSoonDays), ragQuietDays: String(settings.ragQuietDays),
        ragMovesForRed: String(settings.ragMovesForRed), idleMinutes: String(settings.idleMinutes), sessionHours: String(settings.sessionHours),
      }}
    >
      <Card title="The partnership">
        <TextField name="partnershipName" label="Full name" />
        <TextField name="partnershipShortName" label="Short name" width="short" />
      </Card>
      <Card title="The clock of a rapid review">
        <p className="soft">Guidance edition: {settings.guidanceEdition}. Clocks that run already keep the rule they began with.</p>
        <RadiosField name="rapidReviewStartsFrom" label="What starts it?" options={choices(startEventNames)} />
        <RadiosField name="countStartDay" label="Which day is day 1?" options={choices(countStartDayNames)} />
      </Card>
      <Card title="When an action turns amber or red">
        <TextField name="ragDueSoonDays" label="Amber: due within this many days…" hint="1 to 180" width="short" inputMode="numeric" />
        <TextField name="ragQuietDays" label="…and no update in this many days" hint="1 to 365" width="short" inputMode="numeric" />
        <TextField name="ragMovesForRed" label="Red: its date was moved this many times" hint="1 to 10. Past its date or without an owner is always red" width="short" inputMode="numeric" />
      </Card>
      <Card title="Signing in">
        <TextField name="idleMinutes" label="Signed out after this many minutes without doing anything" hint="5 to 60. A warning comes two minutes before" width="short" inputMode="numeric" />
        <TextField name="sessionHours" label="Signed in for at most this many hours" hint="1 to 24" width="short" inputMode="numeric" />
      </Card>
    </Form>
  );
}
