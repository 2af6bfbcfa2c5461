import { crc32, inflateSync } from 'node:zlib';
import type { Problem } from '@/lib/files/kinds';

/**
 * Pictures, written anew without what a camera or a program noted in them: where, when and by whom it was taken, and whatever follows its end. Only
 * which way up it is stays.
 */

export type Cleaned = { cleaned: Buffer } | { problem: Problem };

/** More than any camera in use makes, and what a browser can still open. */
const mostPixels = 60_000_000;
const longestSide = 16_000;

const isTooLarge = (width: number, height: number) => width > longestSide || height > longestSide || width * height > mostPixels;
/** What must not follow a picture, or stand where its maker writes: another kind of file. */
const anotherKind = /PK\x03\x04|PK\x05\x06|%PDF-|<(!doctype|html|script|svg|\?php)|Rar!|MZ\x90/i;

const pngSign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const pngKept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function cleanPng(bytes: Buffer): Cleaned {
  const kept: Buffer[] = [pngSign];
  const data: Buffer[] = [];
  let header: { width: number; height: number; bits: number; interlaced: boolean } | null = null;
  let at = pngSign.length;
  let ended = false;
  while (!ended) {
    if (at + 12 > bytes.length) return { problem: 'damaged' };
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return { problem: 'damaged' };
    if ((header === null) !== (type === 'IHDR')) return { problem: 'damaged' };
    if (type === 'IHDR') {
      const [width, height, depth, colour] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12), bytes[at + 16]!, bytes[at + 17]!];
      if (length !== 13 || width === 0 || height === 0 || channels[colour] === undefined) return { problem: 'damaged' };
      if (isTooLarge(width, height)) return { problem: 'opens-too-large' };
      header = { width, height, bits: depth * channels[colour], interlaced: bytes[at + 20] === 1 };
    }
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    if (pngKept.has(type)) kept.push(bytes.subarray(at, end));
    // What a reader must know to show it, and we do not.
    else if (type[0] === type[0]!.toUpperCase()) return { problem: 'damaged' };
    at = end;
    ended = type === 'IEND';
  }
  if (anotherKind.test(bytes.toString('latin1', at))) return { problem: 'two-kinds' };
  return pixelsProblem(data, header!) ?? { cleaned: Buffer.concat(kept) };
}

/** The pixels are as many as the picture says: not one that opens larger, nor one cut short. */
function pixelsProblem(data: Buffer[], { width, height, bits, interlaced }: { width: number; height: number; bits: number; interlaced: boolean }): Cleaned | null {
  const expected = (Math.ceil((width * bits) / 8) + 1) * height;
  // Interlaced rows each end on a whole byte: a little more.
  const most = interlaced ? expected * 2 + 64 : expected;
  try {
    const size = inflateSync(Buffer.concat(data), { maxOutputLength: most }).length;
    return size < (interlaced ? 1 : expected) ? { problem: 'damaged' } : null;
  } catch (error) {
    return { problem: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'opens-too-large' : 'damaged' };
  }
}

/** Frames: how large it is. All but the three that say something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export function cleanJpeg(bytes: Buffer): Cleaned {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  let shown = false;
  for (;;) {
    // Signs may be filled up with 0xff.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (at + 2 > bytes.length || bytes[at] !== 0xff || marker === undefined) return { problem: 'damaged' };
    if (marker === 0xd9) break;
    const end = at + 2 + (at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : Number.POSITIVE_INFINITY);
    if (end > bytes.length || end < at + 4) return { problem: 'damaged' };
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) {
      if (segment.length < 10) return { problem: 'damaged' };
      if (isTooLarge(segment.readUInt16BE(7), segment.readUInt16BE(5))) return { problem: 'opens-too-large' };
    }
    if (marker === 0xe1) kept.push(...uprightOnly(segment));
    // JFIF and Adobe say how the colours are meant; all others of the kind, and comments, are notes.
    else if (!(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe) kept.push(segment);
    else if (marker === 0xe0 || marker === 0xee) kept.push(segment);
    if ((marker >= 0xe0 && marker <= 0xef || marker === 0xfe) && anotherKind.test(segment.toString('latin1'))) return { problem: 'two-kinds' };
    at = end;
    if (marker !== 0xda) continue;
    const next = afterScan(bytes, at);
    if (next === null) return { problem: 'damaged' };
    kept.push(bytes.subarray(at, next));
    at = next;
    shown = true;
  }
  if (!shown) return { problem: 'damaged' };
  // Telephones put further pictures behind the first: they go. Anything else is a second file.
  if (anotherKind.test(bytes.toString('latin1', at + 2))) return { problem: 'two-kinds' };
  return { cleaned: Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]) };
}

/** Where the data of a scan ends: at a sign that is neither a stuffed byte nor a restart. */
function afterScan(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}

/** Of what a camera noted, which way up the picture is, and nothing else. */
function uprightOnly(segment: Buffer): Buffer[] {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 24) return [];
  const tiff = segment.subarray(10);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const list = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let place = 0, at = list + 2; place < Math.min(short(list), 500); place += 1, at += 12) {
    const way = short(at) === 0x0112 ? short(at + 8) : 0;
    if (way >= 2 && way <= 8) return [Buffer.from([0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0])];
  }
  return [];
}

const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);

export function cleanWebp(bytes: Buffer): Cleaned {
  const end = 8 + (bytes.length >= 12 ? bytes.readUInt32LE(4) : 0);
  if (end > bytes.length || end < 20) return { problem: 'damaged' };
  if (end < bytes.length) return { problem: anotherKind.test(bytes.toString('latin1', end)) ? 'two-kinds' : 'damaged' };
  const kept: Buffer[] = [];
  let shown = false;
  for (let at = 12; at < end; ) {
    if (at + 8 > end) return { problem: 'damaged' };
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length & 1);
    if (next > end) return { problem: 'damaged' };
    const chunk = Buffer.from(bytes.subarray(at, next));
    const size = sizeOfWebp(type, chunk.subarray(8));
    if (size === 'damaged') return { problem: 'damaged' };
    if (size && isTooLarge(...size)) return { problem: 'opens-too-large' };
    // Says no longer that notes or colours of a camera follow.
    if (type === 'VP8X') chunk[8] = chunk[8]! & 0b0001_0000;
    if (webpKept.has(type)) kept.push(chunk);
    if (type === 'ANIM' || type === 'ANMF') return { problem: 'not-allowed' };
    shown ||= type === 'VP8 ' || type === 'VP8L';
    at = next;
  }
  if (!shown) return { problem: 'damaged' };
  const body = Buffer.concat([Buffer.from('WEBP'), ...kept]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return { cleaned: Buffer.concat([head, body]) };
}

function sizeOfWebp(type: string, data: Buffer): [number, number] | 'damaged' | null {
  if (type === 'VP8X') return data.length < 10 ? 'damaged' : [data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1];
  if (type === 'VP8L') return data.length < 5 || data[0] !== 0x2f ? 'damaged' : [(data.readUInt32LE(1) & 0x3fff) + 1, ((data.readUInt32LE(1) >>> 14) & 0x3fff) + 1];
  if (type === 'VP8 ') return data.length < 10 || data.toString('latin1', 3, 6) !== '\x9d\x01*' ? 'damaged' : [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
  return null;
}
