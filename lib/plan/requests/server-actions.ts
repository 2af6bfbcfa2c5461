'use server';

import { formAction } from '@/lib/access/form-action';
import { answerRequest, askForDate, askForException, askForHelp, proposeClosing, reopenAction } from '@/lib/plan/requests/commands';
import { answerInput, askForDateInput, askForHelpInput, exceptionInput, proposeClosingInput, reopenInput } from '@/lib/plan/requests/input';
import { theirAnswer, theirReopening } from '@/lib/plan/requests/queries';

export const submitAskForDate = formAction(askForDateInput, askForDate, { act: 'ask-for-date', name: 'ask-for-date', path: ({ reference }) => `/plan/${reference}?said=asked-date#said` });

export const submitAskForHelp = formAction(askForHelpInput, askForHelp, { act: 'escalate-action', name: 'ask-for-help', path: ({ reference }) => `/plan/${reference}?said=asked-help#said` });

export const submitProposeClosing = formAction(proposeClosingInput, proposeClosing, { act: 'propose-closing', name: 'propose-closing', path: ({ reference }) => `/plan/${reference}?said=asked-closing#said` });

export const submitException = formAction(exceptionInput, askForException, { act: 'except-from-impact', name: 'ask-for-exception', path: ({ reference }) => `/plan/${reference}?said=asked-partners#said` });

export const submitRequestAnswer = formAction(answerInput, answerRequest, {
  act: 'answer-request', name: 'answer-request', path: ({ reference, result }) => `/plan/${reference}?said=${result}#said`,
  theirs: theirAnswer,
});

export const submitReopening = formAction(reopenInput, reopenAction, {
  act: 'reopen-action', name: 'reopen-action', path: ({ reference }) => `/plan/${reference}?said=reopened#said`,
  theirs: theirReopening,
});
