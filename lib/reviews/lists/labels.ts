/** The fields of the forms by which a review's list is kept. */
export const removingFields = { person: 'Member of the business unit', reason: 'Why they should not see it' } as const;
export const puttingBackFields = { reason: 'Why they may see it again' } as const;
export const emergencyFields = { reference: 'Reference of the review', reason: 'Why it cannot wait' } as const;

/** What was just done, said back on the next page. */
export const listSaidLabels: Record<string, string> = {
  place: 'The place on the list is given.',
  'place-ended': 'The place on the list is ended.',
  removed: 'They are taken off the list. What is case or named of this review is not shown to them from now on.',
  'put-back': 'They are on the list again.',
};
