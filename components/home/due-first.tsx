import { RagTag } from '@/components/plan/rag-tag';
import { Card } from '@/components/ui/card';
import { DueList, type DueItem } from '@/components/ui/due-list';
import { Empty } from '@/components/ui/empty';
import { daysBetween, formatDateWithDay } from '@/lib/dates/calendar-date';
import type { ActionListed, MyActions } from '@/lib/plan/queries';
import { clockLabels, outcomeLabels, wordFor } from '@/lib/reviews/labels';
import type { RecommendationListed } from '@/lib/recommendations/queries';
import { inOneLine } from '@/lib/recommendations/rules';
import type { ClockDue, DecisionWaiting } from '@/lib/reviews/queries';

export type Doing = { clocks: ClockDue[]; decisions: DecisionWaiting[]; actions: MyActions; toAccept: RecommendationListed[]; worksReviews: boolean };

type Dated = DueItem & { on: string | null };

/** "Today", "Wed 25 Nov", "4 days late": when something falls due, as a colleague would say it. */
function when(on: string | null, today: string): { when: string; late: boolean } {
  if (on === null) return { when: 'No date', late: false };
  const days = daysBetween(today, on);
  if (days < 0) return { when: days === -1 ? '1 day late' : `${-days} days late`, late: true };
  return { when: days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : formatDateWithDay(on, today), late: false };
}

/** What this person has to do, in the order it falls due, each one step from done. */
export function DueFirst({ doing, today }: { doing: Doing; today: string }) {
  const items: Dated[] = [
    ...doing.decisions.filter((decision) => decision.mine).map((decision) => ({
      on: decision.openedOn, ...when(today, today), key: `decision-${decision.reference}`, title: `${decision.reference}: your view on ${decision.title}`, href: `/reviews/${decision.reference}/decision`,
      soft: `Recommended: ${wordFor(outcomeLabels, decision.recommendedOutcome)}. Still to come: ${decision.missing.join(', ')}.${decision.example ? ' EXAMPLE' : ''}`, action: { href: `/reviews/${decision.reference}/decision`, label: 'Give your view' },
    })),
    ...(doing.worksReviews ? doing.clocks.filter((clock) => clock.rule !== 'lcspr').map((clock) => clockItem(clock, today)) : []),
    ...doing.actions.mine.map((action) => actionItem(action, today, { href: `/plan/${action.reference}#update`, label: 'Update' })),
  ].sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1));
  return (
    <>
      <Card title="Due first">{items.length === 0 ? <Empty title="Nothing is waiting for you"><p>What you own, decide or check appears here when it falls due.</p></Empty> : <DueList items={items} />}</Card>
      {doing.actions.toAgree.length > 0 && <Card title="To agree"><DueList items={doing.actions.toAgree.slice(0, 10).map((action) => actionItem(action, today, { href: `/plan/${action.reference}/agree`, label: 'Agree' }))} /></Card>}
      {doing.toAccept.length > 0 && <Card title="Recommendations to accept"><DueList items={doing.toAccept.map(draftItem)} /></Card>}
      {doing.actions.toCheck.length > 0 && <Card title="Complete, to check"><DueList items={doing.actions.toCheck.slice(0, 10).map((action) => actionItem(action, today, { href: `/plan/${action.reference}/check`, label: 'Check' }))} /></Card>}
    </>
  );
}

function clockItem(clock: ClockDue, today: string): Dated {
  const missing = clock.missing > 0 ? ` Still to come: ${clock.missing} agency information ${clock.missing === 1 ? 'report' : 'reports'}.` : '';
  return {
    on: clock.reading.dueOn, ...when(clock.reading.dueOn, today), key: `clock-${clock.reference}-${clock.rule}`, href: `/reviews/${clock.reference}`,
    title: `${clock.reference} ${clock.title}: ${clockLabels[clock.rule].toLowerCase()}`, soft: `${clock.reading.words}.${missing}${clock.example ? ' EXAMPLE' : ''}`, action: { href: `/reviews/${clock.reference}`, label: 'Open' },
  };
}

function draftItem(draft: RecommendationListed): DueItem {
  const page = `/recommendations/${draft.reference}`;
  return {
    when: 'Draft', key: `accept-${draft.reference}`, href: page, title: `${draft.reference}: ${inOneLine(draft.text)}`,
    soft: [`From ${draft.sourceWords}`, draft.example ? 'EXAMPLE' : null].filter(Boolean).join(' · '), action: { href: `${page}/accept`, label: 'Accept' },
  };
}

function actionItem(action: ActionListed, today: string, todo: { href: string; label: string }): Dated {
  return {
    on: action.dueOn, ...when(action.dueOn, today), key: `${todo.label}-${action.reference}`, href: `/plan/${action.reference}`, title: `${action.reference}: ${action.title}`, tag: <RagTag rag={action.rag} because={action.because} />,
    soft: [action.ownerAgencyName, action.moves > 0 ? `moved ${action.moves === 1 ? 'once' : `${action.moves} times`}` : null, action.example ? 'EXAMPLE' : null].filter(Boolean).join(' · '), action: todo,
  };
}
