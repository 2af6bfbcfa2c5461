import { formatDate, isCalendarDate, todayInEngland } from '@/lib/dates/calendar-date';

/** History as reads: "Priya Nair said A-014 is complete". What a command does, told of whoever gave it. */
const told: Record<string, string> = {
  'record-notification': 'recorded the notification',
  'change-notification': 'changed the notification',
  'open-rapid-review': 'opened the rapid review',
  'record-facts': 'changed the rapid review',
  'test-criterion': 'tested the criteria',
  'ask-agencies': 'asked agencies for their information',
  'record-reply': 'recorded an agency’s reply',
  'override-clock': 'changed a clock',
  'record-identity': 'recorded identifying details',
  'open-decision': 'put the decision to the safeguarding partners',
  'give-partner-view': 'recorded a safeguarding partner’s view',
  'settle-decision': 'recorded the outcome',
  'supersede-decision': 'opened the decision again',
  'send-to-panel': 'recorded that it was sent to the National Panel',
  'grant-place': 'gave somebody a place on the list',
  'end-place': 'ended a place on the list',
  'take-off-list': 'took somebody of the business unit off the list',
  'put-back-on-list': 'put somebody back on the list',
  'take-emergency-place': 'took an emergency place on the list',
  'declare-interest': 'declared a conflict of interest',
  'declare-interest-of-another': 'declared somebody’s conflict of interest',
  'confirm-interest': 'confirmed a conflict of interest',
  'end-interest': 'ended a conflict of interest',
  'write-recommendation': 'wrote the recommendation',
  'change-recommendation': 'changed the recommendation',
  'accept-recommendation': 'recorded whether it is accepted',
  'release-recommendation': 'released it to those who own its actions',
  'write-finding': 'wrote the finding',
  'change-finding': 'changed the finding',
  'agree-finding': 'recorded whether it is agreed',
  'connect-finding': 'said what it belongs to, repeats and is answered by',
  'answer-finding': 'recorded what became of it',
  'add-theme': 'added the theme',
  'change-theme': 'changed the theme',
  'end-theme': 'recorded what became of the theme',
  'restore-theme': 'took the theme into use again',
  'propose-action': 'proposed the action',
  'agree-action': 'agreed the action',
  'record-update': 'updated the action',
  'add-evidence': 'added evidence',
  'say-complete': 'said the action is complete',
  'check-action': 'checked the action',
  'check-evidence': 'checked evidence',
  'check-again': 'looked at the action again',
  'change-proposal': 'changed the proposal',
  'prioritise-action': 'said how urgent the action is',
  'name-owner': 'said who owns the action',
  'record-contribution': 'said how far an agency is',
  'set-aside': 'put the action aside',
  'take-up': 'took the action up again',
  'worsen-rag': 'said that the action stands worse',
  'take-back-worse': 'took back that the action stands worse',
  'ask-for-date': 'asked for another date',
  'ask-for-help': 'asked for help',
  'propose-closing': 'proposed to close the action',
  'ask-for-exception': 'asked the safeguarding partners whether it may be closed without evidence of impact',
  'answer-request': 'decided what was asked',
  'reopen-action': 'opened the action again',
  'open-lcspr': 'opened the LCSPR',
  'add-person': 'added the person',
  'rename-person': 'changed the person’s name',
  'add-post': 'added a post',
  'end-post': 'ended a post',
  'add-account': 'opened an account',
  'disable-account': 'closed the account',
  'enable-account': 'opened the account again',
  'start-sign-in-link': 'started a sign-in link',
  'grant-membership': 'granted a membership',
  'confirm-membership': 'confirmed a membership as the second person',
  'end-membership': 'ended a membership',
  'set-cover': 'set cover',
  'end-cover': 'ended cover',
  'add-agency': 'added the agency',
  'change-agency': 'changed the agency',
  'rename-agency': 'gave the agency a new name',
  'end-agency': 'ended the agency',
  'add-group': 'added the group',
  'change-group': 'changed the group',
  'raise-challenge': 'raised the challenge',
  'answer-challenge': 'recorded the answer',
  'escalate-challenge': 'took the challenge further',
  'close-challenge': 'closed the challenge',
  'plan-meeting': 'planned a meeting',
  'change-meeting': 'recorded the meeting',
  'record-decision': 'recorded what was decided',
  'change-decision': 'changed what was recorded',
  'confirm-decision': 'confirmed the decision as the chair',
  'change-settings': 'changed the settings',
  'set-up-installation': 'set the partnership up',
  'load-demonstration': 'came with the demonstration',
  migration: 'changed by a new version of the product',
};

