import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { hashToken, newToken, readEntry, writeCookie } from '@/lib/access/cookie';
import { asVisitor, read, type VisitorContext } from '@/lib/access/context';
import { safePath } from '@/lib/access/guard';
import { tryAsInput, type setPasswordInput, type setUpInput, type signInInput } from '@/lib/access/input';
import type { Membership } from '@/lib/access/labels';
import { settings } from '@/lib/env';
import type { Issue } from '@/lib/forms/state';

type Answer = Promise<{ redirect: string } | { issues: Issue[] } | { refusal: string }>;

/** argon2id with 19 MiB and two passes, as OWASP gives it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string) => hash(password, cost);

/** Checked where there is no such account, so that one answers no sooner than the other. Of no password anybody has. */
let nobodys: Promise<string> | undefined;

const triesWithin = 300;

/**
 * Tries are counted per account from one address, per account, and per address. Waiting is all that is ever asked: nobody can
 * lock somebody else out for good. An address is what one's own proxy says it is; without one, a visitor could say anything.
 */
async function waitFor({ tx }: VisitorContext, email: string): Promise<number> {
  const { proxies } = settings();
  const from = proxies > 0 ? ((await headers()).get('x-forwarded-for')?.split(',').at(-proxies)?.trim() ?? '') : '';
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
  const limits: [string, number][] = [[`both:${digest(`${email} ${from}`)}`, 5], [`account:${digest(email)}`, 20], ...(from ? [[`address:${digest(from)}`, 60] as [string, number]] : [])];
  let longest = 0;
  for (const [key, allowed] of limits) {
    const [row] = await tx.execute<{ wait: number }>(sql`select app.take_try(${key}, ${allowed}, ${triesWithin}) as wait`);
    longest = Math.max(longest, row?.wait ?? 0);
  }
  return longest;
}

const tooMany = (seconds: number): Issue[] => [{ message: `There were too many tries. Wait ${seconds < 90 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`}, then try again.` }];
const wrong: Issue[] = [{ field: 'email', message: 'The e-mail address or the password is not right. Check both and try again.' }];

export async function signIn(_: unknown, input: z.output<typeof signInInput>): Answer {
  // Counted and committed before the password is looked at, so that many tries at once do not pass each other by.
  const wait = await asVisitor((ctx) => waitFor(ctx, input.email));
  if (wait > 0) return { issues: tooMany(wait) };
  const found = await asVisitor(async ({ tx }) => (await tx.execute<{ account_id: string; password_hash: string }>(sql`select * from app.find_sign_in(${input.email})`))[0]);
  const right = await verify(found?.password_hash ?? (await (nobodys ??= hashPassword(newToken()))), input.password);
  if (!found || !right) return { issues: wrong };
  return (await begin(found.account_id, 'password')) ? { redirect: safePath(input.then ?? '/') } : { issues: wrong };
}

/** Demonstration only: the database refuses it anywhere else. */
export async function tryAs(_: unknown, data: unknown): Promise<never> {
  if (!(data instanceof FormData)) redirect('/sign-in');
  const input = tryAsInput.safeParse({ account: data.get('account'), then: data.get('then') ?? undefined });
  if (!input.success || !(await begin(input.data.account, 'demonstration'))) redirect('/sign-in');
  redirect(safePath(input.data.then ?? '/'));
}

async function begin(account: string, strength: string): Promise<boolean> {
  const token = newToken();
  const earlier = await readEntry();
  const begun = await asVisitor(async ({ tx }) => {
    // A new token at every sign-in; the browser's earlier session ends with it.
    if (earlier) await tx.execute(sql`select app.end_session(${earlier.tokenHash})`);
    const [row] = await tx.execute<{ begun: boolean }>(sql`select app.begin_session(${account}::uuid, ${hashToken(token)}, ${strength}) as begun`);
    return row?.begun ?? false;
  });
  if (begun) await writeCookie(token, account);
  return begun;
}

export async function setPassword(_: unknown, input: z.output<typeof setPasswordInput>): Answer {
  const passwordHash = await hashPassword(input.password);
  const account = await asVisitor(async ({ tx }) => (await tx.execute<{ account: string | null }>(sql`select app.use_sign_in_link(${hashToken(input.token)}, ${passwordHash}) as account`))[0]?.account);
  if (!account) return { refusal: 'This link was used already or is too old. Ask for a new one.' };
  return (await begin(account, 'password')) ? { redirect: '/?said=password-set' } : { refusal: 'Your account is not open. Ask the business unit.' };
}

export async function setUp(_: unknown, input: z.output<typeof setUpInput>): Answer {
  const wait = await asVisitor((ctx) => waitFor(ctx, 'set-up'));
  if (wait > 0) return { issues: tooMany(wait) };
  const passwordHash = await hashPassword(input.password);
  const account = await asVisitor(async ({ tx }) => (await tx.execute<{ account: string | null }>(
    sql`select app.set_up(${hashToken(input.code)}, ${input.partnership}, ${input.shortName}, ${input.name}, ${input.email}, ${passwordHash}) as account`))[0]?.account);
  if (!account) return { issues: [{ field: 'code', message: 'The code is not right, or was used already. It is in what npm start printed last.' }] };
  return (await begin(account, 'password')) ? { redirect: '/?said=set-up' } : { refusal: 'Sign in with the address and password you have just chosen.' };
}

/** Somebody of the demonstration, with what they hold: of a group or an agency, or for somebody they cover. */
export type PersonToTry = { accountId: string; name: string; held: { membership: Membership; of?: string | null; for?: string | null }[] };

export type SignInPage = { partnership: string; isDemonstration: boolean; awaitsSetUp: boolean; people: PersonToTry[] };

/** What the sign-in page shows: public settings, and in a demonstration who one can try it as. */
export async function readSignInPage(): Promise<SignInPage> {
  return asVisitor(async ({ tx }) => {
    const [row] = await tx.execute<{ name: string; mode: string; awaits: boolean }>(sql`select s.partnership_name as name, i.mode, app.awaits_set_up() as awaits from app.settings s cross join app.installation i`);
    const people = row?.mode === 'demonstration' ? await tx.execute<{ account_id: string; name: string; held: PersonToTry['held'] }>(sql`select * from app.demonstration_people()`) : [];
    return {
      partnership: row?.name ?? '', isDemonstration: row?.mode === 'demonstration', awaitsSetUp: row?.awaits ?? false,
      people: [...people].map((person) => ({ accountId: person.account_id, name: person.name, held: person.held })),
    };
  });
}

export async function isGoodLink(token: string): Promise<boolean> {
  return asVisitor(async ({ tx }) => (await tx.execute<{ good: boolean }>(sql`select app.sign_in_link_is_good(${hashToken(token)}) as good`))[0]?.good ?? false);
}

/** Whether the person is still signed in; the reading itself puts the end off where a minute has passed. */
export async function stay(entry: { tokenHash: string }): Promise<{ endsInSeconds: number }> {
  await asVisitor(async ({ tx }) => tx.execute(sql`select app.touch_session(${entry.tokenHash})`));
  return read(entry, async (ctx) => ({ endsInSeconds: Math.max(0, Math.round((ctx.actor.endsAt.getTime() - ctx.now.getTime()) / 1000)) }));
}

export async function endSession(entry: { tokenHash: string }): Promise<void> {
  await asVisitor(async ({ tx }) => tx.execute(sql`select app.end_session(${entry.tokenHash})`));
}
