import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { Card } from '@/components/ui/card';
import { RadiosField, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Draft } from '@/lib/drafts/drafts';
import { countStartDayNames, settingsFields, startEventNames } from '@/lib/partnership/settings/labels';
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
        ragMovesForRed: String(settings.ragMovesForRed), secondCheckMonths: settings.secondCheckMonths.join(', '), idleMinutes: String(settings.idleMinutes), sessionHours: String(settings.sessionHours),
      }}
    >
      <Card title="The partnership">
        <TextField name="partnershipName" label={settingsFields.partnershipName} />
        <TextField name="partnershipShortName" label={settingsFields.partnershipShortName} width="short" />
      </Card>
      <Card title="The clock of a rapid review">
        <p className="soft">Guidance edition: {settings.guidanceEdition}. Clocks that run already keep the rule they began with.</p>
        <RadiosField name="rapidReviewStartsFrom" label={settingsFields.rapidReviewStartsFrom} options={choices(startEventNames)} />
        <RadiosField name="countStartDay" label={settingsFields.countStartDay} options={choices(countStartDayNames)} />
      </Card>
      <Card title="When an action turns amber or red">
        <TextField name="ragDueSoonDays" label={settingsFields.ragDueSoonDays} hint="1 to 180" width="short" inputMode="numeric" />
        <TextField name="ragQuietDays" label={settingsFields.ragQuietDays} hint="1 to 365" width="short" inputMode="numeric" />
        <TextField name="ragMovesForRed" label={settingsFields.ragMovesForRed} hint="1 to 10. Past its date or without an owner is always red" width="short" inputMode="numeric" />
      </Card>
      <Card title="Second checks">
        <TextField name="secondCheckMonths" label={settingsFields.secondCheckMonths} hint="For example 3, 6, 12. Is what was done still in place?" width="short" />
      </Card>
      <Card title="Signing in">
        <TextField name="idleMinutes" label={settingsFields.idleMinutes} hint="5 to 60. A warning comes two minutes before" width="short" inputMode="numeric" />
        <TextField name="sessionHours" label={settingsFields.sessionHours} hint="1 to 24" width="short" inputMode="numeric" />
      </Card>
    </Form>
  );
}
