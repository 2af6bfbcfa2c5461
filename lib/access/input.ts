import { z } from 'zod';

const email = z.string().trim().toLowerCase().min(1, 'Enter your e-mail address').max(254, 'Enter your e-mail address').refine((text) => /^[^\s@]+@[^\s@]+$/.test(text), 'Enter an e-mail address in the form name@example.org');

const newPassword = z
  .string({ error: 'Choose a password' })
  .min(12, 'Choose a password of at least 12 characters: three or four words are easy to remember')
  .max(200, 'Choose a password of at most 200 characters');

const then = z.string().optional();

export const signInInput = z.object({ email, password: z.string().min(1, 'Enter your password').max(200, 'Enter your password'), then });
export const tryAsInput = z.object({ account: z.uuid('Choose who to try it as'), then });

export const setPasswordInput = z
  .object({ token: z.string().min(20).max(200), password: newPassword, again: z.string() })
  .refine((input) => input.password === input.again, { path: ['again'], message: 'Type the same password twice' });

export const setUpInput = z
  .object({
    code: z.string().trim().min(1, 'Enter the code that npm start printed'),
    partnership: z.string().trim().min(3, 'Enter the full name of the partnership').max(200),
    shortName: z.string().trim().min(2, 'Enter a short name, such as its initials').max(40),
    name: z.string().trim().min(2, 'Enter your name').max(120),
    email,
    password: newPassword,
    again: z.string(),
  })
  .refine((input) => input.password === input.again, { path: ['again'], message: 'Type the same password twice' });
