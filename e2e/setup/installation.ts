import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { copyTemplate, databaseUrl, dropDatabase } from '../../db/testing/databases';
import type { TestStore } from '../../db/testing/global-setup';

/** A server with a database of its own: where it answers, and the ways behind it that only tests have. */
export type Installation = { url: string; ownerUrl: string; database: string };

export type Running = { where: Installation; stop(): Promise<void> };

const project = fileURLToPath(new URL('../..', import.meta.url));
const readyWithin = 60_000;

export const encryptionKey = createHash('sha256').update('a key for browser tests').digest('base64');
export const sessionSecret = createHash('sha256').update('a secret for browser tests').digest('base64');

export function rememberStore(store: TestStore): void {
  process.env.CRT_E2E_STORE = JSON.stringify(store);
}

export function sharedInstallation(): Installation {
  return JSON.parse(process.env.CRT_E2E_INSTALLATION ?? 'null') as Installation;
}

/** A copy of the demonstration with the built product running on it. What the server says is kept in test-results. */
export async function startInstallation(store = JSON.parse(process.env.CRT_E2E_STORE ?? 'null') as TestStore): Promise<Running> {
  const database = await copyTemplate(store);
  const ownerUrl = databaseUrl(store, 'crt_owner', database);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(project, 'scripts/serve.mjs'), 'start'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHmac('sha256', Buffer.from(encryptionKey, 'base64')).update('server functions').digest('base64'),
      CRT_MODE: 'demonstration',
      CRT_STORE: 'external',
      CRT_SCHEMA_STATE: await schemaState(ownerUrl),
      CRT_ENCRYPTION_KEY: encryptionKey,
      NEXTAUTH_SECRET: sessionSecret,
      NEXTAUTH_URL: url,
      DATABASE_URL: databaseUrl(store, 'crt_app', database),
      // Specs say which address they come from, as a proxy in front would.
      CRT_PROXIES: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  const said = keepWhatItSays(server, database);
  const stop = async () => {
    await stopServer(server);
    await dropDatabase(store, database);
  };
  try {
    await untilHealthy(server, port, said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { where: { url, ownerUrl, database }, stop };
}

/** What the migrated database has applied is what the server must expect: the two were made from the same files. */
async function schemaState(ownerUrl: string): Promise<string> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await client<{ state: string }[]>`select app.schema_state() as state`;
    return row?.state ?? '';
  } finally {
    await client.end({ timeout: 5 });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))));
    });
  });
}

function keepWhatItSays(server: ChildProcess, name: string): string[] {
  mkdirSync(join(project, 'test-results'), { recursive: true });
  const file = createWriteStream(join(project, 'test-results', `server-${name}.log`));
  const said: string[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString());
      file.write(chunk);
    });
  }
  return said;
}

async function untilHealthy(server: ChildProcess, port: number, said: string[]): Promise<void> {
  const giveUpAt = Date.now() + readyWithin;
  let last = 'it did not answer';
  while (Date.now() < giveUpAt && server.exitCode === null) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(10_000) });
      if (answer.ok) return;
      last = `it answered ${answer.status}: ${await answer.text()}`;
    } catch {
      // It is not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server is not well: ${last}\n${said.join('')}`);
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(late);
}
