'use server';

import { formAction } from '@/lib/access/form-action';
import { addGroup, addMember, changeGroup } from '@/lib/groups/commands';
import { addGroupInput, addMemberInput, changeGroupInput } from '@/lib/groups/input';
import { groupAsItIs } from '@/lib/groups/queries';

export const submitAddGroup = formAction(addGroupInput, addGroup, { act: 'manage-groups', name: 'add-group', path: ({ id }) => `/groups/${id}?said=group-added` });
export const submitChangeGroup = formAction(changeGroupInput, changeGroup, { act: 'manage-groups', name: 'change-group', path: ({ id }) => `/groups/${id}?said=group-changed`, theirs: groupAsItIs });
export const submitAddMember = formAction(addMemberInput, addMember, {
  act: 'grant-membership', name: 'grant-membership', path: ({ id, waits }) => `/groups/${id}?said=${waits ? 'waits' : 'granted'}`,
});
