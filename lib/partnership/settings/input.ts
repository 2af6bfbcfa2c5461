import { z } from 'zod';
import { text, version } from '@/lib/forms/readers';

/** A whole number in a permitted range, which the message gives. */
const between = (least: number, most: number, what: string) => {
  const message = `Enter a whole number of ${what} from ${least} to ${most}`;
  return z.string({ error: message }).trim().regex(/^\d{1,4}$/, message).transform(Number).refine((number) => number >= least && number <= most, message);
};

export const changeSettingsInput = z.object({
  partnershipName: text('Enter the full name of the partnership', 200),
  partnershipShortName: text('Enter a short name, such as its initials', 40),
  rapidReviewStartsFrom: z.enum(['sent', 'aware'], { error: 'Choose what starts the clock of a rapid review' }),
  countStartDay: z.enum(['yes', 'no'], { error: 'Choose which day is day 1' }).transform((typed) => typed === 'yes'),
  ragDueSoonDays: between(1, 180, 'days'),
  ragQuietDays: between(1, 365, 'days'),
  ragMovesForRed: between(1, 10, 'times'),
  idleMinutes: between(5, 60, 'minutes'),
  sessionHours: between(1, 24, 'hours'),
  version,
});
export type ChangeSettingsInput = z.output<typeof changeSettingsInput>;
