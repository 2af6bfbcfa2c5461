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
import { outcomeOptions, puttingFields, sendingFields, settlementFields } from '@/lib/reviews/labels';
import { canChangeView } from '@/lib/reviews/policy';
import type { Partner, Review } from '@/lib/reviews/queries';
import { settlementOf, whatFollows, whatStopsDeciding } from '@/lib/reviews/rules';
import { submitOpenDecision, submitOpenLcspr, submitSendToPanel, submitSettle, submitSupersede } from '@/lib/reviews/server-actions';

type Rights = { own: string[]; records: boolean; settles: boolean; works: boolean; /** Whom the business unit may record the outcome for; nobody where the reader is the chair. */ chairs: Option[] };
type Props = { review: Review; partners: Partner[]; rights: Rights; drafts: Map<string, Draft | null>; today: string };

/** What can be done about a decision now, by this person: put it, give a view, record the outcome, send it, take it again. */
export function DecisionWork({ review, partners, rights, drafts, today }: Props) {
  const { decision } = review;
  if (!decision) return rights.works ? <PutIt review={review} today={today} drafts={drafts} /> : <Notice title="Not before the partners yet"><p>The business unit or a case review lead puts it to them.</p></Notice>;
  if (decision.outcome) return rights.works ? <Afterwards review={review} today={today} drafts={drafts} /> : null;
  const settlement = settlementOf(partners, decision.views);
  const waiting = partners.filter((partner) => !decision.views.some((view) => view.agencyId === partner.id));
  const writes = waiting.filter((partner) => rights.own.includes(partner.id) || rights.records);
  const changeable = partners.flatMap((partner) => decision.views.filter((view) => view.agencyId === partner.id && canChangeView(view, rights.own.includes(partner.id), rights.records)).map((given) => ({ partner, given })));
  const of = (partner: Partner) => ({ reference: review.reference, title: `Decision on ${review.title}`, partner, own: rights.own.includes(partner.id), today, draft: drafts.get(partner.id) ?? null });
  return (
    <>
      {settlement.kind === 'waiting' && <Blocked title="Views still needed:" issues={settlement.missing.map((message) => ({ message }))} />}
      {writes.map((partner) => (
        <Card key={partner.id} title={partner.name}>
          <ViewForm {...of(partner)} />
        </Card>
      ))}
      {changeable.map(({ partner, given }) => (
        <ViewForm key={partner.id} {...of(partner)} given={given} folded={rights.own.includes(partner.id) ? 'Change your view' : `Change the view of ${partner.name}`} />
      ))}
      {settlement.kind === 'chair' && (rights.settles ? <Settle review={review} today={today} drafts={drafts} chairs={rights.chairs} /> : <Notice title="The views differ"><p>The chair of the Executive records the outcome with the reason.</p></Notice>)}
    </>
  );
}

function PutIt({ review, today, drafts }: { review: Review; today: string; drafts: Map<string, Draft | null> }) {
  const page = `/reviews/${review.reference}`;
  const issues = whatStopsDeciding({ facts: review.rapidReview?.facts ?? '', criteria: review.criteria }, page);
  if (issues.length > 0) return <Blocked intro="The decision goes to the safeguarding partners when the summary is complete." issues={issues} />;
  return (
    <Card title="Put it to the safeguarding partners">
      <Form action={submitOpenDecision} formKey={randomUUID()} title={`Decision on ${review.title}`} submitLabel="Put it to the partners" hidden={{ reference: review.reference, _page: `${page}/decision` }} values={{ openedOn: formatDate(today) }} draft={draftOf(`open-decision:${review.reference}`, drafts.get(`open-decision:${review.reference}`))}>
        <RadiosField name="recommendedOutcome" label="What the rapid review recommends" options={outcomeOptions} />
        <TextArea name="recommendedBecause" label="Because" hint="If no LCSPR: why further learning is unlikely" rows={5} />
        <DateField name="openedOn" label={puttingFields.openedOn} />
      </Form>
    </Card>
  );
}

function Settle({ review, today, drafts, chairs }: { review: Review; today: string; drafts: Map<string, Draft | null>; chairs: Option[] }) {
  return (
    <Card title="Record the outcome">
      <p>The views differ, or one was not given. They stay visible beside the outcome.</p>
      <Form id="settle" action={submitSettle} formKey={randomUUID()} version={review.decision?.version} title={`Decision on ${review.title}`} submitLabel="Record the outcome" hidden={{ reference: review.reference, _page: `/reviews/${review.reference}/decision` }} values={{ decidedOn: formatDate(today) }} draft={draftOf(`settle-decision:${review.reference}`, drafts.get(`settle-decision:${review.reference}`))}>
        <RadiosField name="outcome" label={settlementFields.outcome} options={outcomeOptions} />
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

function Afterwards({ review, today, drafts }: { review: Review; today: string; drafts: Map<string, Draft | null> }) {
  const page = `/reviews/${review.reference}`;
  const hidden = { reference: review.reference, _page: `${page}/decision` };
  const title = `Decision on ${review.title}`;
  const next = whatFollows(review);
  const followed = review.continuations[0];
  return (
    <>
      {next.includes('send') && (
        <Card title="Send it to the National Panel">
          <p>The rapid review goes to the National Panel with the decision. This records that it was sent; it sends nothing.</p>
          <Form id="send" action={submitSendToPanel} formKey={randomUUID()} version={review.rapidReview?.version} title={title} submitLabel="Record as sent" hidden={hidden} values={{ sentOn: formatDate(today) }}>
            <DateField name="sentOn" label={sendingFields.sentOn} />
          </Form>
        </Card>
      )}
      {next.includes('open-lcspr') && (
        <Card title="Open the LCSPR">
          <Form id="lcspr" action={submitOpenLcspr} formKey={randomUUID()} title={title} submitLabel="Open the LCSPR" hidden={hidden} values={{ pseudonym: review.title }}>
            <TextField name="pseudonym" label="Name the LCSPR will be known by" hint="The six months run from the decision." width="medium" />
          </Form>
        </Card>
      )}
      <Card title="What follows from it">
        {followed && <p>Followed by <a href={`/reviews/${followed.reference}`}>{followed.reference} {followed.title}</a></p>}
        <p><a href={`/recommendations/new?source=${review.reference}`}>Write a recommendation</a></p>
        <Form folded="Take the decision again" id="again" action={submitSupersede} formKey={randomUUID()} title={title} submitLabel="Put it to the partners again" submitTone="warning" hidden={hidden} values={{ openedOn: formatDate(today) }} draft={draftOf(`supersede-decision:${review.reference}`, drafts.get(`supersede-decision:${review.reference}`))}>
          <TextArea name="because" label="What makes the partners decide again" hint="Such as the National Panel’s reply. The earlier decision stays visible." rows={4} />
          <RadiosField name="recommendedOutcome" label="What is recommended now" options={outcomeOptions} />
          <DateField name="openedOn" label={puttingFields.openedOn} />
        </Form>
      </Card>
    </>
  );
}
