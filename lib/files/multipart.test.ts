import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, NotAForm, partsOf } from './multipart';

const boundary = '----WebKitFormBoundaryabc';
const field = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, fileName: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`;
const end = `--${boundary}--\r\n`;

async function* inPieces(body: Buffer, sizes: number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < body.length; turn += 1) {
    const size = sizes.length === 0 ? body.length : Math.max(1, sizes[turn % sizes.length]!);
    yield body.subarray(at, (at += size));
  }
}

async function readAll(body: string | Buffer, sizes: number[] = []) {
  const parts: { name: string; fileName: string | null; content: string }[] = [];
  for await (const { name, fileName, bytes } of partsOf(inPieces(Buffer.from(body), sizes), boundary)) {
    const content: Buffer[] = [];
    for await (const one of bytes) content.push(one);
    parts.push({ name, fileName, content: Buffer.concat(content).toString('latin1') });
  }
  return parts;
}

describe('a form with a file', () => {
  it('is read as browsers send it', async () => {
    expect(await readAll(`${field('title', 'Minute')}${field('level', 'done')}${file('file', 'minute%22.pdf')}%PDF\r\n--\r\n${end}`)).toEqual([
      { name: 'title', fileName: null, content: 'Minute' }, { name: 'level', fileName: null, content: 'done' }, { name: 'file', fileName: 'minute".pdf', content: '%PDF\r\n--' },
    ]);
    expect(await readAll(`${file('file', '')}\r\n${end}`)).toEqual([{ name: 'file', fileName: '', content: '' }]);
    expect(await readAll(end)).toEqual([]);
  });

  it('is the same wherever its body happens to be split, whatever is in the file', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.constantFrom('\r\n', '--', boundary, `\r\n--${boundary.slice(0, 9)}`, '-', '\r', 'a', '\n'), { maxLength: 40 }), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
      async (pieces, sizes) => {
        const content = pieces.join('').replaceAll(`\r\n--${boundary}`, '');
        if (content.startsWith(`--${boundary}`)) return;
        expect(await readAll(`${field('title', 'Minute')}${file('file', 'a.txt')}${content}\r\n${end}`, sizes)).toEqual([
          { name: 'title', fileName: null, content: 'Minute' }, { name: 'file', fileName: 'a.txt', content },
        ]);
      },
    ), { numRuns: 300 });
  });

  it('passes over what is not wanted of a part', async () => {
    const names: string[] = [];
    for await (const { name } of partsOf(inPieces(Buffer.from(`${file('file', 'a.pdf')}${'x'.repeat(100_000)}\r\n${field('title', 'Minute')}${end}`), [1000]), boundary)) names.push(name);
    expect(names).toEqual(['file', 'title']);
  });

  it('is no form where it is cut off, has no names, or has no end to its heads or its parts', async () => {
    const whole = `${field('title', 'Minute')}${file('file', 'a.pdf')}%PDF\r\n${end}`;
    for (const body of ['', 'nothing', whole.slice(0, -8), whole.slice(0, 40), `--${boundary}\r\nContent-Type: text/plain\r\n\r\nx\r\n${end}`, `--${boundary}\r\nX: ${'x'.repeat(20_000)}`, field('a', 'b').repeat(300) + end]) {
      await expect(readAll(body, [97]), body.slice(0, 60)).rejects.toThrow(NotAForm);
    }
  });

  it('says its boundary in its type', () => {
    expect(boundaryOf('multipart/form-data; boundary=----WebKitFormBoundaryabc')).toBe('----WebKitFormBoundaryabc');
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"; x=y')).toBe('a b');
    for (const type of [null, '', 'text/plain', 'multipart/form-data', 'multipart/mixed; boundary=a', `multipart/form-data; boundary=${'a'.repeat(71)}`]) expect(boundaryOf(type)).toBeNull();
  });
});
