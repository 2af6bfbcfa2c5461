import { Fragment, type ReactNode } from 'react';
import { SummaryList } from '@/components/ui/summary-list';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatDate } from '@/lib/dates/calendar-date';
import { areaNames, sourceInWords } from '@/lib/partnership/labels';
import { actionTypeNames, contributionNames, hiddenReviewsWords, priorityNames } from '@/lib/plan/labels';
import type { ActionShown, ActionSource, ContributionShown } from '@/lib/plan/queries';
import { movedWords } from '@/lib/plan/rules';

/** What is known about an action, line by line. What its document does not give is *not stated*. */
export function ActionSummary({ action }: { action: ActionShown }) {
  const none = action.recordBasis === 'worked_here' ? 'Nobody yet' : 'Not stated';
  const rows: [string, ReactNode][] = [
    ...(action.detail ? [['What is to be done', action.detail] as [string, ReactNode]] : []),
    ...(action.intendedOutcome ? [['What will be different', action.intendedOutcome] as [string, ReactNode]] : []),
    ...(action.measure ? [['How we will know', action.measure] as [string, ReactNode]] : []),
    ['Owner', <Owner key="owner" action={action} none={none} />],
    ...(action.agencies.length > 0 ? [['Contributing', <Lines key="with" lines={action.agencies.map((agency) => <Contributes key={agency.id} agency={agency} reference={action.reference} />)} />] as [string, ReactNode]] : []),
    ['Accountable group', action.groupName ?? (action.recordBasis === 'worked_here' ? 'None yet' : 'Not stated')],
    ['Due', dueWords(action)],
    ...(action.priority ? [['Priority', priorityNames[action.priority]] as [string, ReactNode]] : []),
    ...(action.blocker ? [['In the way', <>{action.blocker} <span className="soft">since {formatDate(action.blockedSince!)}</span></>] as [string, ReactNode]] : []),
    ...(action.closedOn ? [['Closed', `${formatDate(action.closedOn)}${action.closedByName ? `, confirmed by ${action.closedByName}` : ''}`] as [string, ReactNode]] : []),
    ...(action.reopenedOn ? [['Opened again', <>{formatDate(action.reopenedOn)}: {action.reopenedBecause}</>] as [string, ReactNode]] : []),
    ...(action.nextCheckOn ? [['Second check', formatDate(action.nextCheckOn)] as [string, ReactNode]] : []),
    ['Last update', action.lastUpdateOn ? formatDate(action.lastUpdateOn) : action.recordBasis === 'worked_here' ? 'None yet' : 'Not stated'],
    ['Kind', `${actionTypeNames[action.type]}, ${areaNames[action.area]}`],
    ['Comes from', <Sources key="from" action={action} />],
    ...(action.recommendations.length > 0 ? [['Serves', <RecommendationsServed key="serves" action={action} />] as [string, ReactNode]] : []),
    ...(action.asideReason ? [['Put aside because', action.asideReason] as [string, ReactNode]] : []),
    ...(action.recordBasis === 'worked_here' ? [] : fromDocument(action)),
  ];
  return <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} />;
}

function Owner({ action, none }: { action: ActionShown; none: string }) {
  const words = [action.ownerPersonName, action.ownerPost, action.ownerAgencyName].filter(Boolean).join(', ');
  return <>{words || none}{action.ownerLeft && <span className="soft"> {action.ownerPersonName} has left: who leads {action.ownerAgencyName} answers for it until somebody else is named</span>}</>;
}

function Contributes({ agency, reference }: { agency: ContributionShown; reference: string }) {
  return (
    <>
      {agency.name}: {contributionNames[agency.contribution].toLowerCase()}
      {agency.own && <> · <a href={`/plan/${reference}/contribution?agency=${agency.id}`}>Say how far it is<VisuallyHidden> for {agency.name}</VisuallyHidden></a></>}
      {agency.note && <span className="soft block">{agency.note} ({[agency.notedByName, agency.notedOn && formatDate(agency.notedOn)].filter(Boolean).join(', ')})</span>}
    </>
  );
}

function dueWords(action: ActionShown): string {
  if (action.dueOn === null) return action.recordBasis === 'worked_here' ? 'No date yet' : 'Not stated';
  const moved = movedWords(action.moves);
  return moved ? `${formatDate(action.dueOn)}, ${moved}${action.firstDueOn && action.firstDueOn !== action.dueOn ? ` from ${formatDate(action.firstDueOn)}` : ''}` : formatDate(action.dueOn);
}

function fromDocument(action: ActionShown): [string, ReactNode][] {
  const carried = [action.carriedFromYear, action.carriedFromBody].filter(Boolean).join(', ');
  return [
    ['In the document', action.statedStatus ?? 'Not stated'],
    ...(action.reportedRag ? [['RAG as reported', action.reportedRag] as [string, ReactNode]] : []),
    ...(carried ? [['Carried over from', carried] as [string, ReactNode]] : []),
    ['Recorded from', sourceInWords(action) ?? 'Not stated'],
  ];
}

function Sources({ action }: { action: ActionShown }) {
  const lines: ReactNode[] = action.sources.map((source) => <SourceLink key={source.reference} source={source} />);
  if (action.hiddenReviews > 0) lines.push(hiddenReviewsWords(action.hiddenReviews));
  return lines.length > 0 ? <Lines lines={lines} /> : <>Not stated</>;
}

function SourceLink({ source }: { source: ActionSource }) {
  const words = `${source.reference} ${source.title}`;
  return source.kind === 'review' ? <a href={`/reviews/${source.reference}`}>{words}</a> : <a href={`/plan?source=${source.reference}`}>{words}</a>;
}

/** The recommendations that an action serves, each a link, with its words once it has been accepted. */
export function RecommendationsServed({ action }: { action: ActionShown }) {
  return (
    <Lines
      lines={action.recommendations.map((one) => (
        <Fragment key={one.reference}><a href={`/recommendations/${one.reference}`}>{one.reference}</a> {one.text ?? 'not accepted yet'}</Fragment>
      ))}
    />
  );
}

function Lines({ lines }: { lines: ReactNode[] }) {
  return lines.map((line, place) => <span key={place} className="block">{line}</span>);
}
