import type { ReactNode } from 'react';

/** The five tones of the product. Each has its own shape, so that none is told by colour alone. */
export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey';

/** A status: shape, word and colour together. The shape is drawn by the style sheet and never read aloud, so the word must say it all. */
export function Tag({ tone = 'grey', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
