export const accountStateNames = {
  none: 'No account',
  open: 'Can sign in',
  disabled: 'Account disabled',
} as const;
export type AccountState = keyof typeof accountStateNames;

/** How long a sign-in link works, in minutes, and how long it is shown to whoever started it. */
export const signInLinkMinutes = 30;
export const signInLinkShownMinutes = 5;

/** The fields of each form by name, as the form calls them and as they are told to somebody who typed over an older version. */
export const personFields = { name: 'Name' } as const;
export const disablingFields = { reason: 'Why?' } as const;

export function postEndQuestion(post: { title: string; agency: string }): string {
  return `When does ${post.title}, ${post.agency} end?`;
}
