import { carried, type FormOf } from '@/components/plan/action-forms';
import { OnBehalfFields } from '@/components/plan/on-behalf-fields';
import { DateField, RadiosField, TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import type { Option } from '@/components/ui/static-field';
import type { RequestShown } from '@/lib/plan/queries';
import { answerFields, answerNames, closingFields, dateFields, escalatedToNames, exception, exceptionFields, exceptionWords, helpFields, ownEvidence, ownEvidenceWords, reopenFields } from '@/lib/plan/requests/labels';
import { isInUse } from '@/lib/plan/requests/rules';
import { submitRequestAnswer, submitAskForDate, submitAskForHelp, submitException, submitProposeClosing, submitReopening } from '@/lib/plan/requests/server-actions';

export function AskForDateForm({ people, speaksForOthers, ...props }: FormOf & { people: Option[]; /** The business unit, about an action that is not its own. */ speaksForOthers: boolean }) {
  return (
    <Form action={submitAskForDate} formKey={props.formKey} title={`Ask for another date for ${props.action.reference}`} submitLabel="Ask for this date" {...carried(props, 'date')}>
      <DateField name="wantedOn" label={dateFields.wantedOn} hint="For example 31/3/27, end June or 14 Mar" />
      <TextArea name="reason" label={dateFields.reason} hint="No names of children or families" rows={3} />
      {people.length > 0 && <OnBehalfFields people={people} needed={speaksForOthers} />}
    </Form>
  );
}

export function AskForHelpForm(props: FormOf) {
  return (
    <Form action={submitAskForHelp} formKey={props.formKey} title={`Ask for help with ${props.action.reference}`} submitLabel="Ask for help" {...carried(props, 'help')}>
      <RadiosField
        name="escalatedTo" label={helpFields.escalatedTo}
        options={[
          { value: 'chair', label: escalatedToNames.chair, hint: props.action.groupName ?? 'The Engine Room, where no group is accountable' },
          { value: 'executive', label: escalatedToNames.executive, hint: 'What the chair cannot settle. The Executive’s chair then closes it, too' },
        ]}
      />
      <TextArea name="reason" label={helpFields.reason} hint="No names of children or families" rows={3} />
    </Form>
  );
}

export function ProposeClosingForm(props: FormOf) {
  const { level, recommendations, exception: excepted } = props.action;
  const judged = recommendations.filter((one) => one.accepted).map((one) => ({ value: one.reference, label: `Its impact is judged on ${one.reference}`, hint: one.text }));
  return (
    <Form action={submitProposeClosing} formKey={props.formKey} title={`Propose to close ${props.action.reference}`} submitLabel="Propose to close it" {...carried(props, 'close')}>
      <RadiosField
        name="rests" label={closingFields.rests}
        options={[...(isInUse(level) ? [{ value: ownEvidence, label: ownEvidenceWords, hint: 'That it reached people, is understood, or is seen in practice' }] : []), ...judged, ...(excepted === 'agreed' ? [{ value: exception, label: exceptionWords }] : [])]}
      />
      <TextArea name="reason" label={closingFields.reason} hint="No names of children or families" rows={3} />
    </Form>
  );
}

/** For the business unit: nothing will show that an action made a difference, and the safeguarding partners say whether it is closed all the same. */
export function ExceptionForm(props: FormOf) {
  const { hidden } = carried(props, 'close');
  return (
    <Form action={submitException} formKey={props.formKey} id="exception" title={`Ask the safeguarding partners about ${props.action.reference}`} submitLabel="Put it to the partners" hidden={hidden} folded="Nothing will show that it made a difference">
      <TextArea name="reason" label={exceptionFields.reason} hint="The safeguarding partners read it and decide jointly. No names of children or families" rows={3} />
    </Form>
  );
}

/** What one person asks, answered by another: in their own name, or recorded by the business unit. */
export function AnswerForm({ request, people, isOwnWord, ...props }: FormOf & { request: RequestShown; /** Whom the business unit may record for. */ people: Option[]; /** The reader decides it themselves. */ isOwnWord: boolean }) {
  const { granted, refused } = answerNames[request.kind];
  const { hidden, ...rest } = carried(props, 'answer');
  return (
    <Form
      action={submitRequestAnswer} formKey={props.formKey} version={request.version} id={request.kind} title={`Answer about ${props.action.reference}`} submitLabel="Save the answer" {...rest}
      hidden={{ ...hidden, request: request.id, ...(refused === null ? { result: 'granted' } : {}) }}
    >
      {refused !== null && <RadiosField name="result" label={answerFields.result} options={[{ value: 'granted', label: granted }, { value: 'refused', label: refused }]} />}
      <TextArea name="answer" label={refused === null ? answerFields.result : answerFields.answer} hint={refused === null ? 'Who asked reads it. No names of children or families' : 'Needed where you say no. Who asked reads it'} rows={3} optional={refused !== null} />
      {people.length > 0 && <OnBehalfFields people={people} needed={!isOwnWord} />}
    </Form>
  );
}

export function ReopenForm({ request, ...props }: FormOf & { request: RequestShown }) {
  const { hidden, ...rest } = carried(props, 'reopen');
  return (
    <Form action={submitReopening} formKey={props.formKey} version={request.version} title={`Open ${props.action.reference} again`} submitLabel="Open it again" {...rest} hidden={{ ...hidden, request: request.id }}>
      <TextArea name="reason" label={reopenFields.reason} hint="It is in progress once more, with the date it had. No names of children or families" rows={3} />
    </Form>
  );
}
