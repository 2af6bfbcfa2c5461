import type { Family } from './matrix';

/**
 * Which tables can be searched, and by which of their columns. Triggers and the rows of `search_entries` are made from this: a table is found by
 * its words from the moment it has a place here. Evidence that holds personal data is left out, and so is who anybody really is.
 */
export type Searched = {
  /** What opens it: the column that holds its own, its action's or its review's identifier. */
  scope: 'id' | 'action_id' | 'review_id';
  hasReview: boolean;
  columns: readonly string[];
  /** Where this is true, it is found by nobody. */
  unless?: string;
  /** Whose cells for `see` say who reaches it: of a record in stages, before and after that column is filled; of one that comes from no review. */
  family: Family;
  stage?: { column: string; family: Family };
  withoutReview?: Family;
};

export const searchedTables = {
  actions: { scope: 'id', hasReview: false, columns: ['reference', 'title', 'detail', 'intended_outcome'], family: 'actions' },
  updates: { scope: 'action_id', hasReview: false, columns: ['text', 'next_step', 'blocker'], family: 'updates' },
  evidence: { scope: 'action_id', hasReview: false, columns: ['title', 'detail'], unless: 'holds_personal_data', family: 'evidence' },
  recommendations: {
    scope: 'id', hasReview: true, columns: ['reference', 'text', 'outcome', 'measure'],
    family: 'draftRecommendations', stage: { column: 'acceptance', family: 'recommendations' }, withoutReview: 'recommendationsElsewhere',
  },
  sources: { scope: 'id', hasReview: true, columns: ['reference', 'title', 'summary'], family: 'spines', stage: { column: 'published_from', family: 'published' }, withoutReview: 'sources' },
  notifications: { scope: 'review_id', hasReview: true, columns: ['outline', 'immediate_safety'], family: 'notifications' },
  rapid_reviews: {
    scope: 'review_id', hasReview: true, columns: ['facts', 'immediate_safety', 'agency_involvement', 'context_and_inequality', 'childs_voice', 'good_practice', 'learning'], family: 'rapidReviews',
  },
  decisions: { scope: 'review_id', hasReview: true, columns: ['recommended_because', 'chair_reason', 'superseded_because'], family: 'decisions' },
  decision_views: { scope: 'review_id', hasReview: true, columns: ['reason'], family: 'decisionViews' },
} as const satisfies Record<string, Searched>;

export type SearchedTable = keyof typeof searchedTables;

/** What the trigger of a table is told, and the rows that were there before it. */
export function searchArgument(searched: Searched): string {
  const { scope, hasReview, columns, unless, family, stage, withoutReview } = searched;
  return JSON.stringify({ scope, hasReview, columns, unless: unless ?? null, family, stage: stage?.column ?? null, staged: stage?.family ?? null, withoutReview: withoutReview ?? null });
}
