import type { ReactNode } from 'react';

export type ThreadPart = {
  href?: string;
  /** "10 Nov", "3", a `Steps`. */
  value: ReactNode;
  label: string;
  current?: boolean;
  /** Nothing there yet. */
  muted?: boolean;
};

/** The golden thread: the chain of one record in one row, from notification to impact, each part a link. On a phone it runs downwards. */
export function Thread({ label = 'From notification to impact', parts }: { label?: string; parts: ThreadPart[] }) {
  return (
    <nav className="thread" aria-label={label}>
      <ol>
        {parts.map((part) => {
          const inside = <><b>{part.value}</b> <span>{part.label}</span></>;
          return (
            <li key={part.label} className={part.current ? 'current' : part.muted ? 'muted' : undefined}>
              {part.href ? <a href={part.href} aria-current={part.current ? 'true' : undefined}>{inside}</a> : <div aria-current={part.current ? 'true' : undefined}>{inside}</div>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
