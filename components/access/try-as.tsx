import { Card } from '@/components/ui/card';
import { membershipNames, membershipTasks, type Membership } from '@/lib/access/labels';
import { submitTryAs } from '@/lib/access/server-actions';

type Person = { accountId: string; name: string; membership: string };

/** Demonstration only: one button for each invented person, one for every membership. */
export function TryAs({ people, then }: { people: Person[]; then: string }) {
  const order = Object.keys(membershipNames);
  const sorted = [...people].sort((a, b) => order.indexOf(a.membership) - order.indexOf(b.membership) || a.name.localeCompare(b.name));
  return (
    <Card title="Try it as…">
      <p className="soft">Everybody here is invented.</p>
      <form action={submitTryAs}>
        <input type="hidden" name="then" value={then} />
        <ul className="try-as">
          {sorted.map((person) => (
            <li key={person.accountId}>
              <button type="submit" name="account" value={person.accountId} className="choose">
                <b>{person.name}</b> <span>{membershipNames[person.membership as Membership]}</span>
                <span className="soft">{membershipTasks[person.membership as Membership]}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Card>
  );
}
