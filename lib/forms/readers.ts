import { z } from 'zod';
import { formatDate, nameOfWeekday, todayInEngland, type CalendarDate } from '@/lib/dates/calendar-date';
import { readTypedDate } from '@/lib/dates/typed-date';
import { countWords, type TypedValues } from '@/lib/forms/state';

/** How every form reads what was typed: each kind of field once, with the message the person will read. */

const tooLong = (longest: number) => `Shorten this to ${longest.toLocaleString('en-GB')} characters`;

/** A text that has to be given. */
export const text = (missing: string, longest = 4_000) => z.string({ error: missing }).trim().min(1, missing).max(longest, tooLong(longest));

/** The same in so many words: one that is longer is told how many there are too many. For a field that counts them. */
export const textOfWords = (missing: string, most: number) =>
  text(missing).superRefine((typed, ctx) => {
    const words = countWords(typed);
    if (words > most) ctx.addIssue({ code: 'custom', message: `${missing} in up to ${most} words. This has ${words}: ${words - most} too many` });
  });

/** A text that may be left out: an empty field is no text. */
export const optionalText = (longest = 4_000) => z.string().trim().max(longest, tooLong(longest)).optional().transform((typed) => typed || null);

/** A text that may be left out for now, kept as empty: what is missing is said where it is needed. */
export const laterText = (longest = 4_000) => z.string().trim().max(longest, tooLong(longest)).optional().transform((typed) => typed ?? '');

/** The saves of what the form showed; 0 where nothing was recorded yet. */
export const version = z.coerce.number({ error: 'Open the page again and send the form from there' }).int().min(0);

export const optionalId = (message: string) => z.union([z.literal(''), z.uuid(message)], { error: message }).optional().transform((typed) => typed || null);

export const tick = z.string().optional().transform((typed) => typed === 'yes');

/** Checkboxes come as nothing, one, or several. */
export const several = <One extends z.ZodType>(one: One) => z.preprocess((typed) => (typed === undefined || typed === '' ? [] : [typed].flat()), z.array(one).max(100));

const uploadPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{16})$/;

/** What was sent before its form, as the form carries it: which it is, and the beginning of what its bytes come to. */
export const uploadToken = ({ id, sha256 }: { id: string; sha256: string }) => `${id}.${sha256.slice(0, 16)}`;
export const uploadIn = (typed: unknown): string | null => (typeof typed === 'string' ? (uploadPattern.exec(typed)?.[1] ?? null) : null);
/** The same file sent twice is the same, under whichever identifier. */
export const fileDigestIn = (typed: unknown): string | null => (typeof typed === 'string' ? (uploadPattern.exec(typed)?.[2] ?? null) : null);

/** A file that was sent with the form; there need be none. */
export const optionalUpload = z.string().optional().transform(uploadIn);

/** A whole number from 0 that may be left out. Spaces and commas between thousands are read over. */
export const optionalCount = (ask: string) =>
  z.string().trim().optional().transform((typed, ctx): number | null => {
    if (!typed) return null;
    const digits = typed.replace(/(?<=\d)[ ,](?=\d{3}(?!\d))/g, '');
    if (/^\d{1,9}$/.test(digits)) return Number(digits);
    ctx.addIssue({ code: 'custom', message: `${ask} as a whole number, such as 14` });
    return z.NEVER;
  });

export const keysOf = <Labels extends Record<string, string>>(labels: Labels) => Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]];

/** One of a closed list, by the keys of its labels. */
export const oneOf = <Labels extends Record<string, string>>(labels: Labels, message: string) => z.enum(keysOf(labels), { error: message });

/** The same where it may be left out. */
export const optionalOneOf = <Labels extends Record<string, string>>(labels: Labels, message: string) => z.union([z.literal(''), oneOf(labels, message)], { error: message }).optional().transform((chosen) => chosen || null);

/** Where the year is left out: the nearest such day, the last one, or the next one. */
type Prefer = 'past' | 'future';

const today = () => todayInEngland(new Date());

/** The readers of a day: a form says back what they understood. */
const days = new WeakSet<z.ZodType>();
const aDay = <Reader extends z.ZodType>(reader: Reader): Reader => {
  days.add(reader);
  return reader;
};

/** What was understood of each day that was not typed out in full, by the name of its field: "Saturday 14 March 2026". Nothing of those that could not be read. */
export function understoodDays(schema: z.ZodType, typed: TypedValues): Record<string, string> {
  if (schema instanceof z.ZodPipe) return understoodDays(schema.in as z.ZodType, typed);
  if (!(schema instanceof z.ZodObject)) return {};
  return Object.fromEntries(
    Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, reader]) => {
      const read = days.has(reader) ? reader.safeParse(typed[name]) : null;
      const date = read?.success ? (read.data as CalendarDate | null) : null;
      return date === null || typed[name] === formatDate(date) ? [] : [[name, `${nameOfWeekday(date)} ${formatDate(date)}`]];
    }),
  );
}

/**
 * A day as people write it. Read against today in England, at the moment it is sent. `ask` says which day it is ("Enter the date it was sent"):
 * it stands before what is wrong with the date, so that a form with several says which one is meant.
 */
export const optionalDay = (ask: string, prefer?: Prefer) =>
  aDay(z.string().trim().optional().transform((typed, ctx): CalendarDate | null => {
    if (!typed) return null;
    const read = readTypedDate(typed, today(), { prefer });
    if (read.date) return read.date;
    ctx.addIssue({ code: 'custom', message: `${ask}. ${read.problem}` });
    return z.NEVER;
  }));

/** The same where one has to be given. */
export const typedDay = (ask: string, prefer?: Prefer) =>
  aDay(optionalDay(ask, prefer).transform((date, ctx): CalendarDate => {
    if (date) return date;
    ctx.addIssue({ code: 'custom', message: ask });
    return z.NEVER;
  }));

/** What is said of a day that is set too early, at its field. */
export const notBeforeToday = (ask: string) => `${ask}. It cannot be before today`;

const isPast = (date: CalendarDate | null) => date === null || date <= today();

/** The day that something happened: today at the latest. */
export const pastDay = (ask: string) => aDay(typedDay(ask, 'past').refine(isPast, `${ask}. It cannot be in the future`));

/** The same where it may be left out. */
export const optionalPastDay = (ask: string) => aDay(optionalDay(ask, 'past').refine(isPast, `${ask}. It cannot be in the future`));

/** The day by which something is to happen, when it is first set: today at the earliest. */
export const dayToCome = (ask: string) => aDay(typedDay(ask, 'future').refine((date) => date >= today(), notBeforeToday(ask)));
