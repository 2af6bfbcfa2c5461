import { ExampleMark } from '@/components/partnership/example-mark';
import { Empty } from '@/components/ui/empty';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pagination } from '@/components/ui/pagination';
import { SearchInput, SelectInput, type Option } from '@/components/ui/static-field';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { membershipNames } from '@/lib/access/labels';
import { grantedMemberships } from '@/lib/partnership/memberships/labels';
import { accountStateNames } from '@/lib/partnership/people/labels';
import type { PersonListed } from '@/lib/partnership/people/queries';

/** What the address of the list asks for, as it was typed. */
export type PeopleAsked = { words: string; agency: string; membership: string; page: number };

type PeopleProps = {
  people: PersonListed[];
  total: number;
  perPage: number;
  asked: PeopleAsked;
  agencies: Option[];
  /** Whether the reader sees others' memberships, and others' accounts. */
  sees: { memberships: boolean; accounts: boolean };
  mayAdd: boolean;
};

export function PeopleList({ people, total, perPage, asked, agencies, sees, mayAdd }: PeopleProps) {
  const filtered = Boolean(asked.words || asked.agency || asked.membership);
  const columns = [{ header: 'Person' }, { header: 'Posts' }, ...(sees.memberships ? [{ header: 'Memberships' }] : []), ...(sees.accounts ? [{ header: 'Account' }] : [])];
  return (
    <>
      <FilterBar action="/partnership/people" clear={filtered ? '/partnership/people' : undefined}>
        <SearchInput name="words" label="Name" value={asked.words} />
        <SelectInput name="agency" label="Agency" value={asked.agency} options={agencies} any="Any agency" />
        {sees.memberships && <SelectInput name="membership" label="Membership" value={asked.membership} options={grantedMemberships.map((value) => ({ value, label: membershipNames[value] }))} any="Any membership" />}
      </FilterBar>
      <div className="card">
        {people.length === 0 ? (
          <Empty title={filtered ? 'Nobody fits this filter' : 'Nobody is recorded yet'} action={filtered ? { href: '/partnership/people', label: 'Show everybody' } : mayAdd ? { href: '/partnership/people/new', label: 'Add a person' } : undefined} />
        ) : (
          <Table
            caption={`${total === 1 ? '1 person' : `${total} people`}, by name`}
            columns={columns}
            rows={people.map((person) => ({
              key: person.id,
              cells: [
                <span key="name"><a href={`/partnership/people/${person.id}`}>{person.name}</a> <ExampleMark shown={person.example} /></span>,
                <Lines key="posts" lines={person.posts.map((post) => `${post.title}, ${post.agency}`)} none="None recorded" />,
                ...(sees.memberships ? [<Held key="held" person={person} />] : []),
                ...(sees.accounts ? [accountStateNames[person.account]] : []),
              ],
            }))}
          />
        )}
        {total > perPage && <Pagination page={asked.page} perPage={perPage} total={total} of="people" hrefFor={(page) => addressOf({ ...asked, page })} />}
      </div>
    </>
  );
}

function Held({ person }: { person: PersonListed }) {
  return (
    <>
      <Lines lines={person.memberships.map((membership) => membershipNames[membership])} none={person.waiting > 0 ? '' : 'None'} />
      {person.waiting > 0 && <Tag tone="amber">{person.waiting} waiting for a second person</Tag>}
    </>
  );
}

function Lines({ lines, none }: { lines: string[]; none: string }) {
  if (lines.length === 0) return <>{none}</>;
  return lines.map((line, place) => <p key={place}>{line}</p>);
}

function addressOf({ words, agency, membership, page }: PeopleAsked): string {
  const query = new URLSearchParams();
  if (words) query.set('words', words);
  if (agency) query.set('agency', agency);
  if (membership) query.set('membership', membership);
  query.set('page', String(page));
  return `/partnership/people?${query}`;
}
