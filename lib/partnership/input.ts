import { z } from 'zod';
import { oneOf, optionalDay } from '@/lib/forms/readers';
import { endingNames } from '@/lib/partnership/labels';

/** The fields that the partnership's forms share, each with the message the person will read. */

export const emailAddress = z
  .string().trim().toLowerCase().max(254, 'Enter an e-mail address of at most 254 characters')
  .refine((typed) => /^[^\s@]+@[^\s@]+$/.test(typed), 'Enter an e-mail address in the form name@example.org');

export const optionalEmail = z.union([z.string().trim().length(0), emailAddress], { error: 'Enter an e-mail address in the form name@example.org' }).optional().transform((typed) => typed || null);

/** When something dated ends: at once, or on a last day of its own. */
export const ending = {
  when: oneOf(endingNames, 'Choose when it ends'),
  lastDay: optionalDay('Enter the last day'),
};

export const lastDayIsGiven = { path: ['lastDay'], message: 'Enter the last day, for example 31 March 2027' };
