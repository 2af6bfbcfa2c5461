import { cleanJpeg, cleanPng, cleanWebp } from '@/lib/files/images';
import { kindCalled, kinds, type KindName, type Problem } from '@/lib/files/kinds';
import { lookIntoArchive } from '@/lib/files/office';
import { lookIntoPdf } from '@/lib/files/pdf';
import { Refused } from '@/lib/files/zip';

/** What a file is by its content, with its bytes where they were written anew; or why it is not taken. */
export type Verdict = { mediaType: string; cleaned?: Buffer } | { problem: Problem };

type Sniffed = 'pdf' | 'png' | 'jpeg' | 'webp' | 'archive' | 'text' | 'old-office' | null;

const begins = (bytes: Buffer, sign: string, at = 0) => bytes.subarray(at, at + sign.length).equals(Buffer.from(sign, 'latin1'));

function sniff(bytes: Buffer): Sniffed {
  if (begins(bytes, '%PDF-')) return 'pdf';
  if (begins(bytes, 'PK\x03\x04')) return 'archive';
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (begins(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'webp';
  // Word 97 and Excel 97, and today's where they are locked with a password.
  if (begins(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'old-office';
  return isText(bytes) ? 'text' : null;
}

/**
 * Runs apart from the server (`inspector.ts`): what it reads was made by nobody knows whom. `called` is the last part of the file's name; the two must agree, so
 * that nobody opens a file as what it is not.
 */
export async function inspect(bytes: Buffer, called: string): Promise<Verdict> {
  const expected = kindCalled(`x.${called}`);
  if (expected === null) return { problem: /^(doc|xls|ppt|xlt|dot)m$|^xlsb$/i.test(called) ? 'macros' : 'not-allowed' };
  if (bytes.length === 0) return { problem: 'empty' };
  const found = await look(bytes, sniff(bytes), expected).catch((error: unknown) => {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  });
  if ('problem' in found) return found;
  return found.kind === expected ? { mediaType: kinds[found.kind].mediaType, cleaned: found.cleaned } : { problem: 'not-what-it-says' };
}

async function look(bytes: Buffer, sniffed: Sniffed, expected: KindName): Promise<{ kind: KindName; cleaned?: Buffer } | { problem: Problem }> {
  switch (sniffed) {
    case 'archive':
      return lookIntoArchive(bytes);
    case 'pdf': {
      const problem = lookIntoPdf(bytes);
      return problem ? { problem } : { kind: 'pdf' };
    }
    case 'png':
      return of('png', cleanPng(bytes));
    case 'jpeg':
      return of('jpeg', cleanJpeg(bytes));
    case 'webp':
      return of('webp', cleanWebp(bytes));
    case 'old-office':
      return { problem: ['docx', 'xlsx', 'pptx'].includes(expected) && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'not-allowed' };
    case 'text':
      return isMarkup(bytes) ? { problem: 'not-allowed' } : expected === 'csv' || expected === 'txt' ? { kind: expected } : { problem: 'not-what-it-says' };
    case null:
      return { problem: 'not-allowed' };
  }
}

const of = (kind: KindName, cleaned: { cleaned: Buffer } | { problem: Problem }) => ('problem' in cleaned ? cleaned : { kind, cleaned: cleaned.cleaned });

/** UTF-8 or the letters of Windows, and no signs that no text has. */
function isText(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) return false;
  return !bytes.includes(0x7f);
}

/** What a browser would take for a page, a drawing or a script, whatever it is called. */
function isMarkup(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4_096).replace(/^\xef\xbb\xbf/, '').trimStart();
  return /^(<[a-z!?/]|#!|\{\\rtf|MIME-Version:|From |Received:|Return-Path:)/i.test(start) || /<(script|svg|html|iframe|object|embed|\?php)\b/i.test(start) || /%PDF-/.test(start);
}
