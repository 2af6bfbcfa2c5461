import { isCase } from '@/lib/access/sensitivity';
import type { Issue } from '@/lib/forms/state';
import type { RecordBasis } from '@/lib/partnership/queries';
import { similarityOf } from '@/lib/recommendations/rules';
import { agreementLabels, agreerLabels, kindLabels, sortLabels, stateFilterLabels, type answerLabels, type stateLabels } from '@/lib/recommendations/findings/labels';
import { howLabels, sourceKindLabels, type reviewKindLabels } from '@/lib/reviews/labels';

export type Kind = keyof typeof kindLabels;
export type Agreement = keyof typeof agreementLabels;
export type State = keyof typeof stateLabels;
export type StateFilter = keyof typeof stateFilterLabels;
export type Answer = Exclude<keyof typeof answerLabels, 'open'>;
export type Sort = keyof typeof sortLabels;

/** Where a finding stands. What works well is agreed and needs no answer; what became of a gap, a document need not state. */
export function stateOf(finding: { agreement: Agreement | null; kind: Kind; answer: Answer | null; recordBasis: RecordBasis }): State {
  if (finding.agreement === null) return 'draft';
  if (finding.agreement === 'not_agreed') return 'not_agreed';
  if (finding.kind === 'good_practice') return 'good_practice';
  return finding.answer ?? (finding.recordBasis === 'worked_here' ? 'open' : 'not_stated');
}

type OfSource = { reviewId: string | null; reviewKind: keyof typeof reviewKindLabels | null };

/** Who agrees a finding: whoever accepts the recommendations of that source, leaving out to whom those are addressed. */
export function agreerOf(finding: OfSource): keyof typeof agreerLabels {
  // Of a review one cannot see, the kind is not known: then nobody but the business unit records an agreement.
  if (finding.reviewId !== null && finding.reviewKind === null) return 'partners';
  return finding.reviewKind === 'lcspr' || finding.reviewKind === 'scr' ? 'partners' : 'engine_room';
}

/** Whether showing it shows *case*: one not agreed, or where it comes from while that is a review that is *case*. */
export function showsCase(finding: { agreement: Agreement | null; reviewId: string | null; isPublished: boolean | null; sourceBasis: RecordBasis | null }): boolean {
  return finding.agreement !== 'agreed' || (finding.reviewId !== null && isCase({ ...finding, recordBasis: finding.sourceBasis }));
}

/** What may not be changed any more: its words are what was agreed. */
export function whatStopsChanging(finding: { agreement: Agreement | null }): Issue[] {
  return finding.agreement === null ? [] : [{ message: 'It has been decided on, so its words stand. Write another finding if something else was found' }];
}

/** What keeps an agreement from being recorded, or put right. */
export function whatStopsAgreeing(finding: { answeredOn: string | null }): Issue[] {
  return finding.answeredOn === null ? [] : [{ message: 'What became of it is recorded already: that it was agreed stands' }];
}

/** What keeps an answer from being recorded. */
export function whatStopsAnswering(finding: { agreement: Agreement | null; kind: Kind }): Issue[] {
  if (finding.kind === 'good_practice') return [{ message: 'It is good practice: there is nothing to put right' }];
  return finding.agreement === 'agreed' ? [] : [{ message: 'It is not agreed. What becomes of it is recorded once it is' }];
}

/** How it was decided and where that can be found again: "In a meeting: Engine Room, 14 May, item 4". Nothing where neither is on record. */
export function decidedWords(finding: { decidedHow: keyof typeof howLabels | null; decidedNote: string | null }): string | null {
  const how = finding.decidedHow === 'in_person' ? null : finding.decidedHow && howLabels[finding.decidedHow];
  return [how, finding.decidedNote].filter(Boolean).join(': ') || null;
}

// ── The same found again ──

/** A finding and the earlier one that it repeats: both of which the reader sees. */
export type Repeat = { findingId: string; earlierId: string };

