import { crc32, deflateSync } from 'node:zlib';

/** PDFs and pictures, sound and not: for tests of what is taken. */

type Object = string | { told: string; data: Buffer };

/** A PDF of these objects beside its catalogue, with a table that leads to none of them: readers find them all the same. */
export function pdf(objects: Object[] = [], { trailer = '', catalogue = '', end = '%%EOF\n', start = '%PDF-1.7\n' }: { trailer?: string; catalogue?: string; end?: string; start?: string } = {}): Buffer {
  const told: Object[] = [`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>', ...objects];
  const parts = told.flatMap((one, place) => [
    Buffer.from(`${place + 1} 0 obj\n`),
    typeof one === 'string' ? Buffer.from(one) : Buffer.concat([Buffer.from(`<< ${one.told} /Length ${one.data.length} >>\nstream\n`), one.data, Buffer.from('\nendstream')]),
    Buffer.from('\nendobj\n'),
  ]);
  return Buffer.concat([Buffer.from(start, 'latin1'), ...parts, Buffer.from(`xref\n0 1\ntrailer << /Root 1 0 R /Size 9 ${trailer} >>\nstartxref\n9\n${end}`, 'latin1')]);
}

/** Objects that are packed together, as today's programs write them. */
export const packedObjects = (text: string, filter = '/Filter /FlateDecode', type = '/Type /ObjStm'): Object => ({ told: `${type} /N 1 /First 0 ${filter}`, data: filter === '' ? Buffer.from(text) : deflateSync(Buffer.from(text)) });

function chunk(type: string, data: Buffer): Buffer {
  const all = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  all.writeUInt32BE(data.length, 0);
  all.writeUInt32BE(crc32(all.subarray(4, -4)), all.length - 4);
  return all;
}

export function png({ width = 4, height = 4, rows = height, more = [], after = '' }: { width?: number; height?: number; rows?: number; more?: [string, string][]; after?: string } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...more.map(([type, text]) => chunk(type, Buffer.from(text))), chunk('IDAT', deflateSync(Buffer.alloc((width * 3 + 1) * rows))), chunk('IEND', Buffer.alloc(0)), Buffer.from(after),
  ]);
}

const segment = (marker: number, data: Buffer) => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);

/** What a camera notes: which way up, and where it was. */
export function exif(way: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const one = Buffer.alloc(12);
    one.writeUInt16LE(tag, 0);
    one.writeUInt16LE(type, 2);
    one.writeUInt32LE(count, 4);
    one.writeUInt32LE(value, 8);
    return one;
  };
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\x02\0', 'latin1'), entry(0x0112, 3, 1, way), entry(0x8825, 4, 1, 38), Buffer.alloc(4), Buffer.from('GPS 54.68 N 1.21 W, Example Cameras')]));
}

/** A picture as far as its outline goes: its data is read by nobody here. */
export function jpeg({ width = 8, height = 8, more = [], after = '', cut = false }: { width?: number; height?: number; more?: Buffer[]; after?: string | Buffer; cut?: boolean } = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);
  const data = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')), ...more, segment(0xc0, frame), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), data,
    ...(cut ? [] : [Buffer.from([0xff, 0xd9]), Buffer.from(after)]),
  ]);
}

export const comment = (text: string) => segment(0xfe, Buffer.from(text));

export function webp({ width = 8, height = 8, more = [], after = '' }: { width?: number; height?: number; more?: [string, string][]; after?: string } = {}): Buffer {
  const part = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type, 'latin1'), length, data, Buffer.alloc(data.length & 1)]);
  };
  const extended = Buffer.alloc(10);
  extended[0] = 0b0000_1100;
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const picture = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, width & 0xff, width >> 8, height & 0xff, height >> 8, 0, 0]);
  const body = Buffer.concat([Buffer.from('WEBP'), part('VP8X', extended), part('VP8 ', picture), ...more.map(([type, text]) => part(type, Buffer.from(text)))]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), length, body, Buffer.from(after)]);
}
