import { PageFrame } from '@/components/access/page-frame';
import { ClocksRunning } from '@/components/home/clocks-running';
import { DueFirst } from '@/components/home/due-first';
import { ForYou } from '@/components/home/for-you';
import { YearLink } from '@/components/home/year-link';
import { Columns } from '@/components/ui/columns';
import { readAs, requireActor } from '@/lib/access/guard';
import { homeSaidLabels } from '@/lib/access/labels';
import { mayDo } from '@/lib/access/rights';
import { formatDate, nameOfWeekday } from '@/lib/dates/calendar-date';
import { findReportedYear } from '@/lib/assurance/queries';
import { listDrafts } from '@/lib/drafts/drafts';
import { listMessages } from '@/lib/notifications/queries';
import { listGrantsToConfirm } from '@/lib/partnership/memberships/queries';
import { listMyActions } from '@/lib/plan/queries';
import { listToAccept } from '@/lib/recommendations/queries';
import { listOpenDecisions, listRunningClocks } from '@/lib/reviews/queries';

type Props = { searchParams: Promise<{ said?: string; draft?: string }> };

export default async function HomePage({ searchParams }: Props) {
  const { said, draft } = await searchParams;
  const { actor, now, today, doing, messages, drafts, grants, year } = await readAs(await requireActor(), async (ctx) => {
    const [clocks, decisions, actions, toAccept, messages, drafts, grants, year] = await Promise.all([
      listRunningClocks(ctx), listOpenDecisions(ctx), listMyActions(ctx), listToAccept(ctx, 10), listMessages(ctx), listDrafts(ctx), mayDo(ctx.actor, 'grant-membership') ? listGrantsToConfirm(ctx) : [], mayDo(ctx.actor, 'see-year') ? findReportedYear(ctx) : null,
    ]);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, doing: { clocks, decisions, actions, toAccept, worksReviews: mayDo(ctx.actor, 'work-rapid-review') }, messages, drafts, grants, year };
  });
  const example = [...doing.clocks, ...doing.decisions, ...doing.actions.mine, ...doing.actions.toCheck, ...doing.actions.toAgree, ...doing.toAccept].some((item) => item.example);
  return (
    <PageFrame
      actor={actor} now={now} section="home" title="What needs doing" soft={`${nameOfWeekday(today)} ${formatDate(today)}`} example={example}
      sensitivity={doing.clocks.length + doing.decisions.length + doing.toAccept.length > 0 ? 'case' : undefined} said={draft === 'kept' ? homeSaidLabels.draft : said ? homeSaidLabels[said] : null}
    >
      <Columns aside={<>
        <ForYou messages={messages} drafts={drafts} grants={grants} />
        <ClocksRunning clocks={doing.clocks} />
        {year && <YearLink shortName={actor.partnership.shortName} year={year} />}
      </>}>
        <DueFirst doing={doing} today={today} />
      </Columns>
    </PageFrame>
  );
}
