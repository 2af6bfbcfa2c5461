import 'server-only';
import { and, asc, desc, eq, exists, ilike, inArray, sql, type SQL } from 'drizzle-orm';
import { accounts, membershipRows, persons, posts, type RecordBasis } from '@/db/schema';
import { foundOr404, type ReadContext } from '@/lib/access/context';
import { hashToken } from '@/lib/access/cookie';
import { unseal } from '@/lib/access/encryption';
import type { Membership } from '@/lib/access/labels';
import { settings } from '@/lib/env';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { listCovers, type CoverShown } from '@/lib/partnership/cover/queries';
import { listMemberships, type MembershipShown } from '@/lib/partnership/memberships/queries';
import { membershipState } from '@/lib/partnership/memberships/rules';
import { endingFields, endingInWords, endInWords } from '@/lib/partnership/labels';
import type { EndPostInput, RenamePersonInput } from '@/lib/partnership/people/input';
import { disablingFields, personFields, postEndQuestion, signInLinkShownMinutes, type AccountState } from '@/lib/partnership/people/labels';
import { accountState, searchPattern } from '@/lib/partnership/people/rules';
import { inForce, namesOfAgencies, notOver } from '@/lib/partnership/queries';
import { groupedBy, isCurrent, isId } from '@/lib/partnership/rules';

export type PersonListed = {
  id: string;
  name: string;
  example: boolean;
  posts: { title: string; agency: string }[];
  /** Those in force, as far as the reader may see them. */
  memberships: Membership[];
  /** How many wait for a second person. */
  waiting: number;
  account: AccountState;
};

export type PeopleFilter = { agencyId?: string; membership?: Membership; words?: string; page?: number };
export const peoplePerPage = 25;

/** The people the partnership knows, by name, one page of them, and how many there are in all. */
export async function listPeople(ctx: ReadContext, filter: PeopleFilter = {}): Promise<{ total: number; people: PersonListed[] }> {
  const where = peopleWhere(ctx, filter);
  const [counted] = await ctx.tx.select({ total: sql<number>`count(*)::integer` }).from(persons).where(where);
  const page = Math.max(1, filter.page ?? 1);
  const rows = await ctx.tx.select({ id: persons.id, name: persons.name, example: persons.example }).from(persons).where(where)
    .orderBy(asc(persons.name), asc(persons.id)).limit(peoplePerPage).offset((page - 1) * peoplePerPage);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return { total: counted?.total ?? 0, people: [] };

  const agencies = await namesOfAgencies(ctx);
  const held = groupedBy(await ctx.tx.select().from(posts).where(and(inArray(posts.personId, ids), inForce(posts, ctx.today))).orderBy(asc(posts.fromOn)), (post) => post.personId);
  const memberships = groupedBy(await ctx.tx.select().from(membershipRows).where(inArray(membershipRows.personId, ids)), (row) => row.personId);
  const known = new Map((await ctx.tx.select().from(accounts).where(inArray(accounts.personId, ids))).map((account) => [account.personId, account]));
  const inState = (id: string, state: string) => (memberships.get(id) ?? []).filter((row) => membershipState(row, ctx.today) === state).map((row) => row.membership);
  const people = rows.map((row): PersonListed => ({
    ...row,
    posts: (held.get(row.id) ?? []).map((post) => ({ title: post.title, agency: agencies.get(post.agencyId) ?? 'Agency not stated' })),
    memberships: [...new Set(inState(row.id, 'current'))], waiting: inState(row.id, 'waiting').length, account: accountState(known.get(row.id)),
  }));
  return { total: counted?.total ?? 0, people };
}

function peopleWhere(ctx: ReadContext, filter: PeopleFilter): SQL | undefined {
  const holdsPost = ctx.tx.select({ one: sql`1` }).from(posts).where(and(eq(posts.personId, persons.id), filter.agencyId ? eq(posts.agencyId, filter.agencyId) : undefined, inForce(posts, ctx.today)));
  const holdsMembership = filter.membership && ctx.tx.select({ one: sql`1` }).from(membershipRows).where(and(
    eq(membershipRows.personId, persons.id), eq(membershipRows.membership, filter.membership), notOver(membershipRows, ctx.today),
  ));
  return and(
    filter.words ? ilike(persons.name, searchPattern(filter.words)) : undefined,
    filter.agencyId ? exists(holdsPost) : undefined,
    holdsMembership ? exists(holdsMembership) : undefined,
  );
}

