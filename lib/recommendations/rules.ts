import { isCase } from '@/lib/access/sensitivity';
import { formatDate } from '@/lib/dates/calendar-date';
import { notBeforeToday } from '@/lib/forms/readers';
import type { Issue, TypedValues } from '@/lib/forms/state';
import type { RecordBasis } from '@/lib/partnership/queries';
import { acceptanceFilterLabels, acceptanceLabels, accepterLabels, dateAsks, sortLabels, type addressedLabels, type stateLabels } from '@/lib/recommendations/labels';
import { howLabels, type reviewKindLabels, type sourceKindLabels } from '@/lib/reviews/labels';

export type Acceptance = keyof typeof acceptanceLabels;
export type State = keyof typeof stateLabels;
export type AddressedTo = keyof typeof addressedLabels;
export type AcceptanceFilter = keyof typeof acceptanceFilterLabels;
export type Sort = keyof typeof sortLabels;

/** Where a recommendation stands: it follows from whether it was accepted, and is never stored. */
export function stateOf(recommendation: { acceptance: Acceptance | null; recordBasis: RecordBasis }): State {
  if (recommendation.acceptance) return recommendation.acceptance;
  return recommendation.recordBasis === 'worked_here' ? 'draft' : 'not_stated';
}

/**
 * Who accepts a recommendation. A practice review's (and a legacy serious case review's): the safeguarding partners jointly. One to a
 * national body: that body, by its reply. One to a single agency: that agency. All others: the Engine Room. Source: "Decisions" in
 * the permissions of the product.
 */
export type Accepter = keyof typeof accepterLabels;

export type ToAccept = { reviewId: string | null; sourceKind: keyof typeof sourceKindLabels | null; reviewKind: keyof typeof reviewKindLabels | null; addressedTo: AddressedTo; addressees: { id: string }[] };

export function accepterOf(recommendation: ToAccept): Accepter {
  // Of a review one cannot see, the kind is not known: then nobody but the business unit records an acceptance.
  if (recommendation.reviewId !== null && recommendation.reviewKind === null) return 'partners';
  if (recommendation.reviewKind === 'lcspr' || recommendation.reviewKind === 'scr') return 'partners';
  if (recommendation.addressedTo === 'national') return 'national';
  if (recommendation.addressedTo === 'agencies' && recommendation.addressees.length === 1) return 'agency';
  return 'engine_room';
}

/** Who accepts it, by name where it is one agency or body. */
export function accepterWords(recommendation: ToAccept & { addressedWords: string; nationalBody: string | null }): string {
  const accepter = accepterOf(recommendation);
  return (accepter === 'agency' ? recommendation.addressedWords : accepter === 'national' ? recommendation.nationalBody : null) ?? accepterLabels[accepter];
}

/** Whether showing it shows *case*: a draft, or where it comes from while that is a review that is *case*. */
export function showsCase(recommendation: { state: State; reviewId: string | null; isPublished: boolean | null; sourceBasis: RecordBasis | null }): boolean {
  return recommendation.state === 'draft' || (recommendation.reviewId !== null && isCase({ ...recommendation, recordBasis: recommendation.sourceBasis }));
}

/** Who did accept it, as recorded; where no group or agency is, whoever accepts such a recommendation. */
export function acceptedByWords(recommendation: ToAccept & { acceptedByGroup: string | null; acceptedByAgency: string | null; nationalBody: string | null }): string {
  const accepter = accepterOf(recommendation);
  return recommendation.acceptedByGroup ?? recommendation.acceptedByAgency ?? (accepter === 'national' ? recommendation.nationalBody : null) ?? accepterLabels[accepter];
}

type Drafted = { reference: string; text: string; outcome: string; measure: string; addressedTo: AddressedTo; nationalBody: string | null; addressees: { id: string }[] };

/** What is still needed before it can be recorded as accepted, in whole or in part. One that is not accepted needs none of it. */
export function whatStopsAccepting(recommendation: Drafted & { releasedAt: Date | null }): Issue[] {
  if (recommendation.releasedAt) return [{ message: 'It is released already: its acceptance stands' }];
  const change = (field: string) => `/recommendations/${recommendation.reference}/change#field-${field}`;
  const issues: Issue[] = [];
  if (recommendation.outcome.trim() === '') issues.push({ message: 'what will be different for children and families', href: change('outcome') });
  if (recommendation.measure.trim() === '') issues.push({ message: 'the measure that will show it', href: change('measure') });
  if (recommendation.addressedTo === 'agencies' && recommendation.addressees.length === 0) issues.push({ message: 'the agencies it is addressed to', href: change('addressedTo') });
  if (recommendation.addressedTo === 'national' && !recommendation.nationalBody) issues.push({ message: 'the national body it is addressed to', href: change('addressedTo') });
  return issues;
}

