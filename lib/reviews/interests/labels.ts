/** What follows from a conflict of interest, as one declares one's own. */
export const interestOutcomeLabels = { stays: 'Stays: it is noted beside decisions', steps_back: 'Steps back from deciding: the deputy acts', excluded: 'Excluded: the review is not shown' } as const;
export type InterestOutcome = keyof typeof interestOutcomeLabels;
export const interestOutcomeWords = { stays: 'Declared, stays', steps_back: 'Stepped back from deciding', excluded: 'Excluded' } as const;

export const interestStateWords = { in_force: 'In force', to_confirm: 'To be confirmed', lapsed: 'Lapsed, not confirmed', ended: 'Ended' } as const;

export const declaringFields = { outcome: 'What follows', person: 'Who has it', reason: 'What the interest is' } as const;
export const endingInterestFields = { reason: 'Why it ends' } as const;

export const interestOutcomeOptions = Object.entries(interestOutcomeLabels).map(([value, label]) => ({ value, label }));

/** What was just done, said back on the page. */
export const interestSaidLabels: Record<string, string> = {
  declared: 'The conflict of interest is declared.',
  'declared-of-another': 'It is declared, and holds from now on. The chair of the Executive and a safeguarding partner are asked to confirm it.',
  confirmed: 'Your confirmation is recorded.',
  ended: 'The conflict of interest is ended. It stays on record.',
};
