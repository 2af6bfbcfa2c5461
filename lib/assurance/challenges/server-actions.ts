'use server';

import { formAction } from '@/lib/access/form-action';
import { answerChallenge, closeChallenge, escalateChallenge, raiseChallenge } from '@/lib/assurance/challenges/commands';
import { answerInput, closeInput, escalateInput, raiseInput } from '@/lib/assurance/challenges/input';
import { theirAnswer, theirClosing, theirStage } from '@/lib/assurance/challenges/queries';

export const submitChallenge = formAction(raiseInput, raiseChallenge, { act: 'raise-challenge', name: 'raise-challenge', path: ({ reference }) => `/challenges/${reference}?said=raised` });
export const submitAnswer = formAction(answerInput, answerChallenge, { act: 'answer-challenge', name: 'answer-challenge', path: ({ reference }) => `/challenges/${reference}?said=answered`, theirs: theirAnswer });
export const submitEscalation = formAction(escalateInput, escalateChallenge, { act: 'close-challenge', name: 'escalate-challenge', path: ({ reference }) => `/challenges/${reference}?said=escalated`, theirs: theirStage });
export const submitClosing = formAction(closeInput, closeChallenge, { act: 'close-challenge', name: 'close-challenge', path: ({ reference }) => `/challenges/${reference}?said=closed`, theirs: theirClosing });