/** What is still needed before its text may travel with its actions. */
export function whatStopsReleasing(recommendation: { reference: string; acceptance: Acceptance | null; releasedAt: Date | null }): Issue[] {
  if (recommendation.releasedAt) return [{ message: 'It is released already' }];
  if (recommendation.acceptance === null) return [{ message: 'whether it is accepted', href: `/recommendations/${recommendation.reference}#acceptance` }];
  if (recommendation.acceptance === 'not_accepted') return [{ message: 'acceptance: a recommendation that was not accepted is not released', href: `/recommendations/${recommendation.reference}#acceptance` }];
  return [];
}

/** What may not be changed any more. Its text is what was accepted. */
export function whatStopsChanging(recommendation: { acceptance: Acceptance | null }): Issue[] {
  return recommendation.acceptance === null ? [] : [{ message: 'It has been decided on, so its words, and whom it is addressed to, stand. Write another recommendation if something else is needed' }];
}

type Dates = Record<keyof typeof dateAsks, string | null>;

/** What is wrong with the dates to come of a recommendation as it is written: one set now is not past. One that stood before may have passed by itself. */
export function whatStopsDates(typed: Dates, stood: Dates | null, today: string): Issue[] {
  const tooEarly = (['byWhen', 'measureOn'] as const).filter((field) => typed[field] !== null && typed[field] < today && typed[field] !== stood?.[field]);
  return tooEarly.map((field) => ({ field, message: notBeforeToday(dateAsks[field]) }));
}

/** How it was decided and where that can be found again: "In a meeting: Engine Room, 14 May, item 4". Nothing where neither is on record. */
export function decidedWords(recommendation: { acceptanceHow: keyof typeof howLabels | null; acceptanceNote: string | null }): string | null {
  // Who recorded it in person is told beside it.
  const how = recommendation.acceptanceHow === 'in_person' ? null : recommendation.acceptanceHow && howLabels[recommendation.acceptanceHow];
  return [how, recommendation.acceptanceNote].filter(Boolean).join(': ') || null;
}

/** What was just recorded, said back: "Recorded: accepted by the Engine Room on 23 November 2026." */
export function recordedWords(recommendation: Parameters<typeof acceptedByWords>[0] & { acceptance: Acceptance | null; acceptedOn: string | null }): string | null {
  const { acceptance, acceptedOn } = recommendation;
  return acceptance && acceptedOn ? `Recorded: ${acceptanceLabels[acceptance].toLowerCase()} by ${acceptedByWords(recommendation)} on ${formatDate(acceptedOn)}.` : null;
}

/** Who records what those who accept it have decided: whoever reads a draft is told in whose hands it is. */
export function recorderWords(recommendation: ToAccept): string {
  const accepter = accepterOf(recommendation);
  switch (accepter) {
    case 'partners': return 'The business unit records what they decide.';
    case 'national': return 'The business unit records what it replies.';
    case 'agency': return 'The business unit records what it decides.';
    case 'engine_room': return `The business unit records what it decides, or a member of the Engine Room${recommendation.reviewId === null ? '' : ' who is on this review’s list'} does.`;
  }
}

/** Something to think about before a recommendation is accepted. It stops nothing. */
export type Note = { message: string; href?: string };

export type Compared = { reference: string; text: string };

type Looked = Pick<Drafted, 'text' | 'outcome' | 'measure'> & { byWhen: string | null };

/** More than this many from one review are seldom all carried out: guidance has asked for few since 2010. */
export const manyRecommendations = 6;

/**
 * What is worth a second look, in the order to think about it. `others` are recommendations already written, `ofSource` how many the
 * same source has with this one. Source: what makes a recommendation good (Working Together) and what goes wrong with them (studies of
 * serious case reviews): many, mostly training and procedure, completed without what they were for.
 */
export function worthASecondLook(draft: Looked, others: Compared[], ofSource: number): Note[] {
  const notes: Note[] = [];
  const words = draft.text.toLowerCase();
  if (draft.outcome.trim() === '') notes.push({ message: 'It does not say yet what will be different for children and families.' });
  const soft = softVerbs.find((verb) => verb.pattern.test(words));
  if (soft && draft.measure.trim() === '') notes.push({ message: `“${soft.words}” can be done without anything changing. Say how the partnership will know that it has.` });
  if (trainingWords.test(words) && !otherMeans.test(words)) notes.push({ message: 'It asks for training only. Think of what would make the training hold: supervision, a tool, a changed pathway, an audit.' });
  if (draft.byWhen === null) notes.push({ message: 'It does not say by when.' });
  notes.push(...tooMany(ofSource));
  for (const like of nearDuplicates(draft.text, others)) {
    notes.push({ message: `It shares ${Math.round(like.similarity * 10)} in 10 of its words with ${like.reference}. If that one was not enough, say what is different this time.`, href: `/recommendations/${like.reference}` });
  }
  return notes;
}

