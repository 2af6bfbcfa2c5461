import { Steps } from '@/components/ui/steps';
import { formatDateShort } from '@/lib/dates/calendar-date';
import { actionAddress, type PlanView } from '@/lib/plan/filter/rules';
import { hiddenReviewsWords, levelWords } from '@/lib/plan/labels';
import type { ActionListed } from '@/lib/plan/queries';
import { movedWords, sourceTitles, stepsReached } from '@/lib/plan/rules';

type ActionCellProps = { action: ActionListed; /** Real and invented rows stand together, so each invented one says so. */ mixed?: boolean; /** The source on whose page it stands: only what else it comes from is told. */ of?: string; /** The plan that it stands in. */ from?: PlanView };

/** Its reference and title, with what it comes from underneath. */
export function ActionCell({ action, mixed, of, from }: ActionCellProps) {
  const comesFrom = [...sourceTitles(action.sources.filter((source) => source.id !== of)), ...(action.hiddenReviews > 0 ? [hiddenReviewsWords(action.hiddenReviews)] : [])];
  return (
    <>
      <a href={actionAddress(action.reference, { from })}><b>{action.reference}</b> {action.title}</a>
      <span className="soft">
        {comesFrom.join(' · ')}
        {mixed && action.example && <>{comesFrom.length > 0 && ' · '}<b>EXAMPLE</b></>}
      </span>
    </>
  );
}

export function OwnerCell({ action }: { action: ActionListed }) {
  const first = action.ownerPersonName ?? action.ownerPost;
  if (first === null && action.ownerAgencyName === null) return action.recordBasis === 'worked_here' ? 'Nobody yet' : <NotStated what="Owner" />;
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
      <span className="whitespace-nowrap">
        {action.dueOn ? <><span className="narrow-only">Due </span>{formatDateShort(action.dueOn, today)}</> : action.recordBasis === 'worked_here' ? 'No date' : <NotStated what="Due" />}
      </span>
      {soft && <span className="soft">{soft}</span>}
    </>
  );
}

/** What its document does not give; where the column's header is not to be seen, with its name. */
export function NotStated({ what }: { what: string }) {
  return <><span className="narrow-only">{what}: not stated</span><span className="wide-only">Not stated</span></>;
}

export function LevelCell({ action }: { action: Pick<ActionListed, 'level'> }) {
  return <span className="whitespace-nowrap"><Steps reached={stepsReached(action.level)} label={levelWords(action.level)} /></span>;
}
