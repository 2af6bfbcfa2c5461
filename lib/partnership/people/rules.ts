import type { AccountState } from '@/lib/partnership/people/labels';

export function accountState(account: { disabledAt: Date | null } | null | undefined): AccountState {
  if (!account) return 'none';
  return account.disabledAt === null ? 'open' : 'disabled';
}

/** Spaces and capitals do not make another name. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');
  return plain(one) === plain(other);
}

/** What somebody typed to look for, as a pattern in which their own % and _ mean themselves. */
export function searchPattern(typed: string): string {
  return `%${typed.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
