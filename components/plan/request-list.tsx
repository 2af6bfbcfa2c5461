import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { formatDate } from '@/lib/dates/calendar-date';
import { saidHowNames } from '@/lib/plan/labels';
import type { RequestShown, SaidHow } from '@/lib/plan/queries';
import { answeredNames, escalatedToNames, exceptionWords, ownEvidenceWords, requestNames } from '@/lib/plan/requests/labels';

/** What was asked about an action and what came of it, the newest first. */
export function RequestList({ requests }: { requests: RequestShown[] }) {
  return (
    <Timeline
      moments={requests.map((request) => ({
        key: request.id, when: formatDate(request.askedOn), dateTime: request.askedOn, tone: request.result === 'granted' ? 'green' : request.result === null ? 'amber' : 'grey',
        title: <>{askedWords(request)} <Tag tone={request.result === 'granted' ? 'green' : undefined}>{request.result === null ? 'Waits for its answer' : answeredNames[request.kind][request.result]}</Tag></>,
        by: spokenBy(request.askedByName, request.how, request.howNote, request.recordedByName),
        children: (
          <>
            <p className="typed">{request.reason}</p>
            {request.result !== null && (
              <p className="soft typed">
                {request.answer && <>{request.answer} </>}({spokenBy(request.answeredByName ?? 'Not stated who', request.answerHow ?? 'in_person', request.answerNote, request.answerRecordedByName)}, {formatDate(request.answeredOn!)})
              </p>
            )}
            {request.undoneOn !== null && <p className="soft typed">Opened again on {formatDate(request.undoneOn)} by {request.undoneByName}: {request.undoneBecause}</p>}
          </>
        ),
      }))}
    />
  );
}

/** "Another date: 30 June 2027", "Help from the Executive", "Closing: its impact is judged on R-014". */
export function askedWords(request: Pick<RequestShown, 'kind' | 'wantedOn' | 'escalatedTo' | 'basis' | 'recommendation'>): string {
  switch (request.kind) {
    case 'date':
      return `${requestNames.date}: ${formatDate(request.wantedOn!)}`;
    case 'escalation':
      return `${requestNames.escalation} from ${escalatedToNames[request.escalatedTo!].replace(/^The/, 'the')}`;
    case 'closing':
      return `${requestNames.closing}: ${basisWords(request)}`;
  }
}

function basisWords({ basis, recommendation }: Pick<RequestShown, 'basis' | 'recommendation'>): string {
  switch (basis) {
    case 'own_evidence':
      return ownEvidenceWords.toLowerCase();
    case 'exception':
      return exceptionWords.replace(/^The/, 'the');
    case 'recommendation':
    case null:
      return `its impact is judged on ${recommendation ?? 'a recommendation not released yet'}`;
  }
}

function spokenBy(name: string, how: SaidHow, note: string | null, recorder: string | null): string {
  return how === 'in_person' ? name : `${name}, ${saidHowNames[how].toLowerCase()} (${note ?? 'not stated'}), recorded by ${recorder ?? 'the business unit'}`;
}
