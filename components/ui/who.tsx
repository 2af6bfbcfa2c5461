'use client';

import { createContext, useContext, type ReactNode } from 'react';

const WhoContext = createContext<string | null>(null);

/** Says to the forms within whose page this is. */
export function Who({ accountId, children }: { accountId: string; children: ReactNode }) {
  return <WhoContext value={accountId}>{children}</WhoContext>;
}

/** The account its page was made for goes with each form, so that nothing is saved, or thrown away, for whoever signs in on the same computer meanwhile. */
export function WhoField() {
  const accountId = useContext(WhoContext);
  return accountId && <input type="hidden" name="_who" value={accountId} />;
}
