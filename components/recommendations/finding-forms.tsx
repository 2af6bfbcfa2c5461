import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { CheckboxesField, DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Details } from '@/components/ui/details';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { formatDate } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { agreementFields, agreementOptions, agreerLabels, answerFields, answerOptions, connectionFields, findingFields as labels, kindOptions, levelOptions } from '@/lib/recommendations/findings/labels';
import type { Connections, Finding } from '@/lib/recommendations/findings/queries';
import { agreerOf } from '@/lib/recommendations/findings/rules';
import { submitAgreeFinding, submitAnswerFinding, submitConnectFinding } from '@/lib/recommendations/findings/server-actions';
import { howOptions } from '@/lib/reviews/labels';

/** What was found, at which level, why, and what shows it. */
export function FindingFields({ agencies }: { agencies: Option[] }) {
  return (
    <>
      <RadiosField name="kind" label={labels.kind} options={kindOptions} inline />
      <TextArea name="text" label={labels.text} hint="One finding, in words that would be understood outside the review. No names." rows={4} />
      <RadiosField name="level" label={labels.level} options={levelOptions} />
      <TextArea name="why" label={labels.why} hint="What made it likely: workload, tools, supervision, how agencies fit together" optional rows={3} />
      <TextArea name="shownBy" label={labels.shownBy} hint="Records, the practitioner event, an audit" optional rows={3} />
      <TextArea name="voice" label={labels.voice} optional rows={3} />
      <Details summary="Agencies concerned, and who answers for it">
        <CheckboxesField name="agencies" label={labels.agencies} options={agencies} optional />
        <SelectField name="ownerAgency" label={labels.ownerAgency} options={agencies} empty="Nobody yet" optional />
        <TextField name="ownerPost" label={labels.ownerPost} hint="A post, not a name: Head of service" optional width="medium" autoComplete="off" />
      </Details>
    </>
  );
}

type AgreeProps = { finding: Finding; as: 'own' | 'on_behalf'; groups: Option[]; title: string; today: string; draft: Draft | null };

/** Whether it is agreed: said by a member of the group that agrees, or recorded by the business unit with where it was decided. */
export function AgreeFindingForm({ finding, as, groups, title, today, draft }: AgreeProps) {
  const { reference, agreement, agreementReason, decidedHow, decidedNote, decidedOn, decidedByGroupId } = finding;
  const words = agreementFields(agreerLabels[agreerOf(finding)], as === 'on_behalf');
  return (
    <Form
      action={submitAgreeFinding} formKey={randomUUID()} version={finding.version} title={title} submitLabel="Record it" cancel={{ href: `/findings/${reference}` }}
      hidden={{ reference, _page: `/findings/${reference}/agree` }}
      values={{ agreement: agreement ?? '', reason: agreementReason ?? '', decidedOn: formatDate(decidedOn ?? today), group: decidedByGroupId ?? groups[0]?.value ?? '', how: decidedHow && decidedHow !== 'in_person' ? decidedHow : 'meeting', howNote: decidedNote ?? '' }}
      draft={draftOf(`agree-finding:${reference}`, draft)}
    >
      <RadiosField name="agreement" label={words.agreement} options={agreementOptions} inline />
      <TextArea name="reason" label={words.reason} hint="Needed where it is not agreed" rows={3} />
      {groups.length > 0 && <SelectField name="group" label={words.group} options={groups} />}
      <DateField name="decidedOn" label={words.decidedOn} />
      {as === 'on_behalf' && <RadiosField name="how" label={words.how} options={howOptions.filter((option) => option.value !== 'in_person')} inline />}
      <TextField name="howNote" label={words.howNote} optional={as === 'own'} hint="So that it can be found again" />
    </Form>
  );
}

type ConnectProps = { finding: Finding; connections: Connections; themes: { value: string; label: string; set: string }[]; likely: { reference: string; text: string; year: string | null }[]; answers: Option[]; title: string; draft: Draft | null };

/** The themes it belongs to, the earlier finding it repeats, and the recommendations that answer it. */
export function ConnectFindingForm({ finding, connections, themes, likely, answers, title, draft }: ConnectProps) {
  const { reference } = finding;
  return (
    <Form
      action={submitConnectFinding} formKey={randomUUID()} version={finding.version} title={title} submitLabel="Save" cancel={{ href: `/findings/${reference}` }}
      hidden={{ reference, _page: `/findings/${reference}/connect` }}
      values={{ themes: connections.themes, earlier: connections.earlier?.reference ?? '', recommendations: connections.recommendations.map((one) => one.id) }}
      draft={draftOf(`connect-finding:${reference}`, draft)}
    >
      <CheckboxesField name="themes" label={connectionFields.themes} hint="As many as fit; few say more" optional options={themes.map(({ value, label, set }) => ({ value, label, hint: set }))} />
      <TextField name="earlier" label={connectionFields.earlier} hint="Its reference, such as F-014. Leave it empty if it was not found before." optional width="short" autoComplete="off" />
      {likely.length > 0 && (
        <Details summary={`${likely.length} that may say the same`} open>
          <ul>{likely.map((one) => <li key={one.reference}><a href={`/findings/${one.reference}`}>{one.reference}</a> {one.text}{one.year && <span className="soft"> ({one.year})</span>}</li>)}</ul>
        </Details>
      )}
      {answers.length > 0 && <CheckboxesField name="recommendations" label={connectionFields.recommendations} optional options={answers} />}
      {answers.length === 0 && <p className="soft">There is no recommendation from the same source yet that you may see.</p>}
    </Form>
  );
}

/** What became of a gap: addressed, accepted without action, or open again. */
export function AnswerFindingForm({ finding, title, today, draft }: { finding: Finding; title: string; today: string; draft: Draft | null }) {
  const { reference, answer, answerReason, answeredOn } = finding;
  return (
    <Form
      action={submitAnswerFinding} formKey={randomUUID()} version={finding.version} title={title} submitLabel="Record it" cancel={{ href: `/findings/${reference}` }}
      hidden={{ reference, _page: `/findings/${reference}/follow` }}
      values={{ answer: answer ?? 'open', reason: answerReason ?? '', answeredOn: formatDate(answeredOn ?? today) }}
      draft={draftOf(`answer-finding:${reference}`, draft)}
    >
      <RadiosField name="answer" label={answerFields.answer} options={answerOptions} />
      <TextArea name="reason" label={answerFields.reason} hint="What addresses it and how one knows; or why nothing is done" rows={3} />
      <DateField name="answeredOn" label={answerFields.answeredOn} />
    </Form>
  );
}
