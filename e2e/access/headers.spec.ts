import { routes } from '../../app/routes';
import { callAs, formsIn, signedOut, asFormData } from '../setup/http';
import { expect, test } from '../setup/test';

/** An address of every route, and some that are none. */
async function everyPath(sql: { unsafe(text: string): Promise<Record<string, string>[]> }): Promise<string[]> {
  const one = async (text: string) => (await sql.unsafe(text))[0]?.id ?? 'absent';
  const values: Record<string, string> = {
    reference: await one("select s.reference as id from app.sources s join app.rapid_reviews r on r.review_id = s.id where s.title = 'Child H'"),
    figure: 'checked', by: 'level', key: 'reached', year: '2020-21', token: 'not-a-token-that-anybody-was-given', id: '00000000-0000-4000-8000-000000000000',
  };
  const action = await one('select reference as id from app.actions where example limit 1');
  const recommendation = await one('select reference as id from app.recommendations where example limit 1');
  // A route that takes files answers posts alone.
  return Object.keys(routes).filter((route) => !route.endsWith('/upload')).map((route) =>
    route.replace(/\[(\w+)\]/g, (_, name: string) => (name === 'reference' && route.startsWith('/plan') ? action : name === 'reference' && route.startsWith('/recommendations') ? recommendation : (values[name] ?? 'absent'))),
  );
}

test('every page carries a content security policy with a nonce, is kept nowhere and is sniffed by nobody', async ({ baseURL, data }) => {
  const paths = [...(await everyPath(data.sql)), '/no-such-page', '/reviews/RR-2026-ZZZZ'];
  const nonces = new Set<string>();
  let pages = 0;
  for (const caller of [await callAs('Priya Nair', baseURL!), await signedOut(baseURL!)]) {
    for (const path of paths) {
      const answer = await caller.get(path);
      const { 'content-security-policy': policy, 'cache-control': kept, ...headers } = answer.headers();
      const where = `${path} for ${caller.name}`;
      expect(answer.status(), where).toBeLessThan(500);
      expect(headers['x-content-type-options'], where).toBe('nosniff');
      expect(headers['x-frame-options'], where).toBe('DENY');
      expect(headers['referrer-policy'], where).toBe('same-origin');
      expect(headers['x-powered-by'], where).toBeUndefined();
      expect(kept, where).toContain('no-store');
      if (path === '/api/health') continue;
      const scripts = policy?.split('; ').find((part) => part.startsWith('script-src ')) ?? '';
      const nonce = /'nonce-([^']{20,})'/.exec(scripts)?.[1];
      expect(nonce, where).toBeDefined();
      expect(scripts, where).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
      expect(policy, where).toContain("default-src 'none'");
      expect(policy, where).toContain("frame-ancestors 'none'");
      nonces.add(nonce!);
      pages += 1;
      const body = await answer.text();
      for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) expect(tag, where).toContain(`nonce="${nonce}"`);
      expect(body, where).not.toMatch(/<[a-z]+\b[^>]* (style|on[a-z]+)=/);
    }
  }
  // No nonce is used twice.
  expect(nonces.size).toBe(pages);
  expect(pages).toBeGreaterThan(40);
});

test('the image optimiser is off', async ({ baseURL }) => {
  const visitor = await signedOut(baseURL!);
  for (const path of ['/_next/image', '/_next/image?url=%2Ficon.svg&w=64&q=75', `/_next/image?url=${encodeURIComponent('http://127.0.0.1:1/')}&w=64&q=75`]) {
    expect((await visitor.get(path)).status(), path).toBe(404);
  }
});

test('nothing is fetched from another place', async ({ signInAs, baseURL }) => {
  const page = await signInAs('Priya Nair');
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).origin));
  for (const path of ['/', '/reviews', '/assurance', '/assurance/years/2020-21', '/account']) await page.goto(path);
  expect([...new Set(asked)]).toEqual([baseURL]);
});

test('the session cookie is out of reach of scripts and other sites', async ({ baseURL, request }) => {
  const form = formsIn(await (await request.get('/sign-in')).text()).find((one) => one.buttons.some((button) => button.text.startsWith('Priya Nair')))!;
  const button = form.buttons.find((one) => one.text.startsWith('Priya Nair'))!;
  const answer = await request.post('/sign-in', { multipart: asFormData([...form.fields, [button.name, button.value]]), headers: { origin: baseURL! }, maxRedirects: 0 });
  const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value);
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/; HttpOnly/i);
  expect(cookies[0]).toMatch(/; SameSite=Lax/i);
  expect(cookies[0]).toMatch(/; Path=\//);
  expect(cookies[0]).not.toMatch(/Domain=/i);
});

test('the health check answers without a session, and tells nothing of what is in it', async ({ baseURL }) => {
  const answer = await (await signedOut(baseURL!)).get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toMatch(/Priya|Child|RR-|postgres:\/\//);
});
