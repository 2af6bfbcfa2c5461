import { Card } from '@/components/ui/card';
import { Parts } from '@/components/ui/columns';

/** The parts of the partnership that one may go to. */
export function PartnershipParts({ may }: { may: { people: boolean; settings: boolean } }) {
  const parts = [
    { href: '/partnership/people', label: 'People', about: may.people ? 'Posts, memberships, cover and accounts' : 'Who is who, and in which post', shown: true },
    { href: '/partnership/agencies', label: 'Agencies', about: 'Who is part of the partnership, under which name and since when', shown: true },
    { href: '/groups', label: 'Groups', about: 'The Executive, the Engine Room and task-and-finish groups', shown: true },
    { href: '/partnership/settings', label: 'Settings', about: 'Clocks, RAG, and how long one stays signed in', shown: may.settings },
  ];
  return (
    <Parts of="stats">
      {parts.filter((part) => part.shown).map((part) => (
        <Card key={part.href} title={<a href={part.href}>{part.label}</a>}><p className="soft">{part.about}</p></Card>
      ))}
    </Parts>
  );
}
