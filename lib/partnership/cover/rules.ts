import type { Membership } from '@/lib/access/labels';
import type { Issue } from '@/lib/forms/state';
import { overlap, whatStopsDates } from '@/lib/partnership/rules';

type Cover = { byPersonId: string; membership: Membership; fromOn: string; toOn: string | null };

/** What stops cover besides who sets it. `held` is what the person holds; `coveringHolds` what the one who covers does. */
export function whatStopsCover(wanted: Cover & { personId: string }, known: { held: readonly Membership[]; coveringHolds: readonly Membership[]; covers: readonly Cover[] }): Issue[] {
  const issues = whatStopsDates(wanted, 'toOn');
  if (wanted.byPersonId === wanted.personId) issues.push({ field: 'byPersonId', message: 'Choose somebody else: nobody covers for themselves' });
  if (!known.held.includes(wanted.membership)) issues.push({ field: 'membership', message: 'Choose a membership they hold' });
  if (known.coveringHolds.includes('SA')) issues.push({ field: 'byPersonId', message: 'Choose somebody else: a system administrator holds nothing else, not as cover either' });
  if (known.covers.some((cover) => cover.byPersonId === wanted.byPersonId && cover.membership === wanted.membership && overlap(cover, wanted))) {
    issues.push({ field: 'byPersonId', message: 'They cover this membership already in these days. Choose other days, or end that cover first' });
  }
  return issues;
}
