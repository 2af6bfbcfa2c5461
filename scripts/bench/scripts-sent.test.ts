import { expect, test } from 'vitest';
import { scriptsOf } from './scripts-sent';

test('every script of a page is counted once, in the markup or in the payload, and those for old browsers are not', () => {
  const html = `<script src="/_next/static/chunks/main.js" async=""></script><script src="/_next/static/chunks/old.js" noModule=""></script>
    <script>self.__next_f.push([1,"5:I[1,[\\"/_next/static/chunks/main.js\\",\\"static/chunks/form.js\\"]]"])</script>`;
  expect(scriptsOf(html)).toEqual(['/_next/static/chunks/form.js', '/_next/static/chunks/main.js']);
});
