import 'server-only';
import { sql } from 'drizzle-orm';
import { redirect } from 'next/navigation';
import type { Entry } from '@/lib/access/actor';
import { clearCookie } from '@/lib/access/cookie';
import { read } from '@/lib/access/context';
import { endSession, stay } from '@/lib/access/sign-in';
import { SessionEnded } from '@/lib/errors/kinds';

export async function signOut(entry: Entry | null): Promise<void> {
  if (entry) await endSession(entry);
  await clearCookie();
  redirect('/signed-out');
}

export async function signOutEverywhere(entry: Entry | null): Promise<void> {
  if (entry) {
    try {
      await read(entry, async (ctx) => ctx.tx.execute(sql`select app.end_sessions(${ctx.actor.accountId}::uuid)`));
    } catch (error) {
      if (!(error instanceof SessionEnded)) throw error;
    }
  }
  await clearCookie();
  redirect('/signed-out');
}

export async function stayIn(entry: Entry | null): Promise<{ endsInSeconds: number } | { ended: true }> {
  if (!entry) return { ended: true };
  try {
    return await stay(entry);
  } catch (error) {
    if (error instanceof SessionEnded) return { ended: true };
    throw error;
  }
}
