import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { acts, type Act } from '../../db/policies/matrix';
import { todayInEngland } from '../../lib/dates/calendar-date';
import { callAs, signedOut, type Caller } from '../setup/http';
import { expect, test } from '../setup/test';
import { peopleOf } from './expectations';
import { validPosts } from './valid-posts';

/** Every server function of the build: the name it can be posted to under, and who its own call says may use it. */
type ServerFunction = { id: string; name: string; act: string; page: string };

function everyServerFunction(): ServerFunction[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
    const declared = new RegExp(`export const ${exportedName} = [\\s\\S]*?act: '([a-z-]+)'`).exec(readFileSync(filename, 'utf8'))?.[1];
    if (!declared) throw new Error(`${exportedName} does not say who may use it`);
    const page = Object.keys(workers)[0]!.replace(/^app/, '').replace(/\/page$/, '').replace(/\[\w+\]/g, 'absent');
    return { id, name: exportedName, act: declared, page: page || '/' };
  });
}

// A post that is turned away is not read to its end: its connection is not used again.
const apart = { connection: 'close' };

const ofForms = (one: ServerFunction) => one.act in acts && one.act !== 'own-session';

/** As a browser with JavaScript posts it: the state of the form, then what was typed. */
function formPost(values: Record<string, string | string[]>, origin: Record<string, string>, id: string) {
  const multipart = new FormData();
  for (const [name, value] of Object.entries({ _key: randomUUID(), ...values })) for (const one of [value].flat()) multipart.append(`_1_${name}`, one);
  multipart.append('0', JSON.stringify([{ attempt: 0, issues: [], values: {} }, '$K1']));
  return { multipart, headers: { 'next-action': id, accept: 'text/x-component', ...apart, ...origin }, maxRedirects: 0 };
}

type Answer = { status: number; redirect: string; text: string };

async function post(caller: Caller, one: ServerFunction, values: Record<string, string | string[]>, origin: Record<string, string>): Promise<Answer> {
  const answer = await caller.context.post(one.page, formPost(values, origin, one.id));
  const headers = answer.headers();
  return { status: answer.status(), redirect: (headers['x-action-redirect'] ?? headers.location ?? '').replace(/;.*$/, ''), text: await answer.text() };
}

/** A form that was accepted leads on to its record; everything else stays, or leads to signing in. */
const accepted = ({ redirect }: Answer) => redirect !== '' && !redirect.startsWith('/sign-in');

test('no server function is done for somebody who may not, or from another site, and each is for who may', async ({ data, baseURL }) => {
  test.setTimeout(240_000);
  const here = { origin: baseURL! };
  const elsewhere: Record<string, Record<string, string>> = {
    'a foreign origin': { origin: 'https://example.invalid' },
    'an opaque origin': { origin: 'null' },
    'another port': { origin: baseURL!.replace(/:\d+$/, ':1') },
    'no origin': {},
    'a page of another site': { ...here, 'sec-fetch-site': 'cross-site' },
  };
  const functions = everyServerFunction().filter(ofForms);
  const posts = validPosts(data);
  expect(functions.map((one) => one.name).sort(), 'server functions that this spec posts to').toEqual(Object.keys(posts).sort());

  const people = peopleOf(await data.world(), todayInEngland(new Date()));
  const callers = new Map<string, Caller>();
  const callerOf = async (name: string) => {
    if (!callers.has(name)) callers.set(name, await callAs(name, baseURL!));
    return callers.get(name)!;
  };
  const visitor = await signedOut(baseURL!);
  const cells: { what: string; wrong: string | null }[] = [];
  const note = (what: string, wrong: string | false) => cells.push({ what, wrong: wrong || null });

  for (const [place, one] of functions.entries()) {
    const { as, values, not = [] } = await posts[one.name]!();
    const right = await callerOf(as);
    const broken = (answer: Answer) => answer.status >= 500 && `${answer.status}`;

    const out = await post(visitor, one, values, here);
    note(`${one.name} by nobody`, broken(out) || (!out.redirect.startsWith('/sign-in') && `${out.status} ${out.redirect}`));
    for (const [from, origin] of Object.entries(elsewhere)) {
      const answer = await post(right, one, values, origin);
      // The framework itself answers a foreign origin, and says 500 before the function is reached.
      const byFramework = from === 'a foreign origin' || from === 'an opaque origin' || from === 'another port';
      note(`${one.name} from ${from}`, (accepted(answer) && `accepted: ${answer.redirect}`) || (!byFramework && broken(answer)));
    }
    const mayNot = people.filter((person) => !person.may(one.act as Act)).map((person) => person.name);
    const some = [...new Set([...not, ...Array.from({ length: 6 }, (_, more) => mayNot[(place * 5 + more * 3) % mayNot.length]!)])];
    for (const name of some) {
      const answer = await post(await callerOf(name), one, values, here);
      note(`${one.name} by ${name}`, broken(answer) || (accepted(answer) && `accepted: ${answer.redirect}`) || (mayNot.includes(name) && answer.status !== 404 && `answered ${answer.status}, not 404`));
    }
    const done = await post(right, one, values, here);
    note(`${one.name} by ${as}, who may`, !accepted(done) && `not accepted: ${done.status} ${/"(issues|refusal)":[^\n]*/.exec(done.text)?.[0]?.slice(0, 300) ?? done.text.slice(0, 200)}`);
  }
  const wrong = cells.filter((cell) => cell.wrong);
  console.log(`server functions: ${functions.length}, ${cells.length} posts over HTTP, ${wrong.length} differences`);
  expect(wrong.map((cell) => `${cell.what}: ${cell.wrong}`)).toEqual([]);
});

