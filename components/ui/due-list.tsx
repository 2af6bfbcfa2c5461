import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';

export type DueItem = {
  key: string;
  /** "Today", "Wed 25 Nov", "4 days late". */
  when: string;
  late?: boolean;
  title: string;
  href: string;
  /** A tag after the title. */
  tag?: ReactNode;
  soft?: ReactNode;
  /** The one thing to do about it. A node where it is a form. */
  action?: { href: string; label: string } | { node: ReactNode };
};

/** What needs doing, in the order it falls due, each one click from done. */
export function DueList({ items }: { items: DueItem[] }) {
  return (
    <ul className="due">
      {items.map((item) => (
        <li key={item.key}>
          <b className={item.late ? 'late' : undefined}>{item.when}</b>
          <div>
            <h3>
              <a href={item.href}>{item.title}</a> {item.tag}
            </h3>
            {item.soft && <p className="soft">{item.soft}</p>}
          </div>
          {item.action && ('node' in item.action ? item.action.node : <ButtonLink tone="secondary" href={item.action.href} context={item.title}>{item.action.label}</ButtonLink>)}
        </li>
      ))}
    </ul>
  );
}
