import type { FoundKind } from '@/lib/search/queries';

/** What was found, as it stands before its passage. */
export const foundKindNames: Record<FoundKind, string> = {
  actions: 'Action',
  updates: 'Update of an action',
  evidence: 'Evidence of an action',
  recommendations: 'Recommendation',
  sources: 'Review, audit or enquiry',
  notifications: 'Serious incident notification',
  rapid_reviews: 'Rapid review',
  decisions: 'Decision of the safeguarding partners',
  decision_views: 'A safeguarding partner’s view',
};
