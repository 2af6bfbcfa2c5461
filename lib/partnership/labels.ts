import type { AgencyKind, Area, PriorityKind, RecordBasis } from '@/lib/partnership/queries';

/** The words on screen for coded values, in the order in which they are listed. */

export const agencyKindNames: Record<AgencyKind, string> = {
  safeguarding_partner: 'Safeguarding partner',
  relevant_agency: 'Relevant agency',
  community_voice: 'Community voice',
  outside: 'Outside the partnership',
};

export const agencyKindPlurals: Record<AgencyKind, string> = {
  safeguarding_partner: 'Safeguarding partners',
  relevant_agency: 'Relevant agencies',
  community_voice: 'Community voices',
  outside: 'Outside the partnership',
};

export const areaNames: Record<Area, string> = {
  hartlepool: 'Hartlepool',
  stockton: 'Stockton-on-Tees',
  both: 'Both areas',
  other: 'Elsewhere',
};

export const priorityKindNames: Record<PriorityKind, string> = {
  business: 'Business priority',
  thematic: 'Thematic priority',
  practice: 'Practice priority',
};

export const recordBasisNames: Record<RecordBasis, string> = {
  worked_here: 'Worked here',
  recorded_from_document: 'Recorded from a document',
  carried_over: 'Carried over',
};

/** "Annual report 2020-21, p. 6": where a recorded fact stands, or nothing for what was worked here. */
export function sourceInWords(from: { document: string | null; documentPage: string | null }): string | null {
  if (!from.document) return null;
  return from.documentPage ? `${from.document}, ${from.documentPage}` : from.document;
}
