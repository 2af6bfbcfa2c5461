export const accountStateNames = {
  none: 'No account',
  open: 'Can sign in',
  disabled: 'Account disabled',
} as const;
export type AccountState = keyof typeof accountStateNames;

/** How long a sign-in link works, in minutes, and how long it is shown to whoever started it. */
export const signInLinkMinutes = 30;
export const signInLinkShownMinutes = 5;
