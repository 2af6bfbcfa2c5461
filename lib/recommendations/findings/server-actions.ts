'use server';

import { formAction } from '@/lib/access/form-action';
import { agreeFinding, answerFinding, changeFinding, connectFinding, writeFinding } from '@/lib/recommendations/findings/commands';
import { agreeFindingInput, answerFindingInput, changeFindingInput, connectFindingInput, writeFindingInput } from '@/lib/recommendations/findings/input';
import { theirAgreement, theirAnswer, theirConnections, theirFinding } from '@/lib/recommendations/findings/queries';

export const submitWriteFinding = formAction(writeFindingInput, writeFinding, { act: 'write-finding', name: 'write-finding', path: (value) => `/findings/${value.reference}?said=written#said` });
export const submitChangeFinding = formAction(changeFindingInput, changeFinding, { act: 'write-finding', name: 'change-finding', path: (value) => `/findings/${value.reference}?said=changed#said`, theirs: theirFinding });
export const submitAgreeFinding = formAction(agreeFindingInput, agreeFinding, { act: 'agree-finding', name: 'agree-finding', path: (value) => `/findings/${value.reference}?said=agreed#said`, theirs: theirAgreement });
export const submitConnectFinding = formAction(connectFindingInput, connectFinding, { act: 'connect-finding', name: 'connect-finding', path: (value) => `/findings/${value.reference}?said=connected#said`, theirs: theirConnections });
export const submitAnswerFinding = formAction(answerFindingInput, answerFinding, { act: 'follow-finding', name: 'answer-finding', path: (value) => `/findings/${value.reference}?said=answered#said`, theirs: theirAnswer });
