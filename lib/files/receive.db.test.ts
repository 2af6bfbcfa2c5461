import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { drafts, evidence, fileChunks, files, recordViews, uploads } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read } from '@/lib/access/context';
import { browser } from '@/lib/access/testing/browser';
import { findDraft } from '@/lib/drafts/drafts';
import { mayAddEvidence, getFile } from '@/lib/plan/queries';
import { submitEvidence } from '@/lib/plan/server-actions';
import { largestFile, problemWords, type Problem } from './kinds';
import { receiveForm } from './receive';
import { dispositionOf, sendFile } from './sending';
import { exif, jpeg, pdf } from './testing/documents';
import { eicar, hostile, sound } from './testing/hostile';

vi.mock('next/headers', async () => (await import('@/lib/access/testing/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('@/lib/access/testing/browser')).nextNavigation);
vi.mock('@/lib/access/cookie', async () => (await import('@/lib/access/testing/browser')).accessCookie);

const db = aTestDatabase();
let jo: { id: string }, owner: TestEntry, unit: TestEntry, action: { id: string; reference: string };

/** A stand-in for clamd that knows one virus. */
const scanner: Server = createServer((socket) => {
  let arrived = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (part: Buffer) => {
    arrived = Buffer.concat([arrived, part]);
    if (arrived.subarray(-4).readUInt32BE() === 0) socket.end(arrived.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve));
  process.env.CRT_VIRUS_SCANNER = `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}`;
  jo = await made.aPerson(db.owner);
  owner = await db.enterAs(jo);
  unit = await db.enterAs(await made.aMember(db.owner, 'BU'));
});
afterAll(() => void scanner.close());

beforeEach(async () => {
  action = await made.anAction(db.owner, { owner: jo, agency: await made.anAgency(db.owner), dueOn: '2027-03-01' });
});

const boundary = 'between';
const item = { evidenceTitle: 'Minute of the meeting', evidenceKind: 'minute', evidenceLevel: 'done', evidenceDate: '3/2/26' };
const formOf = (reference: string) => `evidence-action:${reference}`;

type Posted = { file?: { name: string; bytes: Buffer | AsyncIterable<Buffer> }; typed?: Record<string, string>; to?: string; cut?: boolean; headers?: Record<string, string> };

async function* bodyOf({ file, typed = {}, to = action.reference, cut }: Posted): AsyncGenerator<Buffer> {
  const fields = { _key: randomUUID(), _form: formOf(to), _page: `/plan/${to}/evidence`, reference: to, ...item, ...typed };
  for (const [name, value] of Object.entries(fields)) yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  if (file) {
    yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`);
    if (Buffer.isBuffer(file.bytes)) for (let at = 0; at < file.bytes.length; at += 60_000) yield file.bytes.subarray(at, at + 60_000);
    else yield* file.bytes;
    if (!cut) yield Buffer.from('\r\n');
  }
  if (!cut) yield Buffer.from(`--${boundary}--\r\n`);
}

/** Posts the form for evidence as this person's browser does, and says where it leads, with what it is told there. */
async function post(who: TestEntry | null, posted: Posted = {}) {
  browser.entry = who;
  const reference = posted.to ?? action.reference;
  const request = new Request('http://localhost:3000/upload', {
    method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...posted.headers }, body: bodyOf(posted) as unknown as BodyInit, duplex: 'half',
  } as RequestInit);
  const answer = await receiveForm(request, submitEvidence, { act: 'add-evidence', page: `/plan/${reference}/evidence`, mayAttach: (ctx) => mayAddEvidence(ctx, { reference }) });
  const draft = who && answer.status === 303 ? await read(who, (ctx) => findDraft(ctx, formOf(reference))).catch(() => null) : null;
  return { answer, status: answer.status, to: answer.headers.get('location'), draft };
}

const nothingLeft = async () => {
  const loose = await db.owner.select({ id: uploads.id }).from(uploads).where(eq(uploads.personId, jo.id));
  const held = await db.owner.select({ id: files.id }).from(files);
  return loose.filter(({ id }) => !held.some((file) => file.id === id)).length === 0 && (await db.owner.select().from(fileChunks)).every((chunk) => held.some((file) => file.id === chunk.uploadId));
};

async function expectBack(posted: Promise<Awaited<ReturnType<typeof post>>>, problem: Problem) {
  const { status, to, draft } = await posted;
  expect([status, to]).toEqual([303, expect.stringMatching(new RegExp(`^/plan/${action.reference}/evidence\\?problem=[0-9a-f]{8}$`))]);
  expect(draft).toMatchObject({ values: { evidenceTitle: 'Minute of the meeting' }, issues: [{ field: 'file', message: problemWords[problem] }] });
  expect(await nothingLeft()).toBe(true);
  expect(await db.owner.$count(evidence, eq(evidence.actionId, action.id))).toBe(0);
}

describe('a form with a file', () => {
  test('is saved with it: the file belongs to the evidence, and nothing is left of the draft', async () => {
    const { status, to } = await post(owner, { file: { name: 'C:\\minutes\\Minute.pdf', bytes: pdf() } });
    expect([status, to]).toEqual([303, `/plan/${action.reference}?said=evidence#said`]);
    const [saved] = await db.owner.select().from(evidence).where(eq(evidence.actionId, action.id));
    expect(await db.owner.select().from(files).where(eq(files.evidenceId, saved!.id))).toMatchObject([{ name: 'Minute.pdf', mediaType: 'application/pdf', size: pdf().length, uploadedById: jo.id, actionId: action.id }]);
    expect(await db.owner.$count(drafts, eq(drafts.form, formOf(action.reference)))).toBe(0);
  });

  test('is saved without one, and tells a script that asked where to go', async () => {
    const { answer } = await post(owner, { headers: { 'x-crt-told': '1' } });
    expect([answer.status, await answer.json()]).toEqual([200, { to: `/plan/${action.reference}?said=evidence#said` }]);
    expect(await db.owner.$count(files, eq(files.actionId, action.id))).toBe(0);
  });

  test('keeps the file where something else is wrong, and takes it the next time; another one or none may take its place', async () => {
    const first = await post(owner, { file: { name: 'a.pdf', bytes: pdf() }, typed: { evidenceTitle: '' } });
    expect(first).toMatchObject({ status: 303, draft: { issues: [{ field: 'evidenceTitle' }], values: { upload: expect.stringMatching(/^[0-9a-f-]{36}\.[0-9a-f]{16}$/) } } });
    const upload = first.draft!.values.upload as string;
    const second = await post(owner, { file: { name: 'b.txt', bytes: Buffer.from('b') }, typed: { evidenceTitle: '', upload } });
    expect(second.draft!.values.upload).not.toBe(upload);
    expect(await db.owner.$count(uploads, eq(uploads.id, upload.slice(0, 36)))).toBe(0);
    const third = await post(owner, { typed: { upload: second.draft!.values.upload as string } });
    expect(third.to).toContain('said=evidence');
    expect(await db.owner.select().from(files).where(eq(files.actionId, action.id))).toMatchObject([{ name: 'b.txt' }]);
    const fourth = await post(owner, { file: { name: 'c.txt', bytes: Buffer.from('c') }, typed: { evidenceTitle: '' } });
    await post(owner, { typed: { upload: fourth.draft!.values.upload as string, leaveFileOut: 'yes' } });
    expect(await db.owner.$count(files, eq(files.actionId, action.id))).toBe(1);
    expect(await nothingLeft()).toBe(true);
  });

  test('sent twice with the same file is one event', async () => {
    const typed = { _key: randomUUID() };
    const file = { name: 'a.pdf', bytes: pdf() };
    const both = await Promise.all([post(owner, { file, typed }), post(owner, { file, typed })]);
    expect(both.map(({ to }) => to)).toEqual([1, 2].map(() => `/plan/${action.reference}?said=evidence#said`));
    expect(await db.owner.$count(evidence, eq(evidence.actionId, action.id))).toBe(1);
    expect(await nothingLeft()).toBe(true);
  }, 60_000);
});

describe('what is refused', () => {
  beforeAll(async () => {
    await db.owner.execute('delete from app.limits');
  });

  const oneOfEach = [...new Map(hostile.map((one) => [one.problem, one])).values()];
  test.each(oneOfEach.map((one) => [one.problem!, one.name, one] as const))('%s: %s goes back with all that was typed, and leaves nothing', async (problem, name, { bytes }) => {
    await expectBack(post(owner, { file: { name, bytes: bytes() } }), problem);
  });

  test('a virus', async () => {
    await expectBack(post(owner, { file: { name: 'notes.txt', bytes: Buffer.from(eicar) } }), 'virus');
  });

  test('one that is a byte too large, however long it goes on', async () => {
    await expectBack(post(owner, { file: { name: 'a.txt', bytes: Buffer.alloc(largestFile + 1, 'a') } }), 'too-large');
    let asked = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(1024 * 1024, 'a');
      }
    }
    await expectBack(post(owner, { file: { name: 'a.txt', bytes: endless() } }), 'too-large');
    expect(asked).toBeLessThan(60);
  }, 120_000);

  test('one that is cut off', async () => {
    await expectBack(post(owner, { file: { name: 'a.pdf', bytes: pdf() }, cut: true }), 'cut');
  });

  test('what comes from another site, is no form, or is about what is not theirs to see', async () => {
    expect((await post(owner, { headers: { 'content-type': 'text/plain' } })).status).toBe(400);
    const stranger = await db.enterAs(await made.aMember(db.owner, 'TF', { group: await made.aGroup(db.owner, { kind: 'task_and_finish' }) }));
    expect([(await post(stranger, { file: { name: 'a.pdf', bytes: pdf() } })).status, (await post(stranger, { to: 'A-99999' })).status]).toEqual([404, 404]);
    expect(await nothingLeft()).toBe(true);
  });

  test('somebody who adds evidence to other actions, and sees this one: they are told whose it is to add, and their file is not even kept', async () => {
    const both = await made.aMember(db.owner, 'ER');
    await made.anAction(db.owner, { owner: both, agency: await made.anAgency(db.owner) });
    const { draft } = await post(await db.enterAs(both), { file: { name: 'theirs.pdf', bytes: pdf() } });
    expect(draft).toMatchObject({ issues: [{ message: expect.stringContaining('adds evidence to it') }] });
    expect(await db.owner.$count(uploads, eq(uploads.name, 'theirs.pdf'))).toBe(0);
  });

  test('somebody who has signed out meanwhile: what they typed is kept for them, and their file is not', async () => {
    const gone = await db.enterAs(jo);
    await db.owner.execute(`update app.sessions set ended_at = now() where token_hash = '${gone.tokenHash}'`);
    const { to } = await post(gone, { file: { name: 'a.pdf', bytes: pdf() }, typed: { evidenceTitle: 'Typed and not lost' } });
    expect(to).toBe(`/sign-in?then=${encodeURIComponent(`/plan/${action.reference}/evidence`)}&kept=1`);
    expect(await read(owner, (ctx) => findDraft(ctx, formOf(action.reference)))).toMatchObject({ values: { evidenceTitle: 'Typed and not lost' } });
    expect((await post(null, { file: { name: 'a.pdf', bytes: pdf() } })).to).toMatch(/^\/sign-in\?then=/);
    expect(await nothingLeft()).toBe(true);
  });
});

