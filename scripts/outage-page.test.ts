import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerFailuresInPlainHtml } from './outage-page.mjs';

const seen: { reference?: string; read: number } = { read: 0 };
const failing = '<html id="__next_error__"></html>';
const wants = { accept: 'text/html,*/*;q=0.8' };

/** Answers as the framework does: reads what was sent, then the status that the address names. */
async function answer(request: IncomingMessage, response: ServerResponse) {
  seen.reference = request.headers['x-crt-reference'] as string;
  seen.read = 0;
  await new Promise((resolve) => setTimeout(resolve, 5));
  for await (const chunk of request) seen.read += (chunk as Buffer).length;
  const [, status, type = 'text/html'] = request.url!.split('?')[0]!.split('/');
  response.statusCode = Number(status);
  response.setHeader('content-type', type.replace('-', '/'));
  response.setHeader('content-security-policy', "script-src 'nonce-1'");
  response.setHeader('content-length', failing.length);
  response.write(failing.slice(0, 10));
  response.end(failing.slice(10));
}

const server = createServer((request, response) => void answer(request, response));
let port: number;
beforeAll(async () => {
  answerFailuresInPlainHtml();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = (path: string, headers: Record<string, string> = wants) => fetch(`http://127.0.0.1:${port}${path}`, { headers });

function post(path: string, fields: [string, string][], headers: Record<string, string> = wants) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers });
}

/** What a browser without scripts would send from this page. */
function fieldsOf(html: string): [string, string][] {
  const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return [...html.matchAll(/<textarea hidden name="([^"]*)">\n([^<]*)<\/textarea>/g)].map(([, name, value]) => [plain(name!), plain(value!)]);
}

describe('a page that failed', () => {
  test('is said in plain HTML, with the status it had and the reference that the log has', async () => {
    const response = await get('/500');
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const html = await response.text();
    expect(html).toContain('<h1>There is a problem with the service</h1>');
    expect(seen.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(html).toContain(`<b>${seen.reference}</b>`);
    expect(html).not.toContain('__next_error__');
  });

  test('gives back what was typed, to be sent again just as it was', async () => {
    const fields: [string, string][] = [['_key', 'the key'], ['$ACTION_1:0', '{"id":"1"}'], ['nextStep', '\r\nAsk "them" <b>& us</b>'], ['agencies', 'one'], ['agencies', 'two'], ['empty', '']];
    const html = await (await post('/503', fields)).text();
    expect(html).toContain('<h1>This could not be saved just now</h1>');
    expect(html).toContain('<dt>Next step</dt><dd>\r\nAsk &#34;them&#34; &#60;b&#62;&#38; us&#60;/b&#62;</dd>');
    expect(html).not.toContain('<dt>Empty');
    expect(fieldsOf(html)).toEqual(fields);
  });

  test('gives back no password, and nothing of the form that had one', async () => {
    const html = await (await post('/500', [['email', 'person@example.invalid'], ['password', 'not to be seen']])).text();
    expect(html).not.toContain('not to be seen');
    expect(fieldsOf(html)).toEqual([]);
  });

  test('says no more than that where too much was sent to keep', async () => {
    const response = await post('/500', [['text', 'x'.repeat(1_100_000)]]);
    expect(seen.read).toBeGreaterThan(1_100_000);
    expect(fieldsOf(await response.text())).toEqual([]);
  });

  test('makes no more of it than it was', async () => {
    const body = 'a&'.repeat(400_000);
    const response = await fetch(`http://127.0.0.1:${port}/500`, { method: 'POST', body, headers: { ...wants, 'content-type': 'application/x-www-form-urlencoded' } });
    expect((await response.text()).length).toBeLessThan(10_000);
  });

  test('goes nowhere else than the address it was asked at', async () => {
    const html = await (await get('/500?then=//elsewhere.invalid')).text();
    expect(html).not.toContain('elsewhere');
  });
});

describe('everything else goes through as it is', () => {
  test.each([
    ['a page', '/200', wants],
    ['a page that is not there', '/404', wants],
    ['data that failed', '/503/application-json', wants],
    ['a part of a page', '/500', { ...wants, rsc: '1' }],
    ['a form sent by a script', '/500', { ...wants, 'next-action': 'a' }],
    ['what no browser asked for', '/500', { accept: '*/*' }],
  ])('%s', async (_, path, headers) => {
    const response = await get(path, headers);
    expect(await response.text()).toBe(failing);
    expect(response.headers.get('content-security-policy')).toBe("script-src 'nonce-1'");
  });

  test('a form is read as it was sent, in one piece or in many', async () => {
    const body = 'text=a+long+way';
    const status = await new Promise((resolve, reject) => {
      const asked = ask({ port, host: '127.0.0.1', method: 'POST', path: '/200', headers: { ...wants, 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length } }, (response) => resolve(response.resume().statusCode));
      asked.once('error', reject).write(body.slice(0, 4));
      setTimeout(() => asked.end(body.slice(4)), 30);
    });
    expect(status).toBe(200);
    expect(seen.read).toBe(body.length);
  });
});
