import 'server-only';
import { eq } from 'drizzle-orm';
import { settings } from '@/db/schema';
import { foundOr404, type WriteContext } from '@/lib/access/context';
import { StaleVersion } from '@/lib/errors/kinds';
import { done, type Outcome } from '@/lib/forms/outcome';
import type { ChangeSettingsInput } from '@/lib/partnership/settings/input';

export async function changeSettings(ctx: WriteContext, { version, ...input }: ChangeSettingsInput): Promise<Outcome<null>> {
  const row = foundOr404((await ctx.tx.select().from(settings).for('update'))[0], 'settings');
  if (row.version !== version) throw new StaleVersion('settings', String(row.id));
  await ctx.tx.update(settings).set(input).where(eq(settings.id, row.id));
  return done(null);
}
