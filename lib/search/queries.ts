import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { actions, decisions, decisionViews, evidence, notifications, rapidReviews, recommendations, sources, updates } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';
import { sourceIsCase } from '@/lib/access/sensitivity-in-select';
import { inOrder, wordsIn } from '@/lib/search/rules';

export type FoundKind = 'actions' | 'updates' | 'evidence' | 'recommendations' | 'sources' | 'notifications' | 'rapid_reviews' | 'decisions' | 'decision_views';

export type Found = { kind: FoundKind; id: string; /** Of what it belongs to, and where that is. */ reference: string; heading: string; text: string; href: string; example: boolean; isCase: boolean };
export type SearchResult = { words: string[]; found: Found[]; total: number; /** Only the latest were looked through. */ more: boolean; page: number };

/** How many of the latest that fit are put in order, and how many a page shows. */
export const lookedThrough = 400;
export const perPage = 20;

const reviewAddress = sql`'/reviews/' || s.reference`;
const ofReview = (table: SQL | object, text: SQL) =>
  sql`select t.id, s.reference, s.title as heading, ${text} as text, ${reviewAddress} as href, s.example, true as is_case, s.review_id from ${table} t join ${sources} s on s.id = t.review_id`;

/** A decision is about a review, or about a recommendation or an action that may come from none. */
const ofDecision = (what: SQL, from: SQL) => sql`select coalesce(r.reference, a.reference, s.reference) as reference, coalesce(r.text, a.title, s.title) as heading, '/decisions/' || t.id as href, t.example, t.review_id is not null as is_case, t.review_id, ${what}
  from ${from} left join ${sources} s on s.id = t.review_id left join ${actions} a on a.id = t.action_id left join ${recommendations} r on r.id = t.recommendation_id
  where coalesce(r.reference, a.reference, s.reference) is not null`;

/**
 * What each kind of record shows of itself, with the page it stands on: `id, reference, heading, text, href, example, is_case, review_id`. Each is read with the
 * reader's own eyes.
 */
const shown: Record<FoundKind, SQL> = {
  actions: sql`select t.id, t.reference, t.title as heading, concat_ws(' ', t.detail, t.intended_outcome) as text, '/plan/' || t.reference as href, t.example, false as is_case, null::uuid as review_id from ${actions} t`,
  updates: sql`select t.id, a.reference, a.title as heading, concat_ws(' ', t.text, t.next_step, t.blocker) as text, '/plan/' || a.reference as href, a.example, false as is_case, null::uuid as review_id from ${updates} t join ${actions} a on a.id = t.action_id`,
  evidence: sql`select t.id, a.reference, t.title as heading, coalesce(t.detail, '') as text, '/plan/' || a.reference as href, a.example, false as is_case, null::uuid as review_id from ${evidence} t join ${actions} a on a.id = t.action_id`,
  recommendations: sql`select t.id, t.reference, t.text as heading, concat_ws(' ', t.outcome, t.measure) as text, '/recommendations/' || t.reference as href, t.example, (t.acceptance is null and t.review_id is not null) as is_case, t.review_id from ${recommendations} t`,
  sources: sql`select s.id, s.reference, s.title as heading, coalesce(s.summary, '') as text, case when s.review_id is null then '/plan?source=' || s.reference else ${reviewAddress} end as href, s.example, ${sourceIsCase(alias(sources, 's'))} as is_case, s.review_id from ${sources} s`,
  notifications: ofReview(notifications, sql`concat_ws(' ', t.outline, t.immediate_safety)`),
  rapid_reviews: ofReview(rapidReviews, sql`concat_ws(' ', t.facts, t.immediate_safety, t.agency_involvement, t.context_and_inequality, t.childs_voice, t.good_practice, t.learning)`),
  decisions: ofDecision(sql`t.id, concat_ws(' ', t.recommended_because, t.chair_reason, t.superseded_because) as text`, sql`${decisions} t`),
  decision_views: ofDecision(sql`v.id, v.reason as text`, sql`${decisionViews} v join ${decisions} t on t.id = v.decision_id`),
};

type Row = { kind: FoundKind; id: string; reference: string; heading: string; text: string; href: string; example: boolean; is_case: boolean; review_id: string | null };

/** Everything in which each of the words begins a word, as far as the reader may see it: the best first. What is *case* is noted as listed. */
export async function search(ctx: ReadContext, input: { typed: string; page: number }): Promise<SearchResult> {
  const words = wordsIn(input.typed);
  const candidates = words.length === 0 ? [] : await ctx.tx.execute<{ table_name: FoundKind; record_id: string }>(sql`select table_name, record_id from app.search_records(${input.typed}, ${lookedThrough})`);
  const rows = await readShown(ctx, candidates);
  const place = new Map(candidates.map((one, position) => [one.record_id, position]));
  const latestFirst = rows.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
  const found = inOrder(latestFirst, words);
  const page = found.slice((input.page - 1) * perPage, input.page * perPage);
  await ctx.recordView({ kind: 'listed', place: '/search', sensitivity: 'case', filter: { q: input.typed }, reviewIds: page.flatMap((row) => (row.is_case && row.review_id ? [row.review_id] : [])) });
  return {
    words, page: input.page, total: found.length, more: candidates.length >= lookedThrough,
    found: page.map(({ is_case: isCase, review_id: _, ...row }) => ({ ...row, isCase })),
  };
}

async function readShown(ctx: ReadContext, candidates: { table_name: FoundKind; record_id: string }[]): Promise<Row[]> {
  const kinds = (Object.keys(shown) as FoundKind[]).flatMap((kind) => {
    const ids = candidates.filter((one) => one.table_name === kind).map((one) => one.record_id);
    return ids.length === 0 ? [] : [sql`select ${kind}::text as kind, f.id, f.reference, f.heading, f.text, f.href, f.example, f.is_case, f.review_id from (${shown[kind]}) f where f.id = any (${`{${ids.join(',')}}`}::uuid[])`];
  });
  return kinds.length === 0 ? [] : [...(await ctx.tx.execute<Row>(sql.join(kinds, sql` union all `)))];
}

/** The page of the record of that reference, where the reader may see it. */
export async function findByReference(ctx: ReadContext, reference: string): Promise<string | null> {
  const named = (kind: FoundKind) => sql`select href from (${shown[kind]}) f where f.reference = ${reference}`;
  const [row] = await ctx.tx.execute<{ href: string }>(sql.join([named('actions'), named('recommendations'), named('sources')], sql` union all `));
  return row?.href ?? null;
}
