import { Card } from '@/components/ui/card';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { DraftListed } from '@/lib/drafts/drafts';
import type { Message } from '@/lib/notifications/queries';
import { submitPutAway } from '@/lib/notifications/server-actions';
import type { MembershipShown } from '@/lib/partnership/memberships/queries';

/** What others told this person, until they put it away, and what they typed and did not save. */
export function ForYou({ messages, drafts, grants }: { messages: Message[]; drafts: DraftListed[]; grants: MembershipShown[] }) {
  const kept = drafts.filter((draft) => draft.page);
  if (messages.length === 0 && kept.length === 0 && grants.length === 0) return null;
  return (
    <Card title="For you">
      <ul className="plain">
        {grants.map((grant) => <li key={grant.id}><a href={`/partnership/people/${grant.personId}/memberships/${grant.id}`}>A grant waits for a second person: {grant.person}</a></li>)}
        {kept.map((draft) => <li key={draft.form}><a href={draft.page!}>Go on with what you typed</a><span className="soft"> kept {formatInstant(draft.savedAt)}, not saved yet</span></li>)}
        {messages.map((message) => (
          <li key={message.id}>
            <a href={message.path}>{message.message}</a><span className="soft"> {formatInstant(message.at)}</span>
            <form action={submitPutAway}>
              <button type="submit" name="message" value={message.id} className="link-button small">Put away<VisuallyHidden> {message.message}</VisuallyHidden></button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
