import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from '../bench/server';
import { onConnection } from '../bench/stores';
import { install, type Installation } from './installation';
import { lookFor } from './kept';
import { ask, Ledger, pause, send, type, type Write } from './writers';

const kills = 10;
const people = 20;
/** Beyond what the same server takes meanwhile for a file that needs no database, so that a busy machine is not taken for a page that hangs. */
const longestAnswer = 3_000;

let installation: Installation;
let server: Server;

beforeAll(async () => {
  installation = await install({ people, servers: 1 });
  server = await installation.serve(installation.ports[0]!);
});
afterAll(async () => {
  await server?.kill();
  await installation.stop();
});

test(`${kills} times PostgreSQL is killed under ${people} people who save: what was acknowledged is there once, nothing hangs, and the same server goes on`, async () => {
  const ledger = new Ledger();
  const now = { over: false };
  const told = { kills: 0, withWritesUnderWay: 0, slowestReturn: 0 };
  const files = new Ledger();

  const all = installation.where.cookies.map((cookie) => person(cookie));
  const asking = askForFiles();
  for (; told.kills < kills; told.kills += 1) {
    const before = ledger.acknowledged.length;
    while (ledger.acknowledged.length < before + people) await pause(10);
    await pause(randomInt(500));
    if (ledger.writing > 0) told.withWritesUnderWay += 1;
    process.kill(installation.own.store.pid, 'SIGKILL');
    await untilPostgresAnswers();
    const from = performance.now();
    while (!(await isWell())) await pause(50);
    told.slowestReturn = Math.max(told.slowestReturn, performance.now() - from);
  }
  now.over = true;
  await Promise.all([...all, asking]);

  async function askForFiles() {
    while (!now.over) {
      await ask(files, `${server.url}/icon.svg`, {});
      await pause(25);
    }
  }

  async function person(cookie: string) {
    let unanswered: Write | null = null;
    while (!now.over || unanswered) {
      const write: Write | null = unanswered ?? (await type(ledger, server, installation.where, cookie));
      const saved: boolean = write !== null && (await send(ledger, server, write, cookie)) === 'saved';
      unanswered = saved ? null : write;
      // As long as somebody needs to read what they are told, and press again.
      await pause(saved ? 20 : 200);
    }
  }

  async function isWell() {
    const answer = await ask(ledger, `${server.url}/plan?rag=red`, { headers: { cookie: installation.where.cookies[0]! } });
    return answer?.status === 200;
  }

  async function untilPostgresAnswers() {
    for (;;) {
      try {
        await onConnection(installation.own.ownerUrl(), (sql) => sql`select 1`);
        return;
      } catch {
        await pause(50);
      }
    }
  }

  const kept = await lookFor(installation.own.ownerUrl(), ledger.writes);
  const acknowledged = ledger.acknowledged.length;
  const again = ledger.acknowledged.filter((write) => write.sent > 1).length;
  const failed = [...server.said().matchAll(/"kind":"(\w+)"(?:,"code":"(\w+)")?/g)].map(([, kind, code]) => [kind, code].filter(Boolean).join(' '));
  const kinds = [...new Set(failed)].map((kind) => `${kind} ${failed.filter((one) => one === kind).length}`).join(', ');
  const uncaught = server.said().split('\n').filter((line) => /uncaughtException|unhandledRejection|TypeError/.test(line));
  console.log(
    `PostgreSQL: ${told.kills} kills under ${people} people, ${told.withWritesUnderWay} with a write under way; ${acknowledged} writes acknowledged (${again} only when sent again), ${kept.found} found once with history, ` +
      `${kept.lost.length} lost, ${kept.doubled.length} doubled, ${kept.halfWritten.length} half written; slowest answer ${Math.round(ledger.slowest)} ms, slowest file ${Math.round(files.slowest)} ms; ${uncaught.length} uncaught errors; ` +
      `well again ${Math.round(told.slowestReturn)} ms after PostgreSQL at the latest\n  answers: ${[...ledger.answers].map(([what, count]) => `${what} ${count}`).join(', ')}; failures in the log: ${kinds}`,
  );
  expect(ledger.unexpected).toEqual([]);
  expect(kept).toEqual({ found: acknowledged, lost: [], doubled: [], halfWritten: [] });
  expect(uncaught).toEqual([]);
  expect(server.isRunning()).toBe(true);
  expect(told.withWritesUnderWay).toBeGreaterThan(0);
  expect([...ledger.answers.keys()]).not.toContain('write broken off');
  expect(ledger.slowest).toBeLessThan(longestAnswer + files.slowest);
});
