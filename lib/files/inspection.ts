import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Problem } from '@/lib/files/kinds';
import { log } from '@/lib/log/log';

/** Has a file looked at by `inspector.ts`, in a process of its own with a limit of memory and of time. */

export type Inspected = { mediaType: string; /** Where the file was written anew. */ cleaned: Buffer | null } | { problem: Problem };

/** At once, on one server: the rest of the machine is for those who wait for a page. */
const mostAtOnce = 2;
const longest = 15_000;
const memory = 384;

const waiting: (() => void)[] = [];
let running = 0;

export async function inspectApart(bytes: AsyncIterable<Buffer>, called: string): Promise<Inspected> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await run(bytes, called);
  } finally {
    // Whoever waits takes the place over.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function run(bytes: AsyncIterable<Buffer>, called: string): Promise<Inspected> {
  const { PATH, TMPDIR } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, '--import', 'tsx', join(process.cwd(), 'lib/files/inspector.ts'), called], {
    stdio: ['pipe', 'pipe', 'ignore'], env: { NODE_ENV: 'production', PATH, TMPDIR }, timeout: longest, killSignal: 'SIGKILL',
  });
  // Those who wait for a page come first. Where the system does not let it, it is as it is.
  try {
    if (child.pid) setPriority(child.pid, 10);
  } catch {}
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => child.once('error', reject).once('close', (code, signal) => resolve({ code, signal })));
  const told: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => told.push(part));
  // A process that has its verdict, or has died, reads no further.
  const [{ code, signal }] = await Promise.all([ended, pipeline(bytes, child.stdin).catch(() => {})]);
  if (signal === 'SIGKILL') return { problem: 'takes-too-long' };
  if (code !== 0) {
    log.warn({ code, signal, called }, 'a file could not be looked into');
    return { problem: code === 134 || signal === 'SIGABRT' ? 'opens-too-large' : 'damaged' };
  }
  const out = Buffer.concat(told);
  const line = out.indexOf('\n');
  const verdict = JSON.parse(out.toString('utf8', 0, line)) as { mediaType: string; cleaned: number | null } | { problem: Problem };
  if ('problem' in verdict) return { problem: verdict.problem };
  return { mediaType: verdict.mediaType, cleaned: verdict.cleaned === null ? null : out.subarray(line + 1) };
}
