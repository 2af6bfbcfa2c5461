import 'server-only';
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
