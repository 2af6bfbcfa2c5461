import { addDays, type CalendarDate } from '@/lib/dates/calendar-date';
import { addMonthsClamped } from '@/lib/dates/working-days';
import type { Issue } from '@/lib/forms/state';
import type { MembershipShown } from '@/lib/partnership/memberships/queries';

type Cadence = { cadenceWeeks: number | null; cadenceMonths: number | null };
type Dated = { id: string; plannedOn: string; heldOn: string | null; calledOffBecause: string | null };

export type NextMeeting = { on: string; /** The meeting that is planned; null where the day is worked out from how often the group meets. */ meetingId: string | null };

/**
 * When a group meets next: the soonest meeting planned for today or later. Where none is planned, so many weeks or months after the last that was held;
 * such a day may have passed already, and is then given all the same. Null where the group has no cadence, or has never met.
 * Source: local timetable, "Executive every two months, Engine Room every six weeks".
 */
export function nextMeeting({ cadenceWeeks, cadenceMonths }: Cadence, meetings: readonly Dated[], today: CalendarDate): NextMeeting | null {
  const planned = meetings.filter((meeting) => meeting.heldOn === null && meeting.calledOffBecause === null && meeting.plannedOn >= today).sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1))[0];
  if (planned) return { on: planned.plannedOn, meetingId: planned.id };
  const last = meetings.flatMap((meeting) => meeting.heldOn ?? []).sort().at(-1);
  if (last === undefined) return null;
  if (cadenceWeeks !== null) return { on: addDays(last, cadenceWeeks * 7), meetingId: null };
  return cadenceMonths === null ? null : { on: addMonthsClamped(last, cadenceMonths), meetingId: null };
}

export type MeetingState = 'planned' | 'unrecorded' | 'held' | 'called_off';

/** Whether a meeting is still to come, was held, was called off; or its day has passed and nobody has said. */
export function stateOfMeeting(meeting: Omit<Dated, 'id'>, today: CalendarDate): MeetingState {
  if (meeting.heldOn !== null) return 'held';
  if (meeting.calledOffBecause !== null) return 'called_off';
  return meeting.plannedOn < today ? 'unrecorded' : 'planned';
}

type Meeting = {
  chairedBy: string | null; standInBecause: string | null; heldOn?: string | null; calledOffBecause?: string | null; present?: string[]; apologies?: string[]; alsoThere?: string | null;
};

/** What stops a meeting as it would be saved. `chairIds`: who chairs the group that day. */
export function whatStopsMeeting(meeting: Meeting, chairIds: readonly string[]): Issue[] {
  const { heldOn = null, calledOffBecause = null, present = [], apologies = [], alsoThere = null } = meeting;
  return [
    ...(meeting.chairedBy === null && heldOn !== null ? [{ field: 'chairedBy', message: 'Choose who chaired it' }] : []),
    ...(meeting.chairedBy !== null && chairIds.length > 0 && !chairIds.includes(meeting.chairedBy) && meeting.standInBecause === null ? [{ field: 'standInBecause', message: 'Enter why somebody stands in for the group’s chair' }] : []),
    ...(heldOn !== null && calledOffBecause !== null ? [{ field: 'calledOffBecause', message: 'Enter the day it was held, or why it was called off: not both' }] : []),
    ...(heldOn !== null && present.length === 0 && alsoThere === null ? [{ field: 'present', message: 'Choose who was there' }] : []),
    ...(heldOn === null && present.length > 0 ? [{ field: 'heldOn', message: 'Enter the day it was held: you have said who was there' }] : []),
    ...(present.some((person) => apologies.includes(person)) ? [{ field: 'apologies', message: 'Nobody was there and sent apologies. Take one of the two out' }] : []),
  ];
}

/** What kind of record a reference names: an action, a recommendation, or else a review, an audit or a line of enquiry. */
export function kindOfReference(reference: string): 'action' | 'recommendation' | 'source' {
  if (/^A-\d+$/.test(reference)) return 'action';
  return /^R-\d+$/.test(reference) ? 'recommendation' : 'source';
}

/** The lines of the papers, each with its address where it has one. */
export function paperLines(papers: string | null): { text: string; address: string | null }[] {
  return (papers ?? '').split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const address = /https?:\/\/\S+/.exec(line)?.[0] ?? null;
    const words = address ? line.replace(address, '').replace(/[\s:,–-]+$/, '').trim() : line;
    return { text: words || line, address };
  });
}

/** Those in a group today, as the options of who chairs a meeting and who was there; and whoever a meeting names already. */
export function whoCouldChair(members: readonly Pick<MembershipShown, 'personId' | 'person' | 'state'>[], meeting?: { chairedById: string | null; chairedBy: string | null; attendances: { personId: string; person: string }[] }): { value: string; label: string }[] {
  const named = [
    ...members.filter((member) => member.state === 'current').map((member) => [member.personId, member.person] as const),
    ...(meeting?.attendances ?? []).map((one) => [one.personId, one.person] as const),
    ...(meeting?.chairedById ? [[meeting.chairedById, meeting.chairedBy ?? ''] as const] : []),
  ];
  return [...new Map(named)].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}
