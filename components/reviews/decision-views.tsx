import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { ViewForm } from '@/components/reviews/view-form';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { DateField, RadiosField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import type { Option } from '@/components/ui/static-field';
import { formatDate } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { outcomeOptionsOf, puttingFields, settlementFields } from '@/lib/reviews/decisions/labels';
import { canChangeView } from '@/lib/reviews/decisions/policy';
import type { Decision, DecisionRights, Partner } from '@/lib/reviews/decisions/queries';
import { draftNames, pageOfDecision, settlementOf } from '@/lib/reviews/decisions/rules';
import { submitSettle, submitSupersede } from '@/lib/reviews/decisions/server-actions';
import { steppedBackWords } from '@/lib/reviews/interests/rules';

export type Drafts = ReadonlyMap<string, Draft | null>;


type Props = { decision: Decision; title: string; partners: Partner[]; rights: DecisionRights; drafts: Drafts; today: string };

/** What can be done about an open decision now, by this person: give a view, change one, record the outcome. */
export function DecisionViews({ decision, title, partners, rights, drafts, today }: Props) {
  const settlement = settlementOf(partners, decision.views);
  const waiting = partners.filter((partner) => !decision.views.some((view) => view.agencyId === partner.id));
  const writes = waiting.filter((partner) => rights.own.includes(partner.id) || rights.records);
  const changeable = partners.flatMap((partner) => decision.views.filter((view) => view.agencyId === partner.id && canChangeView(view, rights.own.includes(partner.id), rights.records)).map((given) => ({ partner, given })));
  const of = (partner: Partner) => {
    const form = draftNames(decision).view(partner);
    return { decision, title, partner, own: rights.own.includes(partner.id), today, draft: draftOf(form, drafts.get(form)) };
  };
  return (
    <>
      {rights.steppedBack && <Notice title={steppedBackWords(rights.steppedBack)} />}
      {settlement.kind === 'waiting' && <Blocked title="Views still needed:" issues={settlement.missing.map((message) => ({ message }))} />}
      {writes.map((partner) => (
        <Card key={partner.id} title={partner.name}>
          <ViewForm {...of(partner)} />
        </Card>
      ))}
      {changeable.map(({ partner, given }) => (
        <ViewForm key={partner.id} {...of(partner)} given={given} folded={rights.own.includes(partner.id) ? 'Change your view' : `Change the view of ${partner.name}`} />
      ))}
      {settlement.kind === 'chair' && (rights.settles ? <Settle decision={decision} title={title} today={today} drafts={drafts} chairs={rights.chairs} /> : <Notice title="The views differ"><p>The chair of the Executive records the outcome with the reason.</p></Notice>)}
    </>
  );
}

function Settle({ decision, title, today, drafts, chairs }: Pick<Props, 'decision' | 'title' | 'today' | 'drafts'> & { chairs: Option[] }) {
  const form = draftNames(decision).settle;
  return (
    <Card title="Record the outcome">
      <p>The views differ, or one was not given. They stay visible beside the outcome.</p>
      <Form id="settle" action={submitSettle} formKey={randomUUID()} version={decision.version} title={title} submitLabel="Record the outcome" hidden={{ decision: decision.id, _page: pageOfDecision(decision) }} values={{ decidedOn: formatDate(today) }} draft={draftOf(form, drafts.get(form))}>
        <RadiosField name="outcome" label={settlementFields.outcome} options={outcomeOptionsOf(decision.matter)} />
        <TextArea name="reason" label={settlementFields.reason} rows={4} />
        <DateField name="decidedOn" label={settlementFields.decidedOn} />
        {chairs.length > 0 && (
          <>
            <SelectField name="saidBy" label={settlementFields.saidBy} options={chairs} empty="Choose who decided" />
            <TextField name="howNote" label={settlementFields.howNote} hint="So that it can be found again" />
          </>
        )}
      </Form>
    </Card>
  );
}

/** A settled decision put to the partners once more. */
export function TakeAgain({ decision, title, drafts, today }: Pick<Props, 'decision' | 'title' | 'today' | 'drafts'>) {
  const form = draftNames(decision).supersede;
  const isReview = decision.matter === 'rapid_review_outcome';
  return (
    <Form folded="Take the decision again" id="again" action={submitSupersede} formKey={randomUUID()} title={title} submitLabel="Put it to the partners again" submitTone="warning" hidden={{ decision: decision.id, _page: pageOfDecision(decision) }} values={{ openedOn: formatDate(today) }} draft={draftOf(form, drafts.get(form))}>
      <TextArea name="because" label="What makes the partners decide again" hint={`${isReview ? 'Such as the National Panel’s reply. ' : ''}The earlier decision stays visible.`} rows={4} />
      <RadiosField name="recommendedOutcome" label="What is recommended now" options={outcomeOptionsOf(decision.matter)} />
      <DateField name="openedOn" label={puttingFields.openedOn} />
    </Form>
  );
}
