/**
 * Who may use each address: an act of the permission matrix; `signed-in` where the rows themselves decide; `visitor` for
 * somebody signing in; `anyone`. A page without a line here fails the build.
 */
export const routes = {
  '/': 'signed-in',
  '/account': 'signed-in',
  '/reviews': 'signed-in',
  '/reviews/new': 'record-notification',
  '/reviews/[reference]': 'signed-in',
  '/reviews/[reference]/notification': 'record-notification',
  '/reviews/[reference]/open': 'work-rapid-review',
  '/reviews/[reference]/facts': 'work-rapid-review',
  '/reviews/[reference]/criteria': 'work-rapid-review',
  '/reviews/[reference]/agencies': 'work-rapid-review',
  '/reviews/[reference]/clock': 'work-rapid-review',
  '/reviews/[reference]/identity': 'record-identity',
  '/reviews/[reference]/decision': 'signed-in',
  '/reviews/[reference]/history': 'signed-in',
  '/assurance': 'see-assurance',
  '/assurance/rows/[figure]': 'see-assurance',
  '/assurance/years/[year]': 'see-year',
  '/assurance/years/[year]/[figure]': 'see-year',
  '/sign-in': 'visitor',
  '/sign-in/[token]': 'visitor',
  '/signed-out': 'visitor',
  '/set-up': 'visitor',
  '/api/health': 'anyone',
} as const;
