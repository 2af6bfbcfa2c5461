import { submitDraft } from '@/lib/access/server-actions';
import type { Draft } from '@/lib/drafts/drafts';

/** How a form keeps what is typed into it, with what it kept before. */
export function draftOf(form: string, found: Draft | null | undefined) {
  return { form, save: submitDraft, found: found?.values, foundAt: found?.savedAt.toISOString(), version: found?.version };
}
