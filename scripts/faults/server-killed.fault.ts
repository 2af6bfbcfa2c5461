import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Server } from '../bench/server';
import { install, type Installation } from './installation';
import { lookFor } from './kept';
import { Ledger, pause, send, type, type Write } from './writers';

const kills = 50;
/** Two servers on one database, so that one takes writes while the other one starts again. */
const lanes = 2;
const peopleAtEach = 4;

let installation: Installation;
const running = new Set<Server>();

beforeAll(async () => {
  installation = await install({ people: lanes * peopleAtEach, servers: lanes });
});
afterAll(async () => {
  for (const server of running) await server.kill();
  await installation.stop();
});

test(`${kills} times the server is killed while people save: what was acknowledged is there once, with its history, and nothing is there in part`, async () => {
  const ledger = new Ledger();
  const told = { kills: 0, withWritesUnderWay: 0, slowestStart: 0 };

  await Promise.all(installation.ports.map((port, place) => lane(port, installation.where.cookies.slice(place * peopleAtEach, (place + 1) * peopleAtEach))));

  async function lane(port: number, cookies: string[]) {
    const now: { server: Server | null; over: boolean; saved: number } = { server: null, over: false, saved: 0 };
    const people = cookies.map((cookie) => person(now, cookie));
    while (told.kills < kills) {
      told.kills += 1;
      now.server = await startAgain(port);
      now.saved = 0;
      while (now.saved === 0) await pause(5);
      await pause(randomInt(400));
      if (ledger.writing > 0) told.withWritesUnderWay += 1;
      const { server } = now;
      now.server = null;
      await server.kill();
      running.delete(server);
    }
    // Once more, so that those who wait for an answer can send theirs again.
    now.over = true;
    now.server = await startAgain(port);
    await Promise.all(people);
    await now.server.stop();
    running.delete(now.server);
  }

  async function startAgain(port: number): Promise<Server> {
    const from = performance.now();
    const server = await installation.serve(port);
    running.add(server);
    told.slowestStart = Math.max(told.slowestStart, performance.now() - from);
    return server;
  }

  /** Types, sends, and where no answer comes sends the same again; one in four walks away instead. */
  async function person(now: { server: Server | null; over: boolean; saved: number }, cookie: string) {
    let unanswered: Write | null = null;
    while (!now.over || unanswered) {
      const { server } = now;
      if (!server) {
        await pause(10);
        continue;
      }
      const write: Write | null = unanswered ?? (await type(ledger, server, installation.where, cookie));
      if (!write) {
        await pause(10);
        continue;
      }
      const saved: boolean = (await send(ledger, server, write, cookie)) === 'saved';
      if (saved) now.saved += 1;
      unanswered = saved || (write.sent === 1 && randomInt(4) === 0) ? null : write;
    }
  }

  const kept = await lookFor(installation.own.ownerUrl(), ledger.writes);
  const acknowledged = ledger.acknowledged.length;
  const again = ledger.acknowledged.filter((write) => write.sent > 1).length;
  console.log(
    `The server: ${told.kills} kills, ${told.withWritesUnderWay} with a write under way; ${ledger.writes.length} writes begun, ${acknowledged} acknowledged (${again} only when sent again), ` +
      `${kept.found} found once with history, ${kept.lost.length} lost, ${kept.doubled.length} doubled, ${kept.halfWritten.length} half written; slowest start ${Math.round(told.slowestStart)} ms`,
  );
  expect(ledger.unexpected).toEqual([]);
  expect(kept).toEqual({ found: acknowledged, lost: [], doubled: [], halfWritten: [] });
  expect(told.kills).toBe(kills);
  expect(acknowledged).toBeGreaterThanOrEqual(kills);
  expect(told.withWritesUnderWay).toBeGreaterThan(kills / 4);
});
