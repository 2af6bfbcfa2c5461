import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import type { Entry } from '@/lib/access/actor';
import { settings } from '@/lib/env';

/**
 * The session cookie: next-auth's encrypted token, holding nothing but a random reference to a row of `sessions`, and whose it is. It outlives
 * that row on purpose: after the row has ended it opens nothing, but still says who a form being sent was typed by.
 */
const isSecure = () => settings().nextauthUrl.startsWith('https://');
const cookieName = () => (isSecure() ? '__Host-crt-session' : 'crt-session');
const endedName = () => (isSecure() ? '__Host-crt-ended' : 'crt-ended');
const cookieDays = 7;
const endedHours = 12;

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export const readEntry = (): Promise<Entry | null> => read(cookieName());

/** Who signed out in this browser last, for what another tab still sends. It opens nothing: that session is over. */
export const readEndedEntry = (): Promise<Entry | null> => read(endedName());

async function read(name: string): Promise<Entry | null> {
  const value = (await cookies()).get(name)?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: settings().nextauthSecret });
    return typeof token?.sub === 'string' ? { tokenHash: hashToken(token.sub), who: typeof token.who === 'string' ? token.who : undefined } : null;
  } catch {
    // Not ours, or sealed with an earlier secret: the same as no cookie.
    return null;
  }
}

export async function writeCookie(token: string, accountId: string): Promise<void> {
  const maxAge = cookieDays * 24 * 60 * 60;
  await setCookie(cookieName(), await encode({ token: { sub: token, who: accountId }, secret: settings().nextauthSecret, maxAge }), maxAge);
  if ((await cookies()).has(endedName())) await setCookie(endedName(), '', 0);
}

/** After signing out. What is left says who it was, so that a form another tab sends is kept for them. */
export async function clearCookie(): Promise<void> {
  const ended = (await cookies()).get(cookieName())?.value;
  await setCookie(cookieName(), '', 0);
  if (ended) await setCookie(endedName(), ended, endedHours * 60 * 60);
}

/** Sets a cookie of this site alone, which no script reads. `maxAge` is in seconds: with 0 the browser keeps none. */
export async function setCookie(name: string, value: string, maxAge: number): Promise<void> {
  (await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge });
}
