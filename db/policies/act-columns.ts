import { acts, type Act, type Family, type Membership } from './matrix';

/**
 * Which act of the matrix gives or takes each column of a record, for the tables where having reach to a row is not enough: an
 * action's owner reaches it and does not check it, a lead reviewer releases a recommendation and no longer writes it. A trigger
 * made from this refuses every other change. A column without a place here fails the build (`act-columns.test.ts`).
 */
export type GuardedTable = {
  /** Whose cells for `change` say how far a membership reaches here. */
  families: readonly Family[];
  /** Given with a new row by whoever may add it. Unless an act below names the column too, it stands from then on. */
  first: readonly string[];
  acts: readonly { act: Act; gives: readonly string[]; takes?: readonly string[]; /** Only while this column is empty. */ until?: string }[];
  /** Changed by whoever may change the row. */
  free?: readonly string[];
  /** Nobody's own to change: their acts are not in the product, or a trigger writes them where something else is done. */
  closed?: readonly string[];
  /** Kept in step by other triggers, whatever is sent. */
  kept: readonly string[];
  /** Whoever did it: nobody signs for another. */
  self: readonly string[];
};

const provenance = ['record_basis', 'carried_from_year', 'carried_from_body', 'document', 'document_page', 'example'];
const retention = ['retention_class', 'held_because', 'disposed_at'];

const asked = ['text', 'outcome', 'measure', 'baseline', 'target', 'measure_on', 'by_when', 'addressed_to', 'national_body', 'saved_beside'];
const acceptance = ['acceptance', 'acceptance_reason', 'acceptance_how', 'acceptance_note', 'accepted_on', 'accepted_by_group_id', 'accepted_by_agency_id', 'acceptance_recorded_by_id'];

const found = ['kind', 'level', 'text', 'why', 'shown_by', 'voice', 'owner_agency_id', 'owner_post', 'saved_beside'];
const agreement = ['agreement', 'agreement_reason', 'decided_on', 'decided_how', 'decided_note', 'decided_by_group_id', 'decision_recorded_by_id'];
const proposed = ['title', 'detail', 'intended_outcome', 'measure', 'type', 'priority', 'area', 'first_due_on', 'due_on'];
const worsened = ['worsened_to', 'worsened_because', 'worsened_on', 'worsened_by_id'];
const minuted = [
  'matter', 'options', 'decision', 'reasons', 'evidence_seen', 'decided_by', 'dissent', 'conflicts', 'legal_basis', 'review_on', 'about_source_id', 'about_recommendation_id', 'about_action_id',
];

const settled = ['outcome', 'decided_from', 'decided_to', 'decided_precision'];

