import type { KindName, Problem } from '@/lib/files/kinds';
import { readEntry, readList, type Entry } from '@/lib/files/zip';

/** Documents that are archives: which kind one really is, and that nothing in it runs, fetches or hides. */

export type Found = { kind: KindName } | { problem: Problem };

const mainParts: [KindName, string][] = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
];
const openDocuments: KindName[] = ['odt', 'ods', 'odp'];
const openDocumentTypes: Record<string, KindName> = {
  'application/vnd.oasis.opendocument.text': 'odt', 'application/vnd.oasis.opendocument.spreadsheet': 'ods', 'application/vnd.oasis.opendocument.presentation': 'odp',
};

/** More than the text of any document that people write. */
const largestText = 64 * 1024 * 1024;

/** Every entry is inflated and counted; only those that say what the document is, or what it fetches, are read. */
export async function lookIntoArchive(bytes: Buffer): Promise<Found> {
  const entries = readList(bytes);
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const wanted = isWanted(entry.name);
    if (wanted && entry.size > largestText) return { problem: 'opens-too-large' };
    const content = await readEntry(bytes, entry, wanted || entry.method === 0);
    if (wanted) texts.set(entry.name, asText(content));
    const inside = magicOf(content);
    if (inside === 'archive') return { problem: 'holds-files' };
    if (inside === 'program') return { problem: 'active' };
  }
  return texts.has('[Content_Types].xml') ? lookIntoOffice(entries, texts) : lookIntoOpenDocument(entries, texts);
}

const isWanted = (name: string) => name === '[Content_Types].xml' || name.endsWith('.rels') || name === 'mimetype' || name === 'META-INF/manifest.xml' || /^(.+\/)?(content|styles)\.xml$/.test(name)
  || /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/.test(name);

/** An archive or a program that is stored as it is inside a document. */
function magicOf(content: Buffer): 'archive' | 'program' | null {
  const begins = (...signs: string[]) => signs.some((sign) => content.subarray(0, sign.length).equals(Buffer.from(sign, 'latin1')));
  if (begins('PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ')) return 'archive';
  return begins('MZ', '\x7fELF', '#!') ? 'program' : null;
}

/** As XML is read: by its byte order mark, and with references to signs resolved, so that nothing can be spelt another way. */
function asText(content: Buffer): string {
  const plain = content[0] === 0xff && content[1] === 0xfe ? content.toString('utf16le') : content[0] === 0xfe && content[1] === 0xff ? Buffer.from(content.subarray(0, content.length & ~1)).swap16().toString('utf16le') : content.toString('utf8');
  return plain.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, sign: string) => {
    const code = sign[0] === 'x' || sign[0] === 'X' ? Number.parseInt(sign.slice(1), 16) : Number(sign);
    return code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}

function lookIntoOffice(entries: Entry[], texts: Map<string, string>): Found {
  const types = texts.get('[Content_Types].xml')!;
  const names = entries.map(({ name }) => name.toLowerCase());
  if (/<!(DOCTYPE|ENTITY)/i.test([...texts.values()].join('\n'))) return { problem: 'active' };
  if (/macroEnabled|vbaProject|vbaData|ms-office\.vba|ms-word\.vba|excel\.intlmacrosheet|\.macrosheet/i.test(types) || names.some((name) => /vbaproject|vbadata|\/macrosheets\//.test(name))) return { problem: 'macros' };
  if (names.some((name) => /\/activex\/|\/ctrlprops\//.test(name)) || /ms-office\.activeX/i.test(types)) return { problem: 'active' };
  if (names.some((name) => /\/embeddings\/|oleobject/.test(name)) || /oleObject/i.test(types)) return { problem: 'holds-files' };
  const relations = [...texts].filter(([name]) => name.endsWith('.rels')).map(([, text]) => text).join('\n');
  // A link that is clicked leads out; all else that leads out is fetched by itself.
  for (const [relation] of relations.matchAll(/<[^<>]*\bTargetMode\s*=\s*["']\s*External[^<>]*>/gi)) if (!/\/relationships\/hyperlink["']/i.test(relation)) return { problem: 'linked' };
  if (names.some((name) => /\/externallinks\//.test(name)) || /relationships\/(attachedTemplate|externalLink|frame|subDocument|afChunk)["']/i.test(relations)) return { problem: 'linked' };
  if ([...texts].some(([name, text]) => name.startsWith('word/') && name.endsWith('.xml') && hasFetchingField(text))) return { problem: 'linked' };
  const found = mainParts.filter(([, type]) => types.includes(`"${type}"`) || types.includes(`'${type}'`));
  return found.length === 1 ? { kind: found[0]![0] } : { problem: 'not-allowed' };
}

/** A field that starts another program, or draws something from elsewhere, when the document is opened. Word splits its words over several runs. */
function hasFetchingField(text: string): boolean {
  const told = [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)<|\bw:instr\s*=\s*"([^"]*)"/g)].map(([, a, b]) => a ?? ` ${b} `).join('');
  return /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b/i.test(told);
}

function lookIntoOpenDocument(entries: Entry[], texts: Map<string, string>): Found {
  const first = entries.toSorted((a, b) => a.start - b.start)[0];
  const kind = openDocumentTypes[texts.get('mimetype') ?? ''];
  if (kind === undefined || !openDocuments.includes(kind) || first?.name !== 'mimetype' || first.method !== 0) return { problem: 'not-allowed' };
  const manifest = texts.get('META-INF/manifest.xml') ?? '';
  const all = [...texts.values()].join('\n');
  if (/encryption-data/i.test(manifest)) return { problem: 'locked' };
  if (/<!(DOCTYPE|ENTITY)/i.test(all)) return { problem: 'active' };
  if (entries.some(({ name }) => /^(basic|scripts)\//i.test(name)) || /script:event-listener|vnd\.sun\.xml\.ui/i.test(all)) return { problem: 'macros' };
  if (/<draw:(object-ole|plugin|applet|floating-frame)\b/i.test(all)) return { problem: 'holds-files' };
  // Pictures, sections and tables that are drawn from elsewhere; a link that is clicked is an anchor.
  if (/<(draw:image|text:section-source|table:table-source|table:cell-range-source|draw:object|draw:fill-image|style:background-image)\b[^>]*xlink:href\s*=\s*["'](?:[a-z][a-z0-9+.-]*:|\/\/|\.\.\/)/i.test(all) || /<(text|office):dde-/i.test(all)) return { problem: 'linked' };
  return { kind };
}
