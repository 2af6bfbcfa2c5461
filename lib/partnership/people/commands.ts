import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { accounts, persons, posts } from '@/db/schema';
import { foundOr404, newId, type WriteContext } from '@/lib/access/context';
import { hashToken, newToken } from '@/lib/access/cookie';
import { seal } from '@/lib/access/encryption';
import { StaleVersion } from '@/lib/errors/kinds';
import { blocked, done, refused, type Outcome } from '@/lib/forms/outcome';
import type { Issue } from '@/lib/forms/state';
import { notify } from '@/lib/notifications/outbox';
import { listHolders } from '@/lib/partnership/memberships/queries';
import type { AddAccountInput, AddPersonInput, AddPostInput, DisableAccountInput, EnableAccountInput, EndPostInput, RenamePersonInput, StartSignInLinkInput } from '@/lib/partnership/people/input';
import { signInLinkMinutes } from '@/lib/partnership/people/labels';
import { whyNotChangeAccount, whyNotStartLink } from '@/lib/partnership/people/policy';
import { linkSealedFor } from '@/lib/partnership/people/queries';
import { isSameName } from '@/lib/partnership/people/rules';
import { listPersonOptions } from '@/lib/partnership/queries';
import { lastDayOf } from '@/lib/partnership/rules';

type OfPerson = Promise<Outcome<{ personId: string }>>;

export async function addPerson(ctx: WriteContext, input: AddPersonInput): OfPerson {
  const same = input.isAnother ? undefined : (await listPersonOptions(ctx)).find((person) => isSameName(person.name, input.name));
  const issues: Issue[] = same ? [{ field: 'isAnother', message: `There is ${same.label} already. Open their record instead, or tick to say that this is somebody else` }] : [];
  if (input.email) issues.push(...(await whatStopsAddress(ctx, input.email)));
  if (issues.length > 0) return blocked(issues);

  const personId = newId();
  await ctx.tx.insert(persons).values({ id: personId, name: input.name, example: ctx.actor.partnership.isDemonstration });
  if (input.agencyId && input.title) await ctx.tx.insert(posts).values({ id: newId(), personId, agencyId: input.agencyId, title: input.title, fromOn: ctx.today });
  if (input.email) await ctx.tx.insert(accounts).values({ id: newId(), personId, email: input.email });
  return done({ personId });
}

export async function renamePerson(ctx: WriteContext, input: RenamePersonInput): OfPerson {
  const [row] = await ctx.tx.select().from(persons).where(eq(persons.id, input.personId)).for('update');
  const person = foundOr404(row, 'person');
  if (person.version !== input.version) throw new StaleVersion('persons', person.id);
  await ctx.tx.update(persons).set({ name: input.name }).where(eq(persons.id, person.id));
  return done({ personId: person.id });
}

export async function addPost(ctx: WriteContext, input: AddPostInput): OfPerson {
  foundOr404((await ctx.tx.select({ id: persons.id }).from(persons).where(eq(persons.id, input.personId)))[0], 'person');
  await ctx.tx.insert(posts).values({ id: newId(), ...input });
  return done({ personId: input.personId });
}

export async function endPost(ctx: WriteContext, input: EndPostInput): OfPerson {
  const post = foundOr404((await ctx.tx.select().from(posts).where(eq(posts.id, input.postId)).for('update'))[0], 'post');
  if (post.version !== input.version) throw new StaleVersion('posts', post.id);
  const ended = lastDayOf(post, input, ctx.today);
  if ('issues' in ended) return blocked(ended.issues);
  await ctx.tx.update(posts).set({ toOn: ended.lastDay }).where(eq(posts.id, post.id));
  return done({ personId: post.personId });
}

export async function addAccount(ctx: WriteContext, input: AddAccountInput): OfPerson {
  foundOr404((await ctx.tx.select({ id: persons.id }).from(persons).where(eq(persons.id, input.personId)).for('update'))[0], 'person');
  const [known] = await ctx.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, input.personId));
  const issues: Issue[] = known ? [{ message: 'This person has an account already' }] : await whatStopsAddress(ctx, input.email);
  if (issues.length > 0) return blocked(issues);
  await ctx.tx.insert(accounts).values({ id: newId(), personId: input.personId, email: input.email });
  return done({ personId: input.personId });
}

