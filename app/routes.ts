/**
 * Who may use each address: an act of the permission matrix; `signed-in` where the rows themselves decide; `visitor` for
 * somebody signing in; `anyone`. A page without a line here fails the build.
 */
export const routes = {
  '/': 'signed-in',
  '/account': 'signed-in',
  '/sign-in': 'visitor',
  '/sign-in/[token]': 'visitor',
  '/signed-out': 'visitor',
  '/set-up': 'visitor',
  '/api/health': 'anyone',
} as const;
