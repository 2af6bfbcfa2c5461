import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { Pagination } from '@/components/ui/pagination';
import { foundKindNames } from '@/lib/search/labels';
import type { Found, SearchResult } from '@/lib/search/queries';
import { passageOf } from '@/lib/search/rules';

/** What was found, the best first, each with the passage that has the words; or what to do where nothing was. */
export function SearchFound({ result, typed }: { result: SearchResult; typed: string }) {
  if (result.words.length === 0) {
    return <Card><Empty title="Type what you look for"><p>Some words, in any order; the beginning of a word is enough. Or a reference, such as A-014: it takes you straight there.</p></Empty></Card>;
  }
  if (result.found.length === 0) {
    return (
      <Card>
        <Empty title={result.page > 1 ? 'There is nothing on this page' : 'Nothing that you may see has these words'}>
          <p>Look for fewer words, or only their beginning. Reviews, recommendations, actions, updates, evidence and decisions are looked through, as far as they are yours to see.</p>
        </Empty>
      </Card>
    );
  }
  const mixed = result.found.some((one) => one.example) && result.found.some((one) => !one.example);
  return (
    <Card>
      <p role="status">{result.total} found{result.more && ': the best of the latest. Add a word to find what is older'}</p>
      <ul className="found">
        {result.found.map((one) => <li key={`${one.kind}-${one.id}`}><Line one={one} words={result.words} mixed={mixed} /></li>)}
      </ul>
      <Pagination page={result.page} perPage={20} total={result.total} of="found" hrefFor={(page) => `/search?q=${encodeURIComponent(typed)}${page > 1 ? `&page=${page}` : ''}`} />
    </Card>
  );
}

function Line({ one, words, mixed }: { one: Found; words: string[]; mixed: boolean }) {
  return (
    <>
      <a href={one.href}><b>{one.reference}</b> <Marked text={one.heading} words={words} /></a>
      <p className="small soft">{foundKindNames[one.kind]}{mixed && one.example && <> · <b>EXAMPLE</b></>}</p>
      {one.text !== '' && <p><Marked text={one.text} words={words} /></p>}
    </>
  );
}

function Marked({ text, words }: { text: string; words: string[] }) {
  return passageOf(text, words).map((piece, place) => (piece.hit ? <mark key={place}>{piece.text}</mark> : piece.text));
}
