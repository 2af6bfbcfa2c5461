import { formatDate, formatInstant, type CalendarDate } from '@/lib/dates/calendar-date';
import { areaNames } from '@/lib/partnership/labels';
import { actionTypeNames, hiddenReviewsWords, levelWords, priorityNames, ragNames, stageNames } from '@/lib/plan/labels';
import type { ActionListed } from '@/lib/plan/queries';
import { escalatedToNames } from '@/lib/plan/requests/labels';
import { showsCase } from '@/lib/plan/rules';

/** What a file of the plan holds, in order: an allow-list, so that a new column of an action is in no file until somebody puts it here. */
const columns: [string, (action: ActionListed) => string | number | null][] = [
  ['Example', (action) => (action.example ? 'EXAMPLE' : '')],
  ['Reference', (action) => action.reference],
  ['Action', (action) => action.title],
  ['What is to be done', (action) => action.detail],
  ['What will be different', (action) => action.intendedOutcome],
  ['Comes from', (action) => [...action.sources.map((source) => `${source.reference} ${source.title}`), ...(action.hiddenReviews > 0 ? [hiddenReviewsWords(action.hiddenReviews)] : [])].join('; ')],
  ['Kind', (action) => actionTypeNames[action.type]],
  ['Priority', (action) => (action.priority ? priorityNames[action.priority] : '')],
  ['Area', (action) => areaNames[action.area]],
  ['Owner agency', (action) => action.ownerAgencyName ?? missing(action)],
  ['Owner post', (action) => action.ownerPost ?? missing(action)],
  ['Owner', (action) => (action.ownerPersonName ? `${action.ownerPersonName}${action.ownerLeft ? ', who has left' : ''}` : missing(action))],
  ['Accountable group', (action) => action.groupName ?? missing(action)],
  ['First due', (action) => dated(action, action.firstDueOn)],
  ['Due', (action) => dated(action, action.dueOn)],
  ['Times moved', (action) => action.moves],
  ['Stage', (action) => stageNames[action.stage]],
  ['RAG', (action) => ragNames[action.rag]],
  ['Why', (action) => action.because],
  ['Level of checked evidence', (action) => levelWords(action.level)],
  ['Last update', (action) => dated(action, action.lastUpdateOn)],
  ['In the way', (action) => action.blocker],
  ['In the way since', (action) => (action.blockedSince ? formatDate(action.blockedSince) : '')],
  ['Help asked of', (action) => (action.escalatedTo ? escalatedToNames[action.escalatedTo] : '')],
  ['Complete', (action) => (action.completeOn ? formatDate(action.completeOn) : '')],
  ['Checked', (action) => (action.checkedOn ? formatDate(action.checkedOn) : '')],
  ['Second check', (action) => (action.nextCheckOn ? formatDate(action.nextCheckOn) : '')],
  ['Closed', (action) => (action.closedOn ? formatDate(action.closedOn) : '')],
  ['In the document', (action) => action.statedStatus ?? missing(action)],
  ['Recorded from', (action) => [action.document, action.documentPage].filter(Boolean).join(', ')],
];

function missing(action: ActionListed): string {
  return action.recordBasis === 'worked_here' ? '' : 'not stated';
}

function dated(action: ActionListed, date: string | null): string {
  return date === null ? missing(action) : formatDate(date);
}

export type Stamp = { partnership: string; by: string; at: Date; /** The day whose plan it is; not given for today's. */ asAt?: CalendarDate; filtered: boolean; more: boolean };

/**
 * The plan as a .csv that spreadsheets open as it is (UTF-8 with a byte order mark, CRLF, every cell quoted): a first line that says what it is, for
 * whom, when and how sensitive; the headers; the rows in the order given. Source: "every export is made from an allow-list of fields, stamped with
 * who, when and sensitivity".
 */
export function planCsv(actions: ActionListed[], stamp: Stamp): string {
  const parts = [
    `Combined learning action plan${stamp.asAt ? ` as at the end of ${formatDate(stamp.asAt)}` : ''}`, stamp.partnership, `exported by ${stamp.by}`, formatInstant(stamp.at), `Sensitivity: ${showsCase(actions) ? 'case' : 'learning'}`,
    `${stamp.more ? 'the first ' : ''}${actions.length} ${actions.length === 1 ? 'action' : 'actions'}${stamp.filtered ? ', filtered' : ''}`,
    ...(actions.some((action) => action.example) ? ['EXAMPLE: holds invented records'] : []),
  ];
  const lines = [csvLine([parts.join(' · ')]), csvLine(columns.map(([header]) => header)), ...actions.map((action) => csvLine(columns.map(([, valueOf]) => valueOf(action))))];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvLine(values: (string | number | null)[]): string {
  return values.map(csvCell).join(',');
}

/**
 * One cell. Text that a spreadsheet would take for a formula gets an apostrophe before it, whatever blank stands in front: it is shown as it was
 * typed and never run. Source: OWASP, CSV injection (= + - @, tab, carriage return), with NUL and the full-width signs that spreadsheets also read.
 */
export function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const guarded = /^[\s\u0000\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n\u0000]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return `"${guarded.replaceAll('\u0000', '').replaceAll('"', '""')}"`;
}
