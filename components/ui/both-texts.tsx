import type { ConflictField } from '@/lib/forms/state';

/** Two people changed the same thing: theirs and yours side by side, field by field, with the words that differ marked, so that nobody's text is lost unseen. */
export function BothTexts({ changedBy, fields }: { changedBy: string; fields: ConflictField[] }) {
  return (
    <div className="both">
      {fields.map((field) => {
        const [theirs, yours] = apart(field.theirs, field.yours);
        return (
          <section key={field.name} aria-label={field.label}>
            <h3>{field.label}</h3>
            <div>
              <p className="both-whose">Saved by {changedBy}</p>
              <Text parts={theirs} />
            </div>
            <div>
              <p className="both-whose">Yours, not saved yet</p>
              <Text parts={yours} />
            </div>
          </section>
        );
      })}
    </div>
  );
}

type Parts = { before: string; different: string; after: string };

function Text({ parts }: { parts: Parts }) {
  const { before, different, after } = parts;
  if (before + different + after === '') return <p className="soft">Nothing entered</p>;
  return <p className="both-text">{before}{different && <mark>{different}</mark>}{after}</p>;
}

/** Splits two texts, on whole words, into what they begin with alike, what differs, and what they end with alike. */
function apart(theirs: string, yours: string): [Parts, Parts] {
  const a = theirs.split(/(?<=\s)/);
  const b = yours.split(/(?<=\s)/);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const cut = (words: string[]): Parts => ({
    before: words.slice(0, start).join(''),
    different: words.slice(start, words.length - end).join(''),
    after: words.slice(words.length - end).join(''),
  });
  return [cut(a), cut(b)];
}
