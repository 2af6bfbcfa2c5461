import { meetingAttendances, meetingDecisions, meetings } from '../schema';
import * as invented from './example-meetings';
import { people } from './example-people';
import { type Loading, momentOn, nextReference, workingDayFrom } from './loading';

/** The meetings of the invented groups with what they decided. After the plan and the caseload, which decisions are about. */
export async function loadExampleMeetings(loading: Loading): Promise<void> {
  for (const meeting of invented.meetings) await loadMeeting(loading, meeting);
}

async function loadMeeting(loading: Loading, told: invented.ExampleMeeting) {
  const { tx, idOf } = loading;
  const on = workingDayFrom(loading, told.day);
  const [id, groupId] = [idOf(`meeting:${told.key}`), idOf(`group:${told.group}`)];
  await tx.insert(meetings).values({
    id, groupId, plannedOn: on, place: told.place, heldOn: told.planned || told.calledOff ? null : on, calledOffBecause: told.calledOff, chairedById: idOf(`person:${told.chair}`), standInBecause: told.standIn,
    minuteReference: told.minute, papers: told.papers, alsoThere: told.alsoThere, example: true, recordedById: idOf('person:priya'), recordedAt: momentOn(loading, on),
  });
  const there = [...(told.there ?? []).map((person) => ({ person, presence: 'present' as const })), ...(told.apologies ?? []).map((person) => ({ person, presence: 'apologies' as const }))];
  if (there.length > 0) {
    await tx.insert(meetingAttendances).values(there.map(({ person, presence }) => {
      const agency = people.find((one) => one.key === person)?.agency;
      return { id: idOf(`attendance:${told.key}:${person}`), meetingId: id, groupId, personId: idOf(`person:${person}`), agencyId: agency ? idOf(`agency:${agency}`) : null, presence, recordedAt: momentOn(loading, on) };
    }));
  }
  for (const [place, decision] of (told.decisions ?? []).entries()) await loadDecision(loading, { told: decision, meeting: told, meetingId: id, place });
}

async function loadDecision(loading: Loading, { told, meeting, meetingId, place }: { told: invented.ExampleDecision; meeting: invented.ExampleMeeting; meetingId: string; place: number }) {
  const { tx, idOf } = loading;
  const { key, about, confirmed, reviewDay, supersedes, ...said } = told;
  const at = momentOn(loading, workingDayFrom(loading, meeting.day), 10 + place);
  await tx.insert(meetingDecisions).values({
    id: idOf(`meeting-decision:${key}`), reference: await nextReference(loading, 'decision'), meetingId, groupId: idOf(`group:${meeting.group}`), ...said,
    reviewOn: reviewDay === undefined ? null : workingDayFrom(loading, reviewDay), supersedesId: supersedes ? idOf(`meeting-decision:${supersedes}`) : null,
    aboutSourceId: about && 'source' in about ? idOf(`source:${about.source}`) : null, aboutRecommendationId: about && 'recommendation' in about ? idOf(`recommendation:${about.recommendation}`) : null,
    aboutActionId: about && 'action' in about ? idOf(`action:${about.action}`) : null,
    example: true, recordedById: idOf('person:priya'), recordedAt: at, confirmedAt: confirmed ? at : null, confirmedById: confirmed ? idOf(`person:${meeting.chair}`) : null,
  });
}
