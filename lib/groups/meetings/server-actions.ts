'use server';

import { formAction } from '@/lib/access/form-action';
import { changeDecision, changeMeeting, confirmDecision, planMeeting, recordDecision } from '@/lib/groups/meetings/commands';
import { changeDecisionInput, changeMeetingInput, confirmDecisionInput, planMeetingInput, recordDecisionInput } from '@/lib/groups/meetings/input';
import { decisionAsItIs, decisionToConfirmAsItIs, meetingAsItIs } from '@/lib/groups/meetings/queries';

export const submitPlanMeeting = formAction(planMeetingInput, planMeeting, { act: 'record-meeting', name: 'plan-meeting', path: ({ groupId, meetingId }) => `/groups/${groupId}/meetings/${meetingId}?said=meeting-planned` });
export const submitChangeMeeting = formAction(changeMeetingInput, changeMeeting, {
  act: 'record-meeting', name: 'change-meeting', path: ({ groupId, meetingId }) => `/groups/${groupId}/meetings/${meetingId}?said=meeting-saved`, theirs: meetingAsItIs,
});
export const submitRecordDecision = formAction(recordDecisionInput, recordDecision, {
  act: 'record-meeting', name: 'record-decision', path: ({ groupId, reference, confirmed }) => `/groups/${groupId}/decisions/${reference}?said=${confirmed ? 'decided-by-chair' : 'decided'}`,
});
export const submitChangeDecision = formAction(changeDecisionInput, changeDecision, {
  act: 'record-meeting', name: 'change-decision', path: ({ groupId, reference }) => `/groups/${groupId}/decisions/${reference}?said=decision-changed`, theirs: decisionAsItIs,
});
export const submitConfirmDecision = formAction(confirmDecisionInput, confirmDecision, {
  act: 'confirm-meeting-decision', name: 'confirm-decision', path: ({ groupId, reference }) => `/groups/${groupId}/decisions/${reference}?said=decision-confirmed`, theirs: decisionToConfirmAsItIs,
});
