import { Card } from '@/components/ui/card';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { DraftListed } from '@/lib/drafts/drafts';
import type { Message } from '@/lib/notifications/queries';
import type { MembershipShown } from '@/lib/partnership/memberships/queries';

/** What others told this person, and what they typed and did not send. */
export function ForYou({ messages, drafts, grants }: { messages: Message[]; drafts: DraftListed[]; grants: MembershipShown[] }) {
  const kept = drafts.filter((draft) => draft.page);
  if (messages.length === 0 && kept.length === 0 && grants.length === 0) return null;
  return (
    <Card title="For you">
      <ul className="plain">
        {grants.map((grant) => <li key={grant.id}><a href={`/partnership/people/${grant.personId}/memberships/${grant.id}`}>A grant waits for a second person: {grant.person}</a></li>)}
        {kept.map((draft) => <li key={draft.form}><a href={draft.page!}>Go on with what you typed</a><span className="soft"> kept {formatInstant(draft.savedAt)}, not sent yet</span></li>)}
        {messages.map((message) => <li key={message.id}><a href={message.path}>{message.message}</a><span className="soft"> {formatInstant(message.at)}</span></li>)}
      </ul>
    </Card>
  );
}
