import { Card } from '@/components/ui/card';
import { membershipNames, membershipTasks } from '@/lib/access/labels';
import { submitTryAs } from '@/lib/access/server-actions';
import type { PersonToTry } from '@/lib/access/sign-in';

/** Demonstration only: one button for each invented person, one for every membership. */
export function TryAs({ people, then }: { people: PersonToTry[]; then: string }) {
  const order = Object.keys(membershipNames);
  const placeOf = ({ held }: PersonToTry) => order.indexOf(held[0]!.membership);
  const sorted = [...people].sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name));
  return (
    <Card title="Try it as…">
      <p className="soft">Everybody here is invented.</p>
      <form action={submitTryAs}>
        <input type="hidden" name="then" value={then} />
        <ul className="try-as">
          {sorted.map((person) => (
            <li key={person.accountId}>
              <button type="submit" name="account" value={person.accountId} className="choose">
                <b>{person.name}</b> {person.held.map((held) => <span key={`${held.membership}-${held.of}-${held.for}`}>{inWords(held)}</span>)}
                <span className="soft">{membershipTasks[person.held[0]!.membership]}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Card>
  );
}

/** "Executive member, Example Constabulary", "Executive member, for Helen Whitaker". */
function inWords(held: PersonToTry['held'][number]): string {
  return [membershipNames[held.membership], held.for ? `for ${held.for}` : held.of].filter(Boolean).join(', ');
}
