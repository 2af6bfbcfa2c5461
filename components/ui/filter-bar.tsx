import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

type FilterBarProps = {
  /** The address of the list itself. */
  action: string;
  label?: string;
  /** What the list keeps while the filter changes, such as its order. */
  keep?: Record<string, string>;
  submitLabel?: string;
  /** Where "Clear" goes; give it only when something is filtered. */
  clear?: string;
  /** "Save this view", "Excel", "Import". */
  links?: { href: string; label: string; download?: boolean }[];
  /** Fields of `static-field.tsx`. */
  children: ReactNode;
};

/** A filter is a GET form, so the address is the state: it can be shared, bookmarked and saved by name. */
export function FilterBar({ action, label = 'Filter', keep = {}, submitLabel = 'Show', clear, links = [], children }: FilterBarProps) {
  return (
    <form className="card filter no-print" action={action} method="get" aria-label={label}>
      {Object.entries(keep).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <Button>{submitLabel}</Button>
      {clear && <a className="filter-link" href={clear}>Clear</a>}
      {links.length > 0 && (
        <ul>
          {links.map((link) => <li key={link.href}><a className="filter-link" href={link.href} download={link.download}>{link.label}</a></li>)}
        </ul>
      )}
    </form>
  );
}
