/** The words for what an address says was just done ("?said=checked"), or nothing: an address never puts words of its own on a page. */
export function saidBack(words: Readonly<Record<string, string>>, said: string | string[] | undefined): string | null {
  return typeof said === 'string' && Object.hasOwn(words, said) ? (words[said] ?? null) : null;
}