/** "Priya Nair updated the action". A command without words of its own is told by its name. */
export function commandSentences(command: string, person: string | null): string {
  const words = told[command] ?? command.replaceAll('-', ' ');
  if (command === 'load-demonstration') return 'This came with the demonstration';
  if (command === 'migration') return 'This was changed by a new version of the product';
  return `${person ?? 'Case Review Tracker'} ${words}`;
}

/** The columns worth telling of, as the forms call them. References to other rows are told by their own entries. */
export const columnWords: Record<string, string> = {
  title: 'Title', text: 'Text', detail: 'Detail', due_on: 'Due', first_due_on: 'First date', start_on: 'Start', agreed_on: 'Agreed', complete_on: 'Complete', checked_on: 'Checked',
  closed_on: 'Closed', aside: 'Set aside', aside_reason: 'Because', worsened_to: 'Made worse to', worsened_because: 'Because', next_step: 'Next step', blocker: 'In the way', blocked_since: 'In the way since', priority: 'Priority', contribution: 'How far it is', note: 'In its words', wanted_on: 'Date asked for', escalated_to: 'Help asked of', basis: 'Rests on', answer_note: 'How we know', undone_on: 'Opened again', undone_because: 'Because', reopened_on: 'Opened again', owner_person_id: 'Owner', owner_agency_id: 'Owning agency', moves: 'Times moved', result: 'Result', reason: 'Reason',
  same_agency_reason: 'Why somebody of the same agency checked it', to_on: 'Until', moved_on: 'Moved', level: 'Level of evidence', dated_on: 'Dated', period_from: 'Period from', period_to: 'Period until', looked_at: 'Looked at', numerator: 'Found in', denominator: 'Out of', before: 'Before', after: 'Now', strength: 'Strength', expires_on: 'Can be rested on until', holds_personal_data: 'Holds personal data', declined_on: 'Does not show it', check_reason: 'Because', name: 'Name', web_address: 'Web address',
  facts: 'Facts', immediate_safety: 'Immediate safety', agency_involvement: 'Agency involvement', context_and_inequality: 'Context and inequality', childs_voice: 'Child’s voice', good_practice: 'Good practice', learning: 'Learning',
  meeting_on: 'Meeting', sent_to_panel_on: 'Sent to the National Panel', opened_on: 'Opened', answer: 'Answer', asked_on: 'Asked', replied_on: 'Replied', sent_on: 'Sent', aware_on: 'Aware', outline: 'Outline',
  computed_due_on: 'Worked out as due', override_due_on: 'Due instead', override_reason: 'Because', met_on: 'Met', taken_back_on: 'Start taken back', recommended_outcome: 'Recommended', recommended_because: 'Because', outcome: 'Outcome', chair_reason: 'The chair’s reason',
  view: 'View', how_note: 'How we know', given_on: 'Given', acceptance: 'Acceptance', acceptance_reason: 'Because', acceptance_how: 'How it was decided', acceptance_note: 'Minute or message', accepted_on: 'Accepted', released_at: 'Released', measure: 'Measure', baseline: 'Baseline', target: 'Target',
  why: 'Why it happened', shown_by: 'What shows it', voice: 'What children and families said', agreement: 'Agreement', agreement_reason: 'Because', decided_on: 'Decided', decided_how: 'How it was decided', decided_note: 'Minute or message',
  answer_reason: 'Because', answered_on: 'Answered', theme_id: 'Theme',
  planned_on: 'Planned for', place: 'Where', held_on: 'Held', called_off_because: 'Called off', stand_in_because: 'Why somebody stands in', minute_reference: 'Minute', papers: 'Papers', also_there: 'Also there', presence: 'There',
  matter: 'Matter', options: 'Choices', decision: 'Decision', reasons: 'Why', evidence_seen: 'Seen before', decided_by: 'Decided by', dissent: 'Dissent', conflicts: 'Conflicts declared', legal_basis: 'Duty or power', review_on: 'Looked at again', confirmed_at: 'Confirmed by the chair',
  challenge: 'Challenge', asked: 'Asked', stage: 'Stage', topic: 'About', forum: 'Raised at', outcome_reason: 'Why', changed_for_children: 'What changed for children', raised_on: 'Raised',
  superseded_because: 'Because', owner_post: 'Owner’s post', said_on: 'Said', confirm_by: 'To be confirmed by', ended_reason: 'Ended because', ends_at: 'Ends', capacity: 'On the list as',
};

