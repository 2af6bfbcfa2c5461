import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { OnBehalfPeople } from '@/components/assurance/on-behalf-people';
import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import { answerFields, closeFields, escalateFields, outcomeNames, stageNames, topicNames } from '@/lib/assurance/challenges/labels';
import type { ChallengeShown, Raised } from '@/lib/assurance/challenges/queries';
import { stagesAbove } from '@/lib/assurance/challenges/rules';
import { submitAnswer, submitChallenge, submitClosing, submitEscalation } from '@/lib/assurance/challenges/server-actions';
import { formatDate, type CalendarDate } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

type Raise = { raised: Raised; agencies: Option[]; own: Option[]; usual: CalendarDate; page: string; draft: Draft | null; back: string };

export function RaiseChallengeForm({ raised, agencies, own, usual, page, draft, back }: Raise) {
  return (
    <Form
      action={submitChallenge} formKey={randomUUID()} title="Raise a challenge" submitLabel="Raise the challenge" hidden={{ _page: page }} draft={draftOf(`raise-challenge${raised.about ? `:${raised.about}` : ''}`, draft)} cancel={{ href: back }}
      values={{ about: raised.about, aboutAgency: raised.aboutAgencyId ?? '', byAgency: own.length === 1 ? own[0]!.value : '', topic: raised.topic ?? '', stage: 'informal', dueOn: formatDate(usual) }}
    >
      <SelectField name="aboutAgency" label="Which agency do you challenge?" options={agencies} empty="Choose an agency" />
      {own.length > 0 && <SelectField name="byAgency" label="For which agency do you raise it?" optional options={own} empty="For no agency" hint="Its leads see it as well" />}
      <TextField name="about" label="From which record?" optional width="medium" hint="Its reference, such as A-014, R-005, D-003 or RR-2026-7KQ4. Whoever may not see that record does not see this challenge" />
      <RadiosField name="topic" label="What is it about?" options={optionsOf(topicNames)} />
      <TextArea name="challenge" label="What do you challenge?" rows={4} hint="No names of children or families" />
      <TextArea name="asked" label="What do you ask the agency to do?" rows={3} />
      <RadiosField name="stage" label="How far has it gone?" options={optionsOf(stageNames)} />
      <TextField name="forum" label="Where was it raised?" optional width="full" hint="A meeting, a call, a letter" />
      <DateField name="dueOn" label="By when do you ask for an answer?" hint="One working week, unless you say otherwise. For example 14/3/26 or 14 Mar" />
    </Form>
  );
}

type Of = { challenge: ChallengeShown; page: string; draft: Draft | null };

export function AnswerForm({ challenge, page, draft, leads }: Of & { /** For whoever records it for a lead. */ leads: Option[] | null }) {
  return (
    <Form
      id="answer" action={submitAnswer} formKey={randomUUID()} version={challenge.version} title={`Answer ${challenge.reference}`} submitLabel={challenge.answer ? 'Save the new answer' : 'Save the answer'} hidden={{ reference: challenge.reference, _page: page }}
      draft={draftOf(`answer-challenge:${challenge.reference}`, draft)} folded={challenge.answer ? 'Answer again' : undefined}
    >
      <TextArea name="answer" label={answerFields.answer} rows={4} />
      {leads && <OnBehalfPeople people={leads} labels={answerFields} />}
    </Form>
  );
}

export function EscalateForm({ challenge, page, draft }: Of) {
  return (
    <Form
      id="further" action={submitEscalation} formKey={randomUUID()} version={challenge.version} title={`Take ${challenge.reference} further`} submitLabel="Take it further" submitTone="warning" hidden={{ reference: challenge.reference, _page: page }}
      draft={draftOf(`escalate-challenge:${challenge.reference}`, draft)} folded="Take it further"
    >
      <RadiosField name="stage" label={escalateFields.stage} options={stagesAbove(challenge.stage).map((value) => ({ value, label: stageNames[value] }))} />
      <DateField name="dueOn" label={escalateFields.dueOn} />
    </Form>
  );
}

export function CloseForm({ challenge, page, draft }: Of) {
  const outcomes = challenge.answeredOn === null ? { withdrawn: outcomeNames.withdrawn } : outcomeNames;
  return (
    <Form
      id="close" action={submitClosing} formKey={randomUUID()} version={challenge.version} title={`Close ${challenge.reference}`} submitLabel="Close the challenge" hidden={{ reference: challenge.reference, _page: page }}
      draft={draftOf(`close-challenge:${challenge.reference}`, draft)} folded={challenge.answeredOn === null ? 'Withdraw it' : 'Close it'}
    >
      <RadiosField name="outcome" label={closeFields.outcome} options={optionsOf(outcomes)} />
      <TextArea name="outcomeReason" label={closeFields.outcomeReason} rows={3} />
      <TextArea name="changedForChildren" label={closeFields.changedForChildren} optional rows={3} hint="Asked for where the challenge was right, wholly or in part" />
    </Form>
  );
}
