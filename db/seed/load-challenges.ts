import { challenges } from '../schema';
import * as invented from './example-challenges';
import { type Loading, momentOn, nextReference, workingDayFrom } from './loading';

/** After the plan and the meetings, from whose records they were raised. */
export async function loadExampleChallenges(loading: Loading): Promise<void> {
  const { tx, idOf } = loading;
  for (const { key, by, agency, about, day, dueDay, of, answer, closed, ...told } of [...invented.challenges].sort((one, other) => one.day - other.day)) {
    const on = (days: number) => workingDayFrom(loading, days);
    await tx.insert(challenges).values({
      id: idOf(`challenge:${key}`), reference: await nextReference(loading, 'challenge'), ...told, raisedOn: on(day), raisedById: idOf(`person:${by}`), raisedByAgencyId: agency ? idOf(`agency:${agency}`) : null,
      aboutAgencyId: idOf(`agency:${about}`), dueOn: on(dueDay),
      ...(answer ? { answer: answer.text, answeredOn: on(answer.day), answeredById: idOf(`person:${answer.by}`), how: answer.how ?? 'in_person', howNote: answer.note, answerRecordedById: idOf(answer.how ? 'person:priya' : `person:${answer.by}`) } : {}),
      ...(closed ? { closedOn: on(closed.day), closedById: idOf(`person:${closed.by}`), outcome: closed.outcome, outcomeReason: closed.because, changedForChildren: closed.changed } : {}),
      aboutSourceId: of && 'source' in of ? idOf(`source:${of.source}`) : null, aboutRecommendationId: of && 'recommendation' in of ? idOf(`recommendation:${of.recommendation}`) : null,
      aboutActionId: of && 'action' in of ? idOf(`action:${of.action}`) : null, aboutDecisionId: of && 'decision' in of ? idOf(`meeting-decision:${of.decision}`) : null,
      example: true, recordedAt: momentOn(loading, on(day)),
    });
  }
}
