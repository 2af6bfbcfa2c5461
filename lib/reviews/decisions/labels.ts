import { outcomeLabels } from '@/lib/reviews/labels';

/** The words on screen for what the safeguarding partners decide jointly, in the order they are offered. */

export const leadReviewerLabels = { approved: 'Approved', not_approved: 'Not approved' } as const;
export const publicationLabels = {
  full: 'In full',
  redacted: 'In full, with parts taken out',
  summary_and_report: 'Executive summary and report',
  improvements_only: 'The improvements only',
  not_published: 'Not published',
  delayed: 'Delayed until proceedings are over',
  anonymous: 'Without names of places, through the national collection',
} as const;
export const partnersAcceptanceLabels = { accepted: 'Accepted', partly: 'Accepted in part', not_accepted: 'Not accepted' } as const;
export const exceptionLabels = { agreed: 'Agreed: close it without evidence of impact', not_agreed: 'Not agreed: it stays open' } as const;

/** What each matter can come to. */
export const outcomesOf = {
  rapid_review_outcome: outcomeLabels,
  lead_reviewer: leadReviewerLabels,
  publication: publicationLabels,
  recommendation: partnersAcceptanceLabels,
  closed_without_impact: exceptionLabels,
} as const;

/** The word for any outcome: no two matters share one. */
export const decidedLabels = { ...outcomeLabels, ...leadReviewerLabels, ...publicationLabels, ...partnersAcceptanceLabels, ...exceptionLabels } as const;
export const viewLabels = { ...decidedLabels, not_given: 'View not given' } as const;

/** What is decided, as a heading and after “your view on”. */
export const matterLabels = {
  rapid_review_outcome: 'Local Child Safeguarding Practice Review or not',
  lead_reviewer: 'Lead reviewer',
  publication: 'Publication',
  recommendation: 'Recommendation of a practice review',
  closed_without_impact: 'Closing without evidence of impact',
} as const;
export const matterWords = {
  rapid_review_outcome: 'whether it leads to a practice review',
  lead_reviewer: 'its lead reviewer',
  publication: 'how it is published',
  recommendation: 'accepting it',
  closed_without_impact: 'closing it without evidence of impact',
} as const;

/** Who recommended what they decide on. */
export const recommendedByLabels = {
  rapid_review_outcome: 'What the rapid review recommended',
  lead_reviewer: 'What was proposed to them',
  publication: 'What was proposed to them',
  recommendation: 'What was proposed to them',
  closed_without_impact: 'Why it was put to them',
} as const;

export const because = 'Because';

export const puttingFields = { recommendedOutcome: 'What is recommended', recommendedBecause: because, openedOn: 'Put to them on' } as const;

const whereFound = 'Meeting and minute, or the message';

export const viewFields = (partner: string, own: boolean) =>
  ({ view: own ? `Your view for ${partner}` : `View of ${partner}`, reason: because, givenOn: 'Given on', saidBy: 'Said by', how: 'How it was said', howNote: whereFound }) as const;

export const settlementFields = { outcome: 'Outcome', reason: because, decidedOn: 'Decided on', saidBy: 'Decided by the chair', howNote: whereFound } as const;

/** For the timeline of a review: the words for what is coded, by column. */
export const decisionWords = { matter: matterLabels, outcome: decidedLabels, recommended_outcome: decidedLabels, view: viewLabels } as const;

/** What was just done, said back on the next page. */
export const saidLabels: Record<string, string> = {
  'decision-opened': 'The decision is with the safeguarding partners.',
  decided: 'The decision is recorded.',
  superseded: 'The decision is open again. The earlier one is kept.',
};

/** The outcomes that one matter offers, and the same with “not given” for who records a view that was not. */
export const outcomeOptionsOf = (matter: keyof typeof outcomesOf): { value: string; label: string }[] => Object.entries(outcomesOf[matter]).map(([value, label]) => ({ value, label }));
export const viewOptionsOf = (matter: keyof typeof outcomesOf) => [...outcomeOptionsOf(matter), { value: 'not_given', label: viewLabels.not_given }];
