import { PageFrame } from '@/components/access/page-frame';
import { ClocksRunning } from '@/components/home/clocks-running';
import { DueFirst } from '@/components/home/due-first';
import { ExecutiveFigures } from '@/components/home/figures';
import { ForYou } from '@/components/home/for-you';
import { holdingsOf } from '@/components/home/holdings';
import { inOneSentence, whatToDo } from '@/components/home/to-do';
import { WhatYouHold } from '@/components/home/what-you-hold';
import { YearLink } from '@/components/home/year-link';
import { ButtonLink } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { homeSaidLabels } from '@/lib/access/labels';
import { holds, mayDo } from '@/lib/access/rights';
import { listChallengesToDo } from '@/lib/assurance/challenges/queries';
import { findReportedYear } from '@/lib/assurance/queries';
import { formatDate, nameOfWeekday } from '@/lib/dates/calendar-date';
import { listDrafts } from '@/lib/drafts/drafts';
import { saidBack } from '@/lib/forms/said';
import { listMessages } from '@/lib/notifications/queries';
import { listGrantsToConfirm, listOwnHeld } from '@/lib/partnership/memberships/queries';
import { countEach, listMyActions, type PlanFilter } from '@/lib/plan/queries';
import { listToAccept } from '@/lib/recommendations/queries';
import { listOpenDecisions } from '@/lib/reviews/decisions/queries';
import { canRecordNotification, worksOnClock } from '@/lib/reviews/policy';
import { countReviewsAtClock, listRunningClocks } from '@/lib/reviews/queries';

type Props = { searchParams: Promise<{ said?: string | string[] }> };

/** How many of each kind of thing are read: with as many there may be more. */
const atMost = 50;

export default async function HomePage({ searchParams }: Props) {
  const { said } = await searchParams;
  const { actor, now, today, clocks, decisions, actions, toAccept, challenges, holdings, figures, pastDue, messages, drafts, grants, year } = await readAs(await requireActor(), async (ctx) => {
    const holdings = holdingsOf(await listOwnHeld(ctx));
    const ofExecutive: PlanFilter[] = holds(ctx.actor, 'EX', 'IS') ? [{ rag: ['red'] }, { due: 'past' }] : [];
    const ofHoldings = holdings.flatMap(({ actions }): PlanFilter[] => (actions ? [{ ...actions.filter, due: 'past' }] : []));
    const [clocks, decisions, actions, toAccept, challenges, messages, drafts, grants, year, counted, atClock] = await Promise.all([
      listRunningClocks(ctx, atMost), listOpenDecisions(ctx), listMyActions(ctx), listToAccept(ctx, atMost), listChallengesToDo(ctx), listMessages(ctx), listDrafts(ctx), mayDo(ctx.actor, 'grant-membership') ? listGrantsToConfirm(ctx) : [],
      mayDo(ctx.actor, 'see-year') ? findReportedYear(ctx) : null, countEach(ctx, [...ofExecutive, ...ofHoldings]), ofExecutive.length > 0 ? countReviewsAtClock(ctx) : 0,
    ]);
    const [red, past] = ofExecutive.length > 0 ? counted : [];
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, clocks, decisions, actions, toAccept, challenges, messages, drafts, grants, year, holdings, figures: red && past && { red, pastDue: past, atClock }, pastDue: counted.slice(ofExecutive.length) };
  });
  const todo = whatToDo({ clocks, decisions, actions, toAccept, challenges, worksOn: (clock) => worksOnClock(actor, clock) }, today);
  const lists = [clocks, actions.mine, actions.toCheck, actions.toAgree, actions.toDecide, actions.ownerNeeded, actions.toCheckAgain, toAccept];
  const cappedAt = lists.some((list) => list.length >= atMost) ? atMost : undefined;
  const example = [...clocks, ...decisions, ...actions.mine, ...actions.toCheck, ...actions.toAgree, ...actions.toDecide.map(({ action }) => action), ...actions.ownerNeeded, ...actions.toCheckAgain, ...toAccept, ...challenges.toAnswer, ...challenges.toClose].some((item) => item.example);
  const besides = <>
    <ClocksRunning clocks={clocks} decisions={decisions} />
    <WhatYouHold holdings={holdings} pastDue={pastDue} />
  </>;
  const isIdle = todo.due.length + todo.waiting.length === 0;
  return (
    <PageFrame
      actor={actor} now={now} section="home" title="What needs doing" soft={`${nameOfWeekday(today)} ${formatDate(today)} · ${inOneSentence(todo, today, cappedAt)}`} example={example}
      sensitivity={clocks.length + decisions.length + toAccept.length > 0 || [...challenges.toAnswer, ...challenges.toClose].some((one) => one.showsCase) || holds(actor, 'LR', 'RP') ? 'case' : undefined} said={saidBack(homeSaidLabels, said)}
      actions={canRecordNotification(actor) && <ButtonLink href="/reviews/new">Record a serious incident notification</ButtonLink>}
    >
      {figures && <ExecutiveFigures figures={figures} soonest={clocks[0]} />}
      <Columns aside={<>
        <ForYou messages={messages} drafts={drafts} grants={grants} />
        {!isIdle && besides}
        {year && <YearLink shortName={actor.partnership.shortName} year={year} />}
      </>}>
        <DueFirst due={todo.due} waiting={todo.waiting} today={today} />
        {isIdle && besides}
      </Columns>
    </PageFrame>
  );
}
