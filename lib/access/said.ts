import { createHash } from 'node:crypto';

/**
 * An address that says what has just been done ("?said=checked") is believed once, from who did it: the answer to the form sets a cookie for
 * exactly that address, and `proxy.ts` takes it back. In a bookmark, a link or a reload the words are left out, so that nobody is told of a
 * check that was never made.
 */
export function saidCookie(address: string): string {
  return `crt-said-${createHash('sha256').update(address.split('#')[0]!).digest('hex').slice(0, 16)}`;
}

/** How long it is believed, in seconds. */
export const saidFor = 60;

export function saysSomething(address: string): boolean {
  return new URLSearchParams(address.split('#')[0]!.split('?')[1]).has('said');
}

/** The same address, of this site or whole, without the words. */
export function unsaid(address: string): string {
  if (!saysSomething(address)) return address;
  const [, before, query, after] = /^([^?]*)\?([^#]*)(.*)$/s.exec(address)!;
  const left = new URLSearchParams(query);
  left.delete('said');
  return `${before}${left.size > 0 ? `?${left}` : ''}${after}`;
}
