import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { outbox } from '@/db/schema';
import type { Entry } from '@/lib/access/actor';
import { write } from '@/lib/access/context';
import { goTo } from '@/lib/access/form-action';
import { toSignIn } from '@/lib/access/guard';
import { SessionEnded } from '@/lib/errors/kinds';
import { done } from '@/lib/forms/outcome';

/** Puts away a message to oneself: it is read, and no longer on the first screen. One that is gone or another's changes nothing, and nothing is said of it. */
export async function putAway(entry: Entry | null, data: unknown): Promise<void> {
  const message = z.uuid().safeParse(data instanceof FormData ? data.get('message') : null);
  if (!entry) return toSignIn(null);
  if (!message.success) return goTo('/');
  const written = await write(entry, { name: 'put-away-message', formKey: null, bodyDigest: null }, async (ctx) => {
    const rows = await ctx.tx.update(outbox).set({ readAt: ctx.now }).where(and(eq(outbox.id, message.data), eq(outbox.toPersonId, ctx.actor.personId), isNull(outbox.readAt))).returning({ id: outbox.id });
    return done(rows.length > 0);
  }).catch((error: unknown) => (error instanceof SessionEnded ? toSignIn('ended') : Promise.reject(error)));
  return goTo(written.kind === 'done' && written.value ? '/?said=put-away' : '/');
}
