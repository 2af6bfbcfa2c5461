import type { RecordBasis } from '@/db/schema';

/**
 * Whether the name and the text of a review are *case*: it is worked on here and not published. What was taken from a document is as open as
 * that document. Of a review that the reader does not see, neither is known: nothing of it is shown.
 */
export function isCase(review: { isPublished: boolean | null; recordBasis: RecordBasis | null }): boolean {
  return !review.isPublished && review.recordBasis === 'worked_here';
}
