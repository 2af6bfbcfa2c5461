import { onBehalfFields } from '@/lib/plan/labels';
import type { EscalatedTo, RequestKind } from '@/lib/plan/queries';

/** What is asked about an action, as it is called on screen. */
export const requestNames: Record<RequestKind, string> = { date: 'Another date', escalation: 'Help', closing: 'Closing' };

export const escalatedToNames: Record<EscalatedTo, string> = { chair: 'The chair of its group', executive: 'The Executive' };

export const answerNames: Record<RequestKind, { granted: string; refused: string | null }> = {
  date: { granted: 'Yes: move the date', refused: 'No: the date stands' },
  escalation: { granted: 'This is the answer', refused: null },
  closing: { granted: 'Yes: close it', refused: 'No: it is not closed' },
};

/** How an answer is told afterwards. */
export const answeredNames: Record<RequestKind, Record<'granted' | 'refused', string>> = {
  date: { granted: 'Date moved', refused: 'Date not moved' },
  escalation: { granted: 'Answered', refused: 'Answered' },
  closing: { granted: 'Closed', refused: 'Not closed' },
};

export const ownEvidence = 'own_evidence';
export const ownEvidenceWords = 'Its own checked evidence';
export const exception = 'exception';
export const exceptionWords = 'The safeguarding partners have agreed to close it without evidence of impact';

export const dateFields = { wantedOn: 'The date you ask for', reason: 'Why it needs more time, and what is done meanwhile' } as const;
export const helpFields = { escalatedTo: 'Whose help do you need?', reason: 'What stands in the way, and what would help' } as const;
export const closingFields = { rests: 'What shows that it has made a difference?', reason: 'Why it can be closed' } as const;
export const answerFields = { result: 'The answer', answer: 'Why, in a sentence', saidBy: onBehalfFields.saidBy, how: onBehalfFields.how, howNote: onBehalfFields.howNote, saidOn: onBehalfFields.saidOn } as const;
export const exceptionFields = { reason: 'Why it should be closed without evidence of impact' } as const;
export const reopenFields = { reason: 'Why it is opened again' } as const;
