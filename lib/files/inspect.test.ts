import { describe, expect, it } from 'vitest';
import { inspect } from './inspect';
import { cleanName, kindCalled, kinds, problems, problemWords, sizeInWords } from './kinds';
import { exif, jpeg, png, webp } from './testing/documents';
import { hostile, sound } from './testing/hostile';

const called = (name: string) => /\.([^.]+)$/.exec(name)![1]!;

describe('what is in a file', () => {
  it('is tried with as many hostile files as were asked for, and every reason is met but those that come of sending', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    const met = new Set(hostile.map(({ problem }) => problem));
    expect(problems.filter((problem) => !met.has(problem))).toEqual(['too-large', 'takes-too-long', 'virus', 'scanner-away', 'cut', 'too-many']);
  });

  it.each(hostile.map((one) => [one.name, one.what, one.problem, one] as const))('%s: %s is refused as %s', async (name, _what, problem, { bytes }) => {
    expect(await inspect(bytes(), called(name))).toEqual({ problem });
  });

  it.each(sound.map((one) => [one.name, one.what, one] as const))('%s: %s is taken', async (name, _what, { bytes }) => {
    expect(await inspect(bytes(), called(name))).toMatchObject({ mediaType: kinds[kindCalled(name)!].mediaType });
  });

  it('is never taken where anything is cut off its end, whichever kind it is', async () => {
    for (const { name, bytes } of sound.filter(({ name }) => !/(txt|csv)$/.test(name))) {
      const whole = bytes();
      for (const less of [1, 2, 3, 5, 9, 17, 30, Math.floor(whole.length / 2), whole.length - 1]) {
        const verdict = await inspect(whole.subarray(0, whole.length - less), called(name));
        // White at the end of a PDF says nothing, and what follows a picture of a telephone goes in any case.
        if ('problem' in verdict) continue;
        expect([name, less]).toEqual(expect.arrayContaining([expect.stringMatching(/^(report\.pdf|photo\.jpeg)$/)]));
        expect(less).toBeLessThanOrEqual(4);
      }
    }
  });

  it('of a picture is no more than the picture: nothing of where, when and by whom', async () => {
    for (const [name, bytes] of [['jpg', jpeg({ more: [exif(6)] })], ['png', png({ more: [['tEXt', 'Author\0Somebody'], ['eXIf', 'Somewhere']] })], ['webp', webp({ more: [['EXIF', 'Somebody'], ['XMP ', 'Somewhere']] })]] as const) {
      const verdict = await inspect(bytes, name);
      const cleaned = 'cleaned' in verdict ? verdict.cleaned! : Buffer.alloc(0);
      expect(cleaned.toString('latin1')).not.toMatch(/Some|GPS|Cameras|tEXt|eXIf|XMP/);
      // And it is one that is taken again as it is.
      expect(await inspect(cleaned, name)).toMatchObject({ cleaned });
    }
  });

  it('stays the right way up', async () => {
    const verdict = await inspect(jpeg({ more: [exif(6)] }), 'jpg');
    const cleaned = (verdict as { cleaned: Buffer }).cleaned;
    expect(cleaned.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBeGreaterThan(0);
    expect((await inspect(jpeg({ more: [exif(1)] }), 'jpg') as { cleaned: Buffer }).cleaned.includes('Exif')).toBe(false);
  });
});

describe('what a file is called', () => {
  it.each([
    ['minute.pdf', 'minute.pdf'], ['../../etc/passwd.pdf', 'passwd.pdf'], ['C:\\fakepath\\minute.pdf', 'minute.pdf'], ['..', 'file'], ['', 'file'], ['a\0b\r\nc.pdf', 'abc.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'], ['<b>"x"|?*.txt', 'bx.txt'], ['  minute  of \t the meeting. .pdf', 'minute of the meeting..pdf'], ['.htaccess', 'htaccess'],
    ['Łódź – Protokół.docx', 'Łódź – Protokół.docx'], [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%j becomes %j', (given, name) => expect(cleanName(given)).toBe(name));

  it('says which kind it should be', () => {
    expect(['a.PDF', 'a.jpeg', 'a.b.csv', 'a', 'a.svg', 'pdf'].map(kindCalled)).toEqual(['pdf', 'jpeg', 'csv', null, null, null]);
  });
});

it('every reason says what to do, without a code', () => {
  for (const words of Object.values(problemWords)) expect(words).toMatch(/(Choose|choose|Save|save|Add|Print|Try again|Tell) /);
});

it('sizes are told as people say them', () => {
  expect([12, 420_000, 25 * 1024 * 1024, 1_300_000].map(sizeInWords)).toEqual(['12 bytes', '410 KB', '25 MB', '1.2 MB']);
});
