import { z } from 'zod';
import { todayInEngland, type CalendarDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';

/** The fields that the partnership's forms share, each with the message the person will read. */

const tooLong = (longest: number) => `Shorten this to ${longest.toLocaleString('en-GB')} characters`;

export const text = (missing: string, longest = 200) => z.string({ error: missing }).trim().min(1, missing).max(longest, tooLong(longest));

export const optionalText = (longest = 200) => z.string().trim().max(longest, tooLong(longest)).optional().transform((typed) => typed || null);

export const optionalId = (message: string) => z.union([z.literal(''), z.uuid(message)], { error: message }).optional().transform((typed) => typed || null);

export const tick = z.string().optional().transform((typed) => typed === 'yes');

export const version = z.coerce.number().int().min(1);

/** A day as people write it, nearest to today where the year is left out; today in England, at the moment it is sent. */
export const optionalDay = () =>
  z.string().trim().optional().transform((typed, ctx): CalendarDate | null => {
    if (!typed) return null;
    const read = readTypedDate(typed, todayInEngland(new Date()));
    if (read.date) return read.date;
    ctx.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });

export const typedDay = (missing: string) =>
  optionalDay().transform((date, ctx): CalendarDate => {
    if (date) return date;
    ctx.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });

export const emailAddress = z
  .string().trim().toLowerCase().max(254, 'Enter an e-mail address of at most 254 characters')
  .refine((typed) => /^[^\s@]+@[^\s@]+$/.test(typed), 'Enter an e-mail address in the form name@example.org');

export const optionalEmail = z.union([z.string().trim().length(0), emailAddress], { error: 'Enter an e-mail address in the form name@example.org' }).optional().transform((typed) => typed || null);

/** When something dated ends: at once, or on a last day of its own. */
export const ending = {
  when: z.enum(['now', 'on'], { error: 'Choose when it ends' }),
  lastDay: optionalDay(),
};

export const lastDayIsGiven = { path: ['lastDay'], message: 'Enter the last day, for example 31 March 2027' };