export const guardedTables: Record<string, GuardedTable> = {
  actions: {
    families: ['actions'],
    first: [
      'id', 'reference', 'title', 'detail', 'intended_outcome', 'measure', 'type', 'priority', 'area', 'owner_agency_id', 'owner_post', 'owner_person_id', 'accountable_group_id',
      'proposed_on', 'proposed_by_id', 'first_due_on', 'due_on', 'moves', 'stated_status', 'reported_rag', ...provenance, ...retention, 'recorded_at',
    ],
    acts: [
      { act: 'change-proposal', gives: proposed, takes: proposed, until: 'agreed_on' },
      { act: 'prioritise-action', gives: ['priority'], takes: ['priority'] },
      { act: 'name-owner', gives: ['owner_post', 'owner_person_id'], takes: ['owner_person_id'] },
      { act: 'move-action', gives: ['owner_agency_id', 'accountable_group_id'], takes: ['accountable_group_id'] },
      // A proposal that is not accepted; an action paused, superseded or handed to others; and either taken up again.
      { act: 'set-aside', gives: ['aside', 'aside_reason', 'aside_on'], takes: ['aside', 'aside_reason', 'aside_on'] },
      { act: 'worsen-rag', gives: worsened, takes: worsened },
      { act: 'agree-action', gives: ['agreed_on', 'agreed_by_id', 'start_on'], until: 'agreed_on' },
      { act: 'update-action', gives: ['last_update_on', 'blocker', 'blocked_since'], takes: ['blocker', 'blocked_since'] },
      { act: 'say-complete', gives: ['complete_on', 'complete_said_by_id', 'last_update_on'], takes: ['blocker', 'blocked_since'], until: 'complete_on' },
      // Accepted, or returned to its owner.
      { act: 'check-action', gives: ['checked_on', 'checked_by_id'], takes: ['complete_on', 'complete_said_by_id'], until: 'checked_on' },
    ],
    closed: ['closed_on', 'closed_by_id', 'reopened_on', 'reopened_because', 'escalated_to'],
    kept: ['rag_fixed', 'red_from', 'amber_from', 'is_over', 'party_ids', 'agencies_behind', 'executive_closes', 'next_check_on', 'version'],
    self: ['proposed_by_id', 'agreed_by_id', 'checked_by_id', 'worsened_by_id'],
  },
  recommendations: {
    families: ['draftRecommendations', 'recommendations', 'recommendationsElsewhere'],
    first: ['id', 'reference', 'source_id', 'review_id', ...asked, 'written_by_id', ...provenance, ...retention, 'recorded_at'],
    acts: [
      { act: 'write-recommendation', gives: asked, takes: asked, until: 'acceptance' },
      { act: 'accept-recommendation', gives: acceptance, takes: ['acceptance_reason', 'acceptance_note', 'accepted_by_group_id', 'accepted_by_agency_id'], until: 'released_at' },
      { act: 'release-recommendation', gives: ['released_at', 'released_by_id'], until: 'released_at' },
    ],
    kept: ['version'],
    self: ['written_by_id', 'acceptance_recorded_by_id', 'released_by_id'],
  },
  findings: {
    families: ['draftFindings', 'findings', 'findingsElsewhere'],
    first: ['id', 'reference', 'source_id', 'review_id', ...found, 'written_by_id', ...provenance, ...retention, 'recorded_at'],
    acts: [
      { act: 'write-finding', gives: found, takes: found, until: 'decided_on' },
      { act: 'agree-finding', gives: agreement, takes: ['agreement_reason', 'decided_note', 'decided_by_group_id'], until: 'answered_on' },
      // Its themes stand beside it.
      { act: 'follow-finding', gives: ['answer', 'answer_reason', 'answered_on', 'answered_by_id', 'saved_beside'], takes: ['answer', 'answer_reason'] },
    ],
    kept: ['version'],
    self: ['written_by_id', 'decision_recorded_by_id', 'answered_by_id'],
  },
  decisions: {
    families: ['decisions'],
    first: ['id', 'review_id', 'matter', 'recommendation_id', 'action_id', 'opened_on', 'recommended_outcome', 'recommended_because', 'supersedes_id', 'superseded_because', 'opened_by_id', 'recorded_at'],
    // The last view settles it where all agree, and the chair where they do not: `keep_outcome` tells them apart.
    acts: [
      { act: 'give-partner-view', gives: settled, until: 'outcome' },
      { act: 'record-decision-outcome', gives: [...settled, 'chair_reason', 'chaired_by_id'], until: 'outcome' },
    ],
    kept: ['example', 'version'],
    self: ['opened_by_id'],
  },
  list_removals: {
    families: ['places'],
    first: ['id', 'review_id', 'person_id', 'reason', 'from_on', 'removed_by_id', 'recorded_at'],
    acts: [{ act: 'take-off-list', gives: ['to_on', 'ended_by_id', 'ended_reason'], until: 'ended_by_id' }],
    kept: ['version'],
    self: ['removed_by_id', 'ended_by_id'],
  },
  conflicts_of_interest: {
    families: ['interests'],
    // A chair who declares it confirms it with that.
    first: ['id', 'review_id', 'person_id', 'outcome', 'reason', 'from_on', 'declared_by_id', 'confirm_by', 'chair_confirmed_by_id', 'recorded_at'],
    acts: [
      { act: 'confirm-interest', gives: ['chair_confirmed_by_id'], until: 'chair_confirmed_by_id' },
      { act: 'confirm-interest', gives: ['partner_confirmed_by_id'], until: 'partner_confirmed_by_id' },
      { act: 'end-interest', gives: ['to_on', 'ended_by_id', 'ended_reason'], until: 'ended_by_id' },
    ],
    kept: ['version'],
    self: ['declared_by_id', 'chair_confirmed_by_id', 'partner_confirmed_by_id', 'ended_by_id'],
  },
  meetings: {
    families: ['meetings'],
    first: ['id', 'group_id', 'example', 'recorded_by_id', 'recorded_at'],
    acts: [],
    free: ['planned_on', 'place', 'held_on', 'called_off_because', 'chaired_by_id', 'stand_in_because', 'minute_reference', 'minute_address', 'papers', 'also_there'],
    kept: ['version'],
    self: ['recorded_by_id'],
  },
  meeting_attendances: {
    families: ['meetings'],
    first: ['id', 'meeting_id', 'group_id', 'person_id', 'recorded_at'],
    acts: [],
    free: ['agency_id', 'presence'],
    kept: ['version'],
    self: [],
  },
  meeting_decisions: {
    families: ['meetings'],
    first: ['id', 'reference', 'meeting_id', 'group_id', 'supersedes_id', ...minuted, 'example', 'recorded_by_id', 'recorded_at'],
    acts: [
      { act: 'record-meeting', gives: minuted, takes: minuted, until: 'confirmed_at' },
      { act: 'confirm-meeting-decision', gives: ['confirmed_at', 'confirmed_by_id'], until: 'confirmed_at' },
    ],
    kept: ['version'],
    self: ['recorded_by_id', 'confirmed_by_id'],
  },
  action_agencies: {
    families: ['actionLinks'],
    first: ['id', 'action_id', 'agency_id', 'recorded_at'],
    acts: [],
    free: ['contribution', 'note', 'noted_on', 'noted_by_id'],
    kept: ['version'],
    self: ['noted_by_id'],
  },
  action_requests: {
    families: ['requests'],
    first: ['id', 'action_id', 'kind', 'reason', 'wanted_on', 'escalated_to', 'basis', 'recommendation_id', 'asked_on', 'asked_by_id', 'how', 'how_note', 'recorded_by_id', 'recorded_at'],
    // Whose it is to answer, and whose word that is, `keep_request` says.
    acts: [
      { act: 'answer-request', gives: ['result', 'answer', 'answered_on', 'answered_by_id', 'answer_how', 'answer_note', 'answer_recorded_by_id'], until: 'result' },
      { act: 'reopen-action', gives: ['undone_on', 'undone_by_id', 'undone_because'], until: 'undone_on' },
    ],
    kept: ['version'],
    self: ['recorded_by_id', 'answer_recorded_by_id', 'undone_by_id'],
  },
  evidence: {
    families: ['evidence'],
    first: [
      'id', 'action_id', 'kind', 'level', 'title', 'detail', 'dated_on', 'web_address', 'period_from', 'period_to', 'agency_id', 'looked_at', 'numerator', 'denominator', 'before', 'after',
      'strength', 'expires_on', 'holds_personal_data', 'added_by_id', 'recorded_at',
    ],
    // Accepted, or not: said once.
    acts: [
      { act: 'check-evidence', gives: ['checked_on', 'checked_by_id', 'check_reason'], until: 'checked_on' },
      { act: 'check-evidence', gives: ['declined_on', 'declined_by_id', 'check_reason'], until: 'declined_on' },
    ],
    kept: ['version'],
    self: ['checked_by_id', 'declined_by_id'],
  },
  sources: {
    families: ['sources', 'spines'],
    first: ['id', 'kind', 'reference', 'review_id', ...provenance, ...retention, 'recorded_at'],
    acts: [],
    free: [
      'title', 'area', 'reporting_year', 'summary', 'commissioned_from', 'commissioned_to', 'commissioned_precision', 'undertaken_from', 'undertaken_to', 'undertaken_precision',
      'completed_from', 'completed_to', 'completed_precision',
    ],
    // Publishing is the safeguarding partners' decision, and opens a spine to every reader.
    closed: ['published_from', 'published_to', 'published_precision'],
    kept: ['version'],
    self: [],
  },
  reviews: {
    families: ['spines'],
    first: ['id', 'kind', 'guidance_edition', 'recorded_by_id', 'expected_year', 'recorded_at'],
    acts: [],
    closed: ['published_items', 'withdrawn_on', 'withdrawn_reason'],
    kept: ['is_published', 'notified_on', 'opened_on', 'put_on', 'decided_on', 'outcome', 'sent_to_panel_on', 'version'],
    self: ['recorded_by_id'],
  },
};

/** What the trigger is told of a table, with the memberships that each act names. */
export function guardArgument({ families, first, acts: theirs, free = [], kept, self }: GuardedTable): string {
  const may = (act: Act): readonly Membership[] => acts[act];
  return JSON.stringify({
    families, self, kept, new: [...first, ...free], free,
    acts: theirs.map(({ act, gives, takes = [], until = null }) => ({ may: may(act), gives, takes, until })),
  });
}
