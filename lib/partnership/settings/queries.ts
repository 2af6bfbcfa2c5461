import 'server-only';
import { settings } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import type { ChangeSettingsInput } from '@/lib/partnership/settings/input';
import { countStartDayNames, settingsFields, startEventNames } from '@/lib/partnership/settings/labels';

export type SettingsShown = {
  partnershipName: string;
  partnershipShortName: string;
  guidanceEdition: string;
  rapidReviewStartsFrom: 'sent' | 'aware';
  countStartDay: boolean;
  ragDueSoonDays: number;
  ragQuietDays: number;
  ragMovesForRed: number;
  secondCheckMonths: number[];
  idleMinutes: number;
  sessionHours: number;
  version: number;
};

export async function getSettings(ctx: ReadContext): Promise<SettingsShown> {
  const { id: _, ...row } = foundOr404((await ctx.tx.select().from(settings))[0], 'settings');
  return row;
}

/** What the settings are now, beside what somebody typed over an older version of them. */
export async function settingsAsTheyAre(ctx: ReadContext, input: ChangeSettingsInput): Promise<Theirs> {
  const now = await getSettings(ctx);
  const inWords = (answers: Pick<SettingsShown, keyof typeof settingsFields>): Record<keyof typeof settingsFields, string> => ({
    partnershipName: answers.partnershipName, partnershipShortName: answers.partnershipShortName,
    rapidReviewStartsFrom: startEventNames[answers.rapidReviewStartsFrom], countStartDay: countStartDayNames[answers.countStartDay ? 'yes' : 'no'],
    ragDueSoonDays: String(answers.ragDueSoonDays), ragQuietDays: String(answers.ragQuietDays), ragMovesForRed: String(answers.ragMovesForRed), secondCheckMonths: answers.secondCheckMonths.join(', '),
    idleMinutes: String(answers.idleMinutes), sessionHours: String(answers.sessionHours),
  });
  return { version: now.version, fields: sideBySide(settingsFields, inWords(now), inWords(input)) };
}
