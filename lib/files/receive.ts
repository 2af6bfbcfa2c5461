import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { Entry } from '@/lib/access/actor';
import { read, recordDenial, type ReadContext } from '@/lib/access/context';
import { readEntry } from '@/lib/access/cookie';
import { isForAnother, isOwnOrigin, toSignInKeeping } from '@/lib/access/form-action';
import { safePath } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { keepDraft } from '@/lib/drafts/drafts';
import { settings } from '@/lib/env';
import { NotFound, SessionEnded } from '@/lib/errors/kinds';
import { addChunk, beginUpload, dropChunksFrom, dropUpload, finishUpload, readUpload, replaceChunk } from '@/lib/files/commands';
import { inspectApart } from '@/lib/files/inspection';
import { chunkSize, cleanName, kindCalled, largestFile, problemWords, type Problem } from '@/lib/files/kinds';
import { boundaryOf, NotAForm, partsOf, type Part } from '@/lib/files/multipart';
import { scan } from '@/lib/files/scanner';
import { uploadIn, uploadToken } from '@/lib/forms/readers';
import { untouched, type FormAction, type Issue } from '@/lib/forms/state';
import { typedValues } from '@/lib/forms/typed';

type Receiving = {
  /** Nobody else's post is read any further than this. */
  act: Parameters<typeof mayDo>[1];
  /** Where the form is: what is wrong is told there, with all that was typed. */
  page: string;
  /** Whether a file of theirs would be attached. Throws NotFound where the record is not theirs to see. */
  mayAttach: (ctx: ReadContext) => Promise<boolean>;
};

const longestText = 250_000;
/** What is read past the limit and thrown away, so that a browser that only listens once it has sent everything hears of it. */
const lingering = 10 * 1024 * 1024;
const mostBytes = largestFile + longestText * 4 + lingering;
/** A sender that is silent for so long has gone. */
const silence = 20_000;

/**
 * Takes a form with a file, outside the reach of `proxy.ts`, which would hold its body back. Where it comes from, who it is and whether they may
 * are asked before the first byte is read; the file goes to the database as it arrives; and the form is then sent on, with the file's identifier, to the server
 * function that every other form of its kind goes to. The answer is always the way to a page.
 */
export async function receiveForm(request: Request, submit: FormAction, receiving: Receiving): Promise<Response> {
  if (!(await isOwnOrigin())) return new Response(null, { status: 403 });
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (boundary === null || request.body === null) return new Response(null, { status: 400 });
  const entry = await readEntry();
  const access = await accessOf(entry, receiving);
  if (access === 'missing') return new Response(null, { status: 404 });

  const received = await readForm(request.body, boundary, access === 'attaches' ? entry : null);
  const answer = (to: string) => lead(request, to, received.stopped);
  const typed = typedValues(received.data);
  const page = safePath(typed.page ?? receiving.page);
  const backWith = async (issues: Issue[]) => {
    if (entry && typed.form && !isForAnother(entry, typed)) await keepDraft(entry, typed.form, { ...typedValues(received.data), issues }, page);
    // Never twice the same address: a browser would not load it again.
    return answer(`${page}${page.includes('?') ? '&' : '?'}problem=${randomUUID().slice(0, 8)}`);
  };
  try {
    if (received.problem) return await backWith([{ field: 'file', message: problemWords[received.problem] }]);
    const { to, issues, refusal } = await submit(untouched, received.data);
    if (!to) return await backWith(refusal ? [{ message: refusal }, ...issues] : issues);
    // The same press twice was one event: what came with the second is held by nothing. A draft holds what came with it.
    if (entry && received.uploadId && typed.intent !== 'draft') await dropUpload(entry, received.uploadId).catch(() => {});
    return answer(to);
  } catch (error) {
    if (received.uploadId && entry) await dropUpload(entry, received.uploadId).catch(() => {});
    if (error instanceof SessionEnded && entry) return answer(await toSignInKeeping(entry, typed));
    throw error;
  }
}

/** Whoever has signed out meanwhile is heard to the end of what they typed, which is kept for them; their file is not. */
async function accessOf(entry: Entry | null, { act, mayAttach }: Receiving): Promise<'attaches' | 'types' | 'missing'> {
  if (!entry) return 'types';
  try {
    return await read(entry, async (ctx) => {
      if (!mayDo(ctx.actor, act)) throw new NotFound('form');
      return (await mayAttach(ctx)) ? 'attaches' : 'types';
    });
  } catch (error) {
    if (error instanceof SessionEnded) return 'types';
    if (!(error instanceof NotFound)) throw error;
    await recordDenial(entry, act);
    return 'missing';
  }
}

type Received = { data: FormData; uploadId: string | null; problem: Problem | null; /** The rest of the body was not read. */ stopped: boolean };

