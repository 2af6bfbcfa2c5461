/**
 * Reads a form that comes with a file as browsers send it (RFC 7578), a part at a time and never more of it than arrived at once. Its own fields are short
 * and are held; the bytes of a file are handed on as they come.
 */

export class NotAForm extends Error {
  constructor() {
    super('The body is not a form');
  }
}

export type Part = { name: string; /** Set for a file. */ fileName: string | null; /** To be read to its end before the next part is asked for; what is left is passed over. */ bytes: AsyncGenerator<Buffer> };

const longestHead = 8_192;
const mostParts = 200;

/** The word between the parts, from the content type; nothing where it is no form with files. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;,"]{1,70}))\s*(?:;|$)/i.exec(contentType ?? '') ?? [];
  return quoted ?? plain ?? null;
}

export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const arriving = body[Symbol.asyncIterator]();
  const between = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it.
  let held: Buffer = Buffer.from('\r\n');

  /** More of the body; false at its end. */
  async function more(): Promise<boolean> {
    const { done, value } = await arriving.next();
    if (done) return false;
    held = held.length === 0 ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.concat([held, value]);
    return true;
  }

  /** Up to the next boundary. What could be the beginning of one is held back. */
  async function* untilBoundary(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(between);
      if (at >= 0) {
        if (at > 0) yield held.subarray(0, at);
        held = held.subarray(at + between.length);
        return;
      }
      const safe = held.length - between.length + 1;
      if (safe > 0) {
        yield held.subarray(0, safe);
        held = held.subarray(safe);
      }
      if (!(await more())) throw new NotAForm();
    }
  }

  for await (const _before of untilBoundary());
  for (let count = 0; ; count += 1) {
    while (held.length < 2) if (!(await more())) throw new NotAForm();
    if (held.toString('latin1', 0, 2) === '--') return;
    if (count >= mostParts) throw new NotAForm();
    for (let end = -1; end < 0; ) {
      end = held.indexOf('\r\n\r\n');
      if (end < 0 && (held.length > longestHead || !(await more()))) throw new NotAForm();
      if (end >= 0) {
        const head = held.toString('utf8', 0, end);
        held = held.subarray(end + 4);
        const bytes = untilBoundary();
        yield { ...named(head), bytes };
        for await (const _left of bytes);
      }
    }
  }
}

function named(head: string): { name: string; fileName: string | null } {
  const [, told] = /(?:^|\r\n)content-disposition:\s*form-data\s*;([^\r\n]*)/i.exec(head) ?? [];
  const of = (what: string) => new RegExp(`(?:^|;)\\s*${what}="([^"]*)"`, 'i').exec(told ?? '')?.[1]?.replace(/%(22|0D|0A)/gi, (sign) => decodeURIComponent(sign)) ?? null;
  const name = of('name');
  if (name === null) throw new NotAForm();
  return { name, fileName: of('filename') };
}
