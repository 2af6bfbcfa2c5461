'use server';

import { formAction } from '@/lib/access/form-action';
import { askAgencies, changeNotification, grantPlace, openDecision, openLcspr, openRapidReview, overrideClock, recordFacts, recordIdentity, recordNotification, recordReply, sendToPanel, testCriteria } from '@/lib/reviews/commands';
import { theirClock, theirCriteria, theirFacts, theirIdentity, theirNotification, theirReply, theirSending } from '@/lib/reviews/conflicts/queries';
import { askAgenciesInput, changeNotificationInput, grantPlaceInput, openDecisionInput, openLcsprInput, openRapidReviewInput, overrideClockInput, recordFactsInput, recordIdentityInput, recordNotificationInput, recordReplyInput, sendToPanelInput, testCriteriaInput } from '@/lib/reviews/input';

export const submitRecordNotification = formAction(recordNotificationInput, recordNotification, { act: 'record-notification', name: 'record-notification', path: (value) => `/reviews/${value.reference}/open?said=notified` });
export const submitChangeNotification = formAction(changeNotificationInput, changeNotification, { act: 'record-notification', name: 'change-notification', path: (value) => `/reviews/${value.reference}?said=notification-changed`, theirs: theirNotification });
export const submitOpenRapidReview = formAction(openRapidReviewInput, openRapidReview, { act: 'work-rapid-review', name: 'open-rapid-review', path: (value) => `/reviews/${value.reference}?said=opened` });
export const submitAskAgencies = formAction(askAgenciesInput, askAgencies, { act: 'work-rapid-review', name: 'ask-agencies', path: (value) => `/reviews/${value.reference}/agencies?said=asked` });
export const submitRecordReply = formAction(recordReplyInput, recordReply, { act: 'work-rapid-review', name: 'record-reply', path: (value) => `/reviews/${value.reference}/agencies?said=replied`, theirs: theirReply });
export const submitRecordFacts = formAction(recordFactsInput, recordFacts, { act: 'work-rapid-review', name: 'record-facts', path: (value) => `/reviews/${value.reference}?said=facts`, theirs: theirFacts });
export const submitTestCriteria = formAction(testCriteriaInput, testCriteria, { act: 'work-rapid-review', name: 'test-criterion', path: (value) => `/reviews/${value.reference}?said=criteria`, theirs: theirCriteria });
export const submitOverrideClock = formAction(overrideClockInput, overrideClock, { act: 'work-rapid-review', name: 'override-clock', path: (value) => `/reviews/${value.reference}?said=clock`, theirs: theirClock });
export const submitRecordIdentity = formAction(recordIdentityInput, recordIdentity, { act: 'record-identity', name: 'record-identity', path: (value) => `/reviews/${value.reference}/identity?said=identity`, theirs: theirIdentity });
export const submitOpenDecision = formAction(openDecisionInput, openDecision, { act: 'open-decision', name: 'open-decision', path: (value) => `/reviews/${value.reference}/decision?said=decision-opened` });
export const submitSendToPanel = formAction(sendToPanelInput, sendToPanel, { act: 'work-rapid-review', name: 'send-to-panel', path: (value) => `/reviews/${value.reference}?said=sent`, theirs: theirSending });
export const submitOpenLcspr = formAction(openLcsprInput, openLcspr, { act: 'work-rapid-review', name: 'open-lcspr', path: (value) => `/reviews/${value.reference}?said=lcspr-opened` });
export const submitGrantPlace = formAction(grantPlaceInput, grantPlace, { act: 'grant-place', name: 'grant-place', path: (value) => `/reviews/${value.reference}/history?said=place` });
