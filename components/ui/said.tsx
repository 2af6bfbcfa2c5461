'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** Where an address leads to what was just done: without JavaScript, that is how one comes to see it. */
const id = 'said';

/** Takes whoever has just saved something to what is said of it. Nothing where the page says nothing. */
export function goToSaid(): void {
  document.getElementById(id)?.focus();
}

/** What was just done, said back on the next page. It takes the focus, so that it is seen and heard wherever on the page one was before. */
export function Said({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="notice notice-success" id={id} ref={box} tabIndex={-1} role="status">
      <p className="notice-title">{children}</p>
    </div>
  );
}
