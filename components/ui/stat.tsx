import type { ReactNode } from 'react';

type StatProps = {
  label: string;
  /** "7", or "5 of 6". */
  value: ReactNode;
  /** Where the rows behind the number are. */
  href: string;
  /** The worst thing behind it, by name: the name leads to it, and what there is to say of it follows. */
  worst?: { link?: { text: string; href: string }; text?: string };
};

/** A number is never alone: it opens its rows, and the worst thing behind it is named beside it. */
export function Stat({ label, value, href, worst }: StatProps) {
  return (
    <div className="card stat">
      <a href={href}>
        <span>{label}</span> <b>{value}</b>
      </a>
      {worst && <p>{worst.link && <a href={worst.link.href}>{worst.link.text}</a>} {worst.text}</p>}
    </div>
  );
}
