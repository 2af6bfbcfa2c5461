import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { Act } from '@/db/policies/matrix';
import type { Entry } from '@/lib/access/actor';
import { readEntry } from '@/lib/access/cookie';
import { read, recordDenial, type ReadContext } from '@/lib/access/context';
import { mayDo } from '@/lib/access/rights';
import { unsaid } from '@/lib/access/said';
import { NotFound, SessionEnded } from '@/lib/errors/kinds';

/** The address being asked for, as `proxy.ts` passes it on. Only ever used to come back to, never to decide anything. */
export async function currentPath(): Promise<string> {
  return safePath((await headers()).get('x-crt-path') ?? '/');
}

/** An address on this site, whatever was asked for: anything else becomes the first page. What it says has been done is left out. */
export function safePath(path: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) && path.length <= 1000 && !path.startsWith('/sign-in') ? unsaid(path) : '/';
}

export async function toSignIn(reason: 'ended' | 'kept' | null): Promise<never> {
  const query = new URLSearchParams();
  const path = await currentPath();
  if (path !== '/') query.set('then', path);
  if (reason) query.set(reason, '1');
  redirect(query.size > 0 ? `/sign-in?${query}` : '/sign-in');
}

/** Every page starts here. Who it is, the database says, inside the transaction that reads. */
export async function requireActor(): Promise<Entry> {
  return (await readEntry()) ?? (await toSignIn(null));
}

/**
 * Reads one page as whoever is here. A session that has ended goes to sign-in and comes back; what is hidden and what is
 * absent end in the same 404; with an `act`, the page is not there for those who may not do it.
 */
export async function readAs<T>(entry: Entry, work: (ctx: ReadContext) => Promise<T>, options: { act?: Act } = {}): Promise<T> {
  let missing = false;
  try {
    return await read(entry, async (ctx) => {
      if (options.act && !mayDo(ctx.actor, options.act)) throw new NotFound('page');
      return work(ctx);
    });
  } catch (error) {
    if (error instanceof SessionEnded) return toSignIn('ended');
    if (!(error instanceof NotFound)) throw error;
    missing = true;
  }
  if (missing) await recordDenial(entry, await currentPath());
  notFound();
}
