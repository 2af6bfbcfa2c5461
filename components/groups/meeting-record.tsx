import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';
import { Empty } from '@/components/ui/empty';
import { formatDate, formatDateWithDay } from '@/lib/dates/calendar-date';
import type { MeetingListed, MeetingShown } from '@/lib/groups/meetings/queries';
import { paperLines, stateOfMeeting, type MeetingState } from '@/lib/groups/meetings/rules';

const states: Record<MeetingState, { tone: Tone; words: string }> = {
  planned: { tone: 'blue', words: 'Planned' },
  unrecorded: { tone: 'amber', words: 'Not recorded yet' },
  held: { tone: 'green', words: 'Held' },
  called_off: { tone: 'grey', words: 'Called off' },
};

export function MeetingTag({ meeting, today }: { meeting: MeetingListed; today: string }) {
  const { tone, words } = states[stateOfMeeting(meeting, today as Parameters<typeof stateOfMeeting>[1])];
  return <Tag tone={tone}>{words}</Tag>;
}

/** The meetings of a group, the latest first. */
export function MeetingsTable({ meetings, today, mayPlan, groupId }: { meetings: MeetingListed[]; today: string; mayPlan: boolean; groupId: string }) {
  if (meetings.length === 0) {
    return (
      <Empty title="No meetings are recorded yet" action={mayPlan ? { href: `/groups/${groupId}/meetings/new`, label: 'Plan a meeting' } : undefined}>
        <p>The chair or the business unit plans them, and records who was there and what was decided.</p>
      </Empty>
    );
  }
  return (
    <Table
      caption={`${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}, the latest first`} captionHidden
      columns={[{ header: 'Meeting' }, { header: 'Chaired by' }, { header: 'Decisions', numeric: true }, { header: 'State' }]}
      rows={meetings.map((meeting) => ({
        key: meeting.id,
        cells: [
          <span key="when"><a href={`/groups/${meeting.groupId}/meetings/${meeting.id}`}>{formatDate(meeting.heldOn ?? meeting.plannedOn)}</a>{meeting.minuteReference && <span className="soft">{meeting.minuteReference}</span>}</span>,
          <span key="chair">{meeting.chairedBy ?? 'Not recorded'}{meeting.standInBecause && <span className="soft">stood in</span>}</span>,
          meeting.decisions, <MeetingTag key="state" meeting={meeting} today={today} />,
        ],
      }))}
    />
  );
}

export function MeetingSummary({ meeting, today }: { meeting: MeetingShown; today: string }) {
  const papers = paperLines(meeting.papers);
  return (
    <SummaryList rows={[
      { key: 'Planned for', value: formatDateWithDay(meeting.plannedOn, today) },
      { key: 'Held', value: meeting.heldOn ? formatDateWithDay(meeting.heldOn, today) : meeting.calledOffBecause ? `Called off: ${meeting.calledOffBecause}` : 'Not recorded yet' },
      { key: 'Where', value: meeting.place ?? 'Not stated' },
      { key: 'Chaired by', value: meeting.chairedBy ? `${meeting.chairedBy}${meeting.standInBecause ? `, standing in: ${meeting.standInBecause}` : ''}` : 'Not recorded yet' },
      { key: 'Minute', value: meeting.minuteAddress ? <a href={meeting.minuteAddress} rel="noreferrer">{meeting.minuteReference ?? 'The minute'}</a> : (meeting.minuteReference ?? 'Not stated') },
      { key: 'Papers', value: papers.length === 0 ? 'None' : <ul className="plain">{papers.map((paper, place) => <li key={place}>{paper.address ? <a href={paper.address} rel="noreferrer">{paper.text}</a> : paper.text}</li>)}</ul> },
    ]} />
  );
}

/** Who was there and who sent apologies, each with the agency they came for. */
export function Attendances({ meeting }: { meeting: MeetingShown }) {
  if (meeting.attendances.length === 0 && !meeting.alsoThere) return <Empty title="Who was there is not recorded yet" />;
  const of = (presence: 'present' | 'apologies') => meeting.attendances.filter((one) => one.presence === presence).map((one) => (one.agency ? `${one.person}, ${one.agency}` : one.person));
  const list = (people: string[]) => (people.length === 0 ? 'Nobody recorded' : <ul className="plain">{people.map((person) => <li key={person}>{person}</li>)}</ul>);
  return <SummaryList rows={[{ key: 'There', value: list(of('present')) }, { key: 'Apologies', value: list(of('apologies')) }, ...(meeting.alsoThere ? [{ key: 'Also there', value: meeting.alsoThere }] : [])]} />;
}
