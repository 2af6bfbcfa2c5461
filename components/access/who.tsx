'use client';

import type { ReactNode } from 'react';
import { WhoContext } from '@/components/ui/who-context';

/** Says to the forms within whose page this is. */
export function Who({ accountId, children }: { accountId: string; children: ReactNode }) {
  return <WhoContext value={accountId}>{children}</WhoContext>;
}