/** Ends every session of the account in the same transaction. */
export async function disableAccount(ctx: WriteContext, input: DisableAccountInput): OfPerson {
  const account = await lockAccount(ctx, input);
  const refusal = whyNotChangeAccount(ctx.actor, account);
  if (refusal) return refused(refusal);
  await ctx.tx.update(accounts).set({ disabledAt: ctx.now, disabledReason: input.reason }).where(eq(accounts.id, account.id));
  await ctx.tx.execute(sql`select app.end_sessions(${account.id}::uuid)`);
  await tellPersonAndUnit(ctx, account.personId, (name) => `${ctx.actor.name} disabled the account of ${name}`);
  return done({ personId: account.personId });
}

export async function enableAccount(ctx: WriteContext, input: EnableAccountInput): OfPerson {
  const account = await lockAccount(ctx, input);
  const refusal = whyNotChangeAccount(ctx.actor, account);
  if (refusal) return refused(refusal);
  await ctx.tx.update(accounts).set({ disabledAt: null, disabledReason: null }).where(eq(accounts.id, account.id));
  await tellPersonAndUnit(ctx, account.personId, (name) => `${ctx.actor.name} enabled the account of ${name}`);
  return done({ personId: account.personId });
}

/**
 * A one-time link by which the person sets a password that only they know. The token goes back sealed for whoever started it:
 * the store holds its hash, and the record of the command nothing that opens it.
 */
export async function startSignInLink(ctx: WriteContext, input: StartSignInLinkInput): Promise<Outcome<{ personId: string; sealed: string }>> {
  const account = foundOr404((await ctx.tx.select().from(accounts).where(eq(accounts.id, input.accountId)))[0], 'account');
  const refusal = whyNotStartLink(ctx.actor, account);
  if (refusal) return refused(refusal);
  const [state] = await ctx.tx.execute<{ used: boolean }>(sql`select app.account_is_in_use(${account.id}::uuid) as used`);
  if (state?.used) return refused('This person has a password already. A link that replaces it would let whoever starts it into their account, so it can only go to their own address, and this installation sends no mail yet.');
  const token = newToken();
  await ctx.tx.execute(sql`select app.start_sign_in_link(${account.id}::uuid, ${hashToken(token)}, ${signInLinkMinutes})`);
  await tellPersonAndUnit(ctx, account.personId, (name) => `${ctx.actor.name} started a sign-in link for ${name}`);
  return done({ personId: account.personId, sealed: seal(JSON.stringify({ token, startedAt: ctx.now.getTime() }), linkSealedFor(ctx, account.id)) });
}

/** Accounts are seen whole by whoever may add one. */
async function whatStopsAddress(ctx: WriteContext, email: string): Promise<Issue[]> {
  const [taken] = await ctx.tx.select({ id: accounts.id }).from(accounts).where(eq(sql`lower(${accounts.email})`, email));
  return taken ? [{ field: 'email', message: 'Enter another address: an account has this one already' }] : [];
}

async function lockAccount(ctx: WriteContext, { accountId, version }: { accountId: string; version: number }) {
  const account = foundOr404((await ctx.tx.select().from(accounts).where(eq(accounts.id, accountId)).for('update'))[0], 'account');
  if (account.version !== version) throw new StaleVersion('accounts', account.id);
  return account;
}

async function tellPersonAndUnit(ctx: WriteContext, personId: string, message: (name: string) => string): Promise<void> {
  const [person] = await ctx.tx.select({ name: persons.name }).from(persons).where(eq(persons.id, personId));
  const unit = (await listHolders(ctx, ['BU'])).map((holder) => holder.personId);
  for (const toPersonId of new Set([personId, ...unit])) {
    if (toPersonId === ctx.actor.personId) continue;
    const path = toPersonId === personId ? '/account' : `/partnership/people/${personId}`;
    await notify(ctx, { toPersonId, message: message(person?.name ?? 'somebody'), recordName: 'person', recordId: personId, path });
  }
}
