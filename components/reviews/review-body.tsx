import { Fragment } from 'react';
import { ClockLine } from '@/components/reviews/clock-line';
import { CriteriaTable } from '@/components/reviews/criteria-table';
import { DatesAndOutcome } from '@/components/reviews/dates-and-outcome';
import { NotificationSummary } from '@/components/reviews/notification-summary';
import { RequestsTable } from '@/components/reviews/requests-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { asCalendarDate, formatDateWithDay } from '@/lib/dates/calendar-date';
import { narrativeFields, outcomeLabels, periodWords } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';
import { readClock, type Clock } from '@/lib/reviews/rules';

export type ReviewRights = { works: boolean; named: boolean; grants: boolean };

/** What is known of a review, from its clocks to its criteria. Only what there is: a recorded review shows what its document states. */
export function ReviewBody({ review, rights, today }: { review: Review; rights: ReviewRights; today: string }) {
  const path = `/reviews/${review.reference}`;
  const opens = rights.works && review.notification && !review.rapidReview;
  return (
    <>
      {opens && <Notice title="The rapid review is not open yet"><p><ButtonLink href={`${path}/open`}>Open the rapid review</ButtonLink></p></Notice>}
      {review.clocks.length > 0 && (
        <Card title={review.kind === 'rapid_review' ? 'The fifteen days' : 'The clocks'} id="clocks" aside={rights.works && <a href={`${path}/clock`}>Change a clock</a>}>
          {[...review.clocks].sort((a) => (a.rule === 'notification' ? 1 : -1)).map((clock) => <Fragment key={clock.rule}><ClockLine clock={clock} />{clock.rule === 'rapid_review' && review.rapidReview?.meetingOn && <Meeting clock={clock} on={review.rapidReview.meetingOn} today={today} />}</Fragment>)}
        </Card>
      )}
      {review.recordBasis !== 'worked_here' ? <RecordedFacts review={review} /> : !review.sees.case && <DatesAndOutcome review={review} />}
      {review.rapidReview && <Narrative review={review} change={rights.works ? `${path}/facts` : null} />}
      {review.rapidReview && (
        <Card title="Criteria" aside={rights.works && <a href={`${path}/criteria`}>Test the criteria</a>}><CriteriaTable criteria={review.criteria} /></Card>
      )}
      {review.rapidReview && (
        <Card title="Agencies asked" aside={rights.works && <a href={`${path}/agencies`}>Ask, or record a reply</a>}><RequestsTable reference={review.reference} requests={review.requests} today={today} /></Card>
      )}
      {review.notification && <Card title="Notification" id="notification" aside={rights.works && <a href={`${path}/notification`}>Change it</a>}><NotificationSummary notification={review.notification} /></Card>}
    </>
  );
}

/** The rapid review meeting, by its day on the clock. */
function Meeting({ clock, on, today }: { clock: Clock; on: string; today: string }) {
  const { day } = readClock({ ...clock, metOn: null }, asCalendarDate(on));
  return <p>{day >= 0 ? `Day ${day}: rapid` : 'Rapid'} review meeting, {formatDateWithDay(on, today)}</p>;
}

function RecordedFacts({ review }: { review: Review }) {
  const rows = [
    { key: 'Recorded from', value: review.provenance ?? 'Not stated' },
    ...(review.carriedFromYear || review.carriedFromBody ? [{ key: 'Carried over from', value: [review.carriedFromYear, review.carriedFromBody].filter(Boolean).join(', ') }] : []),
    { key: 'Undertaken', value: periodWords({ from: review.undertakenFrom, precision: review.undertakenPrecision }) },
    { key: 'Completed', value: review.completedFrom ? periodWords({ from: review.completedFrom, precision: review.completedPrecision }) : review.expectedYear ? `Expected in ${review.expectedYear}` : 'Not stated' },
    { key: 'Published', value: review.publishedFrom ? [periodWords({ from: review.publishedFrom, precision: review.publishedPrecision }), review.publishedItems].filter(Boolean).join(': ') : 'Not stated' },
    ...(review.outcome ? [{ key: 'What it came to', value: `${outcomeLabels[review.outcome]}${review.outcome === 'lcspr' && review.continuations.length === 0 ? '. Which one, the document does not say' : ''}` }] : []),
    ...(review.summary ? [{ key: 'What the document says', value: <span className="typed">{review.summary}</span> }] : []),
  ];
  return (
    <Card title="What is recorded" id="about">
      <p className="soft">Taken from a document. What it does not give is not stated: no clock runs, and nothing is worked out from it.</p>
      <SummaryList rows={rows} />
      {[...review.origins.map((link) => ({ ...link, word: 'Came from' })), ...review.continuations.map((link) => ({ ...link, word: 'Led to' }))].map((link) => (
        <p key={link.reference}>{link.word} <a href={`/reviews/${link.reference}`}>{link.reference} {link.title}</a>{link.inferred && <span className="soft"> ({link.note ?? 'inferred'})</span>}</p>
      ))}
    </Card>
  );
}

const parts = Object.entries(narrativeFields) as [keyof typeof narrativeFields, string][];

function Narrative({ review, change }: { review: Review; change: string | null }) {
  const rapid = review.rapidReview!;
  const written = parts.filter(([name]) => rapid[name].trim() !== '');
  return (
    <Card title="Rapid review" aside={change && <a href={change}>{written.length === 0 ? 'Write it' : 'Change it'}</a>}>
      {written.length === 0 && <p className="soft">Nothing written yet. The facts are needed before the safeguarding partners decide.</p>}
      {written.map(([name, title]) => <section key={name}><h3>{title}</h3><p className="typed">{rapid[name]}</p></section>)}
      {written.length > 0 && written.length < parts.length && <p className="soft">Not written yet: {parts.filter(([name]) => rapid[name].trim() === '').map(([, title]) => title.toLowerCase()).join(', ')}</p>}
    </Card>
  );
}
