import { randomInt, randomUUID } from 'node:crypto';
import { asBody, fillIn, readForm, unescaped, type FormFields } from '../bench/forms';
import type { Server } from '../bench/server';

/** One thing somebody wants saved. It keeps the key of the form it was typed into, so that sending it again is the same event. */
export type Write = {
  kind: 'update' | 'notification';
  /** Stands in the text, to be found again. */
  token: string;
  key: string;
  page: string;
  fields: FormFields;
  sent: number;
  /** The person was sent on to a page that says it is saved. */
  acknowledged: boolean;
};

export type Answered = { status: number; location: string | null; text: string };

/** What happened, as the people at their browsers saw it. */
export class Ledger {
  readonly writes: Write[] = [];
  slowest = 0;
  /** Requests under way, and of those the writes. */
  asking = 0;
  writing = 0;
  answers = new Map<string, number>();
  unexpected: string[] = [];

  note(what: string) {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
  }

  get acknowledged() {
    return this.writes.filter((write) => write.acknowledged);
  }
}

export type Where = { councilId: string; actions: string[]; cookies: string[] };

/** No page may take this long; a request that does counts as one that hangs. */
const givesUpAfter = 15_000;

/** Asks as a browser without JavaScript, and says null where the connection broke. */
export async function ask(ledger: Ledger, url: string, init: RequestInit): Promise<Answered | null> {
  const from = performance.now();
  ledger.asking += 1;
  if (init.method === 'POST') ledger.writing += 1;
  try {
    const response = await fetch(url, { ...init, headers: { accept: 'text/html,*/*;q=0.8', ...init.headers }, redirect: 'manual', signal: AbortSignal.timeout(givesUpAfter) });
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  } catch {
    return null;
  } finally {
    ledger.asking -= 1;
    if (init.method === 'POST') ledger.writing -= 1;
    ledger.slowest = Math.max(ledger.slowest, performance.now() - from);
  }
}

/** Opens a page with a form, and types into it. Null where the page did not come. */
export async function type(ledger: Ledger, server: Server, where: Where, cookie: string): Promise<Write | null> {
  const kind = randomInt(4) === 0 ? 'notification' : 'update';
  const reference = where.actions[randomInt(where.actions.length)]!;
  const page = kind === 'update' ? `/plan/${reference}` : '/reviews/new';
  const answer = await ask(ledger, server.url + page, { headers: { cookie } });
  ledger.note(answer ? `page ${answer.status}` : 'page broken off');
  if (answer?.status !== 200) return null;
  const token = randomUUID();
  const fields = fillIn(readForm(answer.text, kind === 'update' ? 'nextStep' : 'pseudonym'), kind === 'update' ? anUpdate(token) : aNotification(token, where.councilId));
  const write: Write = { kind, token, key: fields.find(([name]) => name === '_key')![1], page, fields, sent: 0, acknowledged: false };
  ledger.writes.push(write);
  return write;
}

/** Sends it. What comes back is "saved", a page that says "not just now" with what was typed and would send it again, or nothing. */
export async function send(ledger: Ledger, server: Server, write: Write, cookie: string): Promise<'saved' | 'later'> {
  write.sent += 1;
  const answer = await ask(ledger, server.url + write.page, { method: 'POST', headers: { cookie, origin: server.url }, body: asBody(write.fields) });
  if (answer?.status === 303 && answer.location?.includes('?said=')) {
    write.acknowledged = true;
    ledger.note('saved');
    return 'saved';
  }
  if (!answer) ledger.note('write broken off');
  else if (answer.status === 200 && answer.text.includes('could not be saved just now') && answer.text.includes(write.token)) ledger.note('told to try again, text given back');
  else if (answer.status >= 500 && sendsAgain(answer.text, write)) ledger.note(`write ${answer.status}, text given back`);
  else {
    ledger.note(`write ${answer.status}`);
    ledger.unexpected.push(`${write.kind}: ${answer.status} ${answer.location ?? ''} ${wordsOf(answer.text)}`);
  }
  return 'later';
}

/** The plain page of a failure carries the form as it was, key and all. */
function sendsAgain(html: string, { fields }: Write): boolean {
  const carried = [...html.matchAll(/<textarea hidden name="([^"]*)">\n([^<]*)<\/textarea>/g)].map(([, name, value]) => `${unescaped(name!)}=${unescaped(value!).replaceAll('\r\n', '\n')}`);
  return carried.join('\n') === fields.map(([name, value]) => `${name}=${value}`).join('\n');
}

function anUpdate(token: string) {
  return { text: `The team managers have agreed who does this. ${token}`, nextStep: 'Ask the third agency' };
}

function aNotification(token: string, councilId: string) {
  return {
    pseudonym: `Example ${token.slice(0, 8)}`, nature: 'serious_harm', abuseSuspected: 'yes', area: 'other', notifyingAgency: councilId, setting: 'home', incidentOn: '2 November 2026', awareOn: '3 November 2026',
    sentOn: '4 November 2026', ageBand: 'under_1', gender: 'not_stated', ethnicity: 'not_known', disability: 'unclear', livingArrangement: 'not_stated', careStatus: 'not_stated', outline: `What is known so far. ${token}`, mediaInterest: 'no',
  };
}

function wordsOf(html: string): string {
  const [, main] = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html) ?? [];
  return (main ?? html).replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 300);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
