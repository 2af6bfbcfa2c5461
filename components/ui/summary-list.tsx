import type { ReactNode } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

export type SummaryRow = {
  key: string;
  value: ReactNode;
  /** The link at the end of the row. `hidden` finishes its name for a listener; without it the key does ("Change due date"). */
  change?: { href: string; label?: string; hidden?: string };
};

/** What is known, line by line, each with its own way to change it. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  const changing = rows.some((row) => row.change);
  return (
    <dl className={changing ? 'summary summary-changing' : 'summary'}>
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
          {row.change && (
            <dd>
              <a href={row.change.href}>
                {row.change.label ?? 'Change'}
                <VisuallyHidden> {row.change.hidden ?? row.key.toLowerCase()}</VisuallyHidden>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
