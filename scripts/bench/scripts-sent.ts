import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { project } from '../prepare.mjs';
import { get } from './requests';

/** The scripts that a browser fetches for a page: those in its markup, and those that its payload names for the parts that come to life. Not those for browsers without modules. */
export function scriptsOf(html: string): string[] {
  const old = new Set([...html.matchAll(/<script[^>]*\snomodule[^>]*>/gi)].flatMap(([tag]) => pathsIn(tag)));
  return [...new Set(pathsIn(html))].filter((path) => !old.has(path)).sort();
}

function pathsIn(text: string): string[] {
  return [...text.matchAll(/(?:\/_next\/)?(static\/chunks\/[^"'\\\s?<>]+\.js)/g)].map((match) => `/_next/${match[1]}`);
}

export type Weight = { files: number; bytes: number; gzip: number };

/** All the scripts of a page: those that the framework itself starts with, whatever the page is, and our own. */
export async function weighScripts(origin: string, html: string): Promise<{ all: Weight; framework: Weight; own: Weight }> {
  const { rootMainFiles } = JSON.parse(readFileSync(join(project, '.next/build-manifest.json'), 'utf8')) as { rootMainFiles: string[] };
  const starting = new Set(rootMainFiles.map((file) => `/_next/${file}`));
  const sizes = await Promise.all(
    scriptsOf(html).map(async (path) => {
      const { status, body, bytes } = await get(origin + path, '');
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      return { path, bytes, gzip: gzipSync(Buffer.from(body, 'utf8')).length };
    }),
  );
  const sum = (some: typeof sizes): Weight => ({ files: some.length, bytes: some.reduce((total, { bytes }) => total + bytes, 0), gzip: some.reduce((total, { gzip }) => total + gzip, 0) });
  return { all: sum(sizes), framework: sum(sizes.filter(({ path }) => starting.has(path))), own: sum(sizes.filter(({ path }) => !starting.has(path))) };
}
