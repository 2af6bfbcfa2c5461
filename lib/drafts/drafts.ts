import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { actions, challenges, drafts, meetingDecisions, recommendations, sources } from '@/db/schema';
import type { Entry } from '@/lib/access/actor';
import { asVisitor, newId, writeDraft, type DraftContext, type ReadContext } from '@/lib/access/context';
import { currentKeyId, seal, unseal } from '@/lib/access/encryption';
import type { Issue, TypedValues } from '@/lib/forms/state';

/** What somebody typed and has not sent: on the server, encrypted, theirs alone. */

/** A form's name and the record it is about, as the page gives it: letters, digits, dashes and one colon. */
const formName = /^[a-z-]{1,60}(:[A-Za-z0-9-]{1,60})?$/;
const largest = 300_000;
/** What the database takes of a closed text: the same in base64, with room for letters that are not English. */
const largestSealed = 600_000;
/** Passwords are never kept. */
const never = /password|secret|code/i;

/** What is in a form, and the version of the row that it was typed over, where the form has one. */
export type Typed = { values: TypedValues; version: string | null; /** What was wrong with it, for a page that is loaded anew to say so. */ issues?: Issue[] };

function sealed({ values, version, issues = [] }: Typed, form: string): string | null {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !never.test(name)));
  // No input has a name like this: what is the form's own does not count as typed.
  const text = JSON.stringify({ ...kept, ...(version === null ? {} : { _version: version }), ...(issues.length === 0 ? {} : { _issues: JSON.stringify(issues) }) });
  if (!formName.test(form) || text.length > largest) return null;
  const closed = seal(text, `draft:${form}`);
  return closed.length <= largestSealed ? closed : null;
}

/** Keeps what is in a form, and the page it belongs to. Nothing comes back where it is too long to keep. */
export async function keepDraft(entry: Entry, form: string, typed: Typed, page: string | null): Promise<Date | null> {
  const text = sealed(typed, form);
  if (text === null) return null;
  return writeDraft(entry, async (ctx) => {
    const row = { sealed: text, keyId: currentKeyId(), page, savedAt: ctx.now };
    await ctx.tx.insert(drafts).values({ id: newId(), accountId: ctx.actor.accountId, form, ...row }).onConflictDoUpdate({ target: [drafts.accountId, drafts.form], set: row });
    return ctx.now;
  });
}

/** Keeps what a dead session sent. It proves only who was here: the same account finds it after signing in. */
export async function parkDraft(entry: Entry, form: string, typed: Typed, page: string): Promise<boolean> {
  const text = sealed(typed, form);
  if (text === null) return false;
  return asVisitor(async ({ tx }) => {
    const [row] = await tx.execute<{ parked: boolean }>(sql`select app.park_draft(${entry.tokenHash}, ${form}, ${text}, ${currentKeyId()}, ${page}) as parked`);
    return row?.parked ?? false;
  });
}

/** What was a draft is saved, or is not wanted any more. */
export async function dropDraft(ctx: Pick<DraftContext, 'actor' | 'tx'>, form: string): Promise<void> {
  await ctx.tx.delete(drafts).where(and(eq(drafts.accountId, ctx.actor.accountId), eq(drafts.form, form)));
}

/** Somebody starts again from what is saved. */
export async function throwDraftAway(entry: Entry, form: string): Promise<void> {
  await writeDraft(entry, (ctx) => dropDraft(ctx, form));
}

/** `version` is the one the person had before them as they typed: what was saved since is newer. */
export type Draft = { values: TypedValues; version: number | null; savedAt: Date; issues: Issue[] };

/** The draft of one form, where there is one that this installation's key opens. */
export async function findDraft(ctx: ReadContext, form: string): Promise<Draft | null> {
  const [row] = await ctx.tx.select().from(drafts).where(and(eq(drafts.accountId, ctx.actor.accountId), eq(drafts.form, form)));
  if (!row || row.keyId !== currentKeyId()) return null;
  const { _version: version, _issues: issues, ...values } = JSON.parse(unseal(row.sealed, `draft:${form}`)) as TypedValues;
  return { values, version: version === undefined ? null : Number(version), savedAt: row.savedAt, issues: typeof issues === 'string' ? (JSON.parse(issues) as Issue[]) : [] };
}

/** The reviews, recommendations, actions, decisions and challenges that a draft names: by the address of its page, what that asks for, or its form. */
const referencesIn = ({ form, page }: { form: string; page: string | null }) => `${form} ${page ?? ''}`.match(/\b([A-Z]+-\d{4}-[A-Z0-9]{4}|[ACDR]-\d{3,9})\b/g) ?? [];

export type DraftListed = { form: string; savedAt: Date; page: string | null };

/** What one has typed and not sent, newest first. */
export async function listDrafts(ctx: ReadContext): Promise<DraftListed[]> {
  const kept = await ctx.tx.select({ form: drafts.form, savedAt: drafts.savedAt, page: drafts.page }).from(drafts).where(eq(drafts.accountId, ctx.actor.accountId));
  // A draft about what the reader may not see any more is not there, like the record.
  const named = [...new Set(kept.flatMap(referencesIn))];
  const seen = named.length === 0 ? [] : await ctx.tx.select({ reference: sources.reference }).from(sources).where(inArray(sources.reference, named))
    .union(ctx.tx.select({ reference: recommendations.reference }).from(recommendations).where(inArray(recommendations.reference, named)))
    .union(ctx.tx.select({ reference: actions.reference }).from(actions).where(inArray(actions.reference, named)))
    .union(ctx.tx.select({ reference: meetingDecisions.reference }).from(meetingDecisions).where(inArray(meetingDecisions.reference, named)))
    .union(ctx.tx.select({ reference: challenges.reference }).from(challenges).where(inArray(challenges.reference, named)));
  const rows = kept.filter((draft) => referencesIn(draft).every((reference) => seen.some((one) => one.reference === reference)));
  return rows.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
}
