import type { ReactNode } from 'react';

type NoticeProps = { tone?: 'info' | 'success' | 'warning'; title?: ReactNode; children?: ReactNode };

/** A message in the page: what to know (`info`), what has just been done (`success`, announced), what to take care of (`warning`, which says so in words too). */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'success' ? 'status' : undefined}>
      {tone === 'warning' && <span className="sr-only">Warning: </span>}
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
