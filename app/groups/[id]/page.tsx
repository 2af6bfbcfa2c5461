import { PageFrame } from '@/components/access/page-frame';
import { DecisionLog } from '@/components/groups/decision-log';
import { GroupMembers, GroupRecord } from '@/components/groups/group-record';
import { GroupDecides, GroupDue, GroupHolds, GroupMeetsNext, rags } from '@/components/groups/group-work';
import { MeetingsTable } from '@/components/groups/meeting-record';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import type { ReadContext } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { mayDo } from '@/lib/access/rights';
import { addDays, asCalendarDate } from '@/lib/dates/calendar-date';
import { saidBack } from '@/lib/forms/said';
import { capacitiesOf, groupKindNames } from '@/lib/groups/labels';
import { canRecordMeeting } from '@/lib/groups/meetings/policy';
import { listDecisions, listMeetings } from '@/lib/groups/meetings/queries';
import { nextMeeting } from '@/lib/groups/meetings/rules';
import { seesMembers, seesWork } from '@/lib/groups/policy';
import { getGroup, type GroupShown } from '@/lib/groups/queries';
import { saidLabels } from '@/lib/partnership/labels';
import { grantableBy } from '@/lib/partnership/memberships/policy';
import { countEach, listActionsOfGroup } from '@/lib/plan/queries';
import { showsCase } from '@/lib/plan/rules';
import { listToAccept } from '@/lib/recommendations/queries';
import { accepterOf } from '@/lib/recommendations/rules';
import { listOpenDecisions } from '@/lib/reviews/decisions/queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What a group has before it, for those who see its work. A group that does not meet by a cadence is asked about the month to come. */
async function readWork(ctx: ReadContext, group: GroupShown) {
  const meetings = await listMeetings(ctx, { groupId: group.id });
  const next = nextMeeting(group, meetings, ctx.today);
  const dueBy = next && next.on >= ctx.today ? asCalendarDate(next.on) : addDays(ctx.today, 30);
  const [actions, figures, log, drafts, decisions] = await Promise.all([
    listActionsOfGroup(ctx, { groupId: group.id, dueBy }), countEach(ctx, rags.map((rag) => ({ groupId: group.id, rag: [rag] }))), listDecisions(ctx, { groupId: group.id, limit: 10 }),
    group.kind === 'engine_room' ? listToAccept(ctx, 50) : [], group.kind === 'executive' ? listOpenDecisions(ctx) : [],
  ]);
  const toAccept = drafts.filter((draft) => draft.example === group.example && accepterOf({ ...draft, sourceKind: draft.source?.kind ?? null }) === 'engine_room');
  return { meetings, next, dueBy, actions, figures, log, toAccept, decisions: decisions.filter((one) => one.example === group.example) };
}

export default async function GroupPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, now, today, group, work } = await readAs(await requireActor(), async (ctx) => {
    const group = await getGroup(ctx, id);
    return { actor: ctx.actor, now: ctx.now, today: ctx.today, group, work: seesWork(ctx.actor, group) ? await readWork(ctx, group) : null };
  });
  const mayPlan = canRecordMeeting(actor, { groupId: group.id }) && group.isCurrent;
  const seesAll = seesMembers(actor, group);
  const mayAdd = group.isCurrent && mayDo(actor, 'grant-membership') && grantableBy(actor).some((membership) => membership in capacitiesOf[group.kind]);
  const isCase = work !== null && (work.toAccept.length + work.decisions.length > 0 || work.log.some((one) => one.showsCase) || showsCase([...work.actions.due, ...work.actions.toAgree, ...work.actions.toClose]));
  const about = <><GroupRecord group={group} mayChange={mayDo(actor, 'manage-groups')} seesAll={seesAll} /><GroupMembers group={group} seesAll={seesAll} mayAdd={mayAdd} /></>;
  return (
    <PageFrame
      actor={actor} now={now} section="groups" title={group.name} soft={groupKindNames[group.kind]} sensitivity={isCase ? 'case' : 'partnership'} example={group.example}
      back={{ href: '/groups', label: 'Groups' }} said={saidBack(saidLabels, query.said)} actions={mayPlan && <ButtonLink tone="secondary" href={`/groups/${group.id}/meetings/new`}>Plan a meeting</ButtonLink>}
    >
      {work ? (
        <>
          <GroupHolds groupId={group.id} figures={work.figures} />
          <Columns aside={<><GroupMeetsNext groupId={group.id} next={work.next} today={today} mayPlan={mayPlan} />{about}</>}>
            <GroupDecides {...work.actions} toAccept={work.toAccept} decisions={work.decisions} />
            <GroupDue due={work.actions.due} today={today} by={work.dueBy} />
            <Card title="Meetings"><MeetingsTable meetings={work.meetings} today={today} mayPlan={mayPlan} groupId={group.id} /></Card>
            <Card title="Decision log" aside={work.log.length > 0 && <a href={`/groups/${group.id}/decisions`}>All decisions</a>}><DecisionLog decisions={work.log} caption="The latest decisions first" empty="What a meeting decides is recorded on the page of that meeting." /></Card>
          </Columns>
        </>
      ) : about}
    </PageFrame>
  );
}