/** Tables of which one record has several rows: the column that tells one of them from another on its timeline. */
export const rowNamedBy: Readonly<Record<string, string>> = {
  agency_requests: 'agency_id', criteria_tests: 'criterion', clocks: 'rule', review_places: 'person_id', list_removals: 'person_id', conflicts_of_interest: 'person_id', exclusions: 'person_id', decisions: 'matter', decision_views: 'agency_id',
  action_agencies: 'agency_id', recommendation_addressees: 'agency_id', finding_agencies: 'agency_id', meeting_attendances: 'person_id',
};

/** What a feature knows of the values on its timelines: the names of people and agencies by their ids, and the words for what is coded, by column. */
export type Wording = { names: ReadonlyMap<string, string>; words: Readonly<Record<string, Readonly<Record<string, string>>>> };

type Entry = { tableName: string; operation: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null };

/**
 * What one entry changed, in words: a line for each column worth telling of; for a row that is one of several, one line that begins with its name. `added`
 * is what was recorded when the row was added, which says what it is called.
 */
export function changesInWords(entry: Entry, added: Record<string, unknown> | null, { names, words }: Wording): string[] {
  const inWords = (column: string, value: unknown) => (typeof value === 'string' ? (words[column]?.[value] ?? names.get(value)) : undefined) ?? valueInWords(value);
  const changes = Object.entries(entry.after ?? {}).flatMap(([column, value]) => {
    const label = columnWords[column];
    const was = entry.before?.[column];
    const empty = value === null || value === '' || value === false;
    if (!label || (empty && (was === undefined || was === null || was === ''))) return [];
    const now = empty ? 'taken out' : inWords(column, value);
    return [entry.operation === 'update' && was !== undefined && was !== null && was !== '' ? `${label}: ${now} (was ${inWords(column, was)})` : `${label}: ${now}`];
  });
  const column = rowNamedBy[entry.tableName];
  const key = column && added?.[column];
  if (!column || !key || changes.length === 0) return changes;
  return [`${inWords(column, key)}. ${changes.join('; ')}`];
}

/** How somebody looked at a record on one day: "Opened it 3 times, exported it once, with names". */
export function lookInWords(look: { opened: number; exported: number; named: boolean }): string {
  const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
  const told = [look.opened > 0 && `opened it ${times(look.opened)}`, look.exported > 0 && `exported it ${times(look.exported)}`, look.named && 'with names'].filter(Boolean).join(', ');
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** A stored value as a person would write it. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (typeof value !== 'string') return Array.isArray(value) ? value.map(valueInWords).join(', ') : String(value);
  if (isCalendarDate(value)) return formatDate(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value))) return formatDate(todayInEngland(new Date(value)));
  if (/^[a-z]+(_[a-z]+)*$/.test(value)) return value.replaceAll('_', ' ');
  return value.length > 300 ? `${value.slice(0, 300)}…` : value;
}
