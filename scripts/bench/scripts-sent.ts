import { gzipSync } from 'node:zlib';
import { get } from './requests';

/** The scripts that a browser fetches for a page: those in its markup, and those that its payload names for the parts that come to life. Not those for browsers without modules. */
export function scriptsOf(html: string): string[] {
  const old = new Set([...html.matchAll(/<script[^>]*\snomodule[^>]*>/gi)].flatMap(([tag]) => pathsIn(tag)));
  return [...new Set(pathsIn(html))].filter((path) => !old.has(path)).sort();
}

function pathsIn(text: string): string[] {
  return [...text.matchAll(/(?:\/_next\/)?(static\/chunks\/[^"'\\\s?<>]+\.js)/g)].map((match) => `/_next/${match[1]}`);
}

export async function weighScripts(origin: string, html: string): Promise<{ files: number; bytes: number; gzip: number }> {
  const paths = scriptsOf(html);
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const { status, body, bytes } = await get(origin + path, '');
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return { bytes, gzip: gzipSync(Buffer.from(body, 'utf8')).length };
    }),
  );
  return { files: paths.length, bytes: sizes.reduce((sum, size) => sum + size.bytes, 0), gzip: sizes.reduce((sum, size) => sum + size.gzip, 0) };
}
