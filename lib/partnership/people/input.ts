import { z } from 'zod';
import { optionalId, optionalText, text, tick, typedDay, version } from '@/lib/forms/readers';
import { emailAddress, ending, lastDayIsGiven, optionalEmail } from '@/lib/partnership/input';

const name = text('Enter the person’s name', 120);

export const addPersonInput = z
  .object({ name, isAnother: tick, agencyId: optionalId('Choose an agency from the list'), title: optionalText(200), email: optionalEmail, thenGrant: tick })
  .refine((input) => input.agencyId === null || input.title !== null, { path: ['title'], message: 'Enter what they are there, such as Head of service' })
  .refine((input) => input.title === null || input.agencyId !== null, { path: ['agencyId'], message: 'Choose the agency of this post' });
export type AddPersonInput = z.output<typeof addPersonInput>;

export const renamePersonInput = z.object({ personId: z.uuid(), name, version });
export type RenamePersonInput = z.output<typeof renamePersonInput>;

export const addPostInput = z.object({
  personId: z.uuid(), agencyId: z.uuid('Choose an agency'), title: text('Enter what they are there, such as Head of service', 200), fromOn: typedDay('Enter the first day, for example today'),
});
export type AddPostInput = z.output<typeof addPostInput>;

export const endPostInput = z.object({ postId: z.uuid(), ...ending, version }).refine((input) => input.when === 'now' || input.lastDay !== null, lastDayIsGiven);
export type EndPostInput = z.output<typeof endPostInput>;

export const addAccountInput = z.object({ personId: z.uuid(), email: emailAddress });
export type AddAccountInput = z.output<typeof addAccountInput>;

export const disableAccountInput = z.object({ accountId: z.uuid(), reason: text('Enter why the account is disabled', 500), version });
export type DisableAccountInput = z.output<typeof disableAccountInput>;

export const enableAccountInput = z.object({ accountId: z.uuid(), version });
export type EnableAccountInput = z.output<typeof enableAccountInput>;

export const startSignInLinkInput = z.object({
  accountId: z.uuid(),
  how: z.literal('yes', { error: 'Tick to say that you will give it to them yourself, and to nobody else' }),
});
export type StartSignInLinkInput = z.output<typeof startSignInLinkInput>;
