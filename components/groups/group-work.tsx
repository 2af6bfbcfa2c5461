import { ActionList } from '@/components/plan/action-list';
import { Card } from '@/components/ui/card';
import { Parts } from '@/components/ui/columns';
import { DueList, type DueItem } from '@/components/ui/due-list';
import { Empty } from '@/components/ui/empty';
import { Stat } from '@/components/ui/stat';
import { formatDate, formatDateWithDay } from '@/lib/dates/calendar-date';
import type { NextMeeting } from '@/lib/groups/meetings/rules';
import { ragNames } from '@/lib/plan/labels';
import type { GroupActions, PlanFigure } from '@/lib/plan/queries';
import type { Rag } from '@/lib/plan/rules';
import type { RecommendationListed } from '@/lib/recommendations/queries';
import { inOneLine } from '@/lib/recommendations/rules';
import { matterWords } from '@/lib/reviews/decisions/labels';
import type { DecisionWaiting } from '@/lib/reviews/decisions/queries';
import { pageOfDecision } from '@/lib/reviews/decisions/rules';

/** The colours by which a group is asked about its actions, in the order of worry. */
export const rags = ['red', 'amber', 'green', 'grey', 'blue'] as const satisfies readonly Rag[];

/** What a group holds: its actions by RAG, each figure opening its rows. */
export function GroupHolds({ groupId, figures }: { groupId: string; figures: PlanFigure[] }) {
  return (
    <Parts of="stats">
      {rags.map((rag, place) => {
        const { count, more, first } = figures[place] ?? { count: 0, more: false, first: null };
        return (
          <Stat
            key={rag} label={`${ragNames[rag]} actions`} value={more ? `More than ${count}` : count} href={`/plan?group=${groupId}&rag=${rag}`}
            worst={first && rag !== 'blue' ? { link: { text: first.reference, href: `/plan/${first.reference}` }, text: first.dueOn ? `due ${formatDate(first.dueOn)}` : 'no due date' } : undefined}
          />
        );
      })}
    </Parts>
  );
}

type Undecided = { toAgree: GroupActions['toAgree']; toClose: GroupActions['toClose']; toAccept: RecommendationListed[]; decisions: DecisionWaiting[] };

/** What the group has to decide: recommendations, decisions of the safeguarding partners, actions to agree and to close. */
export function GroupDecides({ toAgree, toClose, toAccept, decisions }: Undecided) {
  const items: DueItem[] = [
    ...decisions.map((one) => ({
      key: `decision-${one.id}`, when: `Since ${formatDate(one.openedOn)}`, title: `${one.reference}: ${matterWords[one.matter]}`, href: pageOfDecision(one),
      soft: one.missing.length > 0 ? `Still to come: the view of ${one.missing.join(', ')}` : 'Every view is in: the chair records the outcome', action: { href: pageOfDecision(one), label: 'Open' },
    })),
    ...toAccept.map((one) => ({
      key: `accept-${one.reference}`, when: 'To accept', title: `${one.reference}: ${inOneLine(one.text)}`, href: `/recommendations/${one.reference}`, soft: `From ${one.sourceWords}`,
      action: { href: `/recommendations/${one.reference}/accept`, label: 'Accept' },
    })),
    ...toAgree.map((one) => ({
      key: `agree-${one.reference}`, when: 'To agree', title: `${one.reference}: ${one.title}`, href: `/plan/${one.reference}`, soft: [one.ownerAgencyName, one.dueOn && `due ${formatDate(one.dueOn)}`].filter(Boolean).join(' · '),
      action: { href: `/plan/${one.reference}/agree`, label: 'Agree' },
    })),
    ...toClose.map((one) => ({
      key: `close-${one.reference}`, when: 'To close', title: `${one.reference}: ${one.title}`, href: `/plan/${one.reference}`, soft: `Complete, checked ${formatDate(one.checkedOn!)}`,
      action: { href: `/plan/${one.reference}`, label: 'Open' },
    })),
  ];
  return <Card title="To decide">{items.length === 0 ? <Empty title="Nothing waits for this group to decide" /> : <DueList items={items} />}</Card>;
}

/** When the group meets next, and what falls due before. */
export function GroupMeetsNext({ groupId, next, today, mayPlan }: { groupId: string; next: NextMeeting | null; today: string; mayPlan: boolean }) {
  const plan = mayPlan && next?.meetingId === null && <p><a href={`/groups/${groupId}/meetings/new`}>Plan it</a></p>;
  return (
    <Card title="Next meeting">
      {next === null ? <p>No meeting is planned, and none can be worked out until one has been held and it is recorded how often the group meets.{mayPlan && <> <a href={`/groups/${groupId}/meetings/new`}>Plan a meeting</a></>}</p>
        : next.meetingId ? <p><a href={`/groups/${groupId}/meetings/${next.meetingId}`}><b>{formatDateWithDay(next.on, today)}</b></a></p>
          : <p><b>{formatDateWithDay(next.on, today)}</b><span className="soft"> worked out from how often it meets: no meeting is planned{next.on < today ? ', and that day has passed' : ''}</span></p>}
      {plan}
    </Card>
  );
}

export function GroupDue({ due, today, by }: { due: GroupActions['due']; today: string; by: string }) {
  return <Card title={`Its actions due by ${formatDate(by)}`}><ActionList actions={due} today={today} title="None of its actions falls due before then" empty="Those without a date, and those that are closed, are in the plan." /></Card>;
}
