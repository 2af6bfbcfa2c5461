import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import type { Entry } from '@/lib/access/actor';
import { settings } from '@/lib/env';

/**
 * The session cookie: next-auth's encrypted token, holding nothing but a random reference to a row of `sessions`. It outlives
 * that row on purpose: after the row has ended it opens nothing, but still says who a form being sent was typed by.
 */
const isSecure = () => settings().nextauthUrl.startsWith('https://');
const cookieName = () => (isSecure() ? '__Host-crt-session' : 'crt-session');
const cookieDays = 7;

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export async function readEntry(): Promise<Entry | null> {
  const value = (await cookies()).get(cookieName())?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: settings().nextauthSecret });
    return typeof token?.sub === 'string' ? { tokenHash: hashToken(token.sub) } : null;
  } catch {
    // Not ours, or sealed with an earlier secret: the same as no cookie.
    return null;
  }
}

export async function writeCookie(token: string): Promise<void> {
  const maxAge = cookieDays * 24 * 60 * 60;
  const value = await encode({ token: { sub: token }, secret: settings().nextauthSecret, maxAge });
  (await cookies()).set(cookieName(), value, { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge });
}

export async function clearCookie(): Promise<void> {
  (await cookies()).set(cookieName(), '', { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: 0 });
}
