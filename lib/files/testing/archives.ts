import { crc32, deflateRawSync } from 'node:zlib';

/** Archives as programs write them, and as nobody should: for tests of what is taken. */

export type Packed = {
  name: string;
  content: string | Buffer;
  /** Stored as it is. */
  stored?: boolean;
  /** What the list says of it, where that is not true. */
  says?: Partial<{ size: number; packed: number; flags: number; method: number; crc: number; start: number }>;
};

export function zip(entries: Packed[], { before = '', between = '', comment = '' }: { before?: string | Buffer; between?: string; comment?: string } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(before)];
  const list: Buffer[] = [];
  let at = parts[0]!.length;
  for (const { name, content, stored = false, says = {} } of entries) {
    const bytes = Buffer.from(content);
    const data = stored ? bytes : deflateRawSync(bytes, { level: 9 });
    const called = Buffer.from(name);
    const told = { size: bytes.length, packed: data.length, flags: 0, method: stored ? 0 : 8, crc: crc32(bytes), start: at, ...says };
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(told.flags, 2);
    fields.writeUInt16LE(told.method, 4);
    fields.writeUInt32LE(told.crc, 10);
    fields.writeUInt32LE(told.packed, 14);
    fields.writeUInt32LE(told.size, 18);
    fields.writeUInt16LE(called.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), fields, called, data, Buffer.from(between));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(told.start, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, called);
    at += 30 + called.length + data.length + between.length;
  }
  const told = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(told.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, told, end, Buffer.from(comment, 'latin1')]);
}

const main: Record<'docx' | 'xlsx' | 'pptx', [string, string]> = {
  docx: ['word/document.xml', 'wordprocessingml.document.main+xml'], xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet.main+xml'], pptx: ['ppt/presentation.xml', 'presentationml.presentation.main+xml'],
};

/** A document of today's Word, Excel or PowerPoint with one part, and whatever else is given. */
export function office(kind: keyof typeof main, { more = [], types = '', relations = '', body = '<p>Minute of the meeting</p>' }: { more?: Packed[]; types?: string; relations?: string; body?: string } = {}): Packed[] {
  const [part, type] = main[kind];
  return [
    { name: '[Content_Types].xml', content: `<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/>${types}</Types>` },
    { name: '_rels/.rels', content: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>` },
    { name: part, content: `<?xml version="1.0"?><document>${body}</document>` },
    ...(relations ? [{ name: `${part.split('/')[0]}/_rels/${part.split('/')[1]}.rels`, content: `<Relationships>${relations}</Relationships>` }] : []),
    ...more,
  ];
}

export const relation = (type: string, target: string, mode = 'External') => `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/>`;

export function openDocument(type: 'text' | 'spreadsheet' | 'presentation', { more = [], body = '<text:p>Minute</text:p>', manifest = '' }: { more?: Packed[]; body?: string; manifest?: string } = {}): Packed[] {
  return [
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, stored: true },
    { name: 'content.xml', content: `<office:document-content>${body}</office:document-content>` },
    { name: 'META-INF/manifest.xml', content: `<manifest:manifest>${manifest}</manifest:manifest>` },
    ...more,
  ];
}
