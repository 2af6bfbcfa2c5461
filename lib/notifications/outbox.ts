import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { outbox } from '@/db/schema';
import { newId, type WriteContext } from '@/lib/access/context';

type Told = {
  toPersonId: string;
  /** A sentence with the reference only: nothing of what the record says ever leaves in a message. */
  message: string;
  recordName: string;
  recordId: string;
  /** Where the link in it leads. */
  path: string;
};

/** Tells somebody of something, in the transaction that does it: no change without its message, no message without its change. */
export async function notify(ctx: WriteContext, told: Told): Promise<void> {
  await ctx.tx.insert(outbox).values({ id: newId(), ...told });
}

/** Tells several people, each once. Nobody is told of what they did themselves. */
export async function notifyEach(ctx: WriteContext, people: (string | null)[], told: Omit<Told, 'toPersonId'>): Promise<void> {
  for (const toPersonId of new Set(people)) if (toPersonId !== null && (ctx.actor.kind !== 'person' || toPersonId !== ctx.actor.personId)) await notify(ctx, { toPersonId, ...told });
}

/** Puts away what the writer was asked, once they have done it. */
export async function putAwayAnswered(ctx: WriteContext, message: string): Promise<void> {
  await ctx.tx.update(outbox).set({ readAt: ctx.now }).where(and(eq(outbox.toPersonId, ctx.actor.personId), eq(outbox.message, message), isNull(outbox.readAt)));
}
