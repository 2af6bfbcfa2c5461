import { z } from 'zod';
import { text, version } from '@/lib/forms/readers';

/** A whole number in a permitted range, which the message gives. */
const between = (least: number, most: number, what: string) => {
  const message = `Enter a whole number of ${what} from ${least} to ${most}`;
  return z.string({ error: message }).trim().regex(/^\d{1,4}$/, message).transform(Number).refine((number) => number >= least && number <= most, message);
};

/** "3, 6, 12": one to six whole numbers, kept in order and each once. */
const monthsAfter = (message: string) =>
  z.string({ error: message }).trim().regex(/^\d{1,2}(\s*,\s*\d{1,2}){0,5}$/, message).transform((typed) => [...new Set(typed.split(',').map(Number))].sort((a, b) => a - b)).refine((months) => months.every((month) => month >= 1 && month <= 60), message);

export const changeSettingsInput = z.object({
  partnershipName: text('Enter the full name of the partnership', 200),
  partnershipShortName: text('Enter a short name, such as its initials', 40),
  rapidReviewStartsFrom: z.enum(['sent', 'aware'], { error: 'Choose what starts the clock of a rapid review' }),
  countStartDay: z.enum(['yes', 'no'], { error: 'Choose which day is day 1' }).transform((typed) => typed === 'yes'),
  ragDueSoonDays: between(1, 180, 'days'),
  ragQuietDays: between(1, 365, 'days'),
  ragMovesForRed: between(1, 10, 'times'),
  secondCheckMonths: monthsAfter('Enter up to six whole numbers of months from 1 to 60, with commas between them'),
  idleMinutes: between(5, 60, 'minutes'),
  sessionHours: between(1, 24, 'hours'),
  version,
});
export type ChangeSettingsInput = z.output<typeof changeSettingsInput>;
