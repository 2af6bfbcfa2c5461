/** The words on screen for themes and what becomes of them. */

export const changeLabels = { merged: 'Merged into', split: 'Split into', retired: 'Retired', restored: 'In use again' } as const;

/** What one may do to a theme, as the form offers it. */
export const endingLabels = { merged: 'Merge it into another', split: 'Split it into others', retired: 'Retire it' } as const;

export const themeFields = {
  name: 'Name',
  parent: 'Set',
  description: 'What belongs under it',
  edition: 'Edition',
  source: 'Where it comes from',
  checked: 'The name has been read in its source',
} as const;

export const changeFields = { kind: 'What becomes of it', into: 'Which one, or which ones', changedOn: 'From', reason: 'Why' } as const;

export const saidLabels: Record<string, string> = {
  added: 'The theme is added.',
  changed: 'The theme is saved.',
  ended: 'What became of the theme is recorded. Findings keep the theme they were given; counts follow.',
  restored: 'The theme is in use again.',
};

export const nameToCheck = 'name to be checked';