/** The same where acceptance is what comes next: advice waits until all that is needed is there. */
export function worthASecondLookToAccept(draft: Drafted & Looked & { releasedAt: Date | null }, others: Compared[], ofSource: number): Note[] {
  return whatStopsAccepting(draft).length > 0 ? [] : worthASecondLook(draft, others, ofSource);
}

/** The same for what somebody has typed and not sent; before anything is typed, only how many there are already. */
export function worthASecondLookAtDraft(typed: TypedValues | null, others: Compared[], ofSource: number): Note[] {
  const of = (name: string) => [typed?.[name] ?? ''].flat().join(' ').trim();
  const draft = { text: of('text'), outcome: of('outcome'), measure: of('measure'), byWhen: of('byWhen') || null };
  return draft.text === '' ? tooMany(ofSource) : worthASecondLook(draft, others, ofSource);
}

function tooMany(ofSource: number): Note[] {
  if (ofSource <= manyRecommendations) return [];
  return [{ message: `It is one of ${ofSource} from this source. Few recommendations are carried out better than many: think of joining some.` }];
}

const softVerbs = [
  { words: 'Remind', pattern: /\bremind(s|ed|ing)?\b/ },
  { words: 'Raise awareness', pattern: /\b(rais(e|es|ed|ing)|increas(e|es|ed|ing)|promot(e|es|ed|ing)) (the )?awareness\b/ },
  { words: 'Review', pattern: /\breview(s|ed|ing)?\b(?! (panel|meeting|report)s?)/ },
  { words: 'Consider', pattern: /\bconsider(s|ed|ing|ation)?\b/ },
  { words: 'Be aware', pattern: /\b(be|are|is) aware\b/ },
];
const trainingWords = /\b(train(ing|ed|s)?|e-?learning|workshops?|briefings?|seminars?|courses?|webinars?)\b/;
const otherMeans = /\b(supervis\w+|audit\w*|tools?|templates?|pathways?|procedures?|polic(y|ies)|protocols?|commission\w*|capacity|record(s|ing|ed)?|data|dip.?sampl\w+|measur\w+|check\w*|systems?|agree\w*|escalat\w+|meetings?)\b/;

/**
 * From here on two texts are near-duplicates: of all the telling words in either, half are in both. Two recommendations of a dozen
 * telling words that differ in four reach it; two on one theme seldom come to a third.
 */
export const nearDuplicate = 0.5;

/** The recommendations most like this text, the likest first, three at most. */
export function nearDuplicates(text: string, others: Compared[]): { reference: string; similarity: number }[] {
  return others
    .map((other) => ({ reference: other.reference, similarity: similarityOf(text, other.text) }))
    .filter((other) => other.similarity >= nearDuplicate)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 3);
}

/** The share of telling words that two texts have in common, from 0 to 1. A text with fewer than four tells too little to be like another. */
export function similarityOf(one: string, other: string): number {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.size < 4 || b.size < 4) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

const common = new Set([
  'that', 'this', 'these', 'those', 'with', 'from', 'into', 'their', 'them', 'they', 'there', 'where', 'when', 'which', 'whose', 'have', 'been', 'being', 'will', 'would', 'should', 'shall', 'must', 'could', 'each', 'every', 'other', 'also',
  'such', 'than', 'then', 'about', 'partnership', 'safeguarding', 'agencie', 'agency', 'children', 'child', 'recommend', 'recommendation', 'ensure', 'make', 'sure', 'including', 'within', 'across',
]);

/** The words that tell what a text is about: four letters or more, without those that every recommendation has, plurals as one. */
function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().normalize('NFKC').match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.map((word) => (word.length > 4 ? word.replace(/(?<!s)s$/, '') : word)).filter((word) => !common.has(word)));
}

/** A recommendation in one line, for lists and choices: cut at a word. */
export function inOneLine(text: string, longest = 90): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}

export type RecommendationsView = { source: string; acceptance?: AcceptanceFilter; agency: string; q: string; sort: Sort; page: number };

/** What the address asks of the list. Nothing in it can fail: what is not understood does not filter. */
export function readRecommendationsQuery(query: Record<string, string | string[] | undefined>): RecommendationsView {
  const one = (name: string, longest = 100) => [query[name] ?? ''].flat()[0]!.replaceAll('\u0000', '').trim().slice(0, longest);
  const matching = (name: string, pattern: RegExp) => (pattern.test(one(name)) ? one(name) : '');
  const page = Number(one('page'));
  return {
    source: matching('source', /^[A-Za-z0-9-]{1,60}$/),
    acceptance: knownIn(acceptanceFilterLabels, one('acceptance')),
    agency: matching('agency', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
    q: one('q', 200),
    sort: knownIn(sortLabels, one('sort')) ?? 'reference',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

function knownIn<T extends Record<string, string>>(labels: T, word: string): keyof T | undefined {
  return Object.hasOwn(labels, word) ? word : undefined;
}
