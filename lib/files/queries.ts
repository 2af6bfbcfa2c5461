import 'server-only';
import { and, eq, gte, isNotNull, lt } from 'drizzle-orm';
import { fileChunks, uploads } from '@/db/schema';
import type { ReadContext } from '@/lib/access/context';

export type Sent = { id: string; name: string; size: number };

/** What this person sent and may still attach; nothing for anything else. */
export async function findUpload(ctx: Pick<ReadContext, 'tx'>, id: string): Promise<Sent | null> {
  const [row] = await ctx.tx.select({ id: uploads.id, name: uploads.name, size: uploads.size }).from(uploads).where(and(eq(uploads.id, id), isNotNull(uploads.readyAt)));
  return row ? { ...row, size: row.size! } : null;
}

/** So many chunks of a file from one on; fewer at its end, none where it is not the reader's to see. */
export async function listChunks(ctx: Pick<ReadContext, 'tx'>, { fileId, from, count }: { fileId: string; from: number; count: number }): Promise<Buffer[]> {
  const rows = await ctx.tx.select({ bytes: fileChunks.bytes }).from(fileChunks)
    .where(and(eq(fileChunks.uploadId, fileId), gte(fileChunks.number, from), lt(fileChunks.number, from + count))).orderBy(fileChunks.number);
  return rows.map((row) => row.bytes);
}
