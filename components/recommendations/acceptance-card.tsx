import { AcceptanceTag } from '@/components/recommendations/acceptance-tag';
import { Blocked } from '@/components/ui/blocked';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { formatDate } from '@/lib/dates/calendar-date';
import { accepterLabels } from '@/lib/recommendations/labels';
import type { Recommendation } from '@/lib/recommendations/queries';
import { acceptedByWords, accepterOf, decidedWords, recorderWords, whatStopsAccepting } from '@/lib/recommendations/rules';

/** Whether it is accepted, by whom and why; or who accepts it and what is still needed. */
export function AcceptanceCard({ recommendation, mayAccept }: { recommendation: Recommendation; mayAccept: boolean }) {
  const path = `/recommendations/${recommendation.reference}/accept`;
  const { acceptance, acceptedOn, acceptanceReason, acceptanceRecordedBy, state } = recommendation;
  const decided = decidedWords(recommendation);
  if (acceptance && acceptedOn) {
    return (
      <Card title="Acceptance" id="acceptance" aside={mayAccept && !recommendation.releasedAt && <a href={path}>Correct it</a>}>
        <p><AcceptanceTag state={state} /> <b>{capital(acceptedByWords(recommendation))}</b>, {formatDate(acceptedOn)}</p>
        {acceptanceReason && <p className="typed">{acceptanceReason}</p>}
        {decided && <p>{decided}</p>}
        {acceptanceRecordedBy && <p className="small soft">Recorded by {acceptanceRecordedBy}</p>}
      </Card>
    );
  }
  if (state === 'not_stated') return <Card title="Acceptance" id="acceptance"><p>The document it was recorded from does not say whether it was accepted.</p></Card>;
  const issues = whatStopsAccepting(recommendation);
  return (
    <Card title="Acceptance" id="acceptance">
      <p>Accepted by {accepterLabels[accepterOf(recommendation)]}. {!mayAccept && recorderWords(recommendation)}</p>
      {issues.length > 0 && <Blocked title="Still needed before it can be accepted:" issues={issues} />}
      {mayAccept && <p><ButtonLink href={path} tone={issues.length > 0 ? 'secondary' : 'primary'}>Record whether it is accepted</ButtonLink></p>}
    </Card>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
