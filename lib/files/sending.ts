import 'server-only';
import type { Entry } from '@/lib/access/actor';
import { read } from '@/lib/access/context';
import { chunkSize } from '@/lib/files/kinds';
import { listChunks } from '@/lib/files/queries';

/** How much of a file is read at once. */
const chunksAtOnce = 4;

/**
 * A file as the answer to a request, after its view has been noted. It is saved, never shown: whatever is in it runs nowhere on this site. Each part of it is read as
 * whoever asked, so that what has been taken from them meanwhile ends there.
 */
export function sendFile(entry: Entry, file: { id: string; name: string; mediaType: string; size: number }): Response {
  let from = 0;
  const bytes = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunks = await read(entry, (ctx) => listChunks(ctx, { fileId: file.id, from, count: chunksAtOnce }));
      for (const chunk of chunks) controller.enqueue(chunk);
      from += chunks.length;
      if (from * chunkSize >= file.size) controller.close();
      else if (chunks.length === 0) controller.error(new Error('The file is not there any more'));
    },
  }, { highWaterMark: 0 });
  return new Response(bytes, {
    headers: {
      'content-type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType, 'content-length': String(file.size), 'content-disposition': dispositionOf(file.name),
      'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
    },
  });
}

/** RFC 6266: the name in plain letters for old programs, and as it is (RFC 5987) for all others. */
export function dispositionOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%;]/g, '') || 'file';
  const exact = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
