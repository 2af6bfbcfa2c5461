import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expectedState } from '../../db/migrate';
import { serverActionsKey } from '../../lib/env/kept-secrets';
import { project } from '../prepare.mjs';

/** What a server and the sessions made for it share. A key and a secret of one run alone. */
export type Secrets = { encryptionKey: string; nextauthSecret: string };

export type Server = {
  readonly url: string;
  readonly pid: number;
  /** Everything it has said. */
  said(): string;
  isRunning(): boolean;
  /** As a power cut would: nothing is finished. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const readyWithin = 60_000;

export function newSecrets(): Secrets {
  return { encryptionKey: randomBytes(32).toString('base64'), nextauthSecret: randomBytes(32).toString('base64') };
}

/** The built pages on a database and a port of the loopback address, with the settings that npm start passes on. Ready when it comes back. */
export async function startServer({ databaseUrl, dataDir, port, secrets }: { databaseUrl: string; dataDir: string; port: number; secrets: Secrets }): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  const kept = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|CRT_|NEXTAUTH_|PG|VITEST)/.test(name));
  const child = spawn(process.execPath, [join(project, 'scripts/serve.mjs'), 'start'], {
    cwd: project,
    env: {
      ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionsKey(secrets),
      CRT_MODE: 'demonstration', CRT_STORE: 'embedded', CRT_DATA_DIR: dataDir, CRT_SCHEMA_STATE: expectedState(), CRT_ENCRYPTION_KEY: secrets.encryptionKey,
      NEXTAUTH_SECRET: secrets.nextauthSecret, NEXTAUTH_URL: url, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const server: Server = {
    url,
    pid: child.pid!,
    said: () => said,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
  await untilWell(server);
  return server;
}

async function untilWell(server: Server) {
  const giveUpAt = Date.now() + readyWithin;
  while (Date.now() < giveUpAt && server.isRunning()) {
    const answer = await fetch(`${server.url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    await answer?.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await server.kill();
  throw new Error(`The server did not get ready. It said:\n${server.said()}`);
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(late);
}

/** A port that is free now. Asked for together, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, () => new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
      const probe = createServer().once('error', reject);
      probe.listen({ port: 0, host: '127.0.0.1' }, () => resolve(probe));
    })),
  );
  const ports = probes.map((probe) => (probe.address() as { port: number }).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
