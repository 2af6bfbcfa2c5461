import 'server-only';
import type { Entry } from '@/lib/access/actor';
import { readEndedEntry } from '@/lib/access/cookie';
import { isForAnother } from '@/lib/access/form-action';
import { safePath } from '@/lib/access/guard';
import { keepDraft, parkDraft } from '@/lib/drafts/drafts';
import { SessionEnded } from '@/lib/errors/kinds';
import { typedValues } from '@/lib/forms/typed';

/** Keeps what is in a form now. A session that has ended keeps it too: parked for the same account. */
export async function saveDraft(entry: Entry | null, data: unknown): Promise<{ savedAt: string } | { ended: true } | { other: true }> {
  if (!(data instanceof FormData)) return { ended: true };
  const typed = typedValues(data);
  if (!typed.form) return { ended: true };
  const page = safePath(typed.page ?? '/');
  if (!entry) {
    // Signed out in another tab.
    const earlier = await readEndedEntry();
    if (earlier && !isForAnother(earlier, typed)) await parkDraft(earlier, typed.form, typed, page);
    return { ended: true };
  }
  if (isForAnother(entry, typed)) return { other: true };
  try {
    const savedAt = await keepDraft(entry, typed.form, typed, typed.page && safePath(typed.page));
    if (!savedAt) throw new Error('A draft was too long to keep');
    return { savedAt: savedAt.toISOString() };
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw error;
    await parkDraft(entry, typed.form, typed, page);
    return { ended: true };
  }
}
