import type { ReactNode } from 'react';

/** Something for those who want it: a rule, a table behind a chart, an explanation. Works without JavaScript and opens in print. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
