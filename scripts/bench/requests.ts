import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Answer = { status: number; body: string; bytes: number; /** From sending to the last byte. */ milliseconds: number };

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Asks once, over a connection that is kept. */
export function get(url: string, cookie: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const asked = request(url, { agent, headers: { cookie, accept: 'text/html' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, body: body.toString('utf8'), bytes: body.length, milliseconds: performance.now() - from });
      });
    });
    // A kept connection may be closed by the server in the very moment it is used again.
    asked.on('error', (error: NodeJS.ErrnoException) => (asked.reusedSocket && error.code === 'ECONNRESET' ? resolve(get(url, cookie)) : reject(error)));
    asked.end();
  });
}

export async function getPage(url: string, cookie: string): Promise<Answer> {
  const answer = await get(url, cookie);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status} instead of a page`);
  return answer;
}

/** How many answers a second come while that many people ask again as soon as they are answered. */
export async function requestsPerSecond(url: string, cookie: string, { people, seconds }: { people: number; seconds: number }): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1000;
  let answered = 0;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (performance.now() < until) {
        await getPage(url, cookie);
        answered += 1;
      }
    }),
  );
  return answered / ((performance.now() - from) / 1000);
}

export function closeConnections(): void {
  agent.destroy();
}
