'use server';

import { formAction } from '@/lib/access/form-action';
import { removeView, saveView } from '@/lib/plan/views/commands';
import { removeViewInput, saveViewInput } from '@/lib/plan/views/input';

export const submitSaveView = formAction(saveViewInput, saveView, { act: 'export-plan', name: 'save-view', path: ({ href }) => `${href}&said=view-saved` });

export const submitRemoveView = formAction(removeViewInput, removeView, { act: 'export-plan', name: 'remove-view', path: () => '/plan/views?said=view-removed' });
