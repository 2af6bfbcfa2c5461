'use client';

import { useEffect, useRef } from 'react';
import type { Issue } from '@/lib/forms/state';

type ErrorSummaryProps = {
  /** Counts the posts; each one moves the focus here again. */
  attempt: number;
  issues: Issue[];
  refusal?: string;
  prefix?: string;
};

/** "There is a problem": everything that stopped the form, as links to the fields. It takes the focus after every attempt. `ErrorTitle` goes with it. */
export function ErrorSummary({ attempt, issues, refusal, prefix = 'field-' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    box.current?.focus();
  }, [attempt]);

  return (
    <div className="error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2>There is a problem</h2>
        {refusal && <p>{refusal}</p>}
        {issues.length > 0 && (
          <ul>
            {issues.map((issue, place) => {
              const href = issue.field ? `#${prefix}${issue.field}` : issue.href;
              return <li key={place}>{href ? <a href={href}>{issue.message}</a> : issue.message}</li>;
            })}
          </ul>
        )}
      </div>
    </div>
  );
}

/**
 * "Error: " before the title of the page. It must stand before the `<form>`, not in it: the server finishes what is inside a form after what follows
 * the form, and a browser shows the first title of a document.
 */
export function ErrorTitle({ title }: { title: string }) {
  const full = `${title} · Case Review Tracker`;

  useEffect(() => {
    document.title = `Error: ${full}`;
    return () => {
      if (document.title.startsWith('Error: ')) document.title = full;
    };
  }, [full]);

  return <title>{`Error: ${full}`}</title>;
}
