import 'server-only';
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { hashToken } from '@/lib/access/cookie';
import { asVisitor } from '@/lib/access/context';
import { log } from '@/lib/log/log';

/** On a live installation that nobody has set up: a one-time code, printed where only who runs the server reads it. */
export async function offerSetUpCode(): Promise<void> {
  const code = randomBytes(9).toString('base64url');
  try {
    const offered = await asVisitor(async ({ tx }) => (await tx.execute<{ offered: boolean }>(sql`select app.offer_set_up_code(${hashToken(code)}) as offered`))[0]?.offered);
    if (offered) process.stdout.write(`\n  First visit: open the address below and enter this one-time code: ${code}\n\n`);
  } catch (error) {
    log.warn({ problem: error instanceof Error ? error.name : 'unknown' }, 'the set-up code could not be offered');
  }
}
