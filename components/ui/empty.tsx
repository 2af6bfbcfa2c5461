import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';

/** An empty list says what it is empty of, why that may be, and what to do about it. */
export function Empty({ title, action, children }: { title: string; action?: { href: string; label: string }; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
      {action && <ButtonLink tone="secondary" href={action.href}>{action.label}</ButtonLink>}
    </div>
  );
}
