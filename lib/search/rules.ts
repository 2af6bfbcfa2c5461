/** The words that somebody typed, as the search knows them: in small letters, without apostrophes; a hyphen inside a word is part of it. The twin of `app.words_in`. */
export function wordsIn(typed: string): string[] {
  const words = typed.toLowerCase().replace(/['’]/g, '').split(/[^\p{L}\p{N}-]+/u).map((word) => word.replace(/^-+|-+$/g, ''));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** The reference that was typed, as it is written: "a 14", "A-014" and "a014" are A-014. Null where it is none, and words are looked for. */
export function referenceIn(typed: string): string | null {
  const numbered = /^\s*([a-z])[\s-]*0*(\d{1,9})\s*$/i.exec(typed);
  if (numbered) return `${numbered[1]!.toUpperCase()}-${numbered[2]!.padStart(3, '0')}`;
  const random = /^\s*([a-z]{2,4})[\s-]*(\d{4})[\s-]*([a-z0-9]{4})\s*$/i.exec(typed);
  return random ? `${random[1]}-${random[2]}-${random[3]}`.toUpperCase() : null;
}

type Token = { at: number; end: number; beginnings: string[] };

/** The words of a text with where they stand, each by what a typed word may be the beginning of: the word, and its parts where a hyphen joins them. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-'’]+[\p{L}\p{N}]+)*/gu)].map((match) => {
    const word = match[0].toLowerCase().replace(/['’]/g, '');
    return { at: match.index, end: match.index + match[0].length, beginnings: [word, ...word.split('-')] };
  });
}

const isHit = (token: Token, words: string[]) => words.some((word) => token.beginnings.some((known) => known.startsWith(word)));

/** How many of the words begin a word of this text. */
export function hitsIn(text: string, words: string[]): number {
  const tokens = tokensOf(text);
  return words.filter((word) => tokens.some((token) => isHit(token, [word]))).length;
}

/** A heading that has every word comes first, then one that has some; what is equal stays in the order it came in, the latest first. */
export function inOrder<Found extends { heading: string }>(found: Found[], words: string[]): Found[] {
  const rank = ({ heading }: Found) => {
    const hits = hitsIn(heading, words);
    return hits === words.length ? 0 : hits > 0 ? 1 : 2;
  };
  return found.map((one) => ({ one, rank: rank(one) })).sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

export type Passage = { text: string; hit: boolean }[];

const before = 60;
const longest = 220;

/** The part of a text around the first of the words, in pieces: those that are one of the words are marked. The beginning, where none of them stands in it. */
export function passageOf(text: string, words: string[]): Passage {
  const plain = text.replace(/\s+/g, ' ').trim();
  const tokens = tokensOf(plain);
  const first = tokens.find((token) => isHit(token, words));
  const from = first && first.at > before ? (tokens.find((token) => token.at >= first.at - before)?.at ?? 0) : 0;
  const last = tokens.findLast((token) => token.end <= from + longest);
  const to = plain.length <= from + longest ? plain.length : Math.max(last?.end ?? 0, Math.min(from + longest, first?.end ?? 0));
  const pieces: Passage = [];
  const add = (piece: string, hit: boolean) => piece !== '' && pieces.push({ text: piece, hit });
  let at = from;
  for (const token of tokens) {
    if (token.at < from || token.end > to || !isHit(token, words)) continue;
    add(plain.slice(at, token.at), false);
    add(plain.slice(token.at, token.end), true);
    at = token.end;
  }
  add(plain.slice(at, to), false);
  return [...(from > 0 ? [{ text: '… ', hit: false }] : []), ...pieces, ...(to < plain.length ? [{ text: ' …', hit: false }] : [])];
}
