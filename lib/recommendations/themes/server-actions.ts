'use server';

import { formAction } from '@/lib/access/form-action';
import { addTheme, changeTheme, endTheme, restoreTheme } from '@/lib/recommendations/themes/commands';
import { addThemeInput, changeThemeInput, endThemeInput, restoreThemeInput } from '@/lib/recommendations/themes/input';
import { theirTheme } from '@/lib/recommendations/themes/queries';

export const submitAddTheme = formAction(addThemeInput, addTheme, { act: 'manage-themes', name: 'add-theme', path: (value) => `/findings/themes/${value.id}?said=added#said` });
export const submitChangeTheme = formAction(changeThemeInput, changeTheme, { act: 'manage-themes', name: 'change-theme', path: (value) => `/findings/themes/${value.id}?said=changed#said`, theirs: theirTheme });
export const submitEndTheme = formAction(endThemeInput, endTheme, { act: 'manage-themes', name: 'end-theme', path: (value) => `/findings/themes/${value.id}?said=ended#said` });
export const submitRestoreTheme = formAction(restoreThemeInput, restoreTheme, { act: 'manage-themes', name: 'restore-theme', path: (value) => `/findings/themes/${value.id}?said=restored#said` });
