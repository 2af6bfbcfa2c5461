'use client';

import { useEffect, useRef } from 'react';
import type { Issue } from '@/lib/forms/state';

type ErrorSummaryProps = {
  /** The title of the page, without the product's name. */
  title: string;
  /** Counts the posts; each one moves the focus here again. */
  attempt: number;
  issues: Issue[];
  refusal?: string;
  prefix?: string;
};

/** "There is a problem": everything that stopped the form, as links to the fields. It takes the focus, and the title of the page says "Error" first. */
export function ErrorSummary({ title, attempt, issues, refusal, prefix = 'field-' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const full = `${title} · Case Review Tracker`;

  useEffect(() => {
    box.current?.focus();
  }, [attempt]);

  useEffect(() => {
    document.title = `Error: ${full}`;
    return () => {
      if (document.title.startsWith('Error: ')) document.title = full;
    };
  }, [attempt, full]);

  return (
    <div className="error-summary" ref={box} tabIndex={-1}>
      <title>{`Error: ${full}`}</title>
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