/** A finding with what orders it in time: the reporting year of its source where the reader may know it, then when it was recorded. */
export type Dated = { id: string; year: string | null; recordedAt: Date };

/** Where a finding stands in its chain: the third of four, the first in 2020-21. */
export type Place = { place: number; of: number; since: string | null };

/**
 * The place of each finding that repeats another or is repeated. A chain is everything that hangs together by repeats, the earliest first. Only
 * what the reader may see is counted: a link with a hidden end is not given here, and a chain is then shorter, or two.
 */
export function placesIn(repeats: readonly Repeat[], findings: readonly Dated[]): Map<string, Place> {
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  const links = repeats.filter((link) => known.has(link.findingId) && known.has(link.earlierId));
  const near = new Map<string, string[]>();
  for (const { findingId, earlierId } of links) {
    near.set(findingId, [...(near.get(findingId) ?? []), earlierId]);
    near.set(earlierId, [...(near.get(earlierId) ?? []), findingId]);
  }
  const places = new Map<string, Place>();
  for (const start of near.keys()) {
    if (places.has(start)) continue;
    const chain = new Set([start]);
    for (const id of chain) for (const other of near.get(id) ?? []) chain.add(other);
    const inOrder = [...chain].map((id) => known.get(id)!).sort((a, b) => (a.year ?? '9').localeCompare(b.year ?? '9') || a.recordedAt.getTime() - b.recordedAt.getTime() || a.id.localeCompare(b.id));
    for (const [index, finding] of inOrder.entries()) places.set(finding.id, { place: index + 1, of: inOrder.length, since: inOrder[0]!.year });
  }
  return places;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "Third time since 2020-21"; of the first of a chain, "found again: twice since 2020-21". */
export function placeWords({ place, of, since }: Place): string {
  const from = since ? ` since ${since}` : '';
  if (place === 1) return `Found again: ${of === 2 ? 'twice' : `${of} times`}${from}`;
  const ordinal = ordinals[place - 1] ?? `${place}th`;
  return `${ordinal.charAt(0).toUpperCase()}${ordinal.slice(1)} time${from}`;
}

type Compared = { id: string; text: string };

/** From here on one finding may say what another says. Less than of recommendations, which are written more alike: it only offers them. */
export const alike = 0.2;

/** The findings most like this text, the likest first: what it may repeat. */
export function likelyRepeats<One extends Compared>(text: string, others: readonly One[], most = 5): One[] {
  return others
    .map((other) => ({ other, similarity: similarityOf(text, other.text) }))
    .filter(({ similarity }) => similarity >= alike)
    .sort((a, b) => b.similarity - a.similarity || a.other.id.localeCompare(b.other.id))
    .slice(0, most)
    .map(({ other }) => other);
}

// ── The register ──

export type FindingsView = { theme: string; from: string; year: string; kind?: Kind; state?: StateFilter; repeats: boolean; q: string; sort: Sort; page: number };

/** What the address asks of the register. Nothing in it can fail: what is not understood does not filter. */
export function readFindingsQuery(query: Record<string, string | string[] | undefined>): FindingsView {
  const one = (name: string, longest = 100) => [query[name] ?? ''].flat()[0]!.replaceAll('\u0000', '').trim().slice(0, longest);
  const matching = (name: string, pattern: RegExp) => (pattern.test(one(name)) ? one(name) : '');
  const knownIn = <T extends Record<string, string>>(labels: T, word: string): keyof T | undefined => (Object.hasOwn(labels, word) ? word : undefined);
  const page = Number(one('page'));
  return {
    theme: matching('theme', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
    from: knownIn(sourceKindLabels, one('from')) ?? matching('from', /^[A-Z]{2,6}-[A-Z0-9-]{1,40}$/),
    year: matching('year', /^\d{4}-\d\d$/),
    kind: knownIn(kindLabels, one('kind')),
    state: knownIn(stateFilterLabels, one('state')),
    repeats: one('repeats') === 'yes',
    q: one('q', 200),
    sort: knownIn(sortLabels, one('sort')) ?? 'reference',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}
