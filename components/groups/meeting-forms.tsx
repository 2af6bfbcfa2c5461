import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { CheckboxesField, DateField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { formatDateIfAny } from '@/lib/dates/calendar-date';
import type { Draft } from '@/lib/drafts/drafts';
import { meetingFields } from '@/lib/groups/meetings/labels';
import type { MeetingShown } from '@/lib/groups/meetings/queries';
import { submitChangeMeeting, submitPlanMeeting } from '@/lib/groups/meetings/server-actions';

type Person = { value: string; label: string };

function Planned({ chairs }: { chairs: Person[] }) {
  return (
    <>
      <DateField name="plannedOn" label={meetingFields.plannedOn} />
      <TextField name="place" label={meetingFields.place} optional />
      <SelectField name="chairedBy" label={meetingFields.chairedBy} optional options={chairs} empty="Not known yet" />
      <TextField name="standInBecause" label={meetingFields.standInBecause} optional hint="Only where somebody stands in. To give them the chair’s own acts for that time, set cover on the chair’s page under People" />
      <TextArea name="papers" label={meetingFields.papers} optional rows={3} hint="One on each line, with its web address where it has one" />
    </>
  );
}

export function PlanMeetingForm({ group, chairs, page, draft }: { group: { id: string; name: string }; chairs: Person[]; page: string; draft: Draft | null }) {
  return (
    <Form
      action={submitPlanMeeting} formKey={randomUUID()} title={`Plan a meeting of ${group.name}`} submitLabel="Plan the meeting" hidden={{ groupId: group.id, _page: page }}
      draft={draftOf(`plan-meeting:${group.id}`, draft)} cancel={{ href: `/groups/${group.id}` }}
    >
      <Planned chairs={chairs} />
    </Form>
  );
}

type Change = { meeting: MeetingShown; members: Person[]; page: string; draft: Draft | null };

/** What became of a meeting: one form, before and after it. */
export function ChangeMeetingForm({ meeting, members, page, draft }: Change) {
  const of = (presence: 'present' | 'apologies') => meeting.attendances.flatMap((one) => (one.presence === presence ? [one.personId] : []));
  return (
    <Form
      action={submitChangeMeeting} formKey={randomUUID()} version={meeting.version} title={`Meeting of ${meeting.groupName}`} submitLabel="Save the meeting" hidden={{ meetingId: meeting.id, _page: page }}
      draft={draftOf(`change-meeting:${meeting.id}`, draft)} cancel={{ href: `/groups/${meeting.groupId}/meetings/${meeting.id}` }}
      values={{
        plannedOn: formatDateIfAny(meeting.plannedOn), place: meeting.place ?? '', chairedBy: meeting.chairedById ?? '', standInBecause: meeting.standInBecause ?? '', papers: meeting.papers ?? '',
        heldOn: formatDateIfAny(meeting.heldOn), calledOffBecause: meeting.calledOffBecause ?? '', present: of('present'), apologies: of('apologies'), alsoThere: meeting.alsoThere ?? '',
        minuteReference: meeting.minuteReference ?? '', minuteAddress: meeting.minuteAddress ?? '',
      }}
    >
      <Planned chairs={members} />
      <DateField name="heldOn" label={meetingFields.heldOn} optional hint="Once it was held. For example 14/3/26 or 14 Mar" />
      {members.length > 0 && <CheckboxesField name="present" label={meetingFields.present} optional options={members} />}
      {members.length > 0 && <CheckboxesField name="apologies" label={meetingFields.apologies} optional options={members} />}
      <TextField name="alsoThere" label={meetingFields.alsoThere} optional width="full" hint="Name and agency of whoever is not a member" />
      <TextField name="minuteReference" label={meetingFields.minuteReference} optional />
      <TextField name="minuteAddress" label={meetingFields.minuteAddress} optional width="full" hint="Its whole web address" />
      <TextField name="calledOffBecause" label={meetingFields.calledOffBecause} optional width="full" hint="Only where it was not held" />
    </Form>
  );
}