async function readForm(body: ReadableStream<Uint8Array>, boundary: string, entry: Entry | null): Promise<Received> {
  const received: Received = { data: new FormData(), uploadId: null, problem: null, stopped: false };
  // Where it leads is told to the caller of the server function, not to the browser.
  received.data.set('_told', '1');
  let length = 0;
  try {
    for await (const part of partsOf(patiently(body), boundary)) {
      if (part.fileName === null) {
        const text = await textOf(part.bytes, longestText - length);
        length += text.length;
        if (part.name !== '_told') received.data.append(part.name, text);
      } else if (part.name === 'file' && part.fileName !== '' && entry && !isForAnother(entry, typedValues(received.data)) && received.uploadId === null && received.problem === null) {
        const stored = await storeFile(entry, { name: part.fileName, bytes: part.bytes });
        if (typeof stored === 'string') received.problem = stored;
        else received.uploadId = stored.id;
        await replaceUpload(entry, received.data, typeof stored === 'string' ? null : stored);
      }
    }
  } catch (error) {
    if (!(error instanceof NotAForm) && !(error instanceof TooMuch)) throw error;
    if (received.uploadId && entry) await dropUpload(entry, received.uploadId);
    received.data.delete('upload');
    Object.assign(received, { uploadId: null, problem: received.problem ?? (error instanceof TooMuch ? 'too-large' : 'cut'), stopped: true });
  }
  if (entry && received.data.get('leaveFileOut') === 'yes' && received.uploadId === null) await replaceUpload(entry, received.data, null);
  return received;
}

/** A file that came with the form before gives way to the one that comes now, or to none. */
async function replaceUpload(entry: Entry, data: FormData, stored: { id: string; sha256: string } | null): Promise<void> {
  const earlier = uploadIn(data.get('upload'));
  data.delete('upload');
  if (stored) data.set('upload', uploadToken(stored));
  if (earlier) await dropUpload(entry, earlier);
}

/** Keeps a file in the database, has it looked at, and says what is wrong with it. Whatever goes wrong, nothing of it stays. */
async function storeFile(entry: Entry, { name, bytes }: { name: string; bytes: Part['bytes'] }): Promise<{ id: string; sha256: string } | Problem> {
  const called = /\.([a-z0-9]+)$/i.exec(cleanName(name))?.[1]?.toLowerCase() ?? '';
  if (kindCalled(cleanName(name)) === null) return /^(doc|xls|ppt|xlt|dot)m$|^xlsb$/.test(called) ? 'macros' : 'not-allowed';
  const id = await beginUpload(entry, name);
  if (id === null) return 'too-many';
  let problem: Problem | null = null;
  try {
    const arrived = await writeChunks(entry, id, bytes);
    problem = arrived.size > largestFile ? 'too-large' : arrived.size === 0 ? 'empty' : null;
    if (problem) return problem;
    const inspected = await inspectApart(readUpload(entry, id), called);
    if ('problem' in inspected) return (problem = inspected.problem);
    const kept = inspected.cleaned ? await rewriteChunks(entry, id, inspected.cleaned) : arrived;
    const { virusScanner } = settings();
    problem = virusScanner ? await scan(virusScanner, readUpload(entry, id)) : null;
    if (problem) return problem;
    await finishUpload(entry, { id, mediaType: inspected.mediaType, ...kept });
    return { id, sha256: kept.sha256 };
  } catch (error) {
    problem = 'cut';
    throw error;
  } finally {
    if (problem) await dropUpload(entry, id).catch(() => {});
  }
}

type Kept = { size: number; sha256: string };

/** Up to one chunk past the limit. */
async function writeChunks(entry: Entry, uploadId: string, bytes: AsyncIterable<Buffer>): Promise<Kept> {
  const hash = createHash('sha256');
  let [size, number] = [0, 0];
  for await (const chunk of inChunks(bytes)) {
    size += chunk.length;
    if (size > largestFile) break;
    hash.update(chunk);
    await addChunk(entry, { uploadId, number, bytes: chunk });
    number += 1;
  }
  return { size, sha256: hash.digest('hex') };
}

/** A picture is shorter without what its camera noted. */
async function rewriteChunks(entry: Entry, uploadId: string, cleaned: Buffer): Promise<Kept> {
  let number = 0;
  for (let at = 0; at < cleaned.length; at += chunkSize, number += 1) await replaceChunk(entry, { uploadId, number, bytes: cleaned.subarray(at, at + chunkSize) });
  await dropChunksFrom(entry, uploadId, number);
  return { size: cleaned.length, sha256: createHash('sha256').update(cleaned).digest('hex') };
}

async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    held.push(part);
    length += part.length;
    if (length < chunkSize) continue;
    const all = Buffer.concat(held);
    const whole = length - (length % chunkSize);
    for (let at = 0; at < whole; at += chunkSize) yield all.subarray(at, at + chunkSize);
    held = [all.subarray(whole)];
    length -= whole;
  }
  if (length > 0) yield Buffer.concat(held);
}

async function textOf(bytes: AsyncIterable<Buffer>, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > most * 4) throw new TooMuch();
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  if (text.length > most) throw new TooMuch();
  return text;
}

class TooMuch extends Error {}

/** The body as it arrives: no more of it than is of use, and not for ever. */
async function* patiently(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let timer: NodeJS.Timeout | undefined;
  let length = 0;
  try {
    for (;;) {
      const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new NotAForm()), silence)));
      const { done, value } = await Promise.race([reader.read(), late]).catch(() => {
        // Cut off, or silent: the one as the other.
        throw new NotAForm();
      });
      clearTimeout(timer);
      if (done) return;
      length += value.length;
      if (length > mostBytes) throw new TooMuch();
      yield value;
    }
  } finally {
    clearTimeout(timer);
    await reader.cancel().catch(() => {});
  }
}

/** On to a page: by redirect, or told to a script that asked to be. */
function lead(request: Request, to: string, stopped: boolean): Response {
  const headers = { 'cache-control': 'private, no-store', ...(stopped ? { connection: 'close' } : {}) };
  return request.headers.get('x-crt-told') ? Response.json({ to }, { headers }) : new Response(null, { status: 303, headers: { ...headers, location: to } });
}
