import type { Membership } from '@/lib/access/labels';
import type { Issue } from '@/lib/forms/state';
import type { MembershipState } from '@/lib/partnership/memberships/labels';
import { overlap, whatStopsDates } from '@/lib/partnership/rules';

type Row = { membership: Membership; fromOn: string; toOn: string | null; needsSecond: boolean; confirmedAt: Date | null; endedById: string | null };

/** Where a membership stands on a day. What still waits for its second person gives nothing. */
export function membershipState(row: Row, today: string): MembershipState {
  if (row.toOn !== null && row.toOn < today) return 'ended';
  if (row.needsSecond && row.confirmedAt === null) return row.endedById === null ? 'waiting' : 'ended';
  return row.fromOn > today ? 'later' : 'current';
}

type Scope = { membership: Membership; agencyId: string | null; groupId: string | null; sourceId: string | null; votesForAgencyId: string | null };
type Wanted = Scope & { fromOn: string; toOn: string | null };

/** What stops a grant besides who gives it. `standing` is every row of the person whose last day is not over. */
export function whatStopsGranting(wanted: Wanted, standing: readonly (Scope & Row)[], today: string): Issue[] {
  const issues = whatStopsDates(wanted, 'toOn');
  const others = standing.filter((row) => (row.membership === 'SA') !== (wanted.membership === 'SA'));
  if (others.length > 0) {
    issues.push({
      field: 'membership',
      message: wanted.membership === 'SA'
        ? 'A system administrator holds nothing else. End their other memberships first, or record them a second time, as administrator, with an account of its own'
        : 'They are a system administrator, who holds nothing else. Record them a second time, with an account of its own, for this membership',
    });
  }
  const same = standing.find((row) => membershipState(row, today) !== 'ended' && row.membership === wanted.membership && row.agencyId === wanted.agencyId && row.groupId === wanted.groupId
    && row.sourceId === wanted.sourceId && overlap(row, wanted));
  if (same) issues.push({ field: 'membership', message: 'They hold this membership already in these days. End that one first, or choose other days' });
  if (wanted.membership === 'AU' && wanted.toOn === null) issues.push({ field: 'toOn', message: 'Enter the last day: an auditor or inspector looks between two dates' });
  return issues;
}

/** What stops a vote: it belongs to a safeguarding partner, which names one decision-maker. Deputies stand in by cover. */
export function whatStopsVote(wanted: Wanted, partner: { isPartner: boolean }, givenNow: readonly { person: string; fromOn: string; toOn: string | null }[]): Issue[] {
  if (wanted.votesForAgencyId === null) return [];
  if (!partner.isPartner) return [{ field: 'votesFor', message: 'Choose a safeguarding partner: nobody else has a vote' }];
  const other = givenNow.find((vote) => overlap(vote, wanted));
  return other ? [{ field: 'votesFor', message: `${other.person} gives this vote in these days. End that membership first; a deputy is set as their cover` }] : [];
}

/** What stops a membership from ending: somebody must be left to run the process and to keep the accounts. */
export function whatStopsEnding(row: { id: string } & Row, inForce: readonly { id: string; membership: Membership; personId: string }[]): Issue[] {
  const others = inForce.filter((other) => other.membership === row.membership && other.id !== row.id);
  if (others.length > 0) return [];
  if (row.membership === 'BU') return [{ message: 'They are the last of the business unit. Grant another person this membership first' }];
  if (row.membership === 'SA') return [{ message: 'They are the last system administrator. Grant another person this membership first' }];
  return [];
}
