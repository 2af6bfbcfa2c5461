import { connect, type Socket } from 'node:net';
import type { Problem } from '@/lib/files/kinds';

/**
 * Asks a virus scanner that speaks clamd's INSTREAM: "zINSTREAM", parts with their length before them, an empty one at the end; the answer is
 * "stream: OK" or "stream: <name> FOUND". Whatever else happens, the file is not taken.
 */
const patience = 60_000;

/** Where it listens: `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`. */
export async function scan(scanner: string, bytes: AsyncIterable<Buffer>): Promise<Problem | null> {
  const socket = open(scanner);
  try {
    const answer = answerOf(socket);
    // Whatever ends the sending early is told by the answer.
    await send(socket, bytes).catch(() => {});
    const said = await answer;
    if (/\bFOUND\s*$/.test(said)) return 'virus';
    return /^stream: OK$/.test(said.trim()) ? null : 'scanner-away';
  } catch {
    return 'scanner-away';
  } finally {
    socket.destroy();
  }
}

function open(scanner: string): Socket {
  if (scanner.startsWith('unix:')) return connect({ path: scanner.slice('unix:'.length), timeout: patience });
  const { hostname, port } = new URL(scanner);
  return connect({ host: hostname, port: Number(port || 3310), timeout: patience });
}

function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      said = (said + part).slice(0, 1_000);
      if (said.includes('\0') || said.includes('\n')) resolve(said.replace(/[\0\n].*$/s, ''));
    });
    socket.once('timeout', () => reject(new Error('The scanner did not answer in time')));
    socket.once('error', reject);
    socket.once('close', () => resolve(said));
  });
  // It may come before anybody waits for it.
  answer.catch(() => {});
  return answer;
}

async function send(socket: Socket, bytes: AsyncIterable<Buffer>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const part of bytes) await write(socket, lengthOf(part.length), part);
  await write(socket, lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const before = Buffer.alloc(4);
  before.writeUInt32BE(length);
  return before;
}

function write(socket: Socket, ...parts: Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => void socket.write(Buffer.concat(parts), (error) => (error ? reject(error) : resolve())));
}
