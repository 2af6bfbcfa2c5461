import { inflateSync } from 'node:zlib';
import type { Problem } from '@/lib/files/kinds';

/** What a PDF says outside the data of its pages, and inside the streams that hold objects: where everything stands that could run. */

/** Everything that is read is text of one sign for each byte. */
const largestObjects = 64 * 1024 * 1024;

export function lookIntoPdf(bytes: Buffer): Problem | null {
  const text = bytes.toString('latin1');
  const tail = /%%EOF[\s\0]*$/.exec(text.slice(-2_048));
  if (!tail || !/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(text.slice(-2_048))) return text.slice(-70_000).includes('PK\x05\x06') || text.slice(-70_000).includes('</html') ? 'two-kinds' : 'damaged';
  // What another reader would take for a page, a script or an archive.
  if (/<(!doctype|html|script|svg|body|\?php)/i.test(text.slice(0, 4_096)) || text.slice(-70_000).includes('PK\x05\x06')) return 'two-kinds';
  const objects = objectsOf(text);
  if (objects === null) return 'opens-too-large';
  // A name may be spelt with numbers for its letters.
  const plain = objects.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const says = (...names: string[]) => names.some((name) => new RegExp(`/${name}(?![A-Za-z0-9])`).test(plain));
  if (says('Encrypt')) return 'locked';
  if (says('EmbeddedFile', 'EmbeddedFiles', 'Collection')) return 'holds-files';
  if (says('JavaScript', 'JS', 'Launch', 'RichMedia', 'XFA', 'ImportData', 'SubmitForm', 'Movie', 'Rendition')) return 'active';
  if (says('GoToR', 'GoToE')) return 'linked';
  return null;
}

/** The text between the streams, with that of the streams of objects; nothing where they are too large. */
function objectsOf(text: string): string | null {
  const parts: string[] = [];
  let at = 0;
  let inflated = 0;
  for (let start = nextStream(text, 0); start !== null; start = nextStream(text, at)) {
    const before = text.slice(at, start.word);
    parts.push(before);
    const end = text.indexOf('endstream', start.data);
    const told = before.slice(before.lastIndexOf(' obj') + 1).replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (/\/ObjStm(?![A-Za-z])/.test(told)) {
      const objects = inflatedStream(Buffer.from(text.slice(start.data, end < 0 ? undefined : end), 'latin1'), told, largestObjects - inflated);
      if (objects === null) return null;
      inflated += objects.length;
      parts.push(objects);
    }
    at = end < 0 ? text.length : end + 'endstream'.length;
  }
  parts.push(text.slice(at));
  return parts.join('\n');
}

function nextStream(text: string, from: number): { word: number; data: number } | null {
  const found = /\bstream(\r\n|\n|\r)/g;
  found.lastIndex = from;
  const match = found.exec(text);
  return match && { word: match.index, data: match.index + match[0].length };
}

/** The objects of one stream; the bytes as they are where it is packed in no way or one we do not read, so that what can be read is looked at. */
function inflatedStream(packed: Buffer, told: string, most: number): string | null {
  if (!/\/Fl(ate(Decode)?)?(?![A-Za-z])/.test(told)) return packed.toString('latin1');
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: 2 }).toString('latin1');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : '';
  }
}
