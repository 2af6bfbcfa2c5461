import type { ReactNode } from 'react';

/** The main matter and a narrower column beside it; one under the other on a phone and in print. `first` heads the narrower column, and on a phone all of it: what waits for the reader. */
export function Columns({ aside, first, children }: { aside: ReactNode; first?: ReactNode; children: ReactNode }) {
  return (
    <div className={first ? 'columns-aside columns-first' : 'columns-aside'}>
      {first && <div>{first}</div>}
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  );
}

/** Equal parts in a row, as many as fit: `stats` for big numbers, `halves` for two charts side by side. */
export function Parts({ of, children }: { of: 'stats' | 'halves'; children: ReactNode }) {
  return <div className={`parts-${of}`}>{children}</div>;
}
