import type { ReviewRights } from '@/components/reviews/review-body';
import { Blocked } from '@/components/ui/blocked';
import { Card } from '@/components/ui/card';
import { addDays, formatDate, formatDateWithDay, formatInstant, type CalendarDate } from '@/lib/dates/calendar-date';
import { isCase } from '@/lib/access/sensitivity';
import type { Issue } from '@/lib/forms/state';
import type { Looked } from '@/lib/history/queries';
import { interestOutcomeWords } from '@/lib/reviews/interests/labels';
import type { InterestListed } from '@/lib/reviews/interests/queries';
import { capacityLabels, outcomeLabels, wordFor } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';
import { whatFollows, whatIsLeftOpen, whatStopsDeciding } from '@/lib/reviews/rules';

/** Beside a review: the partners' decision once it is taken and sent, who is on its list, who has looked. */
export function ReviewAside({ review, rights, looks, interests, today }: { review: Review; rights: ReviewRights; looks: Looked[]; interests: InterestListed[]; today: CalendarDate }) {
  const path = `/reviews/${review.reference}`;
  const opened = looks.filter((look) => look.opened + look.exported > 0);
  const lately = new Set(opened.filter((look) => look.day > addDays(today, -7)).map((look) => look.name)).size;
  return (
    <>
      {!review.sees.case && review.outcome && <Card title="Partners’ decision"><p><b>{outcomeLabels[review.outcome]}</b>{review.decidedOn && <>, {formatDate(review.decidedOn)}</>}</p></Card>}
      {review.rapidReview && !isBeforeThePartners(review) && <PartnersDecision review={review} works={rights.works} today={today} />}
      {rights.named && review.notification && <Card title="Who the child is"><p className="small">Kept apart, encrypted. Opening it is recorded.</p><p><a href={`${path}/identity`}>Open identifying details</a></p></Card>}
      {review.recordBasis === 'worked_here' && review.sees.case && (
        <Card title="On its list">
          {review.places.length === 0 ? <p className="small">Nobody besides the business unit, the Executive and the scrutineer.</p> : <ul className="plain small">{review.places.map((place) => <li key={place.id}>{place.name}, {wordFor(capacityLabels, place.capacity)}{place.toOn && `, until ${formatDate(place.toOn)}`}</li>)}</ul>}
          <p><a href={`${path}/history#list`}>{rights.grants ? 'Give or end a place' : 'Since when, and why'}</a></p>
        </Card>
      )}
      <Interests interests={interests} path={path} />
      {review.sees.case ? <Card title="Who has looked">
        <p className="small">{opened[0] ? `${lately} ${lately === 1 ? 'person' : 'people'} opened it in the last seven days. Last: ${opened[0].name}, ${formatInstant(opened[0].last)}.` : isCase(review) ? 'Nobody has opened it yet.' : 'Who opens it is not noted: it holds nothing of a case.'}</p>
        <p><a href={`${path}/history`}>All views and changes</a></p>
      </Card> : <Card title="History"><p><a href={`${path}/history`}>What changed, as far as you may see it</a></p></Card>}
    </>
  );
}

/** The decision is what a rapid review comes to: until it is sent it stands first, whoever it waits for. */
export function isBeforeThePartners(review: Review): boolean {
  return review.rapidReview !== null && review.sentToPanelOn === null;
}

/** Conflicts of interest that hold, and where one declares one's own. */
function Interests({ interests, path }: { interests: InterestListed[]; path: string }) {
  const holding = interests.filter((interest) => interest.holds);
  return (
    <Card title="Conflicts of interest">
      {holding.length > 0 && <ul className="plain small">{holding.map((interest) => <li key={interest.id}>{interest.person}: {interestOutcomeWords[interest.outcome].toLowerCase()}{interest.state === 'to_confirm' && ', to be confirmed'}</li>)}</ul>}
      <p><a href={`${path}/conflict`}>{holding.length > 0 ? 'All of them, and yours' : 'Declare a conflict of interest'}</a></p>
    </Card>
  );
}

/** What the safeguarding partners decided, what they are still to say, or what it takes to be put to them. */
export function PartnersDecision({ review, works, today }: { review: Review; works: boolean; today: CalendarDate }) {
  const { decision } = review;
  const path = `/reviews/${review.reference}`;
  if (decision?.outcome) return <Card title="Partners’ decision"><p><b>{wordFor(outcomeLabels, decision.outcome)}</b></p>{decision.views.some((view) => view.view !== decision.outcome) && <p className="small">Not all views were the same.</p>}<Follows review={review} today={today} /><p><a href={`${path}/decision`}>The decision and what follows</a></p></Card>;
  if (decision) return <Card title="Partners’ decision"><p>{decision.views.length} {decision.views.length === 1 ? 'view is' : 'views are'} in.</p><p><a href={`${path}/decision`}>Open the decision</a></p></Card>;
  // Only whoever works on it is led to where it is mended.
  const asTheirs = (issues: Issue[]): Issue[] => (works ? issues : issues.map(({ message }) => ({ message })));
  const issues = asTheirs(whatStopsDeciding({ facts: review.rapidReview?.facts ?? '', criteria: review.criteria }, path));
  const open = asTheirs(whatIsLeftOpen({ requests: review.requests, criteria: review.criteria, narrative: review.rapidReview! }, path));
  return (
    <Card title="Partners’ decision">
      {issues.length > 0 ? <Blocked intro="Opens when the summary is complete." issues={issues} /> : works ? <p><a href={`${path}/decision`}>Put it to the safeguarding partners</a></p> : <p>Ready to be put to the safeguarding partners.</p>}
      {open.length > 0 && (
        <>
          <p className="small"><b>Open, and not needed to decide:</b></p>
          <ul>{open.map((issue) => <li key={issue.message}>{issue.href ? <a href={issue.href}>{issue.message}</a> : issue.message}</li>)}</ul>
        </>
      )}
    </Card>
  );
}

/** What comes next after a decision, and by when. */
function Follows({ review, today }: { review: Review; today: CalendarDate }) {
  const due = review.clocks.find((clock) => clock.rule === 'rapid_review')?.reading.dueOn;
  const words = { send: `Next: record it as sent to the National Panel${due ? `, by ${formatDateWithDay(due, today)}` : ''}.`, 'open-lcspr': 'Next: open the LCSPR.' };
  return whatFollows(review).map((step) => <p key={step}><b>{words[step]}</b></p>);
}
