import { reportingYearOf } from '../../lib/dates/calendar-date';
import { sources } from '../schema';
import { loadMemberships } from './load-people';
import type { Loading } from './loading';

/** The invented present-day caseload. */
export async function loadExampleCaseload(loading: Loading): Promise<void> {
  const { tx, idOf, today } = loading;
  await tx.insert(sources).values({
    id: idOf('source:enquiry-missing'), kind: 'line_of_enquiry', reference: `LE-${today.slice(0, 4)}-1`, title: 'Children who go missing more than once', area: 'other', reportingYear: reportingYearOf(today), example: true,
  });
  await loadMemberships(loading);
}
