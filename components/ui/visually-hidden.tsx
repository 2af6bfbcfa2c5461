import type { ReactNode } from 'react';

/** Words for people who listen to the page: what a sighted person takes from the place of a link or button. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
