import { createInflateRaw, crc32 } from 'node:zlib';

/** Reads an archive as little as it can: first the list at its end, then every entry once, counting what really comes out. */

export class Refused extends Error {
  constructor(readonly problem: 'damaged' | 'locked' | 'two-kinds' | 'opens-too-large' | 'not-what-it-says') {
    super(problem);
  }
}

export type Entry = { name: string; method: number; packed: number; size: number; crc: number; start: number };

/** More than any document of ours has; what may come out in all; and how much more than went in, where it is large. */
const mostEntries = 4_000;
export const mostInflated = 300 * 1024 * 1024;
const mostTimes = 250;
const ratioFrom = 10 * 1024 * 1024;

const endOfList = 0x06054b50;
const inList = 0x02014b50;
const beforeEntry = 0x04034b50;

/**
 * The list at the end of an archive. Refuses one that begins or ends with something else, whose entries overlap or leave room between them, whose names
 * lead out of it or come twice, that is locked, or that says it would be too large: nothing has been inflated by then.
 */
export function readList(bytes: Buffer): Entry[] {
  const end = bytes.length - 22;
  // A comment at the end would leave room for another kind of file.
  if (end < 0 || bytes.readUInt32LE(end) !== endOfList || bytes.readUInt16LE(end + 20) !== 0) throw new Refused(bytes.includes(Buffer.from('PK\x05\x06'), Math.max(0, bytes.length - 66_000)) ? 'two-kinds' : 'damaged');
  const count = bytes.readUInt16LE(end + 10);
  const length = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries) throw new Refused('opens-too-large');
  // Several discs, or the long form for archives of more than 4 GB.
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count || at + length !== end) throw new Refused('damaged');

  const entries: Entry[] = [];
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== inList) throw new Refused('damaged');
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (bytes.readUInt16LE(at + 8) & 0x2041) throw new Refused('locked');
    entries.push({ name, method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24), crc: bytes.readUInt32LE(at + 16), start: bytes.readUInt32LE(at + 42) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (at !== end) throw new Refused('damaged');
  checkEntries(entries);
  checkPlaces(bytes, entries, end - length);
  return entries;
}

function checkEntries(entries: Entry[]): void {
  const names = new Set<string>();
  for (const { name, method } of entries) {
    if (method !== 0 && method !== 8) throw new Refused('damaged');
    if (/[\\\0]|^\/|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(name) || name === '' || names.has(name.toLowerCase())) throw new Refused('damaged');
    names.add(name.toLowerCase());
  }
  const [packed, size] = entries.reduce(([a, b], one) => [a + one.packed, b + one.size], [0, 0]);
  if (size > mostInflated || (size > ratioFrom && size > packed * mostTimes)) throw new Refused('opens-too-large');
}

/** Each entry follows the one before it, from the first byte to the list: nothing hides before, between or inside them. */
function checkPlaces(bytes: Buffer, entries: Entry[], until: number): void {
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start !== at) throw new Refused(entry.start > at && at === 0 ? 'two-kinds' : 'damaged');
    if (at + 30 > until || bytes.readUInt32LE(at) !== beforeEntry) throw new Refused('damaged');
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26)) !== entry.name || bytes.readUInt16LE(at + 8) !== entry.method) throw new Refused('damaged');
    at = data + entry.packed;
    // Sizes told only behind the data.
    if (bytes.readUInt16LE(entry.start + 6) & 8) at += bytes.length > at + 4 && bytes.readUInt32LE(at) === 0x08074b50 ? 16 : 12;
    if (at > until) throw new Refused('damaged');
    entry.start = data;
  }
  if (at !== until) throw new Refused('damaged');
}

/** What one entry really holds. Refuses one that is more, less or other than the list says; `keep` says whether it is wanted, or only counted. */
export function readEntry(bytes: Buffer, entry: Entry, keep: boolean): Promise<Buffer> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) {
    if (entry.packed !== entry.size || crc32(packed) !== entry.crc) throw new Refused('damaged');
    return Promise.resolve(packed);
  }
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = [];
    let [size, crc] = [0, 0];
    const inflating = createInflateRaw();
    const stop = (problem: Refused['problem']) => {
      inflating.destroy();
      reject(new Refused(problem));
    };
    inflating.on('data', (part: Buffer) => {
      size += part.length;
      crc = crc32(part, crc);
      if (size > entry.size) stop('opens-too-large');
      else if (keep) kept.push(part);
    });
    inflating.on('error', () => stop('damaged'));
    inflating.on('end', () => (size === entry.size && crc === entry.crc && inflating.bytesWritten === entry.packed ? resolve(Buffer.concat(kept)) : stop('damaged')));
    inflating.end(packed);
  });
}
