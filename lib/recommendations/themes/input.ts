import { z } from 'zod';
import { oneOf, optionalId, optionalText, pastDay, several, text, tick, version } from '@/lib/forms/readers';
import { endingLabels } from '@/lib/recommendations/themes/labels';

const themeId = z.uuid('Open the theme again and send the form from there');

const fields = {
  name: text('Enter what it is called', 200),
  description: optionalText(),
  edition: text('Enter the year or the version it is of', 40),
  source: text('Enter where it comes from: a document, or the partnership itself', 300),
  checked: tick,
};

export const addThemeInput = z.object({ parent: optionalId('Choose the set from the list'), ...fields });
export type AddThemeInput = z.output<typeof addThemeInput>;

export const changeThemeInput = z.object({ themeId, version, ...fields });
export type ChangeThemeInput = z.output<typeof changeThemeInput>;

export const endThemeInput = z
  .object({ themeId, kind: oneOf(endingLabels, 'Choose what becomes of it'), into: several(z.uuid('Choose themes from the list')), changedOn: pastDay('Enter from when'), reason: text('Say why') })
  .superRefine(({ kind, into }, ctx) => {
    if (kind === 'merged' && into.length !== 1) ctx.addIssue({ code: 'custom', path: ['into'], message: 'Choose the one theme it is merged into' });
    if (kind === 'split' && into.length < 2) ctx.addIssue({ code: 'custom', path: ['into'], message: 'Choose the themes it is split into: two or more' });
    if (kind === 'retired' && into.length > 0) ctx.addIssue({ code: 'custom', path: ['into'], message: 'Choose no other theme: a retired one becomes none' });
  });
export type EndThemeInput = z.output<typeof endThemeInput>;

export const restoreThemeInput = z.object({ themeId, reason: text('Say why') });
export type RestoreThemeInput = z.output<typeof restoreThemeInput>;
