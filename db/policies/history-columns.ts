/**
 * What the record of changes keeps of each column: its `value`, only a `digest` of it, or nothing (`omit`). Identities,
 * credentials, tokens and drafts are never `value`. A column without a tag fails the build (`history-columns.test.ts`).
 *
 * `family` and `scope` name whose rule decides who may see an entry; `root` the record whose timeline it belongs to.
 */
export type HistoryTable = {
  family: HistoryFamily;
  root: string;
  rootColumn: string;
  /** The column that the family's rule looks at: a review, an action or a person. */
  scope: string | null;
  value: readonly string[];
  digest?: readonly string[];
  omit?: readonly string[];
};

/** Each has one branch in the policy of the history table (`tables.ts`). */
export type HistoryFamily =
  | 'partnership' | 'facts' | 'accounts' | 'memberships' | 'sign_in_links' | 'covers' | 'settings' | 'case' | 'decision' | 'clocks' | 'spine' | 'origin' | 'named' | 'places' | 'interests'
  // As conflicts were called before they had outcomes.
  | 'exclusions'
  // Given by the trigger, while a record is still *case*.
  | 'case_spine' | 'draft_recommendation' | 'draft_finding'
  | 'meeting' | 'meeting_decision' | 'challenge'
  | 'recommendation' | 'themes' | 'finding' | 'finding_link' | 'finding_repeat' | 'recommendation_link' | 'source_link' | 'action' | 'evidence' | 'nobody';

const provenance = ['record_basis', 'carried_from_year', 'carried_from_body', 'document', 'document_page', 'example'] as const;
const retention = ['retention_class', 'held_because', 'disposed_at'] as const;
const plumbing = ['recorded_at', 'version'] as const;

