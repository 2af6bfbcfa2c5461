import 'server-only';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { outbox } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';

export type Message = { id: string; message: string; path: string; at: Date };

/** The newest messages to the reader that they have not put away. */
export async function listMessages(ctx: ReadContext, limit = 10): Promise<Message[]> {
  return ctx.tx
    .select({ id: outbox.id, message: outbox.message, path: outbox.path, at: outbox.recordedAt })
    .from(outbox)
    .where(and(eq(outbox.toPersonId, ctx.actor.personId), isNull(outbox.readAt)))
    .orderBy(desc(outbox.recordedAt))
    .limit(limit);
}
