'use server';

import { formAction } from '@/lib/access/form-action';
import { addAccount, addPerson, addPost, disableAccount, enableAccount, endPost, renamePerson, startSignInLink } from '@/lib/partnership/people/commands';
import { addAccountInput, addPersonInput, addPostInput, disableAccountInput, enableAccountInput, endPostInput, renamePersonInput, startSignInLinkInput } from '@/lib/partnership/people/input';
import { accountAsItIs, personAsTheyAre, postEndAsItIs } from '@/lib/partnership/people/queries';

export const submitAddPerson = formAction(addPersonInput, addPerson, {
  act: 'manage-people', name: 'add-person', path: ({ personId }, { thenGrant }) => (thenGrant ? `/partnership/people/${personId}/grant?said=added` : `/partnership/people/${personId}?said=added`),
});
export const submitRenamePerson = formAction(renamePersonInput, renamePerson, { act: 'manage-people', name: 'rename-person', path: ({ personId }) => `/partnership/people/${personId}?said=renamed`, theirs: personAsTheyAre });
export const submitAddPost = formAction(addPostInput, addPost, { act: 'manage-people', name: 'add-post', path: ({ personId }) => `/partnership/people/${personId}?said=post-added` });
export const submitEndPost = formAction(endPostInput, endPost, { act: 'manage-people', name: 'end-post', path: ({ personId }) => `/partnership/people/${personId}?said=post-ended`, theirs: postEndAsItIs });
export const submitAddAccount = formAction(addAccountInput, addAccount, { act: 'manage-people', name: 'add-account', path: ({ personId }) => `/partnership/people/${personId}/account?said=account-added` });
export const submitDisableAccount = formAction(disableAccountInput, disableAccount, { act: 'manage-accounts', name: 'disable-account', path: ({ personId }) => `/partnership/people/${personId}?said=disabled`, theirs: accountAsItIs });
export const submitEnableAccount = formAction(enableAccountInput, enableAccount, { act: 'manage-accounts', name: 'enable-account', path: ({ personId }) => `/partnership/people/${personId}?said=enabled`, theirs: accountAsItIs });
export const submitStartSignInLink = formAction(startSignInLinkInput, startSignInLink, {
  act: 'manage-people', name: 'start-sign-in-link', path: ({ personId, sealed }) => `/partnership/people/${personId}/account?link=${encodeURIComponent(sealed)}`,
});
