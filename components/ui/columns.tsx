import type { ReactNode } from 'react';

/** The main matter and a narrower column beside it; one under the other on a phone and in print. */
export function Columns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="columns-aside">
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  );
}

/** Equal parts in a row, as many as fit: `stats` for big numbers, `halves` for two charts side by side. */
export function Parts({ of, children }: { of: 'stats' | 'halves'; children: ReactNode }) {
  return <div className={`parts-${of}`}>{children}</div>;
}
