/** The words on screen for everything coded about recommendations, in the order they are offered. */

const options = <T extends string>(labels: Record<T, string>) => Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

export const acceptanceLabels = { accepted: 'Accepted', partly: 'Accepted in part', not_accepted: 'Not accepted' } as const;

/** Where a recommendation stands. A document that does not say whether it was accepted leaves it *not stated*. */
export const stateLabels = { draft: 'Draft', ...acceptanceLabels, not_stated: 'Acceptance not stated' } as const;

export const addressedLabels = { partnership: 'The whole partnership', agencies: 'One or more agencies', national: 'A national body' } as const;

/** What a list can be narrowed to. */
export const acceptanceFilterLabels = { draft: 'Drafts, still to be accepted', ...acceptanceLabels } as const;

/** Who accepts, as the end of a sentence. */
export const accepterLabels = { partners: 'the safeguarding partners jointly', national: 'the national body, by its reply', agency: 'the agency it is addressed to', engine_room: 'the Engine Room' } as const;

/** What is asked for at the dates to come, and said before what is wrong with one. */
export const dateAsks = { byWhen: 'Enter by when', measureOn: 'Enter the date it will be measured' } as const;

export const sortLabels = { reference: 'Newest first', when: 'By when' } as const;

/** The fields of each form by name, as the form calls them and as they are told to somebody who typed over an older version. */

export const recommendationFields = {
  text: 'What is recommended',
  addressedTo: 'Who is it addressed to?',
  agencies: 'Agencies',
  nationalBody: 'Name of the national body',
  byWhen: 'By when',
  outcome: 'What will be different for children and families',
  measure: 'How the partnership will know',
  baseline: 'Where it stands now',
  target: 'Where it should be',
  measureOn: 'When it is measured',
} as const;

export const acceptanceFields = (by: string, onBehalf: boolean) => ({
  acceptance: `Is it accepted by ${by}?`,
  reason: 'Reason',
  group: 'Decided by',
  acceptedOn: 'Decided on',
  how: 'How it was decided',
  howNote: onBehalf ? 'Meeting and minute, or the message' : 'Meeting and minute',
}) as const;

/** What was just done, said back on the next page. */
export const saidLabels: Record<string, string> = {
  written: 'The recommendation is saved as a draft.',
  changed: 'The recommendation is saved.',
  accepted: 'What was decided is recorded.',
  released: 'The recommendation is released: its text now travels with its actions.',
};

/** What stands for the source of a record that the reader may not see. */
export const hiddenReview = 'a review not yet published';

export const acceptanceOptions = options(acceptanceLabels);
export const acceptanceFilterOptions = options(acceptanceFilterLabels);

/** Where the page of a source is: only reviews have one. */
export function sourceHref(source: { kind: string; reference: string }): string | undefined {
  return source.kind === 'review' ? `/reviews/${source.reference}` : undefined;
}
