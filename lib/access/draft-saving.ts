import 'server-only';
import type { Entry } from '@/lib/access/actor';
import { safePath } from '@/lib/access/guard';
import { keepDraft, parkDraft } from '@/lib/drafts/drafts';
import { SessionEnded } from '@/lib/errors/kinds';
import { typedValues } from '@/lib/forms/typed';

/** Keeps what is in a form now. A session that has ended keeps it too: parked for the same account. */
export async function saveDraft(entry: Entry | null, data: unknown): Promise<{ savedAt: string } | { ended: true }> {
  if (!(data instanceof FormData)) return { ended: true };
  const typed = typedValues(data);
  if (!entry || !typed.form) return { ended: true };
  try {
    const savedAt = await keepDraft(entry, typed.form, typed.values, typed.page && safePath(typed.page));
    if (!savedAt) throw new Error('A draft was too long to keep');
    return { savedAt: savedAt.toISOString() };
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw error;
    await parkDraft(entry, typed.form, typed.values, safePath(typed.page ?? '/'));
    return { ended: true };
  }
}