test('what is malformed breaks nothing', async ({ baseURL }) => {
  const caller = await callAs('Priya Nair', baseURL!);
  const bodies: (string | Buffer)[] = ['', '[]', '["$K1"]', '[null,null]', '[{},{}]', '{"then":1}', '["$F1"]', '["$Q1","$W2"]', '["$@1"]', '[[[[[[[[[[', '"\\u0000"', '[1e999]', '["$n9999999999999999999999"]', '["$D not a date"]', Buffer.from([0xff, 0xfe, 0x00])];
  let cells = 0;
  for (const one of everyServerFunction().filter(ofForms).slice(0, 6)) {
    for (const body of bodies) {
      const answer = await caller.context.post(one.page, { data: body, headers: { 'next-action': one.id, 'content-type': 'text/plain;charset=UTF-8', origin: baseURL! }, maxRedirects: 0 });
      expect(answer.headers()['x-action-redirect'], `${one.name} ${String(body)}`).toBeUndefined();
      cells += 1;
    }
  }
  for (const id of ['', 'x', '0'.repeat(42), '7f'.padEnd(42, '0'), '../../etc', 'constructor', '__proto__']) {
    const answer = await caller.context.post('/account', { data: '[]', headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', origin: baseURL! }, maxRedirects: 0 });
    expect(answer.status(), `the name ${id}`).toBeLessThan(500);
    cells += 1;
  }
  // Whatever came before, the server still answers.
  expect((await caller.get('/')).status()).toBe(200);
  console.log(`malformed: ${cells} posts over HTTP, 0 accepted`);
});

test('what is refused is refused quietly, with no answer of 500', async ({ baseURL }) => {
  const caller = await callAs('Priya Nair', baseURL!);
  const functions = everyServerFunction();
  for (const one of functions) {
    for (const headers of [{ origin: 'https://example.invalid' }, { origin: 'null' }, {}, { origin: baseURL!, 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) {
      const answer = await caller.context.post(one.page, { ...formPost({}, headers, one.id) });
      expect(answer.status(), `${one.name} ${JSON.stringify(headers)}`).toBeLessThan(500);
    }
    for (const data of ['[]', '["$K1"]', '[null,null]', '[{},{}]']) {
      const answer = await caller.context.post(one.page, { data, headers: { 'next-action': one.id, 'content-type': 'text/plain;charset=UTF-8', origin: baseURL! }, maxRedirects: 0 });
      expect(answer.status(), `${one.name} ${data}`).toBeLessThan(500);
    }
  }
});

test('a session is not ended, kept or begun from another site', async ({ baseURL, data }) => {
  const caller = await callAs('Katherine Doyle', baseURL!);
  const functions = everyServerFunction();
  const named = (name: string) => functions.find((one) => one.name === name)!;
  const [account] = await data.sql<{ id: string }[]>`select a.id from app.accounts a join app.persons p on p.id = a.person_id where p.name = 'Katherine Doyle'`;
  const call = async (name: string, fields: Record<string, string>, headers: Record<string, string>) => {
    const multipart = new FormData();
    for (const [field, value] of Object.entries(fields)) multipart.append(`_1_${field}`, value);
    multipart.append('0', '["$K1"]');
    return caller.context.post('/account', { multipart, headers: { 'next-action': named(name).id, ...apart, ...headers }, maxRedirects: 0 });
  };
  for (const headers of [{ origin: 'https://example.invalid' }, { origin: 'null' }, {}, { origin: baseURL!, 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) {
    for (const [name, fields] of [['submitSignOut', {}], ['submitSignOutEverywhere', {}], ['submitTryAs', { account: account!.id }], ['submitDraft', { _form: 'record-notification', outline: 'from elsewhere' }], ['staySignedIn', {}], ['submitPutAway', { message: account!.id }]] as const) {
      const answer = await call(name, fields, headers);
      expect(answer.headers()['set-cookie'], name).toBeUndefined();
      // Turned away at most to the first page.
      expect(answer.headers()['x-action-redirect'] ?? '/;', name).toMatch(/^\/;/);
    }
  }
  expect((await caller.get('/account')).status()).toBe(200);
  expect(await data.sql`select 1 from app.drafts where account_id = ${account!.id}`).toHaveLength(0);
  // And from here it works.
  expect((await call('submitSignOut', {}, { origin: baseURL! })).headers()['x-action-redirect']).toMatch(/^\/signed-out/);
  expect((await caller.get('/account')).status()).toBe(307);
});