export const historyTables: Record<string, HistoryTable> = {
  settings: { family: 'settings', root: 'settings', rootColumn: 'id', scope: null, value: ['id', 'partnership_name', 'partnership_short_name', 'guidance_edition', 'rapid_review_starts_from', 'count_start_day', 'rag_due_soon_days', 'rag_quiet_days', 'rag_moves_for_red', 'second_check_months', 'idle_minutes', 'session_hours'], omit: ['version'] },
  agencies: { family: 'partnership', root: 'agency', rootColumn: 'id', scope: null, value: ['id', 'kind', 'parent_id', 'successor_id', 'area', 'is_council', 'position', 'from_on', 'to_on', ...provenance], omit: plumbing },
  agency_names: { family: 'partnership', root: 'agency', rootColumn: 'agency_id', scope: null, value: ['id', 'agency_id', 'name', 'from_on', 'to_on'], omit: ['recorded_at'] },
  persons: { family: 'partnership', root: 'person', rootColumn: 'id', scope: null, value: ['id', 'name', ...provenance], omit: plumbing },
  posts: { family: 'partnership', root: 'person', rootColumn: 'person_id', scope: null, value: ['id', 'person_id', 'agency_id', 'title', 'from_on', 'to_on'], omit: plumbing },
  groups: { family: 'partnership', root: 'group', rootColumn: 'id', scope: null, value: ['id', 'kind', 'name', 'purpose', 'cadence', 'cadence_weeks', 'cadence_months', 'chaired_by', 'started_on', 'ended_on', ...provenance], omit: plumbing },
  meetings: { family: 'meeting', root: 'meeting', rootColumn: 'id', scope: 'id', value: ['id', 'group_id', 'planned_on', 'place', 'held_on', 'called_off_because', 'chaired_by_id', 'stand_in_because', 'minute_reference', 'minute_address', 'papers', 'also_there', 'example', 'recorded_by_id'], omit: plumbing },
  meeting_attendances: { family: 'meeting', root: 'meeting', rootColumn: 'meeting_id', scope: 'meeting_id', value: ['id', 'meeting_id', 'group_id', 'person_id', 'agency_id', 'presence'], omit: plumbing },
  meeting_decisions: { family: 'meeting_decision', root: 'meeting_decision', rootColumn: 'id', scope: 'id', value: ['id', 'reference', 'meeting_id', 'group_id', 'matter', 'options', 'decision', 'reasons', 'evidence_seen', 'decided_by', 'dissent', 'conflicts', 'legal_basis', 'review_on', 'supersedes_id', 'about_source_id', 'about_recommendation_id', 'about_action_id', 'example', 'recorded_by_id', 'confirmed_at', 'confirmed_by_id'], omit: plumbing },
  challenges: { family: 'challenge', root: 'challenge', rootColumn: 'id', scope: 'id', value: ['id', 'reference', 'raised_on', 'raised_by_id', 'raised_by_agency_id', 'about_agency_id', 'topic', 'forum', 'challenge', 'asked', 'stage', 'due_on', 'answer', 'answered_on', 'answered_by_id', 'how', 'how_note', 'answer_recorded_by_id', 'outcome', 'outcome_reason', 'changed_for_children', 'closed_on', 'closed_by_id', 'about_source_id', 'about_recommendation_id', 'about_action_id', 'about_decision_id', 'example'], omit: plumbing },
  priorities: { family: 'facts', root: 'priority', rootColumn: 'id', scope: null, value: ['id', 'reporting_year', 'number', 'kind', 'title', ...provenance], omit: ['recorded_at'] },
  reported_counts: { family: 'facts', root: 'reported_count', rootColumn: 'id', scope: null, value: ['id', 'reporting_year', 'key', 'counted', 'value', 'quote', 'note', ...provenance], omit: ['recorded_at'] },
  accounts: { family: 'accounts', root: 'person', rootColumn: 'person_id', scope: 'person_id', value: ['id', 'person_id', 'email', 'disabled_at', 'disabled_reason'], omit: plumbing },
  credentials: { family: 'nobody', root: 'account', rootColumn: 'account_id', scope: null, value: ['account_id', 'set_at'], omit: ['password_hash'] },
  sign_in_links: { family: 'sign_in_links', root: 'account', rootColumn: 'account_id', scope: null, value: ['id', 'account_id', 'started_by_id', 'expires_at', 'used_at'], omit: ['token_hash', 'recorded_at'] },
  memberships: { family: 'memberships', root: 'person', rootColumn: 'person_id', scope: 'person_id', value: ['id', 'person_id', 'membership', 'agency_id', 'includes_below', 'group_id', 'source_id', 'votes_for_agency_id', 'from_on', 'to_on', 'granted_by_id', 'needs_second', 'confirmed_by_id', 'confirmed_at', 'ended_by_id', 'ended_reason'], omit: plumbing },
  covers: { family: 'covers', root: 'person', rootColumn: 'person_id', scope: 'person_id', value: ['id', 'person_id', 'by_person_id', 'membership', 'from_on', 'to_on', 'set_by_id', 'reason'], omit: plumbing },
  review_places: { family: 'places', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'person_id', 'capacity', 'reason', 'from_on', 'to_on', 'granted_by_id', 'ends_at'], omit: plumbing },
  list_removals: { family: 'places', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'person_id', 'reason', 'from_on', 'to_on', 'removed_by_id', 'ended_by_id', 'ended_reason'], omit: plumbing },
  conflicts_of_interest: { family: 'interests', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'person_id', 'outcome', 'reason', 'from_on', 'to_on', 'declared_by_id', 'confirm_by', 'chair_confirmed_by_id', 'partner_confirmed_by_id', 'ended_by_id', 'ended_reason'], omit: plumbing },
  sources: { family: 'spine', root: 'source', rootColumn: 'id', scope: 'id', value: ['id', 'kind', 'reference', 'title', 'area', 'reporting_year', 'commissioned_from', 'commissioned_to', 'commissioned_precision', 'undertaken_from', 'undertaken_to', 'undertaken_precision', 'completed_from', 'completed_to', 'completed_precision', 'published_from', 'published_to', 'published_precision', 'review_id', 'summary', ...provenance, ...retention], omit: plumbing },
  reviews: { family: 'spine', root: 'review', rootColumn: 'id', scope: 'id', value: ['id', 'kind', 'guidance_edition', 'recorded_by_id', 'published_items', 'expected_year', 'withdrawn_on', 'withdrawn_reason'], omit: [...plumbing, 'is_published', 'notified_on', 'opened_on', 'put_on', 'decided_on', 'outcome', 'sent_to_panel_on'] },
  review_origins: { family: 'origin', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'origin_review_id', 'inferred', 'note'], omit: ['recorded_at'] },
  notifications: { family: 'case', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'notifying_agency_id', 'incident_from', 'incident_to', 'incident_precision', 'aware_on', 'sent_on', 'national_reference', 'nature_at_notification', 'nature_now', 'harm_types', 'abuse_suspected', 'age_band', 'gender', 'ethnicity', 'disability', 'living_arrangement', 'care_status', 'setting', 'outline', 'immediate_safety', 'media_interest', 'saved_beside'], omit: plumbing },
  identities: { family: 'named', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'subject'], digest: ['sealed'], omit: [...plumbing, 'key_id'] },
  rapid_reviews: { family: 'case', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'opened_on', 'meeting_on', 'facts', 'immediate_safety', 'agency_involvement', 'context_and_inequality', 'childs_voice', 'good_practice', 'learning', 'sent_to_panel_on'], omit: plumbing },
  criteria_tests: { family: 'case', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'criterion', 'answer', 'reason'], omit: plumbing },
  agency_requests: { family: 'case', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'agency_id', 'asked_on', 'due_on', 'replied_on', 'nothing_known', 'reminded_on'], omit: plumbing },
  clocks: { family: 'clocks', root: 'review', rootColumn: 'review_id', scope: 'review_id', value: ['id', 'review_id', 'rule', 'start_event', 'started_on', 'guidance_edition', 'length', 'unit', 'count_start_day', 'computed_due_on', 'override_due_on', 'override_reason', 'overridden_by_id', 'met_on', 'taken_back_on'], omit: plumbing },
  decisions: { family: 'decision', root: 'review', rootColumn: 'review_id', scope: 'id', value: ['id', 'review_id', 'matter', 'recommendation_id', 'action_id', 'opened_on', 'recommended_outcome', 'recommended_because', 'outcome', 'decided_from', 'decided_to', 'decided_precision', 'chair_reason', 'chaired_by_id', 'supersedes_id', 'superseded_because', 'opened_by_id'], omit: [...plumbing, 'example'] },
  decision_views: { family: 'decision', root: 'review', rootColumn: 'review_id', scope: 'decision_id', value: ['id', 'decision_id', 'review_id', 'matter', 'agency_id', 'view', 'reason', 'given_by_id', 'given_for_id', 'given_on', 'how', 'how_note', 'recorded_by_id'], omit: plumbing },
  recommendations: { family: 'recommendation', root: 'recommendation', rootColumn: 'id', scope: 'id', value: ['id', 'reference', 'source_id', 'review_id', 'text', 'outcome', 'measure', 'baseline', 'target', 'measure_on', 'by_when', 'addressed_to', 'national_body', 'acceptance', 'acceptance_reason', 'acceptance_how', 'acceptance_note', 'accepted_on', 'accepted_by_group_id', 'accepted_by_agency_id', 'acceptance_recorded_by_id', 'released_at', 'released_by_id', 'written_by_id', 'saved_beside', ...provenance, ...retention], omit: plumbing },
  recommendation_addressees: { family: 'recommendation', root: 'recommendation', rootColumn: 'recommendation_id', scope: 'recommendation_id', value: ['id', 'recommendation_id', 'agency_id', 'removed_on'], omit: ['recorded_at'] },
  themes: { family: 'themes', root: 'theme', rootColumn: 'id', scope: null, value: ['id', 'parent_id', 'name', 'description', 'edition', 'source', 'name_to_check', 'position', ...provenance], omit: plumbing },
  theme_changes: { family: 'themes', root: 'theme', rootColumn: 'theme_id', scope: null, value: ['id', 'theme_id', 'kind', 'into_id', 'changed_on', 'reason', 'changed_by_id'], omit: ['recorded_at'] },
  findings: { family: 'finding', root: 'finding', rootColumn: 'id', scope: 'id', value: ['id', 'reference', 'source_id', 'review_id', 'kind', 'level', 'text', 'why', 'shown_by', 'voice', 'owner_agency_id', 'owner_post', 'agreement', 'agreement_reason', 'decided_on', 'decided_how', 'decided_note', 'decided_by_group_id', 'decision_recorded_by_id', 'answer', 'answer_reason', 'answered_on', 'answered_by_id', 'written_by_id', 'saved_beside', ...provenance, ...retention], omit: plumbing },
  finding_agencies: { family: 'finding', root: 'finding', rootColumn: 'finding_id', scope: 'finding_id', value: ['id', 'finding_id', 'agency_id', 'removed_on'], omit: ['recorded_at'] },
  finding_themes: { family: 'finding', root: 'finding', rootColumn: 'finding_id', scope: 'finding_id', value: ['id', 'finding_id', 'theme_id', 'removed_on'], omit: ['recorded_at'] },
  finding_recommendations: { family: 'finding_link', root: 'finding', rootColumn: 'finding_id', scope: 'recommendation_id', value: ['id', 'finding_id', 'recommendation_id', 'removed_on'], omit: ['recorded_at'] },
  finding_repeats: { family: 'finding_repeat', root: 'finding', rootColumn: 'finding_id', scope: 'earlier_id', value: ['id', 'finding_id', 'earlier_id', 'removed_on', 'said_by_id'], omit: ['recorded_at'] },
  actions: { family: 'action', root: 'action', rootColumn: 'id', scope: 'id', value: ['id', 'reference', 'title', 'detail', 'intended_outcome', 'measure', 'type', 'priority', 'area', 'owner_agency_id', 'owner_post', 'owner_person_id', 'accountable_group_id', 'proposed_on', 'proposed_by_id', 'agreed_on', 'agreed_by_id', 'start_on', 'first_due_on', 'due_on', 'moves', 'last_update_on', 'blocker', 'blocked_since', 'aside', 'aside_reason', 'aside_on', 'complete_on', 'complete_said_by_id', 'checked_on', 'checked_by_id', 'closed_on', 'closed_by_id', 'reopened_on', 'reopened_because', 'worsened_to', 'worsened_because', 'worsened_on', 'worsened_by_id', 'agencies_behind', 'escalated_to', 'stated_status', 'reported_rag', ...provenance, ...retention], omit: [...plumbing, 'rag_fixed', 'red_from', 'amber_from', 'is_over', 'party_ids', 'executive_closes', 'next_check_on'] },
  action_recommendations: { family: 'recommendation_link', root: 'action', rootColumn: 'action_id', scope: 'recommendation_id', value: ['id', 'action_id', 'recommendation_id', 'review_id'], omit: ['recorded_at'] },
  action_sources: { family: 'source_link', root: 'action', rootColumn: 'action_id', scope: 'source_id', value: ['id', 'action_id', 'source_id', 'review_id'], omit: ['recorded_at'] },
  action_agencies: { family: 'action', root: 'action', rootColumn: 'action_id', scope: 'action_id', value: ['id', 'action_id', 'agency_id', 'contribution', 'note', 'noted_on', 'noted_by_id'], omit: plumbing },
  updates: { family: 'action', root: 'action', rootColumn: 'action_id', scope: 'action_id', value: ['id', 'action_id', 'text', 'next_step', 'blocker', 'said_on', 'said_by_id', 'how', 'how_note', 'completes', 'recorded_by_id'], omit: ['recorded_at'] },
  evidence: { family: 'evidence', root: 'action', rootColumn: 'action_id', scope: 'id', value: ['id', 'action_id', 'kind', 'level', 'title', 'detail', 'dated_on', 'web_address', 'period_from', 'period_to', 'agency_id', 'looked_at', 'numerator', 'denominator', 'before', 'after', 'strength', 'expires_on', 'holds_personal_data', 'added_by_id', 'checked_on', 'checked_by_id', 'declined_on', 'declined_by_id', 'check_reason'], omit: plumbing },
  files: { family: 'evidence', root: 'action', rootColumn: 'action_id', scope: 'evidence_id', value: ['id', 'evidence_id', 'action_id', 'name', 'media_type', 'size', 'sha256', 'uploaded_by_id', 'uploaded_at'], omit: ['recorded_at'] },
  checks: { family: 'action', root: 'action', rootColumn: 'action_id', scope: 'action_id', value: ['id', 'action_id', 'result', 'after_months', 'reason', 'same_agency_reason', 'checked_on', 'checked_by_id'], omit: ['recorded_at'] },
  action_requests: { family: 'action', root: 'action', rootColumn: 'action_id', scope: 'action_id', value: ['id', 'action_id', 'kind', 'reason', 'wanted_on', 'escalated_to', 'basis', 'recommendation_id', 'asked_on', 'asked_by_id', 'how', 'how_note', 'recorded_by_id', 'result', 'answer', 'answered_on', 'answered_by_id', 'answer_how', 'answer_note', 'answer_recorded_by_id', 'undone_on', 'undone_by_id', 'undone_because'], omit: plumbing },
  due_moves: { family: 'action', root: 'action', rootColumn: 'action_id', scope: 'action_id', value: ['id', 'action_id', 'from_on', 'to_on', 'reason', 'moved_on', 'asked_by_id', 'granted_by_id'], omit: ['recorded_at'] },
};

/** Tables without a record of changes of their own, each with the reason. */
export const tablesWithoutHistory: Record<string, string> = {
  installation: 'written once and never changed',
  account_identities: 'tied to an identity provider; written with the account once one is connected',
  sessions: 'a log of sign-ins in itself',
  set_up_codes: 'one hash, emptied at set-up',
  permission_cells: 'filled from the matrix file by every migration',
  limits: 'counts that empty themselves',
  gate_secrets: 'one secret',
  denials: 'a log in itself',
  commands: 'what history points to',
  history: 'history itself',
  history_seals: 'part of history',
  history_sealed: 'part of history',
  record_views: 'a log in itself',
  record_view_reviews: 'a log in itself',
  drafts: 'one person\'s unsent text',
  saved_views: 'one person\'s own names for filters',
  uploads: 'what one person has sent and no record holds yet',
  file_chunks: 'bytes, whose digest the history of their file keeps',
  outbox: 'messages about changes that history holds',
  jobs: 'when work last ran',
  counters: 'numbers only',
  action_scopes: 'derived from actions by a trigger',
  search_entries: 'derived from what can be searched by triggers',
  schema_versions: 'what the migration applied',
};
