'use server';

import { saveDraft } from '@/lib/access/draft-saving';
import { visitorAction } from '@/lib/access/form-action';
import { setPasswordInput, setUpInput, signInInput } from '@/lib/access/input';
import { serverFunction } from '@/lib/access/server-function';
import { setPassword, setUp, signIn, tryAs } from '@/lib/access/sign-in';
import { signOut, signOutEverywhere, stayIn } from '@/lib/access/sign-out';

export const submitSignIn = visitorAction(signInInput, signIn, { act: 'visitor', keeps: ['email', 'then'] });
export const submitTryAs = serverFunction(tryAs, { act: 'visitor' });
export const submitSetPassword = visitorAction(setPasswordInput, setPassword, { act: 'visitor' });
export const submitSetUp = visitorAction(setUpInput, setUp, { act: 'visitor', keeps: ['partnership', 'shortName', 'name', 'email'] });
export const submitSignOut = serverFunction(signOut, { act: 'visitor' });
export const submitSignOutEverywhere = serverFunction(signOutEverywhere, { act: 'own-session' });
export const staySignedIn = serverFunction(stayIn, { act: 'own-session' });
export const submitDraft = serverFunction(saveDraft, { act: 'own-session' });
