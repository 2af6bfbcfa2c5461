'use server';

import { formAction } from '@/lib/access/form-action';
import { addAgency, changeAgency, endAgency, renameAgency } from '@/lib/partnership/agencies/commands';
import { addAgencyInput, changeAgencyInput, endAgencyInput, renameAgencyInput } from '@/lib/partnership/agencies/input';
import { agencyAsItIs, agencyEndAsItIs, agencyNameAsItIs } from '@/lib/partnership/agencies/queries';

export const submitAddAgency = formAction(addAgencyInput, addAgency, { act: 'manage-agencies', name: 'add-agency', path: ({ id }) => `/partnership/agencies/${id}?said=added` });
export const submitChangeAgency = formAction(changeAgencyInput, changeAgency, { act: 'manage-agencies', name: 'change-agency', path: ({ id }) => `/partnership/agencies/${id}?said=changed`, theirs: agencyAsItIs });
export const submitRenameAgency = formAction(renameAgencyInput, renameAgency, { act: 'manage-agencies', name: 'rename-agency', path: ({ id }) => `/partnership/agencies/${id}?said=renamed`, theirs: agencyNameAsItIs });
export const submitEndAgency = formAction(endAgencyInput, endAgency, { act: 'manage-agencies', name: 'end-agency', path: ({ id }) => `/partnership/agencies/${id}?said=ended`, theirs: agencyEndAsItIs });
