import 'server-only';
import { settings } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import type { Theirs } from '@/lib/access/form-action';

export type SettingsShown = {
  partnershipName: string;
  partnershipShortName: string;
  guidanceEdition: string;
  rapidReviewStartsFrom: 'sent' | 'aware';
  countStartDay: boolean;
  ragDueSoonDays: number;
  ragQuietDays: number;
  ragMovesForRed: number;
  idleMinutes: number;
  sessionHours: number;
  version: number;
};

export async function getSettings(ctx: ReadContext): Promise<SettingsShown> {
  const { id: _, ...row } = foundOr404((await ctx.tx.select().from(settings))[0], 'settings');
  return row;
}

/** What the settings are now, as their form would send them, for somebody who typed over an older version. */
export async function settingsAsTheyAre(ctx: ReadContext): Promise<Theirs> {
  const now = await getSettings(ctx);
  return {
    version: now.version,
    fields: [
      { name: 'partnershipName', label: 'Full name', value: now.partnershipName },
      { name: 'partnershipShortName', label: 'Short name', value: now.partnershipShortName },
      { name: 'rapidReviewStartsFrom', label: 'What starts the clock', value: now.rapidReviewStartsFrom },
      { name: 'countStartDay', label: 'The start day is day 1', value: now.countStartDay ? 'yes' : 'no' },
      { name: 'ragDueSoonDays', label: 'Amber: due within', value: String(now.ragDueSoonDays) },
      { name: 'ragQuietDays', label: 'Amber: no update in', value: String(now.ragQuietDays) },
      { name: 'ragMovesForRed', label: 'Red: date moved', value: String(now.ragMovesForRed) },
      { name: 'idleMinutes', label: 'Signed out after', value: String(now.idleMinutes) },
      { name: 'sessionHours', label: 'Signed in for at most', value: String(now.sessionHours) },
    ],
  };
}
