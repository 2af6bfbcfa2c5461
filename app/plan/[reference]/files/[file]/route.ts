import { readAs, requireActor } from '@/lib/access/guard';
import { sendFile } from '@/lib/files/sending';
import { getFile } from '@/lib/plan/queries';

/** A file of an action's evidence, to be saved. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string; file: string }> }) {
  const asked = await params;
  const entry = await requireActor();
  return sendFile(entry, await readAs(entry, (ctx) => getFile(ctx, asked)));
}
