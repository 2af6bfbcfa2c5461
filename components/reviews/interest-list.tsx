import { randomUUID } from 'node:crypto';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Tag } from '@/components/ui/tag';
import type { PersonActor } from '@/lib/access/actor';
import { formatDate } from '@/lib/dates/calendar-date';
import { endingInterestFields, interestOutcomeWords, interestStateWords } from '@/lib/reviews/interests/labels';
import { canEnd, confirmsAs } from '@/lib/reviews/interests/policy';
import type { InterestListed } from '@/lib/reviews/interests/queries';
import { submitConfirmInterest, submitEndInterest } from '@/lib/reviews/interests/server-actions';

type Props = { interests: InterestListed[]; reference: string; title: string; actor: PersonActor };

/** The conflicts of interest declared on a review, each with what may be done about it. */
export function InterestList({ interests, reference, title, actor }: Props) {
  if (interests.length === 0) return <Empty title="None is declared that you may see"><p>An agency’s involvement is not by itself a conflict of interest.</p></Empty>;
  return (
    <ul className="plain">
      {interests.map((interest) => {
        const of = { reference, interest: interest.id, _page: `/reviews/${reference}/conflict` };
        const as = confirmsAs(actor, interest);
        return (
          <li key={interest.id}>
            <p><b>{interest.person}</b>: {interestOutcomeWords[interest.outcome]} <Tag tone={interest.holds ? 'amber' : 'grey'}>{interestStateWords[interest.state]}</Tag></p>
            <p className="typed">{interest.reason}</p>
            <p className="soft">{told(interest)}</p>
            {as && <Form id={`confirm-${interest.id.slice(0, 8)}`} action={submitConfirmInterest} formKey={randomUUID()} version={interest.version} title={title} submitLabel={as === 'chair' ? 'Confirm it as chair' : 'Confirm it as a safeguarding partner'} hidden={of}>{null}</Form>}
            {canEnd(actor, interest) && (
              <Form folded={`End it for ${interest.person}`} id={`end-${interest.id.slice(0, 8)}`} action={submitEndInterest} formKey={randomUUID()} version={interest.version} title={title} submitLabel="End it" submitTone="warning" hidden={of}>
                <TextField name="reason" label={endingInterestFields.reason} hint="It stays on record" />
              </Form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** "Declared by Priya Nair on 23 November 2026. Confirmed by the chair, Helen Whitaker. Lapses after 30 November 2026 unless both confirm it." */
function told(interest: InterestListed): string {
  const own = interest.declaredById === interest.personId;
  return [
    `Declared by ${own ? 'themselves' : (interest.declaredBy ?? 'the business unit')} on ${formatDate(interest.fromOn)}.`,
    interest.chairConfirmedBy && `Confirmed by the chair, ${interest.chairConfirmedBy}.`,
    interest.partnerConfirmedBy && `Confirmed for a safeguarding partner by ${interest.partnerConfirmedBy}.`,
    interest.state === 'to_confirm' && interest.confirmBy && `Holds until ${formatDate(interest.confirmBy)}, and then only if the chair of the Executive and a safeguarding partner have both confirmed it.`,
    interest.endedBy && interest.toOn && `Ended by ${interest.endedBy}: ${interest.endedReason}.`,
  ].filter(Boolean).join(' ');
}
