import { CoverList } from '@/components/partnership/cover-list';
import { Dates } from '@/components/partnership/dates';
import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import type { PersonActor } from '@/lib/access/actor';
import { membershipNames } from '@/lib/access/labels';
import type { CoverShown } from '@/lib/partnership/cover/queries';
import { membershipInWords, membershipStateNames } from '@/lib/partnership/memberships/labels';
import type { MembershipShown } from '@/lib/partnership/memberships/queries';

/** What somebody holds themselves, and what comes to them from lists, actions and cover. */
export function OwnMemberships({ actor, rows }: { actor: PersonActor; rows: MembershipShown[] }) {
  const shown = rows.filter((row) => row.state !== 'ended');
  const derived = actor.memberships.filter((held) => held.personId === actor.personId && ['LR', 'RP', 'AO'].includes(held.membership)).map((held) => held.membership);
  const all = [
    ...shown.map((row) => ({ key: membershipInWords(row), value: <>{membershipStateNames[row.state]}. <Dates fromOn={row.fromOn} toOn={row.toOn} />{row.grantedBy && `. Granted by ${row.grantedBy}`}</> })),
    ...[...new Set(derived)].map((membership) => ({ key: membershipNames[membership], value: membership === 'AO' ? 'You own an action' : 'You are on the list of a review' })),
  ];
  return (
    <Card title="Your memberships">
      {all.length > 0 ? <SummaryList rows={all} /> : <Empty title="You hold no membership of your own"><p>What you see comes from those you cover. Ask the business unit if that is not right.</p></Empty>}
    </Card>
  );
}

export function OwnCover({ personId, covers, mayEnd, maySet }: { personId: string; covers: CoverShown[]; mayEnd: string[]; maySet: boolean }) {
  if (!maySet && covers.length === 0) return null;
  return (
    <Card title="Cover" aside={maySet && <a href={`/partnership/people/${personId}/cover`}>Set cover for yourself</a>}>
      <CoverList covers={covers} of={personId} mayEnd={mayEnd} none="Nobody covers for you, and you cover for nobody." />
    </Card>
  );
}
