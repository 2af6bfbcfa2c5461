import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { scan } from './scanner';
import { eicar } from './testing/hostile';

let server: Server | undefined;
afterEach(() => server?.close());

/** A stand-in for clamd: reads one INSTREAM and says what it thinks of it. */
function clamd(judge: (bytes: Buffer) => string | null): Server {
  return createServer((socket) => {
    let arrived = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (part: Buffer) => {
      arrived = Buffer.concat([arrived, part]);
      if (arrived.toString('latin1', 0, 10) !== 'zINSTREAM\0') return;
      const parts: Buffer[] = [];
      for (let at = 10; at + 4 <= arrived.length; ) {
        const length = arrived.readUInt32BE(at);
        if (length === 0) {
          const said = judge(Buffer.concat(parts));
          return said === null ? socket.destroy() : void socket.end(`${said}\0`);
        }
        parts.push(arrived.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
}

async function listening(judge: Parameters<typeof clamd>[0], path?: string): Promise<string> {
  server = clamd(judge);
  await new Promise<void>((resolve) => (path ? server!.listen(path, resolve) : server!.listen(0, '127.0.0.1', resolve)));
  return path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const findsEicar = (bytes: Buffer) => (bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');

async function* parts(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

describe('a virus scanner', () => {
  it('is shown every byte in order, and believed', async () => {
    const scanner = await listening(findsEicar);
    expect(await scan(scanner, parts('Minute of ', 'the meeting'))).toBeNull();
    expect(await scan(scanner, parts(eicar.slice(0, 20), eicar.slice(20)))).toBe('virus');
  });

  it('is reached by a socket as well', async () => {
    const scanner = await listening(findsEicar, join(mkdtempSync(join(tmpdir(), 'clamd-')), 'socket'));
    expect(await scan(scanner, parts('Minute'))).toBeNull();
    expect(await scan(scanner, parts(eicar))).toBe('virus');
  });

  it.each<[string, (bytes: Buffer) => string | null]>([['goes away', () => null], ['says that it is too much', () => 'INSTREAM size limit exceeded. ERROR'], ['says something else', () => 'stream: OK, or so I think']])(
    'that %s lets nothing through', async (_what, judge) => expect(await scan(await listening(judge), parts('Minute'))).toBe('scanner-away'),
  );

  it('that is not there lets nothing through', async () => {
    expect(await scan('tcp://127.0.0.1:1', parts('Minute'))).toBe('scanner-away');
    expect(await scan('unix:/nowhere/clamd.ctl', parts('Minute'))).toBe('scanner-away');
  });
});