describe('a file that is sent back', () => {
  test('is what was sent, to be saved and never shown; a picture without what its camera noted', async () => {
    for (const { name, bytes } of sound.filter(({ name }) => /pdf|txt/.test(name)).slice(0, 2)) {
      const one = await made.anAction(db.owner, { owner: jo, agency: await made.anAgency(db.owner), dueOn: '2027-03-01' });
      await post(owner, { to: one.reference, file: { name, bytes: bytes() } });
      const [file] = await db.owner.select().from(files).where(eq(files.actionId, one.id));
      const answer = sendFile(unit, await read(unit, (ctx) => getFile(ctx, { reference: one.reference, file: file!.id })));
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes())).toBe(true);
      expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment; /), 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
    }
    await post(owner, { file: { name: 'photo.jpg', bytes: jpeg({ more: [exif(6)] }) } });
    const [photo] = await db.owner.select().from(files).where(eq(files.actionId, action.id));
    const shown = await sendFile(owner, await read(owner, (ctx) => getFile(ctx, { reference: action.reference, file: photo!.id }))).text();
    expect(shown).not.toContain('GPS');
  });

  test('of evidence with personal data is noted before its first byte, and is not there for whoever does not see the case', async () => {
    await post(owner, { file: { name: 'a.txt', bytes: Buffer.from('a') }, typed: { evidencePersonal: 'yes' } });
    const [file] = await db.owner.select().from(files).where(eq(files.actionId, action.id));
    const asked = { reference: action.reference, file: file!.id };
    await read(unit, (ctx) => getFile(ctx, asked));
    expect((await db.owner.select().from(recordViews)).filter((view) => view.filter?.action === action.reference)).toMatchObject([{ kind: 'exported', place: '/plan/[reference]/files/[file]', sensitivity: 'case' }]);
    const checker = await db.enterAs(await made.aMember(db.owner, 'ER'));
    for (const one of [asked, { ...asked, file: randomUUID() }, { ...asked, reference: 'A-99999' }, { ...asked, file: 'not-an-id' }]) await expect(read(checker, (ctx) => getFile(ctx, one))).rejects.toThrow('file was not found');
  });

  test('ends where its reader’s session ends', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024, 'a');
    await post(owner, { file: { name: 'a.txt', bytes: large } });
    const [file] = await db.owner.select().from(files).where(eq(files.actionId, action.id));
    const session = await db.enterAs(jo);
    const reader = sendFile(session, await read(session, (ctx) => getFile(ctx, { reference: action.reference, file: file!.id }))).body!.getReader();
    expect((await reader.read()).value?.length).toBe(256 * 1024);
    await db.owner.execute(`update app.sessions set ended_at = now() where token_hash = '${session.tokenHash}'`);
    await expect((async () => {
      for (let { done } = await reader.read(); !done; ({ done } = await reader.read()));
    })()).rejects.toThrow();
  });

  test('is called what it was called, in every alphabet', () => {
    expect(dispositionOf('Minute "4".pdf')).toBe(`attachment; filename="Minute 4.pdf"; filename*=UTF-8''Minute%20%224%22.pdf`);
    expect(dispositionOf('Łódź’s (1).pdf')).toBe(`attachment; filename="odzs (1).pdf"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%E2%80%99s%20%281%29.pdf`);
  });
});

test('while the scanner is away, no file is taken', async () => {
  scanner.close();
  await expectBack(post(owner, { file: { name: 'notes.txt', bytes: Buffer.from('Minute') } }), 'scanner-away');
});
