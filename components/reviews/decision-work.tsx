import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { DecisionViews, TakeAgain, type Drafts } from '@/components/reviews/decision-views';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { DateField, RadiosField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/dates/calendar-date';
import { puttingFields } from '@/lib/reviews/decisions/labels';
import type { DecisionRights, Partner } from '@/lib/reviews/decisions/queries';
import { outcomeOptions, sendingFields } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';
import { whatFollows, whatStopsDeciding } from '@/lib/reviews/rules';
import { submitOpenDecision, submitOpenLcspr, submitSendToPanel } from '@/lib/reviews/server-actions';

type Props = { review: Review; partners: Partner[]; rights: DecisionRights; drafts: Drafts; today: string };

/** What can be done about a rapid review's decision now, by this person: put it, give a view, record the outcome, send it, take it again. */
export function DecisionWork({ review, partners, rights, drafts, today }: Props) {
  const { decision } = review;
  if (!decision) return rights.puts ? <PutIt review={review} today={today} drafts={drafts} /> : <Notice title="Not before the partners yet"><p>The business unit or a case review lead puts it to them.</p></Notice>;
  if (decision.outcome) return rights.puts ? <Afterwards review={review} decision={decision} today={today} drafts={drafts} /> : null;
  return <DecisionViews decision={decision} title={`Decision on ${review.title}`} partners={partners} rights={rights} drafts={drafts} today={today} />;
}

function PutIt({ review, today, drafts }: Pick<Props, 'review' | 'today' | 'drafts'>) {
  const page = `/reviews/${review.reference}`;
  const form = `open-decision:${review.reference}`;
  const issues = whatStopsDeciding({ facts: review.rapidReview?.facts ?? '', criteria: review.criteria }, page);
  if (issues.length > 0) return <Blocked intro="The decision goes to the safeguarding partners when the summary is complete." issues={issues} />;
  return (
    <Card title="Put it to the safeguarding partners">
      <Form action={submitOpenDecision} formKey={randomUUID()} title={`Decision on ${review.title}`} submitLabel="Put it to the partners" hidden={{ reference: review.reference, _page: `${page}/decision` }} values={{ openedOn: formatDate(today) }} draft={draftOf(form, drafts.get(form))}>
        <RadiosField name="recommendedOutcome" label="What the rapid review recommends" options={outcomeOptions} />
        <TextArea name="recommendedBecause" label={puttingFields.recommendedBecause} hint="If no LCSPR: why further learning is unlikely" rows={5} />
        <DateField name="openedOn" label={puttingFields.openedOn} />
      </Form>
    </Card>
  );
}

function Afterwards({ review, decision, today, drafts }: Pick<Props, 'review' | 'today' | 'drafts'> & { decision: NonNullable<Review['decision']> }) {
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
        <TakeAgain decision={decision} title={title} drafts={drafts} today={today} />
      </Card>
    </>
  );
}
