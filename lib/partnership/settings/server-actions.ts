'use server';

import { formAction } from '@/lib/access/form-action';
import { changeSettings } from '@/lib/partnership/settings/commands';
import { changeSettingsInput } from '@/lib/partnership/settings/input';
import { settingsAsTheyAre } from '@/lib/partnership/settings/queries';

export const submitChangeSettings = formAction(changeSettingsInput, changeSettings, {
  act: 'change-settings', name: 'change-settings', path: () => '/partnership/settings?said=settings-changed', theirs: settingsAsTheyAre,
});
