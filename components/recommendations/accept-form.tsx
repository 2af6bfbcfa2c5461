import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { formatDate } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { acceptanceFields, acceptanceOptions } from '@/lib/recommendations/labels';
import type { Recommendation } from '@/lib/recommendations/queries';
import { accepterOf, accepterWords } from '@/lib/recommendations/rules';
import { submitAcceptRecommendation } from '@/lib/recommendations/server-actions';
import { howOptions } from '@/lib/reviews/labels';

type Props = { recommendation: Recommendation; as: 'own' | 'on_behalf'; groups: Option[]; title: string; today: string; draft: Draft | null };

/** Whether it is accepted: said by a member of the group that accepts, or recorded by the business unit with where it was decided. */
export function AcceptForm({ recommendation, as, groups, title, today, draft }: Props) {
  const { reference, acceptance, acceptanceReason, acceptanceHow, acceptanceNote, acceptedOn, acceptedByGroupId } = recommendation;
  const accepter = accepterOf(recommendation);
  const labels = acceptanceFields(accepterWords(recommendation), as === 'on_behalf');
  return (
    <Form
      action={submitAcceptRecommendation} formKey={randomUUID()} version={recommendation.version} title={title} submitLabel="Record it" cancel={{ href: `/recommendations/${reference}` }}
      hidden={{ reference, _page: `/recommendations/${reference}/accept` }}
      values={{ acceptance: acceptance ?? '', reason: acceptanceReason ?? '', acceptedOn: formatDate(acceptedOn ?? today), group: acceptedByGroupId ?? groups[0]?.value ?? '', how: acceptanceHow && acceptanceHow !== 'in_person' ? acceptanceHow : 'meeting', howNote: acceptanceNote ?? '' }}
      draft={draftOf(`accept-recommendation:${reference}`, draft)}
    >
      <RadiosField name="acceptance" label={labels.acceptance} options={acceptanceOptions} />
      <TextArea name="reason" label={labels.reason} hint="Needed where it is not accepted, or not in full" rows={3} />
      {accepter === 'engine_room' && groups.length > 0 && <SelectField name="group" label={labels.group} options={groups} />}
      <DateField name="acceptedOn" label={labels.acceptedOn} />
      {as === 'on_behalf' && <RadiosField name="how" label={labels.how} options={howOptions.filter((option) => option.value !== 'in_person')} inline />}
      <TextField name="howNote" label={labels.howNote} optional={as === 'own'} hint="So that it can be found again" />
    </Form>
  );
}