export type PostShown = { id: string; personId: string; title: string; agencyId: string; agency: string; fromOn: string; toOn: string | null; isCurrent: boolean; version: number };
export type AccountShown = { id: string; email: string; state: AccountState; disabledAt: Date | null; disabledReason: string | null; version: number };

export type PersonShown = {
  id: string;
  name: string;
  example: boolean;
  recordBasis: RecordBasis;
  document: string | null;
  documentPage: string | null;
  posts: PostShown[];
  memberships: MembershipShown[];
  covers: CoverShown[];
  /** Null where there is none, and where the reader may not see it. */
  account: AccountShown | null;
  version: number;
};

export async function getPerson(ctx: ReadContext, id: string): Promise<PersonShown> {
  const [row] = isId(id) ? await ctx.tx.select().from(persons).where(eq(persons.id, id)) : [];
  const person = foundOr404(row, 'person');
  const [account] = await ctx.tx.select().from(accounts).where(eq(accounts.personId, id));
  return {
    id, name: person.name, example: person.example, recordBasis: person.recordBasis, document: person.document, documentPage: person.documentPage, version: person.version,
    posts: await postsWhere(ctx, eq(posts.personId, id)),
    memberships: await listMemberships(ctx, eq(membershipRows.personId, id)),
    covers: await listCovers(ctx, id),
    account: account ? { id: account.id, email: account.email, state: accountState(account), disabledAt: account.disabledAt, disabledReason: account.disabledReason, version: account.version } : null,
  };
}

async function postsWhere(ctx: ReadContext, where: SQL): Promise<PostShown[]> {
  const agencies = await namesOfAgencies(ctx);
  const rows = await ctx.tx.select().from(posts).where(where).orderBy(desc(posts.fromOn));
  return rows.map((row) => ({
    id: row.id, personId: row.personId, title: row.title, agencyId: row.agencyId, agency: agencies.get(row.agencyId) ?? 'Agency not stated', fromOn: row.fromOn, toOn: row.toOn,
    isCurrent: isCurrent(row, ctx.today), version: row.version,
  }));
}

/** What a person is called now, beside what somebody typed over an older name. */
export async function personAsTheyAre(ctx: ReadContext, input: RenamePersonInput): Promise<Theirs> {
  const person = await getPerson(ctx, input.personId);
  return { version: person.version, fields: sideBySide(personFields, { name: person.name }, { name: input.name }) };
}

/** How the end of a post is recorded now, beside what somebody would record. */
export async function postEndAsItIs(ctx: ReadContext, input: EndPostInput): Promise<Theirs> {
  const post = foundOr404((await postsWhere(ctx, eq(posts.id, input.postId)))[0], 'post');
  return { version: post.version, fields: sideBySide(endingFields(postEndQuestion(post)), endInWords(post), endingInWords(input)) };
}

/** How an account stands now, beside the reason somebody gives to disable it; enabling one gives none. */
export async function accountAsItIs(ctx: ReadContext, input: { accountId: string; reason?: string }): Promise<Theirs> {
  const account = foundOr404((await ctx.tx.select().from(accounts).where(eq(accounts.id, input.accountId)))[0], 'account');
  return { version: account.version, fields: input.reason === undefined ? [] : sideBySide(disablingFields, { reason: account.disabledReason ?? '' }, { reason: input.reason }) };
}

/** What a sign-in link is sealed for: one starter in one session, one account. Anybody else's copy of the address opens nothing. */
export const linkSealedFor = (ctx: ReadContext, accountId: string) => `sign-in-link:${ctx.actor.sessionId}:${accountId}`;

/** The address of a link that this person has just started; null once it was used, replaced, or shown long enough. */
export async function findStartedLink(ctx: ReadContext, accountId: string, sealed: string | undefined): Promise<string | null> {
  if (!sealed) return null;
  let opened: { token: string; startedAt: number };
  try {
    opened = JSON.parse(unseal(sealed, linkSealedFor(ctx, accountId))) as typeof opened;
  } catch {
    return null;
  }
  if (ctx.now.getTime() - opened.startedAt > signInLinkShownMinutes * 60_000) return null;
  const [row] = await ctx.tx.execute<{ good: boolean }>(sql`select app.sign_in_link_is_good(${hashToken(opened.token)}) as good`);
  return row?.good ? new URL(`/sign-in/${opened.token}`, settings().nextauthUrl).href : null;
}
