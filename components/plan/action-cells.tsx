import { Fragment } from 'react';
import { Steps } from '@/components/ui/steps';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { hiddenReviewsWords, levelWords } from '@/lib/plan/labels';
import type { ActionListed } from '@/lib/plan/queries';
import { movedWords, stepsReached } from '@/lib/plan/rules';

/** Its reference and title, with what it comes from underneath. `mixed`: real and invented rows stand together, so each invented one says so. */
export function ActionCell({ action, mixed }: { action: ActionListed; mixed?: boolean }) {
  return (
    <>
      <a href={`/plan/${action.reference}`}><b>{action.reference}</b> {action.title}</a>
      <span className="soft">
        <SourceWords action={action} />
        {mixed && action.example && <>{hasSource(action) && ' · '}<b>EXAMPLE</b></>}
      </span>
    </>
  );
}

function hasSource(action: ActionListed): boolean {
  return action.sources.length > 0 || action.hiddenReviews > 0;
}

function SourceWords({ action }: { action: ActionListed }) {
  const words = [...action.sources.map((source) => source.title), ...(action.hiddenReviews > 0 ? [hiddenReviewsWords(action.hiddenReviews)] : [])];
  return words.map((word, place) => <Fragment key={place}>{place > 0 && ' · '}{word}</Fragment>);
}

export function OwnerCell({ action }: { action: ActionListed }) {
  const first = action.ownerPersonName ?? action.ownerPost;
  if (first === null && action.ownerAgencyName === null) return <>{action.recordBasis === 'worked_here' ? 'Nobody yet' : 'Not stated'}</>;
  return (
    <>
      {first ?? action.ownerAgencyName}
      {first && action.ownerAgencyName && <span className="soft">{action.ownerAgencyName}</span>}
    </>
  );
}

export function DueCell({ action, today }: { action: ActionListed; today: string }) {
  if (action.closedOn) return <span className="whitespace-nowrap">closed {formatDateShort(action.closedOn, today)}</span>;
  const done = action.checkedOn ? `checked ${formatDateShort(action.checkedOn, today)}` : null;
  const soft = [movedWords(action.moves), done].filter(Boolean).join(', ');
  return (
    <>
      <span className="whitespace-nowrap">{action.dueOn && <span className="narrow-only">Due </span>}{action.dueOn ? formatDateShort(action.dueOn, today) : action.recordBasis === 'worked_here' ? 'No date' : 'Not stated'}</span>
      {soft && <span className="soft">{soft}</span>}
    </>
  );
}

export function LevelCell({ action }: { action: Pick<ActionListed, 'level'> }) {
  return <span className="whitespace-nowrap"><Steps reached={stepsReached(action.level)} label={levelWords(action.level)} /></span>;
}
