import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import type { Database } from '../../db/client';
import { accounts, persons, sessions } from '../../db/schema';
import { hashOf, type Secrets } from './server';

/** The cookie of somebody of the demonstration who has signed in: the same as after "Try it as…", without the page. */
export async function signInAs(owner: Database, name: string, secrets: Secrets): Promise<string> {
  const [account] = await owner.select({ id: accounts.id }).from(accounts).innerJoin(persons, eq(persons.id, accounts.personId)).where(eq(persons.name, name));
  if (!account) throw new Error(`${name} has no account in the demonstration`);
  const token = randomBytes(32).toString('base64url');
  await owner.insert(sessions).values({ id: randomUUID(), accountId: account.id, tokenHash: hashOf(token), strength: 'demonstration', expiresAt: new Date(Date.now() + 12 * 60 * 60 * 1000) });
  return `crt-session=${await encode({ token: { sub: token }, secret: secrets.nextauthSecret, maxAge: 24 * 60 * 60 })}`;
}
