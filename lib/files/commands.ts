import 'server-only';
import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { fileChunks, uploads } from '@/db/schema';
import type { Entry } from '@/lib/access/actor';
import { newId, writeDraft, type DraftContext, type JobContext } from '@/lib/access/context';
import { cleanName } from '@/lib/files/kinds';

/** What is sent, until a record holds it: each step a short transaction of its own, so that a slow sender holds nothing up. */

export const uploadHours = 24;
/** How many files one person sends within an hour: with their size, how much of the database they can fill. */
const mostInAnHour = 60;

/** The identifier that the bytes are then added under; nothing where this person has sent too many. */
export function beginUpload(entry: Entry, name: string): Promise<string | null> {
  return writeDraft(entry, async ({ tx, actor }) => {
    const [row] = await tx.execute<{ wait: number }>(sql`select app.take_try(${`upload:${actor.accountId}`}, ${mostInAnHour}, 3600) as wait`);
    if (row!.wait > 0) return null;
    const id = newId();
    await tx.insert(uploads).values({ id, personId: actor.personId, name: cleanName(name) });
    return id;
  });
}

export function addChunk(entry: Entry, chunk: { uploadId: string; number: number; bytes: Buffer }): Promise<void> {
  return writeDraft(entry, async ({ tx }) => void (await tx.insert(fileChunks).values(chunk)));
}

/** Puts other bytes in the place of those from `from` on, where a file was written anew and became shorter. */
export function replaceChunk(entry: Entry, { uploadId, number, bytes }: { uploadId: string; number: number; bytes: Buffer }): Promise<void> {
  return writeDraft(entry, async ({ tx }) => {
    await tx.delete(fileChunks).where(and(eq(fileChunks.uploadId, uploadId), eq(fileChunks.number, number)));
    await tx.insert(fileChunks).values({ uploadId, number, bytes });
  });
}

export function dropChunksFrom(entry: Entry, uploadId: string, number: number): Promise<void> {
  return writeDraft(entry, async ({ tx }) => void (await tx.delete(fileChunks).where(and(eq(fileChunks.uploadId, uploadId), gte(fileChunks.number, number)))));
}

/** The bytes of one's own upload, in order: one chunk at a time is held. */
export async function* readUpload(entry: Entry, uploadId: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const [row] = await writeDraft(entry, ({ tx }) => tx.select({ bytes: fileChunks.bytes }).from(fileChunks).where(and(eq(fileChunks.uploadId, uploadId), eq(fileChunks.number, number))));
    if (!row) return;
    yield row.bytes;
  }
}

/** All of it is there, and nothing is wrong with it: from now on a command may attach it. */
export function finishUpload(entry: Entry, { id, ...found }: { id: string; mediaType: string; size: number; sha256: string }): Promise<void> {
  return writeDraft(entry, async ({ tx, now }) => void (await tx.update(uploads).set({ ...found, readyAt: now }).where(eq(uploads.id, id))));
}

/** Nothing is left of it; also where it is somebody else's, attached, or not there. */
export function dropUpload(entry: Entry, id: string): Promise<void> {
  return writeDraft(entry, (ctx) => drop(ctx, [id]));
}

async function drop({ tx }: Pick<DraftContext, 'tx'>, ids: string[]): Promise<void> {
  const loose = tx.select({ id: uploads.id }).from(uploads).where(and(inArray(uploads.id, ids), isNull(uploads.attachedAt)));
  await tx.delete(fileChunks).where(inArray(fileChunks.uploadId, loose));
  await tx.delete(uploads).where(and(inArray(uploads.id, ids), isNull(uploads.attachedAt)));
}

/** How many are cleared at once: each may be large. */
const atOnce = 20;

/** Clears what no record has held within a day of its coming. */
export async function clearUploads({ tx, now }: JobContext): Promise<void> {
  const before = new Date(now.getTime() - uploadHours * 60 * 60 * 1000);
  const old = await tx.select({ id: uploads.id }).from(uploads).where(lt(uploads.arrivedAt, before)).orderBy(asc(uploads.arrivedAt)).limit(atOnce);
  if (old.length > 0) await drop({ tx }, old.map(({ id }) => id));
}
