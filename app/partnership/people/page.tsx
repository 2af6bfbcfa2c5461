import { PageFrame } from '@/components/access/page-frame';
import { PeopleList, type PeopleAsked } from '@/components/partnership/people-list';
import { ButtonLink } from '@/components/ui/button';
import { readAs, requireActor } from '@/lib/access/guard';
import { holds, mayDo } from '@/lib/access/rights';
import { saidBack } from '@/lib/forms/said';
import { saidLabels } from '@/lib/partnership/labels';
import { grantedMemberships } from '@/lib/partnership/memberships/labels';
import { listPeople, peoplePerPage } from '@/lib/partnership/people/queries';
import { listAgencyOptions } from '@/lib/partnership/queries';
import { isId } from '@/lib/partnership/rules';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const asked: PeopleAsked = { words: one('words').slice(0, 100), agency: isId(one('agency')) ? one('agency') : '', membership: one('membership'), page: Math.min(Math.max(1, Math.trunc(Number(one('page'))) || 1), 10_000) };
  const { actor, now, found, agencies } = await readAs(await requireActor(), async (ctx) => ({
    actor: ctx.actor, now: ctx.now,
    found: await listPeople(ctx, { words: asked.words, agencyId: asked.agency || undefined, membership: grantedMemberships.find((membership) => membership === asked.membership), page: asked.page }),
    agencies: await listAgencyOptions(ctx, { also: [asked.agency] }),
  }));
  const mayAdd = mayDo(actor, 'manage-people');
  return (
    <PageFrame
      actor={actor} now={now} section="partnership" title="People" soft="Everybody the partnership knows: a person needs no account" sensitivity="partnership"
      example={found.people.some((person) => person.example)} back={{ href: '/partnership', label: 'Partnership' }} said={saidBack(saidLabels, query.said)} actions={mayAdd && <ButtonLink href="/partnership/people/new">Add a person</ButtonLink>}
    >
      <PeopleList
        people={found.people} total={found.total} perPage={peoplePerPage} asked={asked} agencies={agencies} mayAdd={mayAdd}
        sees={{ memberships: holds(actor, 'BU', 'EX', 'IS', 'SA'), accounts: holds(actor, 'BU', 'SA') }}
      />
    </PageFrame>
  );
}
