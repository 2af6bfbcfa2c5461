import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { fileChunks, files, history, uploads } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { asJob, read, write } from '@/lib/access/context';
import { done } from '@/lib/forms/outcome';
import { addChunk, beginUpload, clearUploads, dropUpload, finishUpload, readUpload } from './commands';
import { findUpload, listChunks } from './queries';

const db = aTestDatabase();
let jo: { id: string }, owner: TestEntry, other: TestEntry;

beforeAll(async () => {
  jo = await made.aPerson(db.owner);
  owner = await db.enterAs(jo);
  other = await db.enterAs(await made.aMember(db.owner, 'BU'));
});

async function send(entry: TestEntry, name = 'minute.txt', parts = ['Minute of ', 'the meeting']): Promise<string> {
  const id = (await beginUpload(entry, name))!;
  for (const [number, part] of parts.entries()) await addChunk(entry, { uploadId: id, number, bytes: Buffer.from(part) });
  const content = parts.join('');
  await finishUpload(entry, { id, mediaType: 'text/plain', size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
  return id;
}

async function contentOf(entry: TestEntry, id: string): Promise<string> {
  const all: Buffer[] = [];
  for await (const part of readUpload(entry, id)) all.push(part);
  return Buffer.concat(all).toString();
}

const left = async (id: string) => ({ uploads: await db.owner.$count(uploads, eq(uploads.id, id)), chunks: await db.owner.$count(fileChunks, eq(fileChunks.uploadId, id)) });

test('what is sent is its sender’s alone, and nothing of it is left when they drop it', async () => {
  const id = await send(owner, '../../minute.txt');
  expect(await contentOf(owner, id)).toBe('Minute of the meeting');
  expect(await read(owner, (ctx) => findUpload(ctx, id))).toEqual({ id, name: 'minute.txt', size: 21 });
  expect(await contentOf(other, id)).toBe('');
  expect(await read(other, (ctx) => findUpload(ctx, id))).toBeNull();
  await expect(addChunk(other, { uploadId: id, number: 9, bytes: Buffer.from('more') })).rejects.toThrow();
  await dropUpload(other, id);
  expect(await left(id)).toEqual({ uploads: 1, chunks: 2 });
  await dropUpload(owner, id);
  expect(await left(id)).toEqual({ uploads: 0, chunks: 0 });
});

test('what has not arrived whole is attached to nothing', async () => {
  const id = (await beginUpload(owner, 'minute.txt'))!;
  await addChunk(owner, { uploadId: id, number: 0, bytes: Buffer.from('Minute') });
  expect(await read(owner, (ctx) => findUpload(ctx, id))).toBeNull();
});

test('once attached it is its record’s: it stays as it was sent, is dropped by nobody, and history tells of it by its digest', async () => {
  const id = await send(owner);
  const action = await made.anAction(db.owner, { owner: jo, agency: await made.anAgency(db.owner), dueOn: '2027-03-01' });
  const item = await made.someEvidence(db.owner, { action, addedBy: jo });
  const attach = (entry: TestEntry, fileId: string) => write(entry, { name: 'add-evidence', formKey: null, bodyDigest: null }, async (ctx) => {
    await ctx.tx.insert(files).values({ id: fileId, evidenceId: item.id, actionId: (await made.anAction(db.owner)).id, name: 'another.exe', mediaType: 'text/html', size: 1, sha256: 'x', uploadedById: jo.id, uploadedAt: new Date(0) });
    return done(fileId);
  });
  await expect(attach(other, id)).rejects.toThrow();
  expect(await attach(owner, id)).toMatchObject({ kind: 'done' });
  const sha256 = createHash('sha256').update('Minute of the meeting').digest('hex');
  // What it says of itself is what was sent.
  expect(await db.owner.select().from(files).where(eq(files.id, id))).toMatchObject([{ evidenceId: item.id, actionId: action.id, name: 'minute.txt', mediaType: 'text/plain', size: 21, sha256, uploadedById: jo.id }]);
  const entries = await db.owner.select().from(history).where(eq(history.recordId, id));
  expect(entries).toMatchObject([{ tableName: 'files', rootId: action.id, command: 'add-evidence', after: { name: 'minute.txt', sha256 } }]);
  expect(JSON.stringify(entries)).not.toContain('Minute of');

  await expect(attach(owner, id)).rejects.toThrow();
  await dropUpload(owner, id);
  expect(await left(id)).toEqual({ uploads: 1, chunks: 2 });
  expect((await read(other, (ctx) => listChunks(ctx, { fileId: id, from: 0, count: 9 }))).map(String)).toEqual(['Minute of ', 'the meeting']);
  const stranger = await db.enterAs(await made.aPerson(db.owner));
  expect(await read(stranger, (ctx) => listChunks(ctx, { fileId: id, from: 0, count: 9 }))).toEqual([]);
});

test('what nothing has held within a day is cleared, and what something holds is not', async () => {
  const [fresh, old] = [await send(owner), await send(owner)];
  const attached = await made.aFile(db.owner, { evidence: await made.someEvidence(db.owner, { action: await made.anAction(db.owner) }), person: jo });
  await db.owner.update(uploads).set({ arrivedAt: sql`now() - interval '25 hours'` }).where(sql`id in (${old}, ${attached.id})`);
  await asJob('clear-uploads', clearUploads);
  expect([await left(fresh), await left(old), await left(attached.id)]).toEqual([{ uploads: 1, chunks: 2 }, { uploads: 0, chunks: 0 }, { uploads: 1, chunks: 1 }]);
});

test('somebody who sends without end is stopped for a while', async () => {
  const busy = await db.enterAs(await made.aPerson(db.owner));
  for (let count = 0; count < 60; count += 1) expect(await beginUpload(busy, 'a.txt')).not.toBeNull();
  expect(await beginUpload(busy, 'a.txt')).toBeNull();
});
