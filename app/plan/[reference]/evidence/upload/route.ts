import { receiveForm } from '@/lib/files/receive';
import { mayAddEvidence } from '@/lib/plan/queries';
import { submitEvidence } from '@/lib/plan/server-actions';

/** What the form for evidence posts to, with JavaScript and without: it brings a file. */
export async function POST(request: Request, { params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  return receiveForm(request, submitEvidence, { act: 'add-evidence', page: `/plan/${reference}/evidence`, mayAttach: (ctx) => mayAddEvidence(ctx, { reference }) });
}
